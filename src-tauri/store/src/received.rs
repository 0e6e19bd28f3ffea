//! A received file, opened as one opens what a stranger sent: copied, looked at by hand, read-only,
//! its schema compared byte for byte.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::OpenOptions,
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, OptionalExtension, config::DbConfig, limits::Limit};
use stet_core::{
    error::{Code, Error, Result},
    ids::EventId,
    seal::Seal,
};

use crate::{
    fault,
    header::{self, Found},
    share::{MAX_NOTE_BYTES, is_no_text},
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
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    log: Log,
}

/// The write-ahead log of a working database: what was written last is in there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Log {
    /// The file says that it has none, as shares do.
    None,
    /// It came along, and was read.
    Beside,
    /// It may be missing.
    Absent,
}

/// What a received file says of itself, before anything of it is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// The sender's note, as anybody may have written it; or empty.
    pub note: String,
    /// Whether it is a working database rather than a share.
    pub live: bool,
    /// What may be missing in it; or empty.
    pub missing: String,
}

/// Looks at a received file as merging would, and takes nothing.
///
/// # Errors
/// As for [`crate::Store::merge`].
pub fn look_at(file: &Path, scratch: &Path) -> Result<Looked> {
    let copy = Copied::new(file, scratch)?;
    let share = open_share(&copy, file)?;
    let meta = |key: &str| {
        share
            .query_row("SELECT value FROM meta WHERE key = ?", [key], |row| {
                row.get::<_, String>(0)
            })
            .optional()
            .map(Option::unwrap_or_default)
            .map_err(|error| refused(file, &error.to_string()))
    };
    let live = meta("kind")? == "live";
    let missing = match (live, copy.log) {
        (false, _) => "",
        (true, Log::Absent) => {
            "This is a working database, not a share: what its owner never shared is not sealed and is set aside, and his newest steps may lie in a file beside it that was not sent (its name ends in -wal)."
        }
        (true, _) => {
            "This is a working database, not a share: what its owner never shared is not sealed and is set aside."
        }
    };
    Ok(Looked {
        note: meta("note")?,
        live,
        missing: missing.to_owned(),
    })
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
        crate::open::private_folder(scratch)?;
        let path = scratch.join(format!(
            "received-{}-{:?}.stet",
            std::process::id(),
            std::thread::current().id()
        ));
        let mut copied = Self {
            path,
            bytes,
            log: Log::None,
        };
        std::fs::copy(file, &copied.path).map_err(|error| fault::file(&copied.path, &error))?;
        crate::open::restrict(&copied.path)?;
        copied.take_log(file)?;
        Ok(copied)
    }

    /// A working database writes into a log first. Where that came along it is played into the
    /// copy; then the copy is said to have none, since it is opened as a file that nobody writes.
    fn take_log(&mut self, file: &Path) -> Result<()> {
        const MODES: std::ops::Range<usize> = 18..20;
        let mut head = [0_u8; 20];
        let mut copy = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&self.path)
            .map_err(|error| fault::file(&self.path, &error))?;
        copy.read_exact(&mut head)
            .map_err(|error| fault::file(&self.path, &error))?;
        if head[MODES] != [2, 2] {
            return Ok(());
        }
        let log = beside(file);
        let bytes = std::fs::metadata(&log).map_or(0, |meta| meta.len());
        self.log = if bytes == 0 {
            Log::Absent
        } else {
            if self.bytes.saturating_add(bytes) > MAX_SHARE_BYTES {
                return Err(refused(file, "it and its log are larger than 4 GiB"));
            }
            self.bytes += bytes;
            let ours = beside(&self.path);
            std::fs::copy(&log, &ours).map_err(|error| fault::file(&ours, &error))?;
            crate::open::restrict(&ours)?;
            play(&self.path).map_err(|error| refused(file, &error.to_string()))?;
            Log::Beside
        };
        copy.seek(SeekFrom::Start(MODES.start as u64))
            .and_then(|_| copy.write_all(&[1, 1]))
            .map_err(|error| fault::file(&self.path, &error))
    }
}

