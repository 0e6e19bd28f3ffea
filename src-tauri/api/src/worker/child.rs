//! The worker's side.

use std::{
    ffi::OsString,
    io::{BufRead, Read, Write, stdin, stdout},
    panic::catch_unwind,
    process::ExitCode,
};

use stet_core::error::{Code, Error, Result};
use stet_intake::Document;

use super::{ARGUMENT, Header, SECONDS, limits, share};

/// Runs as a worker if the program was started as one; every program that reads through
/// [`super::Reader::own`] calls this before anything else. `None`: go on as usual.
#[must_use]
pub fn run_if_asked() -> Option<ExitCode> {
    let asked: Vec<OsString> = std::env::args_os().skip(1).collect();
    match asked.as_slice() {
        [ours, what, rest @ ..] if ours == ARGUMENT && what == share::SHARE => {
            return Some(share::run(rest));
        }
        [ours, ..] if ours == ARGUMENT => {}
        _ => return None,
    }
    limits::lower(SECONDS);
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
