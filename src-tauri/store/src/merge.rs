//! Merging what was received, a share or the record of a report: the union of events. Nothing of it
//! is believed: a file is copied, its header and schema are compared byte for byte; ids are
//! computed anew, seals checked.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::Path,
};

use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction};
use stet_core::{
    draft::TextHash,
    error::Result,
    event::{Event, Refusal},
    ids::{BlobHash, EventId},
    json::Json,
    report::{Record, SealText},
    schema::{Concurrency, Entity, Field, Scope},
    seal::{Seal, Trial, is_genuine},
};

use crate::{
    Store,
    fault::sqlite,
    progress::{Phase, Progress},
    project::{self, Spot},
    received::{Copied, open_share, read_seals, refused},
    select::collect_blobs,
};

/// What a merge did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Events in the file.
    pub seen: u64,
    /// Events that were new here.
    pub new: u64,
    /// Events that were here already.
    pub already_here: u64,
    /// Places touched by the merge where people now differ.
    pub disagreements: u64,
    /// What was not taken, by reason.
    pub set_aside: Vec<SetAside>,
    /// Events that the file's seals vouch for: what its sender has of those chains.
    pub of: u64,
    /// How many of these are here after it.
    pub have: u64,
    /// The texts that its sealed events are about.
    pub articles: BTreeSet<TextHash>,
    /// How many of them were not here before.
    pub new_articles: u64,
}

/// Rows not taken, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// In words.
    pub reason: String,
    /// How many.
    pub count: u64,
}

/// What came from outside, on trial: nothing of it is believed.
#[derive(Default)]
struct Incoming {
    trial: Trial,
    admitted: Vec<(EventId, Vec<u8>)>,
    seals: Vec<Seal>,
    seen: u64,
    aside: BTreeMap<&'static str, u64>,
}

/// Finds the bytes of a blob in what was received.
type FindBlob<'f> = &'f dyn Fn(&BlobHash) -> rusqlite::Result<Option<Vec<u8>>>;

impl Incoming {
    /// Looks at one event, under the id it is said to have.
    fn event(&mut self, id: &[u8], body: Vec<u8>) {
        self.seen += 1;
        match self.trial.admit(id, &body) {
            Ok((id, _)) => self.admitted.push((id, body)),
            Err(refusal) => self.set_aside(refusal),
        }
    }

    fn set_aside(&mut self, refusal: Refusal) {
        *self.aside.entry(refusal.as_str()).or_default() += 1;
    }
}

impl Store {
    /// Merges a share. With `dry_run` everything is worked out and then left alone.
    ///
    /// # Errors
    /// As for [`Self::merge_all`].
    pub fn merge(
        &mut self,
        file: &Path,
        scratch: &Path,
        now_ms: u64,
        dry_run: bool,
    ) -> Result<Merged> {
        self.merge_all(&[file], scratch, (now_ms, dry_run), &Progress::default())
    }

    /// Merges several shares as one: all of them or none, counted together, undone together.
    ///
    /// # Errors
    /// `share-refused`, `database-*`, `file-*`, `cancelled`: nothing changed then.
    pub fn merge_all(
        &mut self,
        files: &[&Path],
        scratch: &Path,
        (now_ms, dry_run): (u64, bool),
        progress: &Progress,
    ) -> Result<Merged> {
        let Some((first, more)) = files.split_first() else {
            return Ok(Merged::default());
        };
        // A large file is read before anybody has to wait for the database.
        let mut arrived = Some(Arrived::new(first, scratch, progress)?);
        let mut taking = Taking::begin(&mut self.db)?;
        let mut more = more.iter();
        while let Some(share) = arrived {
            taking.take(share.incoming, &|hash| blob_of(&share.file, hash), progress)?;
            arrived = more
                .next()
                .map(|file| Arrived::new(file, scratch, progress))
                .transpose()?;
        }
        taking.end(&label(files), (now_ms, dry_run), progress)
    }

