//! Dates that count from publication, and lengths of time: "last week", "three years ago".

use super::super::amount::Decimal;
use super::super::expression::{Expression, Span};
use super::super::lexicon::flag;
use super::super::numbers;
use super::super::reading::Reading;
use super::numeric::year;
use super::{Found, weekday};
use crate::tokens::Kind;

/// "five hours", "30 days", "three years ago".
pub(super) fn length(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let number = numbers::number(reading, at, end)?;
    let unit = reading
        .word(number.end)
        .filter(|word| number.end < end && word.has(flag::UNIT))?;
    let spelled = reading.str(number.end);
    let span = span(spelled)?;
    let close = unit.token.spaced || reading.kind(at) == Some(Kind::Number);
    // In "the 2018 season" and "2018 day five" the number is a year.
    let named = year(reading.str(at)).is_some_and(|year| (1900..2060).contains(&year))
        && !spelled.ends_with('s')
        && reading.str(number.end + 1).starts_with(|c: char| {
            !c.is_alphabetic() || reading.has(number.end + 1, flag::CARDINAL)
        });
    // "14 years old" is an age, a number.
    if named || !close || reading.is_any(number.end + 1, &["old", "-old"]) {
        return None;
    }
    let count = number.high.or(number.low).and_then(Decimal::integer);
    let behind = number.end + 1;
    let whole = count.and_then(|count| i32::try_from(count).ok());
    if let Some(count) = whole
        && behind < end
        && reading.is(behind, "ago")
    {
        let count = -count;
        return Some((behind + 1, Expression::Relative { unit: span, count }));
    }
    Some((behind, Expression::Length { unit: span, count }))
}

/// "yesterday", "last week", "the past 30 days", "this Friday", "two-day".
pub(super) fn relative(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let word = reading.word(at)?;
    if word.has(flag::POINTER | flag::STEP) {
        let count = i32::try_from(reading.lexicon.entry(word.key).number).ok()?;
        if word.has(flag::STEP) {
            return qualified(reading, at + 1, end, count);
        }
        return Some((
            at + 1,
            Expression::Relative {
                unit: Span::Day,
                count,
            },
        ));
    }
    if word.flags != 0 {
        return None;
    }
    // "a two-day visit".
    let (count, unit) = reading.str(at).split_once('-')?;
    let count = Some(numbers::number_word(reading, count)?);
    Some((
        at + 1,
        Expression::Length {
            unit: span(unit)?,
            count,
        },
    ))
}

/// What follows "last" (-1), "this" (0) or "next" (1).
fn qualified(reading: &Reading, at: usize, end: usize, step: i32) -> Option<Found> {
    let word = reading.word(at).filter(|_| at < end)?;
    if word.has(flag::WEEKDAY) {
        let (behind, found) = weekday(reading, at, end)?;
        let Expression::Weekday { weekday, .. } = found else {
            return None;
        };
        return Some((
            behind,
            Expression::Weekday {
                weekday,
                ahead: step >= 0,
                other: step != 0,
            },
        ));
    }
    if word.has(flag::MONTH) && word.token.is_capital() {
        let month = u8::try_from(reading.lexicon.entry(word.key).number).ok()?;
        return Some((
            at + 1,
            Expression::Month {
                year: None,
                month,
                ahead: step > 0,
            },
        ));
    }
    if word.has(flag::SEASON) {
        return Some((at + 1, Expression::Season));
    }
    if step == 0 && word.has(flag::PART_OF_DAY) {
        return Some((
            at + 1,
            Expression::Relative {
                unit: Span::Day,
                count: 0,
            },
        ));
    }
    if word.has(flag::UNIT) {
        let one = !reading.str(at).ends_with('s');
        let unit = span(reading.str(at)).filter(|unit| one && *unit != Span::Moment)?;
        // "the next day" counts from the story, not from publication.
        if unit == Span::Day && !reading.is(at, "night") {
            return None;
        }
        // "the past week" ends today, "last week" ended on Sunday.
        if reading.is_any(at - 1, &["past", "coming"]) {
            return Some((at + 1, Expression::Stretch { unit, count: step }));
        }
        return Some((at + 1, Expression::Relative { unit, count: step }));
    }
    if step != 0 && (word.token.kind == Kind::Number || word.has(flag::CARDINAL)) {
        let (behind, found) = length(reading, at, end)?;
        let Expression::Length { unit, count } = found else {
            return None;
        };
        let count = i32::try_from(count?).ok()?.checked_mul(step)?;
        return Some((behind, Expression::Stretch { unit, count }));
    }
    None
}

/// The span of time that a word names, in the singular or plural.
pub(super) fn span(word: &str) -> Option<Span> {
    // "14-year-old" is an age, a number.
    if word.ends_with("-old") || word.ends_with("-olds") {
        return None;
    }
    let word = word
        .split('-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    Some(match word.as_str() {
        "second" | "seconds" | "minute" | "minutes" | "hour" | "hours" => Span::Moment,
        "day" | "days" | "night" | "nights" => Span::Day,
        "weekend" | "weekends" => Span::Weekend,
        "week" | "weeks" => Span::Week,
        "fortnight" => Span::Fortnight,
        "month" | "months" => Span::Month,
        "quarter" | "quarters" => Span::Quarter,
        "year" | "years" => Span::Year,
        "decade" | "decades" => Span::Decade,
        "century" | "centuries" => Span::Century,
        _ => return None,
    })
}
