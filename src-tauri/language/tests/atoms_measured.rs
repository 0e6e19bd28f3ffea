//! Floors for atoms on data that is measured with but not shipped.

mod common;

use std::collections::HashMap;
use std::fs;
use std::time::Instant;

use serde_json::Value;
use stet_language::CodePointSpan;
use stet_language::atoms::{AtomKind, atoms};

/// The least shares: overlap F1, overlap recall, exact F1.
const FLOORS: [f64; 3] = [0.96, 0.975, 0.90];
/// The most time for one sentence, in microseconds. Tests run unoptimised beside others: the
/// measured time is in docs/atoms.md.
const SLOWEST: f64 = 400.0;

type Place = (u64, u64);

fn lines(path: &str) -> Option<Vec<Value>> {
    let lines = fs::read_to_string(common::shared().join(path)).ok()?;
    Some(
        lines
            .lines()
            .map(|line| serde_json::from_str(line).expect("a record a line"))
            .collect(),
    )
}

fn place(pair: &Value) -> Place {
    (
        pair[0].as_u64().expect("a start"),
        pair[1].as_u64().expect("an end"),
    )
}

fn touches(a: Place, places: &[Place]) -> bool {
    places.iter().any(|b| a.0 < b.1 && b.0 < a.1)
}

#[test]
fn scores_stay_above_their_floors() {
    let folder = "data/attribution/dev";
    let (Some(texts), Some(gold)) = (
        lines(&format!("{folder}/gum_news.jsonl")),
        lines(&format!("{folder}/gum_news_atoms.jsonl")),
    ) else {
        println!("skipped: no data");
        return;
    };
    let gold: HashMap<&str, Vec<Place>> = gold
        .iter()
        .map(|one| {
            let atoms = one["atoms"].as_array().expect("atoms");
            (
                one["id"].as_str().expect("an id"),
                atoms.iter().map(|a| place(&a["span"])).collect(),
            )
        })
        .collect();
    let (mut golden, mut found, mut met, mut right, mut exact) = (0, 0, 0, 0, 0);
    let (mut count, mut took) = (0, 0.0);
    for one in &texts {
        let spans: Vec<CodePointSpan> = one["sentences"]
            .as_array()
            .expect("sentences")
            .iter()
            .map(place)
            .map(|(start, end)| CodePointSpan {
                start: start as u32,
                end: end as u32,
            })
            .collect();
        let text = one["text"].as_str().expect("a text");
        let before = Instant::now();
        let atoms = atoms(text, &spans, "en");
        took += before.elapsed().as_secs_f64() * 1e6;
        count += spans.len();
        let places: Vec<Place> = atoms
            .iter()
            .filter(|atom| atom.kind != AtomKind::Quotation)
            .map(|atom| (atom.span.start.into(), atom.span.end.into()))
            .collect();
        let gold = &gold[one["id"].as_str().expect("an id")];
        golden += gold.len();
        found += places.len();
        met += gold.iter().filter(|one| touches(**one, &places)).count();
        right += places.iter().filter(|one| touches(**one, gold)).count();
        exact += places.iter().filter(|one| gold.contains(one)).count();
    }
    let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    let f1 = |p: f64, r: f64| 2.0 * p * r / (p + r).max(f64::EPSILON);
    let recall = share(met, golden);
    let measured = [
        f1(share(right, found), recall),
        recall,
        f1(share(exact, found), share(exact, golden)),
    ];
    println!(
        "overlap F1 {:.3}, recall {:.3}, exact F1 {:.3}",
        measured[0], measured[1], measured[2]
    );
    println!("{:.1} µs a sentence", took / count as f64);
    for (name, (measured, floor)) in ["overlap F1", "overlap recall", "exact F1"]
        .iter()
        .zip(measured.iter().zip(FLOORS))
    {
        assert!(*measured >= floor, "{name}: {measured:.3} < {floor}");
    }
    assert!(
        took / count as f64 <= SLOWEST,
        "{:.1} µs a sentence",
        took / count as f64
    );
}
