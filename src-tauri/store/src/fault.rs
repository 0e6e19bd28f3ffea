//! What SQLite and the file system say, in the words of the error registry.

use std::{io, path::Path};

use rusqlite::ErrorCode;
use stet_core::error::{Code, Error};

/// An SQLite error as a person may see it.
pub(crate) fn sqlite(error: rusqlite::Error) -> Error {
    let code = error.sqlite_error_code();
    let detail = error.to_string();
    match code {
        // On a full disk SQLite first fails to lengthen the index of its log.
        Some(ErrorCode::DiskFull) | Some(ErrorCode::SystemIoFailure)
            if code == Some(ErrorCode::DiskFull)
                || extended(&error) == rusqlite::ffi::SQLITE_IOERR_SHMSIZE =>
        {
            Error::new(
                Code::DiskFull,
                "The disk is full; the step was not saved.",
                "Free some space and try again. Nothing that was saved is lost.",
            )
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::new(
            Code::DatabaseBusy,
            "Another program is writing to this database and did not finish.",
            "Try again in a moment.",
        ),
        Some(ErrorCode::ReadOnly) => Error::new(
            Code::DatabaseReadOnly,
            "The database cannot be written: the file or its folder is read-only.",
            "Copy it to a folder of yours, or change its permissions.",
        ),
        Some(ErrorCode::CannotOpen) => Error::new(
            Code::FileDenied,
            "The database or a file beside it cannot be opened or made.",
            "Stet needs to read and write the file and its folder; check the permissions.",
        ),
        Some(ErrorCode::OperationInterrupted) => stopped(),
        Some(ErrorCode::DatabaseCorrupt) => damaged(&detail),
        Some(ErrorCode::NotADatabase) => Error::new(
            Code::DatabaseNone,
            "The file is not a database.",
            "Choose a .stet file; the file was not changed.",
        ),
        Some(ErrorCode::SystemIoFailure) => Error::new(
            Code::FileFailed,
            format!("Reading or writing the database failed: {detail}."),
            "Check the disk; what was saved before stays.",
        ),
        // Nobody's SQL is wrong: the file is.
        _ if detail.starts_with("no such ") => damaged(&detail),
        _ => Error::new(
            Code::Internal,
            format!("The database refused: {detail}."),
            "Nothing was changed. Please report this.",
        ),
    }
}

/// Somebody said “stop”.
pub(crate) fn stopped() -> Error {
    Error::new(Code::Cancelled, "It was stopped. Nothing was changed.", "")
}

/// SQLite's own, finer code; 0 if the error is not SQLite's.
fn extended(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |error| error.extended_code)
}

/// The database is damaged; `detail` says where.
pub(crate) fn damaged(detail: &str) -> Error {
    Error::new(
        Code::DatabaseDamaged,
        format!("The database is damaged ({detail})."),
        "The file was not changed. Restore a backup, or rescue what is whole: stet check --salvage NEW.stet",
    )
}

/// A file system error about `path`.
pub(crate) fn file(path: &Path, error: &io::Error) -> Error {
    let shown = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => Error::new(
            Code::FileMissing,
            format!("{shown} is not there."),
            "Check the name and the folder.",
        ),
        io::ErrorKind::PermissionDenied => Error::new(
            Code::FileDenied,
            format!("{shown} may not be read or written."),
            "Change its permissions, or choose another place.",
        ),
        io::ErrorKind::StorageFull => Error::new(
            Code::DiskFull,
            format!("The disk is full; {shown} was not written."),
            "Free some space and try again.",
        ),
        io::ErrorKind::ReadOnlyFilesystem => Error::new(
            Code::FileDenied,
            format!("{shown} lies in a place that cannot be written."),
            "Choose another folder.",
        ),
        _ => Error::new(
            Code::FileFailed,
            format!("{shown} could not be read or written: {error}."),
            "Check the disk and try again.",
        ),
    }
}
