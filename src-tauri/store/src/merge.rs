//! Merging a received share: the union of events. Nothing in the file is believed: it is copied,
//! its header and schema are compared byte for byte, ids are computed anew, seals checked.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    path::Path,
};

use rusqlite::{Connection, OptionalExtension, Transaction};
use stet_core::{
    error::Result,
    event::Event,
    ids::{BlobHash, EventId},
    json::Json,
    schema::{Concurrency, Entity, Field, Scope},
    seal::{Seal, Trial, is_genuine},
};

use crate::{
    Store,
    fault::sqlite,
    project::{self, Spot},
    received::{Copied, open_share, read_seals, refused},
    share::collect_blobs,
};

/// What a merge did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Events in the file.
    pub seen: u64,
    /// Events that were new here.
    pub new: u64,
    /// Events that were here already.
    pub already_here: u64,
    /// Places touched by the merge where people now differ.
    pub disagreements: u64,
    /// What was not taken, by reason.
    pub set_aside: Vec<SetAside>,
}

/// Rows not taken, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// In words.
    pub reason: String,
    /// How many.
    pub count: u64,
}

impl Store {
    /// Merges a share. With `dry_run` everything is worked out and then left alone.
    ///
    /// # Errors
    /// `share-refused`, `database-*`, `file-*`: nothing changed then.
    pub fn merge(
        &mut self,
        file: &Path,
        scratch: &Path,
        now_ms: u64,
        dry_run: bool,
    ) -> Result<Merged> {
        let copy = Copied::new(file, scratch)?;
        let share = open_share(&copy.path, file)?;
        let seals =
            read_seals(&share, copy.bytes).map_err(|error| refused(file, &error.to_string()))?;
        let mut trial = Trial::default();
        let mut merged = Merged::default();
        let mut aside: BTreeMap<&'static str, u64> = BTreeMap::new();
        let mut read = share
            .prepare("SELECT id, body FROM event ORDER BY n")
            .map_err(|error| refused(file, &error.to_string()))?;
        let mut rows = read
            .query([])
            .map_err(|error| refused(file, &error.to_string()))?;
        let mut admitted: Vec<(EventId, Vec<u8>)> = Vec::new();
        let mut room = copy.bytes;
        while let Some(row) = rows
            .next()
            .map_err(|error| refused(file, &error.to_string()))?
        {
            merged.seen += 1;
            let (Ok(id), Ok(body)) = (row.get::<_, Vec<u8>>(0), row.get::<_, Vec<u8>>(1)) else {
                return Err(refused(file, "a row of it is not an event"));
            };
            // Pages of a hostile file may lead in circles: what is read is never longer than it.
            room = room
                .checked_sub((id.len() + body.len()) as u64 + 2)
                .ok_or_else(|| refused(file, "its pages lead in circles"))?;
            match trial.admit(&id, &body) {
                Ok((id, _)) => admitted.push((id, body)),
                Err(refusal) => *aside.entry(refusal.as_str()).or_default() += 1,
            }
        }
        let covered = trial.covered(&seals);
        let label = format!(
            "merged {}",
            file.file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default()
        );
        let tx = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let spots = take(
            &tx,
            &share,
            &admitted,
            &covered,
            &seals,
            &mut merged,
            &mut aside,
            (now_ms, &label),
        )
        .map_err(sqlite)?;
        merged.disagreements = disagreements(&tx, &spots).map_err(sqlite)?;
        merged.set_aside = aside
            .into_iter()
            .map(|(reason, count)| SetAside {
                reason: reason.into(),
                count,
            })
            .collect();
        if dry_run { tx.rollback() } else { tx.commit() }.map_err(sqlite)?;
        Ok(merged)
    }
}

