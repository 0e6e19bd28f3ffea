//! The projection, step by step: which events stand, and the current value of every field. Only
//! what an event touches is looked at again; the result is the same as rebuilding.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension};
use stet_core::{
    event::{Act, Event},
    ids::{Actor, BlobHash, EventId},
    json::Json,
    linked,
    schema::{Entity, Field, Shape},
    state::{self, Given, Undone},
    strictest,
    view::Sensitivity,
};

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
/// spots to settle.
pub(crate) fn note(
    tx: &Connection,
    n: i64,
    id: EventId,
    event: &Event,
) -> rusqlite::Result<BTreeSet<Spot>> {
    let name = event.chain.to_string();
    let chain = tx
        .prepare_cached("SELECT c FROM chain WHERE name = ?")?
        .query_row([&name], |row| row.get::<_, i64>(0))
        .optional()?;
    let chain = match chain {
        Some(chain) => chain,
        None => {
            tx.prepare_cached("INSERT INTO chain(name, replica) VALUES (?, ?)")?
                .execute((&name, event.chain.replica.0))?;
            tx.last_insert_rowid()
        }
    };
    let kind = Kind::of(tx, event)?;
    tx.prepare_cached("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, 1)")?
        .execute((
            n,
            event.step.unwrap_or(id).0,
            chain,
            i64::try_from(event.seq).unwrap_or(i64::MAX),
            &event.label,
            kind as i64,
        ))?;
    let mut spots = BTreeSet::new();
    match &event.act {
        Act::Assign { known, .. } => {
            for one in known {
                let spot = (one.entity.to_string(), one.field.name().to_owned());
                tx.prepare_cached("INSERT INTO assigned VALUES (?, ?, ?)")?
                    .execute((&spot.0, &spot.1, n))?;
                spots.insert(spot);
            }
        }
        Act::Undo(targets) => {
            for target in targets {
                tx.prepare_cached("INSERT OR IGNORE INTO undone VALUES (?, ?)")?
                    .execute((target.0, n))?;
            }
            spots.extend(settle_activity(tx, targets)?);
        }
        Act::Unknown => {}
    }
    // An undo may have arrived before what it undoes.
    spots.extend(settle_activity(tx, &[id])?);
    let draft = TextHashBytes::of(event);
    if let Some(draft) = draft {
        let at = i64::try_from(event.time_ms).unwrap_or(i64::MAX);
        tx.prepare_cached("INSERT INTO worked VALUES (?1, ?2, ?3) ON CONFLICT(draft) DO UPDATE SET n = max(n, ?2), at_ms = max(at_ms, ?3)")?.execute((draft.0, n, at))?;
    }
    Ok(spots)
}

/// The text a chain is about.
struct TextHashBytes([u8; 32]);

impl TextHashBytes {
    fn of(event: &Event) -> Option<Self> {
        stet_core::ids::decode(&event.chain.about).map(Self)
    }
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

/// Events just read, so that one which gives hundreds of values is not read hundreds of times.
#[derive(Default)]
struct Recent {
    events: HashMap<i64, Option<Event>>,
}

impl Recent {
    /// How many are kept: each may be 64 KiB long.
    const MOST: usize = 256;

    fn event(&mut self, n: i64, body: &[u8]) -> Option<&Event> {
        if self.events.len() >= Self::MOST && !self.events.contains_key(&n) {
            self.events.clear();
        }
        let read = || Event::parse(body).ok();
        self.events.entry(n).or_insert_with(read).as_ref()
    }
}

/// Works out again what is current at `spots`.
pub(crate) fn settle<'s>(
    tx: &Connection,
    spots: impl IntoIterator<Item = &'s Spot>,
) -> rusqlite::Result<()> {
    let mut recent = Recent::default();
    spots
        .into_iter()
        .try_for_each(|spot| settle_one(tx, spot, &mut recent))
}

/// Works out again what is current at `spot`, from every assignment to it.
fn settle_one(tx: &Connection, spot: &Spot, recent: &mut Recent) -> rusqlite::Result<()> {
    let Some(entity) = Entity::parse(&spot.0) else {
        return Ok(());
    };
    let Some(field) = Field::parse(&entity, &spot.1) else {
        return Ok(());
    };
    let mut given: Vec<(i64, Given)> = Vec::new();
    let mut rows = tx.prepare_cached("SELECT n, e.id, e.body, s.active FROM assigned a JOIN event e USING(n) JOIN step s USING(n) WHERE a.entity = ? AND a.field = ?")?;
    let mut rows = rows.query((&spot.0, &spot.1))?;
    while let Some(row) = rows.next()? {
        let Some(event) = recent.event(row.get(0)?, row.get_ref(2)?.as_blob()?) else {
            continue;
        };
        let Act::Assign { known, .. } = &event.act else {
            continue;
        };
        let Some(one) = known
            .iter()
            .find(|one| one.entity == entity && one.field == field)
        else {
            continue;
        };
        given.push((
            row.get(0)?,
            Given {
                event: EventId(row.get(1)?),
                author: event.chain.actor,
                value: one.value.clone(),
                replaces: one.replaces.clone(),
                active: row.get(3)?,
            },
        ));
    }
    let only: Vec<Given> = given.iter().map(|(_, one)| one.clone()).collect();
    let heads = state::current(field, &only);
    tx.prepare_cached("DELETE FROM current WHERE entity = ? AND field = ?")?
        .execute((&spot.0, &spot.1))?;
    for head in heads {
        if let Some((n, _)) = given.iter().find(|(_, one)| one.event == head.event) {
            put(tx, *n, &entity, field, head.author, &head.value)?;
        }
    }
    Ok(())
}

/// Writes one current value.
pub(crate) fn put(
    tx: &Connection,
    n: i64,
    entity: &Entity,
    field: Field,
    author: Actor,
    value: &Json,
) -> rusqlite::Result<()> {
    let draft = match entity {
        Entity::Evidence(_) if field == Field::Link => linked(value).map(|(draft, _, _)| draft),
        _ => entity.draft(),
    };
    tx.prepare_cached("INSERT OR REPLACE INTO current VALUES (?, ?, ?, ?, ?, ?)")?
        .execute((
            entity.to_string(),
            field.name(),
            n,
            author.0,
            draft.map(|draft| draft.0),
            value.to_string(),
        ))?;
    Ok(())
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
