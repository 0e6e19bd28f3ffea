//! Fits the weights, to be run by hand where the pages are:
//! `cargo test --release -p stet-intake html::fit -- --ignored --nocapture`. It prints what a
//! tenfold validation by site makes of them, then `weights.rs`. Logistic regression with a ridge,
//! by Newton's method: no randomness, so that the same pages give the same weights.

use std::collections::HashMap;

use dom_query::Document;

use super::choose::{FEATURES, Features, features, odds};
use super::corpus::{Gold, Page, pages, scores};
use super::{align, declared_encoding, extractors::Witnesses, limit, meta, survey};
use crate::decode::{Hints, decode};

const FOLDS: usize = 10;
/// Keeps weights small that few blocks speak for.
const RIDGE: f64 = 0.3;
/// What a string that must or must not be there counts, beside a whole text's 1.
const STRING: f64 = 1.0 / 6.0;

struct Measured {
    features: Vec<Features>,
    texts: Vec<String>,
    /// Whether each block belongs to the article, and how much that counts.
    labels: Vec<(bool, f64)>,
}

#[test]
#[ignore = "fits the weights, by hand"]
fn fit() {
    let Some(pages) = pages() else { return };
    let measured: Vec<Measured> = pages.iter().map(measure).collect();
    let mut sites: Vec<&str> = pages.iter().map(|page| page.site.as_str()).collect();
    sites.sort_unstable();
    sites.dedup();
    let fold: HashMap<&str, usize> = sites
        .iter()
        .enumerate()
        .map(|(at, site)| (*site, at % FOLDS))
        .collect();
    let mut texts = vec![String::new(); pages.len()];
    for left_out in 0..FOLDS {
        let inside = |page: &Page| fold[page.site.as_str()] == left_out;
        let weights = weights(
            pages
                .iter()
                .zip(&measured)
                .filter(|(page, _)| !inside(page)),
        );
        for ((page, measured), text) in pages.iter().zip(&measured).zip(&mut texts) {
            if inside(page) {
                *text = kept(measured, &weights);
            }
        }
    }
    let all: Vec<&Page> = pages.iter().collect();
    let (full, segments) = scores(&all, &texts);
    println!("validated: full {full}, segments {segments}");
    let weights = weights(pages.iter().zip(&measured));
    let texts: Vec<String> = measured.iter().map(|page| kept(page, &weights)).collect();
    let (full, segments) = scores(&all, &texts);
    println!("on its own pages: full {full}, segments {segments}");
    println!("\npub const WEIGHTS: Features = [");
    for row in weights.chunks(8) {
        let row: Vec<String> = row.iter().map(|weight| format!("{weight:.2},")).collect();
        println!("    {}", row.join(" "));
    }
    println!("];");
}

fn kept(page: &Measured, weights: &Features) -> String {
    let kept = page.features.iter().zip(&page.texts);
    let kept = kept.filter(|(features, _)| odds(features, weights) >= 0.0);
    let texts: Vec<&str> = kept.map(|(_, text)| text.as_str()).collect();
    texts.join("\n")
}

fn measure(page: &Page) -> Measured {
    let declared = declared_encoding(&page.bytes);
    let hints = Hints {
        declared: declared.as_deref(),
        ..Hints::default()
    };
    let text = decode(&page.id, &page.bytes, hints).unwrap().text;
    let markup = limit::limit(&text);
    let document = Document::from(&*markup);
    let head = meta::read(&document, None);
    let survey = survey::survey(&document);
    let witnesses = Witnesses::hear(&markup, document, survey.elements, head.body.as_deref());
    let features = features(&survey, &witnesses);
    let texts: Vec<String> = survey.blocks.into_iter().map(|block| block.text).collect();
    let labels = match &page.gold {
        Gold::Full(gold) => {
            let shares = align::shares(texts.iter().map(String::as_str), gold);
            let length = |text: &str| text.chars().count() as f64;
            let all: f64 = texts
                .iter()
                .zip(&shares)
                .filter(|(_, share)| **share >= 0.5)
                .map(|(text, _)| length(text))
                .sum();
            let labels = texts.iter().zip(&shares);
            labels
                .map(|(text, share)| (*share >= 0.5, (length(text) + 20.0) / all.max(1.0)))
                .collect()
        }
        Gold::Segments { with, without } => texts
            .iter()
            .map(|text| {
                let count = |strings: &[String]| {
                    strings
                        .iter()
                        .filter(|string| text.contains(*string))
                        .count()
                };
                let (for_it, against) = (count(with), count(without));
                let weight = if for_it + against > 0 { STRING } else { 0.0 };
                (for_it > against, weight)
            })
            .collect(),
    };
    Measured {
        features,
        texts,
        labels,
    }
}

/// The weights at which the labels are likeliest.
fn weights<'a>(pages: impl Iterator<Item = (&'a Page, &'a Measured)>) -> Features {
    let rows: Vec<(&Features, bool, f64)> = pages
        .flat_map(|(_, page)| page.features.iter().zip(&page.labels))
        .filter(|(_, (_, weight))| *weight > 0.0)
        .map(|(features, (label, weight))| (features, *label, *weight))
        .collect();
    let mut weights = [0.0_f64; FEATURES];
    for _ in 0..30 {
        let mut gradient = weights.map(|weight| RIDGE * weight);
        let mut curvature = vec![[0.0_f64; FEATURES]; FEATURES];
        // The first weight is the intercept: it may be what it is.
        gradient[0] = 0.0;
        for (at, row) in curvature.iter_mut().enumerate() {
            row[at] = if at == 0 { 1e-6 } else { RIDGE };
        }
        for (features, label, weight) in &rows {
            let sum: f64 = features
                .iter()
                .zip(&weights)
                .map(|(feature, weight)| f64::from(*feature) * weight)
                .sum();
            let likely = 1.0 / (1.0 + (-sum).exp());
            let off = weight * (likely - f64::from(u8::from(*label)));
            let bend = weight * likely * (1.0 - likely);
            for (i, feature) in features.iter().enumerate().filter(|(_, f)| **f != 0.0) {
                gradient[i] += off * f64::from(*feature);
                for (j, other) in features.iter().enumerate() {
                    curvature[i][j] += bend * f64::from(*feature) * f64::from(*other);
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(curvature, gradient)) {
            *weight -= step;
        }
    }
    weights.map(|weight| weight as f32)
}

/// Gauss's elimination; the matrix is positive.
fn solve(mut matrix: Vec<[f64; FEATURES]>, mut right: [f64; FEATURES]) -> [f64; FEATURES] {
    for at in 0..FEATURES {
        for below in at + 1..FEATURES {
            let factor = matrix[below][at] / matrix[at][at];
            let (upper, lower) = matrix.split_at_mut(below);
            for (to, from) in lower[0].iter_mut().zip(&upper[at]).skip(at) {
                *to -= factor * from;
            }
            right[below] -= factor * right[at];
        }
    }
    for at in (0..FEATURES).rev() {
        for above in 0..at {
            right[above] -= right[at] * matrix[above][at] / matrix[at][at];
        }
        right[at] /= matrix[at][at];
    }
    right
}
