//! Whoever reads a received file with SQLite and says, in the plainest of forms, what is in it: a
//! process of its own that has given up all but reading, so that a file made to do harm takes down
//! that process and nothing else. What it says is not believed either ([`crate::recital`]).
//!
//! A recital is a row of records: a byte that says what it is, the length (four bytes, the least
//! first), and so many bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Cursor, Read, Write},
    path::Path,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig, limits::Limit};
use stet_core::error::Result;

use crate::{
    progress::Progress,
    share::{MAX_NOTE_BYTES, is_no_text},
};

/// Longest chain name or blob that is read, in bytes.
pub(crate) const MAX_VALUE_BYTES: i32 = 64 * 1024 * 1024;

/// What a record is.
pub(crate) mod tag {
    /// Whether it is a working database (1 or 0), and its note.
    pub(crate) const ABOUT: u8 = b'A';
    /// A seal: seq in eight bytes, the least first, head, signature, chain.
    pub(crate) const SEAL: u8 = b'S';
    /// An event: how long its id is (four bytes), id, body.
    pub(crate) const EVENT: u8 = b'E';
    /// A blob: hash, bytes.
    pub(crate) const BLOB: u8 = b'B';
    /// There is no more.
    pub(crate) const END: u8 = b'Z';
    /// It is refused: why, in words.
    pub(crate) const REFUSED: u8 = b'R';
    /// It was written by a newer version.
    pub(crate) const NEWER: u8 = b'N';
    /// It is a working database in which nothing is sealed.
    pub(crate) const UNSEALED: u8 = b'U';
}

/// Starts whoever reads received files.
pub trait Reciter {
    /// Begins to read the private copy of a received file, of so many bytes; what comes is what
    /// [`recite`] writes. It ends early once `progress` is to stop.
    ///
    /// # Errors
    /// `reader-*`: nobody reads.
    fn begin(&self, copy: &Path, bytes: u64, progress: &Progress) -> Result<Box<dyn Read>>;
}

/// Reads in this process, without any limit: for tests only.
#[derive(Clone, Copy, Debug)]
pub struct Within;

impl Reciter for Within {
    fn begin(&self, copy: &Path, bytes: u64, _: &Progress) -> Result<Box<dyn Read>> {
        let mut said = Vec::new();
        // Nothing fails that is written to memory.
        let _ = recite(copy, bytes, || {}, &mut said);
        Ok(Box::new(Cursor::new(said)))
    }
}

/// Why a file is not read to its end.
enum Why {
    Refused(String),
    Newer,
    Unsealed,
    /// Nobody listens.
    Unheard,
}

impl From<rusqlite::Error> for Why {
    fn from(error: rusqlite::Error) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<io::Error> for Why {
    fn from(_: io::Error) -> Self {
        Self::Unheard
    }
}

fn refused<T>(why: &str) -> std::result::Result<T, Why> {
    Err(Why::Refused(why.to_owned()))
}

/// Reads a received file, of so many bytes, and says to `out` what is in it. It is opened, then
/// `lower` is called, which gives up what reading does not need, and only then is anything of it
/// looked at.
///
/// # Errors
/// Nobody listens.
pub fn recite(
    copy: &Path,
    bytes: u64,
    lower: impl FnOnce(),
    out: &mut dyn Write,
) -> io::Result<()> {
    let opened = open(copy);
    lower();
    let done = opened.and_then(|db| say_all(&db, bytes, out));
    let (tag, words) = match &done {
        Ok(()) => (tag::END, ""),
        Err(Why::Refused(why)) => (tag::REFUSED, why.as_str()),
        Err(Why::Newer) => (tag::NEWER, ""),
        Err(Why::Unsealed) => (tag::UNSEALED, ""),
        Err(Why::Unheard) => return Err(io::ErrorKind::BrokenPipe.into()),
    };
    say(out, tag, &[words.as_bytes()])?;
    out.flush()
}

fn say(out: &mut dyn Write, tag: u8, parts: &[&[u8]]) -> io::Result<()> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let length = u32::try_from(length).map_err(io::Error::other)?;
    out.write_all(&[tag])?;
    out.write_all(&length.to_le_bytes())?;
    parts.iter().try_for_each(|part| out.write_all(part))
}

/// Opens it as a file that nobody writes: SQLite then needs no other file, and no lock.
fn open(copy: &Path) -> std::result::Result<Connection, Why> {
    let path = copy.display().to_string();
    let uri = format!(
        "file:{}?mode=ro&immutable=1",
        path.replace('%', "%25")
            .replace('?', "%3f")
            .replace('#', "%23")
    );
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(uri, flags)?)
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
    db.execute_batch(
        "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA query_only=ON;",
    )
}

