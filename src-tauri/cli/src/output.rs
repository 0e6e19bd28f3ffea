//! What goes to stdout and stderr, and how a run ends.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use serde::Serialize;
use stet_api::Session;
use stet_core::error::{Code, Error};

/// How to answer.
#[derive(Clone, Copy)]
pub struct Out {
    /// One JSON document rather than words.
    pub json: bool,
}

/// Why a run ends before its end.
pub enum Stop {
    /// Refused or failed, with nothing said yet.
    Refused(Error),
    /// Something was refused, and has been said.
    Said,
    /// Nobody reads what is written any more, as after `| head`: no fault of anybody.
    Unread,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            io::ErrorKind::StorageFull => Error::new(
                Code::DiskFull,
                "The disk is full; the answer could not be written.",
                "Free some space and ask again.",
            )
            .into(),
            _ => Error::new(
                Code::FileFailed,
                format!("The answer could not be written: {error}."),
                "Check where the output goes and ask again.",
            )
            .into(),
        }
    }
}

impl Stop {
    /// Says what is left to say and gives the exit code.
    pub fn end(self, out: Out) -> ExitCode {
        match self {
            Self::Refused(error) => {
                out.error(&error);
                ExitCode::from(error.code.exit())
            }
            Self::Said => ExitCode::FAILURE,
            Self::Unread => ExitCode::SUCCESS,
        }
    }
}

impl Out {
    /// Answers with `value`, or with `words` for people.
    pub fn answer(
        self,
        value: &impl Serialize,
        words: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        let mut stdout = io::BufWriter::new(io::stdout().lock());
        if self.json {
            json_line(&mut stdout, value)?
        } else {
            words(&mut stdout)?
        }
        Ok(stdout.flush()?)
    }

    /// Says an error on stderr: one line.
    pub fn error(self, error: &Error) {
        let mut stderr = io::stderr().lock();
        // With stderr closed there is nobody left to tell.
        let _ = if self.json {
            json_line(&mut stderr, error)
        } else {
            writeln!(stderr, "stet: {}", one_line(&error.to_string()))
        };
    }

    /// Says on stderr what the checker should know beside the answer.
    pub fn notices(self, session: &Session) {
        let me = session.identity();
        if me.fresh && !me.named {
            self.note(
                &format!("Working as “{}”, the name that the system gives.", me.name),
                "Choose another with --as NAME.",
            );
        }
        for notice in session.notices() {
            self.note(&notice.message, &notice.hint);
        }
    }

    /// Says one thing to know on stderr.
    pub fn note(self, message: &str, hint: &str) {
        let mut stderr = io::stderr().lock();
        let _ = if self.json {
            json_line(
                &mut stderr,
                &serde_json::json!({ "note": message, "hint": hint }),
            )
        } else {
            writeln!(stderr, "stet: {}", one_line(&format!("{message} {hint}")))
        };
    }
}

/// Writes one line of JSON.
pub fn json_line(to: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *to, value)?;
    to.write_all(b"\n")
}

/// Words from a file or a name, with nothing in them that a terminal would obey or that would
/// make two lines of one.
pub fn one_line(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| if c.is_control() { '�' } else { c })
        .collect()
}
