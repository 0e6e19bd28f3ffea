//! Readings: who is asked to read which sentences of an article, whether blind, and how far that has
//! come. Whoever reads blind sees no tag, finding or evidence of others until he is done; what he
//! and the others had said by then is kept with the word that he is done, so that agreement is
//! measured on independent judgements, and is the same whenever it is looked at.

mod plan;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    article::Article,
    draft::TextHash,
    head::Head,
    ids::{Actor, EventId, ReadingId},
    json::Json,
    laid::{Laid, tag},
    people::People,
    schema::{Entity, Field},
    tag_name,
    text::Span,
    view::Tag,
};

pub use plan::{draw, plan_assign, plan_begin, plan_finish, plan_take};
pub use view::{ReadingState, ReadingView};

/// What is asked of a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Who is asked, as a name; empty: whoever takes it.
    pub reader: String,
    /// Whose key that is, where it is known.
    pub person: Option<Actor>,
    /// Whether others' work is kept from the reader until the reading is done.
    pub blind: bool,
    /// The sentences; none: all of them, however they are cut.
    pub sentences: Option<Vec<Span>>,
}

/// One checker's tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tags {
    /// Whose.
    pub checker: Actor,
    /// On which spans, in the order of the text.
    pub tags: BTreeMap<Span, Tag>,
}

/// A reading, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its id.
    pub id: ReadingId,
    /// Who asked for it.
    pub asked_by: Actor,
    /// The event that did.
    pub asked: EventId,
    /// What is asked.
    pub task: Task,
    /// Who began it.
    pub begun: BTreeSet<Actor>,
    /// Who is done with it: the event that said so, and what everybody had tagged by then.
    pub done: BTreeMap<Actor, (EventId, Vec<Tags>)>,
}

impl Task {
    fn read(value: &Json) -> Option<Self> {
        let sentences = match value.get("sentences") {
            None | Some(Json::Null) => None,
            Some(list) => Some(spans(list)?),
        };
        let person = value.get("person").and_then(Json::as_text);
        Some(Self {
            reader: value.get("reader").and_then(Json::as_text)?.to_owned(),
            person: person.and_then(Actor::parse),
            blind: value.get("blind").and_then(Json::as_bool)?,
            sentences,
        })
    }

    fn value(&self) -> Json {
        let mut parts = vec![
            ("blind", Json::Bool(self.blind)),
            ("reader", Json::text(self.reader.clone())),
        ];
        if let Some(person) = self.person {
            parts.push(("person", Json::text(person.to_string())));
        }
        if let Some(sentences) = &self.sentences {
            let numbers = sentences.iter().flat_map(|span| [span.start, span.end]);
            parts.push((
                "sentences",
                Json::List(numbers.map(|at| Json::Int(at.0.into())).collect()),
            ));
        }
        Json::map(parts)
    }

    /// Whether a sentence is among those that are to be read.
    #[must_use]
    pub fn asks_for(&self, sentence: Span) -> bool {
        let among = |spans: &Vec<Span>| spans.iter().any(|span| span.overlaps(sentence));
        self.sentences.as_ref().is_none_or(among)
    }

    /// Whether it is asked of this person: by key, by name, or of whoever takes it.
    fn is_for(&self, me: Actor, people: &People) -> bool {
        match self.person {
            Some(person) => people.goes_on_as(person) == people.goes_on_as(me),
            None => self.reader.is_empty() || self.reader == people.given_name(me),
        }
    }
}

/// Spans from a list of starts and ends.
fn spans(list: &Json) -> Option<Vec<Span>> {
    let numbers = list.as_list()?.iter().map(Json::as_u32);
    let numbers = numbers.collect::<Option<Vec<_>>>()?;
    let pair = |pair: &[u32]| match pair {
        [start, end] if start < end => Some(Span::new(*start, *end)),
        _ => None,
    };
    numbers.chunks(2).map(pair).collect()
}

/// `{checker, sentences: [start, end, …], tags: [tag, …]}`.
fn tags_value(one: &Tags) -> Json {
    let places = one.tags.keys().flat_map(|span| [span.start, span.end]);
    let tags = one.tags.values().map(|tag| Json::text(tag_name(*tag)));
    Json::map([
        ("checker", Json::text(one.checker.to_string())),
        (
            "sentences",
            Json::List(places.map(|at| Json::Int(at.0.into())).collect()),
        ),
        ("tags", Json::List(tags.collect())),
    ])
}

fn tags_read(value: &Json) -> Option<Tags> {
    let places = spans(value.get("sentences")?)?;
    let tags = value.get("tags").and_then(Json::as_list)?;
    let tags = tags.iter().map(tag).collect::<Option<Vec<_>>>()?;
    (places.len() == tags.len()).then_some(())?;
    Some(Tags {
        checker: Actor::parse(value.get("checker").and_then(Json::as_text)?)?,
        tags: places.into_iter().zip(tags).collect(),
    })
}

