//! Saved pages with what their articles are, which are not part of the project, and the two scores
//! of such: shingles of four words, and strings that must or must not be there.

use std::collections::HashMap;
use std::io::Read as _;
use std::path::PathBuf;

use stet_core::draft::collapse;

pub struct Page {
    pub id: String,
    /// Pages of one site are alike: they are never on both sides of a validation.
    pub site: String,
    pub bytes: Vec<u8>,
    pub gold: Gold,
}

pub enum Gold {
    /// The whole text.
    Full(String),
    /// Strings that must be in the text, and such that must not.
    Segments {
        with: Vec<String>,
        without: Vec<String>,
    },
}

/// The pages to develop with, by id.
pub fn pages() -> Option<Vec<Page>> {
    let shared = std::env::var_os("STET_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let folder = shared.join("data/extraction/dev");
    let Ok(gold) = std::fs::read(folder.join("gold.json")) else {
        println!("skipped: no data");
        return None;
    };
    let gold: HashMap<String, serde_json::Value> = serde_json::from_slice(&gold).unwrap();
    let mut pages: Vec<Page> = gold
        .into_iter()
        .map(|(id, gold)| {
            let packed = std::fs::read(folder.join(format!("pages/{id}.html.gz"))).unwrap();
            let mut bytes = Vec::new();
            flate2::read::GzDecoder::new(&packed[..])
                .read_to_end(&mut bytes)
                .unwrap();
            let strings = |key: &str| -> Vec<String> {
                let values = gold[key].as_array().unwrap();
                let strings = values.iter().map(|value| collapse(value.as_str().unwrap()));
                strings.collect()
            };
            let url = gold["url"].as_str().unwrap();
            let host = url.split('/').nth(2).unwrap_or(url);
            Page {
                site: host.trim_start_matches("www.").to_owned(),
                bytes,
                gold: match gold["text"].as_str() {
                    Some(text) => Gold::Full(text.to_owned()),
                    None => Gold::Segments {
                        with: strings("with"),
                        without: strings("without"),
                    },
                },
                id,
            }
        })
        .collect();
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    Some(pages)
}

/// Precision, recall and F1.
#[derive(Debug, Clone, Copy)]
pub struct Score {
    pub precision: f64,
    pub recall: f64,
}

impl Score {
    pub fn f1(self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { precision, recall } = self;
        write!(f, "{precision:.3} / {recall:.3} / {:.4}", self.f1())
    }
}

/// Both scores of texts, one a page: of whole texts, then of strings.
pub fn scores(pages: &[&Page], texts: &[String]) -> (Score, Score) {
    let (mut precisions, mut recalls) = (Vec::new(), Vec::new());
    let (mut right, mut wrong, mut missed) = (0_usize, 0_usize, 0_usize);
    for (page, text) in pages.iter().zip(texts) {
        match &page.gold {
            Gold::Full(gold) => {
                let (gold, found) = (shingles(gold), shingles(text));
                let both: usize = found
                    .iter()
                    .map(|(shingle, count)| gold.get(shingle).map_or(0, |other| *other.min(count)))
                    .sum();
                let all = |of: &HashMap<Vec<String>, usize>| of.values().sum::<usize>();
                let share = |all: usize| (all > 0).then(|| both as f64 / all as f64);
                precisions.extend(share(all(&found)));
                recalls.extend(share(all(&gold)));
            }
            Gold::Segments { with, without } => {
                let text = collapse(text);
                let found = with.iter().filter(|string| text.contains(*string)).count();
                right += found;
                missed += with.len() - found;
                wrong += without
                    .iter()
                    .filter(|string| text.contains(*string))
                    .count();
            }
        }
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    (
        Score {
            precision: mean(&precisions),
            recall: mean(&recalls),
        },
        Score {
            precision: right as f64 / (right + wrong).max(1) as f64,
            recall: right as f64 / (right + missed).max(1) as f64,
        },
    )
}

fn shingles(text: &str) -> HashMap<Vec<String>, usize> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let mut shingles = HashMap::new();
    for shingle in words.windows(4.min(words.len()).max(1)) {
        *shingles.entry(shingle.to_vec()).or_default() += 1;
    }
    shingles
}
