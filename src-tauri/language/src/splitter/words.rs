//! The words on both sides of a candidate.

use super::characters::Characters;
use super::marks;

/// The longest word that is looked at. Abbreviations are shorter; a bound keeps a text without
/// spaces linear.
const WORD: usize = 24;
/// The longest address of a page that is looked back over.
const ADDRESS: usize = 200;
/// How many opening marks are passed over before the next word.
const OPENERS: usize = 6;

/// The word before the marks.
pub(super) struct WordBefore {
    /// Its first code point.
    pub(super) start: usize,
    /// The first code point of `joined`.
    pub(super) first: usize,
    /// Lower case, as written.
    pub(super) key: String,
    /// With the single letters that lead up to it: `d.h` for "d. h". Else the same as `key`.
    pub(super) joined: String,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
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
pub(super) struct WordAfter {
    /// Lower case, without punctuation and without what follows an apostrophe.
    pub(super) key: String,
    pub(super) start: Start,
    /// A lone letter with a full stop: an initial.
    pub(super) initial: bool,
    /// A colon follows it.
    pub(super) colon: bool,
}

/// The word that ends at the mark at `mark`, in a sentence that began at `sentence`.
pub(super) fn word_before(text: &Characters, mark: usize, sentence: usize) -> WordBefore {
    let start = word_start(text, mark, sentence);
    let key = text.lower(start, mark);
    let mut joined = key.clone();
    // "z. B.", "u. s. w.": single letters that lead up to this one.
    let mut first = start;
    while joined.len() < WORD && mark - start <= 2 && first >= sentence + 3 {
        let spaced = text.before(first).is_some_and(char::is_whitespace);
        let stopped = text.at(first - 2) == Some('.');
        let lead = word_start(text, first - 2, sentence);
        if !spaced || !stopped || first - 2 - lead != 1 {
            break;
        }
        joined = format!("{}.{joined}", text.lower(lead, lead + 1));
        first = lead;
    }
    WordBefore {
        start,
        first,
        key,
        joined,
        capital: text.is(start, char::is_uppercase),
    }
}

/// The word that ends at `end`, behind white space: where it begins, and its key.
pub(super) fn last_word(text: &Characters, end: usize, sentence: usize) -> Option<(usize, String)> {
    let start = word_start(text, end, sentence);
    let apart = start > sentence && text.before(start).is_some_and(char::is_whitespace);
    apart.then(|| (start, text.lower(start, end)))
}

/// Whether the word that ends at `end` is the address of a page.
pub(super) fn address_before(text: &Characters, end: usize, sentence: usize) -> bool {
    let start = (0..ADDRESS)
        .map_while(|back| end.checked_sub(back))
        .find(|at| *at <= sentence || text.before(*at).is_some_and(char::is_whitespace));
    start.is_some_and(|start| start >= sentence && is_address(text, start))
}

fn word_start(text: &Characters, end: usize, sentence: usize) -> usize {
    let mut start = end;
    while start > sentence && end - start < WORD {
        match text.before(start) {
            Some(c) if !marks::ends_word(c) => start -= 1,
            _ => break,
        }
    }
    // A leading apostrophe is a quotation mark or an elision: 'tis, l'art.
    text.skip(start, marks::is_apostrophe).min(end)
}

/// The word at `next`, behind its opening marks.
pub(super) fn word_after(text: &Characters, next: usize) -> WordAfter {
    let mut start = next;
    while start < next + OPENERS && text.is(start, |c| marks::is_opener(c) || c.is_whitespace()) {
        start += 1;
    }
    let mut end = start;
    while end < start + WORD && text.is(end, |c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
        end += 1;
    }
    let key = text.lower(start, end);
    let initial = end == start + 1 && text.at(end) == Some('.');
    let colon = text.at(end) == Some(':');
    WordAfter {
        key,
        start: begins(text, start),
        initial,
        colon,
    }
}

fn begins(text: &Characters, at: usize) -> Start {
    match text.at(at) {
        Some('.' | '…') if marks::omission(text, at) => Start::Omission,
        Some('h' | 'w') if is_address(text, at) => Start::Symbol,
        Some(c) if c.is_numeric() => Start::Digit,
        Some('$' | '€' | '£' | '¥' | '#' | '@' | '%' | '№' | '§') => Start::Symbol,
        Some(c) if c.is_alphabetic() && (!c.is_lowercase() || is_camel(text, at)) => Start::Letter,
        _ => Start::Other,
    }
}

pub(super) fn is_address(text: &Characters, at: usize) -> bool {
    ["http://", "https://", "www."].iter().any(|lead| {
        lead.chars()
            .enumerate()
            .all(|(n, c)| text.at(at + n) == Some(c))
    })
}

/// A name like iPhone or eBay: at most four small letters, then a capital.
fn is_camel(text: &Characters, at: usize) -> bool {
    (at + 1..at + 5)
        .find(|offset| !text.is(*offset, char::is_lowercase))
        .is_some_and(|offset| text.is(offset, char::is_uppercase))
}
