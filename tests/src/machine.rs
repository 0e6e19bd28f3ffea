//! A machine: a folder with databases, what it remembers of their replicas, and people at work.

use std::{
    cell::Cell,
    path::{Path, PathBuf},
};

use ed25519_dalek::SigningKey;
use stet_api::Reader;
use stet_core::{
    draft::TextHash,
    ids::{Actor, Replica},
    seal,
};
use stet_store::{Merged, Place, Progress, Receiving, Shared, Store, Wanted};
use tempfile::TempDir;

use crate::command::stet;

/// Some moment: 2023-11-14, in milliseconds since 1970.
pub const NOW: u64 = 1_700_000_000_000;

/// A folder that is gone with it.
#[derive(Debug)]
pub struct Machine {
    folder: TempDir,
    drawn: Cell<u64>,
}

/// The key of the `n`th checker.
#[must_use]
pub fn key(n: u8) -> SigningKey {
    SigningKey::from_bytes(&[n + 1; 32])
}

/// The `n`th checker.
#[must_use]
pub fn checker(n: u8) -> Actor {
    seal::actor(&key(n))
}

impl Default for Machine {
    fn default() -> Self {
        Self::new()
    }
}

impl Machine {
    /// An empty one.
    ///
    /// # Panics
    /// If the system gives no folder.
    #[must_use]
    pub fn new() -> Self {
        // Memory, where the system has it: what these tests measure is not the disk.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() && std::env::var_os("STET_TEST_ON_DISK").is_none() {
            TempDir::new_in(memory)
        } else {
            TempDir::new()
        };
        Self {
            folder: folder.expect("a folder"),
            drawn: Cell::new(0),
        }
    }

    /// A path in its folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A path that was not given before.
    #[must_use]
    pub fn fresh(&self, end: &str) -> PathBuf {
        self.path(&format!("{}.{end}", self.draw()))
    }

    fn draw(&self) -> u64 {
        self.drawn.set(self.drawn.get() + 1);
        self.drawn.get()
    }

    /// Where the database `name` lies, and a replica's name that nobody else draws.
    #[must_use]
    pub fn place(&self, name: &str) -> Place {
        let mut fresh = [0; 16];
        fresh[..8].copy_from_slice(&self.draw().to_be_bytes());
        fresh[8..].copy_from_slice(&stet_core::ids::sha256(name.as_bytes())[..8]);
        Place {
            database: self.path(name),
            replicas: self.path("replicas"),
            backups: self.path("backups").join(name),
            fresh: Replica(fresh),
        }
    }

    /// Opens the database `name` for the `n`th checker.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn try_open(&self, name: &str, n: u8) -> stet_core::error::Result<Store> {
        Store::open(self.place(name), checker(n))
    }

    /// Opens the database `name` for the `n`th checker.
    ///
    /// # Panics
    /// If it cannot.
    #[must_use]
    pub fn open(&self, name: &str, n: u8) -> Store {
        self.try_open(name, n).expect("a sound database opens")
    }

    /// Shares `articles` (none: all) of a store, sealed by the `n`th checker.
    ///
    /// # Panics
    /// If it cannot.
    #[must_use]
    pub fn share(&self, store: &mut Store, n: u8, articles: &[TextHash]) -> PathBuf {
        self.share_counted(store, n, articles).0
    }

    /// The same, with what it says of itself.
    ///
    /// # Panics
    /// If it cannot.
    #[must_use]
    pub fn share_counted(
        &self,
        store: &mut Store,
        n: u8,
        articles: &[TextHash],
    ) -> (PathBuf, Shared) {
        let out = self.fresh("share.stet");
        let keys = [key(n)];
        let wanted = Wanted {
            articles,
            ..Wanted::all(&keys)
        };
        let shared = store.share(&wanted, &out).expect("a share");
        (out, shared)
    }

    /// Merges a share.
    ///
    /// # Panics
    /// If it cannot.
    #[must_use]
    pub fn merge(&self, store: &mut Store, share: &Path) -> Merged {
        store
            .merge(share, &self.path("scratch"), NOW, false)
            .expect("a sound share merges")
    }

    /// Merges a received file as people do, read by a worker.
    ///
    /// # Errors
    /// As [`Store::merge_all`].
    pub fn merge_by_worker(
        &self,
        store: &mut Store,
        file: &Path,
    ) -> stet_core::error::Result<Merged> {
        let how = Receiving {
            scratch: &self.path("scratch"),
            reciter: &Reader::program(stet().to_owned()),
        };
        store.merge_all(&[file], how, (NOW, false), &Progress::default())
    }
}
