//! A copied or restored file never writes under its old name: two events at one place of a chain
//! would be two truths.

use std::{collections::BTreeSet, fs};

use stet_store::Store;
use stet_tests::{chance::Chance, machine::Machine, oracle};

use crate::work::{tag_one, worked};

/// Replicas that wrote in a file, and whether two events share a place of a chain in the union.
fn replicas(files: &[&std::path::Path]) -> (usize, bool) {
    let mut rows = std::collections::BTreeMap::new();
    files
        .iter()
        .for_each(|file| rows.extend(oracle::rows(file)));
    let events = oracle::events(&rows);
    let places: BTreeSet<_> = events
        .values()
        .map(|event| (event.chain.clone(), event.seq))
        .collect();
    let replicas: BTreeSet<_> = events.values().map(|event| event.chain.replica).collect();
    (replicas.len(), places.len() == events.len())
}

#[test]
fn each_way_of_copying_makes_a_new_replica_and_no_fork() {
    type Way = fn(&Machine) -> Vec<&'static str>;
    // Each leaves the files that people go on with. Bo's replica and the first one's make two.
    let table: [(&str, Way, usize); 6] = [
        ("nothing happened", |_| vec!["a.stet"], 2),
        (
            "copied while closed, both go on",
            |machine| {
                fs::copy(machine.path("a.stet"), machine.path("b.stet")).unwrap();
                vec!["a.stet", "b.stet"]
            },
            3,
        ),
        (
            "moved",
            |machine| {
                fs::rename(machine.path("a.stet"), machine.path("b.stet")).unwrap();
                vec!["b.stet"]
            },
            2,
        ),
        (
            "an older copy put in its place by copying over it",
            |machine| {
                fs::copy(machine.path("a.stet"), machine.path("old")).unwrap();
                tag_one(&mut machine.open("a.stet", 0), 0, &mut Chance::new(1));
                fs::copy(machine.path("a.stet"), machine.path("later.stet")).unwrap();
                fs::copy(machine.path("old"), machine.path("a.stet")).unwrap();
                vec!["a.stet", "later.stet"]
            },
            4,
        ),
        (
            "a backup restored under the same name",
            |machine| {
                let mut store = machine.open("a.stet", 0);
                store.back_up("2026-11-01").unwrap();
                tag_one(&mut store, 0, &mut Chance::new(1));
                drop(store);
                let kept = Store::restore(
                    &machine.place("a.stet").backups,
                    "2026-11-01.stet",
                    &machine.path("a.stet"),
                    "now",
                )
                .unwrap();
                fs::rename(kept, machine.path("kept.stet")).unwrap();
                vec!["a.stet", "kept.stet"]
            },
            3,
        ),
        (
            "this machine has forgotten its replicas",
            |machine| {
                fs::remove_dir_all(machine.path("replicas")).unwrap();
                vec!["a.stet"]
            },
            3,
        ),
    ];
    for (why, way, expected) in table {
        let machine = Machine::new();
        drop(worked(&machine, "a.stet", 4));
        let names = way(&machine);
        for round in 0..3 {
            for name in &names {
                tag_one(&mut machine.open(name, 0), 0, &mut Chance::new(round + 10));
            }
        }
        let paths: Vec<_> = names.iter().map(|name| machine.path(name)).collect();
        let (found, no_forks) = replicas(
            &paths
                .iter()
                .map(std::path::PathBuf::as_path)
                .collect::<Vec<_>>(),
        );
        assert!(no_forks, "{why}: two events at one place of a chain");
        assert_eq!(found, expected, "{why}");
        // And all of it meets again.
        let mut first = machine.open(names[0], 0);
        for name in &names[1..] {
            let share = machine.share(&mut machine.open(name, 0), 0, &[]);
            assert!(machine.merge(&mut first, &share).new > 0, "{why}");
        }
        assert_eq!(
            first.check().unwrap().problems,
            Vec::<String>::new(),
            "{why}"
        );
    }
}

#[test]
fn opening_and_reading_write_nothing() {
    let machine = Machine::new();
    drop(worked(&machine, "a.stet", 4));
    let before = fs::read(machine.path("a.stet")).unwrap();
    fs::copy(machine.path("a.stet"), machine.path("b.stet")).unwrap();
    for name in ["a.stet", "b.stet"] {
        let store = machine.open(name, 1);
        let _ = (
            store.dump().unwrap(),
            store.drafts().unwrap(),
            store.people().unwrap(),
            store.steps(None, 9).unwrap(),
        );
        let _ = store.next_label(stet_store::Direction::Back).unwrap();
        drop(store);
        assert!(fs::read(machine.path(name)).unwrap() == before, "{name}");
    }
}
