//! What truly differs in an article: tags of several people, one person's values of two machines,
//! shared values that two people set, tags that lie on other boundaries than the sentences do.
//! A picture of the truth like every other: what is settled is not in it any more.

mod view;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    adjudication::standing,
    article::Article,
    coverage::is_closed,
    head::Head,
    ids::Actor,
    in_words,
    json::Json,
    laid::{fit, linked, tag},
    people::People,
    schema::{Concurrency, Entity, Field, Scope},
    showing::Voices,
    text::{CodePoint, Span},
    time,
    units::unit_at,
    view::{Fit, Standing},
};

pub use view::{Conflict, ConflictKind, Settling, Side, Trace};

/// A conflict with what it is made of.
pub(crate) struct Found<'a> {
    pub(crate) conflict: Conflict,
    pub(crate) heads: Vec<&'a Head>,
    /// The sentence it is about, if any.
    pub(crate) span: Option<Span>,
}

impl Article {
    /// What truly differs in it, in the order of the text, what is about the whole first. `links`:
    /// every current link of evidence that is or was used here. Histories are left empty: the
    /// article knows what stands, not what was.
    #[must_use]
    pub fn conflicts(&self, people: &People, links: &[Head]) -> Vec<Conflict> {
        let found = self.differing(people, links);
        found.into_iter().map(|one| one.conflict).collect()
    }

    pub(crate) fn differing<'a>(&'a self, people: &People, links: &'a [Head]) -> Vec<Found<'a>> {
        let desk = Looking {
            article: self,
            people,
        };
        let mut found: Vec<Found<'a>> = desk.apart(links);
        for unit in &self.units {
            found.extend(desk.tags(unit.span));
        }
        found.sort_by_key(|one| (one.span, one.conflict.kind, one.conflict.field.clone()));
        found
    }
}

struct Looking<'a, 'p> {
    article: &'a Article,
    people: &'p People,
}

