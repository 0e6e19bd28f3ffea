//! `stet attribute`: who is said to have said what in texts, without a database or a checker.

use std::io::{self, BufRead, BufWriter, Write};

use serde::{Deserialize, Serialize};
use stet_core::error::{Code, Error};

use crate::output::{Stop, json_line};

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
                "A line is {\"id\", \"text\", \"sentences\"?, \"paragraph_starts\"?, \"lang\"?}; other keys are ignored.",
            )
        })?;
        let predictions = stet_api::attributed(
            &line.text,
            line.sentences.as_deref(),
            line.paragraph_starts.as_deref(),
            line.lang.as_deref(),
        );
        json_line(
            &mut stdout,
            &Answer {
                id: line.id,
                predictions,
            },
        )?;
    }
    Ok(stdout.flush()?)
}
