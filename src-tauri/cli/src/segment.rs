//! `stet segment`: the sentence splitter by itself, without a database or a checker.

use std::io::{self, BufRead, BufWriter, Write};

use serde::{Deserialize, Serialize};
use stet_core::error::{Code, Error};

use crate::{
    args::Segment,
    output::{Stop, json_line},
};

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
    let mut stdout = BufWriter::new(io::stdout().lock());
    for (n, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line.map_err(|error| {
            Error::new(
                Code::FileFailed,
                format!("Standard input could not be read: {error}."),
                "Give it again.",
            )
        })?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_slice(&line).map_err(|error| {
            Error::new(
                Code::ValueRefused,
                format!("Line {} cannot be read: {error}.", n + 1),
                "A line is {\"id\", \"lang\"?, \"text\"}; other keys are ignored.",
            )
        })?;
        let sentences = stet_api::segment(&line.text, line.lang.as_deref(), asked.keep_quotations);
        json_line(
            &mut stdout,
            &Answer {
                id: line.id,
                sentences,
            },
        )?;
    }
    Ok(stdout.flush()?)
}
