//! The report as tables of plain text, for the formats that are rows and columns. What a column
//! says is decided once, here; a writer only sets cells, and makes what is in them inert.

mod decisions;
mod sentences;
mod sources;
mod summary;
mod words;

use std::borrow::Cow;

use stet_core::{report::Dossier, view::Standing};

pub(crate) use self::{
    decisions::decisions,
    sentences::{Detail, sentences},
    sources::sources,
    summary::summary,
    words::{aside, glyph, kind, names},
};

/// What a column of a table is.
pub(crate) struct Column {
    /// Its head.
    pub name: String,
    /// How wide it is shown, in characters.
    pub width: u16,
}

/// What stands in a cell. Texts are as they were entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell<'a> {
    /// Text, often empty.
    Text(Cow<'a, str>),
    /// Text of ours that a reader should see first.
    Strong(&'a str),
    /// A label: text, though it may look like a number.
    Label(&'a str),
    /// A count or a position.
    Number(u32),
    /// What a sentence shows, by name.
    Standing(Standing),
    /// An address, to be linked where it is safe.
    Address(&'a str),
    /// For the reader to fill in: one of these.
    Choice(&'static [&'static str]),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// Rows of cells under heads; every row has as many cells as there are columns.
pub(crate) struct Table<'a> {
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell<'a>>>,
}

impl<'a> Table<'a> {
    /// An empty table; `articles` puts a column before the others, for the article a row is about.
    fn new(name: &'static str, articles: bool, columns: &[(&str, u16)]) -> Self {
        let article = articles.then_some(("Article", 24));
        Self {
            name,
            columns: article
                .iter()
                .chain(columns)
                .map(|&(name, width)| Column {
                    name: name.to_owned(),
                    width,
                })
                .collect(),
            rows: Vec::new(),
        }
    }

    fn row(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        let row: Vec<Cell<'a>> = cells.into_iter().collect();
        debug_assert_eq!(row.len(), self.columns.len(), "a cell for each column");
        self.rows.push(row);
    }
}

/// What names an article at the head of a row: nothing where there is but one.
fn article<'a>(dossier: &Dossier, name: &'a str, always: bool) -> Option<Cell<'a>> {
    (always || dossier.reports.len() > 1).then(|| name.into())
}
