//! Reading the projection: articles, people, steps.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Row};
use stet_core::{
    article::Article,
    draft::TextHash,
    error::{Code, Error, Result},
    event::Chain,
    head::Head,
    ids::{Actor, EventId, EvidenceId, SourceId, encode},
    json::Json,
    linked,
    people::People,
    protected, reading,
    schema::{Entity, Field},
    time,
    view::{Counts, StepView},
};

use crate::{
    Store,
    fault::{self, sqlite},
    project,
};

/// An article of the library, as far as it is known without reading its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Its text.
    pub hash: TextHash,
    /// When it was first imported here or elsewhere, milliseconds since 1970.
    pub imported_at_ms: u64,
    /// When it was last worked on.
    pub worked_at_ms: u64,
    /// The last event about it: whoever caches what he made of it compares this.
    pub newest: i64,
}

/// A step and the sentences it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// As the log shows it.
    pub view: StepView,
    /// Whether it stands.
    pub active: bool,
}

/// A key, as far as its steps are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthorRow {
    /// The key.
    pub actor: Actor,
    /// Steps.
    pub steps: u64,
    /// When the last was made, by its author's clock, milliseconds since 1970.
    pub last_ms: u64,
}

/// Something that was said of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// By which event.
    pub event: EventId,
    /// By whom.
    pub author: Actor,
    /// Of which field.
    pub field: Field,
    /// What.
    pub value: Json,
    /// What it takes the place of.
    pub replaces: Vec<EventId>,
    /// Whether it stands, or was undone.
    pub active: bool,
}

const COLUMNS: &str = "k.entity, k.field, e.id, k.author, k.value";

