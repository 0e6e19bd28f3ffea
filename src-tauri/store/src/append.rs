//! The one door for writing: a plan becomes one step, durable when this returns.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{OptionalExtension, Transaction};
use stet_core::{
    error::{Code, Error, Result},
    event::{Act, Assignment, Chain, Event, MAX_BODY_BYTES, MAX_INLINE_BYTES},
    ids::{Actor, BlobHash, EventId, Replica},
    json::Json,
    plan::{Change, Plan},
    protected,
    schema::{Entity, Field, Scope},
};

use crate::{
    Store,
    current::{self, Fresh},
    fault::{self, sqlite},
    project,
};

/// A step that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id: that of its first event.
    pub id: EventId,
    /// In words.
    pub label: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// What it touched.
    pub entities: BTreeSet<Entity>,
}

/// Room for an event's other keys beside its assignments.
const ENVELOPE_BYTES: usize = 4 * 1024;

/// Where a chain stands.
struct Tip {
    seq: u64,
    head: Option<EventId>,
}

impl Store {
    /// Saves a plan as one step of this checker. `None` if everything it says is so already.
    ///
    /// `now_ms`: the wall clock; the step's time is never before an earlier one of this replica.
    ///
    /// # Errors
    /// `disk-full`, `database-busy`, `database-read-only`, …: nothing was saved then.
    pub fn append(&mut self, plan: &Plan, now_ms: u64) -> Result<Option<Step>> {
        let replica = self.replica_for_writing()?;
        self.append_as(self.me, replica, plan, now_ms)
    }

    /// Saves a plan as a step of somebody who is not at work here (the sample's checker): nothing
    /// that undo here would find.
    ///
    /// # Errors
    /// As for [`Self::append`].
    pub fn append_as(
        &mut self,
        actor: Actor,
        replica: Replica,
        plan: &Plan,
        now_ms: u64,
    ) -> Result<Option<Step>> {
        let own = self.replica_for_writing()?;
        let (step, written) = self.write_or_refuse(|tx| {
            let Some(acts) = assignments(tx, actor, plan).map_err(sqlite)? else {
                return Ok((None, 0));
            };
            for bytes in &plan.blobs {
                put_blob(tx, bytes).map_err(sqlite)?;
            }
            let step = write_events(
                tx,
                Chain {
                    actor,
                    replica,
                    about: plan.about.clone(),
                },
                &plan.label,
                acts,
                now_ms,
            )?;
            Ok((Some(step), count(tx).map_err(sqlite)?))
        })?;
        if step.is_some() {
            self.remember(own, written)?;
        }
        Ok(step)
    }

    /// The replica that this file writes as. A file that is not the one this machine remembers is
    /// a copy or a restored backup: it becomes a replica of its own.
    pub(crate) fn replica_for_writing(&mut self) -> Result<Replica> {
        if let Some(replica) = self.replica {
            return Ok(replica);
        }
        let replica = match self.matching_replica()? {
            Some(replica) => replica,
            None => {
                let fresh = self.place.fresh;
                self.write(|tx| {
                    tx.execute(
                        "INSERT OR REPLACE INTO local VALUES ('replica', ?), ('events', '0')",
                        [fresh.to_string()],
                    )
                })?;
                self.remember(fresh, 0)?;
                fresh
            }
        };
        self.replica = Some(replica);
        Ok(replica)
    }

    /// The replica that this file says it is, if this machine remembers it so.
    pub(crate) fn matching_replica(&self) -> Result<Option<Replica>> {
        if self.replica.is_some() {
            return Ok(self.replica);
        }
        let stored: Option<String> = self
            .db
            .query_row("SELECT value FROM local WHERE key='replica'", [], |row| {
                row.get(0)
            })
            .optional()
            .map_err(sqlite)?;
        let events = count(&self.db).map_err(sqlite)?;
        Ok(stored
            .as_deref()
            .and_then(Replica::parse)
            .filter(|replica| self.memory.matches(*replica, &self.place.database, events)))
    }

    pub(crate) fn remember(&self, replica: Replica, events: u64) -> Result<()> {
        self.memory
            .note(replica, &self.place.database, events)
            .map_err(|error| fault::file(&self.place.replicas, &error))
    }
}

/// How many events this replica has written.
pub(crate) fn count(db: &rusqlite::Connection) -> rusqlite::Result<u64> {
    let value: Option<String> = db
        .prepare_cached("SELECT value FROM local WHERE key='events'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(value.and_then(|value| value.parse().ok()).unwrap_or(0))
}

fn put_blob(tx: &Transaction<'_>, bytes: &[u8]) -> rusqlite::Result<BlobHash> {
    let hash = BlobHash::of(bytes);
    tx.prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?)")?
        .execute((hash.0, bytes))?;
    Ok(hash)
}

