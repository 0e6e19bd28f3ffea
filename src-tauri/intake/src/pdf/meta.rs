//! What a PDF says of itself.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};

use crate::document::Meta;

use super::strings;

/// Names of files that programs put where a title belongs.
const FILE_NAMES: &[&str] = &[
    ".doc", ".docx", ".odt", ".rtf", ".indd", ".qxd", ".qxp", ".pdf", ".txt", ".tex", ".dvi",
    ".ps", ".htm", ".html", ".ppt", ".pptx", ".xls", ".xlsx",
];

/// Title, authors, language. Its dates are those of the file, not of publication: left out.
pub fn of(pdf: &Pdf) -> Meta {
    let said = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| {
        bytes
            .as_deref()
            .map(strings::decode)
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    let title = text(&said.title);
    let lower = title.to_lowercase();
    let is_name = FILE_NAMES.iter().any(|end| lower.ends_with(end))
        || lower.starts_with("microsoft word -")
        || matches!(
            lower.as_str(),
            "untitled" | "title" | "document" | "unknown"
        );
    let authors = text(&said.author);
    let root: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    let language = root
        .and_then(|root| root.get::<PdfString<'_>>(b"Lang"))
        .map(|lang| strings::decode(lang.as_bytes()))
        .filter(|lang| is_language(lang))
        .unwrap_or_default();
    Meta {
        title: if is_name { String::new() } else { title },
        authors: authors
            .split(';')
            .map(str::trim)
            .filter(|author| !author.is_empty())
            .map(str::to_owned)
            .collect(),
        language,
        ..Meta::default()
    }
}

/// Whether it looks like BCP 47: `en`, `pt-BR`.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let plain = |part: &str| {
        (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(plain)
}
