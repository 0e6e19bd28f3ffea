//! A backup a day, seven kept; damage never pushes a good one out.

use std::fs;

use stet_store::{KEPT_BACKUPS, Store};
use stet_tests::{chance::Chance, machine::Machine};

use crate::work::{tag_one, worked};

#[test]
fn one_a_day_seven_kept() {
    let machine = Machine::new();
    let mut store = worked(&machine, "a.stet", 3);
    let folder = machine.place("a.stet").backups;
    for day in 1..=10 {
        assert!(store.back_up(&format!("2026-11-{day:02}")).unwrap());
        assert!(
            !store.back_up(&format!("2026-11-{day:02}")).unwrap(),
            "one a day"
        );
        tag_one(&mut store, 0, &mut Chance::new(day));
    }
    let names: Vec<String> = Store::backups(&folder)
        .into_iter()
        .map(|backup| backup.name)
        .collect();
    assert_eq!(names.len(), KEPT_BACKUPS);
    assert_eq!(
        (names[0].as_str(), names[6].as_str()),
        ("2026-11-10.stet", "2026-11-04.stet"),
        "newest first"
    );
    let files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        files.len(),
        KEPT_BACKUPS,
        "and nothing beside them: {files:?}"
    );
}

#[test]
fn an_empty_database_is_not_backed_up() {
    let machine = Machine::new();
    let store = machine.open("a.stet", 0);
    assert!(!store.back_up("2026-11-05").unwrap());
}

#[test]
fn a_damaged_copy_is_never_kept_in_the_place_of_a_good_one() {
    let machine = Machine::new();
    let store = worked(&machine, "a.stet", 3_000);
    let folder = machine.place("a.stet").backups;
    for day in 1..=7 {
        store.back_up(&format!("2026-11-{day:02}")).unwrap();
    }
    store.checkpoint().unwrap();
    drop(store);
    // A page in the middle turns to noise while the database is open.
    let file = machine.path("a.stet");
    let store = machine.open("a.stet", 0);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xee);
    fs::write(&file, bytes).unwrap();
    // Another program writes, so that this one looks at the file again.
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute("INSERT INTO setting VALUES ('theme', 'dark')", [])
        .unwrap();
    assert!(
        store.back_up("2026-11-08").is_err(),
        "the copy fails its check"
    );
    let names: Vec<String> = Store::backups(&folder)
        .into_iter()
        .map(|backup| backup.name)
        .collect();
    assert_eq!(
        (names.len(), names[6].as_str()),
        (7, "2026-11-01.stet"),
        "all good ones are still there"
    );
    assert!(!folder.join("2026-11-08.part").exists(), "and no half one");
    // A backup that rots is not offered.
    fs::write(folder.join("2026-11-07.stet"), "rot").unwrap();
    assert_eq!(Store::backups(&folder).len(), 6);
    assert!(Store::restore(&folder, "2026-11-07.stet", &file, "x").is_err());
    assert!(
        Store::restore(&folder, "../a.stet", &file, "x").is_err(),
        "nor is anything outside"
    );
}

#[test]
fn an_altered_event_is_not_backed_up_either() {
    let machine = Machine::new();
    let store = worked(&machine, "a.stet", 10);
    store.back_up("2026-11-01").unwrap();
    let db = rusqlite::Connection::open(store.path()).unwrap();
    db.execute("UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'finding', 'fundung') AS BLOB) WHERE n = 30", []).unwrap();
    drop(db);
    assert!(
        store.back_up("2026-11-02").is_err(),
        "pages are whole, but an event is not what it was"
    );
    assert_eq!(Store::backups(&machine.place("a.stet").backups).len(), 1);
}

#[test]
fn restoring_keeps_what_was_there_and_everything_beside_it() {
    let machine = Machine::new();
    let mut store = worked(&machine, "a.stet", 3);
    store.back_up("2026-11-01").unwrap();
    let old = store.dump().unwrap();
    tag_one(&mut store, 0, &mut Chance::new(1));
    let new = store.dump().unwrap();
    drop(store);
    let (folder, file) = (machine.place("a.stet").backups, machine.path("a.stet"));
    let kept =
        [(), ()].map(|()| Store::restore(&folder, "2026-11-01.stet", &file, "2026-11-06").unwrap());
    assert_ne!(kept[0], kept[1], "a second restore keeps both");
    assert_eq!(machine.open("a.stet", 0).dump().unwrap(), old);
    let name = kept[0].file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(machine.open(&name, 0).dump().unwrap(), new);
}
