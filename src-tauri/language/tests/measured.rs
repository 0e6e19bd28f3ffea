//! Floors for the splitter on data that is measured with but not shipped.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use stet_language::{CodePointSpan, Options, guess_language, sentences};

/// The least boundary F1, in percent, by source.
const FLOORS: &[(&str, f64)] = &[
    ("GUM-news", 96.0),
    ("BrownPress-reportage", 99.0),
    ("BrownPress-editorial", 99.0),
    ("BrownPress-reviews", 99.0),
    ("PUD-en", 99.0),
    ("PUD-de", 98.0),
    ("PUD-fr", 98.0),
    ("PUD-es", 98.0),
    ("PUD-ru", 98.0),
];
/// How many of the 48 golden rules must hold.
const GOLDEN: usize = 44;

#[test]
fn the_article_has_twelve_sentences() {
    let folder = common::shared().join("articles");
    let Ok(files) = fs::read_dir(&folder) else {
        println!("skipped: no data");
        return;
    };
    for file in files.filter_map(Result::ok) {
        let text = fs::read_to_string(file.path()).expect("the article is text");
        let count: usize = text
            .lines()
            .map(|line| sentences(line, "en", Options::default()).len())
            .sum();
        assert_eq!(count, 12, "{}", file.path().display());
        assert_eq!(guess_language(&text), "en");
    }
}

#[derive(Default)]
struct Score {
    texts: usize,
    exact: usize,
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 {
            100.0
        } else {
            200.0 * self.right as f64 / all as f64
        }
    }
}

/// Boundaries as the number of characters before them, white space not counted.
fn boundaries(text: &[char], ends: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let mut before = vec![0];
    for c in text {
        before.push(before.last().copied().unwrap_or(0) + usize::from(!c.is_whitespace()));
    }
    let total = before.last().copied().unwrap_or(0);
    ends.filter_map(|end| before.get(end).copied())
        .filter(|b| (1..total).contains(b))
        .collect()
}

#[test]
fn scores_stay_above_their_floors() {
    let folder = common::shared().join("data/segmentation/dev");
    let Ok(files) = fs::read_dir(&folder) else {
        println!("skipped: no data");
        return;
    };
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for file in files.filter_map(Result::ok) {
        let lines = fs::read_to_string(file.path()).expect("the data is text");
        for line in lines.lines() {
            let record: Value = serde_json::from_str(line).expect("a record a line");
            let field = |name: &str| record[name].as_str().unwrap_or_default();
            let source = field("source");
            if source != "GoldenRules-en" && !FLOORS.iter().any(|(name, _)| *name == source) {
                continue;
            }
            let points: Vec<char> = field("text").chars().collect();
            let gold = record["sentences"].as_array().expect("spans");
            let gold = boundaries(
                &points,
                gold.iter()
                    .filter_map(|s| s[1].as_u64())
                    .map(|e| e as usize),
            );
            let spans = sentences(field("text"), field("lang"), Options::default());
            let found = boundaries(
                &points,
                spans.iter().map(|s: &CodePointSpan| s.end as usize),
            );
            let score = scores.entry(source.to_owned()).or_default();
            score.texts += 1;
            score.exact += usize::from(gold == found);
            score.right += gold.intersection(&found).count();
            score.wrong += found.difference(&gold).count();
            score.missed += gold.difference(&found).count();
        }
    }
    for (source, score) in &scores {
        println!(
            "{source}: F1 {:.2}, exact {}/{}",
            score.f1(),
            score.exact,
            score.texts
        );
    }
    for (source, floor) in FLOORS {
        let score = scores.get(*source).map_or(0.0, Score::f1);
        assert!(score >= *floor, "{source}: {score:.2} < {floor}");
    }
    let golden = scores.get("GoldenRules-en").map_or(0, |score| score.exact);
    assert!(golden >= GOLDEN, "golden rules: {golden} < {GOLDEN}");
}
