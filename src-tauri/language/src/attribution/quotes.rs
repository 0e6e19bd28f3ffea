//! Which words stand inside quotation marks, over sentences and paragraphs.
//!
//! A quotation ends with its closing mark. It goes on into the next paragraph if that opens with
//! a mark again (as the press sets long quotations) or if the next mark of all is a closing one;
//! else it ends with its paragraph.

use super::bits::Class;
use super::words::Word;
use crate::tokens::{Kind, Quote};

/// One quotation: its first and last token, marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// How many paragraphs a quotation may run through without a mark of its own.
const SILENT_PARAGRAPHS: usize = 4;
/// How many tokens on a closing mark is looked for where the opening one is in doubt.
const SOON: usize = 60;
/// How many words a title may have.
const TITLE: usize = 10;

/// Finds the quotations and marks their words. `paragraphs` are the first tokens of the
/// paragraphs, ascending.
pub(super) fn find(text: &str, words: &mut [Word], paragraphs: &[usize]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut next_paragraph = 0;
    let limit = |n: usize| {
        paragraphs
            .get(n + SILENT_PARAGRAPHS)
            .copied()
            .unwrap_or(usize::MAX)
    };
    for at in 0..words.len() {
        while paragraphs.get(next_paragraph).is_some_and(|p| *p <= at) {
            if paragraphs[next_paragraph] == at
                && let Some(first) = open
            {
                let reopens = facing(text, words, at) == Some(Quote::Opens);
                if reopens || !closes_later(text, words, at, limit(next_paragraph)) {
                    close(words, &mut found, first, at - 1);
                    open = None;
                }
            }
            next_paragraph += 1;
        }
        let single = is_single(text, words[at]);
        match (facing(text, words, at), open) {
            (Some(Quote::Opens), None) if !single || closes_soon(text, words, at) => {
                open = Some(at);
            }
            (Some(Quote::Closes), Some(first)) if single == is_single(text, words[first]) => {
                close(words, &mut found, first, at);
                open = None;
            }
            // `said," he`: a space too few and one too many, if another such mark follows.
            (Some(Quote::Closes), None)
                if words[at].kind() == Kind::Quote(Quote::Either)
                    && !single
                    && closes_later(text, words, at + 1, at + SOON) =>
            {
                open = Some(at);
            }
            (Some(Quote::Either), _) if !single => match open {
                Some(first) => {
                    close(words, &mut found, first, at);
                    open = None;
                }
                None => open = Some(at),
            },
            _ => {}
        }
    }
    if let Some(first) = open {
        close(words, &mut found, first, words.len() - 1);
    }
    found
}

fn close(words: &mut [Word], found: &mut Vec<Quotation>, first: usize, last: usize) {
    if is_title(&words[first..=last]) {
        return;
    }
    for word in &mut words[first..=last] {
        word.quoted = true;
    }
    found.push(Quotation { first, last });
}

/// Whether what stands between the marks is the title of a book or a film rather than speech:
/// every longer word has a capital, and no mark of a sentence stands before the closing one.
fn is_title(quotation: &[Word]) -> bool {
    let [_, inner @ .., close] = quotation else {
        return false;
    };
    let sentence = inner
        .last()
        .is_none_or(|word| matches!(word.kind(), Kind::Comma | Kind::Stop));
    let mut words = inner.iter().filter(|word| word.token.is_word());
    let capital = |word: &Word| {
        word.token.is_capital() || word.kind() == Kind::Number || {
            let length = word.token.byte_end - word.token.byte;
            length <= 3 || length <= 4 && word.is(Class::PREPOSITION)
        }
    };
    close.token.is_quote()
        && !sentence
        && (2..=TITLE).contains(&words.clone().count())
        && words.next().is_some_and(|word| word.token.is_capital())
        && words.all(capital)
}

/// Which way the mark at `at` faces; a straight one by the spaces around it.
fn facing(text: &str, words: &[Word], at: usize) -> Option<Quote> {
    let Kind::Quote(facing) = words.get(at)?.kind() else {
        return None;
    };
    if facing != Quote::Either {
        return Some(facing);
    }
    let token = words[at].token;
    let before = token.spaced
        || matches!(
            words.get(at.wrapping_sub(1)).map(Word::kind),
            Some(Kind::Open | Kind::Dash | Kind::Quote(Quote::Opens))
        );
    let after = text[token.byte_end as usize..]
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')' | '!' | '?'));
    Some(match (before, after) {
        (true, false) => Quote::Opens,
        (false, true) => Quote::Closes,
        _ => Quote::Either,
    })
}

fn is_single(text: &str, word: Word) -> bool {
    matches!(word.token.text(text), "'" | "’" | "‘" | "‚" | "‹" | "›")
}

/// Whether a single mark that opens has its closing one within a sentence or two; else it is an
/// apostrophe: '90s.
fn closes_soon(text: &str, words: &[Word], at: usize) -> bool {
    words[at + 1..]
        .iter()
        .take(SOON)
        .find(|word| word.token.is_quote() && is_single(text, **word))
        .is_some_and(|word| word.kind() == Kind::Quote(Quote::Closes))
}

/// Whether the next double mark between `from` and `limit` closes.
fn closes_later(text: &str, words: &[Word], from: usize, limit: usize) -> bool {
    (from..limit.min(words.len()))
        .find(|at| words[*at].token.is_quote() && !is_single(text, words[*at]))
        .is_some_and(|at| facing(text, words, at) == Some(Quote::Closes))
}
