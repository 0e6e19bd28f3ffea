//! The shapes of a report. Everything a writer prints is here, in the order of the pages, in plain
//! text; no writer decides what is said. It serialises as the body of the JSON report.

use serde::Serialize;

use super::{diff::Piece, profile::Profile, second::SecondReading};
use crate::{
    text::CodePoint,
    view::{
        BlockKind, ConflictView, Counts, Fit, Provenance, Sensitivity, Standing, Tag, TagState,
    },
};

/// A report on one article, complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What was checked.
    pub article: Article,
    /// Whom it is for.
    pub profile: Profile,
    /// Whether only sentences are quoted: then `blocks` holds those that were checked, and
    /// `article.text` is empty.
    pub quoted: bool,
    /// What stands in the way, in one line: "2 decisions before this runs."
    pub headline: String,
    /// The counts, in one line.
    pub summary: String,
    /// How many words lie in closed sentences, in one line; the only percentage of a report.
    pub coverage: String,
    /// What was looked at, by kind of text.
    pub scope: Scope,
    /// Who checked and when, in one line.
    pub checked_by: String,
    /// Counts of sentences, parts rolled up.
    pub totals: Totals,
    /// What somebody has to decide, in text order.
    pub decisions: Vec<Decision>,
    /// Sentences that stand attributed-only, in text order.
    pub attributed: Vec<Attributed>,
    /// The article, in its own order.
    pub blocks: Vec<Block>,
    /// Its sentences and parts, in order, with everything noted about them.
    pub sentences: Vec<Sentence>,
    /// Sentences that were split and whose parts stand differently: "9 disputed (9a); 9b attributed-only".
    pub parts: Vec<String>,
    /// Sources in order of first use, numbered from 1.
    pub sources: Vec<Source>,
    /// Sentences that are not closed.
    pub open: Vec<Open>,
    /// What is owed.
    pub owed: Vec<Check>,
    /// That it was handed over although something is open or owed, in one line; empty otherwise.
    pub handed_over: String,
    /// Who did what.
    pub people: Vec<Person>,
    /// What the tags mean.
    pub meanings: Vec<Meaning>,
    /// How the check was done and the report made, one statement each; what second readings showed
    /// among them.
    pub method: Vec<String>,
    /// Second readings that were finished, with their tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub second_readings: Vec<SecondReading>,
}

/// The article's identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// The draft's id: 16 hex digits of the text's SHA-256.
    pub article: String,
    /// Title.
    pub title: String,
    /// Language, BCP 47.
    pub lang: String,
    /// Who wrote it, in order.
    pub authors: Vec<String>,
    /// Who published it, or empty.
    pub publisher: String,
    /// Publication date as entered, or empty.
    pub published: String,
    /// Its address (http or https), or empty.
    pub url: String,
    /// Whose it is.
    pub provenance: Provenance,
    /// Whether it is the built-in sample.
    pub sample: bool,
    /// Date of the report, ISO 8601.
    pub date: String,
    /// First step on the article, ISO 8601 UTC, or empty.
    pub first: String,
    /// Last step on it, or empty.
    pub last: String,
    /// Number of steps recorded.
    pub steps: u32,
    /// Program and version that wrote the report.
    pub program: String,
    /// The canonical text; offsets are code points into it.
    pub text: String,
}

/// Counts as they are printed: [`Counts`] without flags, which never are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
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
    /// Checkers differ.
    pub disagreement: u32,
    /// Sentences that owe something.
    pub owed: u32,
    /// Words in closed pieces.
    pub words_closed: u32,
    /// All words.
    pub words: u32,
}

impl From<Counts> for Totals {
    fn from(counts: Counts) -> Self {
        let Counts {
            sentences,
            verified,
            disputed,
            attributed_only,
            no_claim,
            untagged,
            disagreement,
            flagged: _,
            owed,
            words_closed,
            words,
        } = counts;
        Self {
            sentences,
            verified,
            disputed,
            attributed_only,
            no_claim,
            untagged,
            disagreement,
            owed,
            words_closed,
            words,
        }
    }
}

/// Kinds of text, by how far they were checked; in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scope {
    /// Every sentence of these is closed.
    pub checked: Vec<String>,
    /// Some are, with how many: "text (28 of 31)".
    pub partly: Vec<String>,
    /// None is; and what Stet does not see.
    pub not_checked: Vec<String>,
}

/// Why a sentence needs a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It stands disputed.
    Disputed,
    /// Checkers differ.
    Disagreement,
    /// One checker's two machines hold different values.
    Fork,
    /// New wording is proposed.
    Wording,
}

impl Why {
    /// In words.
    #[must_use]
    pub const fn as_words(self) -> &'static str {
        match self {
            Self::Disputed => "Disputed",
            Self::Disagreement => "Checkers differ",
            Self::Fork => "One checker, two values",
            Self::Wording => "New wording proposed",
        }
    }
}

/// A sentence that needs a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The sentence: its index in `sentences`.
    #[serde(skip)]
    pub at: usize,
    /// Its label.
    pub label: String,
    /// Why.
    pub why: Why,
}

/// A sentence that stands attributed-only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attributed {
    /// The sentence: its index in `sentences`.
    #[serde(skip)]
    pub at: usize,
    /// Its label.
    pub label: String,
    /// Who said it; empty when nobody is named.
    pub speaker: String,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Position, from 1.
    pub n: u32,
    /// What it is.
    pub kind: BlockKind,
    /// First code point.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
    /// Its sentences, as indices into `sentences`.
    #[serde(skip)]
    pub sentences: std::ops::Range<usize>,
    /// What follows the last sentence, as a rule nothing.
    #[serde(skip)]
    pub after: String,
}

