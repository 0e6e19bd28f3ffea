//! The words on both sides of a candidate.

use super::characters::Characters;
use super::lexicon::{Abbreviation, Known, Lexicon};
use super::marks;

/// The longest word that is looked at. Abbreviations are shorter; a bound keeps a text without
/// spaces linear.
pub(super) const WORD: usize = 24;
/// The longest address of a page that is looked back over.
const ADDRESS: usize = 200;
/// How many opening marks are passed over before the next word.
const OPENERS: usize = 6;

/// The word before the marks.
pub(super) struct WordBefore<'t> {
    /// Its first code point.
    pub(super) start: usize,
    /// The first code point of `joined`.
    pub(super) first: usize,
    /// As written.
    pub(super) word: &'t str,
    pub(super) known: Known,
    /// With the single letters that lead up to it: `d.h` for "d. h".
    joined: Option<String>,
    pub(super) joined_known: Known,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

impl WordBefore<'_> {
    /// The word with the single letters that lead up to it.
    pub(super) fn joined(&self) -> &str {
        self.joined.as_deref().unwrap_or(self.word)
    }

    pub(super) fn is_joined(&self) -> bool {
        self.joined.is_some()
    }

    /// What kind of abbreviation it is.
    pub(super) fn abbreviation(&self) -> Option<Abbreviation> {
        let joined = self.joined_known.abbreviation(self.capital);
        joined.or_else(|| self.known.abbreviation(self.capital))
    }
}

/// How the next word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// A capital, or a letter of a script without case.
    Letter,
    Digit,
    /// A currency sign and the like, or the address of a page.
    Symbol,
    /// An ellipsis: something was left out before what follows.
    Omission,
    /// A small letter, or a mark that begins no sentence.
    Other,
}

/// The word after the boundary.
pub(super) struct WordAfter<'t> {
    /// Without punctuation and without what follows an apostrophe.
    pub(super) word: &'t str,
    pub(super) known: Known,
    pub(super) start: Start,
    /// A lone letter with a full stop: an initial.
    pub(super) initial: bool,
    /// A colon follows it.
    pub(super) colon: bool,
}

/// The word that ends at the mark at `mark`, in a sentence that began at `sentence`.
pub(super) fn word_before<'t>(
    text: &Characters<'t>,
    lexicon: &Lexicon,
    mark: usize,
    sentence: usize,
) -> WordBefore<'t> {
    let start = word_start(text, mark, sentence);
    let word = text.slice(start, mark);
    let known = lexicon.look(word);
    let mut before = WordBefore {
        start,
        first: start,
        word,
        known,
        joined: None,
        joined_known: known,
        capital: text.is(start, char::is_uppercase),
    };
    join_letters(text, lexicon, mark, sentence, &mut before);
    before
}

/// "z. B.", "u. s. w.": adds the single letters that lead up to a word.
fn join_letters(
    text: &Characters,
    lexicon: &Lexicon,
    mark: usize,
    sentence: usize,
    word: &mut WordBefore,
) {
    if text.far(word.start, mark, 2) || !text.is(word.start, char::is_alphabetic) {
        return;
    }
    while word.joined().len() < WORD && word.first > sentence {
        let spaced = text.before(word.first).is_some_and(char::is_whitespace);
        let stopped = text.back(word.first);
        if !spaced || stopped <= sentence || text.before(stopped) != Some('.') {
            break;
        }
        let stop = stopped - 1;
        let lead = word_start(text, stop, sentence);
        if lead == stop || text.after(lead) != stop {
            break;
        }
        let joined = format!("{}{}", text.slice(lead, stopped), word.joined());
        word.first = lead;
        word.joined_known = lexicon.look(&joined);
        word.joined = Some(joined);
    }
}

/// The word that ends at `end`, behind white space: and where it begins.
pub(super) fn last_word<'t>(
    text: &Characters<'t>,
    end: usize,
    sentence: usize,
) -> Option<(usize, &'t str)> {
    let start = word_start(text, end, sentence);
    let apart = start > sentence && text.before(start).is_some_and(char::is_whitespace);
    apart.then(|| (start, text.slice(start, end)))
}

/// Whether the word that ends at `end` is the address of a page.
pub(super) fn address_before(text: &Characters, end: usize, sentence: usize) -> bool {
    let start = text.skip_back(end, sentence, ADDRESS, |c| !c.is_whitespace());
    is_address(text, start)
}

fn word_start(text: &Characters, end: usize, sentence: usize) -> usize {
    let back = |end| text.skip_back(end, sentence, WORD, |c| !marks::ends_word(c));
    let mut start = back(end);
    let quote = text.before(start) == Some('"') && text.is(start, marks::is_hebrew);
    if quote && text.before(start - 1).is_some_and(marks::is_hebrew) {
        // Between Hebrew letters a straight mark abbreviates.
        start = back(start - 1);
    }
    // A leading apostrophe is a quotation mark or an elision: 'tis, l'art.
    text.skip_most(start, WORD, marks::is_apostrophe).min(end)
}

/// The word at `next`, behind its opening marks.
pub(super) fn word_after<'t>(
    text: &Characters<'t>,
    lexicon: &Lexicon,
    next: usize,
) -> WordAfter<'t> {
    let opening = |c| marks::is_opener(c) || c.is_whitespace();
    let start = text.skip_most(next, OPENERS, opening);
    let end = text.skip_most(start, WORD, |c| {
        c.is_alphanumeric() || matches!(c, '-' | '_')
    });
    WordAfter {
        word: text.slice(start, end),
        known: lexicon.look(text.slice(start, end)),
        start: begins(text, start),
        initial: text.at(end) == Some('.') && end > start && text.after(start) == end,
        colon: text.at(end) == Some(':'),
    }
}

fn begins(text: &Characters, at: usize) -> Start {
    match text.at(at) {
        Some('.' | '…') if marks::omission(text, at) => Start::Omission,
        Some('h' | 'w') if is_address(text, at) => Start::Symbol,
        Some(c) if c.is_numeric() => Start::Digit,
        Some('$' | '€' | '£' | '¥' | '#' | '@' | '%' | '§') => Start::Symbol,
        Some(c) if c.is_alphabetic() && (!c.is_lowercase() || is_camel(text, at)) => Start::Letter,
        _ => Start::Other,
    }
}

pub(super) fn is_address(text: &Characters, at: usize) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|lead| text.bytes(at, at + lead.len()) == lead.as_bytes())
}

/// A name like iPhone or eBay: at most four small letters, then a capital.
fn is_camel(text: &Characters, at: usize) -> bool {
    let end = text.skip_most(at, 4, char::is_lowercase);
    text.is(end, char::is_uppercase)
}
