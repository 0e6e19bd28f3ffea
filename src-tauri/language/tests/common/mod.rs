//! Shared by the tests: tables of sentences, and where measuring data lies.
#![allow(dead_code, reason = "each test file uses a part")]

pub mod attributions;

use std::path::PathBuf;

use stet_language::{Options, explain, sentences};

/// A row: why it is here, and the text with ` | ` at boundaries that have a space, `|` at those
/// that have none.
pub type Row = (&'static str, &'static str);

pub fn split(text: &str, lang: &str, options: Options) -> Vec<String> {
    let points: Vec<char> = text.chars().collect();
    sentences(text, lang, options)
        .iter()
        .map(|span| {
            points[span.start as usize..span.end as usize]
                .iter()
                .collect()
        })
        .collect()
}

/// Checks rows and names every one that fails.
pub fn check(lang: &str, options: Options, rows: &[Row]) {
    let mut failed = Vec::new();
    for (why, marked) in rows {
        let expected: Vec<String> = marked
            .split('|')
            .map(|piece| piece.trim().to_owned())
            .collect();
        let text = marked.replace(" | ", " ").replace('|', "");
        let found = split(&text, lang, options);
        if found != expected {
            let rules: Vec<_> = explain(&text, lang, options)
                .iter()
                .map(|e| (e.end, e.split, e.rule))
                .collect();
            failed.push(format!(
                "{why}\n  expected {expected:?}\n  found    {found:?}\n  rules {rules:?}"
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{} rows:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

/// The folder with measuring data, which is not part of the project.
pub fn shared() -> PathBuf {
    std::env::var_os("STET_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    )
}
