//! Conflicts, as they cross to readers.

use serde::{Deserialize, Serialize};

use crate::{
    schema::{Entity, Field},
    text::CodePoint,
    view::{Fit, Tag},
};

/// What kind of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    /// Two people's tags.
    Disagreement,
    /// One person's two values, of two machines.
    Fork,
    /// Two values of a field that there is one of for all.
    Shared,
    /// A tag that was given when the boundaries lay elsewhere.
    Fit,
}

/// What choosing a side does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Settling {
    /// Decides on that side's tag, with a reason.
    Adjudicate,
    /// Says that side's value anew; it takes the place of all.
    Assign,
    /// Nothing: only its author can say which of his values he means.
    Theirs,
}

/// A step that led to a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Trace {
    /// When, ISO 8601 UTC.
    pub at: String,
    /// Who.
    pub checker: String,
    /// What, in words.
    pub what: String,
}

/// One of the values that stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Side {
    /// The event that gave it, base64url: names the side.
    pub event: String,
    /// Name of who said it.
    pub checker: String,
    /// Fingerprint of the key, 16 hex digits.
    pub checker_id: String,
    /// Whether it is the reader's own.
    pub mine: bool,
    /// When, ISO 8601 UTC.
    pub at: String,
    /// The tag, where it is one.
    pub tag: Option<Tag>,
    /// The reasoning (of a decision its reason), or empty.
    pub finding: String,
    /// The value in words.
    pub value: String,
    /// Whether it is a decision, not somebody's tag.
    pub decision: bool,
    /// How its span lies on the sentence; `exact` of what is not a tag.
    pub fit: Fit,
    /// The words that it was said of, where they are not those of the sentence.
    pub words: String,
    /// What led to it, oldest first, itself last.
    pub history: Vec<Trace>,
    /// The place that it stands in, for whoever looks its history up.
    #[serde(skip)]
    #[cfg_attr(feature = "types", ts(skip))]
    pub place: Option<(Entity, Field)>,
}

/// Something on which people, or machines, differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Conflict {
    /// Names it as long as it lasts.
    pub id: String,
    /// The article's id: 16 hex digits.
    pub article: String,
    /// What kind it is.
    pub kind: ConflictKind,
    /// The field, as the schema names it.
    pub field: String,
    /// What choosing a side does.
    pub settling: Settling,
    /// The sentence's label; empty where it is about the article as a whole.
    pub label: String,
    /// First code point of the sentence; 0 where it is about the article as a whole.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
    /// The sentence's words, or empty.
    pub text: String,
    /// Whether it had been decided, and a newer tag reopened it.
    pub reopened: bool,
    /// The values, in the order of their events.
    pub sides: Vec<Side>,
}
