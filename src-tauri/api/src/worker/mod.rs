//! The worker: files are read by a process of their own, which has lowered its limits, has no
//! network and no files, and gives one answer. Whatever is in a file, it takes down that process
//! and nothing else.
//!
//! Over its standard input go a line of JSON ([`Header`]) and the file's bytes; over its standard
//! output comes one `Result<Document, Error>` as JSON, which is not believed but looked over.
//! A received share has a worker of another kind ([`share`]).

mod child;
mod limits;
mod parent;
mod share;
mod vet;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use stet_core::error::Result;
use stet_intake::{Choices, Document};

pub use child::run_if_asked;

use crate::{original::Original, staging::Watch};

/// The hidden argument that makes a program of ours a worker.
const ARGUMENT: &str = "--stet-worker";
/// Memory that a worker may take, in bytes.
const MEMORY_BYTES: u64 = 1024 * 1024 * 1024;
/// Time that it may take, in seconds, by the clock and of the processor.
const SECONDS: u64 = 30;
/// Longest answer that is taken from it, in bytes: text of [`stet_intake::MOST_BYTES`] in the
/// least favourable encoding.
const ANSWER_BYTES: u64 = 192 * 1024 * 1024;

/// What goes before the bytes.
#[derive(Serialize, Deserialize)]
struct Header {
    name: String,
    choices: Choices,
}

/// Who reads files.
#[derive(Clone, Debug)]
pub struct Reader(How);

#[derive(Clone, Debug)]
enum How {
    /// A program of ours, started as a worker.
    Program(PathBuf),
    /// This process: only for tests, which have no program to start.
    Here,
}

impl Reader {
    /// The running program itself, started once more for each file. It must call
    /// [`run_if_asked`] before anything else.
    #[must_use]
    pub fn own() -> Self {
        // By this name it is the same program even if an update has replaced its file.
        #[cfg(target_os = "linux")]
        let program = PathBuf::from("/proc/self/exe");
        #[cfg(not(target_os = "linux"))]
        let program = std::env::current_exe().unwrap_or_default();
        Self::program(program)
    }

    /// Another program of ours, for tests.
    #[must_use]
    pub const fn program(program: PathBuf) -> Self {
        Self(How::Program(program))
    }

    /// Reads in this process, without any limit: for tests only.
    #[must_use]
    pub const fn within() -> Self {
        Self(How::Here)
    }

    /// Reads what is to be imported.
    ///
    /// # Errors
    /// `file-*`, `format-unknown`, `value-refused` (an encoding); `reader-*`; `cancelled`.
    pub(crate) fn read(&self, original: &Original, watch: &Watch) -> Result<Document> {
        match &self.0 {
            How::Program(program) => parent::read(program, original, watch),
            How::Here => stet_intake::read(&original.name, &original.bytes, &original.choices),
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
