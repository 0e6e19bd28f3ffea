//! Received files as somebody with bad intent, or a bad disk, would make them: each is refused with
//! a reason, and one's own database is as it was.

use std::{fs, path::Path, time::Instant};

use rusqlite::Connection;
use stet_core::error::Code;
use stet_store::{Receiving, Within};
use stet_tests::{
    article::{article, import},
    chance::{Chance, trials},
    machine::{Machine, NOW},
    oracle,
};

type Harm = fn(&Path);

const TABLE: &[(&str, Harm, Code)] = &[
    (
        "a trigger",
        |file| {
            sql(
                file,
                "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
            )
        },
        Code::ShareRefused,
    ),
    (
        "a view",
        |file| sql(file, "CREATE VIEW v AS SELECT * FROM event"),
        Code::ShareRefused,
    ),
    (
        "a view in the place of the events",
        |file| {
            sql(
                file,
                "ALTER TABLE event RENAME TO e; CREATE VIEW event AS SELECT * FROM e",
            )
        },
        Code::ShareRefused,
    ),
    (
        "a view in the place of what it says of itself",
        |file| {
            sql(
                file,
                "ALTER TABLE meta RENAME TO m; CREATE VIEW meta AS SELECT * FROM m",
            )
        },
        Code::ShareRefused,
    ),
    (
        "a generated column",
        |file| sql(file, "ALTER TABLE event ADD COLUMN g TEXT AS (hex(body))"),
        Code::ShareRefused,
    ),
    (
        "a column more",
        |file| sql(file, "ALTER TABLE event ADD COLUMN more TEXT"),
        Code::ShareRefused,
    ),
    (
        "a table more",
        |file| sql(file, "CREATE TABLE setting(key TEXT, value TEXT)"),
        Code::ShareRefused,
    ),
    (
        "a table less",
        |file| sql(file, "DROP TABLE seal"),
        Code::ShareRefused,
    ),
    (
        "an index more",
        |file| sql(file, "CREATE INDEX i ON event(body)"),
        Code::ShareRefused,
    ),
    (
        "a table of a module",
        |file| sql(file, "CREATE VIRTUAL TABLE x USING fts5(y)"),
        Code::ShareRefused,
    ),
    (
        "a check that calls functions",
        |file| sql(file, "CREATE TABLE c(x CHECK (abs(x) > random()))"),
        Code::ShareRefused,
    ),
    (
        "the schema rewritten",
        |file| {
            sql(
                file,
                "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE event(n INTEGER PRIMARY KEY, id, body)' WHERE name = 'event'",
            )
        },
        Code::ShareRefused,
    ),
    (
        "its root pages swapped",
        |file| {
            sql(
                file,
                "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'blob') WHERE name = 'event'",
            )
        },
        Code::ShareRefused,
    ),
    (
        "a root page far outside",
        |file| {
            sql(
                file,
                "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 2000000000 WHERE name = 'event'",
            )
        },
        Code::ShareRefused,
    ),
    (
        "another application's",
        |file| sql(file, "PRAGMA application_id=7"),
        Code::DatabaseForeign,
    ),
    (
        "a working database under another name",
        |file| sql(file, "UPDATE meta SET value = 'live' WHERE key = 'kind'"),
        Code::ShareRefused,
    ),
    (
        "neither share nor working database",
        |file| sql(file, "UPDATE meta SET value = 'friend' WHERE key = 'kind'"),
        Code::ShareRefused,
    ),
    (
        "of a newer version",
        |file| {
            sql(
                file,
                "UPDATE meta SET value = '2' WHERE key = 'least_reader'",
            )
        },
        Code::DatabaseNewer,
    ),
    (
        "of a version that is no number",
        |file| {
            sql(
                file,
                "UPDATE meta SET value = '1; DROP TABLE event' WHERE key = 'least_reader'",
            )
        },
        Code::DatabaseNewer,
    ),
    (
        "wrong magic",
        |file| poke(file, 0, b"sqlite"),
        Code::DatabaseNone,
    ),
    (
        "page size nonsense",
        |file| poke(file, 16, &[0x12, 0x34]),
        Code::ShareRefused,
    ),
    (
        "a page size larger than the file",
        |file| poke(file, 16, &[0, 1]),
        Code::ShareRefused,
    ),
    (
        "nothing but reserved bytes on its pages",
        |file| poke(file, 20, &[255]),
        Code::ShareRefused,
    ),
    (
        "texts in UTF-16, it says",
        |file| poke(file, 56, &[0, 0, 0, 3]),
        Code::ShareRefused,
    ),
    (
        "a file format of the future",
        |file| poke(file, 18, &[9, 9]),
        Code::ShareRefused,
    ),
    (
        "cut in its header",
        |file| cut(file, 50),
        Code::DatabaseDamaged,
    ),
    (
        "cut in the middle",
        |file| cut(file, fs::metadata(file).unwrap().len() / 2),
        Code::ShareRefused,
    ),
    (
        "empty",
        |file| fs::write(file, b"").unwrap(),
        Code::ShareRefused,
    ),
    (
        "noise",
        |file| fs::write(file, [0x5a; 9000]).unwrap(),
        Code::DatabaseNone,
    ),
    (
        "an archive in disguise",
        |file| fs::write(file, b"PK\x03\x04 and what follows").unwrap(),
        Code::DatabaseNone,
    ),
    ("noise behind a true header", noise, Code::ShareRefused),
    (
        "a folder",
        |file| {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
        },
        Code::DatabaseNone,
    ),
    (
        "not there",
        |file| fs::remove_file(file).unwrap(),
        Code::FileMissing,
    ),
    ("pages that lead in circles", circles, Code::ShareRefused),
    (
        "a note that a terminal would obey",
        |file| sql(file, "INSERT INTO meta VALUES ('note', char(27) || '[2J')"),
        Code::ShareRefused,
    ),
    (
        "a note of zeros",
        |file| {
            sql(
                file,
                "INSERT INTO meta VALUES ('note', 'all' || char(0) || 'well')",
            )
        },
        Code::ShareRefused,
    ),
    (
        "a note without end",
        |file| {
            sql(
                file,
                "INSERT INTO meta VALUES ('note', hex(zeroblob(3000)))",
            )
        },
        Code::ShareRefused,
    ),
    (
        "ten thousand words about itself",
        |file| {
            sql(
                file,
                "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 10000) INSERT INTO meta SELECT n, n FROM c",
            )
        },
        Code::ShareRefused,
    ),
    (
        "a thousand tables",
        |file| {
            let tables: String = (0..1_000)
                .map(|n| format!("CREATE TABLE t{n}(x);"))
                .collect();
            sql(file, &tables);
        },
        Code::ShareRefused,
    ),
    (
        "a working database with a trigger",
        |file| {
            live(file);
            sql(
                file,
                "CREATE TRIGGER t AFTER INSERT ON local BEGIN DELETE FROM event; END",
            );
        },
        Code::ShareRefused,
    ),
    (
        "a working database with a view",
        |file| {
            live(file);
            sql(file, "CREATE VIEW v AS SELECT * FROM event");
        },
        Code::ShareRefused,
    ),
    (
        "a working database with a table of a module",
        |file| {
            live(file);
            sql(file, "CREATE VIRTUAL TABLE x USING fts5(y)");
        },
        Code::ShareRefused,
    ),
    (
        "a working database whose own work nobody has sealed",
        |file| {
            live(file);
            sql(file, "DELETE FROM seal");
        },
        Code::ShareRefused,
    ),
    (
        "encrypted, handed on as it is",
        |file| fs::write(file, b"age-encryption.org/v1\n-> scrypt AAAA 18\n").unwrap(),
        Code::DatabaseNone,
    ),
];

