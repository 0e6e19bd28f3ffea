//! The projection of many events at once: the same as step by step, in an order that suits the
//! disk. Events are noted as they come; every so many, what they touch is worked out, sorted, so
//! that neighbours are written together.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
};

use rusqlite::Connection;
use stet_core::{
    event::{Act, Event},
    ids::{Actor, EventId},
    json::Json,
    schema::{Concurrency, Field, Scope},
    state::Given,
    view::Standing,
};

use crate::{
    current::{Fresh, given, joined, put_fresh, resolve, settle},
    project::{self, settle_activity},
};

/// An event as it is going to be noted: what can be worked out without the database.
pub(crate) struct Ready {
    pub(crate) id: EventId,
    pub(crate) event: Event,
    chain: String,
    fresh: Vec<Fresh>,
}

impl Ready {
    pub(crate) fn new(id: EventId, event: Event) -> Self {
        let author = event.chain.actor;
        let fresh = match &event.act {
            Act::Assign { known, .. } => known
                .iter()
                .map(|one| Fresh::new(0, id, author, one))
                .collect(),
            Act::Undo(_) | Act::Unknown => Vec::new(),
        };
        Self {
            id,
            chain: event.chain.to_string(),
            event,
            fresh,
        }
    }
}

/// Events that are being noted.
pub(crate) struct Bulk<'t> {
    tx: &'t Connection,
    chains: HashMap<String, i64>,
    /// By chain.
    authors: HashMap<i64, Actor>,
    waiting: Vec<Fresh>,
    bytes: usize,
    /// New since the last look at what is undone.
    noted: Vec<(i64, EventId)>,
    undoing: Vec<EventId>,
    worked: HashMap<[u8; 32], (i64, i64)>,
    /// Places, by a hash, where what is current differs.
    differing: HashSet<u64>,
}

impl<'t> Bulk<'t> {
    /// Values that wait to be written together, and their bytes: what bounds the memory of it.
    const MOST: usize = 100_000;
    const MOST_BYTES: usize = 64 << 20;

    pub(crate) fn new(tx: &'t Connection) -> Self {
        Self {
            tx,
            chains: HashMap::new(),
            authors: HashMap::new(),
            waiting: Vec::new(),
            bytes: 0,
            noted: Vec::new(),
            undoing: Vec::new(),
            worked: HashMap::new(),
            differing: HashSet::new(),
        }
    }

    /// Notes the event of row `n`.
    pub(crate) fn note(&mut self, n: i64, ready: Ready) -> rusqlite::Result<()> {
        let Ready {
            id,
            event,
            chain,
            fresh,
        } = ready;
        let c = match self.chains.get(&chain) {
            Some(c) => *c,
            None => {
                let c = project::chain_row(self.tx, &chain, &event)?;
                self.chains.insert(chain, c);
                c
            }
        };
        project::note_step(self.tx, n, id, c, &event)?;
        self.noted.push((n, id));
        if let Act::Undo(targets) = &event.act {
            project::note_undone(self.tx, n, targets)?;
            self.undoing.extend(targets);
        }
        if let Some(draft) = project::draft_of(&event) {
            let at = i64::try_from(event.time_ms).unwrap_or(i64::MAX);
            let last = self.worked.entry(draft).or_insert((n, at));
            *last = (last.0.max(n), last.1.max(at));
        }
        for mut one in fresh {
            (one.n, one.chain) = (n, c);
            self.bytes += one.entity.len() + one.value.len() + one.replaces.len() * 32;
            self.waiting.push(one);
        }
        if self.waiting.len() >= Self::MOST || self.bytes >= Self::MOST_BYTES {
            self.write()?;
        }
        Ok(())
    }

    /// Writes what waits; returns at how many of the places that were touched people now differ.
    pub(crate) fn end(mut self) -> rusqlite::Result<u64> {
        self.write()?;
        Ok(self.differing.len() as u64)
    }

    /// Works out what waits.
    pub(crate) fn write(&mut self) -> rusqlite::Result<()> {
        for (draft, (n, at)) in self.worked.drain() {
            project::note_worked(self.tx, draft, n, at)?;
        }
        let mut waiting = std::mem::take(&mut self.waiting);
        self.bytes = 0;
        waiting.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        let (absent, elsewhere) = self.turned()?;
        for place in waiting.chunk_by(|a, b| a.field == b.field && a.entity == b.entity) {
            self.write_place(place, &absent)?;
        }
        // Values that wait no longer, whose standing an undo changed: after the rest, since all that
        // bears on them is there now.
        settle(self.tx, &elsewhere)?;
        for (entity, name) in &elsewhere {
            let field = stet_core::schema::Entity::parse(entity)
                .and_then(|entity| Field::parse(&entity, name));
            if let Some(field) = field {
                self.look(entity, field)?;
            }
        }
        Ok(())
    }

