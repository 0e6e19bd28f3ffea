//! How long a PDF takes: `cargo run --release -p stet-report --example pdf -- 10000`. Prints pages,
//! seconds and, on Linux, the most memory that was held.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement stops at the first fault"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Instant;

use stet_core::view::{BlockKind, Tag};
use stet_report::{Format, Options, write};

fn main() {
    let sentences: usize = std::env::args().nth(1).map_or(1000, |n| n.parse().unwrap());
    let mut b = common::Builder::new("A long article");
    let text = "The wall was finished in the spring of the year, eleven months after the first stone was laid.";
    let labels: Vec<String> = (1..=sentences).map(|n| n.to_string()).collect();
    for labels in labels.chunks(5) {
        let block: Vec<(&str, &str)> = labels.iter().map(|label| (label.as_str(), text)).collect();
        b.block(BlockKind::Paragraph, &block);
    }
    let mut view = b.done();
    for (n, one) in view.sentences.iter_mut().enumerate() {
        let mut other = common::Builder::new("");
        other.block(BlockKind::Paragraph, &[("1", text)]);
        let tag = if n % 20 == 0 {
            Tag::Disputed
        } else {
            Tag::Verified
        };
        other.tag(
            "1",
            common::KIM,
            tag,
            "First pour and last pour are dated in the register.",
        );
        other.source(
            "1",
            &format!("s{}", n % 50),
            "The register",
            "https://example.org/r",
            "finished",
            "p. 4",
        );
        let made = other.done().sentences.remove(0);
        (one.standing, one.tags, one.evidence) = (made.standing, made.tags, made.evidence);
    }
    let dossier = common::dossier(&view);
    let begun = Instant::now();
    let bytes = write(&dossier, Format::Pdf, Options::default()).unwrap();
    let taken = begun.elapsed().as_secs_f64();
    let pages = bytes
        .windows(12)
        .filter(|window| window.starts_with(b"/Type/Page") && window[10] != b's')
        .count();
    let most = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = most
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap_or_default()
        .to_owned();
    println!(
        "{sentences} sentences, {pages} pages, {} kB, {taken:.2} s, {most}",
        bytes.len() / 1000
    );
}