    /// Merges the record of a report called `name`: the same union, and the same distrust.
    ///
    /// # Errors
    /// `database-*`: nothing changed then.
    pub fn merge_record(
        &mut self,
        record: &Record,
        name: &str,
        now_ms: u64,
        dry_run: bool,
    ) -> Result<Merged> {
        let mut incoming = Incoming {
            seals: record.seals.iter().filter_map(SealText::seal).collect(),
            ..Incoming::default()
        };
        for body in &record.events {
            // Its id is a function of its bytes, and here nobody says otherwise.
            match Event::parse(body.as_bytes()) {
                Ok(event) => {
                    let id = EventId::of(event.time_ms, body.as_bytes());
                    incoming.event(&id.0, body.clone().into_bytes());
                }
                Err(refusal) => {
                    incoming.seen += 1;
                    incoming.set_aside(refusal);
                }
            }
        }
        let blobs: HashMap<BlobHash, Vec<u8>> = record
            .blobs
            .iter()
            .filter_map(|text| Record::blob_bytes(text))
            .map(|bytes| (BlobHash::of(&bytes), bytes))
            .collect();
        let blob = |hash: &BlobHash| Ok(blobs.get(hash).cloned());
        let progress = Progress::default();
        let mut taking = Taking::begin(&mut self.db)?;
        taking.take(incoming, &blob, &progress)?;
        taking.end(&format!("merged {name}"), (now_ms, dry_run), &progress)
    }
}

/// A share that was copied, opened and read.
struct Arrived {
    incoming: Incoming,
    file: Connection,
    /// Gone when dropped.
    _copy: Copied,
}

impl Arrived {
    fn new(file: &Path, scratch: &Path, progress: &Progress) -> Result<Self> {
        let copy = Copied::new(file, scratch)?;
        let share = open_share(&copy, file)?;
        let misread = |error: rusqlite::Error| match error.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => sqlite(error),
            _ => refused(file, &error.to_string()),
        };
        let mut incoming = Incoming {
            seals: read_seals(&share, copy.bytes).map_err(misread)?,
            ..Incoming::default()
        };
        progress.begin(Phase::Reading, 0);
        let mut read = share
            .prepare("SELECT id, body FROM event ORDER BY n")
            .map_err(misread)?;
        let mut rows = read.query([]).map_err(misread)?;
        let mut room = copy.bytes;
        while let Some(row) = rows.next().map_err(misread)? {
            progress.advance(1).map_err(misread)?;
            let (Ok(id), Ok(body)) = (row.get::<_, Vec<u8>>(0), row.get::<_, Vec<u8>>(1)) else {
                return Err(refused(file, "a row of it is not an event"));
            };
            // Pages of a hostile file may lead in circles: what is read is never longer than it.
            room = room
                .checked_sub((id.len() + body.len()) as u64 + 2)
                .ok_or_else(|| refused(file, "its pages lead in circles"))?;
            incoming.event(&id, body);
        }
        drop(rows);
        drop(read);
        Ok(Self {
            incoming,
            file: share,
            _copy: copy,
        })
    }
}

fn blob_of(share: &Connection, hash: &BlobHash) -> rusqlite::Result<Option<Vec<u8>>> {
    share
        .prepare_cached("SELECT bytes FROM blob WHERE hash = ?")?
        .query_row([hash.0], |row| row.get(0))
        .optional()
}

/// “merged ben.stet”, “merged ben.stet and 2 more”.
fn label(files: &[&Path]) -> String {
    let first = files.first().and_then(|file| file.file_name());
    let first = first.unwrap_or_default().to_string_lossy();
    match files.len() {
        0 | 1 => format!("merged {first}"),
        several => format!("merged {first} and {} more", several - 1),
    }
}

/// A merge that is under way: one transaction, one record of it.
struct Taking<'db> {
    tx: Transaction<'db>,
    import: i64,
    merged: Merged,
    aside: BTreeMap<&'static str, u64>,
    spots: BTreeSet<Spot>,
    /// How far each chain is sealed.
    sealed: BTreeMap<String, u64>,
}

impl<'db> Taking<'db> {
    fn begin(db: &'db mut Connection) -> Result<Self> {
        let tx = db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let import = tx
            .query_row("SELECT coalesce(max(i), 0) + 1 FROM import", [], |row| {
                row.get(0)
            })
            .map_err(sqlite)?;
        Ok(Self {
            tx,
            import,
            merged: Merged::default(),
            aside: BTreeMap::new(),
            spots: BTreeSet::new(),
            sealed: BTreeMap::new(),
        })
    }

