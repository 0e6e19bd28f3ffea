//! Undo and redo: events like any other, so they last, are shared and merge. Order: own steps of
//! this replica, newest first; merges done here stand among them as local records.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Transaction};
use stet_core::{
    error::{Code, Error, Result},
    event::{Act, Chain, Event},
    ids::{Actor, EventId, Replica},
    schema::Entity,
};

use crate::{Step, Store, append, built_on, fault::sqlite, rebuild};

/// Back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Undo.
    Back,
    /// Redo.
    Forth,
}

/// What the next undo or redo would be about.
struct Candidate {
    n: i64,
    /// Rows of the event table to name, and the chain they stand in.
    what: What,
    label: String,
}

/// Whose steps are gone through: a database may be written by several checkers in turn.
struct Own {
    me: Actor,
    replica: Replica,
}

enum What {
    Step { id: Vec<u8>, chain: String },
    Import(i64),
}

impl Store {
    /// The step that [`Self::step_back_or_forth`] would undo or redo, in words.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn next_label(&self, direction: Direction) -> Result<Option<String>> {
        let tx = self.db.unchecked_transaction().map_err(sqlite)?;
        let own = Own {
            me: self.me,
            // A copy has steps of its own only once it has written.
            replica: self.matching_replica()?.unwrap_or(self.place.fresh),
        };
        Ok(candidate(&tx, &own, direction)
            .map_err(sqlite)?
            .map(|found| found.label))
    }

    /// Undoes the newest own step or merge done here, or redoes what was undone last.
    ///
    /// # Errors
    /// `undo-nothing`; `undo-declined` where somebody has built on it: nothing changed then.
    pub fn step_back_or_forth(&mut self, direction: Direction, now_ms: u64) -> Result<Step> {
        let replica = self.replica_for_writing()?;
        let me = self.me;
        let (step, events) = self.write_or_refuse(|tx| {
            let found = candidate(tx, &Own { me, replica }, direction)
                .map_err(sqlite)?
                .ok_or_else(|| nothing(direction))?;
            let step = match &found.what {
                What::Import(import) => turn_import(tx, *import, direction, &found.label, now_ms)?,
                What::Step { id, chain } => {
                    let mut events = events_of(tx, id).map_err(sqlite)?;
                    // Anybody can name this step in an event of his; that does not make it part of it.
                    events.retain(|(_, event)| event.chain.to_string() == *chain);
                    if direction == Direction::Back {
                        built_on::check_unbuilt(tx, &events, chain)?;
                    }
                    let about = Chain::parse(chain)
                        .map(|chain| chain.about)
                        .unwrap_or_default();
                    let verb = if direction == Direction::Back {
                        "undid"
                    } else {
                        "redid"
                    };
                    let label = format!("{verb}: {}", found.label);
                    let entities = touched(tx, &events, direction).map_err(sqlite)?;
                    let ids = events.iter().map(|(id, _)| *id).collect();
                    let step = append::write_acts(
                        tx,
                        Chain {
                            actor: me,
                            replica,
                            about,
                        },
                        &label,
                        vec![Act::Undo(ids)],
                        now_ms,
                    )?;
                    Step { entities, ..step }
                }
            };
            Ok((step, append::count(tx).map_err(sqlite)?))
        })?;
        self.remember(replica, events)?;
        Ok(step)
    }
}

fn nothing(direction: Direction) -> Error {
    match direction {
        Direction::Back => Error::new(
            Code::UndoNothing,
            "There is nothing to undo.",
            "Undo goes through your own steps in this database, newest first.",
        ),
        Direction::Forth => Error::new(
            Code::UndoNothing,
            "There is nothing to redo.",
            "Redo goes until the next new step.",
        ),
    }
}

fn candidate(
    tx: &Transaction<'_>,
    own: &Own,
    direction: Direction,
) -> rusqlite::Result<Option<Candidate>> {
    let mine = format!("{}/*", own.me);
    // The newest steps are looked at first (CROSS JOIN keeps that order), and none but those after
    // `n`: it must not take longer the more there are.
    let step = |sql: &str, n: i64| {
        tx.prepare_cached(sql)?
            .query_row((n, own.replica.0, &mine), |row| {
                Ok(Candidate {
                    n: row.get(0)?,
                    what: What::Step {
                        id: row.get(1)?,
                        chain: row.get(2)?,
                    },
                    label: row.get(3)?,
                })
            })
            .optional()
    };
    match direction {
        Direction::Back => {
            let step = step(
                "SELECT s.n, coalesce(s.step, (SELECT id FROM event e WHERE e.n = s.n)), c.name, s.label FROM step s CROSS JOIN chain c USING(c) WHERE s.n > ? AND c.replica = ? AND c.name GLOB ? AND s.kind = 0 AND s.active = 1 ORDER BY s.n DESC LIMIT 1",
                0,
            )?;
            let import = tx
                .prepare_cached(
                    "SELECT i, after_n, label FROM import WHERE undone = 0 ORDER BY i DESC LIMIT 1",
                )?
                .query_row([], |row| {
                    Ok(Candidate {
                        n: row.get(1)?,
                        what: What::Import(row.get(0)?),
                        label: row.get(2)?,
                    })
                })
                .optional()?;
            Ok(later(step, import))
        }
        Direction::Forth => {
            let newest: i64 = tx
                .prepare_cached("SELECT s.n FROM step s CROSS JOIN chain c USING(c) WHERE c.replica = ? AND c.name GLOB ? AND s.kind = 0 ORDER BY s.n DESC LIMIT 1")?
                .query_row((own.replica.0, &mine), |row| row.get(0))
                .optional()?
                .unwrap_or(0);
            let newest_import: i64 = tx
                .prepare_cached("SELECT coalesce(max(after_n), 0) FROM import WHERE undone = 0")?
                .query_row([], |row| row.get(0))?;
            let import = undone_import(tx, newest.max(newest_import))?;
            let step = step(
                "SELECT s.n, coalesce(s.step, (SELECT id FROM event e WHERE e.n = s.n)), c.name, substr(s.label, 8) FROM step s CROSS JOIN chain c USING(c) WHERE s.n > ? AND c.replica = ? AND c.name GLOB ? AND s.kind = 1 AND s.active = 1 ORDER BY s.n DESC LIMIT 1",
                newest.max(newest_import),
            )?;
            Ok(later(step, import))
        }
    }
}

