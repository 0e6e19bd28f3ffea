//! A place where a sentence may end, and what stands around it.

use super::characters::Characters;
use super::enclosure::Enclosures;
use super::lexicon::Lexicon;
use super::marks;
use super::words::{WordAfter, WordBefore, word_after, word_before};

/// The longest footnote mark: `[note 123]`.
const FOOTNOTE: usize = 10;

/// The longest word that begins sentences.
const WORD: usize = 16;

/// What the marks at a candidate are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Stop,
    Ellipsis,
    /// A question or exclamation mark is among them.
    Loud,
    /// A mark that does nothing but end sentences.
    Strong,
}

/// What closes right after the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    No,
    Quote,
    Bracket,
}

/// A place where a sentence may end.
pub(super) struct Candidate {
    /// The first mark.
    pub(super) start: usize,
    /// After closing marks and footnote marks.
    pub(super) end: usize,
    /// Where the following text begins.
    pub(super) next: usize,
    pub(super) shape: Shape,
    pub(super) closed: Closed,
    /// The opening mark at `next`.
    pub(super) opener: Option<char>,
    pub(super) before: WordBefore,
    pub(super) after: WordAfter,
}

impl Candidate {
    /// Gathers the candidate whose first mark is at `start`, in a sentence that began at
    /// `sentence`. `Err` holds where to read on when the marks end nothing.
    pub(super) fn gather(
        text: &Characters,
        lexicon: &Lexicon,
        enclosures: &Enclosures,
        start: usize,
        sentence: usize,
    ) -> Result<Self, usize> {
        let (marks_end, shape) = read_marks(text, lexicon, start);
        let (closers_end, closed) = read_closers(text, enclosures, marks_end);
        let before = word_before(text, start, sentence);
        let mut end = read_footnotes(text, closers_end);
        if end == closers_end && !lexicon.is_abbreviation(&before.key) {
            end = lowered_footnote(text, lexicon, end).unwrap_or(end);
        }
        let next = text.skip_white(end);
        let spaced = next > end;
        let unspaced_quote = closed == Closed::Quote && text.is(next, char::is_uppercase);
        // "３．２９": a wide decimal.
        let decimal = text.is(next, char::is_numeric)
            && next == start + 1
            && text.before(start).is_some_and(char::is_numeric);
        let begun = spaced || shape == Shape::Strong || unspaced_quote;
        if next >= text.len() || decimal || !(begun || unspaced_start(text, lexicon, start, end)) {
            return Err(end);
        }
        Ok(Self {
            start,
            end,
            next,
            shape,
            closed,
            opener: text.at(next).filter(|c| marks::is_opener(*c)),
            before,
            after: word_after(text, next),
        })
    }

    /// A double quotation mark opens after the boundary.
    pub(super) fn quote_opens(&self) -> bool {
        self.opener
            .is_some_and(|c| marks::is_double_quote(c) || c == '‘')
    }
}

/// "It was late.The rest": the space was forgotten between a word in small letters and one that
/// begins sentences. Names of files and pages do not look like this.
fn unspaced_start(text: &Characters, lexicon: &Lexicon, start: usize, end: usize) -> bool {
    let word = start >= 2 && (start - 2..start).all(|at| text.is(at, char::is_lowercase));
    if !lexicon.careless() || !word || !text.is(end, char::is_uppercase) {
        return false;
    }
    let word_end = text.skip(end, char::is_alphabetic).min(end + WORD);
    (end + 1..word_end).all(|at| text.is(at, char::is_lowercase))
        && lexicon.is_starter(&text.lower(end, word_end))
}

/// The run of final marks, spaced full stops (`. . .`) included.
fn read_marks(text: &Characters, lexicon: &Lexicon, start: usize) -> (usize, Shape) {
    let (mut strong, mut loud, mut dots, mut end) = (false, false, 0, start);
    // "It ended. . . . Later": what was left out belongs to what follows.
    let after_word = text.before(start).is_some_and(|c| !c.is_whitespace());
    loop {
        match text.at(end) {
            Some('.') => dots += 1,
            Some('…') => dots += 3,
            Some(c) if marks::is_weak_final(c) => loud = true,
            Some(c) if marks::is_strong_final(c) => strong = true,
            Some(c) if lexicon.is_final(c) => loud = true,
            Some(' ' | '\u{a0}')
                if end > start
                    && text.at(end + 1) == Some('.')
                    && !text.is(end + 2, char::is_alphanumeric)
                    && !(dots == 1 && !loud && after_word && marks::omission(text, end + 1)) => {}
            _ => break,
        }
        end += 1;
    }
    let shape = match (strong, loud, dots) {
        (true, ..) => Shape::Strong,
        (_, true, _) => Shape::Loud,
        (_, _, 0 | 1) => Shape::Stop,
        _ => Shape::Ellipsis,
    };
    (end, shape)
}

fn read_closers(text: &Characters, enclosures: &Enclosures, marks_end: usize) -> (usize, Closed) {
    let mut end = marks_end;
    let mut closed = Closed::No;
    while let Some(c) = text.at(end) {
        let closes = marks::is_closer(c)
            || marks::is_two_faced_quote(c)
                && (!text.is(end + 1, char::is_alphanumeric) || enclosures.quoted(end));
        let width = if closes {
            1
        } else if spaced_closer(text, end) {
            2
        } else {
            break;
        };
        if closed == Closed::No {
            closed = if marks::is_closing_bracket(c) {
                Closed::Bracket
            } else {
                Closed::Quote
            };
        }
        end += width;
    }
    (end, closed)
}

/// French sets a space before its closing mark: "Oui ! »".
fn spaced_closer(text: &Characters, at: usize) -> bool {
    matches!(text.at(at), Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        && text.at(at + 1) == Some('»')
        && !text.is(at + 2, char::is_alphanumeric)
}

/// Footnote marks belong to the sentence before: `[1]`, `[note 2]`, `¹`.
fn read_footnotes(text: &Characters, from: usize) -> usize {
    let mut end = text.skip(from, |c| {
        matches!(c, '¹' | '²' | '³' | '⁰'..='⁹' | '†' | '‡')
    });
    loop {
        let open = if text.at(end) == Some(' ') {
            end + 1
        } else {
            end
        };
        match footnote_end(text, open) {
            Some(close) => end = close,
            None => return end,
        }
    }
}

/// A footnote mark that is no longer raised: "It is so. 8 Yet".
fn lowered_footnote(text: &Characters, lexicon: &Lexicon, from: usize) -> Option<usize> {
    if text.at(from) != Some(' ') {
        return None;
    }
    let end = (from + 1..from + 4).find(|at| !text.is(*at, |c| c.is_ascii_digit()))?;
    if end == from + 1 || text.at(end) != Some(' ') || !text.is(end + 1, char::is_uppercase) {
        return None;
    }
    let word_end = text.skip(end + 1, char::is_alphabetic).min(end + WORD);
    lexicon
        .is_starter(&text.lower(end + 1, word_end))
        .then_some(end)
}

fn footnote_end(text: &Characters, open: usize) -> Option<usize> {
    if text.at(open) != Some('[') {
        return None;
    }
    let digits = (open + 1..open + FOOTNOTE).find(|at| text.is(*at, |c| c.is_ascii_digit()))?;
    let word = text.lower(open + 1, digits);
    if !matches!(word.trim_end(), "" | "note" | "n" | "fn") {
        return None;
    }
    let close = text.skip(digits, |c| c.is_ascii_digit());
    (close - digits <= 3 && text.at(close) == Some(']')).then_some(close + 1)
}
