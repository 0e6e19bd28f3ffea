//! The projection, step by step: which events stand, and the current value of every field. Only
//! what an event touches is looked at again; the result is the same as rebuilding.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use stet_core::{
    event::{Act, Event},
    ids::{Actor, BlobHash, EventId},
    json::Json,
    linked,
    schema::{Entity, Field, Shape},
    state::Undone,
    strictest,
    view::Sensitivity,
};

use crate::current::joined;

/// What kind of step an event belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Gives values: can be undone.
    Does = 0,
    /// Undoes.
    Undoes = 1,
    /// Undoes an undoing.
    Redoes = 2,
    /// A checker's name: not a step of work.
    Names = 3,
}

impl Kind {
    fn of(tx: &Connection, event: &Event) -> rusqlite::Result<Self> {
        Ok(match &event.act {
            Act::Undo(targets) => {
                let kind = |id: &EventId| {
                    tx.prepare_cached(
                        "SELECT s.kind FROM event e JOIN step s USING(n) WHERE e.id = ?",
                    )?
                    .query_row([id.0], |row| row.get::<_, i64>(0))
                    .optional()
                };
                match targets.first().map(kind).transpose()?.flatten() {
                    Some(1) => Self::Redoes,
                    _ => Self::Undoes,
                }
            }
            Act::Assign { known, .. }
                if !known.is_empty()
                    && known
                        .iter()
                        .all(|one| matches!(one.entity, Entity::Person(_))) =>
            {
                Self::Names
            }
            Act::Assign { .. } | Act::Unknown => Self::Does,
        })
    }
}

/// One place of the projection: an entity and a field, as stored.
pub(crate) type Spot = (String, String);

/// Notes an event whose row `n` is new: its step, what it touches, what it undoes. Returns the
/// spots to settle. (For many at once there is [`crate::bulk`].)
pub(crate) fn note(
    tx: &Connection,
    n: i64,
    id: EventId,
    event: &Event,
) -> rusqlite::Result<BTreeSet<Spot>> {
    let chain = chain_row(tx, &event.chain.to_string(), event)?;
    note_step(tx, n, id, chain, event)?;
    let mut spots = BTreeSet::new();
    match &event.act {
        Act::Assign { known, .. } => {
            for one in known {
                let spot = (one.entity.to_string(), one.field.name().to_owned());
                tx.prepare_cached("INSERT INTO assigned VALUES (?, ?, ?, ?, ?)")?
                    .execute((&spot.0, &spot.1, n, chain, joined(&one.replaces)))?;
                spots.insert(spot);
            }
        }
        Act::Undo(targets) => {
            note_undone(tx, n, targets)?;
            spots.extend(settle_activity(tx, targets)?);
        }
        Act::Unknown => {}
    }
    // An undo may have arrived before what it undoes.
    spots.extend(settle_activity(tx, &[id])?);
    if let Some(draft) = draft_of(event) {
        let at = i64::try_from(event.time_ms).unwrap_or(i64::MAX);
        note_worked(tx, draft, n, at)?;
    }
    Ok(spots)
}

/// The row of an event's chain, whose name is `name`; made if it is new.
pub(crate) fn chain_row(tx: &Connection, name: &str, event: &Event) -> rusqlite::Result<i64> {
    let chain = tx
        .prepare_cached("SELECT c FROM chain WHERE name = ?")?
        .query_row([name], |row| row.get::<_, i64>(0))
        .optional()?;
    if let Some(chain) = chain {
        return Ok(chain);
    }
    tx.prepare_cached("INSERT INTO chain(name, replica) VALUES (?, ?)")?
        .execute((name, event.chain.replica.0))?;
    Ok(tx.last_insert_rowid())
}

/// The step that an event is or belongs to.
pub(crate) fn note_step(
    tx: &Connection,
    n: i64,
    id: EventId,
    chain: i64,
    event: &Event,
) -> rusqlite::Result<()> {
    let kind = Kind::of(tx, event)?;
    tx.prepare_cached("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, 1)")?
        .execute((
            n,
            event.step.filter(|step| *step != id).map(|step| step.0),
            chain,
            i64::try_from(event.seq).unwrap_or(i64::MAX),
            &event.label,
            kind as i64,
        ))?;
    Ok(())
}

/// What an undo names.
pub(crate) fn note_undone(tx: &Connection, n: i64, targets: &[EventId]) -> rusqlite::Result<()> {
    for target in targets {
        tx.prepare_cached("INSERT OR IGNORE INTO undone VALUES (?, ?)")?
            .execute((target.0, n))?;
    }
    Ok(())
}

/// That an article was worked on.
pub(crate) fn note_worked(
    tx: &Connection,
    draft: [u8; 32],
    n: i64,
    at_ms: i64,
) -> rusqlite::Result<()> {
    tx.prepare_cached("INSERT INTO worked VALUES (?1, ?2, ?3) ON CONFLICT(draft) DO UPDATE SET n = max(n, ?2), at_ms = max(at_ms, ?3)")?
        .execute((draft, n, at_ms))?;
    Ok(())
}