impl Store {
    /// Everybody who has a name here, read by this checker.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn people(&self) -> Result<People> {
        let heads = self.heads("k.entity >= 'person/' AND k.entity < 'person0'", [])?;
        Ok(People::new(Some(self.me), &heads))
    }

    /// Everybody whose steps are here, by key.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn authors(&self) -> Result<Vec<AuthorRow>> {
        let work = || -> rusqlite::Result<Vec<AuthorRow>> {
            let mut read = self.db.prepare_cached(
                "SELECT c.name, (SELECT count(*) FROM step s WHERE s.c = c.c AND s.step IS NULL), (SELECT e.id FROM step s JOIN event e USING(n) WHERE s.c = c.c ORDER BY s.seq DESC, e.id DESC LIMIT 1) FROM chain c WHERE EXISTS(SELECT 1 FROM step s WHERE s.c = c.c)",
            )?;
            let mut rows = read.query([])?;
            let mut authors: BTreeMap<Actor, AuthorRow> = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let name: String = row.get(0)?;
                let Some(actor) = Chain::parse(&name).map(|chain| chain.actor) else {
                    continue;
                };
                let steps = u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
                let last_ms = EventId(row.get(2)?).time_ms();
                let author = authors.entry(actor).or_insert(AuthorRow {
                    actor,
                    steps: 0,
                    last_ms: 0,
                });
                author.steps += steps;
                author.last_ms = author.last_ms.max(last_ms);
            }
            Ok(authors.into_values().collect())
        };
        work().map_err(sqlite)
    }

    pub(crate) fn heads(
        &self,
        condition: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<Head>> {
        let sql =
            format!("SELECT {COLUMNS} FROM current k JOIN event e USING(n) WHERE {condition}");
        let work = || -> rusqlite::Result<Vec<Head>> {
            let mut read = self.db.prepare_cached(&sql)?;
            let mut rows = read.query(values)?;
            let mut heads = Vec::new();
            while let Some(row) = rows.next()? {
                heads.extend(head(&self.db, row)?);
            }
            Ok(heads)
        };
        work().map_err(sqlite)
    }

    /// The current values of one entity.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn heads_of(&self, entity: &Entity) -> Result<Vec<Head>> {
        self.heads("k.entity = ?", [entity.to_string()])
    }

    /// Every current link of the evidence that is used in a text, also those that lead elsewhere or
    /// take it away.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn links_of(&self, hash: TextHash) -> Result<Vec<Head>> {
        self.heads(
            "k.field = 'link' AND k.entity IN (SELECT entity FROM current WHERE draft = ? AND field = 'link')",
            [hash.0],
        )
    }

    /// The texts that the checker at work reads blind now.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn read_blind(&self) -> Result<BTreeSet<TextHash>> {
        let readings = self.heads("k.entity >= 'reading/' AND k.entity < 'reading0'", [])?;
        Ok(reading::read_blind(readings, self.me))
    }

    /// An article as the checker at work may see it: without others' work while he reads it blind.
    ///
    /// # Errors
    /// As for [`Self::whole_article`].
    pub fn article(&self, hash: TextHash) -> Result<Article> {
        Ok(self.whole_article(hash)?.seen_by(self.me))
    }

    /// An article as it stands.
    ///
    /// # Errors
    /// `article-unknown`; `database-damaged` if its text is missing or altered.
    pub fn whole_article(&self, hash: TextHash) -> Result<Article> {
        let mut heads = self.heads("k.draft = ?", [hash.0])?;
        for kind in ["span", "boundary", "reading"] {
            // What begins with the text's name: a slash is followed by a zero.
            let (from, to) = (
                format!("{kind}/{}/", hash.base64url()),
                format!("{kind}/{}0", hash.base64url()),
            );
            heads.extend(self.heads("k.entity > ? AND k.entity < ?", [from, to])?);
        }
        if !heads.iter().any(|head| head.field == Field::Segmentation) {
            return Err(Error::new(
                Code::ArticleUnknown,
                format!("No article {hash} is here."),
                "stet articles lists them.",
            ));
        }
        let mut evidence: BTreeSet<EvidenceId> = BTreeSet::new();
        let mut sources: BTreeSet<SourceId> = BTreeSet::new();
        for head in &heads {
            if let (Entity::Evidence(id), Some((_, _, source))) =
                (&head.entity, linked(&head.value))
            {
                evidence.insert(*id);
                sources.insert(source);
            }
        }
        for id in evidence {
            heads.extend(self.heads(
                "k.entity = ? AND k.field <> 'link'",
                [Entity::Evidence(id).to_string()],
            )?);
        }
        for id in sources {
            heads.extend(self.heads_of(&Entity::Source(id))?);
        }
        let text = self.text(hash)?;
        Article::new(hash, text, heads)
            .ok_or_else(|| fault::damaged("an article's text and sentences do not fit together"))
    }

    fn text(&self, hash: TextHash) -> Result<String> {
        let bytes: Option<Vec<u8>> = self
            .db
            .prepare_cached("SELECT bytes FROM blob WHERE hash = ?")
            .and_then(|mut read| read.query_row([hash.0], |row| row.get(0)).optional())
            .map_err(sqlite)?;
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        text.ok_or_else(|| fault::damaged("an article's text is missing"))
    }

    /// The articles, last worked on first.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn drafts(&self) -> Result<Vec<DraftRow>> {
        let work = || -> rusqlite::Result<Vec<DraftRow>> {
            let mut read = self.db.prepare_cached(
                "SELECT k.draft, min(e.id), w.at_ms, w.n FROM current k JOIN event e USING(n) JOIN worked w USING(draft)
                 WHERE k.entity >= 'draft/' AND k.entity < 'draft0' AND k.field = 'segmentation' GROUP BY k.draft ORDER BY w.at_ms DESC, k.draft",
            )?;
            let rows = read.query_map([], |row| {
                Ok(DraftRow {
                    hash: TextHash(row.get(0)?),
                    imported_at_ms: EventId(row.get(1)?).time_ms(),
                    worked_at_ms: u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0),
                    newest: row.get(3)?,
                })
            })?;
            rows.collect()
        };
        work().map_err(sqlite)
    }

    /// Counts that were kept for an article, if nothing happened to it since.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn kept_summary(&self, row: &DraftRow) -> Result<Option<String>> {
        self.db
            .prepare_cached("SELECT value FROM summary WHERE draft = ? AND n = ?")
            .and_then(|mut read| {
                read.query_row((row.hash.0, row.newest), |row| row.get(0))
                    .optional()
            })
            .map_err(sqlite)
    }

    /// Keeps counts for the library. A cache: failing to is no harm.
    pub fn keep_summary(&mut self, row: &DraftRow, value: &str) {
        let _ = self.db.execute(
            "INSERT OR REPLACE INTO summary VALUES (?, ?, ?)",
            (row.hash.0, row.newest, value),
        );
    }

    /// What was kept of a text under these words, which say what made it.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn kept_annotations(&self, draft: TextHash, made_by: &str) -> Result<Option<String>> {
        self.db
            .prepare_cached("SELECT value FROM annotation WHERE draft = ? AND made_by = ?")
            .and_then(|mut read| {
                read.query_row((draft.0, made_by), |row| row.get(0))
                    .optional()
            })
            .map_err(sqlite)
    }

    /// Keeps what the language rules pointed out in a text. A cache: failing to is no harm.
    pub fn keep_annotations(&mut self, draft: TextHash, made_by: &str, value: &str) {
        let _ = self.db.execute(
            "INSERT OR REPLACE INTO annotation VALUES (?, ?, ?)",
            (draft.0, made_by, value),
        );
    }

    /// Steps, newest first: all, or those about one article; at most `limit`.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn steps(&self, about: Option<TextHash>, limit: u32) -> Result<Vec<StepRow>> {
        let people = self.people()?;
        let blind = self.read_blind()?;
        let work = || -> rusqlite::Result<Vec<StepRow>> {
            let mut read = self.db.prepare_cached(
                "SELECT e.id, s.label, c.name, s.active FROM step s JOIN event e USING(n) JOIN chain c USING(c)
                 WHERE s.step IS NULL AND (?1 IS NULL OR c.name LIKE '%/' || ?1) ORDER BY e.id DESC LIMIT ?2",
            )?;
            let rows = read.query_map((about.map(|hash| hash.base64url()), limit), |row| {
                let (id, chain): ([u8; 32], String) = (row.get(0)?, row.get(2)?);
                let chain = Chain::parse(&chain);
                let hidden = chain.as_ref().is_some_and(|chain| {
                    let about = TextHash::from_base64url(&chain.about);
                    chain.actor != self.me && about.is_some_and(|hash| blind.contains(&hash))
                });
                if hidden {
                    return Ok(None);
                }
                let checker = chain
                    .map(|chain| people.name(chain.actor))
                    .unwrap_or_default();
                let view = StepView {
                    step: encode(&id),
                    label: row.get(1)?,
                    at: time::iso(EventId(id).time_ms()),
                    checker,
                };
                Ok(Some(StepRow {
                    view,
                    active: row.get(3)?,
                }))
            })?;
            rows.filter_map(rusqlite::Result::transpose).collect()
        };
        work().map_err(sqlite)
    }

    /// Everything that was ever said of a span, oldest first, with whether it stands.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn said_of(&self, entity: &Entity) -> Result<Vec<Said>> {
        let work = || -> rusqlite::Result<Vec<_>> {
            let mut read = self.db.prepare_cached("SELECT e.id, e.body, s.active FROM assigned a JOIN event e USING(n) JOIN step s USING(n) WHERE a.entity = ? GROUP BY a.n ORDER BY e.id")?;
            let mut rows = read.query([entity.to_string()])?;
            let mut said = Vec::new();
            while let Some(row) = rows.next()? {
                let body: Vec<u8> = row.get(1)?;
                let Ok(event) = stet_core::event::Event::parse(&body) else {
                    continue;
                };
                let stet_core::event::Act::Assign { known, .. } = event.act else {
                    continue;
                };
                for one in known.into_iter().filter(|one| one.entity == *entity) {
                    let value = fetched(&self.db, one.field, one.value)?;
                    said.push(Said {
                        event: EventId(row.get(0)?),
                        author: event.chain.actor,
                        field: one.field,
                        value,
                        replaces: one.replaces,
                        active: row.get(2)?,
                    });
                }
            }
            Ok(said)
        };
        work().map_err(sqlite)
    }

    /// Counts of an article for the library, from the cache or anew.
    ///
    /// # Errors
    /// As for [`Self::article`].
    pub fn counts(&self, hash: TextHash, people: &People) -> Result<Counts> {
        Ok(self.article(hash)?.counts(people))
    }

    /// Number of events.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn event_count(&self) -> Result<u64> {
        self.db
            .query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0))
            .map(|count| u64::try_from(count).unwrap_or(0))
            .map_err(sqlite)
    }
}