/// A sentence or part, with everything noted about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// What people call it.
    pub label: String,
    /// Label of the sentence it is a part of; its own label if it is whole.
    pub whole: String,
    /// Block it is in, from 1.
    pub block: u32,
    /// First code point.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
    /// Its words.
    pub text: String,
    /// What stands between the sentence before (or the block's start) and this one.
    #[serde(skip)]
    pub before: String,
    /// What it shows.
    pub standing: Standing,
    /// Whether its check may be published as a ClaimReview.
    pub publish: bool,
    /// What stands in the margin beside it; may be empty.
    #[serde(skip)]
    pub margin: String,
    /// Everybody's tags that touch it; nothing is left out.
    pub tags: Vec<Opinion>,
    /// What was decided about them, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<Decided>,
    /// Evidence, oldest first.
    pub evidence: Vec<Cited>,
    /// Shared values that two people set differently.
    pub conflicts: Vec<ConflictView>,
    /// What is owed.
    pub debts: Vec<String>,
}

impl Sentence {
    /// Whether anything is noted about it.
    #[must_use]
    pub fn has_note(&self) -> bool {
        !(self.tags.is_empty()
            && self.decided.is_empty()
            && self.evidence.is_empty()
            && self.conflicts.is_empty()
            && self.debts.is_empty())
    }

    /// Whether its check is published: the analyst says that it may be, and there is a conclusion.
    #[must_use]
    pub const fn is_published(&self) -> bool {
        self.publish
            && matches!(
                self.standing,
                Standing::Verified | Standing::Disputed | Standing::AttributedOnly
            )
    }

    /// Numbers of the sources it cites, ascending, each once.
    #[must_use]
    pub fn cites(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.evidence.iter().map(|cited| cited.source).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// What one checker noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opinion {
    /// Name, made unique among the report's people.
    pub checker: String,
    /// Fingerprint of the checker's key.
    pub checker_id: String,
    /// Initials for margins.
    pub initials: String,
    /// The tag, if one was given.
    pub tag: Option<Tag>,
    /// Reasoning, or empty.
    pub finding: String,
    /// Proposed wording, or empty.
    pub correction: String,
    /// The proposed wording as changes to the sentence; empty where it does not speak of exactly these words.
    #[serde(skip)]
    pub changes: Vec<Piece>,
    /// Who is said to have said it, or empty.
    pub speaker: String,
    /// When, ISO 8601 UTC.
    pub at: String,
    /// Whether it still speaks of these words.
    pub state: TagState,
    /// How its span lies on the sentence.
    pub fit: Fit,
}

impl Opinion {
    /// Whether it speaks of exactly these words, and so counts.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!((self.state, self.fit), (TagState::Current, Fit::Exact))
    }
}

/// What somebody decided about everybody's tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// The tag that was decided on.
    pub tag: Tag,
    /// Why, or empty.
    pub reason: String,
    /// Name, made unique among the report's people; empty where it is not for this reader.
    pub checker: String,
    /// Fingerprint of the key, or empty.
    pub checker_id: String,
    /// When, ISO 8601 UTC.
    pub at: String,
    /// Whether it was decided by somebody whose own tag was among them.
    pub own: bool,
    /// Whether it holds; if not, a newer tag has reopened it.
    pub holds: bool,
}

impl Decided {
    /// What goes before [`Self::words`].
    #[must_use]
    pub const fn lead(&self) -> &'static str {
        if self.holds {
            "Decided: "
        } else {
            "Was decided, and tagged anew since: "
        }
    }

    /// The decision in words: “disputed, by Ann Lee, 5 November 2026, on an own tag: two papers
    /// have it otherwise”.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = super::words::tag_name(self.tag).to_owned();
        if !self.checker.is_empty() {
            words.push_str(&format!(", by {}", self.checker));
        }
        if !self.at.is_empty() {
            words.push_str(&format!(", {}", super::date(&self.at)));
        }
        if self.own {
            words.push_str(", on an own tag");
        }
        if !self.reason.is_empty() {
            words.push_str(&format!(": {}", self.reason));
        }
        words
    }
}

/// A source's passage as used for a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Number of the source.
    pub source: u32,
    /// Quoted passage, or empty.
    pub quotation: String,
    /// Page, paragraph or time stamp, or empty.
    pub locator: String,
    /// Who added it.
    pub checker: String,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its number in this report, from 1.
    pub number: u32,
    /// Its id.
    pub id: String,
    /// Title; its address where it has none; "Source 7 (protected)" where it is withheld.
    pub title: String,
    /// Address, or empty.
    pub url: String,
    /// Who may read its name.
    pub sensitivity: Sensitivity,
    /// The sentences that use it: indices into `sentences`.
    #[serde(skip)]
    pub at: Vec<usize>,
    /// Their labels.
    pub used_by: Vec<String>,
}

/// A sentence that is not closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// The sentence: its index in `sentences`.
    #[serde(skip)]
    pub at: usize,
    /// Its label.
    pub label: String,
    /// Why: "nobody has concluded", "checkers differ", "was verified before the words changed".
    pub why: String,
}

/// Something owed by one or several sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// In words: "2 verified have no source".
    pub message: String,
    /// Labels of the sentences.
    pub labels: Vec<String>,
}

/// What one person did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Name, made unique among the report's people.
    pub name: String,
    /// Initials.
    pub initials: String,
    /// Fingerprint of the key, 16 hex digits; empty if only the name is known.
    pub id: String,
    /// What, in words.
    pub did: String,
}

/// What a tag means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meaning {
    /// The tag as a standing; untagged and disagreement have a meaning too.
    pub standing: Standing,
    /// Its name.
    pub name: &'static str,
    /// In a few words, for the key.
    pub brief: &'static str,
    /// What it says and does not say.
    pub text: &'static str,
}
