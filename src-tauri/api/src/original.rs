//! A file as it came: its bytes, what it is called, and how it is to be read.

use std::{io::Read, path::Path, sync::Arc};

use stet_core::{
    error::{Code, Error, Result},
    report,
};
use stet_intake::Choices;

/// Bytes that are to be read as an article, kept for as long as they may be read again.
#[derive(Clone, Debug)]
pub(crate) struct Original {
    /// File name, or `-` for text from the clipboard or standard input. Its end says the format.
    pub(crate) name: String,
    pub(crate) bytes: Arc<[u8]>,
    /// How it is read.
    pub(crate) choices: Choices,
}

impl Original {
    /// Bytes called `name`, read as they show themselves.
    pub(crate) fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.into(),
            choices: Choices::default(),
        }
    }
}

/// The bytes of a file on disk, to be read as an article.
///
/// # Errors
/// `file-*`, `format-unknown`.
pub(crate) fn open(path: &Path) -> Result<Original> {
    let shown = path.display();
    let unread = |error| unreadable(path, &error);
    let meta = std::fs::metadata(path).map_err(unread)?;
    if meta.is_dir() {
        return Err(Error::new(
            Code::FormatUnknown,
            format!("{shown} is a folder."),
            "Name the files in it, as with: stet import FOLDER/*.txt",
        ));
    }
    if !meta.is_file() {
        return Err(Error::new(
            Code::FormatUnknown,
            format!("{shown} is not a regular file."),
            "Save the article as a file and import that.",
        ));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A report that carries its work carries the files it is about, as text.
    let is_report = name.to_lowercase().ends_with(".json");
    let most = if is_report {
        report::MAX_REPORT_BYTES as u64
    } else {
        stet_intake::MOST_BYTES as u64
    };
    let mut bytes = Vec::new();
    if meta.len() <= most {
        // It may grow while it is read; one byte too many tells.
        std::fs::File::open(path)
            .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
            .map_err(unread)?;
    }
    let length = meta.len().max(bytes.len() as u64);
    if length > most {
        return Err(Error::new(
            Code::FileTooLarge,
            format!("{shown} has {} MiB.", length.div_ceil(1024 * 1024)),
            format!("Stet reads up to {} MiB.", most / 1024 / 1024),
        ));
    }
    Ok(Original::new(&name, bytes))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let shown = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::new(
            Code::FileMissing,
            format!("{shown} is not there."),
            "Check the name and the folder.",
        ),
        std::io::ErrorKind::PermissionDenied => Error::new(
            Code::FileDenied,
            format!("{shown} may not be read."),
            "Change its permissions, or copy it to a folder of yours.",
        ),
        _ => Error::new(
            Code::FileFailed,
            format!("{shown} could not be read: {error}."),
            "Check the disk and try again.",
        ),
    }
}
