//! The side of the one who asks: starts a worker, gives it the bytes, waits for its answer, and
//! says in words a person understands why there is none.

use std::{
    io::{Read, Write},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use stet_core::error::{Code, Error, Result};
use stet_intake::{Document, Format};

use super::{ANSWER_BYTES, ARGUMENT, Header, MEMORY_BYTES, SECONDS, vet};
use crate::{original::Original, staging::Watch};

/// How often it is looked whether somebody said “stop”.
pub(super) const LOOK: Duration = Duration::from_millis(25);
/// How much of a worker's last words is looked at.
const LAST_WORDS_BYTES: u64 = 4 * 1024;
/// What the allocator of a worker sets aside at a time.
const RESERVE_KIB: &str = "32768";
/// What a worker's environment keeps: without these a packaged program does not even start.
const ENVIRONMENT: &[&str] = &["LD_LIBRARY_PATH", "SystemRoot"];

/// A worker, ended with this.
struct Worker(Child);

impl Drop for Worker {
    fn drop(&mut self) {
        // Fails if it has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(super) fn read(program: &Path, original: &Original, watch: &Watch) -> Result<Document> {
    watch.go_on()?;
    let deadline = Instant::now() + Duration::from_secs(SECONDS);
    let mut worker = Worker(start(Command::new(program).arg(ARGUMENT))?);
    let answer = ask(&mut worker.0, original, watch, deadline)?;
    // It has closed its output; that it is gone too is seen to by the drop.
    match serde_json::from_slice::<Result<Document>>(&answer.bytes) {
        Ok(Ok(document)) => vet::document(document).map_err(|why| answered_wrongly(original, why)),
        Ok(Err(error)) => Err(vet::error(error, original)),
        Err(_) if answer.bytes.len() as u64 >= ANSWER_BYTES => Err(Error::new(
            Code::FileTooLarge,
            format!("{} holds more text than Stet reads.", called(original)),
            "Import a part of it at a time.",
        )),
        Err(_) => {
            let ended = ending(&mut worker.0, deadline);
            Err(died(original, ended, &answer.last_words))
        }
    }
}

pub(super) fn start(command: &mut Command) -> Result<Child> {
    command.env_clear();
    for name in ENVIRONMENT {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    // The allocator sets a gibibyte of addresses aside at its start, and a worker may take no more
    // than that: with a small reserve the limit is on what is really used.
    command.env("MIMALLOC_ARENA_RESERVE", RESERVE_KIB);
    // A group of its own, so that Ctrl+C reaches the one who asked, who then ends it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
        .current_dir(if cfg!(unix) { "/" } else { "." })
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| {
            Error::new(
                Code::ReaderStopped,
                format!("The process that reads files could not be started: {error}."),
                "Close some programs and try again.",
            )
        })
}

struct Answer {
    bytes: Vec<u8>,
    last_words: String,
}

fn ask(
    worker: &mut Child,
    original: &Original,
    watch: &Watch,
    deadline: Instant,
) -> Result<Answer> {
    let (Some(mut input), Some(output), Some(errors)) = (
        worker.stdin.take(),
        worker.stdout.take(),
        worker.stderr.take(),
    ) else {
        return Err(Error::new(Code::Internal, "A worker has no pipes.", ""));
    };
    let header = Header {
        name: original.name.clone(),
        choices: original.choices.clone(),
    };
    let mut line = serde_json::to_vec(&header).unwrap_or_default();
    line.push(b'\n');
    let bytes = original.bytes.clone();
    // None of these threads outlives the worker by more than a moment: its pipes close with it.
    thread::spawn(move || {
        // A worker that ended has its own reasons, which are told from its answer.
        let _ = input
            .write_all(&line)
            .and_then(|()| input.write_all(&bytes));
    });
    let words = thread::spawn(move || last_words(errors));
    let (send, receive) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = output.take(ANSWER_BYTES).read_to_end(&mut bytes);
        let _ = send.send(bytes);
    });
    loop {
        match receive.recv_timeout(LOOK) {
            Ok(bytes) => {
                if bytes.len() as u64 >= ANSWER_BYTES {
                    // It still wants to write, and nobody reads.
                    let _ = worker.kill();
                }
                return Ok(Answer {
                    bytes,
                    last_words: words.join().unwrap_or_default(),
                });
            }
            Err(RecvTimeoutError::Timeout) => {
                watch.go_on()?;
                if Instant::now() > deadline {
                    return Err(too_long(original));
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Error::new(Code::Internal, "A worker was not heard.", ""));
            }
        }
    }
}

/// The beginning of what it says on its standard error, all of which is taken from it.
fn last_words(mut errors: impl Read) -> String {
    let mut kept = Vec::new();
    let _ = errors
        .by_ref()
        .take(LAST_WORDS_BYTES)
        .read_to_end(&mut kept);
    let _ = std::io::copy(&mut errors, &mut std::io::sink());
    String::from_utf8_lossy(&kept).into_owned()
}

/// How it ended, once it has closed its output.
fn ending(worker: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    while Instant::now() < deadline {
        match worker.try_wait() {
            Ok(None) => thread::sleep(LOOK / 5),
            Ok(ended) => return ended,
            Err(_) => return None,
        }
    }
    None
}

/// Words for a worker that ended without an answer.
fn died(original: &Original, ended: Option<ExitStatus>, last_words: &str) -> Error {
    // The words of Rust's own run-time, which ends a program that gets no memory.
    if last_words.contains("memory allocation of") {
        let gib = MEMORY_BYTES / 1024 / 1024 / 1024;
        return Error::new(
            Code::ReaderMemory,
            format!(
                "{} needs more than {gib} GiB of memory to be read.",
                called(original)
            ),
            "Import a part of it at a time, or copy its text and paste it.",
        );
    }
    if by_processor_time(ended) {
        return too_long(original);
    }
    let why = if last_words.contains("overflowed its stack") {
        "it is nested too deeply"
    } else {
        "it may be damaged"
    };
    Error::new(
        Code::ReaderStopped,
        format!(
            "The reader for {} stopped at {}: {why}.",
            format_words(original),
            called(original)
        ),
        "Save it anew in the program it comes from, or copy its text and paste it.",
    )
}

fn by_processor_time(ended: Option<ExitStatus>) -> bool {
    #[cfg(unix)]
    if let Some(ended) = ended {
        let signal = std::os::unix::process::ExitStatusExt::signal(&ended);
        // At the hard limit the kernel kills; who else would, is us, and then nobody asks.
        return matches!(signal, Some(number) if number == rustix::process::Signal::XCPU.as_raw()
            || number == rustix::process::Signal::KILL.as_raw());
    }
    let _ = ended;
    false
}

fn too_long(original: &Original) -> Error {
    Error::new(
        Code::ReaderTime,
        format!(
            "{} takes longer than {SECONDS} seconds to be read.",
            called(original)
        ),
        "Import a part of it at a time, or copy its text and paste it.",
    )
}

fn answered_wrongly(original: &Original, why: &str) -> Error {
    Error::new(
        Code::ReaderStopped,
        format!(
            "The reader for {} gave an answer that cannot be ({why}); {} was not imported.",
            format_words(original),
            called(original)
        ),
        "The file may have been made to do harm. Ask its author for another one.",
    )
}

pub(super) fn called(original: &Original) -> &str {
    if original.name == "-" {
        "The text"
    } else {
        &original.name
    }
}

fn format_words(original: &Original) -> String {
    Format::of_name(&original.name).map_or_else(
        || "files".into(),
        |format| format!("the format “{}”", format.title()),
    )
}
