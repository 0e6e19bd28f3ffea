//! The formats that are read, and how those that are not are called when they are refused.

use serde::{Deserialize, Serialize};
use stet_core::error::{Code, Error, Result};

/// A format that Stet reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    Text,
    /// CommonMark with tables.
    Markdown,
    /// Pages of letters with places.
    Pdf,
    /// An e-mail as it is sent.
    Eml,
    /// An e-mail as Outlook keeps it.
    Msg,
}

impl Format {
    /// All of them, as file dialogs list them.
    pub const ALL: [Self; 5] = [Self::Text, Self::Markdown, Self::Pdf, Self::Eml, Self::Msg];

    /// Its name for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Text => "Plain text",
            Self::Markdown => "Markdown",
            Self::Pdf => "PDF",
            Self::Eml => "E-mail",
            Self::Msg => "Outlook e-mail",
        }
    }

    /// How names of such files end, in lower case without the dot; the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt", "text"],
            Self::Markdown => &["md", "markdown", "mdown", "mkd"],
            Self::Pdf => &["pdf"],
            Self::Eml => &["eml"],
            Self::Msg => &["msg"],
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
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"\x7fELF", "a program"),
];

/// Names of other formats by extension, for what is a ZIP file underneath and what is text.
const OTHERS: &[(&str, &str)] = &[
    ("docx", "a Word document"),
    ("doc", "a Word document"),
    ("odt", "an OpenDocument text"),
    ("xlsx", "an Excel workbook"),
    ("pptx", "a PowerPoint file"),
    ("epub", "an EPUB book"),
    ("pages", "a Pages document"),
    ("rtf", "an RTF document"),
    ("html", "a web page"),
    ("htm", "a web page"),
    ("xhtml", "a web page"),
    ("mhtml", "a web page"),
    ("json", "a JSON file"),
    ("xml", "an XML file"),
    ("csv", "a table"),
];

/// The format in which a file is to be read, if it is one that Stet reads.
pub fn recognise(name: &str, called: &str, bytes: &[u8]) -> Result<Format> {
    if pdf_starts(bytes) {
        return Ok(Format::Pdf);
    }
    // An old Office file underneath.
    if Format::of_name(name) == Some(Format::Msg) {
        return Ok(Format::Msg);
    }
    let extension = extension(name);
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
    Format::of_name(name).ok_or_else(|| match other {
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
        format!("{what}; Stet reads {} so far.", read.join(" and ")),
        "Copy the article's text into a .txt file, or paste it.",
    )
}

/// What stands after the last dot of a file's name, in lower case; `.profile` has none.
fn extension(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, end) = file.rsplit_once('.')?;
    (!stem.is_empty() && !end.is_empty()).then(|| end.to_lowercase())
}
