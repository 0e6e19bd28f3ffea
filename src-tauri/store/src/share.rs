//! A share: a new file that holds whole chains, sealed, with the blobs they speak of, and nothing
//! that is local. Filled in one read transaction; written whole or not at all.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::Path,
};

use ed25519_dalek::SigningKey;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use stet_core::{
    draft::TextHash,
    error::{Code, Error, Result},
    event::{Chain, Event},
    ids::{BlobHash, EventId},
    json::Json,
    schema::Entity,
    seal::{self, Seal},
};

use crate::{
    APPLICATION_ID, FORMAT_VERSION, Store,
    backup::sync,
    fault::{self, sqlite},
    open::restrict,
    project,
};

/// What a share holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Events in it.
    pub events: u64,
    /// Blobs in it.
    pub blobs: u64,
    /// Events left out because their author's key is not here and no seal covers them.
    pub unsealed: u64,
}

/// An event to be shared, as far as sealing needs it.
struct Row {
    n: i64,
    id: EventId,
    seq: u64,
    prev: Option<EventId>,
}

impl Store {
    /// Writes a share of `articles` (none named: all but the sample) to `out`, which must not
    /// exist. `keys` are the identities on this machine.
    ///
    /// # Errors
    /// `file-*`, `disk-full`: nothing lies at `out` then.
    pub fn share(
        &mut self,
        articles: &[TextHash],
        sample: Option<TextHash>,
        keys: &[SigningKey],
        out: &Path,
    ) -> Result<Shared> {
        if out.exists() {
            return Err(Error::new(
                Code::FileDenied,
                format!("{} is there already.", out.display()),
                "Choose another name; a share is always a new file.",
            ));
        }
        let part = out.with_extension("stet-part");
        let _ = std::fs::remove_file(&part);
        let outcome = self.fill(articles, sample, keys, &part);
        let shared = match outcome {
            Ok(shared) => shared,
            Err(error) => {
                let _ = std::fs::remove_file(&part);
                return Err(error);
            }
        };
        sync(&part)?;
        std::fs::rename(&part, out).map_err(|error| fault::file(out, &error))?;
        Ok(shared)
    }

    fn fill(
        &mut self,
        articles: &[TextHash],
        sample: Option<TextHash>,
        keys: &[SigningKey],
        part: &Path,
    ) -> Result<Shared> {
        let share = create(part)?;
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Deferred)
            .map_err(sqlite)?;
        let keys: HashMap<[u8; 32], &SigningKey> =
            keys.iter().map(|key| (seal::actor(key).0, key)).collect();
        let mut shared = Shared::default();
        let mut blobs: BTreeSet<BlobHash> = BTreeSet::new();
        let chains: Vec<(i64, String)> =
            all(&tx, "SELECT c, name FROM chain ORDER BY name", |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        share.execute_batch("BEGIN").map_err(sqlite)?;
        for (c, name) in chains {
            let Some(chain) =
                Chain::parse(&name).filter(|chain| is_wanted(&chain.about, articles, sample))
            else {
                continue;
            };
            let rows = chain_rows(&tx, c)?;
            let seals = match keys.get(&chain.actor.0) {
                Some(key) => tips(&rows)
                    .map(|row| seal::seal(key, &chain, row.seq, row.id))
                    .collect(),
                None => kept_seals(&tx, &name)?,
            };
            let covered = covered(&rows, &seals);
            // A seal kept from a merge that was undone speaks of events that are not shared.
            let seals: Vec<Seal> = seals
                .into_iter()
                .filter(|seal| covered.contains(&seal.head))
                .collect();
            for row in &rows {
                if !covered.contains(&row.id) {
                    shared.unsealed += 1;
                    continue;
                }
                let body: Vec<u8> = tx
                    .prepare_cached("SELECT body FROM event WHERE n = ?")
                    .and_then(|mut read| read.query_row([row.n], |row| row.get(0)))
                    .map_err(sqlite)?;
                share
                    .prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")
                    .and_then(|mut write| write.execute((row.id.0, &body)))
                    .map_err(sqlite)?;
                shared.events += 1;
                collect_blobs(&body, &mut blobs);
            }
            for seal in seals {
                let seq = i64::try_from(seal.seq).unwrap_or(i64::MAX);
                share
                    .prepare_cached("INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)")
                    .and_then(|mut write| {
                        write.execute((seal.chain, seq, seal.head.0, seal.signature))
                    })
                    .map_err(sqlite)?;
            }
        }
        for hash in blobs {
            let bytes: Vec<Vec<u8>> = all_with(
                &tx,
                "SELECT bytes FROM blob WHERE hash = ?",
                [hash.0],
                |row| row.get(0),
            )?;
            for bytes in bytes {
                share
                    .prepare_cached("INSERT INTO blob VALUES (?, ?)")
                    .and_then(|mut write| write.execute((hash.0, bytes)))
                    .map_err(sqlite)?;
                shared.blobs += 1;
            }
        }
        share.execute_batch("COMMIT").map_err(sqlite)?;
        Ok(shared)
    }
}

/// Library chains hold names of people only and go along always; the sample never does.
fn is_wanted(about: &str, articles: &[TextHash], sample: Option<TextHash>) -> bool {
    if about == Chain::LIBRARY {
        return true;
    }
    match TextHash::from_base64url(about) {
        Some(hash) => Some(hash) != sample && (articles.is_empty() || articles.contains(&hash)),
        None => articles.is_empty(),
    }
}

fn create(part: &Path) -> Result<Connection> {
    let share = Connection::open(part).map_err(sqlite)?;
    restrict(part)?;
    share.execute_batch(&format!("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT_VERSION};")).map_err(sqlite)?;
    share
        .execute_batch(include_str!("sql/shared.sql"))
        .map_err(sqlite)?;
    for (key, value) in [
        ("kind", "share".to_owned()),
        ("least_reader", FORMAT_VERSION.to_string()),
        ("least_writer", FORMAT_VERSION.to_string()),
        (
            "written_by",
            concat!("stet ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
    ] {
        share
            .execute("INSERT INTO meta VALUES (?, ?)", (key, value))
            .map_err(sqlite)?;
    }
    Ok(share)
}

fn chain_rows(tx: &Transaction<'_>, c: i64) -> Result<Vec<Row>> {
    let found: Vec<(i64, [u8; 32], Vec<u8>)> = all_with(
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
    all_with(
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

/// Blobs that a body speaks of, in whatever field, known or not: texts, and values kept as blobs.
pub(crate) fn collect_blobs(body: &[u8], into: &mut BTreeSet<BlobHash>) {
    let mut open = Vec::from_iter(Json::parse(body).ok());
    while let Some(value) = open.pop() {
        into.extend(project::blob_of(&value));
        if let Some(Entity::Draft(hash)) = value
            .get("entity")
            .and_then(Json::as_text)
            .and_then(Entity::parse)
        {
            into.insert(BlobHash(hash.0));
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
    map: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    all_with(tx, sql, [], map)
}

fn all_with<T>(
    tx: &Transaction<'_>,
    sql: &str,
    values: impl rusqlite::Params,
    map: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    tx.prepare_cached(sql)
        .and_then(|mut read| read.query_map(values, map)?.collect())
        .map_err(sqlite)
}