/// What the plan changes, with the values it takes the place of; `None` if it changes nothing.
fn assignments(
    tx: &Transaction<'_>,
    me: Actor,
    plan: &Plan,
) -> rusqlite::Result<Option<Vec<Assignment>>> {
    let mut out = Vec::with_capacity(plan.changes.len());
    let mut news = false;
    // Two values for one place in one event would have no order; what is said last counts.
    let last: HashMap<(&Entity, Field), usize> = plan
        .changes
        .iter()
        .enumerate()
        .map(|(at, change)| ((&change.entity, change.field), at))
        .collect();
    for (at, change) in plan.changes.iter().enumerate() {
        if last.get(&(&change.entity, change.field)) != Some(&at) {
            continue;
        }
        let Change {
            entity,
            field,
            value,
            repeat,
            salt,
        } = change;
        let heads = heads(tx, entity, *field, me)?;
        let value = match (salt, value) {
            (Some(salt), Json::Text(words)) if !words.is_empty() => {
                locked(tx, &heads, words, *salt)?
            }
            _ => inline_or_blob(tx, value)?,
        };
        let stands = match heads.as_slice() {
            [] => value == Json::Null || (value == Json::Bool(false) && *field != Field::Boundary),
            [(_, only)] => *only == value,
            _ => false,
        };
        if stands && !repeat {
            continue;
        }
        news |= !stands;
        out.push(Assignment {
            entity: entity.clone(),
            field: *field,
            value,
            replaces: heads.into_iter().map(|(id, _)| id).collect(),
        });
    }
    Ok((news && !out.is_empty()).then_some(out))
}

/// The current values that a new one by `me` takes the place of.
fn heads(
    tx: &Transaction<'_>,
    entity: &Entity,
    field: Field,
    me: Actor,
) -> rusqlite::Result<Vec<(EventId, Json)>> {
    let mut read = tx.prepare_cached("SELECT e.id, c.value, c.author FROM current c JOIN event e USING(n) WHERE c.entity = ? AND c.field = ? ORDER BY e.id")?;
    let mut rows = read.query((entity.to_string(), field.name()))?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, value, author): ([u8; 32], String, [u8; 32]) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        if field.scope() == Scope::Shared || author == me.0 {
            heads.push((
                EventId(id),
                Json::parse(value.as_bytes()).unwrap_or(Json::Null),
            ));
        }
    }
    Ok(heads)
}

/// Words that not everybody may read, by a blob of theirs: the one that stands there already if it
/// holds the same words, so that saying them again says nothing new.
fn locked(
    tx: &Transaction<'_>,
    heads: &[(EventId, Json)],
    words: &str,
    salt: [u8; protected::SALT_BYTES],
) -> rusqlite::Result<Json> {
    for (_, value) in heads {
        if let Some(hash) = protected::blob_of(value)
            && let Some(bytes) = project::blob(tx, hash)?
            && protected::unlock(&bytes) == Some(words)
        {
            return Ok(value.clone());
        }
    }
    let hash = put_blob(tx, &protected::lock(salt, words))?;
    Ok(protected::reference(hash))
}

fn inline_or_blob(tx: &Transaction<'_>, value: &Json) -> rusqlite::Result<Json> {
    let bytes = match value {
        Json::Text(text) => text.clone().into_bytes(),
        Json::Map(_) | Json::List(_) => value.to_string().into_bytes(),
        Json::Null | Json::Bool(_) | Json::Int(_) => return Ok(value.clone()),
    };
    if bytes.len() <= MAX_INLINE_BYTES {
        return Ok(value.clone());
    }
    Ok(Json::map([(
        "blob",
        Json::text(put_blob(tx, &bytes)?.to_string()),
    )]))
}

fn tip(tx: &Transaction<'_>, chain: &Chain) -> rusqlite::Result<Tip> {
    let row = tx
        .prepare_cached("WITH mine AS (SELECT c FROM chain WHERE name = ?) SELECT s.seq, e.id FROM step s JOIN event e USING(n) WHERE s.c = (SELECT c FROM mine) AND s.seq = (SELECT max(seq) FROM step WHERE c = (SELECT c FROM mine)) ORDER BY e.id DESC LIMIT 1")?
        .query_row([chain.to_string()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?)))
        .optional()?;
    Ok(row.map_or(Tip { seq: 0, head: None }, |(seq, head)| Tip {
        seq: u64::try_from(seq).unwrap_or(0),
        head: Some(EventId(head)),
    }))
}

