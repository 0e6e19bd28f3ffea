//! Events: the truth. A body is written once and never again; its id is a function of its bytes.

use std::collections::BTreeSet;

use crate::{
    ids::{Actor, EventId, Replica},
    json::Json,
    schema::{Entity, Field},
};

/// Longest body, in bytes.
pub const MAX_BODY_BYTES: usize = 64 * 1024;
/// Texts and objects longer than this, in bytes, are stored as blobs.
pub const MAX_INLINE_BYTES: usize = 8 * 1024;
/// Version of the body's format that is written.
pub const BODY_VERSION: u64 = 1;

/// A line of events of one checker on one replica about one article (`library` for the rest):
/// the unit that is sealed and shared whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain {
    /// Who.
    pub actor: Actor,
    /// Where.
    pub replica: Replica,
    /// About what: a text's hash in base64url, or `library`.
    pub about: String,
}

impl std::fmt::Display for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}/{}", self.actor, self.replica, self.about)
    }
}

impl Chain {
    /// The name of the chain that belongs to no article.
    pub const LIBRARY: &'static str = "library";

    /// From its stored form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = text.splitn(3, '/');
        let actor = Actor::parse(pieces.next()?)?;
        let replica = Replica::parse(pieces.next()?)?;
        Some(Self {
            actor,
            replica,
            about: pieces.next()?.to_owned(),
        })
    }
}

/// One value given to one field of one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Of what.
    pub entity: Entity,
    /// Which field.
    pub field: Field,
    /// The value; `null` retracts.
    pub value: Json,
    /// The assignments it takes the place of.
    pub replaces: Vec<EventId>,
}

/// What an event does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Gives values. Those of kinds and fields unknown here are counted, kept in the body, and
    /// otherwise left alone.
    Assign {
        /// The known ones.
        known: Vec<Assignment>,
        /// How many this version does not know.
        unknown: u32,
    },
    /// Makes events of one own step absent.
    Undo(Vec<EventId>),
    /// Something of a later version: kept byte for byte.
    Unknown,
}

/// An event, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its chain.
    pub chain: Chain,
    /// Position in the chain, from 1.
    pub seq: u64,
    /// The event before it in the chain.
    pub prev: Option<EventId>,
    /// Milliseconds since 1970, UTC; grows within a replica.
    pub time_ms: u64,
    /// First event of the step it belongs to; `None`: itself.
    pub step: Option<EventId>,
    /// The step, in words.
    pub label: String,
    /// What it does.
    pub act: Act,
}

impl Event {
    /// Its body: canonical JSON, UTF-8.
    #[must_use]
    pub fn to_body(&self) -> String {
        let ids =
            |ids: &[EventId]| Json::List(ids.iter().map(|id| Json::text(id.to_string())).collect());
        let mut pairs = vec![
            ("v", Json::Int(1)),
            ("actor", Json::text(self.chain.actor.to_string())),
            ("replica", Json::text(self.chain.replica.to_string())),
            ("chain", Json::text(self.chain.about.clone())),
            ("seq", int(self.seq)),
            ("time", int(self.time_ms)),
            ("label", Json::text(self.label.clone())),
        ];
        if let Some(prev) = self.prev {
            pairs.push(("prev", Json::text(prev.to_string())));
        }
        if let Some(step) = self.step {
            pairs.push(("step", Json::text(step.to_string())));
        }
        match &self.act {
            Act::Assign { known, .. } => {
                let list = known.iter().map(|assignment| {
                    let mut map = vec![
                        ("entity", Json::text(assignment.entity.to_string())),
                        ("field", Json::text(assignment.field.name())),
                        ("value", assignment.value.clone()),
                    ];
                    if !assignment.replaces.is_empty() {
                        map.push(("replaces", ids(&assignment.replaces)));
                    }
                    object(map)
                });
                pairs.push(("set", Json::List(list.collect())));
            }
            Act::Undo(events) => pairs.push(("undo", ids(events))),
            Act::Unknown => {}
        }
        object(pairs).to_string()
    }

    /// Reads a body.
    ///
    /// # Errors
    /// Why it is not an event: a received one is then set aside with this reason.
    pub fn parse(body: &[u8]) -> Result<Self, Refusal> {
        crate::usual::read(body).map_or_else(|| Self::parse_strictly(body), Ok)
    }

    pub(crate) fn parse_strictly(body: &[u8]) -> Result<Self, Refusal> {
        if body.len() > MAX_BODY_BYTES {
            return Err(Refusal::TooLong);
        }
        let json = Json::parse(body).map_err(|_| Refusal::NotJson)?;
        let text = |key| json.get(key).and_then(Json::as_text);
        let number = |key| json.get(key).and_then(Json::as_u64);
        let optional_id = |key| match json.get(key) {
            None => Ok(None),
            Some(value) => value
                .as_text()
                .and_then(EventId::parse)
                .map(Some)
                .ok_or(Refusal::Malformed),
        };
        let version = number("v").ok_or(Refusal::Malformed)?;
        let chain = Chain {
            actor: text("actor")
                .and_then(Actor::parse)
                .ok_or(Refusal::Malformed)?,
            replica: text("replica")
                .and_then(Replica::parse)
                .ok_or(Refusal::Malformed)?,
            about: text("chain").ok_or(Refusal::Malformed)?.to_owned(),
        };
        let (prev, step) = (optional_id("prev")?, optional_id("step")?);
        let seq = number("seq")
            .filter(|seq| (*seq == 1) == prev.is_none() && *seq > 0)
            .ok_or(Refusal::Malformed)?;
        let time_ms = number("time").ok_or(Refusal::Malformed)?;
        let label = text("label").ok_or(Refusal::Malformed)?.to_owned();
        let act = if version == BODY_VERSION {
            act(&json)?
        } else {
            Act::Unknown
        };
        Ok(Self {
            chain,
            seq,
            prev,
            time_ms,
            step,
            label,
            act,
        })
    }
}

