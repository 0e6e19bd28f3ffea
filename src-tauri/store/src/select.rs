//! What of a database is handed to others: whole chains of some articles, sealed, and the blobs
//! they speak of. A share file and the record in a report hold the same.

use std::collections::{BTreeSet, HashMap, HashSet};

use ed25519_dalek::SigningKey;
use rusqlite::Transaction;
use stet_core::{
    draft::TextHash,
    error::Result,
    event::{Chain, Event},
    ids::{Actor, BlobHash, EventId},
    json::Json,
    protected,
    schema::{Entity, Field},
    seal::{self, Seal},
};

use crate::{fault::sqlite, project};

/// What is to be handed over.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The articles; none named: all but the sample.
    pub articles: &'a [TextHash],
    /// The sample, which is never handed over.
    pub sample: Option<TextHash>,
    /// The identities on this machine, who seal what is theirs.
    pub keys: &'a [SigningKey],
    /// Whether what protected sources are called goes along.
    pub names: bool,
    /// Whether the files go along from which articles were read.
    pub captures: bool,
    /// A note to the receiver, at most [`crate::MAX_NOTE_BYTES`]; or empty.
    pub note: &'a str,
}

impl<'a> Wanted<'a> {
    /// Everything, but not what protected sources are called.
    #[must_use]
    pub const fn all(keys: &'a [SigningKey]) -> Self {
        Self {
            articles: &[],
            sample: None,
            keys,
            names: false,
            captures: true,
            note: "",
        }
    }
}

/// An event to be shared, as far as sealing needs it.
struct Row {
    n: i64,
    id: EventId,
    seq: u64,
    prev: Option<EventId>,
}

/// What was chosen: its seals, and its events in the order of their chains.
pub(crate) struct Selected {
    events: Vec<(EventId, i64)>,
    pub(crate) seals: Vec<Seal>,
    /// Events left out because their author's key is not here and no seal covers them.
    pub(crate) unsealed: u64,
    /// Protected words that go along.
    open: Open,
    captures: bool,
    /// The articles and the checkers whose chains they are.
    pub(crate) abouts: BTreeSet<String>,
    pub(crate) actors: BTreeSet<Actor>,
}

/// Blobs that events speak of.
pub(crate) struct Spoken {
    /// Those that go along.
    pub(crate) wanted: BTreeSet<BlobHash>,
    /// Files from which articles were read, in `wanted` or not.
    pub(crate) captures: BTreeSet<BlobHash>,
    /// Words of protected sources, in `wanted` or not.
    pub(crate) locked: BTreeSet<BlobHash>,
}

/// Which protected words are handed over.
enum Open {
    /// All of them.
    All,
    /// Those of sources that are protected no longer.
    These(BTreeSet<BlobHash>),
}

