//! One table: what can lie where the own database should, and what the start says of it. In every
//! case the bytes stay as they are, the backup is offered, and what is whole can be rescued.

use std::{fs, path::Path};

use rusqlite::Connection;
use stet_core::error::Code;
use stet_store::{Store, salvage};
use stet_tests::machine::{Machine, checker};

use crate::work::{pages, worked};

type Damage = fn(&Path);

/// What happens to the file, what the start says (`None`: it opens), whether salvage finds events.
const TABLE: &[(&str, Damage, Option<Code>, bool)] = &[
    (
        "emptied, though it held work",
        |file| fs::write(file, b"").unwrap(),
        Some(Code::DatabaseDamaged),
        false,
    ),
    (
        "cut in its first bytes",
        |file| cut(file, 60),
        Some(Code::DatabaseDamaged),
        false,
    ),
    (
        "cut after its first page",
        |file| cut(file, 4096),
        Some(Code::DatabaseDamaged),
        false,
    ),
    (
        "cut in the middle",
        |file| cut(file, fs::metadata(file).unwrap().len() / 2),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "cut by one page",
        |file| cut(file, fs::metadata(file).unwrap().len() - 4096),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "magic bytes broken",
        |file| poke(file, 0, b"SQLIT"),
        Some(Code::DatabaseNone),
        true,
    ),
    (
        "another application's mark",
        |file| poke(file, 68, &[0, 0, 0, 9]),
        Some(Code::DatabaseForeign),
        true,
    ),
    (
        "page size nonsense",
        |file| poke(file, 16, &[0, 3]),
        Some(Code::DatabaseNone),
        true,
    ),
    (
        "first page zeroed",
        |file| poke(file, 0, &[0; 4096]),
        Some(Code::DatabaseNone),
        true,
    ),
    (
        "schema garbled behind the header",
        |file| poke(file, 100, &[0xff; 300]),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "a page of events zeroed",
        |file| poke(file, offset_of(file, "event", 0x0d), &[0; 4096]),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "a page of an index zeroed",
        |file| {
            poke(
                file,
                offset_of(file, "sqlite_autoindex_event_1", 0x0a),
                &[0; 4096],
            )
        },
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "a page of current values zeroed",
        |file| poke(file, offset_of(file, "current", 0x0a), &[0; 4096]),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "a table gone",
        |file| sql(file, "DROP TABLE local"),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "its first table gone",
        |file| sql(file, "DROP TABLE meta"),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "it does not say what it is",
        |file| sql(file, "DELETE FROM meta WHERE key = 'kind'"),
        Some(Code::DatabaseDamaged),
        true,
    ),
    (
        "written by a newer version",
        |file| {
            sql(
                file,
                "UPDATE meta SET value = '99' WHERE key = 'least_reader'",
            )
        },
        Some(Code::DatabaseNewer),
        true,
    ),
    (
        "readable by us, writable by a newer version only",
        |file| {
            sql(
                file,
                "UPDATE meta SET value = '99' WHERE key = 'least_writer'",
            )
        },
        Some(Code::DatabaseNewer),
        true,
    ),
    (
        "a shared copy",
        |file| sql(file, "UPDATE meta SET value = 'share' WHERE key = 'kind'"),
        Some(Code::DatabaseShare),
        true,
    ),
    (
        "text",
        |file| fs::write(file, "Dear all,\nthe minutes are attached.\n".repeat(200)).unwrap(),
        Some(Code::DatabaseNone),
        false,
    ),
    (
        "another program's database",
        |file| foreign(file),
        Some(Code::DatabaseForeign),
        false,
    ),
    (
        "random bytes behind a true header",
        |file| garble(file),
        Some(Code::DatabaseDamaged),
        false,
    ),
    (
        "garbage behind its end",
        |file| append(file, &[0xab; 5000]),
        None,
        true,
    ),
    (
        "a log of garbage beside it",
        |file| fs::write(beside(file, "-wal"), [0xcd; 20_000]).unwrap(),
        None,
        true,
    ),
    (
        "an index of the log of garbage beside it",
        |file| fs::write(beside(file, "-shm"), [0xcd; 32_768]).unwrap(),
        None,
        true,
    ),
];

fn beside(file: &Path, end: &str) -> std::path::PathBuf {
    format!("{}{end}", file.display()).into()
}

fn cut(file: &Path, bytes: u64) {
    fs::OpenOptions::new()
        .write(true)
        .open(file)
        .unwrap()
        .set_len(bytes)
        .unwrap();
}