/// Makes a working database of a share, as far as its tables tell.
fn live(file: &Path) {
    let local = include_str!("../../src-tauri/store/src/sql/local.sql");
    sql(file, local);
    sql(file, "UPDATE meta SET value = 'live' WHERE key = 'kind'");
}

fn sql(file: &Path, sql: &str) {
    let db = Connection::open(file).unwrap();
    db.execute_batch(sql).unwrap();
}

fn poke(file: &Path, at: usize, with: &[u8]) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at..at + with.len()].copy_from_slice(with);
    fs::write(file, bytes).unwrap();
}

fn cut(file: &Path, bytes: u64) {
    fs::OpenOptions::new()
        .write(true)
        .open(file)
        .unwrap()
        .set_len(bytes)
        .unwrap();
}

fn noise(file: &Path) {
    let mut chance = Chance::new(5);
    let mut bytes = fs::read(file).unwrap();
    bytes[100..].fill_with(|| u8::try_from(chance.below(256)).unwrap());
    fs::write(file, bytes).unwrap();
}

/// The events' root becomes a page whose hundreds of children are all one page, and that one's
/// too, and so on: a few pages that read as more rows than there are atoms.
fn circles(file: &Path) {
    let root: u32 = Connection::open(file)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'event'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let mut bytes = fs::read(file).unwrap();
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    let at = (root - 1) as usize * size;
    let leaf = bytes[at..at + size].to_vec();
    assert_eq!(leaf[0], 0x0d, "the events fit one page");
    let count = u32::try_from(bytes.len() / size).unwrap();
    for (number, child) in [
        (root, count + 1),
        (count + 1, count + 2),
        (count + 2, count + 3),
    ] {
        let mut interior = vec![0_u8; size];
        let cells = 400_u16;
        interior[0] = 0x05;
        interior[3..5].copy_from_slice(&cells.to_be_bytes());
        interior[8..12].copy_from_slice(&child.to_be_bytes());
        let mut top = size;
        for cell in 0..usize::from(cells) {
            top -= 5;
            interior[top..top + 4].copy_from_slice(&child.to_be_bytes());
            interior[top + 4] = 1;
            let pointer = u16::try_from(top).unwrap().to_be_bytes();
            interior[12 + 2 * cell..14 + 2 * cell].copy_from_slice(&pointer);
        }
        interior[5..7].copy_from_slice(&u16::try_from(top).unwrap().to_be_bytes());
        let start = (number - 1) as usize * size;
        if bytes.len() < start + size {
            bytes.resize(start + size, 0);
        }
        bytes[start..start + size].copy_from_slice(&interior);
    }
    bytes.extend_from_slice(&leaf);
    let pages = u32::try_from(bytes.len() / size).unwrap();
    bytes[28..32].copy_from_slice(&pages.to_be_bytes());
    fs::write(file, bytes).unwrap();
}

