//! What is lost elsewhere when two people's work is put together, and what deciding does.

use stet_core::{
    adjudication::Adjudication,
    conflict::{Conflict, ConflictKind, Settling},
    plan,
    schema::{Entity, Field},
    settle,
    text::{CodePoint, Span},
    view::{Fit, SentenceView, Standing, Tag},
};
use stet_store::{Direction, Store};
use stet_tests::{
    article::{article, import},
    machine::{Machine, NOW, checker},
};

/// Two people, or one on two machines, with the same article.
struct Two {
    machine: Machine,
    a: (Store, u8),
    b: (Store, u8),
}

impl Two {
    fn new(a: u8, b: u8) -> Self {
        let machine = Machine::new();
        let mut one = machine.open("a.stet", a);
        one.append(&import(&article(0)), NOW).unwrap();
        let mut two = machine.open("b.stet", b);
        two.append(&import(&article(0)), NOW + 7).unwrap();
        Self {
            machine,
            a: (one, a),
            b: (two, b),
        }
    }

    /// Each takes in what the other has.
    fn meet(&mut self) {
        let one = self.machine.share(&mut self.a.0, self.a.1, &[]);
        let two = self.machine.share(&mut self.b.0, self.b.1, &[]);
        let _ = self.machine.merge(&mut self.a.0, &two);
        let _ = self.machine.merge(&mut self.b.0, &one);
        assert_eq!(
            self.a.0.dump().unwrap(),
            self.b.0.dump().unwrap(),
            "both have the same"
        );
    }
}

/// The span of the `n`th sentence.
fn nth(store: &Store, n: usize) -> Span {
    store.article(article(0).id()).unwrap().units()[n].span
}

fn tag(store: &mut Store, me: u8, n: usize, tag: Option<Tag>, finding: &str) {
    let on = store.article(article(0).id()).unwrap();
    let span = [on.units()[n].span];
    let plan = plan::plan_tag(&on, checker(me), &span, tag, Some(finding)).unwrap();
    store.append(&plan, NOW + 100).unwrap().expect("a step");
}

fn shown(store: &Store, n: usize) -> SentenceView {
    let people = store.people().unwrap();
    let on = store.article(article(0).id()).unwrap();
    on.sentence(n, &people).unwrap()
}

fn conflicts(store: &Store) -> Vec<Conflict> {
    let hash = article(0).id();
    let links = store.links_of(hash).unwrap();
    let people = store.people().unwrap();
    store.article(hash).unwrap().conflicts(&people, &links)
}

fn decide(store: &mut Store, n: usize, tag: Tag, reason: &str) {
    let on = store.article(article(0).id()).unwrap();
    let plan = settle::plan_adjudicate(&on, on.units()[n].span, Some(tag), reason).unwrap();
    store.append(&plan, NOW + 200).unwrap().expect("a step");
}

fn choose(store: &mut Store, conflict: &Conflict, side: usize) -> Result<(), String> {
    let hash = article(0).id();
    let links = store.links_of(hash).unwrap();
    let people = store.people().unwrap();
    let on = store.article(hash).unwrap();
    let event = &conflict.sides[side].event;
    let plan = settle::plan_settle(&on, (&people, &links), &conflict.id, event, "so it is")
        .map_err(|error| error.message)?;
    store.append(&plan, NOW + 300).unwrap().expect("a step");
    Ok(())
}

#[test]
fn two_findings_of_one_person_on_two_machines_are_both_there() {
    let mut two = Two::new(0, 0);
    tag(&mut two.a.0, 0, 1, Some(Tag::Verified), "register, page 4");
    tag(
        &mut two.b.0,
        0,
        1,
        Some(Tag::Verified),
        "the engineer, by phone",
    );
    two.meet();
    let sentence = shown(&two.a.0, 1);
    let findings: Vec<&str> = sentence
        .tags
        .iter()
        .map(|one| one.finding.as_str())
        .collect();
    assert_eq!(findings.len(), 2);
    assert!(findings.contains(&"register, page 4") && findings.contains(&"the engineer, by phone"));
    assert_eq!(
        sentence.standing,
        Standing::Verified,
        "they agree on the tag"
    );
    let [fork] = conflicts(&two.a.0).try_into().expect("one conflict");
    assert_eq!(
        (fork.kind, fork.settling),
        (ConflictKind::Fork, Settling::Assign)
    );
    choose(&mut two.a.0, &fork, 1).unwrap();
    assert_eq!(shown(&two.a.0, 1).tags.len(), 1, "his own word settles it");
    assert_eq!(shown(&two.a.0, 1).tags[0].finding, fork.sides[1].finding);
    assert_eq!(conflicts(&two.a.0), []);
    two.meet();
    assert_eq!(conflicts(&two.b.0), [], "settled there, too");
}

