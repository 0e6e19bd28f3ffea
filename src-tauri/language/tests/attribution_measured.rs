//! What is said of the attributions' accuracy is so, on data that is measured with but not shipped.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::Instant;

use serde_json::Value;
use stet_language::{
    Attribution, CodePointSpan, Confidence, MEASURED, MEASURED_ELSEWHERE, Measured, Score,
    attribute,
};

/// The most time for one sentence, in microseconds. Tests run unoptimised beside others: the
/// measured time is in docs/attribution.md.
const SLOWEST: f64 = 400.0;

#[derive(Default)]
struct Counts {
    sentences: u32,
    right: u32,
    wrong: u32,
    missed: u32,
    sources: u32,
    gold_sources: u32,
    heads: u32,
    microseconds: f64,
}

fn span(value: &Value) -> Option<CodePointSpan> {
    let end = |n: usize| value[n].as_u64().map(|end| end as u32);
    Some(CodePointSpan {
        start: end(0)?,
        end: end(1)?,
    })
}

fn numbers(value: &Value) -> Vec<usize> {
    let numbers = value.as_array().into_iter().flatten();
    numbers
        .filter_map(Value::as_u64)
        .map(|n| n as usize)
        .collect()
}

/// What people marked in one sentence: sources with their heads. A source inside a quotation is
/// not asked for.
#[derive(Default)]
struct Gold {
    sources: BTreeMap<CodePointSpan, CodePointSpan>,
}

fn gold(record: &Value) -> BTreeMap<usize, Gold> {
    let mut gold: BTreeMap<usize, Gold> = BTreeMap::new();
    for item in record["attributed"].as_array().into_iter().flatten() {
        let sentence = item["sentence"].as_u64().expect("a sentence") as usize;
        let entry = gold.entry(sentence).or_default();
        if item["nested"].as_bool() != Some(true)
            && let (Some(source), Some(head)) = (span(&item["source"]), span(&item["source_head"]))
        {
            entry.sources.entry(source).or_insert(head);
        }
    }
    gold
}

impl Counts {
    fn text(&mut self, record: &Value) {
        let spans: Vec<_> = record["sentences"]
            .as_array()
            .expect("sentences")
            .iter()
            .filter_map(span)
            .collect();
        let text = record["text"].as_str().expect("a text");
        let before = Instant::now();
        let found = attribute(text, &spans, &numbers(&record["paragraph_starts"]), "en");
        self.microseconds += before.elapsed().as_secs_f64() * 1e6;
        let ambiguous = numbers(&record["ambiguous"]);
        let gold = gold(record);
        for n in (0..spans.len()).filter(|n| !ambiguous.contains(n)) {
            let shown = found
                .iter()
                .filter(|one| one.sentence == n && one.confidence >= Confidence::SHOWN);
            self.sentence(gold.get(&n), &shown.collect::<Vec<_>>());
        }
    }

    fn sentence(&mut self, gold: Option<&Gold>, found: &[&Attribution]) {
        self.sentences += 1;
        match (gold, found.is_empty()) {
            (Some(_), false) => self.right += 1,
            (Some(_), true) => self.missed += 1,
            (None, false) => self.wrong += 1,
            (None, true) => {}
        }
        let none = Gold::default();
        let asked = gold.unwrap_or(&none);
        if gold.is_some() && asked.sources.is_empty() {
            return;
        }
        let mut sources: BTreeSet<_> = found.iter().filter_map(|one| one.source).collect();
        self.gold_sources += asked.sources.len() as u32;
        self.sources += sources.len() as u32;
        for head in asked.sources.values() {
            let holds =
                |source: &&CodePointSpan| source.start <= head.start && head.end <= source.end;
            if let Some(source) = sources.iter().find(holds).copied() {
                sources.remove(&source);
                self.heads += 1;
            }
        }
    }
}

/// In tenths of a percent, rounded.
fn score(right: u32, marked: u32, asked: u32) -> Score {
    let share = |part: u32, all: u32| (f64::from(part) * 1000.0 / f64::from(all.max(1))).round();
    Score {
        precision: share(right, marked) as u16,
        recall: share(right, asked) as u16,
        f1: share(2 * right, marked + asked) as u16,
    }
}

fn measure(file: &str, said: Measured) {
    let path = common::shared().join("data/attribution/dev").join(file);
    let Ok(lines) = fs::read_to_string(path) else {
        println!("skipped: no data");
        return;
    };
    let mut counts = Counts::default();
    for line in lines.lines() {
        counts.text(&serde_json::from_str(line).expect("a record a line"));
    }
    let time = counts.microseconds / f64::from(counts.sentences);
    let measured = Measured {
        texts: said.texts,
        sentences: counts.sentences,
        sentence: score(
            counts.right,
            counts.right + counts.wrong,
            counts.right + counts.missed,
        ),
        source: score(counts.heads, counts.sources, counts.gold_sources),
    };
    println!("{measured:?}, {time:.1} µs a sentence");
    assert_eq!(measured, said, "what is said is what is measured: {file}");
    assert!(time <= SLOWEST, "{time:.1} µs a sentence");
}

#[test]
fn news_is_as_good_as_is_said() {
    measure("gum_news.jsonl", MEASURED);
}

#[test]
fn other_texts_are_as_good_as_is_said() {
    measure("gum_other_genres.jsonl", MEASURED_ELSEWHERE);
}
