//! Values in words, as histories and conflicts tell them.

use crate::{json::Json, linked, protected, schema::Field};

/// An assignment in words: “disputed: no such report”, “flagged”, “title: The dam”.
#[must_use]
pub fn in_words(field: Field, value: &Json) -> String {
    let text = value.as_text().unwrap_or_default();
    let part = |key| value.get(key).and_then(Json::as_text).unwrap_or_default();
    let yes = *value == Json::Bool(true);
    match field {
        Field::Judgement => match (part("tag"), part("finding")) {
            ("", "") => "cleared".to_owned(),
            ("", finding) => format!("finding: {finding}"),
            (tag, "") => tag.to_owned(),
            (tag, finding) => format!("{tag}: {finding}"),
        },
        Field::Adjudication => match (part("tag"), part("reason")) {
            ("", _) => "took the decision back".to_owned(),
            (tag, "") => format!("decided: {tag}"),
            (tag, reason) => format!("decided: {tag}, {reason}"),
        },
        Field::Flag => if yes { "flagged" } else { "unflagged" }.to_owned(),
        Field::Publish => if yes { "published" } else { "unpublished" }.to_owned(),
        Field::Boundary => if yes {
            "a sentence begins here"
        } else {
            "no sentence begins here"
        }
        .to_owned(),
        Field::Correction if text.is_empty() => "took the proposed wording back".to_owned(),
        Field::Correction => format!("proposed: {text}"),
        Field::Speaker if text.is_empty() => "took the speaker away".to_owned(),
        Field::Speaker => format!("speaker: {text}"),
        Field::Task if value.get("reader").is_some() => format!("asked {} to read", part("reader")),
        Field::Task => "asked no longer".to_owned(),
        Field::Progress => match part("state") {
            "done" => "finished reading".to_owned(),
            _ => "began to read".to_owned(),
        },
        Field::Link if linked(value).is_some() => "uses the source".to_owned(),
        Field::Link => "took the source away".to_owned(),
        other if protected::blob_of(value).is_some() => {
            format!("{}: {}", other.name(), protected::WITHHELD)
        }
        other if text.is_empty() => format!("no {}", other.name()),
        other => format!("{}: {text}", other.name()),
    }
}
