//! JSON lines in, JSON lines out: what the commands do that need no database.

use std::io::{self, BufRead, BufWriter, Write};

use serde::{Serialize, de::DeserializeOwned};
use stet_core::error::{Code, Error};

use crate::output::{Stop, json_line};

/// Answers every line of stdin that is not blank. The first that cannot be read ends the run and is
/// named; `keys` says what a line is made of.
pub fn answer<L: DeserializeOwned, A: Serialize>(
    keys: &str,
    mut answer: impl FnMut(L) -> A,
) -> Result<(), Stop> {
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
        let line: L = serde_json::from_slice(&line).map_err(|error| {
            Error::new(
                Code::ValueRefused,
                format!("Line {} cannot be read: {error}.", n + 1),
                format!("A line is {keys}; other keys are ignored."),
            )
        })?;
        json_line(&mut stdout, &answer(line))?;
    }
    Ok(stdout.flush()?)
}
