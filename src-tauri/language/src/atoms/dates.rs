//! Dates, times and lengths of time, as they are written.

mod numeric;
mod relative;

use numeric::{days, mixed, numeric, year_after};
use relative::{length, relative};

use super::expression::Expression;
use super::lexicon::flag;
use super::reading::Reading;
use super::{Atom, AtomKind, Value};
use crate::tokens::Kind;

/// The token behind the date that begins at the place asked, and what it says.
type Found = (usize, Expression);

pub(super) fn find(reading: &mut Reading, sentence: usize, atoms: &mut Vec<Atom>) {
    let range = reading.range(sentence);
    let mut ahead = false;
    let mut at = range.start;
    while at < range.end {
        ahead |= looks_ahead(reading, at);
        let Some((end, mut expression)) = one(reading, at, range.end) else {
            at += 1;
            continue;
        };
        // "last Friday" looks back whatever the sentence does.
        let free = !reading.has(at, flag::STEP);
        if let Expression::Days { ahead: a, .. }
        | Expression::Month { ahead: a, .. }
        | Expression::Weekday { ahead: a, .. } = &mut expression
            && free
        {
            *a |= ahead;
        }
        reading.take(
            atoms,
            sentence,
            at..end,
            AtomKind::Date,
            Some(Value::Date(expression)),
        );
        at = end;
    }
}

/// Words that make a date without a year one to come.
fn looks_ahead(reading: &Reading, at: usize) -> bool {
    reading.has(at, flag::AHEAD)
        || reading.kind(at) == Some(Kind::Clitic) && reading.str(at).ends_with("ll")
}

fn one(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let word = reading.word(at)?;
    match word.token.kind {
        Kind::Number => numeric(reading, at, end),
        Kind::Mixed => mixed(reading, at, end),
        Kind::Word if word.has(flag::WEEKDAY) => weekday(reading, at, end),
        Kind::Word if word.has(flag::MONTH) => month(reading, at, end),
        Kind::Word if word.has(flag::CARDINAL | flag::SCALE) => length(reading, at, end),
        Kind::Word => relative(reading, at, end),
        _ => None,
    }
}

/// "Tuesday", "Thursday night".
fn weekday(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let word = reading.word(at)?;
    if reading.lexicon.capital_calendar && !word.token.is_capital() {
        return None;
    }
    if word.has(flag::SHORT) {
        let next = at + 1 + usize::from(reading.is_any(at + 1, &[".", ","]));
        if next >= end
            || !(reading.has(next, flag::MONTH) || reading.kind(next) == Some(Kind::Number))
        {
            return None;
        }
    }
    let number = u8::try_from(reading.lexicon.entry(word.key).number).ok()?;
    let part = at + 1 < end && reading.has(at + 1, flag::PART_OF_DAY);
    Some((
        at + 1 + usize::from(part),
        Expression::Weekday {
            weekday: number,
            ahead: false,
            other: false,
        },
    ))
}

/// "May 5, 2015", "May 5-7", "May 2015", "May".
fn month(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let word = reading.word(at)?;
    if reading.lexicon.capital_calendar && !word.token.is_capital() {
        return None;
    }
    let number = u8::try_from(reading.lexicon.entry(word.key).number).ok()?;
    let stop = usize::from(word.has(flag::SHORT) && reading.is(at + 1, "."));
    let next = at + 1 + stop;
    if next < end
        && let Some((first, last, behind)) = days(reading, next, end)
    {
        let (behind, year) = year_after(reading, behind, end);
        return Some((
            behind,
            Expression::Days {
                year,
                month: number,
                first,
                last,
                ahead: false,
            },
        ));
    }
    if let (behind, year @ Some(_)) = year_after(reading, next, end) {
        return Some((
            behind,
            Expression::Month {
                year,
                month: number,
                ahead: false,
            },
        ));
    }
    // Alone, it must be spelled out, and be neither a first name nor a small word.
    if word.has(flag::SHORT) || !reading.lexicon.capital_calendar {
        return None;
    }
    let doubtful =
        word.initial && (word.has(flag::FUNCTION | flag::GIVEN) || reading.is(at, "march"));
    let named = reading.word(next).is_some_and(|next| {
        next.token.is_capital()
            && !next.initial
            && next.flags & (flag::MONTH | flag::WEEKDAY | flag::FUNCTION) == 0
    });
    let after = at.checked_sub(1).is_some_and(|before| {
        reading.word(before).is_some_and(|w| {
            w.token.is_capital()
                && !w.initial
                && w.flags & (flag::WEEKDAY | flag::FUNCTION) == 0
                && w.is_word()
        })
    });
    if doubtful || named || after {
        return None;
    }
    Some((
        at + 1,
        Expression::Month {
            year: None,
            month: number,
            ahead: false,
        },
    ))
}
