//! `stet atoms`: the checkable facts of texts, without a database or a checker.

use serde::{Deserialize, Serialize};

use crate::{lines, output::Stop};

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    lang: Option<String>,
    text: String,
    sentences: Option<Vec<[u32; 2]>>,
    /// The day from which relative dates count.
    #[serde(alias = "date")]
    published: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    #[serde(flatten)]
    facts: stet_api::Facts,
}

/// Answers every line of stdin.
pub fn run() -> Result<(), Stop> {
    lines::answer(
        "{\"id\", \"text\", \"sentences\"?, \"lang\"?, \"published\"?}",
        |line: Line| Answer {
            facts: stet_api::facts(
                &line.text,
                line.sentences.as_deref(),
                line.lang.as_deref(),
                line.published.as_deref(),
            ),
            id: line.id,
        },
    )
}
