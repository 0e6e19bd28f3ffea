//! A backup a day, seven kept. A copy that fails its check is never kept in the place of one that
//! passed, so damage cannot push the good ones out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, backup::Backup};
use stet_core::{
    error::{Code, Error, Result},
    ids::sha256,
};

use crate::{
    Store,
    fault::{self, sqlite},
    open::restrict,
};

/// How many daily backups are kept.
pub const KEPT_BACKUPS: usize = 7;

/// A backup on disk that was found whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// File name: the date, `2026-11-05.stet`.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Number of events in it.
    pub events: u64,
}

impl Store {
    /// Makes the backup of `date` (ISO 8601) unless it is there. Returns whether one was made.
    ///
    /// # Errors
    /// What stands in the way; older backups stay.
    pub fn back_up(&self, date: &str) -> Result<bool> {
        let folder = &self.place.backups;
        let target = folder.join(format!("{date}.stet"));
        if target.exists() || self.event_count()? == 0 {
            return Ok(false);
        }
        fs::create_dir_all(folder).map_err(|error| fault::file(folder, &error))?;
        let part = folder.join(format!("{date}.part"));
        let _ = fs::remove_file(&part);
        let outcome = copy(&self.db, &part)
            .and_then(|()| look(&part))
            .and_then(|_| genuine(&part));
        if let Err(error) = outcome {
            let _ = fs::remove_file(&part);
            return Err(error);
        }
        sync(&part)?;
        fs::rename(&part, &target).map_err(|error| fault::file(&target, &error))?;
        for old in names(folder).into_iter().rev().skip(KEPT_BACKUPS) {
            let _ = fs::remove_file(folder.join(old));
        }
        Ok(true)
    }

    /// Writes a whole copy of the database to `target`; what was there stays until the copy is
    /// durable.
    ///
    /// # Errors
    /// `file-*`, `database-*`: `target` is as before then.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        if target.canonicalize().is_ok_and(|target| {
            self.place
                .database
                .canonicalize()
                .is_ok_and(|own| own == target)
        }) {
            return Err(Error::new(
                Code::FileDenied,
                "That is the database itself.",
                "Choose another name for the copy.",
            ));
        }
        let mut name = target.file_name().unwrap_or_default().to_os_string();
        name.push(".part");
        let part = target.with_file_name(name);
        let _ = fs::remove_file(&part);
        let outcome = copy(&self.db, &part)
            .and_then(|()| sync(&part))
            .and_then(|()| fs::rename(&part, target).map_err(|error| fault::file(target, &error)));
        if outcome.is_err() {
            let _ = fs::remove_file(&part);
        }
        outcome
    }

    /// The whole backups in `folder`, newest first.
    #[must_use]
    pub fn backups(folder: &Path) -> Vec<BackupFile> {
        names(folder)
            .into_iter()
            .rev()
            .filter_map(|name| {
                look(&folder.join(&name))
                    .ok()
                    .map(|(bytes, events)| BackupFile {
                        name,
                        bytes,
                        events,
                    })
            })
            .collect()
    }

    /// Puts a backup in the place of `database`; what was there is kept beside it under a name
    /// that says when, and its path is returned.
    ///
    /// # Errors
    /// `file-*`: then nothing was replaced.
    pub fn restore(folder: &Path, name: &str, database: &Path, stamp: &str) -> Result<PathBuf> {
        let known = Self::backups(folder)
            .into_iter()
            .any(|backup| backup.name == name);
        if !known {
            return Err(Error::new(
                Code::FileMissing,
                format!("There is no whole backup “{name}”."),
                "Choose one of the list.",
            ));
        }
        let part = database.with_extension("restoring");
        fs::copy(folder.join(name), &part).map_err(|error| fault::file(&part, &error))?;
        restrict(&part)?;
        sync(&part)?;
        let kept = Self::set_aside(database, stamp)?;
        fs::rename(&part, database).map_err(|error| fault::file(database, &error))?;
        Ok(kept)
    }

    /// Moves a damaged database, with what lies beside it, to a name that says when. Nothing is
    /// ever deleted.
    ///
    /// # Errors
    /// `file-*`.
    pub fn set_aside(database: &Path, stamp: &str) -> Result<PathBuf> {
        let stem = database
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut kept = database.with_file_name(format!("{stem}.damaged-{stamp}.stet"));
        let mut again = 1;
        while kept.exists() {
            again += 1;
            kept = database.with_file_name(format!("{stem}.damaged-{stamp}-{again}.stet"));
        }
        for side in ["", "-wal", "-shm"] {
            let from = with_suffix(database, side);
            if from.exists() {
                fs::rename(&from, with_suffix(&kept, side))
                    .map_err(|error| fault::file(&from, &error))?;
            }
        }
        Ok(kept)
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Names of finished backups, oldest first.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(std::result::Result::ok);
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".stet"))
        .collect();
    names.sort();
    names
}

fn copy(from: &Connection, to: &Path) -> Result<()> {
    let mut target = Connection::open(to).map_err(sqlite)?;
    restrict(to)?;
    {
        let backup = Backup::new(from, &mut target).map_err(sqlite)?;
        backup
            .run_to_completion(1000, std::time::Duration::ZERO, None)
            .map_err(sqlite)?;
    }
    // One file, nothing beside it.
    target
        .query_row("PRAGMA journal_mode=DELETE", [], |_| Ok(()))
        .map_err(sqlite)
}

/// Refuses a copy with an event whose bytes are not those that its id was made of: pages can be
/// whole and hold something else than what was written.
fn genuine(path: &Path) -> Result<()> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
    let altered = || -> rusqlite::Result<bool> {
        let mut read = db.prepare("SELECT id, body FROM event")?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let (id, body) = (row.get_ref(0)?.as_blob()?, row.get_ref(1)?.as_blob()?);
            if id.get(8..) != Some(&sha256(body)[..24]) {
                return Ok(true);
            }
        }
        Ok(false)
    };
    if altered().map_err(sqlite)? {
        return Err(fault::damaged("an event in it was altered"));
    }
    Ok(())
}

/// Size and number of events of a backup; an error if it is not whole.
fn look(path: &Path) -> Result<(u64, u64)> {
    let bytes = fs::metadata(path)
        .map_err(|error| fault::file(path, &error))?
        .len();
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
    let said: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(sqlite)?;
    if said != "ok" {
        return Err(fault::damaged("a backup"));
    }
    let events: i64 = db
        .query_row("SELECT count(*) FROM event", [], |row| row.get(0))
        .map_err(sqlite)?;
    Ok((bytes, u64::try_from(events).unwrap_or(0)))
}

/// Waits until the file's bytes are on the disk.
pub(crate) fn sync(path: &Path) -> Result<()> {
    fs::File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| fault::file(path, &error))
}
