//! Names: runs of proper nouns.
//!
//! A capital inside a sentence makes a proper noun, unless the word is an adjective ("Indonesian")
//! or a small word of a title ("The"); `proper` tells.

mod proper;

use std::ops::Range;

use proper::{KNOWN, Rank, rank};

use super::lexicon::{Capitals, flag};
use super::reading::Reading;
use super::{Atom, AtomKind};
use crate::CodePointSpan;
use crate::tokens::{Case, Kind};

pub(super) fn find(reading: &mut Reading, sentence: usize, atoms: &mut Vec<Atom>) {
    let range = reading.range(sentence);
    let first = atoms.len();
    let mut at = range.start;
    while at < range.end {
        let lead = lead(reading, at, range.end);
        let (end, cut) = run(reading, lead, range.end);
        if end == lead {
            at += 1;
            continue;
        }
        let certain = match reading.lexicon.capitals {
            Capitals::Nouns => is_certain(reading, lead..end),
            Capitals::Names => end - lead > 1 || !is_mostly_small(reading, lead),
        };
        if !certain {
            at = end;
            continue;
        }
        reading.take(atoms, sentence, at..end, AtomKind::Name, None);
        if let (Some(length), Some(atom)) = (cut, atoms.last_mut()) {
            atom.span.end = reading.shorten(end - 1, length);
            atom.whole = atom.span;
        }
        at = end;
    }
    join(reading, range, &mut atoms[first..]);
}

/// Where a name that begins with a particle at `at` has its first proper noun: "la" in
/// "la Repubblica". `at` itself if there is none.
fn lead(reading: &Reading, at: usize, end: usize) -> usize {
    let small = |at: usize| {
        reading
            .word(at)
            .is_some_and(|w| w.token.case == Case::Lower && w.has(flag::PARTICLE))
    };
    let leads = reading.lexicon.capitals == Capitals::Names
        && small(at)
        && reading.is_any(at, &["la", "el", "al", "van", "von", "de", "bin", "di"]);
    if !leads {
        return at;
    }
    let next = if small(at + 1) { at + 2 } else { at + 1 };
    let named = next < end && !reading.words[next].initial && rank(reading, next) == Rank::Noun;
    if named { next } else { at }
}

/// The proper nouns in a row from `at` on: the token behind them, and how much of the last one
/// belongs to the name if not all.
fn run(reading: &Reading, at: usize, end: usize) -> (usize, Option<u32>) {
    let mut next = at;
    loop {
        match if next < end {
            rank(reading, next)
        } else {
            Rank::No
        } {
            Rank::Noun => next += 1,
            Rank::Part(length) => return (next + 1, Some(length)),
            _ => break,
        }
        // The stop of "Dr." or "Jr." belongs to the name if it goes on.
        let stopped =
            reading.kind(next) == Some(Kind::Stop) && reading.has(next - 1, flag::STOPPED);
        let after = if stopped { next + 1 } else { next };
        // "Osama bin Laden", "Simone de Beauvoir".
        let mut small = after;
        while small < end
            && small < after + 2
            && reading.has(small, flag::PARTICLE)
            && reading.words[small].token.case == Case::Lower
        {
            small += 1;
        }
        let goes_on = small < end
            && reading.words[small].token.spaced
            && matches!(rank(reading, small), Rank::Noun | Rank::Part(_));
        if !goes_on || (small > after && reading.words[small].initial) {
            break;
        }
        next = small;
    }
    (next, None)
}

/// Where every noun has a capital: several words in a row, an abbreviation, or a known word.
fn is_certain(reading: &Reading, range: Range<usize>) -> bool {
    let upper = |at: usize| reading.words[at].token.case == Case::Upper;
    range.len() > 1 || reading.has(range.start, KNOWN) || upper(range.start)
}

/// A lone word that the article nearly always writes small: "Iodine" among many "iodine".
fn is_mostly_small(reading: &Reading, at: usize) -> bool {
    let word = &reading.words[at];
    let shown = reading.evidence(word.key);
    word.token.case == Case::Capital
        && !word.has(KNOWN | flag::TITLE)
        && u32::from(shown.small) >= 4 * u32::from(shown.capital.max(1))
}

/// Finds what a reader takes as one name: adjectives before it, and parts that small words join.
fn join(reading: &Reading, range: Range<usize>, names: &mut [Atom]) {
    for name in names.iter_mut() {
        let first = reading.at_point(range.clone(), name.span.start);
        let mut start = first;
        while start > range.start
            && reading.words[start].token.spaced
            && !reading.words[start - 1].taken
            && reading.words[start - 1].token.is_capital()
            && rank(reading, start - 1) == Rank::Adjective
        {
            start -= 1;
        }
        name.whole.start = reading.words[start].token.span.start.min(name.span.start);
    }
    for n in 1..names.len() {
        let (left, right) = (names[n - 1], names[n]);
        let from = reading.at_point(range.clone(), left.span.end);
        let to = reading.at_point(range.clone(), right.whole.start);
        if from <= to && joins(reading, from, to, left.span) {
            let whole = CodePointSpan {
                start: left.whole.start,
                end: right.whole.end,
            };
            for name in names[..=n].iter_mut().rev() {
                if name.whole.start < left.whole.start {
                    break;
                }
                name.whole = whole;
            }
        }
    }
}

/// Whether the words `from..to` between two names make them one.
fn joins(reading: &Reading, from: usize, to: usize, left: CodePointSpan) -> bool {
    let last = from.checked_sub(1).and_then(|at| reading.word(at));
    let opens = last.is_some_and(|last| {
        last.token.span.end == left.end && last.has(flag::BODY | flag::TITLE | flag::PLACE_HEAD)
    });
    match to - from {
        0 => reading.word(to).is_some_and(|word| {
            word.token.spaced && last.is_some_and(|l| l.token.span.end == left.end)
        }),
        1 => reading.is(from, "&") || opens && reading.is_any(from, &["of", "for"]),
        2 => opens && reading.is_any(from, &["of", "for"]) && reading.is(from + 1, "the"),
        _ => false,
    }
}
