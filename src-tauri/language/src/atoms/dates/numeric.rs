//! Dates and times that are written with digits.

use super::super::Day;
use super::super::amount::{self, Decimal};
use super::super::expression::Expression;
use super::super::lexicon::flag;
use super::super::reading::Reading;
use super::Found;
use super::relative::{length, span};
use crate::tokens::Kind;

/// "5", "5th", "5-7", "5–7" as days of a month: first, last, and the token behind.
pub(super) fn days(reading: &Reading, at: usize, end: usize) -> Option<(u8, u8, usize)> {
    let text = reading.str(at);
    if let Some((first, last)) = text.split_once('-') {
        return Some((day(first)?, day(last)?, at + 1));
    }
    let first = day(text)?;
    if at + 2 < end
        && reading.kind(at + 1) == Some(Kind::Dash)
        && !reading.words[at + 1].token.spaced
        && let Some(last) = day(reading.str(at + 2))
    {
        return Some((first, last, at + 3));
    }
    Some((first, first, at + 1))
}

fn day(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &text[digits.len()..];
    if !matches!(ending, "" | "st" | "nd" | "rd" | "th") || digits.len() > 2 {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A year at `at`, perhaps behind a comma or "of": the token behind all that is used.
pub(super) fn year_after(reading: &Reading, at: usize, end: usize) -> (usize, Option<i32>) {
    let next = at + usize::from(reading.is_any(at, &[",", "of", "de", "del"]));
    if next < end
        && reading.kind(next) == Some(Kind::Number)
        && let Some(year) = year(reading.str(next))
    {
        return (next + 1, Some(year));
    }
    (at, None)
}

pub(super) fn year(text: &str) -> Option<i32> {
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (1000..2200).contains(year))
}

/// What begins with digits: a day of a month, a full date, a time, a year, a length.
pub(super) fn numeric(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let text = reading.str(at);
    if let Some(found) = full(text, reading.lexicon.decimal_comma) {
        return Some((at + 1, found));
    }
    day_of_month(reading, at, end)
        .or_else(|| time(reading, at, end))
        .or_else(|| length(reading, at, end))
        .or_else(|| lone_year(reading, at, end))
}

/// "2015-05-07", "7.5.2015", "5/7/2015"; the last one as English writes it only where the day
/// settles the order.
fn full(text: &str, day_first: bool) -> Option<Expression> {
    let mark = text.chars().find(|c| matches!(c, '-' | '.' | '/'))?;
    let mut parts = text.split(mark);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (a.len(), c.len()) {
        (4, _) => (a, b, c),
        (1..=2, 4) if day_first || mark == '.' || a.parse::<u8>().ok()? > 12 => (c, b, a),
        (1..=2, 4) => (c, a, b),
        _ => return None,
    };
    let found = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(Expression::Days {
        year: Some(found.year),
        month: found.month,
        first: found.day,
        last: found.day,
        ahead: false,
    })
}

/// "5 May 2015", "5th of May", "5. Mai", "5 de mayo de 2015".
pub(super) fn day_of_month(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let (first, last, mut next) = days(reading, at, end)?;
    if reading.is_any(next, &["of", ".", "de"]) {
        next += 1;
    }
    let word = reading
        .word(next)
        .filter(|word| next < end && word.has(flag::MONTH))?;
    if reading.lexicon.capital_calendar && !word.token.is_capital() {
        return None;
    }
    let month = u8::try_from(reading.lexicon.entry(word.key).number).ok()?;
    let stop = usize::from(word.has(flag::SHORT) && reading.is(next + 1, "."));
    let (behind, year) = year_after(reading, next + 1 + stop, end);
    let behind = if year.is_none() { next + 1 } else { behind };
    Some((
        behind,
        Expression::Days {
            year,
            month,
            first,
            last,
            ahead: false,
        },
    ))
}

/// "7:30", "7:30 pm", "7 p.m."
fn time(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let text = reading.str(at);
    let half = at + 1 < end && reading.is_any(at + 1, &["am", "pm", "a.m.", "p.m.", "a.m", "p.m"]);
    let minutes = clock(text)?;
    if !half && !text.contains(':') {
        return None;
    }
    let minutes = match half {
        true => of_half(minutes, reading.str(at + 1).starts_with(['p', 'P'])),
        false => minutes,
    };
    Some((at + 1 + usize::from(half), Expression::Time(minutes)))
}

/// Minutes after midnight of "7" or "7:30".
fn clock(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    if minutes.len() != 2 || hours.len() > 2 {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// Minutes after midnight of a time on the twelve-hour clock: 12 am is midnight, 12 pm noon.
const fn of_half(minutes: u16, later: bool) -> u16 {
    if minutes >= 780 {
        return minutes;
    }
    minutes % 720 + if later { 720 } else { 0 }
}

/// A year by itself: four digits that count nothing.
fn lone_year(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let text = reading.str(at);
    // "2014-15", "2014/15": the season or financial year, named by its first.
    let first = text.get(..4).and_then(year)?;
    let rest = &text[4..];
    let pair = rest
        .strip_prefix(['-', '/'])
        .is_some_and(|rest| matches!(rest.len(), 2 | 4));
    if !rest.is_empty() && !pair {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| reading.str(before));
    let asked = [
        "in", "since", "by", "from", "until", "till", "of", "to", "and", "during", "year",
        "before", "after", "early", "late", "mid", "through", "circa", "between", "–", "—", "(",
        "for",
    ];
    let firm = [
        "in", "since", "during", "the", "early", "late", "mid", "year", "until", "by",
    ]
    .iter()
    .any(|word| before.eq_ignore_ascii_case(word));
    let led = asked.iter().any(|word| before.eq_ignore_ascii_case(word));
    let counted = [
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "than",
        "least",
        "some",
        "most",
        "approximately",
        "roughly",
        "$",
        "€",
        "£",
        "up",
        "only",
        "just",
    ];
    if counted.iter().any(|word| before.eq_ignore_ascii_case(word)) {
        return None;
    }
    let counts = at + 1 < end && {
        let next = &reading.words[at + 1];
        let text = reading.str(at + 1);
        // A plural or a unit behind it makes it a count: "2000 troops", "1500 m".
        next.token.kind == Kind::Word
            && !next.token.is_capital()
            && next.token.spaced
            && next.flags & flag::FUNCTION == 0
            && (text.ends_with('s') && !text.ends_with("ss")
                || next.has(flag::UNIT)
                || reading.is_any(at + 1, &["people", "men", "women", "children"])
                || amount::unit(text).is_some())
            || reading.is_any(at + 1, &["%"])
    };
    let modern = (1900..2060).contains(&first);
    let lone = at + 1 >= end || !matches!(reading.kind(at + 1), Some(Kind::Word));
    ((modern && (firm || !counts))
        || (led && !counts && (lone || reading.has(at + 1, flag::FUNCTION))))
    .then_some((at + 1, Expression::Year(first)))
}

/// "1990s", "5th of May", "20-minute", "6:00am".
pub(super) fn mixed(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let text = reading.str(at);
    let decade = text
        .strip_suffix('s')
        .and_then(|text| year(text.trim_end_matches(['\'', '’'])))
        .filter(|year| year % 10 == 0);
    if let Some(first) = decade {
        return Some((at + 1, Expression::Decade(first)));
    }
    let lower = text.to_ascii_lowercase();
    for half in ["am", "pm"] {
        if let Some(minutes) = lower.strip_suffix(half).and_then(clock) {
            return Some((at + 1, Expression::Time(of_half(minutes, half == "pm"))));
        }
    }
    if let Some((count, unit)) = lower.split_once('-')
        && let Some(unit) = span(unit)
        && let Some(count) = Decimal::parse(count, false)
    {
        return Some((
            at + 1,
            Expression::Length {
                unit,
                count: count.integer(),
            },
        ));
    }
    day_of_month(reading, at, end)
}