    /// Which of the events just noted are undone, and the places where undoing changed what stands.
    fn turned(&mut self) -> rusqlite::Result<(HashSet<i64>, BTreeSet<project::Spot>)> {
        let (noted, mut targets) = (
            std::mem::take(&mut self.noted),
            std::mem::take(&mut self.undoing),
        );
        let any: bool = self
            .tx
            .query_row("SELECT EXISTS(SELECT 1 FROM undone)", [], |row| row.get(0))?;
        if !any {
            return Ok((HashSet::new(), BTreeSet::new()));
        }
        // An undo may have come before what it undoes.
        let mut early = Vec::new();
        for (n, id) in noted {
            let named: bool = self
                .tx
                .prepare_cached("SELECT EXISTS(SELECT 1 FROM undone WHERE target = ?)")?
                .query_row([id.0], |row| row.get(0))?;
            if named {
                targets.push(id);
                early.push(n);
            }
        }
        let spots = settle_activity(self.tx, &targets)?;
        let mut absent = HashSet::new();
        for n in early {
            let active: bool = self
                .tx
                .prepare_cached("SELECT active FROM step WHERE n = ?")?
                .query_row([n], |row| row.get(0))?;
            if !active {
                absent.insert(n);
            }
        }
        Ok((absent, spots))
    }

    /// Works out one place, of which `place` is what is new.
    fn write_place(&mut self, place: &[Fresh], absent: &HashSet<i64>) -> rusqlite::Result<()> {
        let Some(first) = place.first() else {
            return Ok(());
        };
        // Of what is a checker's own, others' values neither replace nor are replaced.
        let is_own = first.field.scope() == Scope::Checker;
        let said = self.said(&first.entity, first.field)?;
        let is_new_place = said.is_empty();
        let touches = |author: &Actor| !is_own || place.iter().any(|one| one.author == *author);
        let mut all = if said.iter().any(touches) {
            given(self.tx, &first.entity, first.field)?
        } else {
            Vec::new()
        };
        let mut put = self
            .tx
            .prepare_cached("INSERT INTO assigned VALUES (?, ?, ?, ?, ?)")?;
        for one in place {
            put.execute((
                &one.entity,
                one.field.name(),
                one.n,
                one.chain,
                joined(&one.replaces),
            ))?;
        }
        if is_new_place && place.len() == 1 && !absent.contains(&first.n) {
            return put_fresh(self.tx, first);
        }
        all.extend(place.iter().map(|one| {
            let given = Given {
                event: one.event,
                author: one.author,
                value: Json::Null,
                replaces: one.replaces.clone(),
                active: !absent.contains(&one.n),
            };
            (one.n, given)
        }));
        let heads = resolve(self.tx, &first.entity, first.field, all, place)?;
        if is_new_place && agree(self.tx, place, &heads)? {
            return Ok(());
        }
        self.look(&first.entity, first.field)
    }

    /// Who has said something at a place before.
    fn said(&mut self, entity: &str, field: Field) -> rusqlite::Result<Vec<Actor>> {
        let mut read = self
            .tx
            .prepare_cached("SELECT DISTINCT c FROM assigned WHERE entity = ? AND field = ?")?;
        let mut rows = read.query((entity, field.name()))?;
        let mut said = Vec::new();
        while let Some(row) = rows.next()? {
            let c: i64 = row.get(0)?;
            let author = match self.authors.get(&c) {
                Some(author) => *author,
                None => {
                    let name: String = self
                        .tx
                        .prepare_cached("SELECT name FROM chain WHERE c = ?")?
                        .query_row([c], |row| row.get(0))?;
                    let author = name.split('/').next().and_then(Actor::parse);
                    // As everywhere: a chain of nobody says nothing.
                    let Some(author) = author else { continue };
                    self.authors.insert(c, author);
                    author
                }
            };
            said.push(author);
        }
        Ok(said)
    }

