//! `stet segment`: the sentence splitter by itself, without a database or a checker.

use serde::{Deserialize, Serialize};

use crate::{args::Segment, lines, output::Stop};

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    lang: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    sentences: Vec<[u32; 2]>,
}

/// Answers every line of stdin.
pub fn run(asked: &Segment) -> Result<(), Stop> {
    lines::answer("{\"id\", \"lang\"?, \"text\"}", |line: Line| Answer {
        sentences: stet_api::segment(&line.text, line.lang.as_deref(), asked.keep_quotations),
        id: line.id,
    })
}
