//! What a report looks like before it is saved. Everything shown is read back from the bytes that
//! saving would write, so that nobody is shown a report that the file does not hold; the pictures of
//! a PDF are of the same setting of its pages.

mod package;
mod sheets;
mod table;
mod word;

use stet_core::error::{Code, Error, Result};

use crate::{
    commands::{Preview, PreviewTable},
    making::Making,
};

/// Characters of a text that a screen shows without growing slow.
const MOST_CHARACTERS: usize = 200_000;
/// Pages that it holds as pictures.
pub const MOST_PAGES: usize = 60;
/// Rows of a table, and paragraphs of a document.
const MOST_ROWS: usize = 400;

/// What a PDF looks like: its first pages, and how many follow.
pub fn pages(pages: Vec<String>, beyond: usize) -> Preview {
    Preview::Pages {
        pages,
        beyond: count(beyond),
    }
}

/// What a report looks like that is no PDF.
///
/// # Errors
/// `internal`: the bytes are not what their format says.
pub fn of(making: &Making, bytes: &[u8]) -> Result<Preview> {
    match making.format.name() {
        "html" => Ok(Preview::Page {
            html: text(bytes)?.to_owned(),
        }),
        "csv" => Ok(Preview::Tables {
            tables: vec![first_rows(String::new(), table::rows(text(bytes)?))],
        }),
        "xlsx" => Ok(Preview::Tables {
            tables: sheets::read(bytes)?
                .into_iter()
                .map(|(name, rows)| first_rows(name, rows))
                .collect(),
        }),
        "docx" => word::read(bytes),
        "qdpx" => Ok(beginning(
            &package::Package::open(bytes)?.text("project.qde")?,
        )),
        _ => Ok(beginning(text(bytes)?)),
    }
}

fn text(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|_| not_so("a text"))
}

fn beginning(text: &str) -> Preview {
    let cut = text
        .char_indices()
        .nth(MOST_CHARACTERS)
        .map_or(text.len(), |(at, _)| at);
    Preview::Text {
        text: text[..cut].to_owned(),
        beyond: count(text[cut..].chars().count()),
    }
}

fn first_rows(name: String, mut rows: Vec<Vec<String>>) -> PreviewTable {
    let beyond = count(rows.len().saturating_sub(MOST_ROWS));
    rows.truncate(MOST_ROWS);
    PreviewTable { name, rows, beyond }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn not_so(what: &str) -> Error {
    Error::new(
        Code::Internal,
        format!("The report that was made is not {what}."),
        "Choose another format, and tell the makers of Stet.",
    )
}
