//! RANGE: how people name sentences on the command line. `3-5,9,9b,H1,#4`.

use std::ops::RangeInclusive;

use crate::error::{Code, Error, Result};
use crate::label::{Name, Series};
use crate::units::Unit;

const HINT: &str = "Write labels or positions: 3-5,9,9b,H1,#4.";

/// The units that `range` names: indices into `units`, sorted, each once.
///
/// `9` is the sentence labelled 9, all its parts if it was split, what it was joined into if it
/// was joined; the ninth in the text if nothing is labelled 9. `9b`, `9+10`, `H1` are labels,
/// `#4` is always the fourth in the text. `a-b` goes from the place of `a` to that of `b`.
///
/// # Errors
/// `Usage` if it cannot be read, or runs backwards; `SentenceUnknown` if something in it does
/// not exist. Both name it.
pub fn resolve(range: &str, units: &[Unit]) -> Result<Vec<usize>> {
    let named = Named::new(units);
    let mut chosen = vec![false; units.len()];
    for item in range.split(',') {
        for index in named.item(item.trim())? {
            chosen[index] = true;
        }
    }
    Ok(chosen
        .iter()
        .enumerate()
        .filter_map(|(index, chosen)| chosen.then_some(index))
        .collect())
}

/// What an article has, in words: "This article has 1–31, H1–H3, C1."
#[must_use]
pub fn existing(units: &[Unit]) -> String {
    let counts = Series::ALL.map(|series| {
        let last = units
            .iter()
            .rev()
            .find(|unit| unit.label.to.series == series);
        (series.prefix(), last.map_or(0, |unit| unit.label.to.number))
    });
    let runs: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(prefix, count)| {
            if *count == 1 {
                format!("{prefix}1")
            } else {
                format!("{prefix}1–{prefix}{count}")
            }
        })
        .collect();
    if runs.is_empty() {
        "This article has no sentences.".into()
    } else {
        format!("This article has {}.", runs.join(", "))
    }
}

/// Units by the sentence of the first segmentation that they are made of.
struct Named<'u> {
    units: &'u [Unit],
    /// By series, then number - 1: first and last unit with words of that sentence.
    sentences: [Vec<(usize, usize)>; Series::COUNT],
}

impl<'u> Named<'u> {
    fn new(units: &'u [Unit]) -> Self {
        let mut sentences: [Vec<(usize, usize)>; Series::COUNT] = Default::default();
        for (index, unit) in units.iter().enumerate() {
            let numbered = &mut sentences[unit.label.from.series as usize];
            let last = unit.label.to.number as usize;
            // Another part of the sentence before ends here; then come those that start here.
            if let Some(sentence) =
                numbered.get_mut((unit.label.from.number as usize).saturating_sub(1))
            {
                sentence.1 = index;
            }
            while numbered.len() < last {
                numbered.push((index, index));
            }
        }
        Self { units, sentences }
    }

    fn item(&self, item: &str) -> Result<RangeInclusive<usize>> {
        if item.is_empty() {
            return Err(Error::new(
                Code::Usage,
                "A sentence is missing between the commas.",
                HINT,
            ));
        }
        let Some((from, to)) = item.split_once(['-', '–']) else {
            return self.one(item);
        };
        let (first, last) = (self.one(from.trim())?, self.one(to.trim())?);
        if first.start() > last.start() {
            return Err(Error::new(
                Code::Usage,
                format!("{item} runs backwards."),
                "Write the earlier sentence first.",
            ));
        }
        Ok(*first.start()..=*last.end())
    }

    fn one(&self, asked: &str) -> Result<RangeInclusive<usize>> {
        let found = if let Some(position) = asked.strip_prefix('#') {
            self.position(position, asked)?
        } else if let Some((from, to)) = asked.split_once('+') {
            let (from, to) = (name(from, asked)?, name(to, asked)?);
            self.sentence(from)
                .filter(|(_, index)| {
                    self.units
                        .get(*index)
                        .is_some_and(|unit| unit.label.from == from && unit.label.to == to)
                })
                .map(|(_, index)| (index, index))
        } else if asked.bytes().all(|byte| byte.is_ascii_digit()) && !asked.is_empty() {
            // A number too large for a label is no position either.
            match Name::parse(asked).and_then(|name| self.sentence(name)) {
                None => self.position(asked, asked)?,
                found => found,
            }
        } else {
            self.named(name(asked, asked)?)
        };
        found
            .map(|(first, last)| first..=last)
            .ok_or_else(|| self.unknown(asked))
    }

    /// The unit at a position, counted from 1.
    fn position(&self, digits: &str, asked: &str) -> Result<Option<(usize, usize)>> {
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(unreadable(asked));
        }
        let index = digits
            .parse::<usize>()
            .ok()
            .and_then(|position| position.checked_sub(1));
        Ok(index
            .filter(|index| *index < self.units.len())
            .map(|index| (index, index)))
    }

    /// All units with words of the sentence.
    fn sentence(&self, name: Name) -> Option<(usize, usize)> {
        self.sentences[name.series as usize]
            .get((name.number as usize).checked_sub(1)?)
            .copied()
    }

    /// The units of a sentence, or the one that begins or ends with the part.
    fn named(&self, name: Name) -> Option<(usize, usize)> {
        let (first, last) = self.sentence(name)?;
        if name.part == 0 {
            return Some((first, last));
        }
        let is = |unit: &Unit| unit.label.from == name || unit.label.to == name;
        (first..=last)
            .find(|index| self.units.get(*index).is_some_and(is))
            .map(|index| (index, index))
    }

    fn unknown(&self, asked: &str) -> Error {
        Error::new(
            Code::SentenceUnknown,
            format!("There is no sentence {asked}."),
            existing(self.units),
        )
    }
}

fn name(text: &str, asked: &str) -> Result<Name> {
    Name::parse(text).ok_or_else(|| unreadable(asked))
}

fn unreadable(asked: &str) -> Error {
    Error::new(
        Code::Usage,
        format!("“{asked}” does not name a sentence."),
        HINT,
    )
}

#[cfg(test)]
#[path = "range_tests.rs"]
mod tests;