    /// Takes in what one file brought, as far as it is covered and new.
    fn take(
        &mut self,
        mut incoming: Incoming,
        blob: FindBlob<'_>,
        progress: &Progress,
    ) -> Result<()> {
        self.merged.seen += incoming.seen;
        let onto = (self.import, &mut self.merged);
        let touched = take(&self.tx, &mut incoming, blob, onto, progress).map_err(sqlite)?;
        self.spots.extend(touched);
        for (reason, count) in incoming.aside {
            *self.aside.entry(reason).or_default() += count;
        }
        for seal in incoming.seals.into_iter().filter(is_genuine) {
            let far = self.sealed.entry(seal.chain).or_default();
            *far = (*far).max(seal.seq);
        }
        Ok(())
    }

    /// Works out what the merge touched, and keeps it or, of a dry run, not.
    fn end(
        mut self,
        label: &str,
        (now_ms, dry_run): (u64, bool),
        progress: &Progress,
    ) -> Result<Merged> {
        let work = |taking: &mut Self| -> rusqlite::Result<()> {
            settle(&taking.tx, &taking.spots, progress)?;
            taking.record(label, now_ms)?;
            taking.merged.disagreements = disagreements(&taking.tx, &taking.spots)?;
            (taking.merged.have, taking.merged.of) = held(&taking.tx, &taking.sealed)?;
            Ok(())
        };
        work(&mut self).map_err(sqlite)?;
        let mut merged = self.merged;
        merged.set_aside = self
            .aside
            .into_iter()
            .map(|(reason, count)| SetAside {
                reason: reason.into(),
                count,
            })
            .collect();
        if dry_run {
            self.tx.rollback()
        } else {
            self.tx.commit()
        }
        .map_err(sqlite)?;
        Ok(merged)
    }

    /// Notes the merge among what is local, so that it can be undone.
    fn record(&self, label: &str, now_ms: u64) -> rusqlite::Result<()> {
        if self.merged.new == 0 {
            return Ok(());
        }
        let tx = &self.tx;
        let after: i64 = tx.query_row("SELECT max(n) FROM event", [], |row| row.get(0))?;
        let at = i64::try_from(now_ms).unwrap_or(i64::MAX);
        // A new merge ends what could be redone, even if it brings no new row.
        tx.execute(
            "UPDATE import SET undone = max(1, min(undone, ? - 1)) WHERE undone > 0",
            [after],
        )?;
        tx.execute(
            "INSERT INTO import(i, after_n, at_ms, label) VALUES (?, ?, ?, ?)",
            (self.import, after, at, label),
        )?;
        tx.execute("DELETE FROM summary", [])?;
        Ok(())
    }
}

/// Works out again what is current at `spots`.
fn settle(
    tx: &Transaction<'_>,
    spots: &BTreeSet<Spot>,
    progress: &Progress,
) -> rusqlite::Result<()> {
    /// Between two looks at whether somebody said “stop”.
    const AT_ONCE: usize = 8192;
    progress.begin(Phase::Settling, spots.len() as u64);
    let all: Vec<&Spot> = spots.iter().collect();
    all.chunks(AT_ONCE).try_for_each(|some| {
        project::settle(tx, some.iter().copied())?;
        progress.advance(some.len() as u64)
    })
}

/// Of the events that seals vouch for, up to a position of each chain, how many are here, and how
/// many there are. A chain that was forked has more than its last position says.
fn held(tx: &Transaction<'_>, sealed: &BTreeMap<String, u64>) -> rusqlite::Result<(u64, u64)> {
    let (mut have, mut of) = (0_u64, 0_u64);
    for (chain, far) in sealed {
        let far_in_sql = i64::try_from(*far).unwrap_or(i64::MAX);
        let here: i64 = tx
            .prepare_cached(
                "SELECT count(*) FROM step WHERE c = (SELECT c FROM chain WHERE name = ?) AND seq <= ?",
            )?
            .query_row((chain, far_in_sql), |row| row.get(0))?;
        let here = u64::try_from(here).unwrap_or(0);
        have = have.saturating_add(here);
        of = of.saturating_add(here.max(*far));
    }
    Ok((have, of))
}

