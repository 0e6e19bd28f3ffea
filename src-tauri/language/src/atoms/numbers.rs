//! Numbers: digits and words, ranges, money, shares and measures.

use super::amount::{Decimal, Quantity, unit};
use super::lexicon::flag;
use super::reading::Reading;
use super::{Atom, AtomKind, Value};
use crate::tokens::{Case, Kind};

/// A number as read from one place on.
pub(super) struct Found {
    /// The token behind it.
    pub(super) end: usize,
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
}

pub(super) fn find(reading: &mut Reading, sentence: usize, atoms: &mut Vec<Atom>) {
    let range = reading.range(sentence);
    let mut at = range.start;
    while at < range.end {
        at = one(reading, sentence, at, range.end, atoms).unwrap_or(at + 1);
    }
}

/// Takes the number at `at`, and gives the token behind it.
fn one(
    reading: &mut Reading,
    sentence: usize,
    at: usize,
    end: usize,
    atoms: &mut Vec<Atom>,
) -> Option<usize> {
    let word = *reading.word(at)?;
    if word.taken {
        return None;
    }
    if word.token.kind == Kind::Mixed {
        return mixed(reading, sentence, at, atoms);
    }
    if let Some(after) = age(reading, sentence, at, atoms) {
        return Some(after);
    }
    if is_pronoun(reading, at) {
        return None;
    }
    let found = number(reading, at, end)?;
    let (first, currency) = currency_before(reading, at);
    let (last, measure) = unit_after(reading, found.end, end);
    let quantity = found.low.map(|low| {
        let high = found.high.unwrap_or(low);
        Value::Number(Quantity {
            low,
            high,
            unit: currency.or(measure),
        })
    });
    reading.take(atoms, sentence, first..last, AtomKind::Number, quantity);
    Some(last)
}

/// The number that begins at `at`: digits or words, with what multiplies it.
pub(super) fn number(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let mut found = match reading.kind(at)? {
        Kind::Number => digits(reading, at, end)?,
        Kind::Word => words(reading, at, end)?,
        _ => return None,
    };
    while found.end < end && reading.has(found.end, flag::SCALE) && !reading.words[found.end].taken
    {
        let scale = reading.lexicon.entry(reading.words[found.end].key).number;
        found.low = found.low.and_then(|n| n.times(scale));
        found.high = found.high.and_then(|n| n.times(scale));
        found.end += 1;
    }
    Some(found)
}

fn digits(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    let comma = reading.lexicon.decimal_comma;
    let text = reading.str(at);
    let mut found = Found {
        end: at + 1,
        low: None,
        high: None,
    };
    if let Some((low, high)) = text.split_once('-') {
        found.low = Decimal::parse(low, comma);
        found.high = Decimal::parse(high, comma);
        return Some(found);
    }
    found.low = Decimal::parse(text, comma);
    // "8–10" is a range; "0 – 1" is a score, and "3–1" too.
    let dash = reading.kind(at + 1) == Some(Kind::Dash) && at + 2 < end;
    let close = dash && !reading.words[at + 1].token.spaced && !reading.words[at + 2].token.spaced;
    if close && reading.kind(at + 2) == Some(Kind::Number) && !reading.words[at + 2].taken {
        let high = Decimal::parse(reading.str(at + 2), comma);
        let rises = found
            .low
            .zip(high)
            .and_then(|(low, high)| low.aligned(high));
        if rises.is_some_and(|(low, high)| low < high) {
            (found.high, found.end) = (high, at + 3);
        }
    }
    Some(found)
}

/// "three", "twenty-five", "two hundred and six", "half".
fn words(reading: &Reading, at: usize, end: usize) -> Option<Found> {
    if reading.is(at, "half") {
        // "half of them" is a figure; "the first half" and "half an hour" are not.
        if !reading.is_any(at + 1, &["of", "the", "as"])
            || reading.is_any(
                at.wrapping_sub(1),
                &["first", "second", "other", "latter", "better"],
            )
        {
            return None;
        }
        return Some(Found {
            end: at + 1,
            low: Some(Decimal {
                digits: 5,
                places: 1,
            }),
            high: None,
        });
    }
    let first = value(reading, at)?;
    // "a thousand": the scale alone.
    let (mut total, mut part) = (0_i64, first);
    let mut next = at + 1;
    while next < end {
        let joined = usize::from(reading.is(next, "and"));
        let place = next + joined;
        if place >= end || reading.words[place].taken || !reading.words[place].token.spaced {
            break;
        }
        let scale = reading.has(place, flag::SCALE);
        if joined == 1 && (scale || part % 100 != 0 && total % 100 != 0) {
            break;
        }
        // "two and three" are two numbers; "two hundred and three" is one.
        if joined == 1 && part % 100 != 0 {
            break;
        }
        let Some(number) = value(reading, place) else {
            break;
        };
        if scale {
            part = part.checked_mul(number)?;
            if number >= 1000 {
                total = total.checked_add(part)?;
                part = 0;
            }
        } else if part % 100 == 0 || part % 10 == 0 && number < 10 && part % 100 >= 20 {
            part = part.checked_add(number)?;
        } else {
            break;
        }
        next = place + 1;
    }
    let low = total.checked_add(part).map(Decimal::whole);
    Some(Found {
        end: next,
        low,
        high: None,
    })
}