/// The undone merge that redo would bring back: the last one undone, unless something new came
/// after that. `undone` holds the newest row at the time of undoing.
fn undone_import(tx: &Transaction<'_>, newest: i64) -> rusqlite::Result<Option<Candidate>> {
    tx.prepare_cached("SELECT i, undone, label FROM import WHERE undone > 0 AND undone >= ? ORDER BY undone DESC, i LIMIT 1")?.query_row([newest], |row| {
        Ok(Candidate { n: row.get(1)?, what: What::Import(row.get(0)?), label: row.get(2)? })
    })
    .optional()
}

fn later(a: Option<Candidate>, b: Option<Candidate>) -> Option<Candidate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.n >= a.n { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// The events of a step.
fn events_of(tx: &Transaction<'_>, step: &[u8]) -> rusqlite::Result<Vec<(EventId, Event)>> {
    let mut read = tx.prepare_cached(
        "SELECT e.id, e.body FROM step s JOIN event e USING(n) WHERE s.step = ?1 OR (s.n = (SELECT n FROM event WHERE id = ?1) AND s.step IS NULL) ORDER BY s.n",
    )?;
    let rows = read.query_map([step], |row| {
        Ok((EventId(row.get(0)?), row.get::<_, Vec<u8>>(1)?))
    })?;
    let mut events = Vec::new();
    for row in rows {
        let (id, body) = row?;
        if let Ok(event) = Event::parse(&body) {
            events.push((id, event));
        }
    }
    Ok(events)
}

/// The entities that undoing or redoing these events may change.
fn touched(
    tx: &Transaction<'_>,
    events: &[(EventId, Event)],
    direction: Direction,
) -> rusqlite::Result<BTreeSet<Entity>> {
    let mut entities = BTreeSet::new();
    for (_, event) in events {
        match &event.act {
            Act::Assign { known, .. } => {
                entities.extend(known.iter().map(|one| one.entity.clone()))
            }
            Act::Undo(targets) if direction == Direction::Forth => {
                for target in targets {
                    entities.extend(touched(tx, &events_of(tx, &target.0)?, Direction::Back)?);
                }
            }
            Act::Undo(_) | Act::Unknown => {}
        }
    }
    Ok(entities)
}

/// Sets the events of a merge aside locally, or takes them back.
fn turn_import(
    tx: &Transaction<'_>,
    import: i64,
    direction: Direction,
    label: &str,
    now_ms: u64,
) -> Result<Step> {
    let numbers: Vec<i64> = tx
        .prepare("SELECT n FROM imported WHERE i = ? ORDER BY n")
        .and_then(|mut read| read.query_map([import], |row| row.get(0))?.collect())
        .map_err(sqlite)?;
    let back = direction == Direction::Back;
    if back && built_on::import_built_on(tx, import).map_err(sqlite)? {
        return Err(Error::new(
            Code::UndoDeclined,
            format!("“{label}” was not undone: later steps of yours build on what it brought."),
            "Undo those first, or keep the merge.",
        ));
    }
    let mut entities = BTreeSet::new();
    for n in &numbers {
        let body: Vec<u8> = tx
            .prepare_cached("SELECT body FROM event WHERE n = ?")
            .and_then(|mut read| read.query_row([n], |row| row.get(0)))
            .map_err(sqlite)?;
        if let Ok(Event {
            act: Act::Assign { known, .. },
            ..
        }) = Event::parse(&body)
        {
            entities.extend(known.into_iter().map(|one| one.entity));
        }
    }
    let newest: i64 = tx
        .query_row("SELECT coalesce(max(n), 0) FROM event", [], |row| {
            row.get(0)
        })
        .map_err(sqlite)?;
    tx.execute(
        "UPDATE import SET undone = ? WHERE i = ?",
        (if back { newest.max(1) } else { 0 }, import),
    )
    .map_err(sqlite)?;
    rebuild::hide_or_show(tx, &numbers, !back)?;
    let verb = if back { "undid" } else { "redid" };
    Ok(Step {
        id: EventId([0; 32]),
        label: format!("{verb}: {label}"),
        at_ms: now_ms,
        entities,
    })
}