/// A row of `current` joined with its event, in the order of [`COLUMNS`].
pub(crate) fn head(db: &Connection, row: &Row<'_>) -> rusqlite::Result<Option<Head>> {
    let (entity, field, value): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(4)?);
    let Some(entity) = Entity::parse(&entity) else {
        return Ok(None);
    };
    let Some(field) = Field::parse(&entity, &field) else {
        return Ok(None);
    };
    let value = fetched(
        db,
        field,
        Json::parse(value.as_bytes()).unwrap_or(Json::Null),
    )?;
    Ok(Some(Head {
        entity,
        field,
        event: EventId(row.get(2)?),
        author: Actor(row.get(3)?),
        value,
    }))
}

/// The value itself where it is kept as a blob; nothing if a long value was altered. A protected
/// one that was withheld stays what it is, a reference.
fn fetched(db: &Connection, field: Field, value: Json) -> rusqlite::Result<Json> {
    if let Some(hash) = protected::blob_of(&value) {
        let bytes = project::blob(db, hash)?;
        let words = bytes.as_deref().and_then(protected::unlock);
        return Ok(words.map_or(value, Json::text));
    }
    let Some(hash) = project::blob_of(&value) else {
        return Ok(value);
    };
    Ok(project::blob(db, hash)?.map_or(Json::Null, |bytes| {
        project::value_of_blob(field.shape(), bytes)
    }))
}
