//! What importing takes and gives.

use serde::{Deserialize, Serialize};
use stet_core::view::{LeftOut, Provenance, TrackedChanges};

/// The TypeScript declarations of these shapes.
#[cfg(feature = "types")]
pub(super) fn declared(config: &ts_rs::Config) -> Vec<String> {
    use ts_rs::TS;
    [vec![Stage::decl(config)], own(config)].concat()
}

/// What a reading that is under way is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// A page is being fetched.
    Fetching,
    /// Bytes are being read as an article.
    Reading,
}

shapes! {
    /// Text that was pasted.
    StageText {
        /// The text.
        text: String,
        /// Whether it is HTML, as a browser puts it on the clipboard, and not plain text.
        #[serde(default)]
        html: bool,
    }
    /// An address to import from.
    StageAddress {
        /// http or https.
        url: String,
        /// Whether the person allows addresses of the own machine and of private networks.
        allow_private: bool,
    }
    /// Reads the bytes of what is staged once more, in another way. Edits made on the screen are
    /// the screen's: what comes back is what was found.
    Restage {
        /// Handle of what was staged.
        id: String,
        /// The encoding, by a label of the Encoding Standard; none: found again.
        encoding: Option<String>,
        /// Which side of tracked changes.
        changes: TrackedChanges,
    }
    /// How far the reading that is under way has come; asked again and again while it is.
    Staging {
        /// What is being done; none when nothing is.
        stage: Option<Stage>,
        /// Bytes that have come so far, while it is fetched.
        bytes: u32,
        /// Bytes there are in all, where the other side said so.
        of: Option<u32>,
    }
    /// An article read but not yet imported: what the import screen shows.
    Staged {
        /// Handle for `import_staged` and `restage`.
        id: String,
        /// File name, or the address it was fetched from, or empty for pasted text.
        name: String,
        /// What it was read as, for people: “Word document”.
        format: String,
        /// Title found, editable.
        title: String,
        /// Authors found, in order, editable.
        authors: Vec<String>,
        /// Publisher found, or empty, editable.
        publisher: String,
        /// Publication date found (ISO 8601 date), or empty, editable.
        published: String,
        /// Address found, or empty, editable.
        url: String,
        /// Language declared or guessed, editable.
        lang: String,
        /// How its bytes became text, where that is for the person to change.
        encoding: Option<StagedEncoding>,
        /// Whether it holds tracked changes, so that it can be read in two ways.
        tracked_changes: bool,
        /// Which side of them was read.
        changes: TrackedChanges,
        /// Number of blocks that are taken for the article.
        blocks: u32,
        /// Number of blocks that are left out.
        left_out: u32,
        /// Number of sentences in the blocks that are taken.
        sentences: u32,
        /// The first blocks in order, those left out among them; a block's index here is its index
        /// in `import_staged`.
        preview: Vec<StagedBlock>,
        /// Number of blocks beyond those.
        beyond: u32,
        /// Number of comments, notes and links that come along.
        remarks: u32,
        /// Things to know (few blocks found, control characters left out…): whole sentences.
        notes: Vec<String>,
        /// The library's article with the same text, if it is already here.
        already_here: Option<String>,
    }
    /// How bytes became text.
    StagedEncoding {
        /// Its name in the Encoding Standard: `UTF-8`, `windows-1252`.
        name: String,
        /// Whether it was guessed.
        guessed: bool,
    }
    /// A block that was read.
    StagedBlock {
        /// What it is.
        kind: stet_core::view::BlockKind,
        /// Its words; of a very long one the beginning and “…”.
        text: String,
        /// Why it is not taken for a part of the article; none if it is.
        left_out: Option<LeftOut>,
        /// Number of its sentences.
        sentences: u32,
    }
    /// Import choices.
    ImportStaged {
        /// Handle of what was staged.
        id: String,
        /// Title; empty: as found.
        title: String,
        /// Authors, in order.
        authors: Vec<String>,
        /// Publisher, or empty.
        publisher: String,
        /// Publication date (ISO 8601 date), or empty.
        published: String,
        /// Address (http or https), or empty.
        url: String,
        /// Language, BCP 47.
        lang: String,
        /// Whose it is.
        provenance: Provenance,
        /// Kinds the person changed in the preview: (index of block, kind).
        kinds: Vec<(u32, stet_core::view::BlockKind)>,
        /// Blocks the person puts back into the article: their indices.
        put_back: Vec<u32>,
        /// Blocks the person leaves out: their indices.
        leave_out: Vec<u32>,
    }
}