/// Compares what it is with what it should be, then says all that counts.
fn say_all(db: &Connection, bytes: u64, out: &mut dyn Write) -> std::result::Result<(), Why> {
    guard(db)?;
    let (live, note) = check(db)?;
    say(out, tag::ABOUT, &[&[u8::from(live)], note.as_bytes()])?;
    say_seals(db, bytes, out)?;
    let read = "SELECT id, body FROM event ORDER BY n";
    let events = say_pairs(db, read, bytes, |id, body| {
        let length = u32::try_from(id.len()).unwrap_or(u32::MAX);
        say(out, tag::EVENT, &[&length.to_le_bytes(), id, body])
    })?;
    agrees(db, "event", events)?;
    let read = "SELECT hash, bytes FROM blob NOT INDEXED";
    let blobs = say_pairs(db, read, bytes, |hash, bytes| match hash.len() {
        32 => say(out, tag::BLOB, &[hash, bytes]),
        // It is nobody's name.
        _ => Ok(()),
    })?;
    agrees(db, "blob", blobs)
}

/// Whether it is a working database, and its note.
fn check(db: &Connection) -> std::result::Result<(bool, String), Why> {
    const NO_SHARE: &str = "its tables are not those of a shared copy";
    let (mut meta, schema) = said(db)?;
    let least = meta
        .get("least_reader")
        .and_then(|least| least.parse::<u32>().ok());
    let kind = meta.get("kind").map_or("", String::as_str);
    // The tables of a database that has none of ours say nothing about versions.
    let expected = tables(include_str!("sql/shared.sql")).collect();
    if kind.is_empty() && schema.is_disjoint(&expected) {
        return refused(NO_SHARE);
    }
    if least.is_none_or(|least| least > crate::FORMAT_VERSION) {
        return Err(Why::Newer);
    }
    let live = match kind {
        "share" if schema == expected => false,
        "live" if is_live(&schema, &expected) => true,
        _ => return refused(NO_SHARE),
    };
    // A working database has seals of what its owner was given; his own work is sealed when he
    // shares it, and without any seal there is nothing here that could be believed.
    if live && !db.query_row("SELECT EXISTS(SELECT 1 FROM seal)", [], |row| row.get(0))? {
        return Err(Why::Unsealed);
    }
    let note = meta.remove("note").unwrap_or_default();
    if note.chars().any(is_no_text) {
        return refused("the note in it is not plain text");
    }
    Ok((live, note))
}

/// What the file says of itself, and its tables: no more than anybody reads.
fn said(db: &Connection) -> std::result::Result<(BTreeMap<String, String>, BTreeSet<String>), Why> {
    const MOST_WORDS: usize = 32;
    const MOST_TABLES: usize = 128;
    const ENDLESS: &str = "what it says of itself has no end";
    let mut schema = BTreeSet::new();
    let mut read = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        schema.insert(row.get(0)?);
        if schema.len() > MOST_TABLES {
            return refused(ENDLESS);
        }
    }
    let mut meta = BTreeMap::new();
    let mut read = db.prepare("SELECT key, value FROM meta")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let (key, value): (String, String) = (row.get(0)?, row.get(1)?);
        if meta.len() == MOST_WORDS || key.len() > 64 || value.len() > MAX_NOTE_BYTES {
            return refused(ENDLESS);
        }
        meta.insert(key, value);
    }
    Ok((meta, schema))
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

/// Pages of a hostile file may lead in circles: what is read is never longer than it.
fn less(room: u64, bytes: usize) -> std::result::Result<u64, Why> {
    room.checked_sub(bytes as u64)
        .map_or_else(|| refused("its pages lead in circles"), Ok)
}

fn say_seals(db: &Connection, mut room: u64, out: &mut dyn Write) -> std::result::Result<(), Why> {
    let mut read = db.prepare("SELECT chain, seq, head, signature FROM seal")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        room = less(room, 64)?;
        let (chain, seq): (String, i64) = (row.get(0)?, row.get(1)?);
        let (head, signature): (Vec<u8>, Vec<u8>) = (row.get(2)?, row.get(3)?);
        if head.len() == 32 && signature.len() == 64 {
            let seq = u64::try_from(seq).unwrap_or(0).to_le_bytes();
            say(out, tag::SEAL, &[&seq, &head, &signature, chain.as_bytes()])?;
        }
    }
    Ok(())
}

/// Says each row of two blobs; how many there are.
fn say_pairs(
    db: &Connection,
    sql: &str,
    mut room: u64,
    mut say: impl FnMut(&[u8], &[u8]) -> io::Result<()>,
) -> std::result::Result<u64, Why> {
    let mut read = db.prepare(sql)?;
    let mut rows = read.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let (Ok(name), Ok(bytes)) = (row.get_ref(0)?.as_blob(), row.get_ref(1)?.as_blob()) else {
            return refused("a row of it is not an event");
        };
        room = less(room, name.len() + bytes.len() + 2)?;
        say(name, bytes)?;
        count += 1;
    }
    Ok(count)
}

/// A page that was damaged may hide rows; the index beside the table still knows of them.
fn agrees(db: &Connection, table: &str, rows: u64) -> std::result::Result<(), Why> {
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM {table} INDEXED BY sqlite_autoindex_{table}_1 LIMIT ?)"
    );
    let most = i64::try_from(rows).unwrap_or(i64::MAX).saturating_add(1);
    let known: i64 = db.query_row(&sql, [most], |row| row.get(0))?;
    if u64::try_from(known) == Ok(rows) {
        return Ok(());
    }
    refused("rows of it are missing")
}
