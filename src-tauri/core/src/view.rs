//! The shapes in which an article crosses to a reader: the window, `stet show --json`, the report.
//! Pictures of the truth, made by [`crate::article`]; nothing here is stored.

mod kinds;

use serde::{Deserialize, Serialize};

use crate::{
    reading::ReadingView,
    text::{CodePoint, Span},
};

pub use kinds::{
    BlockKind, Fit, LeftOut, Provenance, RemarkKind, Sensitivity, Standing, Tag, TagState,
    TrackedChanges,
};

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BlockView {
    /// Position, from 1.
    pub n: u32,
    /// What it is.
    pub kind: BlockKind,
    /// First code point.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
}

/// One checker's tag as it lies on one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TagView {
    /// Name of the checker, as it stands in reports.
    pub checker: String,
    /// Fingerprint of the checker's key, 16 hex digits.
    pub checker_id: String,
    /// Absent when only a finding, wording or speaker was noted.
    pub tag: Option<Tag>,
    /// The checker's reasoning; empty if none.
    pub finding: String,
    /// Proposed wording; empty if none.
    pub correction: String,
    /// Who is said to have said it; empty if none.
    pub speaker: String,
    /// When the tag was given, ISO 8601 UTC.
    pub at: String,
    /// Whether it still speaks of these words.
    pub state: TagState,
    /// How its span lies on the sentence.
    pub fit: Fit,
    /// Whether it is the reader's own.
    pub mine: bool,
}

/// What somebody decided about everybody's tags on a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AdjudicationView {
    /// The event that gave it, base64url.
    pub event: String,
    /// The tag that was decided on.
    pub tag: Tag,
    /// Why; empty if that was not said.
    pub reason: String,
    /// Name of who decided.
    pub checker: String,
    /// Fingerprint of the key, 16 hex digits.
    pub checker_id: String,
    /// When, ISO 8601 UTC.
    pub at: String,
    /// Whether the reader decided.
    pub mine: bool,
    /// Whether whoever decided has one of the judged tags: decided on an own one.
    pub own: bool,
    /// Whether it holds; if not, a tag that it did not judge has reopened it.
    pub holds: bool,
    /// How its span lies on the sentence.
    pub fit: Fit,
}

/// A source's passage used for a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EvidenceView {
    /// Its id.
    pub id: String,
    /// The source's id.
    pub source: String,
    /// The source's title; its address where it has none.
    pub title: String,
    /// Address, or empty.
    pub url: String,
    /// Who may read the source's name.
    pub sensitivity: Sensitivity,
    /// The quoted passage, or empty.
    pub quotation: String,
    /// Page, paragraph or time stamp, or empty.
    pub locator: String,
    /// Who added it.
    pub checker: String,
}

/// A comment, note or link of the file, on words of the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RemarkView {
    /// First code point of the words it is on.
    pub start: CodePoint,
    /// First code point after them; equal to `start` where it hangs on a place.
    pub end: CodePoint,
    /// What it is.
    pub kind: RemarkKind,
    /// Who wrote it, or empty.
    pub author: String,
    /// Its words; the address of a link.
    pub text: String,
}

/// Two values left standing in one shared place: a value to show, not an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ConflictView {
    /// The field, as the schema names it.
    pub field: String,
    /// The values, each with who set it.
    pub values: Vec<String>,
}

/// One sentence, or one part of a sentence that a person split.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SentenceView {
    /// Position in the text, from 1; it changes with splits. People use the label.
    pub n: u32,
    /// What people call it: 9, 9b, H1, C2.
    pub label: String,
    /// First code point.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
    /// Its words.
    pub text: String,
    /// The block it is in, from 1.
    pub block: u32,
    /// What it shows.
    pub standing: Standing,
    /// Everybody's tags that touch it, sorted by checker id, then event.
    pub tags: Vec<TagView>,
    /// What was decided about them, oldest first; two where two people decided at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<Vec<AdjudicationView>>"))]
    pub adjudications: Vec<AdjudicationView>,
    /// Evidence, oldest first.
    pub evidence: Vec<EvidenceView>,
    /// Comments, notes and links of the file it came from that touch it: candidates for sources.
    pub remarks: Vec<RemarkView>,
    /// Queries (none yet).
    #[cfg_attr(feature = "types", ts(type = "unknown[]"))]
    pub queries: Vec<serde_json::Value>,
    /// "Come back": shared, never printed.
    pub flagged: bool,
    /// Whether its check may be published as a ClaimReview.
    pub publish: bool,
    /// Shared values that two people set differently.
    pub conflicts: Vec<ConflictView>,
    /// What is owed, in words a checker would use ("no source"); empty when nothing is.
    pub debts: Vec<String>,
}

impl SentenceView {
    /// Its span in the article's text.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }
}

/// Counts of sentences (parts rolled up), for strips, lists and the report's first line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Counts {
    /// All sentences.
    pub sentences: u32,
    /// Verified.
    pub verified: u32,
    /// Disputed.
    pub disputed: u32,
    /// Attributed-only.
    pub attributed_only: u32,
    /// No claim.
    pub no_claim: u32,
    /// Nobody has concluded.
    pub untagged: u32,
    /// Checkers differ; counted as open.
    pub disagreement: u32,
    /// Flagged.
    pub flagged: u32,
    /// Sentences that owe something.
    pub owed: u32,
    /// Words in closed sentences.
    pub words_closed: u32,
    /// Words in all sentences.
    pub words: u32,
}

/// An article under check, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ArticleView {
    /// The draft's id: 16 hex digits.
    pub article: String,
    /// Its title.
    pub title: String,
    /// Its canonical text.
    pub text: String,
    /// Language, BCP 47.
    pub lang: String,
    /// Who wrote it, in order.
    pub authors: Vec<String>,
    /// Who published it, or empty.
    pub publisher: String,
    /// Publication date (ISO 8601 date), or empty.
    pub published: String,
    /// Its address (http or https), or empty.
    pub url: String,
    /// Whose it is.
    pub provenance: Provenance,
    /// Whether it is the built-in sample, which stays out of counts and shares.
    pub sample: bool,
    /// Its blocks.
    pub blocks: Vec<BlockView>,
    /// Its sentences and parts, in order.
    pub sentences: Vec<SentenceView>,
    /// Who was asked to read it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<Vec<ReadingView>>"))]
    pub readings: Vec<ReadingView>,
    /// Counts.
    pub counts: Counts,
}

/// One row of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ArticleRow {
    /// The draft's id: 16 hex digits.
    pub article: String,
    /// Its title.
    pub title: String,
    /// Language, BCP 47.
    pub lang: String,
    /// Publication date, or empty.
    pub published: String,
    /// Whose it is.
    pub provenance: Provenance,
    /// Whether it is the built-in sample.
    pub sample: bool,
    /// When it was imported, ISO 8601 UTC.
    pub imported_at: String,
    /// When it was last worked on, ISO 8601 UTC.
    pub worked_at: String,
    /// The article that this one is nearly the same as, if somebody says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub same_as: Option<String>,
    /// Counts.
    pub counts: Counts,
}

/// One step of a person, as the history shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct StepView {
    /// The step's id, base64url.
    pub step: String,
    /// What it did, in words.
    pub label: String,
    /// When, ISO 8601 UTC.
    pub at: String,
    /// Who.
    pub checker: String,
}
