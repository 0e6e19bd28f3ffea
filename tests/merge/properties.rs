//! The invariants, over random histories.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};

use stet_core::{event::Act, schema::Field};
use stet_store::Store;
use stet_tests::{
    chance::trials,
    machine::{Machine, NOW},
    oracle,
};

use crate::history::{World, values, views};

const STEPS: usize = 40;

#[test]
fn histories_merge_to_one_truth() {
    trials("histories", 40, |seed| {
        let mut world = World::new(seed);
        let outcome = catch_unwind(AssertUnwindSafe(|| live(&mut world)));
        if let Err(panic) = outcome {
            println!("what happened:\n  {}", world.told.join("\n  "));
            resume_unwind(panic);
        }
    });
}

fn live(world: &mut World) {
    for n in 0..STEPS {
        world.step();
        if n % 10 == 9 {
            for desk in &mut world.desks {
                rebuilding_changes_nothing(&mut desk.store);
            }
        }
    }
    let mut union: BTreeMap<Vec<u8>, Vec<u8>> = BTreeMap::new();
    let mut shares = Vec::new();
    for desk in &mut world.desks {
        union.extend(oracle::rows(desk.store.path()));
        shares.push(world.machine.share(&mut desk.store, desk.checker, &[]));
    }
    // In three orders, in fresh files; then in everybody's own.
    let mut dumps: Vec<(String, Vec<String>)> = Vec::new();
    for order in 0..3 {
        world.chance.shuffle(&mut shares);
        let mut store = world.machine.open(&format!("order{order}.stet"), 9);
        for share in &shares {
            assert_eq!(world.machine.merge(&mut store, share).set_aside, []);
        }
        assert!(
            oracle::rows(store.path()) == union,
            "the union: nothing lost, nothing invented"
        );
        rebuilding_changes_nothing(&mut store);
        agrees_with_the_second_opinion(&store);
        nobodys_tag_is_gone(&store);
        dumps.push((store.dump().unwrap(), views(&store)));
    }
    for desk in &mut world.desks {
        for share in &shares {
            let _ = world.machine.merge(&mut desk.store, share);
        }
        assert!(
            oracle::rows(desk.store.path()) == union,
            "{} holds everything",
            desk.name
        );
        rebuilding_changes_nothing(&mut desk.store);
        same(
            &desk.store.dump().unwrap(),
            &dumps[0].0,
            &format!("{} came to the same", desk.name),
        );
    }
    for (dump, shown) in &dumps[1..] {
        same(dump, &dumps[0].0, "the order of merging is irrelevant");
        // Read by somebody who wrote nothing: “mine” is nobody's here, so all read alike.
        for (one, other) in shown.iter().zip(&dumps[0].1) {
            same(one, other, "articles show alike");
        }
    }
    no_chain_forks_within_a_replica(&union);
}

/// Compares long texts; shows where they part, not all of them.
pub fn same(one: &str, other: &str, what: &str) {
    if one != other {
        let at = one
            .chars()
            .zip(other.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let near = |text: &str| {
            text.chars()
                .skip(at.saturating_sub(300))
                .take(500)
                .collect::<String>()
        };
        panic!(
            "{what}\n  one:   …{}…\n  other: …{}…",
            near(one),
            near(other)
        );
    }
}

pub fn rebuilding_changes_nothing(store: &mut Store) {
    let before = store.dump().unwrap();
    let found = store.check().unwrap();
    assert_eq!(found.problems, Vec::<String>::new());
    same(&before, &store.dump().unwrap(), "looking changed something");
    store.rebuild().unwrap();
    same(
        &before,
        &store.dump().unwrap(),
        "step by step is not what a rebuild gives",
    );
}

fn agrees_with_the_second_opinion(store: &Store) {
    let events = oracle::events(&oracle::rows(store.path()));
    let expected: BTreeMap<(String, String), BTreeSet<String>> = oracle::current(&events)
        .into_iter()
        .map(|((entity, field), heads)| {
            (
                (entity, field.to_owned()),
                heads.iter().map(ToString::to_string).collect(),
            )
        })
        .collect();
    assert_eq!(
        oracle::dumped(&store.dump().unwrap()),
        expected,
        "current values are those of the definition"
    );
}

fn nobodys_tag_is_gone(store: &Store) {
    let events = oracle::events(&oracle::rows(store.path()));
    let mut owed = BTreeSet::new();
    for (id, event) in &events {
        let Act::Assign { known, .. } = &event.act else {
            continue;
        };
        if oracle::stands(&events, *id) {
            owed.extend(
                known
                    .iter()
                    .filter(|one| one.field == Field::Judgement)
                    .map(|one| (one.entity.to_string(), event.chain.actor.to_string())),
            );
        }
    }
    let dump: serde_json::Value = serde_json::from_str(&store.dump().unwrap()).unwrap();
    let held: BTreeSet<(String, String)> = dump["values"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|value| value["field"] == "judgement")
        .map(|value| {
            (
                value["entity"].as_str().unwrap().to_owned(),
                value["author"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    assert_eq!(
        held, owed,
        "every tagged (checker, span) keeps a value or an explicit retraction"
    );
}

/// No two events at one place of a chain, and time grows along it, whatever the clocks did.
fn no_chain_forks_within_a_replica(union: &BTreeMap<Vec<u8>, Vec<u8>>) {
    let mut chains: BTreeMap<_, BTreeMap<u64, u64>> = BTreeMap::new();
    for event in oracle::events(union).into_values() {
        let chain = chains.entry(event.chain.clone()).or_default();
        let taken = chain.insert(event.seq, event.time_ms);
        assert_eq!(taken, None, "two events at {} {}", event.chain, event.seq);
    }
    for (chain, times) in chains {
        let times: Vec<u64> = times.into_values().collect();
        assert!(
            times.is_sorted_by(|a, b| a < b),
            "time goes back in {chain}"
        );
    }
}

#[test]
fn a_dry_run_says_what_a_merge_does_and_changes_nothing() {
    trials("dry runs", 5, |seed| {
        let mut world = World::new(seed);
        (0..STEPS).for_each(|_| world.step());
        let machine = Machine::new();
        let mut store = machine.open("reader.stet", 9);
        for desk in &mut world.desks {
            let share = world.machine.share(&mut desk.store, desk.checker, &[]);
            let before = (store.dump().unwrap(), oracle::rows(store.path()));
            let foretold = store
                .merge(&share, &machine.path("scratch"), NOW, true)
                .unwrap();
            assert_eq!(
                before,
                (store.dump().unwrap(), oracle::rows(store.path())),
                "a dry run changes nothing"
            );
            assert_eq!(foretold, machine.merge(&mut store, &share));
            assert!(!values(&store).is_empty());
        }
    });
}
