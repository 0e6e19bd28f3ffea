//! Readings as a person sees them.

use serde::{Deserialize, Serialize};

use crate::{
    article::Article, ids::Actor, laid::tag, people::People, reading::Reading, schema::Field,
    text::Span, time,
};

/// How far a reading has come, for the person who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReadingState {
    /// It is asked of you.
    Asked,
    /// You are reading.
    Begun,
    /// You are done.
    Done,
    /// It is asked of somebody else.
    AskedOfOthers,
    /// Somebody else is done.
    DoneByOthers,
}

/// A reading, as it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ReadingView {
    /// Its id.
    pub id: String,
    /// Who is asked; empty: whoever takes it.
    pub reader: String,
    /// Fingerprint of the reader's key, where it is known.
    pub reader_id: Option<String>,
    /// Who asked.
    pub asked_by: String,
    /// Fingerprint of that key.
    pub asked_by_id: String,
    /// When, ISO 8601 UTC.
    pub at: String,
    /// Whether others' work is kept from the reader until it is done.
    pub blind: bool,
    /// How far it has come.
    pub state: ReadingState,
    /// Whether the whole article is to be read.
    pub whole: bool,
    /// What is to be read, where it is not the whole.
    pub spans: Vec<Span>,
    /// How many sentences that is, as they are cut now.
    pub sentences: u32,
    /// How many of them the person who looks has tagged.
    pub tagged: u32,
}

impl Article {
    /// Its readings as one person sees them.
    #[must_use]
    pub fn reading_views(&self, people: &People) -> Vec<ReadingView> {
        let Some(me) = people.me() else {
            return Vec::new();
        };
        let view = |reading: Reading| {
            let task = &reading.task;
            let of = self.units.iter().filter(|unit| task.asks_for(unit.span));
            let tagged = |span: Span| {
                let own = self.own(span, me, Field::Judgement);
                own.iter()
                    .any(|head| head.value.get("tag").and_then(tag).is_some())
            };
            let state = match () {
                () if reading.done.contains_key(&me) => ReadingState::Done,
                () if reading.begun.contains(&me) => ReadingState::Begun,
                () if task.is_for(me, people) && reading.asked_by != me => ReadingState::Asked,
                () if !reading.done.is_empty() => ReadingState::DoneByOthers,
                () => ReadingState::AskedOfOthers,
            };
            let person = task.person;
            ReadingView {
                id: reading.id.to_string(),
                reader: person.map_or_else(|| task.reader.clone(), |who| people.name(who)),
                reader_id: person.map(Actor::fingerprint),
                asked_by: people.name(reading.asked_by),
                asked_by_id: reading.asked_by.fingerprint(),
                at: time::iso(reading.asked.time_ms()),
                blind: task.blind,
                state,
                whole: task.sentences.is_none(),
                spans: task.sentences.clone().unwrap_or_default(),
                sentences: count(of.clone().count()),
                tagged: count(of.filter(|unit| tagged(unit.span)).count()),
            }
        };
        self.readings().into_iter().map(view).collect()
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
