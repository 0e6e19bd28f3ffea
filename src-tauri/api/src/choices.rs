//! What a person decides at import, and what an import did.

use stet_core::view::{BlockKind, Provenance};

/// What a person decides at import.
#[derive(Clone, Debug, Default)]
pub struct ImportChoices {
    /// Title; empty: as found.
    pub title: String,
    /// Language, BCP 47; empty: as found.
    pub language: String,
    /// Authors; none: as found.
    pub authors: Option<Vec<String>>,
    /// Publisher; none: as found, empty: there is none.
    pub publisher: Option<String>,
    /// Publication date, ISO 8601; none: as found, empty: there is none.
    pub published: Option<String>,
    /// Address, http or https; none: as found, empty: there is none.
    pub url: Option<String>,
    /// Whose it is.
    pub provenance: Provenance,
    /// Whether quotations are kept whole when sentences are cut; none: as the database's setting
    /// says.
    pub keep_quotations: Option<bool>,
    /// Changes of the blocks that were read.
    pub blocks: BlockChoices,
}

/// What is kept whole: choices of a database, see [`crate::Session::kept`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    /// The file, beside its text.
    pub original: bool,
    /// Quotations, when sentences are cut: else they are cut like the rest.
    pub quotations: bool,
}

impl Kept {
    /// Nothing: what was never a file, cut as usual.
    pub const NONE: Self = Self {
        original: false,
        quotations: false,
    };
}

/// What a person changes of the blocks that were read; all by index.
#[derive(Clone, Debug, Default)]
pub struct BlockChoices {
    /// Kinds that were changed.
    pub kinds: Vec<(u32, BlockKind)>,
    /// Blocks put back into the article.
    pub put_back: Vec<u32>,
    /// Blocks left out of it.
    pub leave_out: Vec<u32>,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The draft's id: 16 hex digits.
    pub article: String,
    /// Its title.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// Number of blocks.
    pub blocks: u32,
    /// Number of sentences.
    pub sentences: u32,
    /// Whether the same text was here before; nothing was changed then.
    pub already_here: bool,
    /// What the person should know of the reading.
    pub notes: Vec<String>,
}
