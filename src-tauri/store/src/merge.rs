//! Merging what was received, a share or the record of a report: the union of events. Nothing of it
//! is believed: a file is read by a process of its own, its header and schema are compared byte for
//! byte; ids are computed anew, seals checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use rusqlite::{Connection, Transaction};
use stet_core::{
    draft::TextHash,
    error::Result,
    event::{Act, Event, Refusal},
    ids::BlobHash,
    json::Json,
    report::Record,
    schema::Entity,
};

use crate::{
    Store,
    bulk::Bulk,
    fault::sqlite,
    incoming::{Arrived, Incoming},
    progress::{Phase, Progress},
    received::Receiving,
    reciter::Within,
    select::{collect_blobs, collect_in},
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

impl Store {
    /// Merges a share, which is read in this process, without any limit: for tests only. With
    /// `dry_run` everything is worked out and then left alone.
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
        let how = Receiving {
            scratch,
            reciter: &Within,
        };
        self.merge_all(&[file], how, (now_ms, dry_run), &Progress::default())
    }

    /// Merges several shares as one: all of them or none, counted together, undone together.
    ///
    /// # Errors
    /// `share-refused`, `database-*`, `file-*`, `reader-*`, `cancelled`: nothing changed then.
    pub fn merge_all(
        &mut self,
        files: &[&Path],
        how: Receiving<'_>,
        (now_ms, dry_run): (u64, bool),
        progress: &Progress,
    ) -> Result<Merged> {
        let Some((first, more)) = files.split_first() else {
            return Ok(Merged::default());
        };
        // A large file is read before anybody has to wait for the database.
        let first = {
            let reading = self.db.unchecked_transaction().map_err(sqlite)?;
            Incoming::of_share(first, how, &|id| is_here(&reading, id), progress)?
        };
        self.take_in(&label(files), (now_ms, dry_run), progress, |taking| {
            taking.take(first, progress)?;
            for file in more {
                let here = |id: &[u8]| is_here(taking.tx, id);
                let incoming = Incoming::of_share(file, how, &here, progress)?;
                taking.take(incoming, progress)?;
            }
            Ok(())
        })
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
        let progress = Progress::default();
        let incoming = Incoming::of_record(record, &progress)?;
        let label = format!("merged {name}");
        self.take_in(&label, (now_ms, dry_run), &progress, |taking| {
            taking.take(incoming, &progress)
        })
    }

    /// One transaction, of which everything stays, or nothing.
    fn take_in(
        &mut self,
        label: &str,
        (now_ms, dry_run): (u64, bool),
        progress: &Progress,
        work: impl FnOnce(&mut Taking<'_>) -> Result<()>,
    ) -> Result<Merged> {
        // What a large merge writes is moved from the log into the file when nobody waits.
        let aside = |pages: &str| format!("PRAGMA wal_autocheckpoint={pages};");
        self.db.execute_batch(&aside("0")).map_err(sqlite)?;
        let merged = self.take_in_now(label, (now_ms, dry_run), progress, work);
        self.db
            .execute_batch(&aside(crate::open::LOG_PAGES))
            .map_err(sqlite)?;
        merged
    }

    fn take_in_now(
        &mut self,
        label: &str,
        (now_ms, dry_run): (u64, bool),
        progress: &Progress,
        work: impl FnOnce(&mut Taking<'_>) -> Result<()>,
    ) -> Result<Merged> {
        let tx = self
            .db
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let mut taking = Taking::begin(&tx).map_err(sqlite)?;
        work(&mut taking)?;
        let merged = taking.end(label, now_ms, progress).map_err(sqlite)?;
        if dry_run { tx.rollback() } else { tx.commit() }.map_err(sqlite)?;
        Ok(merged)
    }
}

/// Whether an event of this id is here, and was not brought by a merge that was undone.
fn is_here(db: &Connection, id: &[u8]) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT EXISTS(SELECT 1 FROM event e WHERE e.id = ? AND NOT EXISTS(SELECT 1 FROM import m JOIN imported d USING(i) WHERE m.undone > 0 AND d.n = e.n))")?
        .query_row([id], |row| row.get(0))
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
struct Taking<'t> {
    tx: &'t Transaction<'t>,
    bulk: Bulk<'t>,
    import: i64,
    merged: Merged,
    aside: BTreeMap<&'static str, u64>,
    /// How far each chain is sealed.
    sealed: BTreeMap<String, u64>,
}

impl<'t> Taking<'t> {
    fn begin(tx: &'t Transaction<'t>) -> rusqlite::Result<Self> {
        let import = tx.query_row("SELECT coalesce(max(i), 0) + 1 FROM import", [], |row| {
            row.get(0)
        })?;
        Ok(Self {
            tx,
            bulk: Bulk::new(tx),
            import,
            merged: Merged::default(),
            aside: BTreeMap::new(),
            sealed: BTreeMap::new(),
        })
    }

    /// Takes in what one file brought, as far as it is covered and new.
    fn take(&mut self, incoming: Incoming<'_>, progress: &Progress) -> Result<()> {
        self.merged.seen += incoming.seen;
        self.merged.already_here += incoming.here;
        for (reason, count) in &incoming.aside {
            *self.aside.entry(reason).or_default() += count;
        }
        self.find_articles(&incoming)?;
        let mut wanted = BTreeSet::new();
        progress.begin(Phase::Taking, incoming.len() as u64);
        incoming.each(|some| {
            progress.advance(some.len() as u64).map_err(sqlite)?;
            let take = |one| self.take_one(one, &mut wanted);
            some.into_iter().try_for_each(take).map_err(sqlite)
        })?;
        self.take_blobs(&incoming, wanted)?;
        for seal in incoming.seals {
            let seq = i64::try_from(seal.seq).unwrap_or(i64::MAX);
            self.tx
                .prepare_cached("INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)")
                .and_then(|mut put| put.execute((&seal.chain, seq, seal.head.0, &seal.signature)))
                .map_err(sqlite)?;
            let far = self.sealed.entry(seal.chain).or_default();
            *far = (*far).max(seal.seq);
        }
        Ok(())
    }

    fn find_articles(&mut self, incoming: &Incoming<'_>) -> Result<()> {
        for about in incoming.abouts(&|id| is_here(self.tx, id))? {
            let Some(hash) = TextHash::from_base64url(&about) else {
                continue;
            };
            if self.merged.articles.insert(hash) {
                let here: bool = self
                    .tx
                    .prepare_cached(
                        "SELECT EXISTS(SELECT 1 FROM current WHERE draft = ? AND field = 'segmentation')",
                    )
                    .and_then(|mut read| read.query_row([hash.0], |row| row.get(0)))
                    .map_err(sqlite)?;
                self.merged.new_articles += u64::from(!here);
            }
        }
        Ok(())
    }

    /// Takes in one event, unless its author does not vouch for it; then it is set aside.
    fn take_one(&mut self, one: Arrived, wanted: &mut BTreeSet<BlobHash>) -> rusqlite::Result<()> {
        let tx = self.tx;
        let Some(ready) = one.ready else {
            let reason = Refusal::Unsealed.as_str();
            *self.aside.entry(reason).or_default() += 1;
            tx.prepare_cached("INSERT OR IGNORE INTO aside VALUES (?, ?, ?, ?)")?
                .execute((one.id.0, one.body, reason, self.import))?;
            return Ok(());
        };
        if one.is_usual {
            spoken_of(&ready.event, wanted);
        } else {
            let mut locked = BTreeSet::new();
            collect_blobs(&one.body, wanted, &mut locked);
            wanted.append(&mut locked);
        }
        let put = tx
            .prepare_cached("INSERT OR IGNORE INTO event(id, body) VALUES (?, ?)")?
            .execute((one.id.0, one.body))?;
        let n = if put == 1 {
            tx.last_insert_rowid()
        } else if is_here(tx, &one.id.0)? {
            self.merged.already_here += 1;
            return Ok(());
        } else {
            // Brought by a merge that was undone: this one brings it back.
            tx.prepare_cached("SELECT n FROM event WHERE id = ?")?
                .query_row([one.id.0], |row| row.get(0))?
        };
        self.merged.new += 1;
        tx.prepare_cached("INSERT OR REPLACE INTO imported VALUES (?, ?)")?
            .execute((n, self.import))?;
        self.bulk.note(n, ready)
    }

    /// Takes the blobs that genuine events speak of; whatever else lies in the file stays there.
    fn take_blobs(&self, incoming: &Incoming<'_>, mut wanted: BTreeSet<BlobHash>) -> Result<()> {
        if incoming.here > 0 {
            // Of what is here already a blob may have been withheld, and now be among these.
            let mut missing = BTreeSet::new();
            for hash in incoming.source.blobs() {
                let here: bool = self
                    .tx
                    .prepare_cached("SELECT EXISTS(SELECT 1 FROM blob WHERE hash = ?)")
                    .and_then(|mut read| read.query_row([hash.0], |row| row.get(0)))
                    .map_err(sqlite)?;
                if !here && !wanted.contains(&hash) {
                    missing.insert(hash);
                }
            }
            if !missing.is_empty() {
                incoming.each_here(|body| {
                    let (mut spoken, mut locked) = (BTreeSet::new(), BTreeSet::new());
                    collect_blobs(&body, &mut spoken, &mut locked);
                    wanted.extend(spoken.union(&locked).filter(|hash| missing.contains(hash)));
                })?;
            }
        }
        for hash in wanted {
            if let Some(bytes) = incoming.source.blob(&hash)? {
                self.tx
                    .prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?)")
                    .and_then(|mut put| put.execute((hash.0, bytes)))
                    .map_err(sqlite)?;
            }
        }
        Ok(())
    }

    /// Works out what the merge touched, and what it did.
    fn end(mut self, label: &str, now_ms: u64, progress: &Progress) -> rusqlite::Result<Merged> {
        progress.begin(Phase::Settling, 0);
        self.bulk.write()?;
        progress.advance(0)?;
        self.record(label, now_ms)?;
        let mut merged = self.merged;
        merged.disagreements = self.bulk.end()?;
        (merged.have, merged.of) = held(self.tx, &self.sealed)?;
        merged.set_aside = self
            .aside
            .into_iter()
            .map(|(reason, count)| SetAside {
                reason: reason.into(),
                count,
            })
            .collect();
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

/// Blobs that an event of the usual shape speaks of: the texts it is about, values kept as blobs.
fn spoken_of(event: &Event, into: &mut BTreeSet<BlobHash>) {
    let Act::Assign { known, .. } = &event.act else {
        return;
    };
    for one in known {
        if let Entity::Draft(hash) = one.entity {
            into.insert(BlobHash(hash.0));
        }
        if matches!(one.value, Json::Map(_) | Json::List(_)) {
            let mut locked = BTreeSet::new();
            collect_in(one.value.clone(), into, &mut locked);
            into.append(&mut locked);
        }
    }
}
