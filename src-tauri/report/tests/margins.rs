//! What stands in the margins of a PDF stands there, and links lead to where their targets are.
#![cfg(feature = "pdf")]
#![allow(
    clippy::unwrap_used,
    reason = "a PDF that cannot be read fails the test"
)]

mod common;

use std::process::Command;

use stet_report::Format;

/// What a program prints of the sample's PDF; `None` where there is none.
fn printed(program: &str, before: &[&str]) -> Option<String> {
    let name = format!("stet-margins-{}-{program}.pdf", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, common::bytes(&common::sample(), Format::Pdf)).unwrap();
    let out = Command::new(program)
        .args(before)
        .arg(&file)
        .arg("-")
        .output();
    std::fs::remove_file(&file).unwrap();
    let Ok(out) = out else {
        println!("skipped: no {program}");
        return None;
    };
    Some(String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn labels_stand_at_the_left_and_findings_at_the_right() {
    let Some(boxes) = printed("pdftotext", &["-bbox", "-f", "3", "-l", "3"]) else {
        return;
    };
    let number = |line: &str, name: &str| {
        let value = line.split_once(&format!("{name}=\"")).unwrap().1;
        value.split('"').next().unwrap().parse::<f64>().unwrap()
    };
    let words = |what: &str| {
        let ends = format!(">{what}</word>");
        boxes.lines().filter(move |line| line.ends_with(&ends))
    };
    // The label of a sentence beside its line, and before its finding at the same height or lower.
    for label in ["H1", "1", "8"] {
        let left = |line: &&str| number(line, "xMin") < 95.0;
        let right = |line: &&str| number(line, "xMin") > 400.0;
        assert!(words(label).any(|line| left(&line)), "{label}: {boxes}");
        assert!(words(label).any(|line| right(&line)), "{label}: {boxes}");
    }
    for said in ["coroner’s", "Budget"] {
        let at: Vec<f64> = words(said).map(|line| number(line, "xMin")).collect();
        assert!(
            at.iter().all(|x| *x > 400.0) && !at.is_empty(),
            "{said}: {at:?}"
        );
    }
    assert!(
        !boxes.contains(">note</word>"),
        "there is room for all of them"
    );
}

#[test]
fn links_lead_to_several_pages_and_say_which() {
    let Some(objects) = printed("qpdf", &["--qdf", "--object-streams=disable"]) else {
        return;
    };
    let mut pages: Vec<&str> = objects
        .lines()
        .filter_map(|line| line.trim().strip_prefix("/Contents (page "))
        .filter_map(|rest| rest.strip_suffix(')'))
        .collect();
    assert!(pages.len() > 50, "many links: {}", pages.len());
    pages.sort_unstable();
    pages.dedup();
    assert!(pages.len() >= 4, "to several pages: {pages:?}");
    assert!(
        pages.iter().all(|page| page.len() == 1),
        "of this document: {pages:?}"
    );
}
