//! Rescue: of a file that lost one page nearly every event is saved, and nothing is that was not.

use std::fs;

use stet_store::{Wanted, salvage};
use stet_tests::{
    chance::{Chance, trials},
    machine::{Machine, checker, key},
    oracle,
};

use crate::work::{pages, worked};

#[test]
fn one_lost_page_costs_at_most_its_own_rows() {
    let machine = Machine::new();
    drop(worked(&machine, "whole.stet", 1_500));
    let whole = machine.path("whole.stet");
    let rows = oracle::rows(&whole);
    let (size, count) = pages(&whole);
    let (kept, trials_made) = (std::cell::Cell::new(0_usize), std::cell::Cell::new(0_usize));
    trials("lost pages", 100, |seed| {
        let mut chance = Chance::new(seed);
        let mut bytes = fs::read(&whole).unwrap();
        let at = chance.below(count) * size;
        match chance.below(3) {
            0 => bytes[at..at + size].fill(0),
            1 => bytes[at..at + size].fill_with(|| u8::try_from(chance.below(256)).unwrap()),
            _ => {
                let from = chance.below(count) * size;
                bytes.copy_within(from..from + size, at);
            }
        }
        let damaged = machine.path("damaged.stet");
        fs::write(&damaged, bytes).unwrap();
        let out = machine.place(&format!("rescued{seed}.stet"));
        let said = salvage(&damaged, out.clone(), checker(0)).unwrap();
        let rescued = oracle::rows(&out.database);
        assert!(
            rescued.iter().all(|(id, body)| rows.get(id) == Some(body)),
            "nothing wrong is rescued"
        );
        assert_eq!(said.events, rescued.len() as u64);
        assert!(
            said.lost_rows <= (rows.len() - rescued.len()) as u64,
            "it counts no loss that was none"
        );
        kept.set(kept.get() + rescued.len());
        trials_made.set(trials_made.get() + 1);
        fs::remove_file(&out.database).unwrap();
    });
    let share = kept.get() as f64 / (rows.len() * trials_made.get()) as f64;
    println!(
        "{:.3} % of events rescued from files of {count} pages with one lost",
        share * 100.0
    );
    assert!(share >= 0.99, "{share}");
}

#[test]
fn random_flips_never_make_an_event() {
    let machine = Machine::new();
    drop(worked(&machine, "whole.stet", 200));
    let whole = machine.path("whole.stet");
    let rows = oracle::rows(&whole);
    trials("flips", 60, |seed| {
        let mut chance = Chance::new(seed);
        let mut bytes = fs::read(&whole).unwrap();
        for _ in 0..1 + chance.below(400) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
        let damaged = machine.path("damaged.stet");
        fs::write(&damaged, bytes).unwrap();
        let out = machine.place(&format!("rescued{seed}.stet"));
        if salvage(&damaged, out.clone(), checker(0)).is_ok() {
            assert!(
                oracle::rows(&out.database)
                    .iter()
                    .all(|(id, body)| rows.get(id) == Some(body))
            );
        }
    });
}

/// Everything of a whole file: what was still in the log, texts, others' seals so that their work
/// can be shared on; not what had been set aside as forged.
#[test]
fn of_a_whole_file_all_is_rescued() {
    let machine = Machine::new();
    let mut store = worked(&machine, "a.stet", 50);
    let long = "An article that holds {\"actor\":\"\" and more. ".repeat(2_000);
    let long = stet_core::draft::Draft::new(&[stet_core::draft::Block::new(
        stet_core::view::BlockKind::Paragraph,
        long,
    )]);
    store
        .append(&stet_tests::article::import(&long), 5)
        .unwrap();
    let db = rusqlite::Connection::open(store.path()).unwrap();
    let body = oracle::rows(store.path()).into_values().last().unwrap();
    let forged = String::from_utf8(body).unwrap().replace("tagged", "forged");
    let id = stet_core::ids::EventId::of(
        stet_core::event::Event::parse(forged.as_bytes())
            .unwrap()
            .time_ms,
        forged.as_bytes(),
    );
    db.execute(
        "INSERT INTO aside VALUES (?, ?, 'not sealed by its author', 1)",
        (id.0, forged.as_bytes()),
    )
    .unwrap();
    drop(db);
    assert!(
        fs::metadata(machine.path("a.stet-wal")).unwrap().len() > 0,
        "some of it is in the log only"
    );
    let place = machine.place("rescued.stet");
    salvage(store.path(), place.clone(), checker(0)).unwrap();
    let mut rescued = machine.open("rescued.stet", 0);
    assert_eq!(rescued.dump().unwrap(), store.dump().unwrap());
    assert_eq!(rescued.check().unwrap().problems, Vec::<String>::new());
    assert_eq!(
        rescued.article(long.id()).unwrap().draft().text(),
        long.text()
    );
    let out = machine.path("share.stet");
    assert_eq!(
        rescued
            .share(&Wanted::all(&[key(0)]), &out)
            .unwrap()
            .unsealed,
        0,
        "Bo's seals came along"
    );
}
