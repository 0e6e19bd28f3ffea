//! A received file, taken in as one takes what a stranger sent: its header looked at by hand, then
//! copied, so that it stays as it was while a process of its own reads it.

use std::{
    fs::OpenOptions,
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use stet_core::error::{Code, Error, Result};

use crate::{
    fault,
    header::{self, Found},
    log,
    progress::Progress,
    recital::Recital,
    reciter::Reciter,
};

/// Largest share that is read, in bytes.
const MAX_SHARE_BYTES: u64 = 4 * 1024 * 1024 * 1024;

/// How files are received: where they are copied to, and who reads them.
#[derive(Clone, Copy)]
pub struct Receiving<'r> {
    /// A private folder.
    pub scratch: &'r Path,
    /// Whoever reads.
    pub reciter: &'r dyn Reciter,
}

pub(crate) fn refused(file: &Path, why: &str) -> Error {
    Error::new(
        Code::ShareRefused,
        format!("{} was not merged: {why}.", file.display()),
        "Ask for a new copy. Nothing was changed.",
    )
}

/// A private copy of a received file, gone when dropped: the original may change under us, and
/// SQLite must not write beside it.
pub(crate) struct Copied {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    log: Log,
}

/// The write-ahead log of a working database: what was written last is in there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Log {
    /// The file says that it has none, as shares do.
    None,
    /// It came along, and was read.
    Beside,
    /// It may be missing.
    Absent,
}

/// What a received file says of itself, before anything of it is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// The sender's note, as anybody may have written it; or empty.
    pub note: String,
    /// Whether it is a working database rather than a share.
    pub live: bool,
    /// What may be missing in it; or empty.
    pub missing: String,
}

/// Looks at a received file as merging would, and takes nothing.
///
/// # Errors
/// As for [`crate::Store::merge`].
pub fn look_at(file: &Path, how: Receiving<'_>) -> Result<Looked> {
    let recital = Recital::new(file, how, &Progress::default())?;
    let missing = match (recital.live, recital.log_is_absent()) {
        (false, _) => "",
        (true, true) => {
            "This is a working database, not a share: what its owner never shared is not sealed and is set aside, and his newest steps may lie in a file beside it that was not sent (its name ends in -wal)."
        }
        (true, false) => {
            "This is a working database, not a share: what its owner never shared is not sealed and is set aside."
        }
    };
    Ok(Looked {
        note: recital.note.clone(),
        live: recital.live,
        missing: missing.to_owned(),
    })
}

impl Copied {
    pub(crate) fn new(file: &Path, scratch: &Path) -> Result<Self> {
        match header::look(file)? {
            Found::Ours => {}
            Found::Nothing if file.exists() => return Err(refused(file, "it is empty")),
            Found::Nothing => {
                return Err(Error::new(
                    Code::FileMissing,
                    format!("{} is not there.", file.display()),
                    "Check the name and the folder.",
                ));
            }
        }
        let bytes = std::fs::metadata(file)
            .map_err(|error| fault::file(file, &error))?
            .len();
        if bytes > MAX_SHARE_BYTES {
            return Err(refused(file, "it is larger than 4 GiB"));
        }
        crate::open::private_folder(scratch)?;
        let path = scratch.join(format!(
            "received-{}-{:?}.stet",
            std::process::id(),
            std::thread::current().id()
        ));
        let mut copied = Self {
            path,
            bytes,
            log: Log::None,
        };
        std::fs::copy(file, &copied.path).map_err(|error| fault::file(&copied.path, &error))?;
        crate::open::restrict(&copied.path)?;
        copied.take_log(file)?;
        Ok(copied)
    }

    /// A working database writes into a log first. Where that came along it is played into the
    /// copy; then the copy is said to have none, since it is opened as a file that nobody writes.
    fn take_log(&mut self, file: &Path) -> Result<()> {
        const MODES: std::ops::Range<usize> = 18..20;
        let mut head = [0_u8; 20];
        let mut copy = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&self.path)
            .map_err(|error| fault::file(&self.path, &error))?;
        copy.read_exact(&mut head)
            .map_err(|error| fault::file(&self.path, &error))?;
        if head[MODES] != [2, 2] {
            return Ok(());
        }
        let log = beside(file);
        let bytes = std::fs::metadata(&log).map_or(0, |meta| meta.len());
        self.log = if bytes == 0 {
            Log::Absent
        } else {
            if self.bytes.saturating_add(bytes) > MAX_SHARE_BYTES {
                return Err(refused(file, "it and its log are larger than 4 GiB"));
            }
            self.bytes += bytes;
            let ours = beside(&self.path);
            std::fs::copy(&log, &ours).map_err(|error| fault::file(&ours, &error))?;
            crate::open::restrict(&ours)?;
            log::play(&ours, &self.path, MAX_SHARE_BYTES)
                .map_err(|error| fault::file(&ours, &error))?
                .map_err(|why| refused(file, why))?;
            Log::Beside
        };
        copy.seek(SeekFrom::Start(MODES.start as u64))
            .and_then(|_| copy.write_all(&[1, 1]))
            .map_err(|error| fault::file(&self.path, &error))
    }

    pub(crate) const fn log_is_absent(&self) -> bool {
        matches!(self.log, Log::Absent)
    }

    /// Where the rows are kept that were read from it.
    pub(crate) fn rows(&self) -> PathBuf {
        with(&self.path, "-rows")
    }

    /// It is needed no more.
    pub(crate) fn is_read(&self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// The log of a database file.
fn beside(file: &Path) -> PathBuf {
    with(file, "-wal")
}

fn with(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

impl Drop for Copied {
    fn drop(&mut self) {
        for end in ["", "-wal", "-rows"] {
            let _ = std::fs::remove_file(with(&self.path, end));
        }
    }
}
