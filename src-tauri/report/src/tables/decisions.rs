//! One row a decision, to be filled in.

use stet_core::report::{Dossier, Sentence, tag_name};

use super::{
    Cell, Table, article,
    sentences::{each, places},
};

/// What an editor may decide.
const OUTCOMES: &[&str] = &["stet", "change", "cut", "caveat"];

/// What has to be decided in every article, in text order.
pub(crate) fn decisions<'a>(dossier: &'a Dossier, titles: &'a [String]) -> Table<'a> {
    let mut table = Table::new(
        "Decisions",
        dossier.reports.len() > 1,
        &[
            ("Label", 8),
            ("Why", 20),
            ("Sentence", 50),
            ("Proposed wording", 46),
            ("Findings", 50),
            ("Sources", 16),
            ("Decision", 12),
            ("Remark", 30),
        ],
    );
    for (report, title) in dossier.reports.iter().zip(titles) {
        for decision in &report.decisions {
            let Some(sentence) = report.sentences.get(decision.at) else {
                continue;
            };
            table.row(article(dossier, title, false).into_iter().chain([
                Cell::Label(&sentence.label),
                decision.why.as_words().into(),
                (&sentence.text).into(),
                each(sentence, |opinion| &opinion.correction).into(),
                findings(sentence).into(),
                places(sentence).into(),
                Cell::Choice(OUTCOMES),
                "".into(),
            ]));
        }
    }
    table
}

/// Who says what, of those whose tags count; a finding alone where only one says something.
fn findings(sentence: &Sentence) -> String {
    let counting: Vec<_> = sentence.tags.iter().filter(|one| one.counts()).collect();
    if let [one] = counting.as_slice() {
        return one.finding.clone();
    }
    let line = |opinion: &&stet_core::report::Opinion| {
        let tag = opinion.tag.map_or("", tag_name);
        [opinion.checker.as_str(), tag, opinion.finding.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": ")
    };
    counting.iter().map(line).collect::<Vec<_>>().join("\n")
}