/// What a number word stands for: "seven", "million", "twenty-five".
fn value(reading: &Reading, at: usize) -> Option<i64> {
    let word = reading.word(at)?;
    if word.has(flag::CARDINAL | flag::SCALE) {
        return Some(reading.lexicon.entry(word.key).number);
    }
    let (tens, ones) = reading.str(at).split_once('-')?;
    let tens = number_word(reading, tens)?;
    let ones = number_word(reading, ones)?;
    ((20..100).contains(&tens) && (1..10).contains(&ones)).then_some(tens + ones)
}

/// What a single cardinal stands for, given as text.
pub(super) fn number_word(reading: &Reading, word: &str) -> Option<i64> {
    let entry = reading.lexicon.entry(super::lexicon::key(word));
    (entry.flags & flag::CARDINAL != 0).then_some(entry.number)
}

/// "no one", "one another": no number.
fn is_pronoun(reading: &Reading, at: usize) -> bool {
    if !reading.is(at, "one") {
        return false;
    }
    let before = at.checked_sub(1).unwrap_or(usize::MAX);
    reading.is_any(
        before,
        &[
            "no", "this", "that", "which", "every", "any", "some", "each",
        ],
    ) || reading.is(at + 1, "another")
        || reading.kind(at + 1) == Some(Kind::Clitic)
        || stands_for_noun(reading, at)
}

/// "a commercial one.": an adjective before it and nothing to count behind it.
fn stands_for_noun(reading: &Reading, at: usize) -> bool {
    let described = at
        .checked_sub(1)
        .and_then(|before| reading.word(before))
        .is_some_and(|word| {
            let plain = word.token.kind == Kind::Word && word.token.case == Case::Lower;
            plain && word.flags & (flag::FUNCTION | flag::SAYING | flag::CARDINAL) == 0
        });
    let counts = reading.word(at + 1).is_some_and(|word| {
        word.is_word() && (!word.has(flag::FUNCTION) || reading.is_any(at + 1, &["of", "or", "in"]))
    });
    described && !counts
}

fn currency_before(reading: &Reading, at: usize) -> (usize, Option<&'static str>) {
    let Some(before) = at.checked_sub(1) else {
        return (at, None);
    };
    let sign = reading.kind(before) == Some(Kind::Symbol);
    let found = if sign {
        unit(reading.str(before))
    } else {
        None
    };
    if found.is_none() || reading.words[before].taken {
        return (at, None);
    }
    // Where a space stands between, only what is counted is the number.
    let first = if reading.words[at].token.spaced {
        at
    } else {
        before
    };
    (first, found)
}

/// The unit behind a number, and where the number ends with it: a percent sign belongs to it, a
/// word stays outside.
fn unit_after(reading: &Reading, at: usize, end: usize) -> (usize, Option<&'static str>) {
    if at >= end {
        return (at, None);
    }
    let word = &reading.words[at];
    let lower = reading.str(at).to_lowercase();
    let found = match lower.as_str() {
        "per" if reading.is(at + 1, "cent") => Some("%"),
        lower => unit(lower),
    };
    let touches = word.token.kind == Kind::Symbol && !word.token.spaced;
    (at + usize::from(touches && found.is_some()), found)
}

/// Digits with letters: "14-year-old", "5km", "1.2bn", "62nd". Only the digits are the number,
/// unless what follows multiplies or measures.
fn mixed(
    reading: &mut Reading,
    sentence: usize,
    at: usize,
    atoms: &mut Vec<Atom>,
) -> Option<usize> {
    let text = reading.str(at);
    let ends = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let (number, rest) = text.split_at(ends);
    let mut low = Decimal::parse(number, reading.lexicon.decimal_comma);
    let lower = rest.to_lowercase();
    let (whole, measure) = match lower.as_str() {
        "st" | "nd" | "rd" | "th" => return None,
        "k" => {
            low = low.and_then(|n| n.times(1_000));
            (true, None)
        }
        "m" if currency_before(reading, at).1.is_some() => {
            low = low.and_then(|n| n.times(1_000_000));
            (true, None)
        }
        "bn" | "b" => {
            low = low.and_then(|n| n.times(1_000_000_000));
            (true, None)
        }
        rest if unit(rest).is_some() => (true, unit(rest)),
        rest if rest.starts_with('-') => (false, rest[1..].split('-').next().and_then(unit)),
        _ => return None,
    };
    let (first, currency) = currency_before(reading, at);
    let quantity = low.map(|low| {
        Value::Number(Quantity {
            low,
            high: low,
            unit: currency.or(measure),
        })
    });
    let dropped = if whole { 0 } else { rest.chars().count() };
    reading.take(atoms, sentence, first..at + 1, AtomKind::Number, quantity);
    cut(atoms, dropped);
    Some(at + 1)
}

/// "nine-month-old": the number word alone.
fn age(reading: &mut Reading, sentence: usize, at: usize, atoms: &mut Vec<Atom>) -> Option<usize> {
    let text = reading.str(at);
    let (first, rest) = text
        .split_once('-')
        .filter(|(_, rest)| rest.contains("-old"))?;
    let number = Decimal::whole(number_word(reading, first)?);
    let quantity = Value::Number(Quantity {
        low: number,
        high: number,
        unit: None,
    });
    reading.take(
        atoms,
        sentence,
        at..at + 1,
        AtomKind::Number,
        Some(quantity),
    );
    cut(atoms, rest.chars().count() + 1);
    Some(at + 1)
}

/// Takes code points off the end of the atom just made.
fn cut(atoms: &mut [Atom], dropped: usize) {
    if let Some(atom) = atoms.last_mut() {
        let dropped = u32::try_from(dropped).unwrap_or(0);
        atom.span.end = atom
            .span
            .end
            .saturating_sub(dropped)
            .max(atom.span.start + 1);
        atom.whole = atom.span;
    }
}