impl<'a> Looking<'a, '_> {
    /// Shared values that differ, and one person's wordings and speakers that do.
    fn apart(&self, links: &'a [Head]) -> Vec<Found<'a>> {
        let mut places: BTreeMap<(Entity, Field, Option<Actor>), Vec<&'a Head>> = BTreeMap::new();
        let own = self.article.all_heads();
        for head in own.filter(|head| head.field != Field::Link).chain(links) {
            if matches!(head.field, Field::Judgement | Field::Adjudication)
                || head.field.concurrency() == Concurrency::Observation
            {
                continue;
            }
            let whose = (head.field.scope() == Scope::Checker).then_some(head.author);
            let place = (head.entity.clone(), head.field, whose);
            places.entry(place).or_default().push(head);
        }
        let differ = places
            .into_iter()
            .filter(|(_, heads)| values(heads).len() > 1);
        differ
            .map(|((entity, field, whose), heads)| {
                let (kind, settling) = match whose {
                    None => (ConflictKind::Shared, Settling::Assign),
                    Some(who) if self.people.is_me(who) => (ConflictKind::Fork, Settling::Assign),
                    Some(_) => (ConflictKind::Fork, Settling::Theirs),
                };
                let span = self.place(&entity);
                let id = format!("{entity}#{}", field.name());
                let id = whose.map_or(id.clone(), |who| format!("{id}#{}", who.fingerprint()));
                self.found((id, kind, field.name()), settling, span, heads)
            })
            .collect()
    }

    /// The sentence that something is about: the first that it touches.
    fn place(&self, entity: &Entity) -> Option<Span> {
        let used = |id| self.article.spans_of(id).into_iter().min();
        let span = match entity {
            Entity::Span(_, span) => *span,
            Entity::Boundary(_, at) => Span {
                start: *at,
                end: CodePoint(at.0 + 1),
            },
            Entity::Evidence(id) => used(*id)?,
            Entity::Source(id) => {
                let uses = self.article.evidence_of(*id);
                uses.into_iter().filter_map(used).min()?
            }
            Entity::Draft(_) | Entity::Person(_) | Entity::Reading(..) => return None,
        };
        let n = unit_at(&self.article.units, span.start)?;
        Some(self.article.units.get(n)?.span)
    }

    /// What people say of one sentence, where it differs.
    fn tags(&self, span: Span) -> Option<Found<'a>> {
        let laid: Vec<(Span, &'a Head)> = self
            .article
            .touching(&self.article.laid, span)
            .flat_map(|(on, laid)| laid.heads.iter().map(move |head| (on, head)))
            .filter(|(_, head)| matches!(head.field, Field::Judgement | Field::Adjudication))
            .collect();
        if laid.is_empty() {
            return None;
        }
        let Voices { tags, rulings } = self.article.voices(span, self.people);
        let views: Vec<_> = tags.into_iter().map(|(_, view)| view).collect();
        let shows = standing(&views, &rulings);
        if shows != Standing::Disagreement && rulings.iter().any(|one| one.holds) {
            return None;
        }
        let exact = |field| {
            let on = laid.iter().filter(move |(on, _)| *on == span);
            on.map(|(_, head)| *head)
                .filter(move |head| head.field == field)
        };
        let judged: Vec<&Head> = exact(Field::Judgement).collect();
        let reopened = rulings
            .iter()
            .any(|one| !one.holds && one.fit == Fit::Exact);
        let judgement = Field::Judgement.name();
        let id = |what: &str| format!("{}#{what}", self.article.span(span));
        if shows == Standing::Disagreement {
            let mut sides: Vec<&Head> = judged;
            sides.retain(|head| head.value.get("tag").and_then(tag).is_some());
            sides.extend(exact(Field::Adjudication).filter(|head| head.value != Json::Null));
            let authors: BTreeSet<Actor> = sides.iter().map(|head| head.author).collect();
            let kind = if authors.len() > 1 {
                ConflictKind::Disagreement
            } else {
                ConflictKind::Fork
            };
            let settling = self.by_whom(kind, &authors);
            let mut found = self.found(
                (id(judgement), kind, judgement),
                settling,
                Some(span),
                sides,
            );
            found.conflict.reopened = reopened;
            return Some(found);
        }
        let authors: BTreeSet<Actor> = judged.iter().map(|head| head.author).collect();
        for who in authors {
            let two = judged.iter().filter(|head| head.author == who);
            let two: Vec<&Head> = two.copied().collect();
            if values(&two).len() > 1 {
                let kind = ConflictKind::Fork;
                let settling = self.by_whom(kind, &BTreeSet::from([who]));
                return Some(self.found(
                    (id(judgement), kind, judgement),
                    settling,
                    Some(span),
                    two,
                ));
            }
        }
        let sides = self.misfits(span, &laid, shows);
        let settling = Settling::Adjudicate;
        (!sides.is_empty()).then(|| {
            self.found(
                (id("fit"), ConflictKind::Fit, judgement),
                settling,
                Some(span),
                sides,
            )
        })
    }

    /// Tags given to other boundaries, that the sentence as it is now does not show.
    fn misfits(&self, span: Span, laid: &[(Span, &'a Head)], shows: Standing) -> Vec<&'a Head> {
        let of = |head: &Head| head.value.get("tag").and_then(tag);
        let said_anew = |who: Actor| {
            let exact = laid.iter().filter(|(on, _)| *on == span);
            let mut own = exact.filter(|(_, head)| head.author == who);
            own.any(|(_, head)| of(head).is_some())
        };
        let shown = |head: &Head| of(head).map(crate::report::standing_of) == Some(shows);
        laid.iter()
            .filter(|(on, head)| {
                *on != span && head.field == Field::Judgement && of(head).is_some()
            })
            .filter(|(on, head)| !said_anew(head.author) && self.moved_by_others(*on, head.author))
            .map(|(_, head)| *head)
            .filter(|head| !is_closed(shows) || !shown(head))
            .collect()
    }

    /// Whether somebody other than `who` moved a boundary in or at the ends of `span`, or the text
    /// was cut otherwise where `who` works.
    fn moved_by_others(&self, span: Span, who: Actor) -> bool {
        let mut moved = self
            .article
            .boundaries
            .range(span.start..=span.end)
            .flat_map(|(_, heads)| heads)
            .peekable();
        moved.peek().is_none() || moved.any(|head| head.author != who)
    }

    fn by_whom(&self, kind: ConflictKind, authors: &BTreeSet<Actor>) -> Settling {
        let own = authors.iter().all(|who| self.people.is_me(*who));
        if kind == ConflictKind::Fork && own {
            Settling::Assign
        } else {
            Settling::Adjudicate
        }
    }

    fn found(
        &self,
        (id, kind, field): (String, ConflictKind, &str),
        settling: Settling,
        span: Option<Span>,
        mut heads: Vec<&'a Head>,
    ) -> Found<'a> {
        heads.sort_by_key(|head| head.event);
        heads.dedup_by_key(|head| head.event);
        let draft = &self.article.draft;
        let unit = span.and_then(|span| self.article.unit_at(span));
        let unit = unit.and_then(|n| self.article.units.get(n));
        let at = unit.map(|unit| unit.span);
        let conflict = Conflict {
            id,
            article: draft.id().to_string(),
            kind,
            field: field.to_owned(),
            settling,
            label: unit.map(|unit| unit.label.to_string()).unwrap_or_default(),
            start: at.map_or(CodePoint(0), |span| span.start),
            end: at.map_or(CodePoint(0), |span| span.end),
            text: at.map_or(String::new(), |span| draft.slice(span).to_owned()),
            reopened: false,
            sides: heads.iter().map(|head| self.side(head, at)).collect(),
        };
        Found {
            conflict,
            heads,
            span: at,
        }
    }

    fn side(&self, head: &Head, at: Option<Span>) -> Side {
        let text = |key| head.value.get(key).and_then(Json::as_text);
        let decision = head.field == Field::Adjudication;
        let on = match head.entity {
            Entity::Span(_, span) => Some(span),
            _ => None,
        };
        let (on, at) = (on.or(at), at);
        let elsewhere = on.filter(|on| Some(*on) != at);
        Side {
            event: head.event.to_string(),
            checker: self.people.name(head.author),
            checker_id: head.author.fingerprint(),
            mine: self.people.is_me(head.author),
            at: time::iso(head.event.time_ms()),
            tag: head.value.get("tag").and_then(tag),
            finding: text(if decision { "reason" } else { "finding" })
                .unwrap_or_default()
                .to_owned(),
            value: in_words(head.field, &head.value),
            decision,
            fit: match (at, on) {
                (Some(at), Some(on)) => fit(at, on),
                _ => Fit::Exact,
            },
            words: elsewhere.map_or(String::new(), |on| self.article.draft.slice(on).to_owned()),
            history: Vec::new(),
            place: Some((head.entity.clone(), head.field)),
        }
    }
}

/// The values that differ. Links to one place are one, whoever made them.
fn values(heads: &[&Head]) -> BTreeSet<Json> {
    let value = |head: &&Head| match head.field {
        Field::Link => linked(&head.value).map_or(Json::Null, |_| head.value.clone()),
        _ => head.value.clone(),
    };
    heads.iter().map(value).collect()
}
