//! A received file, opened as one opens what a stranger sent: copied, looked at by hand, read-only,
//! its schema compared byte for byte.

use std::{collections::BTreeSet, path::Path};

use rusqlite::{Connection, OpenFlags, OptionalExtension, config::DbConfig, limits::Limit};
use stet_core::{
    error::{Code, Error, Result},
    ids::EventId,
    seal::Seal,
};

use crate::{
    fault,
    header::{self, Found},
};

/// Largest share that is read, in bytes.
const MAX_SHARE_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// Longest chain name or blob that is read, in bytes.
const MAX_VALUE_BYTES: i32 = 64 * 1024 * 1024;

pub(crate) fn refused(file: &Path, why: &str) -> Error {
    Error::new(
        Code::ShareRefused,
        format!("{} was not merged: {why}.", file.display()),
        "Ask for a new copy. Nothing was changed.",
    )
}

/// A private copy of a received file, gone when dropped: the original may change under us, and
/// SQLite must not write beside it.
pub(crate) struct Copied {
    pub(crate) path: std::path::PathBuf,
    pub(crate) bytes: u64,
}

impl Copied {
    pub(crate) fn new(file: &Path, scratch: &Path) -> Result<Self> {
        match header::look(file)? {
            Found::Ours => {}
            Found::Nothing if file.exists() => return Err(refused(file, "it is empty")),
            Found::Nothing => {
                return Err(Error::new(
                    Code::FileMissing,
                    format!("{} is not there.", file.display()),
                    "Check the name and the folder.",
                ));
            }
        }
        let bytes = std::fs::metadata(file)
            .map_err(|error| fault::file(file, &error))?
            .len();
        if bytes > MAX_SHARE_BYTES {
            return Err(refused(file, "it is larger than 4 GiB"));
        }
        std::fs::create_dir_all(scratch).map_err(|error| fault::file(scratch, &error))?;
        let path = scratch.join(format!(
            "received-{}-{:?}.stet",
            std::process::id(),
            std::thread::current().id()
        ));
        let copied = Self { path, bytes };
        std::fs::copy(file, &copied.path).map_err(|error| fault::file(&copied.path, &error))?;
        crate::open::restrict(&copied.path)?;
        Ok(copied)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Opens a received copy as SQLite advises for hostile files (“Defense Against The Dark Arts”).
pub(crate) fn open_share(copy: &Path, file: &Path) -> Result<Connection> {
    let uri = format!(
        "file:{}?mode=ro&immutable=1",
        copy.display()
            .to_string()
            .replace('%', "%25")
            .replace('?', "%3f")
            .replace('#', "%23")
    );
    let share = Connection::open_with_flags(
        uri,
        OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| refused(file, &error.to_string()))?;
    let harden = || -> rusqlite::Result<(String, BTreeSet<String>)> {
        share.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        share.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        share.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        share.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        share.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)?;
        share.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
        share.execute_batch(
            "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;",
        )?;
        let schema: BTreeSet<String> = share
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let kind = share
            .query_row("SELECT value FROM meta WHERE key = 'kind'", [], |row| {
                row.get(0)
            })
            .optional()?
            .unwrap_or_default();
        Ok((kind, schema))
    };
    let (kind, schema) = harden().map_err(|error| refused(file, &error.to_string()))?;
    if kind == "live" {
        return Err(Error::new(
            Code::ShareRefused,
            format!(
                "{} is a working database, not a shared copy.",
                file.display()
            ),
            "Ask its owner for: stet share -o COPY.stet",
        ));
    }
    let expected: BTreeSet<String> = include_str!("sql/shared.sql")
        .lines()
        .filter(|line| line.starts_with("CREATE"))
        .map(|line| line.trim_end_matches(';').to_owned())
        .collect();
    let least: Option<String> = share
        .query_row(
            "SELECT value FROM meta WHERE key = 'least_reader'",
            [],
            |row| row.get(0),
        )
        .optional()
        .map_err(|error| refused(file, &error.to_string()))?;
    if least
        .as_deref()
        .and_then(|least| least.parse::<u32>().ok())
        .is_none_or(|least| least > crate::FORMAT_VERSION)
    {
        return Err(Error::new(
            Code::DatabaseNewer,
            format!("{} was written by a newer version.", file.display()),
            "Update Stet; the file was not changed.",
        ));
    }
    if kind != "share" || schema != expected {
        return Err(refused(file, "its tables are not those of a shared copy"));
    }
    Ok(share)
}

pub(crate) fn read_seals(share: &Connection, mut room: u64) -> rusqlite::Result<Vec<Seal>> {
    let mut read = share.prepare("SELECT chain, seq, head, signature FROM seal")?;
    let mut rows = read.query([])?;
    let mut seals = Vec::new();
    while let Some(row) = rows.next()? {
        // As for events: no more of them than the file can hold.
        room = room.checked_sub(64).ok_or(rusqlite::Error::InvalidQuery)?;
        let head: Vec<u8> = row.get(2)?;
        if let Some(head) = EventId::from_slice(&head) {
            seals.push(Seal {
                chain: row.get(0)?,
                seq: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0),
                head,
                signature: row.get(3)?,
            });
        }
    }
    Ok(seals)
}
