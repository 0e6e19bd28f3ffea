//! A share: a new file that holds whole chains, sealed, with the blobs they speak of, and nothing
//! that is local. Filled in one read transaction; written whole or not at all.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};
use stet_core::{
    error::{Code, Error, Result},
    ids::EventId,
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
        let share = create(part)?;
        let tx = self.reading()?;
        let selected = Selected::new(&tx, wanted)?;
        let mut shared = Shared {
            unsealed: selected.unsealed,
            ..Shared::default()
        };
        share.execute_batch("BEGIN").map_err(sqlite)?;
        let blobs = selected.events(&tx, |id, body| {
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
        each_blob(&tx, &blobs, |hash, bytes| {
            shared.blobs += 1;
            put(&share, "INSERT INTO blob VALUES (?, ?)", (hash.0, bytes))
        })?;
        share.execute_batch("COMMIT").map_err(sqlite)?;
        Ok(shared)
    }

    /// The same as text, for a report: what a share of these articles would hold.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn record(&mut self, wanted: &Wanted<'_>) -> Result<Record> {
        let tx = self.reading()?;
        let mut selected = Selected::new(&tx, wanted)?;
        let mut events: Vec<(EventId, String)> = Vec::new();
        let blobs = selected.events(&tx, |id, body| {
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
        each_blob(&tx, &blobs, |_, bytes| {
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

fn put(share: &Connection, sql: &str, values: impl rusqlite::Params) -> Result<()> {
    share
        .prepare_cached(sql)
        .and_then(|mut write| write.execute(values))
        .map(|_| ())
        .map_err(sqlite)
}

fn create(part: &Path) -> Result<Connection> {
    let share = Connection::open(part).map_err(sqlite)?;
    restrict(part)?;
    share.execute_batch(&format!("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT_VERSION};")).map_err(sqlite)?;
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
    ] {
        share
            .execute("INSERT INTO meta VALUES (?, ?)", (key, value))
            .map_err(sqlite)?;
    }
    Ok(share)
}
