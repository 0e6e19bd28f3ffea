//! The history of a sentence, in words.

use stet_core::{
    error::Result,
    in_words,
    json::Json,
    schema::{Entity, Field},
    time,
};

use crate::{
    Session,
    commands::{HistoryLine, OneSentence},
};

impl Session {
    pub(super) fn told_of(&mut self, takes: &OneSentence) -> Result<Vec<HistoryLine>> {
        let hash = self.resolve(&takes.article)?;
        let people = self.store()?.people()?;
        let said = self.store()?.said_of(&Entity::Span(hash, takes.span))?;
        let blind = self.desk(&takes.article)?.article.is_blind();
        let me = self.identity.actor();
        Ok(said
            .into_iter()
            .filter(|said| !blind || said.author == me)
            .map(|said| HistoryLine {
                at: time::iso(said.event.time_ms()),
                checker: people.name(said.author),
                what: told(said.field, &said.value, said.active),
            })
            .collect())
    }
}

/// An assignment as a history tells it.
pub(crate) fn told(field: Field, value: &Json, active: bool) -> String {
    let said = in_words(field, value);
    if active {
        said
    } else {
        format!("undone: {said}")
    }
}
