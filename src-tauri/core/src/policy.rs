//! What a tag owes. Never a reason to refuse a key press: the debt is named, listed and printed.

use crate::view::{AdjudicationView, EvidenceView, Standing, TagView};

/// What a sentence of this standing owes, in words a checker would use; empty when nothing.
#[must_use]
pub fn debts(
    standing: Standing,
    words: &str,
    tags: &[TagView],
    rulings: &[AdjudicationView],
    evidence: &[EvidenceView],
) -> Vec<String> {
    let mut debts: Vec<&str> = Vec::new();
    let reasoned = rulings
        .iter()
        .any(|one| one.holds && !one.reason.is_empty());
    let no_finding = !reasoned && tags.iter().all(|tag| tag.finding.is_empty());
    if rulings.iter().any(|one| one.holds) && !reasoned {
        debts.push("no reason for the decision");
    }
    match standing {
        Standing::Verified if evidence.is_empty() => debts.push("no source"),
        Standing::Disputed => {
            if no_finding {
                debts.push("no finding");
            }
            if evidence.is_empty() {
                debts.push("no contrary evidence");
            }
        }
        Standing::AttributedOnly => {
            if tags.iter().all(|tag| tag.speaker.is_empty()) {
                debts.push("no speaker");
            }
            if evidence.is_empty() {
                debts.push("no proof that it was said");
            }
        }
        // A pure opinion holds nothing that could be wrong; a figure or a quotation could be.
        Standing::NoClaim if no_finding && holds_a_fact(words) => {
            debts.push("a reason is owed: it holds a figure or a quotation")
        }
        Standing::Disagreement if rulings.iter().any(|one| one.holds) => {
            debts.push("two decisions differ")
        }
        Standing::Disagreement if !rulings.is_empty() => {
            debts.push("checkers differ: tagged anew after it was decided")
        }
        Standing::Disagreement => debts.push("checkers differ"),
        Standing::Untagged | Standing::Verified | Standing::NoClaim => {}
    }
    debts.into_iter().map(str::to_owned).collect()
}

fn holds_a_fact(words: &str) -> bool {
    words
        .chars()
        .any(|c| c.is_numeric() || matches!(c, '“' | '„' | '«' | '"'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Fit, Sensitivity, Tag, TagState};

    fn tag(finding: &str, speaker: &str) -> TagView {
        TagView {
            checker: "A".into(),
            checker_id: "a".into(),
            tag: Some(Tag::Verified),
            finding: finding.into(),
            correction: String::new(),
            speaker: speaker.into(),
            at: String::new(),
            state: TagState::Current,
            fit: Fit::Exact,
            mine: true,
        }
    }

    #[test]
    fn each_tag_owes_its_own() {
        let source = EvidenceView {
            id: "e".into(),
            source: "s".into(),
            title: "t".into(),
            url: String::new(),
            sensitivity: Sensitivity::Public,
            quotation: String::new(),
            locator: String::new(),
            checker: "A".into(),
        };
        let with = [source];
        type Row<'r> = (
            &'r str,
            Standing,
            &'r str,
            TagView,
            &'r [EvidenceView],
            &'r [&'r str],
        );
        let table: &[Row<'_>] = &[
            (
                "untagged owes nothing yet",
                Standing::Untagged,
                "It cost 49.",
                tag("", ""),
                &[],
                &[],
            ),
            (
                "verified owes a source",
                Standing::Verified,
                "It cost 49.",
                tag("", ""),
                &[],
                &["no source"],
            ),
            (
                "and has it",
                Standing::Verified,
                "It cost 49.",
                tag("", ""),
                &with,
                &[],
            ),
            (
                "disputed owes words and evidence",
                Standing::Disputed,
                "x",
                tag("", ""),
                &[],
                &["no finding", "no contrary evidence"],
            ),
            (
                "attributed-only owes speaker and proof",
                Standing::AttributedOnly,
                "x",
                tag("", ""),
                &[],
                &["no speaker", "no proof that it was said"],
            ),
            (
                "a speaker is named",
                Standing::AttributedOnly,
                "x",
                tag("", "Lee"),
                &with,
                &[],
            ),
            (
                "taste holds no fact",
                Standing::NoClaim,
                "It is a handsome wall.",
                tag("", ""),
                &[],
                &[],
            ),
            (
                "a figure in a no-claim asks why",
                Standing::NoClaim,
                "Any of 49 walls.",
                tag("", ""),
                &[],
                &["a reason is owed: it holds a figure or a quotation"],
            ),
            (
                "the reason given",
                Standing::NoClaim,
                "Any of 49 walls.",
                tag("49 is the title of the work", ""),
                &[],
                &[],
            ),
        ];
        for (why, standing, words, tag, evidence, expected) in table {
            assert_eq!(
                debts(*standing, words, std::slice::from_ref(tag), &[], evidence),
                *expected,
                "{why}"
            );
        }
    }
}
