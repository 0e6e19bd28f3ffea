//! Writing a file whole or not at all.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use stet_core::error::{Code, Error, Result};

/// Writes `bytes` under a temporary name beside `path`, makes them durable, then renames, so that
/// an older file of that name stays whole until the new one is.
///
/// # Errors
/// `file-denied`, `disk-full`, `file-failed`.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = File::create(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, path));
    written.map_err(|error| {
        // What is left of it is of no use; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&part);
        refusal(path, &error)
    })
}

fn refusal(path: &Path, error: &io::Error) -> Error {
    let (code, hint) = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            (Code::FileDenied, "Choose a folder in which you may write.")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            (Code::DiskFull, "Free some space, or choose another disk.")
        }
        _ => (Code::FileFailed, "Choose another place."),
    };
    Error::new(
        code,
        format!("“{}” could not be written: {error}.", path.display()),
        hint,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_or_not_at_all() {
        let folder = std::env::temp_dir().join(format!("stet-files-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("report.html");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(
            fs::read(&path).unwrap(),
            b"two",
            "a second write replaces the first"
        );
        let nowhere = folder.join("missing").join("report.html");
        assert_eq!(
            write(&nowhere, b"x").unwrap_err().code,
            Code::FileFailed,
            "a folder that is not there"
        );
        fs::create_dir(folder.join("taken")).unwrap();
        assert!(
            write(&folder.join("taken"), b"x").is_err(),
            "a folder is not overwritten"
        );
        let left: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left.len(), 2, "nothing temporary stays: {left:?}");
        fs::remove_dir_all(folder).unwrap();
    }
}
