//! A second opinion: what a set of events means, worked out from the definitions by plain
//! recursion over everything, slowly, without a projection and without the code under test.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use rusqlite::{Connection, OpenFlags};
use stet_core::{
    event::{Act, Event},
    ids::EventId,
    schema::Scope,
};

/// Events by id.
pub type Events = BTreeMap<EventId, Event>;

/// All events in a database file, as bytes: id and body, those of undone merges too.
///
/// # Panics
/// If the file cannot be read.
#[must_use]
pub fn rows(database: &Path) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let db = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .expect("a database");
    let mut read = db.prepare("SELECT id, body FROM event").expect("events");
    let rows = read
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("events");
    rows.collect::<Result<_, _>>().expect("events")
}

/// The readable among these rows.
#[must_use]
pub fn events(rows: &BTreeMap<Vec<u8>, Vec<u8>>) -> Events {
    rows.values()
        .filter_map(|body| {
            Event::parse(body)
                .ok()
                .map(|event| (EventId::of(event.time_ms, body), event))
        })
        .collect()
}

/// Whether an event stands: no standing undo of its author names it.
#[must_use]
pub fn stands(events: &Events, id: EventId) -> bool {
    let Some(event) = events.get(&id) else {
        return false;
    };
    !events.iter().any(|(undo, by)| {
        matches!(&by.act, Act::Undo(targets) if targets.contains(&id))
            && by.chain.actor == event.chain.actor
            && stands(events, *undo)
    })
}

/// What was said of one place: each event, what it replaces there, whose value it is.
type Said<'e> = BTreeMap<EventId, (&'e Event, &'e [EventId], Scope)>;

/// Current values: (entity, field) to the events that give them.
#[must_use]
pub fn current(events: &Events) -> BTreeMap<(String, &'static str), BTreeSet<EventId>> {
    let mut places: BTreeMap<(String, &'static str), Said<'_>> = BTreeMap::new();
    for (id, event) in events {
        let Act::Assign { known, .. } = &event.act else {
            continue;
        };
        for one in known {
            places
                .entry((one.entity.to_string(), one.field.name()))
                .or_default()
                .insert(*id, (event, &one.replaces, one.field.scope()));
        }
    }
    let mut out = BTreeMap::new();
    for (place, given) in places {
        let reaches = |from: EventId, to: EventId| {
            let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
            while let Some(id) = open.pop() {
                let Some((event, links, scope)) = given.get(&id) else {
                    continue;
                };
                for link in *links {
                    let Some((other, ..)) = given.get(link) else {
                        continue;
                    };
                    let counts = *scope == Scope::Shared || other.chain.actor == event.chain.actor;
                    if counts && seen.insert(*link) {
                        open.push(*link);
                    }
                }
            }
            seen.contains(&to)
        };
        let standing: Vec<EventId> = given
            .keys()
            .copied()
            .filter(|id| stands(events, *id))
            .collect();
        let heads: BTreeSet<EventId> = standing
            .iter()
            .copied()
            .filter(|id| !standing.iter().any(|other| reaches(*other, *id)))
            .collect();
        if !heads.is_empty() {
            out.insert(place, heads);
        }
    }
    out
}

/// What the store says is current, from its dump.
///
/// # Panics
/// If the dump is not what it should be.
#[must_use]
pub fn dumped(dump: &str) -> BTreeMap<(String, String), BTreeSet<String>> {
    let dump: serde_json::Value = serde_json::from_str(dump).expect("a dump is JSON");
    let mut out: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for value in dump["values"].as_array().expect("values") {
        let text = |key: &str| value[key].as_str().expect("a text").to_owned();
        out.entry((text("entity"), text("field")))
            .or_default()
            .insert(text("event"));
    }
    out
}
