//! The sentence splitter: one pass over a block of text.
//!
//! 1. `scan` walks the text once. At every mark that could end a sentence it makes a
//!    [`candidate::Candidate`]: the mark, what closes after it, the words on both sides.
//! 2. `decide` answers each candidate, with the [`Rule`] that settled it.
//! 3. Here the boundaries become spans.
//!
//! All word lists are in `lexicon`; no other file knows a language by name.

mod candidate;
mod characters;
mod decide;
mod enclosure;
mod full_stop;
mod key;
mod lexicon;
mod list;
mod marks;
mod rule;
mod scan;
mod words;
#[cfg(test)]
mod work;

use characters::Characters;
pub use rule::Rule;

/// The version of the rules. It rises whenever any text could be split differently: who stores a
/// segmentation stores this beside it.
pub const SPLITTER_VERSION: u32 = 2;

/// Choices about what counts as a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Keep a quotation of several sentences in one piece. The default is to split inside it.
    pub keep_quotations: bool,
}

/// A half-open stretch of text, `start..end`, in Unicode code points from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodePointSpan {
    /// The first code point of the stretch.
    pub start: u32,
    /// The code point after its last one.
    pub end: u32,
}

/// A place where a sentence could have ended, and why it did or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Where the text before it ends, closing marks included: a code point.
    pub end: u32,
    /// Where the text after it begins: a code point.
    pub next: u32,
    /// Whether the text is split here.
    pub split: bool,
    /// What settled it.
    pub rule: Rule,
}

/// The sentences of one block of text (a paragraph, a headline), in order.
///
/// No span has white space at its ends, and together they cover every code point that is not
/// white space. `lang` is an ISO 639-1 code, a region after a hyphen is ignored; a text
/// whose language is not known (empty or `und`) is read as English, and for a language without word
/// lists only what all languages share is applied. Time and memory are
/// linear in the text.
#[must_use]
pub fn sentences(text: &str, lang: &str, options: Options) -> Vec<CodePointSpan> {
    let characters = Characters::new(text);
    let mut points = CodePoints::new(text);
    let mut spans = Vec::new();
    let mut start = characters.skip_white(0);
    for place in places(&characters, lang, options) {
        if place.split {
            spans.push(points.span(start, place.end));
            start = place.next;
        }
    }
    let end = characters.trim_end(start, text.len());
    if end > start {
        spans.push(points.span(start, end));
    }
    spans
}

/// Every place of a block where a sentence could have ended, in order, with the rule that
/// settled it. [`sentences`] splits exactly where `split` is true.
#[must_use]
pub fn explain(text: &str, lang: &str, options: Options) -> Vec<Explained> {
    let mut points = CodePoints::new(text);
    places(&Characters::new(text), lang, options)
        .iter()
        .map(|place| Explained {
            end: points.of(place.end),
            next: points.of(place.next),
            split: place.split,
            rule: place.rule,
        })
        .collect()
}

fn places(text: &Characters, lang: &str, options: Options) -> Vec<scan::Place> {
    let enclosures = enclosure::Enclosures::new(text);
    let mut places = scan::scan(text, lexicon::of(lang), &enclosures);
    scan::join_bare_marks(text, &mut places);
    if options.keep_quotations {
        // Only ever taking boundaries away makes this a coarsening of the default.
        for place in &mut places {
            if place.split && place.rule != Rule::BlankLine && enclosures.quoted(place.end) {
                place.split = false;
                place.rule = Rule::InsideQuotation;
            }
        }
    }
    places
}

/// Counts the code points before bytes of a text, from one asked for to the next.
struct CodePoints<'t> {
    text: &'t str,
    ascii: bool,
    byte: usize,
    points: usize,
}

impl<'t> CodePoints<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            ascii: text.is_ascii(),
            byte: 0,
            points: 0,
        }
    }

    /// Offsets are 32 bits wide; a text that needs more is far beyond any limit on input, and its
    /// far end is clamped instead of wrapping around.
    fn of(&mut self, byte: usize) -> u32 {
        if self.ascii {
            return u32::try_from(byte).unwrap_or(u32::MAX);
        }
        let count = |start, end| self.text.get(start..end).unwrap_or("").chars().count();
        if byte >= self.byte {
            self.points += count(self.byte, byte);
        } else {
            self.points -= count(byte, self.byte);
        }
        self.byte = byte;
        u32::try_from(self.points).unwrap_or(u32::MAX)
    }

    fn span(&mut self, start: usize, end: usize) -> CodePointSpan {
        CodePointSpan {
            start: self.of(start),
            end: self.of(end),
        }
    }
}
