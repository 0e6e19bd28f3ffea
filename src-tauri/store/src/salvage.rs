//! Rescue: a new database from a damaged one. An event's id and a blob's name are functions of
//! their bytes and a seal is a signature, so a row found anywhere on any page is proven true or is
//! nothing; no page has to lead to another.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    path::Path,
};

use stet_core::{
    error::{Code, Error, Result},
    event::Event,
    ids::{Actor, BlobHash, EventId},
    seal::{Seal, is_genuine},
};

use crate::{
    Place, Store, fault,
    pages::{Pages, Row, Value},
};

/// What was rescued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Events in the new database.
    pub events: u64,
    /// Blobs in the new database.
    pub blobs: u64,
    /// Seals of their authors in the new database: what lets others' events be shared on.
    pub seals: u64,
    /// Events that were there, as far as their numbers tell, and could not be read.
    pub lost_rows: u64,
}

/// What was found whole.
#[derive(Default)]
struct Found {
    events: BTreeMap<EventId, Vec<u8>>,
    blobs: BTreeMap<BlobHash, Vec<u8>>,
    seals: BTreeSet<Seal>,
    numbers: HashSet<u64>,
}

/// Writes what is whole in `damaged` to a new database at `place`. `damaged` is only read.
///
/// # Errors
/// `file-*`; `database-damaged` if nothing at all was found: then nothing lies at `place`.
pub fn salvage(damaged: &Path, place: Place, me: Actor) -> Result<Salvaged> {
    if place.database.exists() {
        return Err(Error::new(
            Code::FileDenied,
            format!("{} is there already.", place.database.display()),
            "Choose a new name.",
        ));
    }
    let file = std::fs::read(damaged).map_err(|error| fault::file(damaged, &error))?;
    let log = std::fs::read(with_wal(damaged)).unwrap_or_default();
    let mut found = Found::default();
    for row in Pages::new(&file, &log).rows() {
        found.take(row);
    }
    if found.events.is_empty() {
        return Err(fault::damaged("no whole event was found in it"));
    }
    let mut store = Store::open(place, me)?;
    store.write(|tx| {
        for (id, body) in &found.events {
            tx.prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")?
                .execute((id.0, body))?;
        }
        for (hash, bytes) in &found.blobs {
            tx.prepare_cached("INSERT INTO blob VALUES (?, ?)")?
                .execute((hash.0, bytes))?;
        }
        for seal in &found.seals {
            let seq = i64::try_from(seal.seq).unwrap_or(i64::MAX);
            tx.prepare_cached("INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)")?
                .execute((&seal.chain, seq, seal.head.0, &seal.signature))?;
        }
        Ok(())
    })?;
    store.rebuild()?;
    let highest = found.numbers.iter().max().copied().unwrap_or(0);
    Ok(Salvaged {
        events: found.events.len() as u64,
        blobs: found.blobs.len() as u64,
        seals: found.seals.len() as u64,
        lost_rows: highest.saturating_sub(found.numbers.len() as u64),
    })
}

impl Found {
    /// Keeps a row if it proves itself: of the tables `event`, `blob` and `seal`, as they are
    /// declared in `sql/shared.sql`.
    fn take(&mut self, (number, values): Row) {
        match values.as_slice() {
            [Value::Null, Value::Bytes(id), Value::Bytes(body)] => {
                let true_id = Event::parse(body)
                    .ok()
                    .map(|event| EventId::of(event.time_ms, body));
                if let Some(true_id) = true_id.filter(|true_id| true_id.0.as_slice() == id) {
                    self.events.insert(true_id, body.clone());
                    self.numbers.extend(number);
                }
            }
            [Value::Bytes(hash), Value::Bytes(bytes)] => {
                let true_hash = BlobHash::of(bytes);
                if true_hash.0.as_slice() == hash {
                    self.blobs.insert(true_hash, bytes.clone());
                }
            }
            [
                Value::Bytes(chain),
                Value::Int(seq),
                Value::Bytes(head),
                Value::Bytes(signature),
            ] => {
                let seal = || {
                    Some(Seal {
                        chain: String::from_utf8(chain.clone()).ok()?,
                        seq: u64::try_from(*seq).ok()?,
                        head: EventId::from_slice(head)?,
                        signature: signature.clone(),
                    })
                };
                self.seals.extend(seal().filter(is_genuine));
            }
            _ => {}
        }
    }
}

fn with_wal(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
