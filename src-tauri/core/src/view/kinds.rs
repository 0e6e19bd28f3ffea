//! The words of the shapes: what a thing is, one of a few.

use serde::{Deserialize, Serialize};

/// What a checker concluded about a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tag {
    /// Everything the words assert is supported.
    Verified,
    /// Credible evidence contradicts some words, or credible sources conflict.
    Disputed,
    /// It is sure that this speaker said this; not that it is so.
    AttributedOnly,
    /// Nothing in it could be wrong.
    NoClaim,
}

/// What a sentence shows: what was decided; else the tag on which all checkers agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Nobody has concluded.
    Untagged,
    /// All say verified.
    Verified,
    /// All say disputed.
    Disputed,
    /// All say attributed-only.
    AttributedOnly,
    /// All say no claim.
    NoClaim,
    /// Checkers differ, or one checker differs with himself on two machines, and nobody has decided
    /// since: open.
    Disagreement,
}

/// How the span of a tag lies on a sentence. Only `exact` closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// The same words.
    Exact,
    /// The tag covers this sentence and more.
    Wider,
    /// The tag covers a piece of this sentence.
    Narrower,
    /// They overlap.
    Partial,
}

/// Whether a tag still speaks of the words it was given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TagState {
    /// It does.
    Current,
    /// A new draft changed the sentence.
    Suspended,
    /// A new draft has the sentence more than once.
    Ambiguous,
}

/// What a block of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The article's title, as printed.
    Headline,
    /// The lines under the headline.
    Deck,
    /// A heading within the text.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set off.
    Quotation,
    /// Words under a picture.
    Caption,
    /// Who made the text or picture.
    Credit,
    /// A cell of a table.
    TableCell,
}

/// Whose article it is: of somebody else's published one, reports quote sentences, not the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// Ours, not yet published.
    #[default]
    Ours,
    /// Somebody else's, published.
    Theirs,
}

/// Who may read a source's name: which profiles of a report print it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// Everybody.
    #[default]
    Public,
    /// The house: editor and lawyer.
    Internal,
    /// The lawyer alone.
    Protected,
}

impl Sensitivity {
    /// All, from the most open.
    pub const ALL: [Self; 3] = [Self::Public, Self::Internal, Self::Protected];

    /// Its stored name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Protected => "protected",
        }
    }

    /// From its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Something that a file held beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// A comment in the margin.
    Comment,
    /// A footnote or endnote.
    Footnote,
    /// A link to an address (http or https only).
    Link,
}

/// Why a block of a file is not taken for a part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// Menus, teasers, comments of readers, footers of a web page.
    AroundArticle,
    /// The head or foot that runs on every page.
    RunningHead,
    /// A page's number.
    PageNumber,
    /// An earlier mail, quoted under a new one.
    QuotedMail,
    /// A mail's signature.
    Signature,
}

/// Which side of a file's tracked changes is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TrackedChanges {
    /// As if all were accepted: what the next reader would get.
    #[default]
    Accepted,
    /// As if all were rejected: what was there before.
    Original,
}