/// The text that an event's chain is about.
pub(crate) fn draft_of(event: &Event) -> Option<[u8; 32]> {
    stet_core::ids::decode(&event.chain.about)
}

/// Finds out again which of `events` (and of those they undo) stand, and returns the spots whose
/// assignments changed their standing.
pub(crate) fn settle_activity(
    tx: &Connection,
    events: &[EventId],
) -> rusqlite::Result<BTreeSet<Spot>> {
    let mut spots = BTreeSet::new();
    let mut open: Vec<EventId> = events.to_vec();
    while let Some(id) = open.pop() {
        let row = tx
            .prepare_cached(
                "SELECT s.n, s.active, e.body FROM event e JOIN step s USING(n) WHERE e.id = ?",
            )?
            .query_row([id.0], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, bool>(1)?,
                    row.get::<_, Vec<u8>>(2)?,
                ))
            })
            .optional()?;
        let Some((n, was_active, body)) = row else {
            continue;
        };
        let Ok(event) = Event::parse(&body) else {
            continue;
        };
        let active = undone_around(tx, id)?.is_active(id, event.chain.actor);
        if active == was_active {
            continue;
        }
        tx.prepare_cached("UPDATE step SET active = ? WHERE n = ?")?
            .execute((active, n))?;
        match event.act {
            Act::Assign { known, .. } => spots.extend(
                known
                    .into_iter()
                    .map(|one| (one.entity.to_string(), one.field.name().to_owned())),
            ),
            Act::Undo(targets) => open.extend(targets),
            Act::Unknown => {}
        }
    }
    Ok(spots)
}

/// All undo events that bear on whether `event` stands.
fn undone_around(tx: &Connection, event: EventId) -> rusqlite::Result<Undone> {
    let mut undone = Undone::default();
    let mut seen = BTreeSet::from([event]);
    let mut open = vec![event];
    while let Some(target) = open.pop() {
        let mut undos = tx.prepare_cached("SELECT e.id, c.name FROM undone u JOIN event e USING(n) JOIN step s USING(n) JOIN chain c USING(c) WHERE u.target = ?")?;
        let mut rows = undos.query([target.0])?;
        while let Some(row) = rows.next()? {
            let (id, chain): ([u8; 32], String) = (row.get(0)?, row.get(1)?);
            let Some(actor) = chain.split('/').next().and_then(Actor::parse) else {
                continue;
            };
            undone.note(target, EventId(id), actor);
            if seen.insert(EventId(id)) {
                open.push(EventId(id));
            }
        }
    }
    Ok(undone)
}

/// The blob that stands for a long value, if `value` is such a reference.
pub(crate) fn blob_of(value: &Json) -> Option<BlobHash> {
    match value {
        Json::Map(map) if map.len() == 1 => map
            .get("blob")
            .and_then(Json::as_text)
            .and_then(BlobHash::parse),
        _ => None,
    }
}

/// Whether the source that this is, or that this evidence is of, is protected now: where people
/// differ the strictest holds.
pub(crate) fn is_protected(tx: &Connection, entity: &Entity) -> rusqlite::Result<bool> {
    let current = |entity: &Entity, field: Field| -> rusqlite::Result<Vec<Json>> {
        tx.prepare_cached("SELECT value FROM current WHERE entity = ? AND field = ?")?
            .query_map((entity.to_string(), field.name()), |row| {
                row.get::<_, String>(0)
            })?
            .map(|value| Ok(Json::parse(value?.as_bytes()).unwrap_or(Json::Null)))
            .collect()
    };
    let sources: Vec<Entity> = match entity {
        Entity::Source(_) => vec![entity.clone()],
        Entity::Evidence(_) => current(entity, Field::Link)?
            .iter()
            .filter_map(linked)
            .map(|(_, _, source)| Entity::Source(source))
            .collect(),
        _ => Vec::new(),
    };
    for source in sources {
        let said = current(&source, Field::Sensitivity)?;
        if strictest(said.iter()) == Sensitivity::Protected {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The bytes of a blob; nothing if it was withheld or altered.
pub(crate) fn blob(tx: &Connection, hash: BlobHash) -> rusqlite::Result<Option<Vec<u8>>> {
    let bytes: Option<Vec<u8>> = tx
        .prepare_cached("SELECT bytes FROM blob WHERE hash = ?")?
        .query_row([hash.0], |row| row.get(0))
        .optional()?;
    Ok(bytes.filter(|bytes| BlobHash::of(bytes) == hash))
}

/// The bytes of a blob as the value of a field.
pub(crate) fn value_of_blob(shape: Shape, bytes: Vec<u8>) -> Json {
    match shape {
        Shape::Text => String::from_utf8(bytes).map_or(Json::Null, Json::Text),
        Shape::Object | Shape::Bool => Json::parse(&bytes).unwrap_or(Json::Null),
    }
}
