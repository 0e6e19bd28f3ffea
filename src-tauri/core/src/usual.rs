//! Reads a body of the usual shape without building a tree of it: a large merge reads hundreds of
//! thousands of them. It accepts a part of what [`Event::parse`] does and sees the same in it; of
//! everything else it says nothing, and the strict reader decides.

use std::{borrow::Cow, collections::BTreeSet};

use serde::{Deserialize, Deserializer};

use crate::{
    event::{Act, Assignment, BODY_VERSION, Chain, Event, MAX_BODY_BYTES},
    ids::{Actor, EventId, Replica},
    json::{Json, at_depth},
    schema::{Entity, Field},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<'b> {
    v: u64,
    #[serde(borrow)]
    actor: Cow<'b, str>,
    #[serde(borrow)]
    replica: Cow<'b, str>,
    #[serde(borrow)]
    chain: Cow<'b, str>,
    seq: u64,
    time: u64,
    label: String,
    #[serde(borrow, default, deserialize_with = "there")]
    prev: Option<Word<'b>>,
    #[serde(borrow, default, deserialize_with = "there")]
    step: Option<Word<'b>>,
    #[serde(borrow, default, deserialize_with = "there")]
    set: Option<Vec<Given<'b>>>,
    #[serde(borrow, default, deserialize_with = "there")]
    undo: Option<Vec<Word<'b>>>,
}

#[derive(Deserialize)]
struct Word<'b>(#[serde(borrow)] Cow<'b, str>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given<'b> {
    #[serde(borrow)]
    entity: Cow<'b, str>,
    #[serde(borrow)]
    field: Cow<'b, str>,
    #[serde(deserialize_with = "value")]
    value: Json,
    #[serde(borrow, default)]
    replaces: Vec<Word<'b>>,
}

/// What is there must be what it should be: `null` is not the same as nothing.
fn there<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// A value lies within the body, a list and an object.
fn value<'de, D: Deserializer<'de>>(from: D) -> Result<Json, D::Error> {
    at_depth(3, from)
}

fn id(word: &Word<'_>) -> Option<EventId> {
    EventId::parse(&word.0)
}

/// A number as bodies may hold it.
fn number(number: u64) -> Option<u64> {
    i64::try_from(number).is_ok().then_some(number)
}

/// The event, if its body is of the usual shape and nothing in it is unknown to this version.
#[must_use]
pub fn read(body: &[u8]) -> Option<Event> {
    if body.len() > MAX_BODY_BYTES {
        return None;
    }
    let mut body: Body<'_> = serde_json::from_slice(body).ok()?;
    let act = match (body.set.take(), &body.undo) {
        (Some(set), None) => Act::Assign {
            known: assignments(set)?,
            unknown: 0,
        },
        (None, Some(undo)) => Act::Undo(undo.iter().map(id).collect::<Option<_>>()?),
        _ => return None,
    };
    let prev = match &body.prev {
        Some(word) => Some(id(word)?),
        None => None,
    };
    let step = match &body.step {
        Some(word) => Some(id(word)?),
        None => None,
    };
    let fits = body.v == BODY_VERSION && body.seq > 0 && (body.seq == 1) == prev.is_none();
    fits.then_some(Event {
        chain: Chain {
            actor: Actor::parse(&body.actor)?,
            replica: Replica::parse(&body.replica)?,
            about: body.chain.into_owned(),
        },
        seq: number(body.seq)?,
        prev,
        time_ms: number(body.time)?,
        step,
        label: body.label,
        act,
    })
}