/// The log of a database file.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// Moves what is whole of a copy's log into it.
fn play(copy: &Path) -> rusqlite::Result<()> {
    let db = Connection::open_with_flags(
        copy,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    guard(&db)?;
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// What SQLite advises for files of strangers (“Defense Against The Dark Arts”).
fn guard(db: &Connection) -> rusqlite::Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // As for one's own database: plans are kept.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)?;
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    db.execute_batch("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;")
}

impl Drop for Copied {
    fn drop(&mut self) {
        for side in ["", "-wal", "-shm"] {
            let mut name = self.path.as_os_str().to_owned();
            name.push(side);
            let _ = std::fs::remove_file(PathBuf::from(name));
        }
    }
}

/// Opens a received copy, read-only and guarded, and compares what it is with what it should be.
pub(crate) fn open_share(copy: &Copied, file: &Path) -> Result<Connection> {
    let uri = format!(
        "file:{}?mode=ro&immutable=1",
        copy.path
            .display()
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
    let (meta, schema) = said(&share)
        .map_err(|error| refused(file, &error.to_string()))?
        .ok_or_else(|| refused(file, "what it says of itself has no end"))?;
    let least = meta
        .get("least_reader")
        .and_then(|least| least.parse::<u32>().ok());
    let kind = meta.get("kind").map_or("", String::as_str);
    // The tables of a database that has none of ours say nothing about versions.
    let expected = shared_tables();
    if kind.is_empty() && schema.is_disjoint(&expected) {
        return Err(refused(file, "its tables are not those of a shared copy"));
    }
    if least.is_none_or(|least| least > crate::FORMAT_VERSION) {
        return Err(Error::new(
            Code::DatabaseNewer,
            format!("{} was written by a newer version.", file.display()),
            "Update Stet; the file was not changed.",
        ));
    }
    match kind {
        "share" if schema == expected => {}
        "live" if is_live(&schema, &expected) => live(&share, copy.log, file)?,
        _ => return Err(refused(file, "its tables are not those of a shared copy")),
    }
    let note = meta.get("note").map_or("", String::as_str);
    if note.chars().any(is_no_text) {
        return Err(refused(file, "the note in it is not plain text"));
    }
    Ok(share)
}

type Said = (BTreeMap<String, String>, BTreeSet<String>);

/// What the file says of itself, and its tables; none if it says more than anybody reads.
fn said(share: &Connection) -> rusqlite::Result<Option<Said>> {
    const MOST_WORDS: usize = 32;
    const MOST_TABLES: usize = 128;
    guard(share)?;
    share.execute_batch("PRAGMA query_only=ON;")?;
    let mut schema = BTreeSet::new();
    let mut read = share.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        schema.insert(row.get(0)?);
        if schema.len() > MOST_TABLES {
            return Ok(None);
        }
    }
    let mut meta = BTreeMap::new();
    let mut read = share.prepare("SELECT key, value FROM meta")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let (key, value): (String, String) = (row.get(0)?, row.get(1)?);
        if meta.len() == MOST_WORDS || key.len() > 64 || value.len() > MAX_NOTE_BYTES {
            return Ok(None);
        }
        meta.insert(key, value);
    }
    Ok(Some((meta, schema)))
}

fn shared_tables() -> BTreeSet<String> {
    tables(include_str!("sql/shared.sql")).collect()
}

fn tables(sql: &str) -> impl Iterator<Item = String> {
    sql.lines()
        .filter(|line| line.starts_with("CREATE"))
        .map(|line| line.trim_end_matches(';').to_owned())
}

/// Whether these are the tables of a working database: those that are read to the letter, those of
/// what is local, and of the picture, which differs between versions, nothing but plain tables.
fn is_live(schema: &BTreeSet<String>, shared: &BTreeSet<String>) -> bool {
    schema.is_superset(shared)
        && tables(include_str!("sql/local.sql"))
            .take(1)
            .all(|table| schema.contains(&table))
        && schema
            .iter()
            .all(|sql| sql.starts_with("CREATE TABLE ") || sql.starts_with("CREATE INDEX "))
}

/// A working database has seals of what its owner was given; his own work is sealed when he shares
/// it, and without any seal there is nothing here that could be believed.
fn live(share: &Connection, log: Log, file: &Path) -> Result<()> {
    let seals: i64 = share
        .query_row("SELECT count(*) FROM seal", [], |row| row.get(0))
        .map_err(|error| refused(file, &error.to_string()))?;
    if seals > 0 {
        return Ok(());
    }
    let missing = match log {
        Log::Absent => {
            " Its newest steps may be missing, too: they lie in a file beside it whose name ends in -wal."
        }
        Log::None | Log::Beside => "",
    };
    Err(Error::new(
        Code::ShareRefused,
        format!(
            "{} is a working database, not a shared copy: nothing in it is sealed by its author.{missing}",
            file.display()
        ),
        "Ask its owner for: stet share -o COPY.stet",
    ))
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
