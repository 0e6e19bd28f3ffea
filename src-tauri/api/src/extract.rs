//! An article's running text, without a library.

use std::path::Path;

use stet_core::error::{Code, Result};

use crate::{original, staging::Watch, worker::Reader};

/// The running text of a file's article, one block a line: without headline, deck, captions and
/// credits. Empty for a page without an article. Read by a worker, as files to be imported are.
///
/// # Errors
/// `file-*` but `file-empty`, `format-unknown`, `reader-*`.
pub fn extract(path: &Path) -> Result<String> {
    let original = original::open(path)?;
    match Reader::own().read(&original, &Watch::default()) {
        Ok(document) => Ok(document.main_text()),
        Err(error) if error.code == Code::FileEmpty => Ok(String::new()),
        Err(error) => Err(error),
    }
}