/// Why a received event is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// Longer than any body may be.
    TooLong,
    /// Not the strict JSON of [`crate::json`].
    NotJson,
    /// JSON, but not an event.
    Malformed,
    /// Its id is not the one of its bytes.
    Altered,
    /// No seal of its author covers it.
    Unsealed,
}

impl Refusal {
    /// In words, for reports of a merge.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooLong => "too long",
            Self::NotJson => "not readable",
            Self::Malformed => "not an event",
            Self::Altered => "altered",
            Self::Unsealed => "not sealed by its author",
        }
    }
}

fn act(json: &Json) -> Result<Act, Refusal> {
    match (json.get("set"), json.get("undo")) {
        (Some(set), None) => {
            let mut seen = BTreeSet::new();
            let (mut known, mut unknown) = (Vec::new(), 0);
            for one in set.as_list().ok_or(Refusal::Malformed)? {
                let (entity, field) = (
                    one.get("entity").and_then(Json::as_text),
                    one.get("field").and_then(Json::as_text),
                );
                let (Some(entity), Some(field), Some(value)) = (entity, field, one.get("value"))
                else {
                    return Err(Refusal::Malformed);
                };
                // Two values for one place in one event would have no order.
                if !seen.insert((entity, field)) {
                    return Err(Refusal::Malformed);
                }
                let replaces = one.get("replaces").map_or(Ok(Vec::new()), ids)?;
                match Entity::parse(entity)
                    .and_then(|entity| Field::parse(&entity, field).map(|field| (entity, field)))
                {
                    Some((entity, field)) => known.push(Assignment {
                        entity,
                        field,
                        value: value.clone(),
                        replaces,
                    }),
                    None => unknown += 1,
                }
            }
            Ok(Act::Assign { known, unknown })
        }
        (None, Some(undo)) => ids(undo).map(Act::Undo),
        (None, None) => Ok(Act::Unknown),
        (Some(_), Some(_)) => Err(Refusal::Malformed),
    }
}

fn ids(json: &Json) -> Result<Vec<EventId>, Refusal> {
    let list = json.as_list().ok_or(Refusal::Malformed)?;
    list.iter()
        .map(|id| {
            id.as_text()
                .and_then(EventId::parse)
                .ok_or(Refusal::Malformed)
        })
        .collect()
}

fn int(number: u64) -> Json {
    Json::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

fn object(pairs: Vec<(&str, Json)>) -> Json {
    Json::Map(
        pairs
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::TextHash;

    fn event() -> Event {
        let chain = Chain {
            actor: Actor([1; 32]),
            replica: Replica([2; 16]),
            about: "library".into(),
        };
        let known = vec![Assignment {
            entity: Entity::Draft(TextHash([3; 32])),
            field: Field::Title,
            value: Json::text("The dam"),
            replaces: vec![EventId([9; 32])],
        }];
        Event {
            chain,
            seq: 2,
            prev: Some(EventId([8; 32])),
            time_ms: 1_700_000_000_000,
            step: None,
            label: "titled".into(),
            act: Act::Assign { known, unknown: 0 },
        }
    }

    #[test]
    fn a_body_reads_back_and_its_id_follows_its_bytes() {
        let body = event().to_body();
        assert_eq!(Event::parse(body.as_bytes()).unwrap(), event());
        let id = EventId::of(event().time_ms, body.as_bytes());
        let other = body.replace("The dam", "The dan");
        assert_ne!(id, EventId::of(event().time_ms, other.as_bytes()));
    }

    #[test]
    fn what_is_no_event_is_refused_with_its_reason() {
        let body = event().to_body();
        let table = [
            (
                "two values for one place",
                body.replace(
                    "\"set\":[",
                    &format!(
                        "\"set\":[{},",
                        &body[body.find("\"set\":[").unwrap() + 7
                            ..body.rfind("],\"time\"").unwrap()]
                    ),
                ),
                Refusal::Malformed,
            ),
            (
                "sets and undoes",
                body.replace("\"set\":", "\"undo\":[],\"set\":"),
                Refusal::Malformed,
            ),
            (
                "first of a chain with a predecessor",
                body.replace("\"seq\":2", "\"seq\":1"),
                Refusal::Malformed,
            ),
            (
                "no author",
                body.replace("\"actor\"", "\"author\""),
                Refusal::Malformed,
            ),
            (
                "a float",
                body.replace("\"seq\":2", "\"seq\":2.0"),
                Refusal::NotJson,
            ),
            ("cut", body[..body.len() - 1].to_owned(), Refusal::NotJson),
            (
                "too long",
                body.replace("titled", &"x".repeat(MAX_BODY_BYTES)),
                Refusal::TooLong,
            ),
        ];
        for (why, body, refusal) in table {
            assert_eq!(
                Event::parse(body.as_bytes()),
                Err(refusal),
                "{why}: {body:.200}"
            );
        }
    }

    #[test]
    fn what_a_later_version_wrote_is_unknown_not_refused() {
        let body = event().to_body();
        let later = Event::parse(body.replace("\"v\":1", "\"v\":2").as_bytes()).unwrap();
        assert_eq!(later.act, Act::Unknown);
        let field = Event::parse(
            body.replace("\"field\":\"title\"", "\"field\":\"mood\"")
                .as_bytes(),
        )
        .unwrap();
        assert_eq!(
            field.act,
            Act::Assign {
                known: vec![],
                unknown: 1
            }
        );
    }
}
