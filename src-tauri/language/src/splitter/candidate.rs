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
pub(super) struct Candidate<'t> {
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
    pub(super) before: WordBefore<'t>,
    pub(super) after: WordAfter<'t>,
}

impl<'t> Candidate<'t> {
    /// Gathers the candidate whose first mark is at `start`, in a sentence that began at
    /// `sentence`. `Err` holds where to read on when the marks end nothing.
    pub(super) fn gather(
        text: &Characters<'t>,
        lexicon: &Lexicon,
        enclosures: &Enclosures,
        start: usize,
        sentence: usize,
    ) -> Result<Self, usize> {
        let (marks_end, shape) = read_marks(text, lexicon, start);
        let (closers_end, closed) = read_closers(text, enclosures, marks_end);
        let mut end = read_footnotes(text, closers_end);
        let lowered = lowered_footnote(text, lexicon, closers_end);
        let mut next = text.skip_white(end);
        let unspaced_quote = closed == Closed::Quote && text.is(next, char::is_uppercase);
        // "３．２９": a wide decimal.
        let decimal = text.is(next, char::is_numeric)
            && next == text.after(start)
            && text.before(start).is_some_and(char::is_numeric);
        // "行く!彼は": between letters that are written without spaces.
        let unspaced_loud = shape == Shape::Loud
            && closed == Closed::No
            && text.is(next, marks::is_east_asian)
            && text.before(start).is_some_and(marks::is_east_asian);
        let begun = next > end || shape == Shape::Strong || unspaced_quote || unspaced_loud;
        if next >= text.len() || decimal || !(begun || unspaced_start(text, lexicon, start, end)) {
            return Err(end);
        }
        let before = word_before(text, lexicon, start, sentence);
        if let Some(footnote) = lowered.filter(|_| !before.known.is_abbreviation()) {
            end = footnote;
            next = text.skip_white(end);
        }
        Ok(Self {
            start,
            end,
            next,
            shape,
            closed,
            opener: text.at(next).filter(|c| marks::is_opener(*c)),
            before,
            after: word_after(text, lexicon, next),
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
    let word = text.skip_back(start, 0, 2, char::is_lowercase);
    if !lexicon.careless || !text.far(word, start, 1) || !text.is(end, char::is_uppercase) {
        return false;
    }
    let rest = text.after(end);
    let word_end = text.skip_most(rest, WORD, char::is_lowercase);
    !text.is(word_end, char::is_alphabetic) && lexicon.look(text.slice(end, word_end)).is_starter()
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
                if end > start && {
                    let dot = text.after(end);
                    let left_out = dots == 1 && !loud && after_word && marks::omission(text, dot);
                    text.at(dot) == Some('.')
                        && !text.is(dot + 1, char::is_alphanumeric)
                        && !left_out
                } => {}
            _ => break,
        }
        end = text.after(end);
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
        let after = end + c.len_utf8();
        let closes = marks::is_closer(c)
            || marks::is_two_faced_quote(c)
                && (!text.is(after, char::is_alphanumeric) || enclosures.quoted(end));
        let after = if closes {
            after
        } else if spaced_closer(text, end, after) {
            text.after(after)
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
        end = after;
    }
    (end, closed)
}

/// French sets a space before its closing mark: "Oui ! »".
fn spaced_closer(text: &Characters, at: usize, after: usize) -> bool {
    matches!(text.at(at), Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        && text.at(after) == Some('»')
        && !text.is(text.after(after), char::is_alphanumeric)
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
    let word_end = text.skip_most(end + 1, WORD, char::is_alphabetic);
    let word = lexicon.look(text.slice(end + 1, word_end));
    word.is_starter().then_some(end)
}

fn footnote_end(text: &Characters, open: usize) -> Option<usize> {
    if text.at(open) != Some('[') {
        return None;
    }
    let digits = (open + 1..open + FOOTNOTE).find(|at| text.is(*at, |c| c.is_ascii_digit()))?;
    let word = text.slice(open + 1, digits).to_ascii_lowercase();
    if !matches!(word.trim_end(), "" | "note" | "n" | "fn") {
        return None;
    }
    let close = text.skip_most(digits, 4, |c| c.is_ascii_digit());
    (close - digits <= 3 && text.at(close) == Some(']')).then_some(close + 1)
}
