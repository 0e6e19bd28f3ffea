//! Sources: all of them, what is said of one, and which steps name it in plain words.

use std::collections::{BTreeMap, BTreeSet};

use stet_core::{
    error::Result,
    event::{Act, Event},
    ids::{EventId, EvidenceId, SourceId},
    json::Json,
    linked,
    plan::SourceText,
    schema::{Entity, Field},
    source_text,
};

use crate::{Store, fault::sqlite, project};

/// Which source is used where.
const LINKS: &str = "k.entity >= 'evidence/' AND k.entity < 'evidence0' AND k.field = 'link'";

impl Store {
    /// Sources that are used, each with the number of its uses, last used first.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn sources(&self) -> Result<Vec<(SourceText, u32)>> {
        let mut used: BTreeMap<SourceId, (EventId, u32)> = BTreeMap::new();
        let blind = self.read_blind()?;
        for head in self.links()? {
            if let Some((draft, _, source)) = linked(&head.value)
                && (head.author == self.me || !blind.contains(&draft))
            {
                let entry = used.entry(source).or_insert((head.event, 0));
                *entry = (entry.0.max(head.event), entry.1 + 1);
            }
        }
        let mut order: Vec<(SourceId, (EventId, u32))> = used.into_iter().collect();
        order.sort_by_key(|(_, (last, _))| std::cmp::Reverse(*last));
        order
            .into_iter()
            .map(|(id, (_, uses))| Ok((self.source(id)?, uses)))
            .collect()
    }

    /// The source that is used under this id or address, the one last used where several are. Reads
    /// what sources are called, and of the ones called so where they are used: a step asks this.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn used_source(&self, named: &str) -> Result<Option<SourceText>> {
        let addresses = self.heads(
            "k.entity >= 'source/' AND k.entity < 'source0' AND k.field = ?",
            [Field::SourceUrl.name()],
        )?;
        let mut called: BTreeSet<SourceId> = SourceId::parse(named).into_iter().collect();
        called.extend(addresses.into_iter().filter_map(|head| match head.entity {
            Entity::Source(id) if head.value.as_text() == Some(named) => Some(id),
            _ => None,
        }));
        let mut last: Option<(EventId, SourceText)> = None;
        for id in called {
            let source = self.source(id)?;
            let is_so = id.to_string() == named || source.url.as_deref() == Some(named);
            let used = self.heads(&format!("{LINKS} AND instr(k.value, ?)"), [id.to_string()])?;
            let used = used
                .into_iter()
                .filter(|head| linked(&head.value).is_some_and(|(_, _, of)| of == id))
                .map(|head| head.event)
                .max();
            if let Some(used) = used.filter(|_| is_so && !named.is_empty())
                && last.as_ref().is_none_or(|(newest, _)| used > *newest)
            {
                last = Some((used, source));
            }
        }
        Ok(last.map(|(_, source)| source))
    }

    /// A source, as it is called now.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn source(&self, id: SourceId) -> Result<SourceText> {
        Ok(source_text(id, &self.heads_of(&Entity::Source(id))?))
    }

    /// Whether the source that this is, or that this evidence is of, is protected.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn is_protected(&self, entity: &Entity) -> Result<bool> {
        project::is_protected(&self.db, entity).map_err(sqlite)
    }

    /// The words of a source as they are here: its title and address, what is quoted of it, where.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn words_of(&self, source: SourceId) -> Result<Vec<(Entity, Field, String)>> {
        let mut words = Vec::new();
        let mut take = |entity: Entity, fields: [Field; 2]| -> Result<()> {
            let heads = self.heads_of(&entity)?;
            for field in fields {
                let said = heads
                    .iter()
                    .filter(|head| head.field == field)
                    .filter_map(|head| Some((head.event, head.value.as_text()?)))
                    .min();
                if let Some((_, text)) = said {
                    words.push((entity.clone(), field, text.to_owned()));
                }
            }
            Ok(())
        };
        take(
            Entity::Source(source),
            [Field::SourceTitle, Field::SourceUrl],
        )?;
        for id in self.evidence_of(source)? {
            take(Entity::Evidence(id), [Field::Quotation, Field::Locator])?;
        }
        Ok(words)
    }

    /// How many events, standing or not, say something of a source in plain words: whoever is
    /// handed them reads it, since events are never rewritten.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn plain_events(&self, source: SourceId) -> Result<u32> {
        let mut entities = vec![Entity::Source(source)];
        entities.extend(self.evidence_of(source)?.into_iter().map(Entity::Evidence));
        let mut plain = std::collections::BTreeSet::new();
        for entity in entities {
            plain.extend(self.plain_about(&entity).map_err(sqlite)?);
        }
        Ok(u32::try_from(plain.len()).unwrap_or(u32::MAX))
    }

    fn plain_about(&self, entity: &Entity) -> rusqlite::Result<Vec<i64>> {
        let mut read = self.db.prepare_cached(
            "SELECT DISTINCT n, body FROM assigned JOIN event USING(n) WHERE entity = ?",
        )?;
        let mut rows = read.query([entity.to_string()])?;
        let mut plain = Vec::new();
        while let Some(row) = rows.next()? {
            let Ok(event) = Event::parse(row.get_ref(1)?.as_blob()?) else {
                continue;
            };
            let Act::Assign { known, .. } = event.act else {
                continue;
            };
            let says = known.iter().any(|one| {
                one.entity == *entity
                    && one.field.is_of_source_name()
                    && (one.value.as_text().is_some_and(|text| !text.is_empty())
                        || project::blob_of(&one.value).is_some())
            });
            if says {
                plain.push(row.get(0)?);
            }
        }
        Ok(plain)
    }

    fn evidence_of(&self, source: SourceId) -> Result<Vec<EvidenceId>> {
        let is_of = |value: &Json| linked(value).is_some_and(|(_, _, of)| of == source);
        Ok(self
            .links()?
            .into_iter()
            .filter(|head| is_of(&head.value))
            .filter_map(|head| match head.entity {
                Entity::Evidence(id) => Some(id),
                _ => None,
            })
            .collect())
    }

    fn links(&self) -> Result<Vec<stet_core::head::Head>> {
        self.heads(LINKS, [])
    }
}
