//! What a later version wrote goes through share, merge and rebuild byte for byte, with its blobs.

use rusqlite::Connection;
use stet_core::{
    event::{Act, Chain, Event},
    ids::{BlobHash, EventId, Replica},
    seal,
};
use stet_tests::{
    article::{article, import},
    machine::{Machine, NOW, checker, key},
    oracle,
};

use crate::properties::rebuilding_changes_nothing;

#[test]
fn unknown_kinds_fields_and_versions_survive() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let mut share = machine.share(&mut ada, 0, &[]);
    let blob = b"what a later version keeps".as_slice();
    let blob_name = BlobHash::of(blob).to_string();
    let draft = stet_core::schema::Entity::Draft(article(0).id()).to_string();
    let bodies = [
        ("a field of a known kind", format!(r#""set":[{{"entity":"{draft}","field":"mood","value":{{"blob":"{blob_name}"}}}}],"v":1"#)),
        ("a kind of entity", r#""set":[{"entity":"query/7","field":"text","value":"who?"},{"entity":"query/8","field":"text","value":null}],"v":1"#.to_owned()),
        ("an act", r#""erase":["x"],"v":1"#.to_owned()),
        ("a version", format!(r#""set":[{{"entity":"{draft}","field":"title","value":{{"deep":[[1,2],{{"z":true}}]}}}}],"v":2"#)),
        ("a key beside known ones, in another order, with white space", format!(r#" "v":1 , "extra" : [ ], "set":[{{"field":"title","entity":"{draft}","value":"The dam"}}]"#)),
    ];
    // A share as a later version would write it: a chain of its own, sealed.
    let chain = Chain {
        actor: checker(1),
        replica: Replica([77; 16]),
        about: article(0).id().base64url(),
    };
    let db = Connection::open(&share).unwrap();
    let mut prev: Option<EventId> = None;
    let mut written = Vec::new();
    for (n, (_, rest)) in bodies.iter().enumerate() {
        let before = prev
            .map(|id| format!(r#""prev":"{id}","#))
            .unwrap_or_default();
        let body = format!(
            r#"{{"actor":"{}","chain":"{}","label":"later","replica":"{}","seq":{},"time":{},{before}{rest}}}"#,
            chain.actor,
            chain.about,
            chain.replica,
            n + 1,
            NOW + n as u64
        );
        let id = EventId::of(NOW + n as u64, body.as_bytes());
        db.execute(
            "INSERT INTO event(id, body) VALUES (?, ?)",
            (id.0, body.as_bytes()),
        )
        .unwrap();
        written.push((id, body));
        prev = Some(id);
    }
    let sealed = seal::seal(&key(1), &chain, bodies.len() as u64, prev.unwrap());
    db.execute(
        "INSERT INTO seal VALUES (?, ?, ?, ?)",
        (
            sealed.chain,
            bodies.len() as i64,
            sealed.head.0,
            sealed.signature,
        ),
    )
    .unwrap();
    db.execute(
        "INSERT INTO blob VALUES (?, ?)",
        (BlobHash::of(blob).0, blob),
    )
    .unwrap();
    drop(db);
    // Through three hands, none of which knows them or holds the author's key.
    for (n, name) in ["b.stet", "c.stet", "d.stet"].into_iter().enumerate() {
        let mut store = machine.open(name, 2 + u8::try_from(n).unwrap());
        let merged = machine.merge(&mut store, &share);
        assert_eq!((merged.new, merged.set_aside.len()), (6, 0), "{name}");
        rebuilding_changes_nothing(&mut store);
        let rows = oracle::rows(store.path());
        for ((id, body), (what, _)) in written.iter().zip(&bodies) {
            assert_eq!(
                rows.get(id.0.as_slice()).map(Vec::as_slice),
                Some(body.as_bytes()),
                "{what} in {name}"
            );
        }
        let kept: Vec<u8> = Connection::open(store.path())
            .unwrap()
            .query_row(
                "SELECT bytes FROM blob WHERE hash = ?",
                [BlobHash::of(blob).0],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(kept, blob, "its blob in {name}");
        assert!(
            store.dump().unwrap().contains("The dam"),
            "what is known of it counts"
        );
        share = machine.share(&mut store, 2 + u8::try_from(n).unwrap(), &[]);
    }
    let known = written
        .iter()
        .filter(|(_, body)| !matches!(Event::parse(body.as_bytes()).unwrap().act, Act::Unknown))
        .count();
    assert_eq!(
        known, 3,
        "the table holds both: what is partly known and what is not at all"
    );
}