#[test]
fn ones_own_share_merged_twice_changes_nothing() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 1, Some(Tag::Disputed), "no");
    let before = two.a.0.dump().unwrap();
    let share = two.machine.share(&mut two.a.0, 0, &[]);
    for _ in 0..2 {
        let merged = two.machine.merge(&mut two.a.0, &share);
        assert_eq!((merged.new, merged.disagreements), (0, 0));
        assert_eq!(merged.have, merged.of, "all of the sender's is here");
        assert_eq!(two.a.0.dump().unwrap(), before);
    }
}

#[test]
fn disjoint_edits_all_merge_and_differ_in_nothing() {
    let mut two = Two::new(0, 1);
    for n in [1, 3] {
        tag(&mut two.a.0, 0, n, Some(Tag::Verified), "by a");
        tag(&mut two.b.0, 1, n + 1, Some(Tag::Disputed), "by b");
    }
    two.meet();
    for (n, standing) in [
        (1, Standing::Verified),
        (2, Standing::Disputed),
        (3, Standing::Verified),
        (4, Standing::Disputed),
    ] {
        assert_eq!(shown(&two.a.0, n).standing, standing, "sentence {n}");
    }
    assert_eq!(conflicts(&two.a.0), [], "nobody contradicts anybody");
}

#[test]
fn a_cleared_tag_stays_cleared() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 1, Some(Tag::Verified), "");
    two.meet();
    tag(&mut two.a.0, 0, 1, None, "");
    // The other's copy still has the tag, and hands it back.
    let share = two.machine.share(&mut two.b.0, 1, &[]);
    let _ = two.machine.merge(&mut two.a.0, &share);
    assert_eq!(shown(&two.a.0, 1).standing, Standing::Untagged);
    two.meet();
    assert_eq!(shown(&two.b.0, 1).standing, Standing::Untagged);
    assert_eq!(conflicts(&two.b.0), []);
}

#[test]
fn a_decision_closes_until_a_tag_it_did_not_judge() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 1, Some(Tag::Verified), "register");
    tag(&mut two.b.0, 1, 1, Some(Tag::Disputed), "phone");
    two.meet();
    assert_eq!(shown(&two.a.0, 1).standing, Standing::Disagreement);
    let before = two.a.0.dump().unwrap();
    let [differ] = conflicts(&two.a.0).try_into().expect("one conflict");
    assert_eq!(
        (differ.kind, differ.settling, differ.sides.len()),
        (ConflictKind::Disagreement, Settling::Adjudicate, 2)
    );
    choose(&mut two.a.0, &differ, 0).unwrap();
    let sentence = shown(&two.a.0, 1);
    let chosen = differ.sides[0].tag.unwrap();
    assert_eq!(sentence.adjudications[0].tag, chosen);
    assert_ne!(sentence.standing, Standing::Disagreement);
    assert!(
        sentence.adjudications[0].own,
        "it is said that one was an own tag"
    );
    assert_eq!(sentence.tags.len(), 2, "nobody's tag is lost");
    assert_eq!(conflicts(&two.a.0), []);
    two.a
        .0
        .step_back_or_forth(Direction::Back, NOW + 400)
        .unwrap();
    let values = |dump: &str| dump.split("\"steps\"").next().unwrap().to_owned();
    assert_eq!(
        values(&two.a.0.dump().unwrap()),
        values(&before),
        "undone whole"
    );
    two.a
        .0
        .step_back_or_forth(Direction::Forth, NOW + 400)
        .unwrap();
    // A tag that the decision did not know, by whatever clock.
    tag(
        &mut two.b.0,
        1,
        1,
        Some(Tag::AttributedOnly),
        "only he says so",
    );
    two.meet();
    assert_eq!(
        shown(&two.a.0, 1).standing,
        Standing::Disagreement,
        "reopened"
    );
    assert!(!shown(&two.b.0, 1).adjudications[0].holds);
    let [again] = conflicts(&two.b.0).try_into().expect("one conflict");
    assert!(again.reopened && again.sides.iter().any(|side| side.decision));
    decide(&mut two.b.0, 1, Tag::AttributedOnly, "nobody else says so");
    two.meet();
    assert_eq!(shown(&two.a.0, 1).standing, Standing::AttributedOnly);
    assert_eq!(
        shown(&two.a.0, 1).adjudications.len(),
        1,
        "it took the other's place"
    );
}

