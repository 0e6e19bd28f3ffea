//! What a person is told before handing a report over. Checks warn and never forbid: what is owed
//! is then printed, and flags, which are private reminders, are listed here and nowhere else.

use std::collections::BTreeSet;

use super::{model::Check, needles::Needles, secret::Secret, words};
use crate::view::{ArticleView, Sensitivity, SentenceView, Standing};

/// The checks of an article, the gravest first; empty when nothing is open or owed. They name
/// pieces, not whole sentences: those are what one goes to.
#[must_use]
pub fn checks(view: &ArticleView) -> Vec<Check> {
    let labels = |wanted: fn(&SentenceView) -> bool| -> Vec<String> {
        view.sentences
            .iter()
            .filter(|sentence| wanted(sentence))
            .map(|sentence| sentence.label.clone())
            .collect()
    };
    let mut checks = Vec::new();
    let mut push = |labels: Vec<String>, one: &str, many: &str| {
        if !labels.is_empty() {
            checks.push(Check {
                message: words::number(labels.len(), one, many),
                labels,
            });
        }
    };
    push(
        labels(|s| s.standing == Standing::Disagreement),
        "sentence on which checkers differ",
        "sentences on which checkers differ",
    );
    push(
        labels(|s| s.standing == Standing::Untagged),
        "sentence is untagged",
        "sentences are untagged",
    );
    push(
        labels(|s| !s.conflicts.is_empty()),
        "sentence with two values in one field",
        "sentences with two values in one field",
    );
    checks.extend(owed(&view.sentences));
    checks.extend(named(view));
    let flagged = labels(|s| s.flagged);
    if !flagged.is_empty() {
        let message = words::number(
            flagged.len(),
            "sentence is flagged (not printed)",
            "sentences are flagged (not printed)",
        );
        checks.push(Check {
            message,
            labels: flagged,
        });
    }
    debug_assert!(
        checks.iter().all(|check| !check.labels.is_empty()),
        "a check names its sentences"
    );
    checks
}

/// Protected sources whose name or address the article says: no profile can withhold those.
fn named(view: &ArticleView) -> Option<Check> {
    let evidence = view.sentences.iter().flat_map(|one| &one.evidence);
    let protected: BTreeSet<(&str, String)> = evidence
        .filter(|used| used.sensitivity == Sensitivity::Protected)
        .flat_map(|used| {
            let of = |text: &String| {
                Secret::of(text, "")
                    .map(|one| one.text().to_owned())
                    .collect()
            };
            let texts: [Vec<String>; 2] = [&used.title, &used.url].map(of);
            texts
                .into_iter()
                .flatten()
                .map(|text| (used.source.as_str(), text))
        })
        .collect();
    let protected: Vec<(&str, String)> = protected.into_iter().collect();
    let needles = Needles::new(protected.iter().map(|(_, text)| text.as_str()));
    let (mut sources, mut labels) = (BTreeSet::new(), Vec::new());
    for one in &view.sentences {
        let said = needles.said_in(&one.text);
        if !said.is_empty() {
            labels.push(one.label.clone());
            sources.extend(said.into_iter().map(|which| protected[which].0));
        }
    }
    (!labels.is_empty()).then(|| Check {
        message: words::number(
            sources.len(),
            "protected source is named in the article itself",
            "protected sources are named in the article itself",
        ),
        labels,
    })
}

/// What is owed, grouped by tag and debt, in text order of the first sentence of each.
pub(super) fn owed(sentences: &[SentenceView]) -> Vec<Check> {
    let mut groups: Vec<((Standing, &str), Vec<String>)> = Vec::new();
    // That checkers differ is told among the decisions.
    let settled = |sentence: &&SentenceView| sentence.standing != Standing::Disagreement;
    for sentence in sentences.iter().filter(settled) {
        for debt in &sentence.debts {
            let key = (sentence.standing, debt.as_str());
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, labels)) => labels.push(sentence.label.clone()),
                None => groups.push((key, vec![sentence.label.clone()])),
            }
        }
    }
    groups
        .into_iter()
        .map(|((standing, debt), labels)| {
            let (n, name) = (labels.len(), words::standing_name(standing));
            // Debts are noun phrases ("no source"); what is no such phrase stands after a colon.
            let message = if debt.starts_with("no ") {
                format!("{n} {name} {} {debt}", if n == 1 { "has" } else { "have" })
            } else {
                format!("{n} {name}: {debt}")
            };
            Check { message, labels }
        })
        .collect()
}
