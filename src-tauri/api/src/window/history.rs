//! The history of a sentence, in words.

use stet_core::{json::Json, schema::Field};

/// An assignment as the history tells it.
pub(super) fn in_words(field: Field, value: &Json, active: bool) -> String {
    let text = value.as_text().unwrap_or_default();
    let said = match field {
        Field::Judgement => {
            let part = |key| value.get(key).and_then(Json::as_text).unwrap_or_default();
            match (part("tag"), part("finding")) {
                ("", "") => "cleared".to_owned(),
                ("", finding) => format!("finding: {finding}"),
                (tag, "") => tag.to_owned(),
                (tag, finding) => format!("{tag}: {finding}"),
            }
        }
        Field::Flag => if *value == Json::Bool(true) {
            "flagged"
        } else {
            "unflagged"
        }
        .to_owned(),
        Field::Correction if text.is_empty() => "took the proposed wording back".to_owned(),
        Field::Correction => format!("proposed: {text}"),
        Field::Speaker if text.is_empty() => "took the speaker away".to_owned(),
        Field::Speaker => format!("speaker: {text}"),
        other => format!("{}: {text}", other.name()),
    };
    if active {
        said
    } else {
        format!("undone: {said}")
    }
}
