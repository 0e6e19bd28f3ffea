//! The report's sentences about itself: names, meanings, the first lines. English, as the whole program.

use super::model::{Check, Meaning, Totals};
use crate::view::{Provenance, Standing, Tag};

/// A tag's name, as printed within a sentence.
#[must_use]
pub const fn tag_name(tag: Tag) -> &'static str {
    standing_name(standing_of(tag))
}

/// A standing's name, as printed within a sentence.
#[must_use]
pub const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Untagged => "untagged",
        Standing::Verified => "verified",
        Standing::Disputed => "disputed",
        Standing::AttributedOnly => "attributed-only",
        Standing::NoClaim => "no claim",
        Standing::Disagreement => "disagreement",
    }
}

/// What a sentence shows when this is the only tag on it.
#[must_use]
pub const fn standing_of(tag: Tag) -> Standing {
    match tag {
        Tag::Verified => Standing::Verified,
        Tag::Disputed => Standing::Disputed,
        Tag::AttributedOnly => Standing::AttributedOnly,
        Tag::NoClaim => Standing::NoClaim,
    }
}

/// What every mark means, in the order of the key.
#[must_use]
pub fn meanings() -> Vec<Meaning> {
    let meaning = |standing, name, brief, text| Meaning {
        standing,
        name,
        brief,
        text,
    };
    vec![
        meaning(
            Standing::Verified,
            "Verified",
            "what the words assert is borne out.",
            "All that the words assert is borne out by what the checker has in hand: names, figures, dates, tense, what is implied. Where the words are attributed, both that they were said and that they are so.",
        ),
        meaning(
            Standing::AttributedOnly,
            "Attributed-only",
            "this speaker said it; whether it is so is open.",
            "It is established that this speaker said this. Whether it is so is not. Every word outside the attribution is checked.",
        ),
        meaning(
            Standing::Disputed,
            "Disputed",
            "evidence or sources speak against some of the words.",
            "Credible evidence speaks against some of the words, or credible sources contradict each other. It does not by itself mean false; the note says which words.",
        ),
        meaning(
            Standing::NoClaim,
            "No claim",
            "nothing in it could be wrong.",
            "Nothing in the sentence could turn out to be wrong.",
        ),
        meaning(
            Standing::Untagged,
            "Untagged",
            "nobody has concluded.",
            "Nobody has come to a conclusion. It says nothing against the sentence and nothing for it.",
        ),
        meaning(
            Standing::Disagreement,
            "Disagreement",
            "checkers have concluded differently.",
            "Checkers have come to different conclusions; all of them are printed. It counts as open.",
        ),
    ]
}

