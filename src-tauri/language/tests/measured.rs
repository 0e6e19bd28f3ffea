//! Floors for the splitter on data that is measured with but not shipped.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use stet_language::{CodePointSpan, Options, guess_language, sentences};

/// The least boundary F1, in percent, by source: what is asked of a set, or a little below what was
/// reached on it.
const FLOORS: &[(&str, f64)] = &[
    ("GUM-news", 97.5),
    ("GUM-interview", 97.5),
    ("BrownPress-reportage", 99.7),
    ("BrownPress-editorial", 99.7),
    ("BrownPress-reviews", 99.7),
    ("EWT-weblog", 97.2),
    ("EWT-newsgroup", 90.3),
    ("EWT-answers", 91.9),
    ("EWT-reviews", 98.1),
    ("EWT-email", 79.3),
    ("PUD-en", 99.66),
    ("PUD-ar", 99.75),
    ("PUD-cs", 99.66),
    ("PUD-de", 99.58),
    ("PUD-es", 99.2),
    ("PUD-fr", 99.5),
    ("PUD-ru", 99.5),
    ("PUD-tr", 99.66),
    ("PUD-zh", 99.5),
    ("GSD-ja", 99.5),
];
/// How many of the 48 golden rules must hold, by default and with quotations kept whole.
const GOLDEN: usize = 47;
const GOLDEN_KEPT: usize = 48;
/// Code points of a paragraph whose language must be known, and in how many of a thousand it must.
const LONG: usize = 200;
const KNOWN: usize = 995;

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

/// Source, language, text, gold boundaries.
type Record = (String, String, String, BTreeSet<usize>);

/// The records of every file. None without data.
fn records() -> Option<Vec<Record>> {
    let folder = common::shared().join("data/segmentation/dev");
    let Ok(files) = fs::read_dir(&folder) else {
        println!("skipped: no data");
        return None;
    };
    let mut records = Vec::new();
    for file in files.filter_map(Result::ok) {
        let lines = fs::read_to_string(file.path()).expect("the data is text");
        for line in lines.lines() {
            let record: Value = serde_json::from_str(line).expect("a record a line");
            let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
            let text = field("text");
            let points: Vec<char> = text.chars().collect();
            let gold = record["sentences"].as_array().expect("spans");
            let ends = gold.iter().filter_map(|span| span[1].as_u64());
            let gold = boundaries(&points, ends.map(|end| end as usize));
            records.push((field("source"), field("lang"), text, gold));
        }
    }
    Some(records)
}

/// The boundaries that the splitter finds.
fn found(text: &str, lang: &str, options: Options) -> BTreeSet<usize> {
    let points: Vec<char> = text.chars().collect();
    let spans = sentences(text, lang, options);
    boundaries(
        &points,
        spans.iter().map(|span: &CodePointSpan| span.end as usize),
    )
}

#[test]
fn scores_stay_above_their_floors() {
    let Some(records) = records() else { return };
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for (source, lang, text, gold) in &records {
        if !FLOORS.iter().any(|(name, _)| name == source) {
            continue;
        }
        let found = found(text, lang, Options::default());
        let score = scores.entry(source).or_default();
        score.right += gold.intersection(&found).count();
        score.wrong += found.difference(gold).count();
        score.missed += gold.difference(&found).count();
    }
    for (source, score) in &scores {
        println!("{source}: F1 {:.2}", score.f1());
    }
    for (source, floor) in FLOORS {
        let score = scores.get(*source).map_or(0.0, Score::f1);
        assert!(score >= *floor, "{source}: {score:.2} < {floor}");
    }
}

#[test]
fn golden_rules_hold() {
    let Some(records) = records() else { return };
    for (keep_quotations, least) in [(false, GOLDEN), (true, GOLDEN_KEPT)] {
        let exact = records
            .iter()
            .filter(|(source, ..)| source == "GoldenRules-en")
            .filter(|(_, lang, text, gold)| found(text, lang, Options { keep_quotations }) == *gold)
            .count();
        println!("golden rules, quotations kept {keep_quotations}: {exact}");
        assert!(
            exact >= least,
            "quotations kept {keep_quotations}: {exact} < {least}"
        );
    }
}

/// The language is known from any text long enough to be an article's paragraph.
#[test]
fn languages_are_known() {
    let Some(records) = records() else { return };
    let (mut long, mut known) = (0, 0);
    for (source, lang, text, _) in &records {
        if !source.starts_with("PUD") || text.chars().count() < LONG {
            continue;
        }
        long += 1;
        known += usize::from(guess_language(text) == lang);
    }
    println!("language known: {known} of {long}");
    assert!(known * 1000 >= long * KNOWN, "{known} of {long}");
}