/// Time of the next event of this replica: the wall clock, but later than all before.
fn next_time(tx: &Transaction<'_>, now_ms: u64) -> rusqlite::Result<u64> {
    let last: Option<String> = tx
        .prepare_cached("SELECT value FROM local WHERE key='last_ms'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let last: u64 = last.and_then(|value| value.parse().ok()).unwrap_or(0);
    Ok(now_ms.max(last + 1))
}

/// Cuts assignments into events that fit, in order.
fn chunks(acts: Vec<Assignment>) -> Vec<Act> {
    let mut out = Vec::new();
    let (mut known, mut bytes) = (Vec::new(), 0);
    for one in acts {
        let size = one.value.to_string().len() + 120 + 46 * (one.replaces.len() + 1) + 60;
        if bytes + size > MAX_BODY_BYTES - ENVELOPE_BYTES && !known.is_empty() {
            out.push(Act::Assign {
                known: std::mem::take(&mut known),
                unknown: 0,
            });
            bytes = 0;
        }
        bytes += size;
        known.push(one);
    }
    if !known.is_empty() {
        out.push(Act::Assign { known, unknown: 0 });
    }
    out
}

/// Writes a step's events and their projection.
fn write_events(
    tx: &Transaction<'_>,
    chain: Chain,
    label: &str,
    acts: Vec<Assignment>,
    now_ms: u64,
) -> Result<Step> {
    let entities = acts.iter().map(|one| one.entity.clone()).collect();
    write_acts(tx, chain, label, chunks(acts), now_ms).map(|step| Step { entities, ..step })
}

/// Writes acts as one step: one event each, naming the first.
pub(crate) fn write_acts(
    tx: &Transaction<'_>,
    chain: Chain,
    label: &str,
    acts: Vec<Act>,
    now_ms: u64,
) -> Result<Step> {
    let mut at = tip(tx, &chain).map_err(sqlite)?;
    let mut first: Option<(EventId, u64)> = None;
    let mut written = count(tx).map_err(sqlite)?;
    for act in acts {
        let time_ms = next_time(tx, now_ms).map_err(sqlite)?;
        let event = Event {
            chain: chain.clone(),
            seq: at.seq + 1,
            prev: at.head,
            time_ms,
            step: first.map(|(id, _)| id),
            label: label.to_owned(),
            act,
        };
        let body = event.to_body();
        if body.len() > MAX_BODY_BYTES {
            return Err(Error::new(
                Code::ValueRefused,
                "This step is longer than one event can hold.",
                "Do it in smaller steps.",
            ));
        }
        let id = EventId::of(time_ms, body.as_bytes());
        let work = || -> rusqlite::Result<()> {
            tx.prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")?
                .execute((id.0, body.as_bytes()))?;
            let n = tx.last_insert_rowid();
            tx.prepare_cached("INSERT OR REPLACE INTO local VALUES ('last_ms', ?)")?
                .execute([time_ms.to_string()])?;
            let spots = project::note(tx, n, id, &event)?;
            match &event.act {
                // Nothing refers to a new event yet, and it takes the place of what it names: no
                // need to look at everything that was ever said there.
                Act::Assign { known, .. } => known
                    .iter()
                    .try_for_each(|one| succeed(tx, &Fresh::new(n, id, chain.actor, one))),
                Act::Undo(_) | Act::Unknown => current::settle(tx, &spots),
            }
        };
        work().map_err(sqlite)?;
        written += 1;
        first = first.or(Some((id, time_ms)));
        at = Tip {
            seq: event.seq,
            head: Some(id),
        };
    }
    let (id, at_ms) =
        first.ok_or_else(|| Error::new(Code::Internal, "A step without events.", ""))?;
    tx.prepare_cached("INSERT OR REPLACE INTO local VALUES ('events', ?)")
        .and_then(|mut write| write.execute([written.to_string()]))
        .map_err(sqlite)?;
    Ok(Step {
        id,
        label: label.to_owned(),
        at_ms,
        entities: BTreeSet::new(),
    })
}

fn succeed(tx: &Transaction<'_>, one: &Fresh) -> rusqlite::Result<()> {
    for id in &one.replaces {
        tx.prepare_cached("DELETE FROM current WHERE entity = ? AND field = ? AND n = (SELECT n FROM event WHERE id = ?)")?.execute((&one.entity, one.field.name(), id.0))?;
    }
    current::put_fresh(tx, one)
}