/// "1 sentence", "2 sentences".
pub(super) fn number(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Joins with commas and a last "and".
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The first line: what stands in the way.
pub(super) fn headline(decisions: usize, totals: &Totals, provenance: Provenance) -> String {
    let open = (totals.untagged + totals.disagreement) as usize;
    match (decisions, open) {
        (0, _) if totals.sentences == 0 => "There is no sentence to check.".into(),
        (0, 0) => "No decisions, nothing open.".into(),
        (0, _) if totals.untagged == totals.sentences => "Nothing has been checked yet.".into(),
        (0, _) => format!(
            "No decisions; {} not closed.",
            number(open, "sentence is", "sentences are")
        ),
        (n, _) => {
            let when = match provenance {
                Provenance::Ours => "before this runs",
                Provenance::Theirs => "to make",
            };
            format!("{} {when}.", number(n, "decision", "decisions"))
        }
    }
}

/// The first line for those who decide nothing.
pub(super) fn headline_for_readers(totals: &Totals) -> String {
    match (
        totals.sentences,
        totals.disputed,
        totals.untagged + totals.disagreement,
    ) {
        (0, ..) => "There is no sentence to check.".into(),
        (all, 0, open) if open == all => "Nothing has been checked yet.".into(),
        (_, 0, _) => "No sentence is disputed.".into(),
        (_, n, _) => format!(
            "{} disputed.",
            number(n as usize, "sentence is", "sentences are")
        ),
    }
}

/// That a report left the house with something open or owed; empty when nothing is.
pub(super) fn handed_over(totals: &Totals, owed: &[Check]) -> String {
    let open = (totals.untagged + totals.disagreement) as usize;
    let mut left = Vec::new();
    if open > 0 {
        left.push(number(
            open,
            "sentence is not closed",
            "sentences are not closed",
        ));
    }
    left.extend(owed.iter().map(|check| check.message.clone()));
    if left.is_empty() {
        return String::new();
    }
    format!("Handed over although {}.", list(&left))
}

/// The second line: the counts. Never a share of "verified": it would read as a score of truth.
pub(super) fn summary(totals: &Totals) -> String {
    let mut parts = Vec::new();
    for (n, name) in [
        (totals.verified, "verified"),
        (totals.disputed, "disputed"),
        (totals.attributed_only, "attributed-only"),
    ] {
        if n > 0 {
            parts.push(format!("{n} {name}"));
        }
    }
    if totals.no_claim > 0 {
        parts.push(number(
            totals.no_claim as usize,
            "holds no claim",
            "hold no claim",
        ));
    }
    match (totals.untagged + totals.disagreement, totals.disagreement) {
        (0, _) => parts.push("nothing open".into()),
        (open, 0) => parts.push(format!("{open} not closed")),
        (open, n) => parts.push(format!(
            "{open} not closed ({})",
            number(n as usize, "disagreement", "disagreements")
        )),
    }
    format!(
        "{}: {}.",
        number(totals.sentences as usize, "sentence", "sentences"),
        parts.join(", ")
    )
}

/// How many words lie in closed sentences. Rounded down, so that 100 % means all.
pub(super) fn words_covered(totals: &Totals) -> String {
    let share = u64::from(totals.words_closed) * 100 / u64::from(totals.words.max(1));
    format!(
        "{} of {} words are in closed sentences ({share} %).",
        totals.words_closed, totals.words
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_say_what_stands_in_the_way() {
        let none = Totals::from(crate::view::Counts::default());
        let table = [
            (
                "decisions come first",
                2,
                Totals {
                    sentences: 12,
                    verified: 4,
                    disputed: 1,
                    attributed_only: 5,
                    untagged: 2,
                    ..none
                },
                Provenance::Ours,
                "2 decisions before this runs.",
                "12 sentences: 4 verified, 1 disputed, 5 attributed-only, 2 not closed.",
            ),
            (
                "one decision on a published text",
                1,
                Totals {
                    sentences: 1,
                    disputed: 1,
                    ..none
                },
                Provenance::Theirs,
                "1 decision to make.",
                "1 sentence: 1 disputed, nothing open.",
            ),
            (
                "all closed",
                0,
                Totals {
                    sentences: 3,
                    verified: 2,
                    no_claim: 1,
                    ..none
                },
                Provenance::Ours,
                "No decisions, nothing open.",
                "3 sentences: 2 verified, 1 holds no claim, nothing open.",
            ),
            (
                "something open",
                0,
                Totals {
                    sentences: 3,
                    verified: 2,
                    untagged: 1,
                    ..none
                },
                Provenance::Ours,
                "No decisions; 1 sentence is not closed.",
                "3 sentences: 2 verified, 1 not closed.",
            ),
            (
                "a disagreement is open",
                1,
                Totals {
                    sentences: 3,
                    verified: 1,
                    untagged: 1,
                    disagreement: 1,
                    ..none
                },
                Provenance::Ours,
                "1 decision before this runs.",
                "3 sentences: 1 verified, 2 not closed (1 disagreement).",
            ),
            (
                "nothing begun",
                0,
                Totals {
                    sentences: 3,
                    untagged: 3,
                    ..none
                },
                Provenance::Ours,
                "Nothing has been checked yet.",
                "3 sentences: 3 not closed.",
            ),
            (
                "no text",
                0,
                none,
                Provenance::Ours,
                "There is no sentence to check.",
                "0 sentences: nothing open.",
            ),
        ];
        for (why, decisions, totals, provenance, line, counts) in table {
            assert_eq!(headline(decisions, &totals, provenance), line, "{why}");
            assert_eq!(summary(&totals), counts, "{why}");
        }
        let nearly = Totals {
            words: 1000,
            words_closed: 999,
            ..none
        };
        assert_eq!(
            words_covered(&nearly),
            "999 of 1000 words are in closed sentences (99 %).",
            "100 % means all"
        );
    }
}