    /// Finds out whether people differ at a place: two tags on one span, two values in one shared
    /// field.
    fn look(&mut self, entity: &str, field: Field) -> rusqlite::Result<()> {
        // A decision is about tags: the two are one place.
        let field = match field {
            Field::Adjudication => Field::Judgement,
            field => field,
        };
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let place = hasher.hash_one((entity, field.name()));
        if differs(self.tx, entity, field)? {
            self.differing.insert(place);
        } else {
            self.differing.remove(&place);
        }
        Ok(())
    }
}

/// Whether all that stands of a new place gives one tag, as nearly everywhere: then people do not
/// differ there, unless somebody decided otherwise before.
fn agree(tx: &Connection, place: &[Fresh], heads: &[i64]) -> rusqlite::Result<bool> {
    let mut standing = place.iter().filter(|one| heads.contains(&one.n));
    let Some(first) = standing.next() else {
        return Ok(false);
    };
    if first.field != Field::Judgement {
        return Ok(false);
    }
    let tag = tag_of(&first.value);
    let same = |one: &Fresh| one.value == first.value || tag_of(&one.value) == tag;
    Ok(tag.is_some() && standing.all(same) && !is_decided(tx, &first.entity)?)
}

/// The tag of a judgement as it is written down.
fn tag_of(value: &str) -> Option<String> {
    // Nearly all end with it, keys being sorted. Within a text its quotes would be escaped.
    if let Some((before, tag)) = value
        .strip_suffix("\"}")
        .and_then(|value| value.rsplit_once("\"tag\":\""))
        && before.ends_with(['{', ','])
        && !tag.contains(['"', '\\'])
    {
        return Some(tag.to_owned());
    }
    let value = Json::parse(value.as_bytes()).ok()?;
    value.get("tag").and_then(Json::as_text).map(str::to_owned)
}

fn is_decided(tx: &Connection, entity: &str) -> rusqlite::Result<bool> {
    tx.prepare_cached(
        "SELECT EXISTS(SELECT 1 FROM current WHERE entity = ? AND field = 'adjudication')",
    )?
    .query_row([entity], |row| row.get(0))
}

fn key(one: &Fresh) -> (&str, &str, i64) {
    (&one.entity, one.field.name(), one.n)
}

fn differs(tx: &Connection, entity: &str, field: Field) -> rusqlite::Result<bool> {
    if field.concurrency() == Concurrency::Observation
        || (field.scope() == Scope::Checker && field != Field::Judgement)
    {
        return Ok(false);
    }
    let values: Vec<String> = tx
        .prepare_cached("SELECT value FROM current WHERE entity = ? AND field = ?")?
        .query_map((entity, field.name()), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if field == Field::Judgement {
        // Where all give one tag there is nothing to ask, and that is nearly everywhere.
        let mut tags = values.iter().map(|value| tag_of(value));
        let first = tags.next().flatten();
        let same = first.is_some() && tags.all(|tag| tag == first);
        return Ok((!same || is_decided(tx, entity)?) && is_open(tx, entity)?);
    }
    let Some(first) = values.first() else {
        return Ok(false);
    };
    if values.iter().all(|value| value == first) {
        return Ok(false);
    }
    let distinct: BTreeSet<Json> = values
        .iter()
        .filter_map(|value| Json::parse(value.as_bytes()).ok())
        .collect();
    Ok(distinct.len() > 1)
}

/// Whether checkers differ on a span, and nobody has decided.
fn is_open(tx: &Connection, entity: &str) -> rusqlite::Result<bool> {
    let mut read = tx.prepare_cached("SELECT k.entity, k.field, e.id, k.author, k.value FROM current k JOIN event e USING(n) WHERE k.entity = ? AND k.field IN ('judgement', 'adjudication')")?;
    let mut rows = read.query([entity])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        heads.extend(crate::read::head(tx, row)?);
    }
    Ok(stet_core::adjudication::shown(heads) == Standing::Disagreement)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_what_is_written() {
        let table = [
            (r#"{"tag":"verified"}"#, Some("verified")),
            (r#"{"finding":"so","tag":"disputed"}"#, Some("disputed")),
            (
                r#"{"finding":"\"tag\":\"verified\"}","tag":"disputed"}"#,
                Some("disputed"),
            ),
            (r#"{"finding":"\"tag\":\"verified"}"#, None),
            (r#"{"finding":"so","tag":null}"#, None),
            (r#"{"tag":"verified","zeal":"high"}"#, Some("verified")),
            (r#"{"more":{"tag":"verified"}}"#, None),
            ("null", None),
        ];
        for (value, tag) in table {
            assert_eq!(tag_of(value).as_deref(), tag, "{value}");
        }
    }
}
