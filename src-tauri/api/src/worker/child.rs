//! The worker's side.

use std::{
    ffi::OsStr,
    io::{BufRead, Read, Write, stdin, stdout},
    panic::catch_unwind,
    process::ExitCode,
};

use stet_core::error::{Code, Error, Result};
use stet_intake::Document;

use super::{ARGUMENT, Header, limits};

/// Runs as a worker if the program was started as one; every program that reads through
/// [`super::Reader::own`] calls this before anything else. `None`: go on as usual.
#[must_use]
pub fn run_if_asked() -> Option<ExitCode> {
    let asked = std::env::args_os().nth(1);
    if asked.as_deref() != Some(OsStr::new(ARGUMENT)) {
        return None;
    }
    limits::lower();
    let answer = catch_unwind(read).unwrap_or_else(|_| {
        Err(Error::new(
            Code::ReaderStopped,
            "What reads this kind of file stopped.",
            "",
        ))
    });
    let mut out = stdout().lock();
    let written = serde_json::to_writer(&mut out, &answer).map_err(std::io::Error::other);
    // Without an answer the one who asked says that there is none.
    Some(match written.and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn read() -> Result<Document> {
    let mut input = stdin().lock();
    let (mut line, mut bytes) = (String::new(), Vec::new());
    let come = input
        .read_line(&mut line)
        .and_then(|_| input.read_to_end(&mut bytes));
    let misread = |error: &dyn std::fmt::Display| {
        Error::new(
            Code::Internal,
            format!("A worker was asked wrongly: {error}."),
            "",
        )
    };
    come.map_err(|error| misread(&error))?;
    let header: Header = serde_json::from_str(&line).map_err(|error| misread(&error))?;
    stet_intake::read(&header.name, &bytes, &header.choices)
}
