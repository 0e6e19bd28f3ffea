//! Checkable facts ("atoms"): names, numbers, dates, superlatives and quotations.
//!
//! 1. `reading` makes the tokens of the text, says what the lexicon knows of each word, and
//!    collects how the article itself writes it: with a capital inside sentences, or small.
//! 2. Per sentence, in this order, so that each word is taken once: `dates`, `numbers`, `names`
//!    (whose kind is told by `kinds`), `superlatives`.
//! 3. `quotations` walks the marks once; a quotation may hold other atoms.
//!
//! `links` and `figures` then compare the atoms of one article. Everything is one pass and takes
//! time linear in the text. What the words mean is in `lexicon`; no rule names a word of its own
//! that is not grammar.

mod amount;
mod counted;
mod dates;
mod day;
mod expression;
mod figures;
mod kinds;
mod lexicon;
mod links;
mod names;
mod numbers;
mod quotations;
mod reading;
mod superlatives;

use crate::CodePointSpan;
use crate::tokens::{self, Token};
pub use amount::{Decimal, Quantity};
pub use day::{Day, Days};
pub use expression::{Expression, Span, days, resolve};
pub use figures::{NearFigures, near_figures};
pub use links::links;
use reading::Reading;

/// The version of the rules. It rises whenever any text could get other atoms.
pub const ATOMS_VERSION: u32 = 1;

/// What kind of fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AtomKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organization,
    /// Another proper name, or one of unknown kind.
    Name,
    /// A date, a time or a span of time.
    Date,
    /// A number.
    Number,
    /// A superlative: "largest", "most".
    Superlative,
    /// Words between quotation marks, without the marks.
    Quotation,
}

impl AtomKind {
    /// The kind in lower case: `organization`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Name => "name",
            Self::Date => "date",
            Self::Number => "number",
            Self::Superlative => "superlative",
            Self::Quotation => "quotation",
        }
    }

    /// Whether it is a name of any kind.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Person | Self::Place | Self::Organization | Self::Name
        )
    }
}

/// What an atom says, where that can be computed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number and its unit.
    Number(Quantity),
    /// A date, perhaps relative: see [`resolve`].
    Date(Expression),
}

/// One checkable fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atom {
    /// The sentence it is in: an index into the sentences that were given.
    pub sentence: u32,
    /// Its place. Of a name: its proper nouns in a row.
    pub span: CodePointSpan,
    /// The name as a reader takes it, with adjectives and what joins its parts: "University of
    /// Southern Ohio" for both of its atoms. The same as `span` for all that is not a name.
    pub whole: CodePointSpan,
    /// What kind of fact it is.
    pub kind: AtomKind,
    /// What it says, where that can be computed with.
    pub value: Option<Value>,
}

/// The atoms of a text, by place. `sentences` are spans of `text` in code points, in order;
/// `lang` is an ISO 639-1 code.
///
/// No two overlap, except that a quotation may hold others. English has all kinds; languages in
/// Latin, Cyrillic or Greek script have names, numbers, numeric dates, quotations, and for the
/// large ones dates in words; scripts without capitals have numbers and quotations.
#[must_use]
pub fn atoms(text: &str, sentences: &[CodePointSpan], lang: &str) -> Vec<Atom> {
    atoms_tokens(text, &tokens::tokens(text), sentences, lang)
}

/// As [`atoms`], for who has the tokens of `text` already.
#[must_use]
pub fn atoms_tokens(
    text: &str,
    tokens: &[Token],
    sentences: &[CodePointSpan],
    lang: &str,
) -> Vec<Atom> {
    let mut reading = Reading::new(text, tokens, sentences, lexicon::of(lang));
    let mut atoms = Vec::with_capacity(sentences.len() * 3);
    for sentence in 0..sentences.len() {
        dates::find(&mut reading, sentence, &mut atoms);
        numbers::find(&mut reading, sentence, &mut atoms);
        names::find(&mut reading, sentence, &mut atoms);
        superlatives::find(&mut reading, sentence, &mut atoms);
    }
    kinds::settle(&reading, &mut atoms);
    quotations::find(&reading, &mut atoms);
    atoms.sort_by_key(|atom| (atom.sentence, atom.span.start, atom.span.end, atom.kind));
    atoms
}
