//! What a file is read into: one shape for every format. It crosses the worker's pipe as JSON.

use serde::{Deserialize, Serialize};
pub use stet_core::view::{LeftOut, RemarkKind, TrackedChanges as Changes};
use stet_core::{
    draft::{Block, collapse},
    text::CodePoint,
    view::BlockKind,
};

use crate::Format;

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What the file says of itself, with a title in every case.
    pub meta: Meta,
    /// All its blocks in order, none without words; those left out stand where they stood.
    pub blocks: Vec<FoundBlock>,
    /// Comments, notes and links of the file, each on words of a block.
    pub remarks: Vec<Remark>,
    /// What the person should know of the reading: whole sentences, ready to be shown.
    pub notes: Vec<String>,
    /// What it was read as.
    pub format: Format,
    /// How its bytes became text, where that was a guess that the person may change.
    pub encoding: Option<Encoding>,
    /// Whether it holds tracked changes, so that reading it as [`Changes::Original`] differs.
    pub tracked_changes: bool,
}

impl Document {
    /// The article's running text, one block a line: without headline, deck, captions and credits.
    #[must_use]
    pub fn main_text(&self) -> String {
        let around = |kind| {
            matches!(
                kind,
                BlockKind::Headline | BlockKind::Deck | BlockKind::Caption | BlockKind::Credit
            )
        };
        let mut text = String::new();
        for block in &self.blocks {
            if block.left_out.is_none() && !around(block.kind) {
                text.push_str(&collapse(&block.text));
                text.push('\n');
            }
        }
        text
    }
}

/// What a file says of itself. Empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The headline; else what the file calls itself; else how its first sentence begins.
    pub title: String,
    /// Who wrote it, in order.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: String,
    /// When, as an ISO 8601 date (2026-11-05); empty where the file's date is no full date.
    pub published: String,
    /// Its canonical address, http or https.
    pub url: String,
    /// Its language as the file declares it, BCP 47. (A guess from the text is not made here.)
    pub language: String,
}

/// A block of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its words; white space need not be collapsed unless remarks point into it.
    pub text: String,
    /// Why it is not taken for a part of the article; the person may put it back.
    pub left_out: Option<LeftOut>,
}

impl FoundBlock {
    /// A block of the article.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            left_out: None,
        }
    }

    /// A block that stands around the article.
    pub fn left_out(kind: BlockKind, text: impl Into<String>, why: LeftOut) -> Self {
        Self {
            left_out: Some(why),
            ..Self::new(kind, text)
        }
    }
}

impl From<Block> for FoundBlock {
    fn from(block: Block) -> Self {
        Self::new(block.kind, block.text)
    }
}

/// Something the file holds beside its text: a candidate for a source of the sentence it is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Index of the block in [`Document::blocks`].
    pub block: u32,
    /// First code point in the block's text, white space collapsed, of the words it is on.
    pub start: CodePoint,
    /// First code point after them; equal to `start` where it hangs on a place.
    pub end: CodePoint,
    /// What it is.
    pub kind: RemarkKind,
    /// Who wrote it, or empty.
    pub author: String,
    /// Its words, paragraphs joined by LF; the address of a link.
    pub text: String,
}

/// How bytes became text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encoding {
    /// Its name in the Encoding Standard: `UTF-8`, `windows-1252`.
    pub name: String,
    /// Whether it was guessed: neither declared, marked nor valid UTF-8.
    pub guessed: bool,
}

/// What a person may choose about the reading of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The encoding, by a label of the Encoding Standard; found where it is none.
    pub encoding: Option<String>,
    /// Which side of tracked changes is read.
    pub changes: Changes,
    /// The address a page was fetched from: its links are relative to it.
    pub address: Option<String>,
}