#[test]
fn two_who_decide_at_once_differ_until_one_decides_again() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 1, Some(Tag::Verified), "");
    tag(&mut two.b.0, 1, 1, Some(Tag::Disputed), "");
    two.meet();
    decide(&mut two.a.0, 1, Tag::Verified, "a");
    decide(&mut two.b.0, 1, Tag::Disputed, "b");
    two.meet();
    assert_eq!(shown(&two.a.0, 1).standing, Standing::Disagreement);
    assert_eq!(conflicts(&two.a.0).len(), 1);
    decide(&mut two.a.0, 1, Tag::Disputed, "he is right");
    two.meet();
    assert_eq!(shown(&two.b.0, 1).standing, Standing::Disputed);
    assert_eq!(conflicts(&two.b.0), []);
}

#[test]
fn boundaries_moved_by_one_lose_no_tag_of_the_other() {
    let mut two = Two::new(0, 1);
    let span = nth(&two.a.0, 2);
    tag(&mut two.a.0, 0, 2, Some(Tag::Verified), "measured");
    let on = two.b.0.article(article(0).id()).unwrap();
    let words = on.draft().slice(span).to_owned();
    let at = words
        .find("metres")
        .map(|byte| words[..byte].chars().count())
        .unwrap();
    let at = CodePoint(span.start.0 + u32::try_from(at).unwrap());
    two.b
        .0
        .append(&plan::plan_split(&on, at).unwrap(), NOW + 50)
        .unwrap();
    two.meet();
    for n in [2, 3] {
        let part = shown(&two.a.0, n);
        assert_eq!(
            part.standing,
            Standing::Untagged,
            "only an exact tag closes"
        );
        assert_eq!(
            (part.tags.len(), part.tags[0].fit),
            (1, Fit::Wider),
            "and none is dropped"
        );
    }
    let listed = conflicts(&two.a.0);
    assert!(listed.len() == 2 && listed.iter().all(|one| one.kind == ConflictKind::Fit));
    assert!(
        listed
            .iter()
            .all(|one| one.sides[0].fit == Fit::Wider && one.sides[0].mine)
    );
    choose(&mut two.a.0, &listed[0], 0).unwrap();
    let closed = shown(&two.a.0, 2);
    assert_eq!(
        (closed.standing, closed.tags.len()),
        (Standing::Verified, 2),
        "his own tag anew"
    );
    // The other decides about the second part over a tag that is not his.
    two.meet();
    let [rest] = conflicts(&two.b.0).try_into().expect("one is left");
    choose(&mut two.b.0, &rest, 0).unwrap();
    assert_eq!(shown(&two.b.0, 3).standing, Standing::Verified);
    assert!(!shown(&two.b.0, 3).adjudications[0].own);
    assert_eq!(conflicts(&two.b.0), []);
}

#[test]
fn ones_own_boundaries_are_no_conflict() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 3, Some(Tag::Verified), "");
    let on = two.a.0.article(article(0).id()).unwrap();
    let at = CodePoint(nth(&two.a.0, 3).start.0 + 3);
    two.a
        .0
        .append(&plan::plan_split(&on, at).unwrap(), NOW + 50)
        .unwrap();
    assert_eq!(conflicts(&two.a.0), []);
}