fn poke(file: &Path, at: usize, with: &[u8]) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at..at + with.len()].copy_from_slice(with);
    fs::write(file, bytes).unwrap();
}

fn append(file: &Path, with: &[u8]) {
    let mut bytes = fs::read(file).unwrap();
    bytes.extend_from_slice(with);
    fs::write(file, bytes).unwrap();
}

fn garble(file: &Path) {
    let mut chance = stet_tests::chance::Chance::new(3);
    let mut bytes = fs::read(file).unwrap();
    bytes[100..].fill_with(|| u8::try_from(chance.below(256)).unwrap());
    fs::write(file, bytes).unwrap();
}

fn sql(file: &Path, sql: &str) {
    let db = Connection::open(file).unwrap();
    db.execute_batch(sql).unwrap();
}

fn foreign(file: &Path) {
    fs::remove_file(file).unwrap();
    sql(
        file,
        "CREATE TABLE recipe(name TEXT); INSERT INTO recipe VALUES ('soup')",
    );
}

/// Where a leaf of the tree `name` lies in the file: walks down from its root along first children.
fn offset_of(file: &Path, name: &str, leaf: u8) -> usize {
    let root: i64 = Connection::open(file)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?",
            [name],
            |row| row.get(0),
        )
        .unwrap();
    let (bytes, size) = (fs::read(file).unwrap(), pages(file).0);
    let mut at = (usize::try_from(root).unwrap() - 1) * size;
    while bytes[at] != leaf {
        let cell = at + usize::from(u16::from_be_bytes([bytes[at + 12], bytes[at + 13]]));
        let child = u32::from_be_bytes([
            bytes[cell],
            bytes[cell + 1],
            bytes[cell + 2],
            bytes[cell + 3],
        ]);
        at = (child as usize - 1) * size;
    }
    at
}

#[test]
fn whatever_lies_there_is_named_kept_and_rescued() {
    let machine = Machine::new();
    let store = worked(&machine, "whole.stet", 200);
    let events = store.event_count().unwrap();
    let dump = store.dump().unwrap();
    drop(store);
    for (n, (what, damage, code, found)) in TABLE.iter().enumerate() {
        let name = format!("own{n}.stet");
        let file = machine.path(&name);
        fs::copy(machine.path("whole.stet"), &file).unwrap();
        let place = machine.place(&name);
        machine.open(&name, 0).back_up("2026-11-05").unwrap();
        damage(&file);
        let before = fs::read(&file).unwrap();
        let log = fs::read(beside(&file, "-wal")).ok();
        let outcome = machine.try_open(&name, 0);
        match (outcome, code) {
            (Ok(store), None) => assert_eq!(store.dump().unwrap(), dump, "{what}: all is there"),
            (Err(error), Some(code)) => {
                assert_eq!(error.code, *code, "{what}: {error}");
                assert!(
                    !error.message.is_empty() && !error.hint.is_empty(),
                    "{what}: it says why and what to do"
                );
                assert_eq!(
                    log,
                    fs::read(beside(&file, "-wal"))
                        .ok()
                        .filter(|log| !log.is_empty()),
                    "{what}: the log too"
                );
            }
            (outcome, _) => panic!("{what}: {:?}", outcome.map(|_| "it opened")),
        }
        assert!(
            fs::read(&file).unwrap() == before,
            "{what}: the file's bytes stay"
        );
        let backups = Store::backups(&place.backups);
        assert_eq!(
            backups
                .iter()
                .map(|backup| backup.events)
                .collect::<Vec<_>>(),
            [events],
            "{what}: the backup is offered"
        );
        let rescued = salvage(
            &file,
            machine.place(&format!("rescued{n}.stet")),
            checker(0),
        );
        assert!(
            fs::read(&file).unwrap() == before,
            "{what}: rescue only reads"
        );
        match rescued {
            Ok(rescued) => assert!(*found && rescued.events > 0, "{what}: {rescued:?}"),
            Err(error) => {
                assert!(!found, "{what}: {error}");
                assert!(
                    !machine.path(&format!("rescued{n}.stet")).exists(),
                    "{what}: no empty database is left"
                );
            }
        }
        // And the way out that the window offers works.
        let kept = Store::restore(
            &place.backups,
            "2026-11-05.stet",
            &file,
            "2026-11-06T080000",
        )
        .unwrap();
        assert!(
            fs::read(&kept).unwrap() == before,
            "{what}: the damaged file is kept"
        );
        assert_eq!(
            machine.open(&name, 0).dump().unwrap(),
            dump,
            "{what}: the backup is in its place"
        );
    }
}
