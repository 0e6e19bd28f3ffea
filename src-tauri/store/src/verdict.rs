//! One received row, looked at: off the thread that reads, and without the database.

use stet_core::{
    event::{Event, Refusal},
    ids::{EventId, sha256},
};

/// What became of a row when it was looked at.
pub(crate) enum Verdict {
    /// It is here already, to the byte.
    Here,
    New {
        id: EventId,
        seq: u64,
        prev: Option<EventId>,
        chain: String,
    },
    Refused(Refusal),
}

/// A row that may be looked at, off the thread that reads.
pub(crate) struct Raw {
    pub(crate) key: i64,
    /// What it says its id is; a record does not say.
    pub(crate) id: Option<Vec<u8>>,
    pub(crate) body: Vec<u8>,
    /// Whether an event of that id is here.
    pub(crate) here: bool,
}

impl Raw {
    pub(crate) fn look(self) -> (i64, Verdict) {
        (self.key, self.verdict())
    }

    fn verdict(&self) -> Verdict {
        // An id is a hash: a row whose body gives the id of one that is here is that one.
        let is_same = |id: &[u8]| id.len() == 32 && id[8..] == sha256(&self.body)[..24];
        if self.here && self.id.as_deref().is_some_and(is_same) {
            return Verdict::Here;
        }
        let event = match Event::parse(&self.body) {
            Ok(event) => event,
            Err(refusal) => return Verdict::Refused(refusal),
        };
        let id = EventId::of(event.time_ms, &self.body);
        if self.id.as_ref().is_some_and(|said| *said != id.0) {
            return Verdict::Refused(Refusal::Altered);
        }
        Verdict::New {
            id,
            seq: event.seq,
            prev: event.prev,
            chain: event.chain.to_string(),
        }
    }
}
