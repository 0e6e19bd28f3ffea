//! A share: a new file that holds whole chains, sealed, with the blobs they speak of, and nothing
//! that is local. Filled in one read transaction; written whole or not at all.

use std::{collections::BTreeSet, path::Path};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use stet_core::{
    draft::TextHash,
    error::{Code, Error, Result},
    event::Event,
    ids::{BlobHash, EventId},
    report::{Record, SealText},
    seal::Seal,
};

use crate::{
    APPLICATION_ID, FORMAT_VERSION, Store,
    backup::sync,
    fault::{self, sqlite},
    open::restrict,
    select::{Selected, Wanted, each_blob},
};

/// What a share holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Events in it.
    pub events: u64,
    /// Blobs in it.
    pub blobs: u64,
    /// Events left out because their author's key is not here and no seal covers them.
    pub unsealed: u64,
}

/// Longest note to the receiver, in bytes of UTF-8.
pub const MAX_NOTE_BYTES: usize = 4096;

/// What a share would hold, worked out without writing it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Articles.
    pub articles: u64,
    /// Steps.
    pub steps: u64,
    /// Checkers whose work is in it.
    pub people: u64,
    /// Kept files that are here, wanted or not.
    pub captures: u64,
    /// Their bytes.
    pub capture_bytes: u64,
    /// Words of protected sources that are here: in it, or withheld if they are not wanted.
    pub protected: u64,
    /// As in [`Shared`].
    pub unsealed: u64,
    /// Bytes of events and blobs that go along.
    pub bytes: u64,
}

/// A note as it may stand in a share: plain text of a few lines.
///
/// # Errors
/// `value-refused`.
pub fn check_note(note: &str) -> Result<&str> {
    let note = note.trim();
    if note.len() > MAX_NOTE_BYTES {
        return Err(Error::new(
            Code::ValueRefused,
            format!(
                "The note has {} bytes; a share takes {MAX_NOTE_BYTES}.",
                note.len()
            ),
            "Shorten it, or send it beside the share.",
        ));
    }
    if note.chars().any(is_no_text) {
        return Err(Error::new(
            Code::ValueRefused,
            "The note holds control characters, which nobody could read.",
            "Write it as plain text.",
        ));
    }
    Ok(note)
}

