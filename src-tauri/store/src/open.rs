//! Opening one's own database. Opening writes nothing but what creation and migration need.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, config::DbConfig,
};
use stet_core::{
    error::{Code, Error, Result},
    ids::{Actor, Replica},
};

use crate::{
    APPLICATION_ID, FORMAT_VERSION, PROJECTION_VERSION,
    fault::{self, sqlite},
    header::{self, Found},
    replica::Memory,
};

/// Pages of the log after which a commit moves them into the file.
pub(crate) const LOG_PAGES: &str = "4000";

/// Where things lie.
#[derive(Clone, Debug)]
pub struct Place {
    /// The database.
    pub database: PathBuf,
    /// Folder in which this machine remembers its replicas.
    pub replicas: PathBuf,
    /// Folder for the backups of this database.
    pub backups: PathBuf,
    /// A new replica's name, 16 random bytes: used if this file needs one.
    pub fresh: Replica,
}

/// An open annotation database, written to by one checker.
#[derive(Debug)]
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) place: Place,
    pub(crate) memory: Memory,
    pub(crate) me: Actor,
    /// Set once this file was found to be the replica it says it is.
    pub(crate) replica: Option<Replica>,
    seen_version: i64,
}

impl Store {
    /// Opens the database at `place`, making it if it is missing, for the checker `me`.
    ///
    /// # Errors
    /// `database-*`, `file-*`, `disk-full`: the file is unchanged then.
    pub fn open(place: Place, me: Actor) -> Result<Self> {
        Self::open_ours(place, me).map_err(|error| match error.code {
            // A table or column that is not there: nobody's SQL is wrong, the file is.
            Code::Internal => fault::damaged(&error.message),
            _ => error,
        })
    }

    fn open_ours(place: Place, me: Actor) -> Result<Self> {
        let found = header::look(&place.database)?;
        // An interrupted creation leaves an empty file; but one that was backed up held work.
        if found == Found::Nothing
            && place.database.exists()
            && !Self::backups(&place.backups).is_empty()
        {
            return Err(fault::damaged("the file is empty, and it was not before"));
        }
        if found == Found::Nothing {
            create_parent(&place.database)?;
        }
        let db = Connection::open_with_flags(
            &place.database,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_CREATE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )
        .map_err(sqlite)?;
        // Until it is found whole, not even closing it may move pages from the log into the file.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
            .map_err(sqlite)?;
        db.busy_timeout(Duration::from_secs(10)).map_err(sqlite)?;
        // Else every statement is planned anew for each value that is bound to it (the library is
        // built with STAT4): twenty times the cost of running it.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
            .map_err(sqlite)?;
        // A step and its answer go through more statements than are kept by default.
        db.set_prepared_statement_cache_capacity(64);
        db.execute_batch(&format!("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint={LOG_PAGES};"))
            .map_err(sqlite)?;
        let memory = Memory::new(place.replicas.clone());
        let mut store = Self {
            db,
            place,
            memory,
            me,
            replica: None,
            seen_version: 0,
        };
        if found == Found::Nothing {
            store.create()?;
        }
        store.check_versions()?;
        store.check_pages()?;
        store.turn_to_log()?;
        store.renew_projection()?;
        store
            .db
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .map_err(sqlite)?;
        store.seen_version = store.data_version()?;
        Ok(store)
    }

    /// Switches to the write-ahead log. Two who make one file at once get in each other's way here,
    /// and SQLite does not wait by itself while the mode changes.
    fn turn_to_log(&self) -> Result<()> {
        const TRIES: u32 = 200;
        let turn = || {
            self.db
                .query_row("PRAGMA journal_mode=WAL", [], |_| Ok(()))
                .map_err(sqlite)
        };
        let mut outcome = turn();
        for _ in 0..TRIES {
            match &outcome {
                Err(error) if error.code == Code::DatabaseBusy => {
                    std::thread::sleep(Duration::from_millis(20));
                    outcome = turn();
                }
                _ => break,
            }
        }
        outcome
    }

