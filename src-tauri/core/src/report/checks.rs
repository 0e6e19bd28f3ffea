//! What a person is told before handing a report over. Checks warn and never forbid: what is owed
//! is then printed, and flags, which are private reminders, are listed here and nowhere else.

use super::{model::Check, words};
use crate::view::{ArticleView, SentenceView, Standing};

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
    checks.extend(words::owed(&view.sentences));
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
