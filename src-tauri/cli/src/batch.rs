//! `stet tag --batch`: JSON lines in, one line of answer each, printed only once the step is safely
//! on disk.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use stet_api::{Session, Step};
use stet_core::{
    error::{Code, Error, Result},
    ids::encode,
};

use crate::{
    output::{Stop, json_line},
    tagging::tag_named,
};

/// One line of stdin. A misspelt key is refused rather than lost.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    article: String,
    sentences: String,
    tag: String,
    finding: Option<String>,
}

/// One line of stdout. Without a step everything was so already.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Done {
        ok: bool,
        step: Option<String>,
        label: String,
    },
    Refused {
        error: Error,
    },
}

/// Answers every line of stdin; at the end fails if one was refused.
pub fn run(session: &mut Session) -> std::result::Result<(), Stop> {
    let (mut stdin, mut stdout) = (io::stdin().lock(), io::stdout().lock());
    let mut line = Vec::new();
    let (mut lines, mut refused) = (0_u64, 0_u64);
    loop {
        line.clear();
        let read = stdin.read_until(b'\n', &mut line);
        if read.map_err(|error| {
            Error::new(
                Code::FileFailed,
                format!("Standard input could not be read: {error}."),
                "What was answered is saved.",
            )
        })? == 0
        {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        lines += 1;
        let answer = match tag(session, &line) {
            Ok(step) => Answer::Done {
                ok: true,
                step: step.as_ref().map(|step| encode(&step.id.0)),
                label: step.map(|step| step.label).unwrap_or_default(),
            },
            Err(error) => {
                refused += 1;
                Answer::Refused { error }
            }
        };
        json_line(&mut stdout, &answer)?;
        stdout.flush()?;
    }
    if refused == 0 {
        return Ok(());
    }
    Err(Error::new(
        Code::ValueRefused,
        format!("{refused} of {lines} lines were refused; the others are saved."),
        "Their answers say why.",
    )
    .into())
}

fn tag(session: &mut Session, line: &[u8]) -> Result<Option<Step>> {
    let unreadable = |error: serde_json::Error| {
        Error::new(
            Code::Usage,
            format!("The line cannot be read: {error}."),
            "A line is {\"article\", \"sentences\", \"tag\", \"finding\"?}.",
        )
    };
    let line: Line = serde_json::from_slice(line).map_err(unreadable)?;
    let tag = tag_named(&line.tag)?;
    let spans = session.spans(&line.article, &line.sentences)?;
    session.tag_sentences(&line.article, &spans, tag, line.finding.as_deref())
}
