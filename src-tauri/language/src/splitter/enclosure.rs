//! Which places lie inside a pair of quotation marks or brackets that both stand in the block.
//!
//! A mark without its partner encloses nothing: a quotation that runs over several paragraphs
//! opens in each and closes in the last only.

use super::characters::Characters;

/// How many open marks are remembered, and how many of them a closing mark is compared with.
/// Bounds keep hostile text linear; nobody nests deeper.
const DEPTH: usize = 16;

/// For every place between two code points: is it enclosed?
pub(super) struct Enclosures {
    quoted: Vec<bool>,
    bracketed: Vec<bool>,
}

/// A mark waiting for its partner.
struct Open {
    at: usize,
    mark: char,
}

impl Enclosures {
    /// Pairs the marks of a text in one pass.
    pub(super) fn find(text: &Characters) -> Self {
        let mut quotes = vec![0_i8; text.len() + 2];
        let mut brackets = vec![0_i8; text.len() + 2];
        let mut open: Vec<Open> = Vec::with_capacity(DEPTH);
        for at in 0..text.len() {
            let Some(mark) = text.at(at) else { break };
            if !is_mark(mark) {
                continue;
            }
            let previous = text.before(at);
            let next = text.at(at + 1);
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
                    changes[first.at + 1] += 1;
                    changes[at + 1] -= 1;
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
        Self {
            quoted: running(&quotes),
            bracketed: running(&brackets),
        }
    }

    /// Whether the place before code point `offset` is inside quotation marks.
    pub(super) fn quoted(&self, offset: usize) -> bool {
        self.quoted.get(offset).copied().unwrap_or(false)
    }

    /// Whether the place before code point `offset` is inside brackets.
    pub(super) fn bracketed(&self, offset: usize) -> bool {
        self.bracketed.get(offset).copied().unwrap_or(false)
    }
}

fn running(changes: &[i8]) -> Vec<bool> {
    let mut depth = 0_i32;
    changes
        .iter()
        .map(|change| {
            depth += i32::from(*change);
            depth > 0
        })
        .collect()
}

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
