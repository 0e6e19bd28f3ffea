//! Two at one file: the window and the command line, say. Both succeed, nothing is lost.

use stet_store::Store;
use stet_tests::{chance::Chance, machine::Machine, oracle};

use crate::work::{tag_one, worked};

#[test]
fn two_writers_both_succeed() {
    let machine = Machine::new();
    let mut store = worked(&machine, "a.stet", 1);
    let before = store.event_count().unwrap();
    let places = [machine.place("a.stet"), machine.place("a.stet")];
    std::thread::scope(|scope| {
        for (n, place) in places.into_iter().enumerate() {
            scope.spawn(move || {
                // One of them the same person, one another.
                let who = u8::try_from(n).unwrap();
                let mut store = Store::open(place, stet_tests::machine::checker(who)).unwrap();
                let mut chance = Chance::new(n as u64);
                (0..150).for_each(|_| tag_one(&mut store, who, &mut chance));
            });
        }
    });
    assert_eq!(
        store.event_count().unwrap(),
        before + 300,
        "nothing is lost"
    );
    assert!(store.changed_elsewhere().unwrap(), "and the third notices");
    assert!(!store.changed_elsewhere().unwrap());
    assert_eq!(store.check().unwrap().problems, Vec::<String>::new());
    let events = oracle::events(&oracle::rows(store.path()));
    let places: std::collections::BTreeSet<_> = events
        .values()
        .map(|event| (event.chain.clone(), event.seq))
        .collect();
    assert_eq!(
        places.len(),
        events.len(),
        "no two events at one place of a chain"
    );
    let replicas: std::collections::BTreeSet<_> =
        events.values().map(|event| event.chain.replica).collect();
    assert_eq!(
        replicas.len(),
        2,
        "one file is one replica (and Bo's, merged)"
    );
}

#[test]
fn two_who_create_it_at_once() {
    for _ in 0..20 {
        let machine = Machine::new();
        let places = [machine.place("a.stet"), machine.place("a.stet")];
        std::thread::scope(|scope| {
            for (n, place) in places.into_iter().enumerate() {
                scope.spawn(move || {
                    let who = u8::try_from(n).unwrap();
                    let mut store = Store::open(place, stet_tests::machine::checker(who)).unwrap();
                    store
                        .append(
                            &stet_tests::article::import(&stet_tests::article::article(n)),
                            5,
                        )
                        .unwrap();
                });
            }
        });
        let mut store = machine.open("a.stet", 0);
        assert_eq!(store.drafts().unwrap().len(), 2, "both articles are there");
        assert_eq!(store.check().unwrap().problems, Vec::<String>::new());
    }
}
