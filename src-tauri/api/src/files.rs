//! Writing what a person asked for: whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use stet_core::error::{Code, Error, Result};

/// Writes `bytes` to `path`: a part beside it, synced, then put in its place. What is no regular
/// file (a device, a pipe) is written to as it is.
///
/// # Errors
/// `file-*`, `disk-full`: what lay at `path` still lies there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    // A link is followed: the file is replaced, not the link to it.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let written = match fs::metadata(&target) {
        Ok(meta) if meta.is_dir() => {
            return Err(Error::new(
                Code::FileDenied,
                format!("{} is a folder.", path.display()),
                "Name a file in it.",
            ));
        }
        Ok(meta) if !meta.is_file() => fs::OpenOptions::new()
            .write(true)
            .open(&target)
            .and_then(|mut file| file.write_all(bytes)),
        _ => replace(&target, Readers::AsUsual, |file| file.write_all(bytes)),
    };
    written.map_err(|error| unwritten(path, &error))
}

/// Writes `bytes` to `path` for its owner's eyes only, whole or not at all; folders are made.
///
/// # Errors
/// As for [`write_whole`].
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| replace(path, Readers::Owner, |file| file.write_all(bytes)))
        .map_err(|error| unwritten(path, &error))
}

/// Writes a file of any size, part by part, for its owner's eyes only, whole or not at all.
///
/// # Errors
/// As for [`write_whole`].
pub(crate) fn write_parts(
    path: &Path,
    write: impl FnOnce(&mut fs::File) -> io::Result<()>,
) -> Result<()> {
    replace(path, Readers::Owner, write).map_err(|error| unwritten(path, &error))
}

/// A new file for its owner's eyes only.
pub(crate) fn create_private(path: &Path) -> io::Result<fs::File> {
    let mut open = fs::OpenOptions::new();
    open.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    open.open(path)
}

/// Who may read a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Whoever the system lets by default.
    AsUsual,
    /// Its owner alone; where files have no modes, the user's folder sees to it.
    Owner,
}

fn replace(
    target: &Path,
    readers: Readers,
    fill: impl FnOnce(&mut fs::File) -> io::Result<()>,
) -> io::Result<()> {
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    // Two processes may be writing the same file.
    name.push(format!(".{}.part", std::process::id()));
    let part = folder.join(name);
    let write = || {
        let mut open = fs::OpenOptions::new();
        open.write(true).create(true).truncate(true);
        #[cfg(unix)]
        if readers == Readers::Owner {
            std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        }
        let mut file = open.open(&part)?;
        fill(&mut file)?;
        file.sync_all()?;
        fs::rename(&part, target)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })?;
    // So that the new name outlasts a power cut too, where folders can be synced.
    fs::File::open(&folder)
        .and_then(|folder| folder.sync_all())
        .or(Ok(()))
}

pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Error {
    let shown = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => Error::new(
            Code::FileMissing,
            format!("The folder of {shown} is not there."),
            "Make it first, or choose another.",
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Error::new(
            Code::FileDenied,
            format!("{shown} may not be written."),
            "Choose another folder, or change its permissions.",
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::FileTooLarge | io::ErrorKind::QuotaExceeded => {
            Error::new(
                Code::DiskFull,
                format!("The disk is full; {shown} was not written."),
                "Free some space and try again.",
            )
        }
        _ => Error::new(
            Code::FileFailed,
            format!("{shown} could not be written: {error}."),
            "Check the disk and try again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write_whole(&path, b"first, and longer").unwrap();
        write_whole(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no part is left"
        );
        assert_eq!(
            write_whole(folder.path(), b"x").unwrap_err().code,
            Code::FileDenied,
            "a folder is not written over"
        );
        assert_eq!(
            write_whole(&folder.path().join("none/report.html"), b"x")
                .unwrap_err()
                .code,
            Code::FileMissing
        );
    }
}
