//! Where events come from that nobody here has written: a received file, the record of a report.

use std::{cell::RefCell, collections::HashMap, path::Path};

use stet_core::{error::Result, ids::BlobHash, report::Record};

use crate::{progress::Progress, received::Receiving, recital::Recital};

/// What may be received.
pub(crate) enum Source<'s> {
    /// A share, said by whoever reads it.
    Share(Box<RefCell<Recital<'s>>>),
    /// The record of a report, with its blobs by their hashes.
    Record {
        events: &'s [String],
        blobs: HashMap<BlobHash, Vec<u8>>,
    },
}

impl<'s> Source<'s> {
    pub(crate) fn share(file: &'s Path, how: Receiving<'_>, progress: &Progress) -> Result<Self> {
        let recital = Recital::new(file, how, progress)?;
        Ok(Self::Share(Box::new(RefCell::new(recital))))
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

    /// The body of a row that was read before.
    pub(crate) fn body(&self, key: i64) -> Result<Vec<u8>> {
        match self {
            Self::Share(recital) => recital
                .borrow()
                .kept(u64::try_from(key).unwrap_or(u64::MAX)),
            Self::Record { events, .. } => {
                let body = usize::try_from(key).ok().and_then(|key| events.get(key));
                Ok(body
                    .map(|body| body.clone().into_bytes())
                    .unwrap_or_default())
            }
        }
    }

    /// The bytes of a blob, if it holds them unaltered.
    pub(crate) fn blob(&self, hash: &BlobHash) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Share(recital) => recital.borrow().blob(hash),
            Self::Record { blobs, .. } => Ok(blobs.get(hash).cloned()),
        }
    }

    /// The names of its blobs.
    pub(crate) fn blobs(&self) -> Vec<BlobHash> {
        match self {
            Self::Share(recital) => recital.borrow().blobs(),
            Self::Record { blobs, .. } => blobs.keys().copied().collect(),
        }
    }
}
