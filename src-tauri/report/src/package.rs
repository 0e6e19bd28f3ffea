//! Zip packages (Word, REFI-QDA) written so that the same parts give the same bytes, and text put
//! into their XML so that it can be nothing but text.

use std::io::{Cursor, Write};

use stet_core::error::{Code, Error, Result};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::inert::push_visible;

/// A package as far as it is put together. Files come out in the order in which they were put in,
/// all dated 1980-01-01, the first day that a zip file knows.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    failed: Option<zip::result::ZipError>,
}

impl Package {
    /// An empty package.
    pub fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            failed: None,
        }
    }

    /// Puts a file in. A failure is told by [`Self::finish`].
    #[must_use]
    pub fn file(mut self, name: &str, bytes: &[u8]) -> Self {
        if self.failed.is_none() {
            self.failed = self.put(name, bytes).err();
        }
        self
    }

    fn put(&mut self, name: &str, bytes: &[u8]) -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    /// The bytes of the package.
    ///
    /// # Errors
    /// `internal`: two files of one name, or more than a zip file holds.
    pub fn finish(self) -> Result<Vec<u8>> {
        let done = match self.failed {
            Some(error) => Err(error),
            None => self.zip.finish(),
        };
        done.map(Cursor::into_inner).map_err(|error| {
            Error::new(
                Code::Internal,
                format!("The report could not be packed: {error}."),
                "",
            )
        })
    }
}

/// Text as the content of an element: escaped, with hidden characters visible as ⟦U+202E⟧.
pub fn xml_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    push_xml(&mut out, text);
    out
}

/// [`xml_text`] pushed to what is there.
pub fn push_xml(out: &mut String, text: &str) {
    push_visible(out, text, |out, _, c| match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        c => out.push(c),
    });
}

/// Text as the value of an attribute, without its quotes. Line breaks and tabs survive.
pub fn xml_attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    push_visible(&mut out, text, |out, _, c| match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        '\n' => out.push_str("&#10;"),
        '\t' => out.push_str("&#9;"),
        c => out.push(c),
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let table = [
            ("plain", "The dam.", "The dam.", "The dam."),
            (
                "markup",
                "<a b=\"c\">&'",
                "&lt;a b=\"c\"&gt;&amp;'",
                "&lt;a b=&quot;c&quot;&gt;&amp;&#39;",
            ),
            (
                "what XML cannot hold",
                "\0\u{b}\u{ffff}",
                "⟦U+0000⟧⟦U+000B⟧⟦U+FFFF⟧",
                "⟦U+0000⟧⟦U+000B⟧⟦U+FFFF⟧",
            ),
            ("bidi override", "a\u{202e}b", "a⟦U+202E⟧b", "a⟦U+202E⟧b"),
            ("lines", "a\nb\tc", "a\nb\tc", "a&#10;b&#9;c"),
            ("other scripts", "水 ماء 🙂", "水 ماء 🙂", "水 ماء 🙂"),
        ];
        for (why, text, content, attribute) in table {
            assert_eq!(xml_text(text), content, "{why}");
            assert_eq!(xml_attribute(text), attribute, "{why}");
        }
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let pack = || {
            Package::new()
                .file("a.xml", b"<a/>")
                .file("b/c.xml", b"<c/>")
                .finish()
        };
        assert!(pack().is_ok());
        assert_eq!(pack(), pack());
        let twice = Package::new().file("a", b"1").file("a", b"2").finish();
        assert!(twice.is_err(), "a name stands for one file");
    }
}
