//! Received shares and databases: the worker opens a private copy, gives up all but reading, and
//! says what is in it, which [`stet_store`] takes down and believes nothing of.

use std::{
    ffi::OsString,
    io::{BufWriter, Read, Write, stdout},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, ExitCode},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use stet_core::error::{Code, Error, Result};
use stet_store::{Progress, Reciter, Within, recite};

use super::{How, Reader, SECONDS, limits, parent};

/// What makes a worker read a share: the word behind [`super::ARGUMENT`].
pub(super) const SHARE: &str = "share";
/// For every so many bytes a worker may take a second more of the processor.
const BYTES_A_SECOND: u64 = 8 * 1024 * 1024;
/// How long is waited for the next bytes.
const SILENCE: Duration = Duration::from_secs(SECONDS);

impl Reciter for Reader {
    fn begin(&self, copy: &Path, bytes: u64, progress: &Progress) -> Result<Box<dyn Read>> {
        let How::Program(program) = &self.0 else {
            return Within.begin(copy, bytes, progress);
        };
        let copy = std::path::absolute(copy).unwrap_or_else(|_| copy.to_owned());
        let mut command = Command::new(program);
        command.arg(super::ARGUMENT).arg(SHARE).arg(copy);
        let mut worker = parent::start(command.arg(bytes.to_string()))?;
        drop(worker.stdin.take());
        // It has nothing to say there, and would wait if nobody listened.
        let errors = worker.stderr.take();
        thread::spawn(move || {
            errors.map(|mut from| std::io::copy(&mut from, &mut std::io::sink()))
        });
        let Some(output) = worker.stdout.take() else {
            return Err(Error::new(Code::Internal, "A worker has no pipes.", ""));
        };
        let watched = Arc::new(Watched {
            worker: Mutex::new(worker),
            awaited: Mutex::new(None),
            is_over: AtomicBool::new(false),
        });
        let (its, progress) = (Arc::clone(&watched), progress.clone());
        thread::spawn(move || its.watch(&progress));
        Ok(Box::new(Told { output, watched }))
    }
}

/// A worker that says what is in a share; ended with this.
struct Told {
    output: ChildStdout,
    watched: Arc<Watched>,
}

struct Watched {
    worker: Mutex<Child>,
    /// Since when its next bytes are waited for.
    awaited: Mutex<Option<Instant>>,
    is_over: AtomicBool,
}

impl Watched {
    /// Ends the worker once it is to stop, or says nothing for too long.
    fn watch(&self, progress: &Progress) {
        while !self.is_over.load(Ordering::Relaxed) {
            let awaited = *self.awaited.lock().unwrap_or_else(PoisonError::into_inner);
            let is_silent = awaited.is_some_and(|since| since.elapsed() > SILENCE);
            if is_silent || progress.is_stopped() {
                return self.end();
            }
            thread::sleep(parent::LOOK);
        }
    }

    fn end(&self) {
        let mut worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner);
        // Fails if it has ended by itself.
        let _ = worker.kill();
        let _ = worker.wait();
    }

    fn await_it(&self, since: Option<Instant>) {
        *self.awaited.lock().unwrap_or_else(PoisonError::into_inner) = since;
    }
}

impl Read for Told {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.watched.await_it(Some(Instant::now()));
        let read = self.output.read(into);
        self.watched.await_it(None);
        read
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        self.watched.is_over.store(true, Ordering::Relaxed);
        self.watched.end();
    }
}

/// The worker's side.
pub(super) fn run(asked: &[OsString]) -> ExitCode {
    let [copy, bytes] = asked else {
        return ExitCode::FAILURE;
    };
    let Some(bytes) = bytes.to_str().and_then(|bytes| bytes.parse::<u64>().ok()) else {
        return ExitCode::FAILURE;
    };
    let mut out = BufWriter::with_capacity(1 << 18, stdout().lock());
    let lower = || limits::lower(SECONDS + bytes / BYTES_A_SECOND);
    let said = recite(&PathBuf::from(copy), bytes, lower, &mut out).and_then(|()| out.flush());
    match said {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
