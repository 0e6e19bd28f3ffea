//! A share as large as one likes, written event by event as its makers would have: several people,
//! each with a chain of their own in every article, tagging its sentences, some of them again.

use std::path::Path;

use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use stet_core::{
    event::{Act, Assignment, Chain, Event},
    ids::{BlobHash, EventId, Replica},
    json::Json,
    schema::{Entity, Field, TextHash},
    seal,
    text::Span,
};

/// What there is to be of it.
#[derive(Clone, Copy, Debug)]
pub struct Many {
    /// Events in all, about.
    pub events: usize,
    /// The first of the people at work; each is who the number says.
    pub first_person: u8,
    /// How many people.
    pub people: u8,
    /// The first of the articles; each is what the number says.
    pub first_article: usize,
    /// Sentences of an article.
    pub sentences: usize,
    /// Every how many tags one is given again, with a finding: 0 for never.
    pub again_every: usize,
}

const START_MS: u64 = 1_790_000_000_000;
const SENTENCE: &str = "The council paid 49 million for it in 1936. ";
const FINDINGS: [&str; 4] = [
    "",
    "The minutes of 4 May say so.",
    "",
    "Two figures differ: the budget has 47, the annual report 49.",
];

struct Writer<'d> {
    db: &'d Connection,
    key: SigningKey,
    chain: Chain,
    seq: u64,
    prev: Option<EventId>,
}

impl Writer<'_> {
    fn put(
        &mut self,
        time_ms: u64,
        label: String,
        span: Entity,
        field: Field,
        value: Json,
        replaces: Vec<EventId>,
    ) -> EventId {
        self.seq += 1;
        let event = Event {
            chain: self.chain.clone(),
            seq: self.seq,
            prev: self.prev,
            time_ms,
            step: None,
            label,
            act: Act::Assign {
                known: vec![Assignment {
                    entity: span,
                    field,
                    value,
                    replaces,
                }],
                unknown: 0,
            },
        };
        let body = event.to_body();
        let id = EventId::of(time_ms, body.as_bytes());
        self.db
            .prepare_cached("INSERT INTO event(id, body) VALUES (?, ?)")
            .and_then(|mut put| put.execute((id.0, body.as_bytes())))
            .expect("an event is written");
        self.prev = Some(id);
        id
    }

    fn seal(&self) {
        if let Some(head) = self.prev {
            let seal = seal::seal(&self.key, &self.chain, self.seq, head);
            self.db
                .execute(
                    "INSERT INTO seal VALUES (?, ?, ?, ?)",
                    (
                        seal.chain,
                        i64::try_from(seal.seq).unwrap_or(i64::MAX),
                        seal.head.0,
                        seal.signature,
                    ),
                )
                .expect("a seal is written");
        }
    }
}

/// Writes it; returns how many events it holds.
///
/// # Panics
/// Where the disk refuses.
pub fn write(out: &Path, many: Many) -> usize {
    let db = Connection::open(out).expect("a new file");
    db.execute_batch("PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA application_id=1398031700; PRAGMA user_version=1;")
        .expect("a new file");
    db.execute_batch(include_str!("../../src-tauri/store/src/sql/shared.sql"))
        .expect("its tables");
    db.execute_batch("INSERT INTO meta VALUES ('kind', 'share'), ('least_reader', '1'), ('least_writer', '1'), ('written_by', 'stet'); BEGIN;")
        .expect("its kind");
    let (mut written, mut article) = (0, many.first_article);
    while written < many.events {
        let text = format!("Article {article}. {}", SENTENCE.repeat(many.sentences));
        let text = text.trim_end();
        let blob = |bytes: &[u8]| {
            let hash = BlobHash::of(bytes);
            db.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (hash.0, bytes))
                .expect("a blob is written");
            hash
        };
        let hash = TextHash(blob(text.as_bytes()).0);
        let head = u32::try_from(text.len() - SENTENCE.len() * many.sentences + 1).unwrap_or(0);
        let length = u32::try_from(SENTENCE.len()).unwrap_or(0);
        let span = |n: usize| {
            let start = head + u32::try_from(n).unwrap_or(0) * length;
            Span::new(start, start + length - 1)
        };
        let ends: Vec<Json> = (0..many.sentences)
            .flat_map(|n| [span(n).start, span(n).end])
            .map(|at| Json::Int(i64::from(at.0)))
            .collect();
        let sentences = Json::map([
            ("sentences", Json::List(ends)),
            ("splitter", Json::text("1")),
        ]);
        let sentences = Json::map([(
            "blob",
            Json::text(blob(sentences.to_string().as_bytes()).to_string()),
        )]);
        let end = i64::try_from(text.chars().count()).unwrap_or(0);
        let blocks = Json::map([(
            "blocks",
            Json::List(vec![Json::List(vec![
                Json::text("paragraph"),
                Json::Int(0),
                Json::Int(end),
            ])]),
        )]);
        let mut writers: Vec<Writer<'_>> = (0..many.people)
            .map(|n| {
                let key = SigningKey::from_bytes(&[many.first_person + n + 1; 32]);
                let chain = Chain {
                    actor: seal::actor(&key),
                    replica: Replica([many.first_person + n + 1; 16]),
                    about: hash.base64url(),
                };
                Writer {
                    db: &db,
                    key,
                    chain,
                    seq: 0,
                    prev: None,
                }
            })
            .collect();
        // Every article an hour later, and in it everybody in turn.
        let mut now = START_MS + article as u64 * 3_600_000;
        for (field, value) in [(Field::Segmentation, sentences), (Field::Blocks, blocks)] {
            now += 1;
            writers[0].put(
                now,
                "imported".into(),
                Entity::Draft(hash),
                field,
                value,
                vec![],
            );
            written += 1;
        }
        'tags: for n in 0..many.sentences {
            for (who, writer) in writers.iter_mut().enumerate() {
                if written >= many.events {
                    break 'tags;
                }
                now += 700;
                // One sentence in twelve is seen otherwise by one of them.
                let seen = if n % 12 == 5 && who == 1 { n + 1 } else { n };
                let tag = ["verified", "disputed", "attributed-only"][seen % 3];
                let judge = |finding: &str| {
                    let mut pairs = vec![("tag", Json::text(tag))];
                    if !finding.is_empty() {
                        let finding = format!("{finding} ({who})");
                        pairs.push(("finding", Json::text(finding)));
                    }
                    Json::map(pairs)
                };
                let label = format!("tagged {} {tag}", n + 1);
                let at = Entity::Span(hash, span(n));
                let first = writer.put(
                    now,
                    label,
                    at.clone(),
                    Field::Judgement,
                    judge(FINDINGS[n % 4]),
                    vec![],
                );
                written += 1;
                if many.again_every > 0 && n % many.again_every == 0 {
                    let value = judge("Looked at again: it is so.");
                    let label = format!("finding on {}", n + 1);
                    writer.put(now + 1, label, at, Field::Judgement, value, vec![first]);
                    written += 1;
                }
            }
        }
        writers.iter().for_each(Writer::seal);
        article += 1;
    }
    db.execute_batch("COMMIT").expect("it is written");
    written
}