impl Selected {
    /// Chooses, within one transaction.
    pub(crate) fn new(tx: &Transaction<'_>, wanted: &Wanted<'_>) -> Result<Self> {
        let keys: HashMap<[u8; 32], &SigningKey> = wanted
            .keys
            .iter()
            .map(|key| (seal::actor(key).0, key))
            .collect();
        let chains: Vec<(i64, String)> =
            all(tx, "SELECT c, name FROM chain ORDER BY name", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let mut selected = Self {
            events: Vec::new(),
            seals: Vec::new(),
            unsealed: 0,
            open: if wanted.names {
                Open::All
            } else {
                Open::These(no_longer_protected(tx).map_err(sqlite)?)
            },
            captures: wanted.captures,
            abouts: BTreeSet::new(),
            actors: BTreeSet::new(),
        };
        for (c, name) in chains {
            let Some(chain) = Chain::parse(&name).filter(|chain| is_wanted(&chain.about, wanted))
            else {
                continue;
            };
            let rows = chain_rows(tx, c)?;
            let seals = match keys.get(&chain.actor.0) {
                Some(key) => tips(&rows)
                    .map(|row| seal::seal(key, &chain, row.seq, row.id))
                    .collect(),
                None => kept_seals(tx, &name)?,
            };
            let covered = covered(&rows, &seals);
            // A seal kept from a merge that was undone speaks of events that are not shared.
            let seals = seals
                .into_iter()
                .filter(|seal| covered.contains(&seal.head));
            selected.seals.extend(seals);
            if !covered.is_empty() {
                selected.abouts.insert(chain.about.clone());
                selected.actors.insert(chain.actor);
            }
            for row in &rows {
                if covered.contains(&row.id) {
                    selected.events.push((row.id, row.n));
                } else {
                    selected.unsealed += 1;
                }
            }
        }
        Ok(selected)
    }

    /// Gives each event's id and body to `take`, and tells which blobs they speak of.
    pub(crate) fn events(
        &self,
        tx: &Transaction<'_>,
        mut take: impl FnMut(EventId, Vec<u8>) -> Result<()>,
    ) -> Result<Spoken> {
        let (mut blobs, mut locked) = (BTreeSet::new(), BTreeSet::new());
        let mut captures = BTreeSet::new();
        for (id, n) in &self.events {
            let body: Vec<u8> = tx
                .prepare_cached("SELECT body FROM event WHERE n = ?")
                .and_then(|mut read| read.query_row([n], |row| row.get(0)))
                .map_err(sqlite)?;
            let read = Vec::from_iter(Json::parse(&body).ok());
            collect(read, &mut blobs, &mut locked, &mut captures);
            take(*id, body)?;
        }
        // A text file may be what it says to the byte: as a text it goes along in any case.
        captures.retain(|hash| !blobs.contains(hash));
        if self.captures {
            blobs.extend(&captures);
        }
        match &self.open {
            Open::All => blobs.extend(&locked),
            Open::These(open) => blobs.extend(locked.intersection(open)),
        }
        Ok(Spoken {
            wanted: blobs,
            captures,
            locked,
        })
    }
}

/// The bytes of those blobs that are here, in order.
pub(crate) fn each_blob(
    tx: &Transaction<'_>,
    blobs: &BTreeSet<BlobHash>,
    mut take: impl FnMut(BlobHash, Vec<u8>) -> Result<()>,
) -> Result<()> {
    for hash in blobs {
        let bytes: Vec<Vec<u8>> = all(
            tx,
            "SELECT bytes FROM blob WHERE hash = ?",
            [hash.0],
            |row| row.get(0),
        )?;
        bytes.into_iter().try_for_each(|bytes| take(*hash, bytes))?;
    }
    Ok(())
}

/// The words of sources that were protected and are no longer.
fn no_longer_protected(tx: &Transaction<'_>) -> rusqlite::Result<BTreeSet<BlobHash>> {
    let mut open = BTreeSet::new();
    let mut read =
        tx.prepare(r#"SELECT entity, value FROM current WHERE value LIKE '{"protected"%'"#)?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let (entity, value): (String, String) = (row.get(0)?, row.get(1)?);
        let hash = Json::parse(value.as_bytes())
            .ok()
            .and_then(|value| protected::blob_of(&value));
        let (Some(hash), Some(entity)) = (hash, Entity::parse(&entity)) else {
            continue;
        };
        if !project::is_protected(tx, &entity)? {
            open.insert(hash);
        }
    }
    Ok(open)
}

/// Library chains belong to no article and go along always; the sample never does.
fn is_wanted(about: &str, wanted: &Wanted<'_>) -> bool {
    if about == Chain::LIBRARY {
        return true;
    }
    match TextHash::from_base64url(about) {
        Some(hash) => {
            Some(hash) != wanted.sample
                && (wanted.articles.is_empty() || wanted.articles.contains(&hash))
        }
        None => wanted.articles.is_empty(),
    }
}

fn chain_rows(tx: &Transaction<'_>, c: i64) -> Result<Vec<Row>> {
    let found: Vec<(i64, [u8; 32], Vec<u8>)> = all(
        tx,
        "SELECT n, e.id, e.body FROM step s JOIN event e USING(n) WHERE s.c = ? ORDER BY s.seq, e.id",
        [c],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(found
        .into_iter()
        .filter_map(|(n, id, body)| {
            let event = Event::parse(&body).ok()?;
            (EventId::of(event.time_ms, &body).0 == id).then_some(Row {
                n,
                id: EventId(id),
                seq: event.seq,
                prev: event.prev,
            })
        })
        .collect())
}

/// Events that no other names as the one before: the ends of branches, and of pieces where
/// something was lost.
fn tips(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let named: HashSet<EventId> = rows.iter().filter_map(|row| row.prev).collect();
    rows.iter().filter(move |row| !named.contains(&row.id))
}

fn covered(rows: &[Row], seals: &[Seal]) -> HashSet<EventId> {
    let by_id: HashMap<EventId, &Row> = rows.iter().map(|row| (row.id, row)).collect();
    let mut covered = HashSet::new();
    for seal in seals {
        let mut at = Some(seal.head);
        while let Some(row) = at.and_then(|id| by_id.get(&id)) {
            if !covered.insert(row.id) {
                break;
            }
            at = row.prev;
        }
    }
    covered
}

fn kept_seals(tx: &Transaction<'_>, chain: &str) -> Result<Vec<Seal>> {
    all(
        tx,
        "SELECT chain, seq, head, signature FROM seal WHERE chain = ?",
        [chain],
        |row| {
            Ok(Seal {
                chain: row.get(0)?,
                seq: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0),
                head: EventId(row.get(2)?),
                signature: row.get(3)?,
            })
        },
    )
}

/// Blobs that a body speaks of, in whatever field, known or not: texts and values kept as blobs;
/// beside them those of protected words.
pub(crate) fn collect_blobs(
    body: &[u8],
    into: &mut BTreeSet<BlobHash>,
    locked: &mut BTreeSet<BlobHash>,
) {
    if let Ok(body) = Json::parse(body) {
        collect_in(body, into, locked);
    }
}

/// The same, of what was read already.
pub(crate) fn collect_in(
    value: Json,
    into: &mut BTreeSet<BlobHash>,
    locked: &mut BTreeSet<BlobHash>,
) {
    let mut captures = BTreeSet::new();
    collect(vec![value], into, locked, &mut captures);
    into.append(&mut captures);
}

/// The same, with the files from which articles were read apart.
fn collect(
    mut open: Vec<Json>,
    into: &mut BTreeSet<BlobHash>,
    locked: &mut BTreeSet<BlobHash>,
    captures: &mut BTreeSet<BlobHash>,
) {
    while let Some(value) = open.pop() {
        into.extend(project::blob_of(&value));
        locked.extend(protected::blob_of(&value));
        let entity = value
            .get("entity")
            .and_then(Json::as_text)
            .and_then(Entity::parse);
        if let Some(Entity::Draft(hash)) = entity {
            into.insert(BlobHash(hash.0));
            if value.get("field").and_then(Json::as_text) == Some(Field::Original.name())
                && let Some(file) = value
                    .get("value")
                    .and_then(|value| value.get("sha256"))
                    .and_then(project::blob_of)
            {
                captures.insert(file);
                continue;
            }
        }
        match value {
            Json::List(list) => open.extend(list),
            Json::Map(map) => open.extend(map.into_values()),
            Json::Null | Json::Bool(_) | Json::Int(_) | Json::Text(_) => {}
        }
    }
}

fn all<T>(
    tx: &Transaction<'_>,
    sql: &str,
    values: impl rusqlite::Params,
    map: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    tx.prepare_cached(sql)
        .and_then(|mut read| read.query_map(values, map)?.collect())
        .map_err(sqlite)
}
