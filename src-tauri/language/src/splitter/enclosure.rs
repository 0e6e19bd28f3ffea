//! Which places lie inside a pair of quotation marks or brackets that both stand in the block.
//!
//! A mark without its partner encloses nothing: a quotation that runs over several paragraphs
//! opens in each and closes in the last only.

use std::cell::OnceCell;

use super::characters::Characters;
use super::marks;

/// How many open marks are remembered, and how many of them a closing mark is compared with.
/// Bounds keep hostile text linear; nobody nests deeper.
const DEPTH: usize = 16;

/// Is a place enclosed? The marks are paired when this is first asked: most texts never need it.
pub(super) struct Enclosures<'t> {
    text: &'t Characters<'t>,
    found: OnceCell<Found>,
}

struct Found {
    quoted: Stretches,
    bracketed: Stretches,
}

/// Places where enclosure begins and ends, in turn.
struct Stretches(Vec<usize>);

/// A mark waiting for its partner.
struct Open {
    at: usize,
    mark: char,
}

impl<'t> Enclosures<'t> {
    pub(super) fn new(text: &'t Characters<'t>) -> Self {
        Self {
            text,
            found: OnceCell::new(),
        }
    }

    /// Whether the place before `offset` is inside quotation marks.
    pub(super) fn quoted(&self, offset: usize) -> bool {
        self.found().quoted.contains(offset)
    }

    /// Whether the place before `offset` is inside brackets.
    pub(super) fn bracketed(&self, offset: usize) -> bool {
        self.found().bracketed.contains(offset)
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(|| Found::find(self.text))
    }
}

impl Found {
    /// Pairs the marks of a text in one pass.
    fn find(text: &Characters) -> Self {
        let (mut quotes, mut brackets) = (Vec::new(), Vec::new());
        let mut open: Vec<Open> = Vec::with_capacity(DEPTH);
        let mut at = text.find(0, &MARKS);
        while let Some(mark) = text.at(at) {
            let after = at + mark.len_utf8();
            let (previous, next) = (text.before(at), text.at(after));
            // Between Hebrew letters a straight mark abbreviates.
            let letters = [previous, next]
                .iter()
                .all(|c| c.is_some_and(marks::is_hebrew));
            if is_mark(mark) && !letters {
                let partner = open
                    .iter()
                    .rposition(|o| closes(o.mark, mark, previous, next));
                if let Some(partner) = partner {
                    let changes = if is_bracket(mark) {
                        &mut brackets
                    } else {
                        &mut quotes
                    };
                    if let Some(first) = open.get(partner) {
                        changes.push((first.at + first.mark.len_utf8(), 1));
                        changes.push((after, -1));
                    }
                    open.truncate(partner);
                } else if opens(mark, previous, next) {
                    // A straight mark that opens while one is open: the first never closed.
                    if matches!(mark, '"') {
                        open.retain(|o| o.mark != '"');
                    }
                    if open.len() == DEPTH {
                        open.remove(0);
                    }
                    open.push(Open { at, mark });
                }
            }
            at = text.find(after, &MARKS);
        }
        Self {
            quoted: Stretches::of(quotes),
            bracketed: Stretches::of(brackets),
        }
    }
}

impl Stretches {
    /// From changes of depth at places.
    fn of(mut changes: Vec<(usize, i32)>) -> Self {
        changes.sort_unstable_by_key(|(at, _)| *at);
        let mut places: Vec<usize> = Vec::new();
        let mut depth = 0;
        for same in changes.chunk_by(|a, b| a.0 == b.0) {
            let before = depth;
            depth += same.iter().map(|(_, change)| change).sum::<i32>();
            if (before > 0) != (depth > 0) {
                places.extend(same.first().map(|(at, _)| *at));
            }
        }
        Self(places)
    }

    fn contains(&self, offset: usize) -> bool {
        self.0.partition_point(|at| *at <= offset) % 2 == 1
    }
}

/// First bytes of marks.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    // « and »; general punctuation; CJK brackets; wide brackets.
    let first = [b'"', b'(', b')', b'[', b']', 0xc2, 0xe2, 0xe3, 0xef];
    let mut index = 0;
    while index < first.len() {
        marks[first[index] as usize] = true;
        index += 1;
    }
    marks
};

fn is_mark(c: char) -> bool {
    is_bracket(c)
        || matches!(
            c,
            '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚' | '「' | '」' | '『' | '』'
        )
}

fn is_bracket(c: char) -> bool {
    matches!(
        c,
        '(' | ')' | '[' | ']' | '（' | '）' | '【' | '】' | '《' | '》' | '〈' | '〉'
    )
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_space(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Whether `mark` closes what `open` opened. Guillemets and “ turn round between languages, so
/// what is open decides, not the language.
fn closes(open: char, mark: char, previous: Option<char>, next: Option<char>) -> bool {
    match (open, mark) {
        ('"', '"') => !(is_space(previous) && is_word(next)),
        ('‘' | '‚', '’') | ('‚', '‘') => !is_word(next),
        ('“', '”') | ('„', '“' | '”') | ('”', '”') | ('«', '»') | ('»', '«' | '»') => {
            true
        }
        ('「', '」') | ('『', '』') => true,
        ('(', ')') | ('[', ']') | ('（', '）') | ('【', '】') | ('《', '》') | ('〈', '〉') => {
            true
        }
        _ => false,
    }
}

fn opens(mark: char, previous: Option<char>, next: Option<char>) -> bool {
    match mark {
        '"' => !is_space(next),
        '‘' => !is_word(previous),
        '”' | '»' => !is_word(previous) && is_word(next),
        '“' | '„' | '‚' | '«' | '「' | '『' => true,
        _ => matches!(mark, '(' | '[' | '（' | '【' | '《' | '〈'),
    }
}