#[test]
fn each_is_refused_with_a_reason_and_changes_nothing() {
    assert!(TABLE.len() >= 40, "as many as were promised");
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let share = machine.share(&mut ada, 0, &[]);
    let mut bo = machine.open("b.stet", 1);
    bo.append(&import(&article(1)), NOW).unwrap();
    let before = (bo.dump().unwrap(), oracle::rows(bo.path()));
    let mut slowest = (0, "");
    for (what, harm, code) in TABLE {
        let file = machine.fresh("hostile.stet");
        fs::copy(&share, &file).unwrap();
        harm(&file);
        let bytes = fs::read(&file).ok();
        let began = Instant::now();
        let error = machine
            .merge_by_worker(&mut bo, &file)
            .map(|merged| format!("it was taken: {merged:?}"))
            .unwrap_err();
        assert_eq!(error.code, *code, "{what}: {error}");
        slowest = slowest.max((began.elapsed().as_millis(), *what));
        assert!(
            error.message.len() > 20 && !error.hint.is_empty(),
            "{what}: it says why and what to do: {error}"
        );
        assert!(
            before == (bo.dump().unwrap(), oracle::rows(bo.path())),
            "{what}: nothing changed"
        );
        assert!(bytes == fs::read(&file).ok(), "{what}: nor the file");
        let left: Vec<_> = fs::read_dir(machine.path("scratch"))
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert!(
            left.is_empty(),
            "{what}: nothing is left lying about: {left:?}"
        );
    }
    println!("the slowest refusal: {} ms, {}", slowest.0, slowest.1);
    let merged = machine.merge_by_worker(&mut bo, &share).unwrap();
    assert!(merged.new > 0, "and an honest one still merges");
    let mut cy = machine.open("c.stet", 2);
    cy.append(&import(&article(1)), NOW).unwrap();
    assert_eq!(
        merged,
        machine.merge(&mut cy, &share),
        "told by a worker or read here, it is the same"
    );
}

