//! `stet extract`: the articles of files by themselves, without a database or a checker.

use std::io::{self, Write};

use serde_json::{Map, Value};

use crate::{
    args::Extract,
    output::{Out, Stop, json_line},
};

/// Answers with one document for all files. Files that cannot be read are said, and miss in it.
pub fn run(asked: &Extract, out: Out) -> Result<(), Stop> {
    let mut texts = Map::new();
    let mut refused = false;
    for file in &asked.files {
        match stet_api::extract(file) {
            Ok(text) => {
                texts.insert(file.to_string_lossy().into_owned(), Value::String(text));
            }
            Err(error) => {
                refused = true;
                out.error(&error);
            }
        }
    }
    let mut stdout = io::stdout().lock();
    json_line(&mut stdout, &texts)?;
    stdout.flush()?;
    if refused { Err(Stop::Said) } else { Ok(()) }
}
