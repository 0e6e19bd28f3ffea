//! What the whole way from bytes to text makes of saved pages, beside what the two extractors make
//! of them alone. Figures stand in docs/measured.md.

use std::time::Instant;

use dom_query::Document;
use dom_smoothie::Readability;

use super::corpus::{Page, pages, scores};
use crate::document::Choices;

/// The least that is accepted of F1, for whole texts and for strings.
const FLOORS: (f64, f64) = (0.970, 0.950);
/// Every so many pages are read in builds for debugging, where all of them take minutes.
const SAMPLE: usize = 12;

#[test]
fn articles_are_found_in_saved_pages() {
    let Some(pages) = pages() else { return };
    let whole = !cfg!(debug_assertions) || std::env::var_os("STET_WHOLE").is_some();
    let pages: Vec<&Page> = pages
        .iter()
        .step_by(if whole { 1 } else { SAMPLE })
        .collect();
    let mut longest = 0.0_f64;
    let start = Instant::now();
    let texts: Vec<String> = pages
        .iter()
        .map(|page| {
            let start = Instant::now();
            let text = crate::read("page.html", &page.bytes, &Choices::default())
                .map(|document| document.main_text())
                .unwrap_or_default();
            longest = longest.max(start.elapsed().as_secs_f64());
            text
        })
        .collect();
    let mean = start.elapsed().as_secs_f64() / pages.len() as f64;
    let (full, segments) = scores(&pages, &texts);
    println!("stet: full {full}, segments {segments}");
    println!(
        "{:.1} ms a page, longest {:.0} ms",
        mean * 1e3,
        longest * 1e3
    );
    if whole {
        assert!(full.f1() >= FLOORS.0, "whole texts: {full}");
        assert!(segments.f1() >= FLOORS.1, "strings: {segments}");
    }
}

#[test]
#[ignore = "measures others, by hand"]
fn the_extractors_alone() {
    type Extractor = fn(&str) -> Option<String>;
    let Some(pages) = pages() else { return };
    let extractors: [(&str, Extractor); 2] = [
        ("trafilatura, with fallback", |page| {
            let options = trafilatura::Options::default()
                .with_links(true)
                .with_fallback(true);
            let found = trafilatura::extract(page, &options).ok()?;
            Some(
                Document::from(found.content_html)
                    .formatted_text()
                    .to_string(),
            )
        }),
        ("dom_smoothie", |page| {
            let found = Readability::new(page, None, None).ok()?.parse().ok()?;
            Some(Document::from(found.content).formatted_text().to_string())
        }),
    ];
    let pages: Vec<&Page> = pages.iter().collect();
    for (name, extract) in extractors {
        let start = Instant::now();
        let texts: Vec<String> = pages
            .iter()
            .map(|page| {
                let declared = super::declared_encoding(&page.bytes);
                let hints = crate::decode::Hints {
                    declared: declared.as_deref(),
                    ..Default::default()
                };
                let decoded = crate::decode::decode("page", &page.bytes, hints).unwrap();
                extract(&decoded.text).unwrap_or_default()
            })
            .collect();
        let mean = start.elapsed().as_secs_f64() / pages.len() as f64;
        let (full, segments) = scores(&pages, &texts);
        println!(
            "{name}: full {full}, segments {segments}, {:.1} ms a page",
            mean * 1e3
        );
    }
}
