//! Looking a database over: pages, ids, blobs, projection.

use std::collections::BTreeSet;

use rusqlite::Connection;
use stet_core::{
    error::Result,
    event::Event,
    ids::{BlobHash, EventId},
};

use crate::{Store, fault::sqlite};

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Events looked at.
    pub events: u64,
    /// Blobs looked at.
    pub blobs: u64,
    /// What is wrong, in words; empty when all is well.
    pub problems: Vec<String>,
}

impl Store {
    /// Reads everything once: pages, ids, blobs, seals, and whether the projection is what a
    /// rebuild would make.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn check(&mut self) -> Result<Check> {
        let mut found = Check::default();
        let pages: Vec<String> = self
            .db
            .prepare("PRAGMA integrity_check")
            .and_then(|mut read| read.query_map([], |row| row.get(0))?.collect())
            .map_err(sqlite)?;
        found.problems.extend(
            pages
                .into_iter()
                .filter(|line| line != "ok")
                .map(|line| format!("pages: {line}")),
        );
        let (events, altered) = ids(&self.db).map_err(sqlite)?;
        found.events = events;
        if altered > 0 {
            found.problems.push(format!(
                "events: {altered} whose bytes do not give their id; they count for nothing"
            ));
        }
        let (blobs, altered) = blobs(&self.db).map_err(sqlite)?;
        found.blobs = blobs;
        if altered > 0 {
            found.problems.push(format!(
                "blobs: {altered} whose bytes do not give their hash"
            ));
        }
        let forged = self.forged_seals()?;
        if forged > 0 {
            found
                .problems
                .push(format!("seals: {forged} not made by the author they name"));
        }
        let before = self.dump()?;
        if before != self.rebuilt_dump()? {
            found.problems.push(
                "projection: not what the events say; stet check --rebuild makes it anew".into(),
            );
        }
        Ok(found)
    }

    fn forged_seals(&self) -> Result<usize> {
        let work = || -> rusqlite::Result<usize> {
            let mut read = self
                .db
                .prepare("SELECT chain, seq, head, signature FROM seal")?;
            let rows = read.query_map([], |row| {
                Ok(stet_core::seal::Seal {
                    chain: row.get(0)?,
                    seq: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0),
                    head: EventId(row.get(2)?),
                    signature: row.get(3)?,
                })
            })?;
            let seals = rows.collect::<rusqlite::Result<BTreeSet<_>>>()?;
            Ok(seals
                .iter()
                .filter(|seal| !stet_core::seal::is_genuine(seal))
                .count())
        };
        work().map_err(sqlite)
    }

    /// The dump that a rebuild would give; nothing is changed.
    fn rebuilt_dump(&mut self) -> Result<String> {
        self.db.execute_batch("SAVEPOINT looking").map_err(sqlite)?;
        let dump = self.rebuild_within().and_then(|()| self.dump());
        self.db
            .execute_batch("ROLLBACK TO looking; RELEASE looking")
            .map_err(sqlite)?;
        dump
    }
}

fn ids(db: &Connection) -> rusqlite::Result<(u64, u64)> {
    let mut read = db.prepare("SELECT id, body FROM event")?;
    let mut rows = read.query([])?;
    let (mut events, mut altered) = (0, 0);
    while let Some(row) = rows.next()? {
        let (id, body): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        events += 1;
        let genuine = Event::parse(&body)
            .is_ok_and(|event| EventId::of(event.time_ms, &body).0.as_slice() == id);
        altered += u64::from(!genuine);
    }
    Ok((events, altered))
}

fn blobs(db: &Connection) -> rusqlite::Result<(u64, u64)> {
    let mut read = db.prepare("SELECT hash, bytes FROM blob")?;
    let mut rows = read.query([])?;
    let (mut blobs, mut altered) = (0, 0);
    while let Some(row) = rows.next()? {
        let (hash, bytes): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        blobs += 1;
        altered += u64::from(BlobHash::of(&bytes).0.as_slice() != hash);
    }
    Ok((blobs, altered))
}
