//! `stet attribute`: who is said to have said what in texts, without a database or a checker.

use serde::{Deserialize, Serialize};

use crate::{lines, output::Stop};

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    lang: Option<String>,
    text: String,
    sentences: Option<Vec<[u32; 2]>>,
    paragraph_starts: Option<Vec<usize>>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    predictions: Vec<stet_api::Attributed>,
}

/// Answers every line of stdin.
pub fn run() -> Result<(), Stop> {
    lines::answer(
        "{\"id\", \"text\", \"sentences\"?, \"paragraph_starts\"?, \"lang\"?}",
        |line: Line| Answer {
            predictions: stet_api::attributed(
                &line.text,
                line.sentences.as_deref(),
                line.paragraph_starts.as_deref(),
                line.lang.as_deref(),
            ),
            id: line.id,
        },
    )
}
