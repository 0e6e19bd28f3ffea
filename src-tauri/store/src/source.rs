//! Where events come from that nobody here has written: a received file, the record of a report.

use std::{collections::HashMap, path::Path};

use rusqlite::{Connection, ErrorCode, OptionalExtension};
use stet_core::{error::Result, ids::BlobHash, report::Record};

use crate::{
    fault::sqlite,
    received::{Copied, open_share, refused},
};

/// What may be received.
pub(crate) enum Source<'s> {
    /// A share that was copied and opened.
    Share {
        file: &'s Path,
        db: Connection,
        /// Gone when dropped.
        copy: Copied,
    },
    /// The record of a report, with its blobs by their hashes.
    Record {
        events: &'s [String],
        blobs: HashMap<BlobHash, Vec<u8>>,
    },
}

impl<'s> Source<'s> {
    pub(crate) fn share(file: &'s Path, scratch: &Path) -> Result<Self> {
        let copy = Copied::new(file, scratch)?;
        let db = open_share(&copy, file)?;
        Ok(Self::Share { file, db, copy })
    }

    pub(crate) fn record(record: &'s Record) -> Self {
        let blobs = record
            .blobs
            .iter()
            .filter_map(|text| Record::blob_bytes(text))
            .map(|bytes| (BlobHash::of(&bytes), bytes));
        Self::Record {
            events: &record.events,
            blobs: blobs.collect(),
        }
    }

    /// What reading it failed with: the file's fault, unless somebody said “stop”.
    pub(crate) fn misread(&self, error: rusqlite::Error) -> stet_core::error::Error {
        match (self, error.sqlite_error_code()) {
            (Self::Share { file, .. }, code) if code != Some(ErrorCode::OperationInterrupted) => {
                refused(file, &error.to_string())
            }
            _ => sqlite(error),
        }
    }

    /// The body of a row that was read before.
    pub(crate) fn body(&self, key: i64) -> Result<Vec<u8>> {
        match self {
            Self::Share { db, .. } => db
                .prepare_cached("SELECT body FROM event WHERE n = ?")
                .and_then(|mut read| read.query_row([key], |row| row.get(0)))
                .map_err(|error| self.misread(error)),
            Self::Record { events, .. } => {
                let body = usize::try_from(key).ok().and_then(|key| events.get(key));
                Ok(body
                    .map(|body| body.clone().into_bytes())
                    .unwrap_or_default())
            }
        }
    }

    /// The bytes of a blob, if it holds them unaltered.
    pub(crate) fn blob(&self, hash: &BlobHash) -> rusqlite::Result<Option<Vec<u8>>> {
        let bytes: Option<Vec<u8>> = match self {
            Self::Share { db, .. } => db
                .prepare_cached("SELECT bytes FROM blob WHERE hash = ?")?
                .query_row([hash.0], |row| row.get(0))
                .optional()?,
            Self::Record { blobs, .. } => blobs.get(hash).cloned(),
        };
        Ok(bytes.filter(|bytes| BlobHash::of(bytes) == *hash))
    }

    /// The names of its blobs, no more of them than it can hold.
    pub(crate) fn blobs(&self) -> Result<Vec<BlobHash>> {
        let Self::Share { db, copy, .. } = self else {
            let Self::Record { blobs, .. } = self else {
                return Ok(Vec::new());
            };
            return Ok(blobs.keys().copied().collect());
        };
        let most = usize::try_from(copy.bytes / 34).unwrap_or(usize::MAX);
        db.prepare("SELECT hash FROM blob WHERE length(hash) = 32")
            .and_then(|mut read| {
                let rows = read.query_map([], |row| row.get(0).map(BlobHash))?;
                rows.take(most).collect()
            })
            .map_err(|error| self.misread(error))
    }
}
