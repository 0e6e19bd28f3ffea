//! Whether somebody has built on a step or a merge: then it is not undone.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, ToSql, Transaction};
use stet_core::{
    error::{Code, Error, Result},
    event::{Act, Event},
    ids::EventId,
    schema::{Entity, Field},
};

use crate::fault::sqlite;

/// Refuses to undo what somebody else, or this checker on another machine, has built on: replaced
/// a value of it, or worked on the article it brought.
pub(crate) fn check_unbuilt(
    tx: &Transaction<'_>,
    events: &[(EventId, Event)],
    chain: &str,
) -> Result<()> {
    for (id, event) in events {
        let Act::Assign { known, .. } = &event.act else {
            continue;
        };
        for one in known {
            let elsewhere = built_on(tx, *id, &one.entity, one.field, chain).map_err(sqlite)?;
            let visited = one.field == Field::Segmentation
                && worked_on(tx, *id, &one.entity, chain).map_err(sqlite)?;
            if elsewhere || visited {
                return Err(Error::new(
                    Code::UndoDeclined,
                    format!(
                        "“{}” was not undone: somebody has built on it since.",
                        event.label
                    ),
                    "Make a new step instead; theirs stays as it is.",
                ));
            }
        }
    }
    Ok(())
}

fn built_on(
    tx: &Transaction<'_>,
    id: EventId,
    entity: &Entity,
    field: Field,
    chain: &str,
) -> rusqlite::Result<bool> {
    let mut read = tx.prepare_cached(
        "SELECT e.body FROM assigned a JOIN event e USING(n) JOIN step s USING(n) JOIN chain c USING(c) WHERE a.entity = ? AND a.field = ? AND s.active = 1 AND c.name <> ?",
    )?;
    let rows = read.query_map((entity.to_string(), field.name(), chain), |row| {
        row.get::<_, Vec<u8>>(0)
    })?;
    for body in rows {
        if let Ok(Event {
            act: Act::Assign { known, .. },
            ..
        }) = Event::parse(&body?)
            && known.iter().any(|one| {
                one.entity == *entity && one.field == field && one.replaces.contains(&id)
            })
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether others' work on the article came after the event that brought it: what lay there before
/// was not built on it, and undoing leaves it as it was.
fn worked_on(
    tx: &Transaction<'_>,
    id: EventId,
    entity: &Entity,
    chain: &str,
) -> rusqlite::Result<bool> {
    let Some(draft) = entity.draft() else {
        return Ok(false);
    };
    // Of a text: what is kept under it, and what begins with its name.
    let others = |about: &str, from: &dyn ToSql, to: &dyn ToSql| {
        tx.prepare_cached(&format!(
            "SELECT EXISTS(SELECT 1 FROM current k JOIN step s USING(n) JOIN chain c USING(c)
             WHERE {about} AND k.entity <> ?3 AND c.name <> ?4 AND k.n > (SELECT n FROM event WHERE id = ?5))"
        ))?
        .query_row((from, to, entity.to_string(), chain, id.0), |row| {
            row.get::<_, bool>(0)
        })
    };
    if others("k.draft = ?1 AND ?2", &draft.0, &true)? {
        return Ok(true);
    }
    for kind in ["span", "boundary", "reading"] {
        let name = draft.base64url();
        let (from, to) = (format!("{kind}/{name}/"), format!("{kind}/{name}0"));
        if others("k.entity > ?1 AND k.entity < ?2", &from, &to)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether an event that came later by other ways names one that the merge brought, or works on
/// an article that only it brought.
pub(crate) fn import_built_on(tx: &Transaction<'_>, import: i64) -> rusqlite::Result<bool> {
    let brought: HashSet<[u8; 32]> = tx
        .prepare("SELECT e.id FROM imported i JOIN event e USING(n) WHERE i.i = ?")?
        .query_map([import], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let texts: HashSet<[u8; 32]> = tx
        .prepare("SELECT k.draft FROM current k JOIN imported i USING(n) WHERE i.i = ? AND k.field = 'segmentation'")?
        .query_map([import], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut read = tx.prepare("SELECT e.body FROM event e JOIN import m ON m.i = ?1 WHERE e.n > m.after_n AND e.n NOT IN (SELECT n FROM imported WHERE i = ?1)")?;
    let mut rows = read.query([import])?;
    while let Some(row) = rows.next()? {
        let body: Vec<u8> = row.get(0)?;
        let Ok(event) = Event::parse(&body) else {
            continue;
        };
        let names = match &event.act {
            Act::Assign { known, .. } => known.iter().any(|one| {
                one.replaces.iter().any(|id| brought.contains(&id.0))
                    || one
                        .entity
                        .draft()
                        .is_some_and(|draft| texts.contains(&draft.0))
            }),
            Act::Undo(targets) => targets.iter().any(|id| brought.contains(&id.0)),
            Act::Unknown => false,
        };
        let id_undone = || undone(tx, &body, &event);
        if names && !id_undone()? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn undone(tx: &Transaction<'_>, body: &[u8], event: &Event) -> rusqlite::Result<bool> {
    let id = EventId::of(event.time_ms, body);
    let active: Option<bool> = tx
        .prepare_cached("SELECT s.active FROM event e JOIN step s USING(n) WHERE e.id = ?")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    Ok(active != Some(true))
}