/// Inserts what is covered and new; returns the places it touches.
fn take(
    tx: &Transaction<'_>,
    incoming: &mut Incoming,
    blob: FindBlob<'_>,
    (import, merged): (i64, &mut Merged),
    progress: &Progress,
) -> rusqlite::Result<BTreeSet<Spot>> {
    let covered = incoming.trial.covered(&incoming.seals);
    let Incoming {
        admitted,
        seals,
        aside,
        trial,
        ..
    } = incoming;
    let abouts: BTreeSet<&str> = covered.iter().filter_map(|id| trial.about(*id)).collect();
    for hash in abouts.into_iter().filter_map(TextHash::from_base64url) {
        if merged.articles.insert(hash) {
            let here: bool = tx
                .prepare_cached(
                    "SELECT EXISTS(SELECT 1 FROM current WHERE draft = ? AND field = 'segmentation')",
                )?
                .query_row([hash.0], |row| row.get(0))?;
            merged.new_articles += u64::from(!here);
        }
    }
    let mut spots = BTreeSet::new();
    progress.begin(Phase::Taking, admitted.len() as u64);
    for (id, body) in admitted.iter() {
        progress.advance(1)?;
        if !covered.contains(id) {
            *aside.entry("not sealed by its author").or_default() += 1;
            tx.prepare_cached(
                "INSERT OR IGNORE INTO aside VALUES (?, ?, 'not sealed by its author', ?)",
            )?
            .execute((id.0, body, import))?;
            continue;
        }
        let here: Option<(i64, Option<i64>)> = tx
            .prepare_cached("SELECT e.n, m.i FROM event e LEFT JOIN imported d USING(n) LEFT JOIN import m ON m.i = d.i AND m.undone > 0 WHERE e.id = ?")?
            .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let n = match here {
            Some((_, None)) => {
                merged.already_here += 1;
                continue;
            }
            // Brought by a merge that was undone: this one brings it back.
            Some((n, Some(_))) => n,
            None => {
                tx.prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")?
                    .execute((id.0, body))?;
                tx.last_insert_rowid()
            }
        };
        merged.new += 1;
        tx.prepare_cached("INSERT OR REPLACE INTO imported VALUES (?, ?)")?
            .execute((n, import))?;
        if let Ok(event) = Event::parse(body) {
            spots.extend(project::note(tx, n, *id, &event)?);
        }
    }
    let (mut wanted, mut locked) = (BTreeSet::new(), BTreeSet::new());
    for (_, body) in admitted.iter().filter(|(id, _)| covered.contains(id)) {
        collect_blobs(body, &mut wanted, &mut locked);
    }
    wanted.extend(locked);
    take_blobs(tx, blob, &wanted)?;
    for seal in seals.iter().filter(|seal| is_genuine(seal)) {
        let seq = i64::try_from(seal.seq).unwrap_or(i64::MAX);
        tx.prepare_cached("INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)")?
            .execute((&seal.chain, seq, seal.head.0, &seal.signature))?;
    }
    Ok(spots)
}

/// Takes the blobs that covered events speak of; whatever else lies in the file stays there.
fn take_blobs(
    tx: &Transaction<'_>,
    blob: FindBlob<'_>,
    wanted: &BTreeSet<BlobHash>,
) -> rusqlite::Result<()> {
    for hash in wanted {
        if let Some(bytes) = blob(hash)?.filter(|bytes| BlobHash::of(bytes) == *hash) {
            tx.prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?)")?
                .execute((hash.0, bytes))?;
        }
    }
    Ok(())
}

/// Places among `spots` where current values now differ: two tags on one span, two values in one
/// shared field.
fn disagreements(tx: &Transaction<'_>, spots: &BTreeSet<Spot>) -> rusqlite::Result<u64> {
    let mut count = 0;
    for (entity, name) in spots {
        let Some(field) = Entity::parse(entity).and_then(|entity| Field::parse(&entity, name))
        else {
            continue;
        };
        if field.concurrency() == Concurrency::Observation
            || (field.scope() == Scope::Checker && field != Field::Judgement)
        {
            continue;
        }
        let values: Vec<String> = tx
            .prepare_cached("SELECT value FROM current WHERE entity = ? AND field = ?")?
            .query_map((entity, name), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let distinct: BTreeSet<Json> = values
            .iter()
            .filter_map(|value| Json::parse(value.as_bytes()).ok())
            .filter_map(|value| {
                if field == Field::Judgement {
                    value.get("tag").cloned()
                } else {
                    Some(value)
                }
            })
            .collect();
        count += u64::from(distinct.len() > 1);
    }
    Ok(count)
}
