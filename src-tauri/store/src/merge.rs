//! Merging what was received, a share or the record of a report: the union of events. Nothing of it
//! is believed: a file is copied, its header and schema are compared byte for byte; ids are
//! computed anew, seals checked.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::Path,
};

use rusqlite::{OptionalExtension, Transaction};
use stet_core::{
    draft::TextHash,
    error::Result,
    event::{Event, Refusal},
    ids::{BlobHash, EventId},
    json::Json,
    report::{Record, SealText},
    schema::{Concurrency, Entity, Field, Scope},
    seal::{Seal, Trial, is_genuine},
};

use crate::{
    Store,
    fault::sqlite,
    project::{self, Spot},
    received::{Copied, open_share, read_seals, refused},
    select::collect_blobs,
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
    /// The texts that its sealed events are about.
    pub articles: BTreeSet<TextHash>,
}

/// Rows not taken, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// In words.
    pub reason: String,
    /// How many.
    pub count: u64,
}

/// What came from outside, on trial: nothing of it is believed.
#[derive(Default)]
struct Incoming {
    trial: Trial,
    admitted: Vec<(EventId, Vec<u8>)>,
    seals: Vec<Seal>,
    seen: u64,
    aside: BTreeMap<&'static str, u64>,
}

/// Finds the bytes of a blob in what was received.
type FindBlob<'f> = &'f dyn Fn(&BlobHash) -> rusqlite::Result<Option<Vec<u8>>>;

impl Incoming {
    /// Looks at one event, under the id it is said to have.
    fn event(&mut self, id: &[u8], body: Vec<u8>) {
        self.seen += 1;
        match self.trial.admit(id, &body) {
            Ok((id, _)) => self.admitted.push((id, body)),
            Err(refusal) => self.set_aside(refusal),
        }
    }

    fn set_aside(&mut self, refusal: Refusal) {
        *self.aside.entry(refusal.as_str()).or_default() += 1;
    }
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
        let mut incoming = Incoming {
            seals: read_seals(&share, copy.bytes)
                .map_err(|error| refused(file, &error.to_string()))?,
            ..Incoming::default()
        };
        let mut read = share
            .prepare("SELECT id, body FROM event ORDER BY n")
            .map_err(|error| refused(file, &error.to_string()))?;
        let mut rows = read
            .query([])
            .map_err(|error| refused(file, &error.to_string()))?;
        let mut room = copy.bytes;
        while let Some(row) = rows
            .next()
            .map_err(|error| refused(file, &error.to_string()))?
        {
            let (Ok(id), Ok(body)) = (row.get::<_, Vec<u8>>(0), row.get::<_, Vec<u8>>(1)) else {
                return Err(refused(file, "a row of it is not an event"));
            };
            // Pages of a hostile file may lead in circles: what is read is never longer than it.
            room = room
                .checked_sub((id.len() + body.len()) as u64 + 2)
                .ok_or_else(|| refused(file, "its pages lead in circles"))?;
            incoming.event(&id, body);
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let blob = |hash: &BlobHash| -> rusqlite::Result<Option<Vec<u8>>> {
            share
                .prepare_cached("SELECT bytes FROM blob WHERE hash = ?")?
                .query_row([hash.0], |row| row.get(0))
                .optional()
        };
        self.take_in(incoming, &blob, &format!("merged {name}"), now_ms, dry_run)
    }

    /// Merges the record of a report called `name`: the same union, and the same distrust.
    ///
    /// # Errors
    /// `database-*`: nothing changed then.
    pub fn merge_record(
        &mut self,
        record: &Record,
        name: &str,
        now_ms: u64,
        dry_run: bool,
    ) -> Result<Merged> {
        let mut incoming = Incoming {
            seals: record.seals.iter().filter_map(SealText::seal).collect(),
            ..Incoming::default()
        };
        for body in &record.events {
            // Its id is a function of its bytes, and here nobody says otherwise.
            match Event::parse(body.as_bytes()) {
                Ok(event) => {
                    let id = EventId::of(event.time_ms, body.as_bytes());
                    incoming.event(&id.0, body.clone().into_bytes());
                }
                Err(refusal) => {
                    incoming.seen += 1;
                    incoming.set_aside(refusal);
                }
            }
        }
        let blobs: HashMap<BlobHash, Vec<u8>> = record
            .blobs
            .iter()
            .filter_map(|text| Record::blob_bytes(text))
            .map(|bytes| (BlobHash::of(&bytes), bytes))
            .collect();
        let blob = |hash: &BlobHash| Ok(blobs.get(hash).cloned());
        self.take_in(incoming, &blob, &format!("merged {name}"), now_ms, dry_run)
    }

    fn take_in(
        &mut self,
        mut incoming: Incoming,
        blob: FindBlob<'_>,
        label: &str,
        now_ms: u64,
        dry_run: bool,
    ) -> Result<Merged> {
        let mut merged = Merged {
            seen: incoming.seen,
            ..Merged::default()
        };
        let tx = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let spots = take(&tx, &mut incoming, blob, &mut merged, (now_ms, label)).map_err(sqlite)?;
        merged.disagreements = disagreements(&tx, &spots).map_err(sqlite)?;
        merged.set_aside = incoming
            .aside
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
fn take(
    tx: &Transaction<'_>,
    incoming: &mut Incoming,
    blob: FindBlob<'_>,
    merged: &mut Merged,
    (now_ms, label): (u64, &str),
) -> rusqlite::Result<BTreeSet<Spot>> {
    let covered = incoming.trial.covered(&incoming.seals);
    let Incoming {
        admitted,
        seals,
        aside,
        trial,
        ..
    } = incoming;
    let abouts: BTreeSet<&str> = covered.iter().filter_map(|id| trial.about(*id)).collect();
    merged.articles = abouts
        .into_iter()
        .filter_map(TextHash::from_base64url)
        .collect();
    let import: i64 = tx.query_row("SELECT coalesce(max(i), 0) + 1 FROM import", [], |row| {
        row.get(0)
    })?;
    let mut spots = BTreeSet::new();
    let mut new: Vec<i64> = Vec::new();
    for (id, body) in admitted.iter() {
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
    let (mut wanted, mut locked) = (BTreeSet::new(), BTreeSet::new());
    for (_, body) in admitted.iter().filter(|(id, _)| covered.contains(id)) {
        collect_blobs(body, &mut wanted, &mut locked);
    }
    wanted.extend(locked);
    take_blobs(tx, blob, &wanted)?;
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
    blob: FindBlob<'_>,
    wanted: &BTreeSet<BlobHash>,
) -> rusqlite::Result<()> {
    for hash in wanted {
        if let Some(bytes) = blob(hash)?.filter(|bytes| BlobHash::of(bytes) == *hash) {
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