#[test]
fn a_shared_value_is_settled_by_saying_one_anew() {
    let mut two = Two::new(0, 1);
    let flag = |store: &mut Store, on| {
        let article = store.article(article(0).id()).unwrap();
        let span = [article.units()[2].span];
        let plan = plan::plan_flag(&article, &span, on).unwrap();
        store.append(&plan, NOW + 60).unwrap();
    };
    flag(&mut two.a.0, true);
    two.meet();
    flag(&mut two.a.0, false);
    let title = |store: &mut Store, words: &str| {
        let change = plan::Change::new(
            Entity::Draft(article(0).id()),
            Field::Title,
            stet_core::json::Json::text(words),
        );
        let plan = plan::Plan::about(article(0).id(), "titled", vec![change]);
        store.append(&plan, NOW + 70).unwrap();
    };
    title(&mut two.a.0, "The dam");
    title(&mut two.b.0, "The wall");
    two.meet();
    assert!(
        !shown(&two.b.0, 2).flagged,
        "what was seen and changed is no conflict"
    );
    let [titles] = conflicts(&two.b.0).try_into().expect("one conflict");
    assert_eq!(
        (titles.kind, titles.field.as_str()),
        (ConflictKind::Shared, "title")
    );
    assert_eq!(titles.label, "", "about the whole article");
    choose(&mut two.b.0, &titles, 1).unwrap();
    two.meet();
    assert_eq!(conflicts(&two.a.0), []);
    let gone = choose(&mut two.a.0, &titles, 0).unwrap_err();
    assert!(gone.contains("settled already"), "{gone}");
}

#[test]
fn anothers_two_wordings_are_his_to_choose_from() {
    let mut two = Two::new(0, 0);
    for (store, words) in [(&mut two.a.0, "in 1937"), (&mut two.b.0, "in 1938")] {
        let on = store.article(article(0).id()).unwrap();
        let span = [on.units()[1].span];
        let plan = plan::plan_text(&on, &span, Field::Correction, words).unwrap();
        store.append(&plan, NOW + 50).unwrap();
    }
    two.meet();
    let mut other = two.machine.open("c.stet", 1);
    let share = two.machine.share(&mut two.a.0, 0, &[]);
    let _ = two.machine.merge(&mut other, &share);
    let [fork] = conflicts(&other).try_into().expect("one conflict");
    assert_eq!(fork.settling, Settling::Theirs);
    assert!(choose(&mut other, &fork, 0).is_err());
    let [own] = conflicts(&two.b.0).try_into().expect("one conflict");
    assert_eq!(own.settling, Settling::Assign);
    choose(&mut two.b.0, &own, 0).unwrap();
    assert_eq!(conflicts(&two.b.0), []);
}

#[test]
fn a_decision_that_came_along_counts_for_no_disagreement() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 1, Some(Tag::Verified), "");
    tag(&mut two.b.0, 1, 1, Some(Tag::Disputed), "");
    two.meet();
    decide(&mut two.a.0, 1, Tag::Verified, "register");
    let share = two.machine.share(&mut two.a.0, 0, &[]);
    let mut other = two.machine.open("c.stet", 2);
    let merged = two.machine.merge(&mut other, &share);
    assert_eq!(merged.disagreements, 0, "it is decided");
    assert_eq!(merged.new_articles, 1);
    assert_eq!((merged.have, merged.of), (merged.new, merged.new));
}

#[test]
fn stored_decisions_name_what_they_judged() {
    let mut two = Two::new(0, 1);
    tag(&mut two.a.0, 0, 1, Some(Tag::Verified), "");
    tag(&mut two.b.0, 1, 1, Some(Tag::Disputed), "");
    two.meet();
    decide(&mut two.a.0, 1, Tag::Verified, "register");
    let span = nth(&two.a.0, 1);
    let heads = two
        .a
        .0
        .heads_of(&Entity::Span(article(0).id(), span))
        .unwrap();
    let decided = heads.iter().find(|head| head.field == Field::Adjudication);
    let decided = Adjudication::read(&decided.unwrap().value).unwrap();
    let tags = heads.iter().filter(|head| head.field == Field::Judgement);
    assert_eq!(decided.judged, tags.map(|head| head.event).collect());
}
