//! The formats that are read, and how those that are not are called when they are refused.

use serde::{Deserialize, Serialize};
use stet_core::error::{Code, Error, Result};

use crate::refusal::{damaged, locked};

/// A format that Stet reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    Text,
    /// CommonMark with tables.
    Markdown,
    /// A web page.
    Html,
    /// Pages of letters with places.
    Pdf,
    /// An e-mail as it is sent.
    Eml,
    /// An e-mail as Outlook keeps it.
    Msg,
    /// A Word document (Office Open XML).
    Docx,
    /// Rich Text Format.
    Rtf,
    /// An EPUB book.
    Epub,
    /// An OpenDocument text, zipped or flat.
    Odt,
}

impl Format {
    /// All of them, as file dialogs list them.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Pdf,
        Self::Eml,
        Self::Msg,
        Self::Docx,
        Self::Rtf,
        Self::Epub,
        Self::Odt,
    ];

    /// Its name for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Text => "Plain text",
            Self::Markdown => "Markdown",
            Self::Html => "Web page",
            Self::Pdf => "PDF",
            Self::Eml => "E-mail",
            Self::Msg => "Outlook e-mail",
            Self::Docx => "Word document",
            Self::Rtf => "RTF document",
            Self::Epub => "EPUB book",
            Self::Odt => "OpenDocument text",
        }
    }

    /// How names of such files end, in lower case without the dot; the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt", "text"],
            Self::Markdown => &["md", "markdown", "mdown", "mkd"],
            Self::Html => &["html", "htm", "xhtml", "xht"],
            Self::Pdf => &["pdf"],
            Self::Eml => &["eml"],
            Self::Msg => &["msg"],
            Self::Docx => &["docx", "docm", "dotx", "dotm"],
            Self::Rtf => &["rtf"],
            Self::Epub => &["epub"],
            Self::Odt => &["odt", "ott", "fodt"],
        }
    }

    /// The format of a file of this name, by its extension; names without one are plain text.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match extension(name) {
            None => Some(Self::Text),
            Some(extension) => Self::ALL
                .into_iter()
                .find(|format| format.extensions().contains(&extension.as_str())),
        }
    }
}

/// What tells a format by its bytes, whatever the file is called.
fn by_content(bytes: &[u8]) -> Option<Format> {
    if pdf_starts(bytes) {
        return Some(Format::Pdf);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(Format::Rtf);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    // Some put what they are first, unpacked; of others the list of parts at the end tells.
    let first = bytes
        .get(30..)
        .and_then(|rest| rest.strip_prefix(b"mimetype"));
    let is = |kind: &[u8]| first.is_some_and(|first| first.starts_with(kind));
    let tail = &bytes[bytes.len().saturating_sub(256 * 1024)..];
    let names = |part: &[u8]| tail.windows(part.len()).any(|at| at == part);
    if is(b"application/vnd.oasis.opendocument.text") {
        Some(Format::Odt)
    } else if is(b"application/epub+zip") {
        Some(Format::Epub)
    } else if names(b"word/document.xml") {
        Some(Format::Docx)
    } else {
        None
    }
}

/// Whether a file begins as web pages do. They come under any name: `story.php`, or none.
fn page_starts(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = bytes.trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"].iter().any(|mark| {
        head.get(..mark.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(mark))
    })
}

/// The beginning of an old Office file; newer ones that are encrypted hide in one.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The name in such a file of what is encrypted in it.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// Whether a PDF begins here, behind white space or a mark of UTF-8.
fn pdf_starts(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"%PDF-")
}

/// How files begin that are no text to us, and what they are called.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a ZIP file"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"\x7fELF", "a program"),
];

/// Names of other formats by extension, for what is a ZIP file underneath and what is text.
const OTHERS: &[(&str, &str)] = &[
    ("doc", "a Word document"),
    ("xlsx", "an Excel workbook"),
    ("pptx", "a PowerPoint file"),
    ("pages", "a Pages document"),
    ("mhtml", "a web page"),
    ("json", "a JSON file"),
    ("xml", "an XML file"),
    ("csv", "a table"),
];

/// The format in which a file is to be read, if it is one that Stet reads.
pub fn recognise(name: &str, called: &str, bytes: &[u8]) -> Result<Format> {
    if let Some(format) = by_content(bytes) {
        return Ok(format);
    }
    let named = Format::of_name(name);
    let mail = named == Some(Format::Msg); // may have such a file attached
    if !mail
        && bytes.starts_with(COMPOUND)
        && bytes.windows(ENCRYPTED.len()).any(|at| at == ENCRYPTED)
    {
        return Err(locked(called, "it opens with a password only"));
    }
    let extension = extension(name);
    let zipped = bytes.starts_with(b"PK");
    let flat = bytes
        .trim_ascii_start()
        .first()
        .is_some_and(|byte| matches!(byte, b'<' | 0xEF));
    match named {
        Some(format @ (Format::Docx | Format::Odt | Format::Epub)) if zipped => return Ok(format),
        Some(Format::Odt) if flat => return Ok(Format::Odt),
        _ => {}
    }
    if named == Some(Format::Msg) {
        return Ok(Format::Msg);
    }
    let other = extension
        .as_deref()
        .and_then(|end| OTHERS.iter().find(|(known, _)| *known == end));
    if let Some((_, what)) = SIGNATURES
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
    {
        if *what == "a database" {
            return Err(Error::new(
                Code::FormatUnknown,
                format!("{called} is a database, not an article."),
                "An annotation database is opened with --db; a colleague's share is added with `stet merge`.",
            ));
        }
        let what = if what.ends_with("ZIP file") {
            other.map_or(*what, |(_, title)| title)
        } else {
            what
        };
        return Err(unknown(&format!("{called} is {what}")));
    }
    if let Some(format @ (Format::Docx | Format::Odt | Format::Epub | Format::Rtf)) = named {
        let what = format!("it is no {}, whatever its name says", format.title());
        return Err(damaged(called, &what));
    }
    if (extension.is_none() || named.is_none() && other.is_none()) && page_starts(bytes) {
        return Ok(Format::Html);
    }
    named.ok_or_else(|| match other {
        Some((_, what)) => unknown(&format!("{called} is {what}")),
        None => unknown(&format!(
            "{called} is a .{} file",
            extension.unwrap_or_default()
        )),
    })
}

fn unknown(what: &str) -> Error {
    let read: Vec<String> = Format::ALL
        .iter()
        .filter_map(|format| format.extensions().first())
        .map(|end| format!(".{end}"))
        .collect();
    Error::new(
        Code::FormatUnknown,
        format!("{what}; Stet reads {} so far.", list(&read)),
        "Copy the article's text into a .txt file, or paste it.",
    )
}

/// `.txt, .md and .docx`
fn list(ends: &[String]) -> String {
    match ends {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => ends.concat(),
    }
}

/// What stands after the last dot of a file's name, in lower case; `.profile` has none.
fn extension(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, end) = file.rsplit_once('.')?;
    (!stem.is_empty() && !end.is_empty()).then(|| end.to_lowercase())
}