    fn create(&mut self) -> Result<()> {
        restrict(&self.place.database)?;
        let fresh = self.place.fresh;
        self.write(|tx| {
            // Another process may have been quicker.
            if tx.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
                row.get::<_, i64>(0)
            })? > 0
            {
                return Ok(());
            }
            tx.execute_batch(&format!(
                "PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT_VERSION};"
            ))?;
            tx.execute_batch(include_str!("sql/shared.sql"))?;
            tx.execute_batch(include_str!("sql/projection.sql"))?;
            tx.execute_batch(include_str!("sql/local.sql"))?;
            for (key, value) in [
                ("kind", "live".to_owned()),
                ("least_reader", FORMAT_VERSION.to_string()),
                ("least_writer", FORMAT_VERSION.to_string()),
                (
                    "written_by",
                    concat!("stet ", env!("CARGO_PKG_VERSION")).to_owned(),
                ),
            ] {
                tx.execute("INSERT INTO meta VALUES (?, ?)", (key, value))?;
            }
            tx.execute(
                "INSERT INTO local VALUES ('projection', ?)",
                [PROJECTION_VERSION.to_string()],
            )?;
            tx.execute(
                "INSERT INTO local VALUES ('replica', ?)",
                [fresh.to_string()],
            )?;
            Ok(())
        })?;
        self.memory
            .note(fresh, &self.place.database, 0)
            .map_err(|error| fault::file(&self.place.replicas, &error))
    }

    fn check_versions(&self) -> Result<()> {
        let meta = |key: &str| {
            self.db
                .query_row("SELECT value FROM meta WHERE key = ?", [key], |row| {
                    row.get::<_, String>(0)
                })
                .optional()
                .map_err(|error| match sqlite(error) {
                    error if error.code == Code::Internal => {
                        fault::damaged("its first table is missing")
                    }
                    error => error,
                })
        };
        let name = self.place.database.display();
        match meta("kind")?.as_deref() {
            Some("live") => {}
            Some("share") => {
                return Err(Error::new(
                    Code::DatabaseShare,
                    format!("{name} is a shared copy: it is read and merged, never worked in."),
                    "Merge it into your own database: stet merge FILE",
                ));
            }
            _ => return Err(fault::damaged("it does not say what it is")),
        }
        let least = |key: &str| {
            Ok(meta(key)?
                .and_then(|value| value.parse::<u32>().ok())
                .unwrap_or(u32::MAX))
        };
        if least("least_reader")? > FORMAT_VERSION || least("least_writer")? > FORMAT_VERSION {
            let by = meta("written_by")?.unwrap_or_default();
            return Err(Error::new(
                Code::DatabaseNewer,
                format!("{name} was written by a newer version ({by})."),
                "Update Stet; the file was not changed.",
            ));
        }
        Ok(())
    }

    /// A quick look at the pages, where it costs little. Larger files are looked at by the daily
    /// backup, which keeps no copy that fails.
    fn check_pages(&self) -> Result<()> {
        const CHEAP_BYTES: u64 = 8 * 1024 * 1024;
        let bytes = std::fs::metadata(&self.place.database).map_or(0, |meta| meta.len());
        if bytes <= CHEAP_BYTES {
            self.quick_check()
        } else {
            Ok(())
        }
    }

    pub(crate) fn quick_check(&self) -> Result<()> {
        let said: String = self
            .db
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(sqlite)?;
        if said == "ok" {
            Ok(())
        } else {
            Err(fault::damaged(said.lines().last().unwrap_or_default()))
        }
    }

    fn renew_projection(&mut self) -> Result<()> {
        let version: Option<String> = self
            .db
            .query_row(
                "SELECT value FROM local WHERE key='projection'",
                [],
                |row| row.get(0),
            )
            .optional()
            .map_err(sqlite)?;
        if version.as_deref() != Some(&PROJECTION_VERSION.to_string()) {
            self.rebuild()?;
        }
        Ok(())
    }

    /// Runs `work` in one immediate transaction: all of it, or nothing.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let out = work(&tx).map_err(sqlite)?;
        tx.commit().map_err(sqlite)?;
        Ok(out)
    }

    /// Like [`Self::write`], for work that refuses in words of its own.
    pub(crate) fn write_or_refuse<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let out = work(&tx)?;
        tx.commit().map_err(sqlite)?;
        Ok(out)
    }

    fn data_version(&self) -> Result<i64> {
        self.db
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut read| read.query_row([], |row| row.get(0)))
            .map_err(sqlite)
    }

    /// Moves what was committed from the log into the database file, as far as nobody reads it:
    /// work for idle moments, so that no key press waits for it.
    ///
    /// # Errors
    /// Whatever stands in the way of writing.
    pub fn checkpoint(&self) -> Result<()> {
        self.db
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
            .map_err(sqlite)
    }

    /// Whether another process has written since this was last asked.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn changed_elsewhere(&mut self) -> Result<bool> {
        let now = self.data_version()?;
        Ok(std::mem::replace(&mut self.seen_version, now) != now)
    }

    /// The checker who writes.
    #[must_use]
    pub const fn me(&self) -> Actor {
        self.me
    }

    /// The database file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.place.database
    }
}

fn create_parent(path: &Path) -> Result<()> {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => {
            std::fs::create_dir_all(parent).map_err(|error| fault::file(parent, &error))
        }
        _ => Ok(()),
    }
}

/// Makes a folder that only its owner reads.
pub(crate) fn private_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(|error| fault::file(path, &error))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
            .map_err(|error| fault::file(path, &error))?;
    }
    Ok(())
}

/// Keeps a file to its owner. On systems without modes the user's folder does it.
pub(crate) fn restrict(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))
            .map_err(|error| fault::file(path, &error))?;
    }
    Ok(())
}
