//! What is current: each place of the projection, from everything that was ever said there.

use rusqlite::Connection;
use stet_core::{
    event::{Act, Assignment, Event},
    ids::{Actor, EventId},
    json::Json,
    linked,
    schema::{Entity, Field},
    state::{self, Given},
};

use crate::project::Spot;

/// Ids, one after the other, as the projection keeps them.
pub(crate) fn joined(ids: &[EventId]) -> Vec<u8> {
    ids.iter().flat_map(|id| id.0).collect()
}

fn parted(ids: &[u8]) -> Vec<EventId> {
    ids.chunks_exact(32)
        .filter_map(EventId::from_slice)
        .collect()
}

/// Works out again what is current at `spots`.
pub(crate) fn settle<'s>(
    tx: &Connection,
    spots: impl IntoIterator<Item = &'s Spot>,
) -> rusqlite::Result<()> {
    for (entity, name) in spots {
        if let Some(field) = Entity::parse(entity).and_then(|entity| Field::parse(&entity, name)) {
            let given = given(tx, entity, field)?;
            resolve(tx, entity, field, given, &[])?;
        }
    }
    Ok(())
}

/// Everything that was ever said of a spot, without the values: those of what is current are known
/// already, or read where they are needed.
pub(crate) fn given(
    tx: &Connection,
    entity: &str,
    field: Field,
) -> rusqlite::Result<Vec<(i64, Given)>> {
    let mut read = tx.prepare_cached("SELECT a.n, e.id, c.name, a.replaces, s.active FROM assigned a CROSS JOIN event e USING(n) CROSS JOIN step s USING(n) CROSS JOIN chain c USING(c) WHERE a.entity = ? AND a.field = ?")?;
    let mut rows = read.query((entity, field.name()))?;
    let mut given = Vec::new();
    while let Some(row) = rows.next()? {
        let chain = row.get_ref(2)?.as_str()?;
        let Some(author) = chain.split('/').next().and_then(Actor::parse) else {
            continue;
        };
        given.push((
            row.get(0)?,
            Given {
                event: EventId(row.get(1)?),
                author,
                value: Json::Null,
                replaces: parted(row.get_ref(3)?.as_blob()?),
                active: row.get(4)?,
            },
        ));
    }
    Ok(given)
}

/// Makes current at a spot what of `given` is; the values of `fresh` are at hand. Returns what is
/// current.
pub(crate) fn resolve(
    tx: &Connection,
    entity: &str,
    field: Field,
    given: Vec<(i64, Given)>,
    fresh: &[Fresh],
) -> rusqlite::Result<Vec<i64>> {
    let (numbers, given): (Vec<i64>, Vec<Given>) = given.into_iter().unzip();
    let heads: Vec<i64> = state::current(field, &given)
        .iter()
        .filter_map(|head| {
            let at = given.iter().position(|one| one.event == head.event)?;
            numbers.get(at).copied()
        })
        .collect();
    let before: Vec<i64> = if !fresh.is_empty() && fresh.len() == given.len() {
        Vec::new()
    } else {
        tx.prepare_cached("SELECT n FROM current WHERE entity = ? AND field = ?")?
            .query_map((entity, field.name()), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?
    };
    for n in before.iter().filter(|n| !heads.contains(n)) {
        tx.prepare_cached("DELETE FROM current WHERE entity = ? AND field = ? AND n = ?")?
            .execute((entity, field.name(), n))?;
    }
    for n in heads.iter().filter(|n| !before.contains(n)) {
        match fresh.iter().find(|one| one.n == *n) {
            Some(one) => put_fresh(tx, one)?,
            None => put_again(tx, *n, entity, field)?,
        }
    }
    Ok(heads)
}

/// A value that an event gives, as it is going to be written.
pub(crate) struct Fresh {
    pub(crate) n: i64,
    /// The row of its chain; 0 until that is known.
    pub(crate) chain: i64,
    pub(crate) event: EventId,
    pub(crate) author: Actor,
    pub(crate) entity: String,
    pub(crate) field: Field,
    pub(crate) draft: Option<[u8; 32]>,
    pub(crate) value: String,
    pub(crate) replaces: Vec<EventId>,
}

impl Fresh {
    /// `n` is the event's row, once it has one.
    pub(crate) fn new(n: i64, event: EventId, author: Actor, one: &Assignment) -> Self {
        Self {
            n,
            chain: 0,
            event,
            author,
            entity: one.entity.to_string(),
            field: one.field,
            draft: draft_of(&one.entity, one.field, &one.value),
            value: one.value.to_string(),
            replaces: one.replaces.clone(),
        }
    }
}

/// The article that a value is about, where it is not found by its entity's name.
fn draft_of(entity: &Entity, field: Field, value: &Json) -> Option<[u8; 32]> {
    match entity {
        Entity::Evidence(_) if field == Field::Link => linked(value).map(|(draft, _, _)| draft.0),
        Entity::Draft(draft) => Some(draft.0),
        _ => None,
    }
}

/// Writes one current value.
pub(crate) fn put_fresh(tx: &Connection, one: &Fresh) -> rusqlite::Result<()> {
    tx.prepare_cached("INSERT OR REPLACE INTO current VALUES (?, ?, ?, ?, ?, ?)")?
        .execute((
            &one.entity,
            one.field.name(),
            one.n,
            one.author.0,
            one.draft,
            &one.value,
        ))?;
    Ok(())
}

/// Writes the value of an event that is here already.
fn put_again(tx: &Connection, n: i64, entity: &str, field: Field) -> rusqlite::Result<()> {
    let (id, body): ([u8; 32], Vec<u8>) = tx
        .prepare_cached("SELECT id, body FROM event WHERE n = ?")?
        .query_row([n], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let Ok(event) = Event::parse(&body) else {
        return Ok(());
    };
    let Act::Assign { known, .. } = event.act else {
        return Ok(());
    };
    let named = known
        .into_iter()
        .find(|one| one.field == field && one.entity.to_string() == entity);
    named.map_or(Ok(()), |one| {
        put_fresh(tx, &Fresh::new(n, EventId(id), event.chain.actor, &one))
    })
}