impl Reading {
    /// From the current values of one; nothing if it was taken back or is no reading.
    fn read(id: ReadingId, heads: &[Head]) -> Option<Self> {
        let asked = heads.iter().filter(|head| head.field == Field::Task);
        let (head, task) = asked
            .filter_map(|head| Some((head, Task::read(&head.value)?)))
            .min_by_key(|(head, _)| head.event)?;
        let mut reading = Self {
            id,
            asked_by: head.author,
            asked: head.event,
            task,
            begun: BTreeSet::new(),
            done: BTreeMap::new(),
        };
        let mut said: Vec<&Head> = heads.iter().collect();
        said.sort_by_key(|head| head.event);
        for head in said.iter().filter(|head| head.field == Field::Progress) {
            let state = head.value.get("state").and_then(Json::as_text);
            match state {
                Some("begun") => {
                    reading.begun.insert(head.author);
                }
                Some("done") => {
                    let tags = head.value.get("tags").and_then(Json::as_list);
                    let tags = tags.into_iter().flatten().filter_map(tags_read).collect();
                    // Of a reading finished on two machines the first counts: after it the others'
                    // work was in the open.
                    let done = reading.done.entry(head.author);
                    done.or_insert((head.event, tags));
                }
                _ => {}
            }
        }
        Some(reading)
    }

    /// Whether this checker reads it now.
    #[must_use]
    pub fn is_read_by(&self, who: Actor) -> bool {
        self.begun.contains(&who) && !self.done.contains_key(&who)
    }
}

impl Article {
    /// Its readings, oldest first.
    #[must_use]
    pub fn readings(&self) -> Vec<Reading> {
        let mut readings: Vec<Reading> = self
            .readings
            .iter()
            .filter_map(|(id, heads)| Reading::read(*id, heads))
            .collect();
        readings.sort_by_key(|reading| reading.asked);
        readings
    }

    /// The reading that this checker has begun and not finished; a blind one before any other.
    #[must_use]
    pub fn reading_of(&self, who: Actor) -> Option<Reading> {
        let mut readings = self.readings();
        readings.retain(|reading| reading.is_read_by(who));
        readings
            .into_iter()
            .min_by_key(|reading| (!reading.task.blind, reading.asked))
    }

    /// The article as this checker may see it: without others' work while he reads it blind.
    #[must_use]
    pub fn seen_by(mut self, who: Actor) -> Self {
        if !self
            .reading_of(who)
            .is_some_and(|reading| reading.task.blind)
        {
            return self;
        }
        self.blind_to_all_but = Some(who);
        let is_own = |head: &Head| head.author == who || !of_checking(head.field);
        self.laid.retain(|_, Laid { heads }| {
            heads.retain(is_own);
            !heads.is_empty()
        });
        self.evidence.retain(|_, heads| {
            heads.retain(is_own);
            !heads.is_empty()
        });
        let here: BTreeSet<_> = self.evidence.keys().copied().collect();
        for ids in self.evidence_on.values_mut() {
            ids.retain(|id| here.contains(id));
        }
        self
    }

    /// Whether others' work is kept from its reader.
    #[must_use]
    pub const fn is_blind(&self) -> bool {
        self.blind_to_all_but.is_some()
    }

    pub(crate) fn hides(&self, head: &Head) -> bool {
        let reader = self.blind_to_all_but;
        reader.is_some_and(|me| head.author != me) && of_checking(head.field)
    }

    /// Everybody's tags on its sentences as they stand: those that lie exactly on them, one a
    /// checker. Of one person's two values on a sentence neither counts.
    #[must_use]
    pub fn tags_by_checker(&self) -> Vec<Tags> {
        let mut all: BTreeMap<Actor, BTreeMap<Span, Option<Tag>>> = BTreeMap::new();
        for unit in &self.units {
            let heads = self.laid.get(&unit.span).into_iter();
            let judged = heads
                .flat_map(|laid| &laid.heads)
                .filter(|head| head.field == Field::Judgement);
            for head in judged {
                let Some(tag) = head.value.get("tag").and_then(tag) else {
                    continue;
                };
                all.entry(head.author)
                    .or_default()
                    .entry(unit.span)
                    .and_modify(|said| *said = said.filter(|said| *said == tag))
                    .or_insert(Some(tag));
            }
        }
        let one = |(checker, tags): (Actor, BTreeMap<Span, Option<Tag>>)| Tags {
            checker,
            tags: tags
                .into_iter()
                .filter_map(|(span, tag)| Some((span, tag?)))
                .collect(),
        };
        all.into_iter().map(one).collect()
    }
}

/// The texts that this checker reads blind now, from the current values of all readings.
#[must_use]
pub fn read_blind(heads: Vec<Head>, who: Actor) -> BTreeSet<TextHash> {
    let mut readings: BTreeMap<(TextHash, ReadingId), Vec<Head>> = BTreeMap::new();
    for head in heads {
        if let Entity::Reading(draft, id) = head.entity {
            readings.entry((draft, id)).or_default().push(head);
        }
    }
    let blind = readings.into_iter().filter(|((_, id), heads)| {
        let reading = Reading::read(*id, heads);
        reading.is_some_and(|reading| reading.task.blind && reading.is_read_by(who))
    });
    blind.map(|((draft, _), _)| draft).collect()
}

/// Whether a field tells what somebody found out: what a blind reader must not see of others.
const fn of_checking(field: Field) -> bool {
    matches!(
        field,
        Field::Judgement
            | Field::Correction
            | Field::Speaker
            | Field::Adjudication
            | Field::Flag
            | Field::Publish
            | Field::Link
            | Field::Quotation
            | Field::Locator
    )
}
