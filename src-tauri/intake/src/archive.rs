//! The one reader of ZIP files: Word, OpenDocument and EPUB are such. Only parts that are asked
//! for by name are unpacked, into memory, and what they unfold into is counted, never believed.

use std::io::{Cursor, ErrorKind, Read};

use stet_core::error::{Error, Result};
use zip::{ZipArchive, result::ZipError};

use crate::refusal::{damaged, locked, unfolds};

/// The most entries that a file may list.
const MOST_ENTRIES: usize = 2_000;
/// How entries begin in the list at the end of the file.
const ENTRY: &[u8] = b"PK\x01\x02";
/// The most bytes that all parts read may have together.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// A part may unfold into this many bytes whatever its ratio …
const UNSUSPECTED: u64 = 100 * 1024;
/// … and beyond them into so many times its packed size.
const MOST_RATIO: u64 = 100;

/// A ZIP file in memory.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    called: &'a str,
    unpacked: u64,
}

impl<'a> Archive<'a> {
    /// Reads the list of parts, none of them yet.
    ///
    /// # Errors
    /// `FileDamaged` where there is no such list or it names a part twice (then readers differ in
    /// what they take), `FileTooLarge` where it is too long.
    pub fn open(called: &'a str, bytes: &'a [u8]) -> Result<Self> {
        // The library holds some hundred bytes per entry, so they are counted before it sees them;
        // packed data may look like an entry by chance, hence the wide margin.
        let looks_like = bytes.windows(ENTRY.len()).filter(|at| *at == ENTRY).count();
        if looks_like > MOST_ENTRIES * 4 {
            return Err(too_many(called));
        }
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| damaged(called, "it is no complete ZIP file"))?;
        if zip.len() > MOST_ENTRIES {
            return Err(too_many(called));
        }
        if zip.has_duplicate_names() {
            return Err(damaged(called, "two of its parts have one name"));
        }
        Ok(Self {
            zip,
            called,
            unpacked: 0,
        })
    }

    /// What the file is called, for errors about its parts.
    pub const fn called(&self) -> &'a str {
        self.called
    }

    /// The bytes of a part, if there is one of this name; a leading `/` and case are of no account,
    /// as the Office formats have it.
    ///
    /// # Errors
    /// `FileDamaged`, `FileLocked`, or `FileTooLarge` where it unfolds into more than may be.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let name = name.trim_start_matches('/');
        let found = self.zip.index_for_name(name).or_else(|| {
            self.zip
                .file_names_raw()
                .position(|other| other.eq_ignore_ascii_case(name.as_bytes()))
        });
        let called = self.called;
        let Some(index) = found else {
            return Ok(None);
        };
        let part = match self.zip.by_index(index) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(locked(called, "its parts open with a password only"));
            }
            Err(_) => {
                return Err(damaged(
                    called,
                    &format!("its part {} cannot be read", short(name)),
                ));
            }
        };
        let ratio = UNSUSPECTED.max(part.compressed_size().saturating_mul(MOST_RATIO));
        let most = ratio.min(MOST_UNPACKED - self.unpacked);
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            let why = format!(
                "its part {} unfolds into far more than it holds",
                short(name)
            );
            return Err(unfolds(called, &why));
        }
        if let Err(error) = read {
            return Err(unread(called, name, error.kind()));
        }
        self.unpacked += bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// As [`Self::part`], for a part without which there is no document.
    ///
    /// # Errors
    /// As there, and `FileDamaged` where it is missing.
    pub fn needed(&mut self, name: &str) -> Result<Vec<u8>> {
        self.part(name)?
            .ok_or_else(|| damaged(self.called, &format!("its part {} is missing", short(name))))
    }
}

fn too_many(called: &str) -> Error {
    unfolds(called, &format!("it has more than {MOST_ENTRIES} parts"))
}

/// Why a part could not be read to its end. Memory that is refused, as by the limit of a worker,
/// tells of the file's size, not of its state.
fn unread(called: &str, name: &str, kind: ErrorKind) -> Error {
    let name = short(name);
    match kind {
        ErrorKind::OutOfMemory => unfolds(
            called,
            &format!("its part {name} unfolds into more than memory holds"),
        ),
        _ => damaged(called, &format!("its part {name} is broken")),
    }
}

/// A name as errors show it.
fn short(name: &str) -> String {
    let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
    format!("“{shown}”")
}

/// The path that a reference in a part leads to, from the folder of that part; `None` where it
/// leads out of the file.
pub fn resolve(folder: &str, reference: &str) -> Option<String> {
    let (base, reference) = match reference.strip_prefix('/') {
        Some(rooted) => ("", rooted),
        None => (folder, reference),
    };
    let mut path: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in reference.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop()?;
            }
            step => path.push(step),
        }
    }
    Some(path.join("/"))
}

/// The folder that a part lies in.
pub fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_memory_is_no_damage() {
        use stet_core::error::Code;

        let table = [
            (ErrorKind::OutOfMemory, Code::FileTooLarge),
            (ErrorKind::InvalidData, Code::FileDamaged),
            (ErrorKind::UnexpectedEof, Code::FileDamaged),
        ];
        for (kind, code) in table {
            assert_eq!(
                unread("a.docx", "word/document.xml", kind).code,
                code,
                "{kind}"
            );
        }
    }

    #[test]
    fn references_stay_inside() {
        let table = [
            ("a sibling", "word", "styles.xml", Some("word/styles.xml")),
            (
                "from the root",
                "word",
                "/docProps/core.xml",
                Some("docProps/core.xml"),
            ),
            (
                "up and down",
                "OEBPS/text",
                "../notes/n.xhtml",
                Some("OEBPS/notes/n.xhtml"),
            ),
            ("out of the file", "word", "../../etc/passwd", None),
            ("at the root", "", "content.opf", Some("content.opf")),
        ];
        for (why, folder, reference, expected) in table {
            assert_eq!(resolve(folder, reference).as_deref(), expected, "{why}");
        }
    }
}
