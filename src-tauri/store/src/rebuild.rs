//! The projection as a whole: made anew, or without what an undone merge had brought.

use std::collections::BTreeSet;

use rusqlite::Connection;
use stet_core::{
    event::{Act, Event},
    ids::EventId,
};

use crate::{
    PROJECTION_VERSION, Store,
    bulk::{Bulk, Ready},
    current::settle,
    fault::sqlite,
    project::settle_activity,
};

impl Store {
    /// Drops the projection and makes it anew from the events; events whose bytes do not give
    /// their id are left out of it.
    ///
    /// # Errors
    /// Whatever SQLite meets; the old projection stays then.
    pub fn rebuild(&mut self) -> stet_core::error::Result<()> {
        self.write(|tx| rebuild(tx))
    }

    /// The same within whatever transaction is open.
    pub(crate) fn rebuild_within(&mut self) -> stet_core::error::Result<()> {
        let tx = self.db.savepoint().map_err(sqlite)?;
        rebuild(&tx).map_err(sqlite)?;
        tx.commit().map_err(sqlite)
    }
}

fn rebuild(tx: &Connection) -> rusqlite::Result<()> {
    for table in [
        "chain",
        "step",
        "assigned",
        "undone",
        "current",
        "worked",
        "annotation",
    ] {
        tx.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    tx.execute_batch(include_str!("sql/projection.sql"))?;
    tx.execute("DELETE FROM summary", [])?;
    let mut bulk = Bulk::new(tx);
    let mut read = tx.prepare("SELECT n, id, body FROM event WHERE n NOT IN (SELECT n FROM imported JOIN import USING(i) WHERE undone > 0) ORDER BY n")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let (n, id, body): (i64, Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let Ok(event) = Event::parse(&body) else {
            continue;
        };
        let true_id = EventId::of(event.time_ms, &body);
        if true_id.0.as_slice() == id {
            bulk.note(n, Ready::new(true_id, event))?;
        }
    }
    bulk.end()?;
    tx.execute(
        "INSERT OR REPLACE INTO local VALUES ('projection', ?)",
        [PROJECTION_VERSION.to_string()],
    )?;
    Ok(())
}

/// Takes events out of the projection, or puts them back (an undone or redone merge).
pub(crate) fn hide_or_show(
    tx: &Connection,
    numbers: &[i64],
    show: bool,
) -> stet_core::error::Result<()> {
    let work = || -> rusqlite::Result<()> {
        let mut spots = BTreeSet::new();
        let mut targets = Vec::new();
        let mut bulk = Bulk::new(tx);
        for n in numbers {
            let (id, body): ([u8; 32], Vec<u8>) = tx
                .prepare_cached("SELECT id, body FROM event WHERE n = ?")?
                .query_row([n], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let Ok(event) = Event::parse(&body) else {
                continue;
            };
            if show {
                bulk.note(*n, Ready::new(EventId(id), event))?;
                continue;
            }
            if let Act::Assign { known, .. } = &event.act {
                for one in known {
                    let spot = (one.entity.to_string(), one.field.name().to_owned());
                    tx.prepare_cached(
                        "DELETE FROM assigned WHERE entity = ? AND field = ? AND n = ?",
                    )?
                    .execute((&spot.0, &spot.1, n))?;
                    spots.insert(spot);
                }
            }
            if let Act::Undo(undone) = &event.act {
                targets.extend(undone.iter().copied());
            }
            tx.prepare_cached("DELETE FROM step WHERE n = ?")?
                .execute([n])?;
            tx.prepare_cached("DELETE FROM undone WHERE n = ?")?
                .execute([n])?;
        }
        bulk.end()?;
        spots.extend(settle_activity(tx, &targets)?);
        settle(tx, &spots)?;
        tx.execute("DELETE FROM summary", [])?;
        Ok(())
    };
    work().map_err(sqlite)
}