/// Inserts what is covered and new, and settles what it touches.
#[expect(
    clippy::too_many_arguments,
    reason = "one caller; a struct would only rename them"
)]
fn take(
    tx: &Transaction<'_>,
    share: &Connection,
    admitted: &[(EventId, Vec<u8>)],
    covered: &HashSet<EventId>,
    seals: &[Seal],
    merged: &mut Merged,
    aside: &mut BTreeMap<&'static str, u64>,
    (now_ms, label): (u64, &str),
) -> rusqlite::Result<BTreeSet<Spot>> {
    let import: i64 = tx.query_row("SELECT coalesce(max(i), 0) + 1 FROM import", [], |row| {
        row.get(0)
    })?;
    let mut spots = BTreeSet::new();
    let mut new: Vec<i64> = Vec::new();
    for (id, body) in admitted {
        if !covered.contains(id) {
            *aside.entry("not sealed by its author").or_default() += 1;
            tx.prepare_cached(
                "INSERT OR IGNORE INTO aside VALUES (?, ?, 'not sealed by its author', ?)",
            )?
            .execute((id.0, body, import))?;
            continue;
        }
        let here: Option<(i64, Option<i64>)> = tx
            .prepare_cached("SELECT e.n, m.i FROM event e LEFT JOIN imported d USING(n) LEFT JOIN import m ON m.i = d.i AND m.undone > 0 WHERE e.id = ?")?
            .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let n = match here {
            Some((_, None)) => {
                merged.already_here += 1;
                continue;
            }
            // Brought by a merge that was undone: this one brings it back.
            Some((n, Some(_))) => n,
            None => {
                tx.prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")?
                    .execute((id.0, body))?;
                tx.last_insert_rowid()
            }
        };
        merged.new += 1;
        tx.prepare_cached("INSERT OR REPLACE INTO imported VALUES (?, ?)")?
            .execute((n, import))?;
        if let Ok(event) = Event::parse(body) {
            spots.extend(project::note(tx, n, *id, &event)?);
        }
        new.push(n);
    }
    let mut wanted = BTreeSet::new();
    for (_, body) in admitted.iter().filter(|(id, _)| covered.contains(id)) {
        collect_blobs(body, &mut wanted);
    }
    take_blobs(tx, share, &wanted)?;
    for seal in seals.iter().filter(|seal| is_genuine(seal)) {
        let seq = i64::try_from(seal.seq).unwrap_or(i64::MAX);
        tx.prepare_cached("INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)")?
            .execute((&seal.chain, seq, seal.head.0, &seal.signature))?;
    }
    project::settle(tx, &spots)?;
    if !new.is_empty() {
        let after: i64 = tx.query_row("SELECT max(n) FROM event", [], |row| row.get(0))?;
        let at = i64::try_from(now_ms).unwrap_or(i64::MAX);
        // A new merge ends what could be redone, even if it brings no new row.
        tx.execute(
            "UPDATE import SET undone = max(1, min(undone, ? - 1)) WHERE undone > 0",
            [after],
        )?;
        tx.execute(
            "INSERT INTO import(i, after_n, at_ms, label) VALUES (?, ?, ?, ?)",
            (import, after, at, label),
        )?;
        tx.execute("DELETE FROM summary", [])?;
    }
    Ok(spots)
}

/// Takes the blobs that covered events speak of; whatever else lies in the file stays there.
fn take_blobs(
    tx: &Transaction<'_>,
    share: &Connection,
    wanted: &BTreeSet<BlobHash>,
) -> rusqlite::Result<()> {
    for hash in wanted {
        let bytes: Option<Vec<u8>> = share
            .prepare_cached("SELECT bytes FROM blob WHERE hash = ?")?
            .query_row([hash.0], |row| row.get(0))
            .optional()?;
        if let Some(bytes) = bytes.filter(|bytes| BlobHash::of(bytes) == *hash) {
            tx.prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?)")?
                .execute((hash.0, bytes))?;
        }
    }
    Ok(())
}

/// Places among `spots` where current values now differ: two tags on one span, two values in one
/// shared field.
fn disagreements(tx: &Transaction<'_>, spots: &BTreeSet<Spot>) -> rusqlite::Result<u64> {
    let mut count = 0;
    for (entity, name) in spots {
        let Some(field) = Entity::parse(entity).and_then(|entity| Field::parse(&entity, name))
        else {
            continue;
        };
        if field.concurrency() == Concurrency::Observation
            || (field.scope() == Scope::Checker && field != Field::Judgement)
        {
            continue;
        }
        let values: Vec<String> = tx
            .prepare_cached("SELECT value FROM current WHERE entity = ? AND field = ?")?
            .query_map((entity, name), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let distinct: BTreeSet<Json> = values
            .iter()
            .filter_map(|value| Json::parse(value.as_bytes()).ok())
            .filter_map(|value| {
                if field == Field::Judgement {
                    value.get("tag").cloned()
                } else {
                    Some(value)
                }
            })
            .collect();
        count += u64::from(distinct.len() > 1);
    }
    Ok(count)
}
