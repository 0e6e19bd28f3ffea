//! Where the own database lies: a folder, a missing one, one that is shut, beside a log.

use std::{fs, path::Path};

use stet_core::error::Code;
use stet_tests::machine::Machine;

use crate::work::worked;

/// Work that is still in the log only, and a page of the file that is noise: the start says so and
/// moves nothing from the log into the damaged file, not even by closing it.
#[test]
fn a_damaged_file_with_a_full_log_stays_as_it_is() {
    let machine = Machine::new();
    let mut store = worked(&machine, "a.stet", 60);
    store.checkpoint().unwrap();
    crate::work::tag_one(&mut store, 0, &mut stet_tests::chance::Chance::new(1));
    let (file, log) = (machine.path("b.stet"), machine.path("b.stet-wal"));
    let mut bytes = fs::read(store.path()).unwrap();
    let last = bytes.len() - 4096;
    bytes[4096 * 2..4096 * 8].fill(0xee);
    bytes[last..].fill(0xee);
    fs::write(&file, &bytes).unwrap();
    fs::copy(machine.path("a.stet-wal"), &log).unwrap();
    let held = fs::read(&log).unwrap();
    assert!(held.len() > 4096);
    let error = machine.try_open("b.stet", 0).unwrap_err();
    assert_eq!(error.code, Code::DatabaseDamaged, "{error}");
    assert!(fs::read(&file).unwrap() == bytes, "the file stays");
    assert!(fs::read(&log).unwrap() == held, "and the log");
}

#[test]
fn a_folder_a_missing_folder_and_a_lost_log() {
    let machine = Machine::new();
    fs::create_dir(machine.path("folder.stet")).unwrap();
    assert_eq!(
        machine.try_open("folder.stet", 0).unwrap_err().code,
        Code::DatabaseNone
    );
    // Parents are made.
    drop(machine.open("new/and/deep/a.stet", 0));
    assert!(machine.path("new/and/deep/a.stet").exists());
    // A log that was deleted takes what it held with it, but never more, and nobody else's place:
    // what is written next is written as a new replica.
    let mut store = worked(&machine, "a.stet", 5);
    store.checkpoint().unwrap();
    let early = store.event_count().unwrap();
    crate::work::tag_one(&mut store, 0, &mut stet_tests::chance::Chance::new(1));
    let name = "copied-without-its-log.stet";
    fs::copy(machine.path("a.stet"), machine.path(name)).unwrap();
    let mut without = machine.open(name, 0);
    assert_eq!(without.event_count().unwrap(), early);
    assert_eq!(without.check().unwrap().problems, Vec::<String>::new());
}

#[test]
#[cfg(unix)]
fn what_may_not_be_read_or_written_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    drop(worked(&machine, "a.stet", 3));
    let file = machine.path("a.stet");
    let mode =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600,
        "only its owner reads it"
    );
    mode(&file, 0o000);
    if fs::read(&file).is_ok() {
        println!("skipped: this user (root) reads everything");
        return;
    }
    assert_eq!(
        machine.try_open("a.stet", 0).unwrap_err().code,
        Code::FileDenied,
        "unreadable"
    );
    mode(&file, 0o400);
    assert!(
        matches!(
            machine.try_open("a.stet", 0).unwrap_err().code,
            Code::DatabaseReadOnly | Code::FileDenied
        ),
        "read-only file"
    );
    mode(&file, 0o600);
    fs::create_dir(machine.path("shut")).unwrap();
    fs::copy(&file, machine.path("shut/a.stet")).unwrap();
    mode(&machine.path("shut"), 0o500);
    let error = machine.try_open("shut/a.stet", 0).unwrap_err();
    mode(&machine.path("shut"), 0o700);
    assert!(
        matches!(error.code, Code::DatabaseReadOnly | Code::FileDenied),
        "read-only folder: {error}"
    );
}
