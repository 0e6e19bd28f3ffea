//! Rescue: a new database from a damaged one. Since an event's id is a function of its bytes, every
//! body found anywhere in the file is genuine or nothing; so rows are read one by one, and then the
//! raw bytes are searched for bodies that no page leads to any more.

use std::{collections::HashSet, path::Path};

use rusqlite::{Connection, OpenFlags};
use stet_core::{
    error::{Code, Error, Result},
    event::Event,
    ids::{Actor, BlobHash, EventId},
};

use crate::{Place, Store, fault};

/// What was rescued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Events in the new database.
    pub events: u64,
    /// Of them, those found only in the raw bytes.
    pub carved: u64,
    /// Blobs in the new database.
    pub blobs: u64,
    /// Rows that were there and could not be read.
    pub lost_rows: u64,
}

/// Opens every event body: the first key of canonical JSON.
const BODY_STARTS: &[u8] = b"{\"actor\":\"";
/// Longest stretch of unreadable row numbers that is walked through.
const MAX_GAP: i64 = 100_000;

/// Writes what is whole in `damaged` to a new database at `place`.
///
/// # Errors
/// `file-*` for the new file; `database-damaged` if nothing at all was found.
pub fn salvage(damaged: &Path, place: Place, me: Actor) -> Result<Salvaged> {
    if place.database.exists() {
        return Err(Error::new(
            Code::FileDenied,
            format!("{} is there already.", place.database.display()),
            "Choose a new name.",
        ));
    }
    let raw = std::fs::read(damaged).map_err(|error| fault::file(damaged, &error))?;
    let wal = std::fs::read(with_wal(damaged)).unwrap_or_default();
    let mut store = Store::open(place, me)?;
    let mut out = Salvaged::default();
    let mut seen: HashSet<EventId> = HashSet::new();
    let mut bodies: Vec<(EventId, Vec<u8>)> = Vec::new();
    let mut blobs: Vec<Vec<u8>> = Vec::new();
    if let Ok(db) = Connection::open_with_flags(damaged, OpenFlags::SQLITE_OPEN_READ_ONLY) {
        out.lost_rows = rows(&db, |body| {
            if let Some(id) = genuine(&body).filter(|id| seen.insert(*id)) {
                bodies.push((id, body));
            }
        });
        for row in 1..=highest(&db, "blob") {
            let read = db.query_row(
                "SELECT hash, bytes FROM blob WHERE rowid = ?",
                [row],
                |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?)),
            );
            if let Ok((hash, bytes)) = read
                && BlobHash::of(&bytes).0.as_slice() == hash
            {
                blobs.push(bytes);
            }
        }
    }
    for body in carve(&raw).chain(carve(&wal)) {
        if let Some(id) = genuine(body).filter(|id| seen.insert(*id)) {
            bodies.push((id, body.to_vec()));
            out.carved += 1;
        }
    }
    if bodies.is_empty() {
        return Err(fault::damaged("no whole event was found in it"));
    }
    bodies.sort_by_key(|(id, _)| *id);
    out.events = bodies.len() as u64;
    out.blobs = blobs.len() as u64;
    store.write(|tx| {
        for (id, body) in &bodies {
            tx.prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")?
                .execute((id.0, body))?;
        }
        for bytes in &blobs {
            tx.prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?)")?
                .execute((BlobHash::of(bytes).0, bytes))?;
        }
        Ok(())
    })?;
    store.rebuild()?;
    Ok(out)
}

fn with_wal(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

fn genuine(body: &[u8]) -> Option<EventId> {
    Event::parse(body)
        .ok()
        .map(|event| EventId::of(event.time_ms, body))
}

/// Reads event rows one by one, so that one bad page costs only its own; returns how many failed.
fn rows(db: &Connection, mut take: impl FnMut(Vec<u8>)) -> u64 {
    let (mut lost, mut gap) = (0, 0);
    let last = highest(db, "event");
    let mut n = 0;
    while n < last && gap < MAX_GAP {
        n += 1;
        match db.query_row("SELECT body FROM event WHERE n = ?", [n], |row| {
            row.get::<_, Vec<u8>>(0)
        }) {
            Ok(body) => {
                take(body);
                gap = 0;
            }
            Err(rusqlite::Error::QueryReturnedNoRows) => gap += 1,
            Err(_) => {
                lost += 1;
                gap += 1;
            }
        }
    }
    lost
}

/// The highest row number that some table still tells.
fn highest(db: &Connection, table: &str) -> i64 {
    let direct = db
        .query_row(&format!("SELECT max(rowid) FROM {table}"), [], |row| {
            row.get::<_, Option<i64>>(0)
        })
        .ok()
        .flatten();
    direct.unwrap_or(1_000_000)
}

/// Stretches of `bytes` that look like event bodies: from the first key to the brace that closes.
fn carve(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + find(bytes.get(at..)?, BODY_STARTS)?;
            at = start + BODY_STARTS.len();
            if let Some(length) = closing_brace(&bytes[start..]) {
                return Some(&bytes[start..start + length]);
            }
        }
    })
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
}

/// Length of the JSON object at the start of `bytes`, strings respected.
fn closing_brace(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut inside, mut escaped) = (0_u32, false, false);
    for (n, byte) in bytes
        .iter()
        .take(stet_core::event::MAX_BODY_BYTES)
        .enumerate()
    {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'{' if !inside => depth += 1,
            b'}' if !inside => {
                depth -= 1;
                if depth == 0 {
                    return Some(n + 1);
                }
            }
            _ => {}
        }
    }
    None
}
