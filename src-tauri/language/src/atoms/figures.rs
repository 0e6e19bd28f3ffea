//! Figures that nearly agree: "about 300 killed" here, "312 killed" there.

use std::collections::{BTreeMap, BTreeSet};

use super::{Atom, Decimal, Quantity, Value, counted};
use crate::tokens;

/// Two figures for what seems to be the same thing, a little apart: one of them may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NearFigures {
    /// The one that comes first in the text: an index into the atoms.
    pub first: usize,
    /// The other one.
    pub second: usize,
}

/// What makes two figures comparable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Measure {
    /// The same currency or unit; a share of something is not comparable by that alone.
    Unit(&'static str),
    /// The same word beside it, and the same unit if it has one.
    Word(u64, Option<&'static str>),
}

/// Pairs of figures for the same thing that differ, but by a tenth at most, in order. Two figures
/// are for the same thing if they have the same unit, or count the same noun. `atoms` must be
/// those of `text`.
#[must_use]
pub fn near_figures(atoms: &[Atom], text: &str) -> Vec<NearFigures> {
    let tokens = tokens::tokens(text);
    let mut groups: BTreeMap<Measure, Vec<(usize, Decimal)>> = BTreeMap::new();
    for (n, atom) in atoms.iter().enumerate() {
        let Some(Value::Number(Quantity { low, high, unit })) = atom.value else {
            continue;
        };
        if low != high {
            continue;
        }
        if let Some(unit) = unit.filter(|unit| *unit != "%") {
            groups
                .entry(Measure::Unit(unit))
                .or_default()
                .push((n, low));
        }
        for word in counted::nouns(&tokens, text, atom) {
            groups
                .entry(Measure::Word(word, unit))
                .or_default()
                .push((n, low));
        }
    }
    let mut pairs = BTreeSet::new();
    for mut group in groups.into_values() {
        group.sort_by(|a, b| compare(a.1, b.1).then(a.0.cmp(&b.0)));
        group.dedup_by(|b, a| a.1 == b.1);
        // Sorted by value, a figure's near ones are its neighbours.
        for pair in group.windows(2) {
            if near(pair[0].1, pair[1].1) {
                let (first, second) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
                pairs.insert(NearFigures { first, second });
            }
        }
    }
    pairs.into_iter().collect()
}

fn compare(a: Decimal, b: Decimal) -> std::cmp::Ordering {
    a.aligned(b)
        .map_or(std::cmp::Ordering::Equal, |(a, b)| a.cmp(&b))
}

/// Whether the larger of two different numbers exceeds the other by a tenth of itself at most.
fn near(a: Decimal, b: Decimal) -> bool {
    a.aligned(b)
        .is_some_and(|(a, b)| a != b && (a - b).abs() * 10 <= a.max(b))
}