/// Characters that a note has no use for.
pub(crate) fn is_no_text(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

impl Store {
    /// Writes a share to `out`, which must not exist.
    ///
    /// # Errors
    /// `file-*`, `disk-full`: nothing lies at `out` then.
    pub fn share(&mut self, wanted: &Wanted<'_>, out: &Path) -> Result<Shared> {
        if out.exists() {
            return Err(Error::new(
                Code::FileDenied,
                format!("{} is there already.", out.display()),
                "Choose another name; a share is always a new file.",
            ));
        }
        let part = out.with_extension("stet-part");
        let _ = std::fs::remove_file(&part);
        let shared = self.fill(wanted, &part).inspect_err(|_| {
            let _ = std::fs::remove_file(&part);
        })?;
        sync(&part)?;
        std::fs::rename(&part, out).map_err(|error| fault::file(out, &error))?;
        Ok(shared)
    }

    fn fill(&mut self, wanted: &Wanted<'_>, part: &Path) -> Result<Shared> {
        let share = create(part, check_note(wanted.note)?)?;
        let tx = self.reading()?;
        let selected = Selected::new(&tx, wanted)?;
        let mut shared = Shared {
            unsealed: selected.unsealed,
            ..Shared::default()
        };
        share.execute_batch("BEGIN").map_err(sqlite)?;
        let spoken = selected.events(&tx, |id, body| {
            shared.events += 1;
            put(
                &share,
                "INSERT INTO event(id, body) VALUES (?, ?)",
                (id.0, body),
            )
        })?;
        for seal in selected.seals {
            let seq = i64::try_from(seal.seq).unwrap_or(i64::MAX);
            put(
                &share,
                "INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)",
                (seal.chain, seq, seal.head.0, seal.signature),
            )?;
        }
        each_blob(&tx, &spoken.wanted, |hash, bytes| {
            shared.blobs += 1;
            put(&share, "INSERT INTO blob VALUES (?, ?)", (hash.0, bytes))
        })?;
        share.execute_batch("COMMIT").map_err(sqlite)?;
        Ok(shared)
    }

    /// What a share would hold.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn weigh(&mut self, wanted: &Wanted<'_>) -> Result<Weight> {
        let tx = self.reading()?;
        let selected = Selected::new(&tx, wanted)?;
        let mut steps: BTreeSet<EventId> = BTreeSet::new();
        let mut bytes = 0;
        let spoken = selected.events(&tx, |id, body| {
            bytes += body.len() as u64;
            // An event that names no step is the first of one.
            let step = Event::parse(&body).ok().and_then(|event| event.step);
            steps.insert(step.unwrap_or(id));
            Ok(())
        })?;
        let (captures, capture_bytes) = weigh_blobs(&tx, &spoken.captures)?;
        Ok(Weight {
            articles: (selected.abouts.iter())
                .filter(|about| TextHash::from_base64url(about).is_some())
                .count() as u64,
            steps: steps.len() as u64,
            people: selected.actors.len() as u64,
            captures,
            capture_bytes,
            protected: weigh_blobs(&tx, &spoken.locked)?.0,
            unsealed: selected.unsealed,
            bytes: bytes + weigh_blobs(&tx, &spoken.wanted)?.1,
        })
    }

    /// The same as text, for a report: what a share of these articles would hold.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn record(&mut self, wanted: &Wanted<'_>) -> Result<Record> {
        let tx = self.reading()?;
        let mut selected = Selected::new(&tx, wanted)?;
        let mut events: Vec<(EventId, String)> = Vec::new();
        let spoken = selected.events(&tx, |id, body| {
            // A body that was admitted is JSON, and so it is text.
            events.extend(String::from_utf8(body).ok().map(|body| (id, body)));
            Ok(())
        })?;
        events.sort_unstable();
        selected.seals.sort();
        selected.seals.dedup_by(|a, b| seal_key(a) == seal_key(b));
        let mut record = Record {
            events: events.into_iter().map(|(_, body)| body).collect(),
            blobs: Vec::new(),
            seals: selected.seals.iter().map(SealText::from).collect(),
        };
        each_blob(&tx, &spoken.wanted, |_, bytes| {
            record.blobs.push(Record::blob_text(&bytes));
            Ok(())
        })?;
        Ok(record)
    }

    fn reading(&mut self) -> Result<Transaction<'_>> {
        self.db
            .transaction_with_behavior(TransactionBehavior::Deferred)
            .map_err(sqlite)
    }
}

/// What a seal is about: of two about the same, one is kept.
fn seal_key(seal: &Seal) -> (&str, u64, EventId) {
    (&seal.chain, seal.seq, seal.head)
}

/// How many of these blobs are here, and their bytes.
fn weigh_blobs(tx: &Transaction<'_>, blobs: &BTreeSet<BlobHash>) -> Result<(u64, u64)> {
    let mut read = tx
        .prepare_cached("SELECT length(bytes) FROM blob WHERE hash = ?")
        .map_err(sqlite)?;
    let mut weight = (0, 0);
    for hash in blobs {
        let length: Option<i64> = read
            .query_row([hash.0], |row| row.get(0))
            .optional()
            .map_err(sqlite)?;
        if let Some(length) = length {
            weight.0 += 1;
            weight.1 += u64::try_from(length).unwrap_or(0);
        }
    }
    Ok(weight)
}

fn put(share: &Connection, sql: &str, values: impl rusqlite::Params) -> Result<()> {
    share
        .prepare_cached(sql)
        .and_then(|mut write| write.execute(values))
        .map(|_| ())
        .map_err(sqlite)
}

fn create(part: &Path, note: &str) -> Result<Connection> {
    let share = Connection::open(part).map_err(sqlite)?;
    restrict(part)?;
    // On pages of this size an event takes a twentieth less room than on the usual ones.
    share.execute_batch(&format!("PRAGMA page_size=8192; PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT_VERSION};")).map_err(sqlite)?;
    share
        .execute_batch(include_str!("sql/shared.sql"))
        .map_err(sqlite)?;
    for (key, value) in [
        ("kind", "share".to_owned()),
        ("least_reader", FORMAT_VERSION.to_string()),
        ("least_writer", FORMAT_VERSION.to_string()),
        (
            "written_by",
            concat!("stet ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
        ("note", note.to_owned()),
    ] {
        if value.is_empty() {
            continue;
        }
        share
            .execute("INSERT INTO meta VALUES (?, ?)", (key, value))
            .map_err(sqlite)?;
    }
    Ok(share)
}
