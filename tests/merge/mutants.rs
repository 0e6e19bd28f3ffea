//! The laws have teeth: ways of finding current values that are wrong, as they might come to be
//! by a slip, each caught by some law.

use std::collections::{BTreeMap, BTreeSet};

use stet_core::{
    ids::EventId,
    schema::{Field, Scope},
    state::{self, Given},
};
use stet_tests::chance::{Chance, trials};

use crate::laws::{LAWS, Resolve};

fn used(field: Field, given: &[Given]) -> BTreeSet<EventId> {
    state::current(field, given)
        .iter()
        .map(|one| one.event)
        .collect()
}

/// The definition with its parts made loose: which links count, which values start a path, which
/// ones it leads through, which ones may be current.
fn loose(
    given: &[Given],
    counts: impl Fn(&Given, &Given) -> bool,
    starts: impl Fn(&Given) -> bool,
    leads: impl Fn(&Given) -> bool,
    may: impl Fn(&Given) -> bool,
) -> BTreeSet<EventId> {
    let by_event: BTreeMap<EventId, &Given> = given.iter().map(|one| (one.event, one)).collect();
    let mut gone = BTreeSet::new();
    let mut open: Vec<&Given> = given.iter().filter(|one| starts(one)).collect();
    while let Some(from) = open.pop() {
        for to in from.replaces.iter().filter_map(|id| by_event.get(id)) {
            if counts(from, to) && gone.insert(to.event) && leads(to) {
                open.push(to);
            }
        }
    }
    given
        .iter()
        .filter(|one| may(one) && !gone.contains(&one.event))
        .map(|one| one.event)
        .collect()
}

fn rightly(field: Field) -> impl Fn(&Given, &Given) -> bool {
    move |from, to| field.scope() == Scope::Shared || from.author == to.author
}

const MUTANTS: &[(&str, Resolve)] = &[
    ("links of others count", |_, given| {
        loose(
            given,
            |_, _| true,
            |one| one.active,
            |_| true,
            |one| one.active,
        )
    }),
    ("nobody replaces another's shared value", |_, given| {
        loose(
            given,
            |from, to| from.author == to.author,
            |one| one.active,
            |_| true,
            |one| one.active,
        )
    }),
    ("what is absent breaks the path", |field, given| {
        loose(
            given,
            rightly(field),
            |one| one.active,
            |one| one.active,
            |one| one.active,
        )
    }),
    ("what is absent still replaces", |field, given| {
        loose(given, rightly(field), |_| true, |_| true, |one| one.active)
    }),
    ("what is set aside counts", |field, given| {
        loose(given, rightly(field), |_| true, |_| true, |_| true)
    }),
    ("the newest clock wins", |field, given| {
        used(field, given)
            .into_iter()
            .next_back()
            .into_iter()
            .collect()
    }),
    ("the last to arrive wins", |field, given| {
        let heads = used(field, given);
        given
            .iter()
            .rev()
            .map(|one| one.event)
            .find(|id| heads.contains(id))
            .into_iter()
            .collect()
    }),
    ("merging keeps one of each author", |field, given| {
        let mut kept = BTreeMap::new();
        for one in given
            .iter()
            .filter(|one| used(field, given).contains(&one.event))
        {
            let slot = kept.entry(one.author).or_insert(one.event);
            *slot = one.event.max(*slot);
        }
        kept.into_values().collect()
    }),
    ("being named by anybody is enough to go", |field, given| {
        let heads = used(field, given);
        let spoken: BTreeSet<EventId> = given.iter().flat_map(|one| one.replaces.clone()).collect();
        heads
            .into_iter()
            .filter(|id| !spoken.contains(id))
            .collect()
    }),
];

fn broken(resolve: Resolve, rounds: u64, seed: u64) -> Option<(&'static str, String)> {
    for round in 0..rounds {
        for (name, law) in LAWS {
            if let Err(how) = law(resolve, &mut Chance::new(seed.wrapping_add(round))) {
                return Some((name, how));
            }
        }
    }
    None
}

#[test]
fn what_is_used_obeys_every_law() {
    trials("laws", 5_000, |seed| {
        assert_eq!(broken(used, 1, seed), None);
    });
}

#[test]
fn every_mutant_breaks_one() {
    trials("mutants", 1, |seed| {
        for (name, mutant) in MUTANTS {
            let caught = broken(*mutant, 2_000, seed);
            assert!(caught.is_some(), "“{name}” was not noticed by any law");
            println!(
                "“{name}”: {}",
                caught.map(|(law, _)| law).unwrap_or_default()
            );
        }
    });
}
