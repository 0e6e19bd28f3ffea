//! Which tag a sentence shows.

use super::*;

/// A tag of a checker by an event, with its fit.
fn tag_of(checker: &str, event: u8, tag: Option<Tag>, fit: Fit) -> (EventId, TagView) {
    let view = TagView {
        checker: checker.into(),
        checker_id: checker.into(),
        tag,
        finding: String::new(),
        correction: String::new(),
        speaker: String::new(),
        at: String::new(),
        state: TagState::Current,
        fit,
        mine: false,
    };
    (EventId([event; 32]), view)
}

/// A decision of a checker on a tag over events.
struct Ruling(&'static str, Tag, &'static [u8]);

fn shows(tags: &[(EventId, TagView)], rulings: &[Ruling]) -> Standing {
    let views: Vec<TagView> = tags.iter().map(|(_, tag)| tag.clone()).collect();
    let ruling = |Ruling(who, tag, judged): &Ruling| {
        let decided = Adjudication {
            tag: *tag,
            reason: String::new(),
            judged: judged.iter().map(|n| EventId([*n; 32])).collect(),
        };
        AdjudicationView {
            event: String::new(),
            tag: *tag,
            reason: String::new(),
            checker: (*who).into(),
            checker_id: (*who).into(),
            at: String::new(),
            mine: false,
            own: false,
            holds: decided.holds(tags),
            fit: Fit::Exact,
        }
    };
    standing(&views, &rulings.iter().map(ruling).collect::<Vec<_>>())
}

#[test]
fn what_a_sentence_shows() {
    use Fit::{Exact, Wider};
    use Standing as S;
    const V: Option<Tag> = Some(Tag::Verified);
    const D: Option<Tag> = Some(Tag::Disputed);
    let (a, b) = (
        |n, tag| tag_of("a", n, tag, Exact),
        |n, tag| tag_of("b", n, tag, Exact),
    );
    let table: Vec<(&str, Vec<_>, Vec<Ruling>, Standing)> = vec![
        ("nobody said anything", vec![], vec![], S::Untagged),
        ("a note is no tag", vec![a(1, None)], vec![], S::Untagged),
        ("one tag", vec![a(1, V)], vec![], S::Verified),
        ("two who agree", vec![a(1, V), b(2, V)], vec![], S::Verified),
        (
            "two who differ",
            vec![a(1, V), b(2, D)],
            vec![],
            S::Disagreement,
        ),
        (
            "one who differs with himself",
            vec![a(1, V), a(2, D)],
            vec![],
            S::Disagreement,
        ),
        (
            "a tag on other boundaries does not close",
            vec![tag_of("a", 1, V, Wider)],
            vec![],
            S::Untagged,
        ),
        (
            "decided",
            vec![a(1, V), b(2, D)],
            vec![Ruling("e", Tag::Disputed, &[1, 2])],
            S::Disputed,
        ),
        (
            "decided on what nobody said",
            vec![a(1, V), b(2, D)],
            vec![Ruling("e", Tag::AttributedOnly, &[1, 2])],
            S::AttributedOnly,
        ),
        (
            "decided by one of the two",
            vec![a(1, V), b(2, D)],
            vec![Ruling("a", Tag::Verified, &[1, 2])],
            S::Verified,
        ),
        (
            "a tag that was taken back changes no decision",
            vec![b(2, D)],
            vec![Ruling("e", Tag::Verified, &[1, 2])],
            S::Verified,
        ),
        (
            "all judged tags were taken back: nothing is left to decide",
            vec![a(9, None)],
            vec![Ruling("e", Tag::Verified, &[1, 2])],
            S::Untagged,
        ),
        (
            "a newer tag reopens it",
            vec![a(1, V), b(3, D)],
            vec![Ruling("e", Tag::Verified, &[1, 2])],
            S::Disagreement,
        ),
        (
            "an older tag that was not known then reopens it, too: clocks decide nothing",
            vec![a(5, V), b(6, V), tag_of("c", 1, D, Exact)],
            vec![Ruling("a", Tag::Verified, &[5, 6])],
            S::Disagreement,
        ),
        (
            "reopened, and all checkers agree",
            vec![a(1, V), b(3, V)],
            vec![Ruling("a", Tag::Disputed, &[1, 2])],
            S::Verified,
        ),
        (
            "one tag anew does not outvote unseen who decided without a tag of his own",
            vec![a(3, V)],
            vec![Ruling("e", Tag::Disputed, &[1])],
            S::Disagreement,
        ),
        (
            "reopened by whoever agrees with it: nothing is open",
            vec![a(3, D)],
            vec![Ruling("e", Tag::Disputed, &[1])],
            S::Disputed,
        ),
        (
            "two decided at once, and differ",
            vec![a(1, V), b(2, D)],
            vec![
                Ruling("a", Tag::Verified, &[1, 2]),
                Ruling("b", Tag::Disputed, &[1, 2]),
            ],
            S::Disagreement,
        ),
        (
            "two decided at once, and agree",
            vec![a(1, V), b(2, D)],
            vec![
                Ruling("a", Tag::Verified, &[1, 2]),
                Ruling("b", Tag::Verified, &[1, 2]),
            ],
            S::Verified,
        ),
        (
            "of two decisions the one that knew all tags holds",
            vec![a(1, V), b(2, D)],
            vec![
                Ruling("a", Tag::Verified, &[1]),
                Ruling("b", Tag::Disputed, &[1, 2]),
            ],
            S::Disputed,
        ),
        (
            "decided over a tag on other boundaries: closed",
            vec![tag_of("a", 1, V, Wider)],
            vec![Ruling("e", Tag::Verified, &[1])],
            S::Verified,
        ),
    ];
    for (why, tags, rulings, expected) in table {
        assert_eq!(shows(&tags, &rulings), expected, "{why}");
    }
}

#[test]
fn a_decision_reads_back_and_nothing_else_is_one() {
    let decided = Adjudication {
        tag: Tag::NoClaim,
        reason: "taste".into(),
        judged: [EventId([3; 32]), EventId([4; 32])].into(),
    };
    assert_eq!(Adjudication::read(&decided.value()), Some(decided.clone()));
    let without = |key: &str| match decided.value() {
        Json::Map(mut map) => {
            map.remove(key);
            Json::Map(map)
        }
        _ => Json::Null,
    };
    for (why, value) in [
        ("a retraction", Json::Null),
        ("no tag", without("tag")),
        ("no tags judged", without("judged")),
        ("words", Json::text("verified")),
    ] {
        assert_eq!(Adjudication::read(&value), None, "{why}");
    }
}