/// Damaged at random: whatever is taken is genuine, whatever is not changes nothing.
#[test]
fn no_damage_brings_in_what_is_not_genuine() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    for n in 0..4 {
        ada.append(&import(&article(n)), NOW).unwrap();
    }
    let share = machine.share(&mut ada, 0, &[]);
    let honest = oracle::rows(&share);
    trials("damaged shares", 200, |seed| {
        let mut chance = Chance::new(seed);
        let mut bytes = fs::read(&share).unwrap();
        for _ in 0..1 + chance.below(30) {
            let at = chance.below(bytes.len());
            bytes[at] = u8::try_from(chance.below(256)).unwrap();
        }
        let file = machine.path("damaged.stet");
        fs::write(&file, bytes).unwrap();
        let mut bo = machine.open(&format!("b{}.stet", seed % 8), 1);
        let before = bo.dump().unwrap();
        match bo.merge(&file, &machine.path("scratch"), NOW, false) {
            Ok(_) => assert!(
                oracle::rows(bo.path())
                    .iter()
                    .all(|(id, body)| honest.get(id) == Some(body)),
                "something foreign came in"
            ),
            Err(_) => assert_eq!(
                before,
                bo.dump().unwrap(),
                "a refused file changed something"
            ),
        }
    });
}

/// A working database that was mailed: what others sealed in it is taken, what its owner never
/// shared is set aside, and with its log it holds more than without.
#[test]
fn a_mailed_working_database_gives_what_is_sealed() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let mut bo = machine.open("b.stet", 1);
    bo.append(&import(&article(1)), NOW).unwrap();
    bo.checkpoint().unwrap();
    let bare = machine.path("bare.stet");
    fs::copy(bo.path(), &bare).unwrap();
    let mut cy = machine.open("c.stet", 2);
    let error = cy
        .merge(&bare, &machine.path("scratch"), NOW, false)
        .unwrap_err();
    assert!(
        error.message.contains("working database") && error.message.contains("-wal"),
        "what may be missing is said: {error}"
    );
    let _ = machine.merge(&mut bo, &machine.share(&mut ada, 0, &[]));
    let log = format!("{}-wal", bo.path().display());
    assert!(
        fs::metadata(&log).unwrap().len() > 0,
        "it was written there"
    );
    let whole = machine.path("whole.stet");
    fs::copy(bo.path(), &whole).unwrap();
    fs::copy(&log, machine.path("whole.stet-wal")).unwrap();
    let before = (
        fs::read(&whole).unwrap(),
        fs::read(machine.path("whole.stet-wal")).unwrap(),
    );
    let merged = machine.merge(&mut cy, &whole);
    assert_eq!(
        (merged.new, merged.set_aside[0].count),
        (1, 1),
        "{merged:?}"
    );
    assert_eq!(
        cy.drafts().unwrap()[0].hash,
        article(0).id(),
        "Ada's sealed work"
    );
    assert!(
        before
            == (
                fs::read(&whole).unwrap(),
                fs::read(machine.path("whole.stet-wal")).unwrap()
            ),
        "and the files that were mailed are as they were"
    );
    let how = Receiving {
        scratch: &machine.path("scratch"),
        reciter: &Within,
    };
    let looked = stet_store::look_at(&whole, how).unwrap();
    assert!(
        looked.live && !looked.missing.contains("-wal"),
        "{looked:?}"
    );
    // Noise in the place of the log is not read as work.
    fs::write(machine.path("bare.stet-wal"), [0x5a; 9000]).unwrap();
    assert!(
        cy.merge(&bare, &machine.path("scratch"), NOW, false)
            .is_err()
    );
    assert_eq!(
        fs::read_dir(machine.path("scratch")).unwrap().count(),
        0,
        "nothing lies about"
    );
}
