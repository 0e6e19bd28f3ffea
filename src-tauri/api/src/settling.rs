//! What truly differs, and settling it: one thing at a time.

use std::collections::{BTreeMap, btree_map::Entry};

use stet_core::{
    conflict::{Conflict, Trace},
    draft::TextHash,
    error::Result,
    ids::EventId,
    people::People,
    schema::{Entity, Field, Scope},
    settle,
    text::Span,
    time,
    view::Tag,
};
use stet_store::{Said, Step};

use crate::{Session, window::history};

impl Session {
    /// What truly differs in an article, or in all but the sample, each side with what led to it.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn conflicts_of(&mut self, article: Option<&str>) -> Result<Vec<Conflict>> {
        let drafts: Vec<TextHash> = match article {
            Some(article) => vec![self.resolve(article)?],
            None => {
                let drafts = self.store()?.drafts()?;
                let drafts = drafts.into_iter().map(|row| row.hash);
                drafts
                    .filter(|hash| *hash != crate::sample::hash())
                    .collect()
            }
        };
        let people = self.store()?.people()?;
        let mut conflicts = Vec::new();
        for hash in drafts {
            let store = self.store()?;
            let links = store.links_of(hash)?;
            let mut found = store.article(hash)?.conflicts(&people, &links);
            let mut known = BTreeMap::new();
            for conflict in &mut found {
                self.trace(conflict, &people, &mut known)?;
            }
            conflicts.extend(found);
        }
        Ok(conflicts)
    }

    /// Writes down what led to each side.
    fn trace(
        &mut self,
        conflict: &mut Conflict,
        people: &People,
        known: &mut BTreeMap<Entity, Vec<Said>>,
    ) -> Result<()> {
        for side in &mut conflict.sides {
            let (Some(event), Some((entity, field))) =
                (EventId::parse(&side.event), side.place.clone())
            else {
                continue;
            };
            let said = match known.entry(entity) {
                Entry::Occupied(said) => said.into_mut(),
                Entry::Vacant(place) => {
                    let said = self.store()?.said_of(place.key())?;
                    place.insert(said)
                }
            };
            side.history = lineage(event, field, said, people);
        }
        Ok(())
    }

    /// Decides on a tag for a sentence, or takes the decision back.
    ///
    /// # Errors
    /// `article-*`, `sentence-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn adjudicate_sentence(
        &mut self,
        article: &str,
        span: Span,
        tag: Option<Tag>,
        reason: &str,
    ) -> Result<Option<Step>> {
        self.work(article, |article, _| {
            settle::plan_adjudicate(article, span, tag, reason)
        })
    }

    /// Settles one conflict by one of its sides.
    ///
    /// # Errors
    /// `article-*`, `conflict-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn settle_conflict(
        &mut self,
        article: &str,
        id: &str,
        event: &str,
        reason: &str,
    ) -> Result<Option<Step>> {
        let hash = self.resolve(article)?;
        let people = self.store()?.people()?;
        let links = self.store()?.links_of(hash)?;
        self.work(article, |article, _| {
            settle::plan_settle(article, (&people, &links), id, event, reason)
        })
    }

    /// Says that two articles are nearly the same, or that one is an article of its own.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `database-*`: nothing changed then.
    pub fn declare_same(&mut self, article: &str, other: Option<&str>) -> Result<Option<Step>> {
        let hash = self.resolve(article)?;
        let other = other.map(|other| self.resolve(other)).transpose()?;
        self.work(article, |_, _| settle::plan_same(hash, other))
    }
}

/// The steps that led to a value: itself and what it took the place of, and so on.
fn lineage(event: EventId, field: Field, said: &[Said], people: &People) -> Vec<Trace> {
    let by_event: BTreeMap<EventId, &Said> = said
        .iter()
        .filter(|one| one.field == field)
        .map(|one| (one.event, one))
        .collect();
    let mut line: BTreeMap<EventId, &Said> = BTreeMap::new();
    let mut open = vec![event];
    while let Some(one) = open.pop().and_then(|id| by_event.get(&id).copied()) {
        if line.insert(one.event, one).is_none() {
            open.extend(&one.replaces);
        }
        // What is not here leads nowhere.
        open.retain(|id| by_event.contains_key(id));
    }
    // As people may read it: a checker's own is told of by nobody else.
    let author = by_event.get(&event).map(|one| one.author);
    let own = field.scope() == Scope::Checker;
    let told = line
        .into_values()
        .filter(|one| !own || Some(one.author) == author);
    told.map(|one| Trace {
        at: time::iso(one.event.time_ms()),
        checker: people.name(one.author),
        what: history::told(field, &one.value, one.active),
    })
    .collect()
}