fn assignments(set: Vec<Given<'_>>) -> Option<Vec<Assignment>> {
    // One is all that nearly every step gives, and cannot be there twice.
    let places: BTreeSet<_> = match set.as_slice() {
        [] | [_] => BTreeSet::new(),
        several => several
            .iter()
            .map(|one| (&one.entity, &one.field))
            .collect(),
    };
    if set.len() > 1 && places.len() < set.len() {
        return None;
    }
    set.into_iter()
        .map(|one| {
            let entity = Entity::parse(&one.entity)?;
            let field = Field::parse(&entity, &one.field)?;
            Some(Assignment {
                entity,
                field,
                value: one.value,
                replaces: one.replaces.iter().map(id).collect::<Option<_>>()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::TextHash;

    fn body() -> String {
        let known = vec![Assignment {
            entity: Entity::Draft(TextHash([3; 32])),
            field: Field::Title,
            value: Json::text("The “dam”\n"),
            replaces: vec![EventId([9; 32])],
        }];
        let chain = Chain {
            actor: Actor([1; 32]),
            replica: Replica([2; 16]),
            about: "library".into(),
        };
        Event {
            chain,
            seq: 2,
            prev: Some(EventId([8; 32])),
            time_ms: 1_700_000_000_000,
            step: None,
            label: "titled".into(),
            act: Act::Assign { known, unknown: 0 },
        }
        .to_body()
    }

    #[test]
    fn what_it_reads_is_what_the_strict_reader_reads() {
        let usual = body();
        assert!(read(usual.as_bytes()).is_some(), "what is written is usual");
        let value = usual.split("\"value\":").nth(1).unwrap();
        let value = &value[..value.find('}').unwrap()];
        let deep = |levels: usize| {
            let nested = format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
            usual.replace(value, &nested)
        };
        let table = [
            ("as it is", usual.clone()),
            ("no predecessor", usual.replace("\"prev\":", "\"step\":")),
            (
                "a null",
                usual.replace("\"prev\":\"", "\"prev\":null,\"x\":\""),
            ),
            (
                "a null step",
                usual.replace("\"seq\"", "\"step\":null,\"seq\""),
            ),
            ("a key twice", usual.replace("\"seq\"", "\"v\":1,\"seq\"")),
            ("a float", usual.replace("\"seq\":2", "\"seq\":2.0")),
            (
                "beyond 63 bits",
                usual.replace("\"seq\":2", "\"seq\":9223372036854775808"),
            ),
            ("position 0", usual.replace("\"seq\":2", "\"seq\":0")),
            ("a later version", usual.replace("\"v\":1", "\"v\":2")),
            (
                "an unknown key",
                usual.replace("\"seq\"", "\"mood\":1,\"seq\""),
            ),
            ("an unknown field", usual.replace("\"title\"", "\"mood\"")),
            (
                "an escape in a key",
                usual.replace("\"title\"", "\"\\u0074itle\""),
            ),
            ("no value", usual.replace("\"value\":", "\"valve\":")),
            (
                "sets and undoes",
                usual.replace("\"set\":", "\"undo\":[],\"set\":"),
            ),
            (
                "undoes nothing",
                usual.replace("\"seq\"", "\"undo\":[],\"seq\""),
            ),
            ("as deep as it may be", deep(5)),
            ("too deep", deep(6)),
            ("something behind", format!("{usual} {{}}")),
            ("cut", usual[..usual.len() - 1].to_owned()),
            ("spaces", usual.replace(',', " , ")),
        ];
        for (why, body) in table {
            let strict = Event::parse_strictly(body.as_bytes());
            if let Some(event) = read(body.as_bytes()) {
                assert_eq!(Ok(event), strict, "{why}");
            }
            assert_eq!(Event::parse(body.as_bytes()), strict, "{why}");
        }
        assert!(read(deep(5).as_bytes()).is_some() && read(deep(6).as_bytes()).is_none());
    }

    #[test]
    fn two_values_for_one_place_are_left_to_the_strict_reader() {
        let usual = body();
        let set = usual.find("\"set\":[").unwrap() + 7;
        let one = &usual[set..usual.rfind("],\"time\"").unwrap()];
        let twice = usual.replace(one, &format!("{one},{one}"));
        assert_eq!(read(twice.as_bytes()), None);
    }
}
