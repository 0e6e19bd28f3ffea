//! The first 100 bytes of a database file (SQLite, “Database File Format”, section 1.3), read by
//! hand before SQLite touches the file: what is not ours is refused by what it is.

use std::{fs::File, io::Read, path::Path};

use stet_core::error::{Code, Error, Result};

use crate::{APPLICATION_ID, fault};

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing, or a file without a byte: what an interrupted creation leaves.
    Nothing,
    /// A database of ours, as far as its header tells.
    Ours,
}

/// Whether a file begins as databases do, whatever is in it.
#[must_use]
pub fn is_database(file: &Path) -> bool {
    let regular = std::fs::metadata(file).is_ok_and(|meta| meta.is_file());
    let mut head = [0; MAGIC.len()];
    regular
        && File::open(file).is_ok_and(|mut file| file.read_exact(&mut head).is_ok())
        && head == *MAGIC
}

/// Looks at the header of the file at `path`.
pub(crate) fn look(path: &Path) -> Result<Found> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(fault::file(path, &error)),
        Ok(meta) if meta.is_dir() => {
            return Err(Error::new(
                Code::DatabaseNone,
                format!("{} is a folder.", path.display()),
                "Choose a .stet file, or a name for a new one.",
            ));
        }
        Ok(meta) if !meta.is_file() => {
            return Err(Error::new(
                Code::DatabaseNone,
                format!("{} is not a regular file.", path.display()),
                "Choose a .stet file.",
            ));
        }
        Ok(meta) if meta.len() == 0 => return Ok(Found::Nothing),
        Ok(_) => {}
    }
    let mut head = [0_u8; 100];
    let mut file = File::open(path).map_err(|error| fault::file(path, &error))?;
    let mut got = 0;
    while got < head.len() {
        match file
            .read(&mut head[got..])
            .map_err(|error| fault::file(path, &error))?
        {
            0 => break,
            n => got += n,
        }
    }
    if !head.starts_with(MAGIC) {
        return Err(Error::new(
            Code::DatabaseNone,
            format!("{} is not a database.", path.display()),
            "Choose a .stet file; the file was not changed.",
        ));
    }
    if got < head.len() {
        return Err(fault::damaged("the file is cut off in its first bytes"));
    }
    let application = i32::from_be_bytes([head[68], head[69], head[70], head[71]]);
    if application != APPLICATION_ID {
        return Err(Error::new(
            Code::DatabaseForeign,
            format!("{} is another application's database.", path.display()),
            "Choose a .stet file; the file was not changed.",
        ));
    }
    Ok(Found::Ours)
}
