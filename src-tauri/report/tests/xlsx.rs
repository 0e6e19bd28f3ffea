//! Workbooks, unpacked and read back: the same cells, nothing that acts, the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use std::{collections::BTreeMap, io::Read};

use common::{Builder, KIM, bytes, dossier_for};
use stet_core::{
    report::Profile,
    view::{BlockKind, Tag},
};
use stet_report::{Format, Options, write};

/// The parts of a package by name; each must be well-formed XML.
fn parts(package: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    let mut parts = BTreeMap::new();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    for name in names {
        let mut text = String::new();
        archive
            .by_name(&name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name} is not XML: {error}"),
            }
        }
        parts.insert(name, text);
    }
    parts
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let after = text.split(open).skip(1);
    after.filter_map(|rest| rest.split(close).next()).collect()
}

/// Text as Excel reads it: entities, then its own escapes for characters.
fn read(xml: &str) -> String {
    let plain = xml
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    plain.replace("_x005F_", "_")
}

/// The texts of all cells of a sheet (from 1), by place.
fn cells(parts: &BTreeMap<String, String>, sheet: usize) -> BTreeMap<String, String> {
    let texts: Vec<String> = between(&parts["xl/sharedStrings.xml"], "<si>", "</si>")
        .into_iter()
        .map(|one| {
            one.split("<t")
                .skip(1)
                .map(|run| read(run.split_once('>').unwrap().1.split("</t>").next().unwrap()))
                .collect()
        })
        .collect();
    let mut cells = BTreeMap::new();
    for cell in between(
        &parts[&format!("xl/worksheets/sheet{sheet}.xml")],
        "<c ",
        "</c>",
    ) {
        // Empty cells have a look and no value.
        let cell = cell.rsplit("<c ").next().unwrap();
        let place = between(cell, "r=\"", "\"")[0].to_owned();
        let Some(value) = between(cell, "<v>", "</v>").first().copied() else {
            continue;
        };
        let text = if cell.contains("t=\"s\"") {
            texts[value.parse::<usize>().unwrap()].clone()
        } else {
            value.to_owned()
        };
        cells.insert(place, text);
    }
    cells
}

#[test]
fn the_sheets_hold_what_the_report_says() {
    let parts = parts(&bytes(&common::everything(), Format::Xlsx));
    let names = between(&parts["xl/workbook.xml"], "<sheet name=\"", "\"");
    assert_eq!(names, ["Summary", "Sentences", "Sources", "Decisions"]);
    let summary = cells(&parts, 1);
    assert!(
        summary.values().any(|text| text == "5 decisions to make."),
        "what stands in the way"
    );
    assert!(
        summary
            .values()
            .any(|text| text.starts_with("Handed over although ")),
        "what was left open"
    );
    let sentences = cells(&parts, 2);
    for (place, expected) in [
        ("A1", "No."),
        ("B1", "Label"),
        ("B3", "H2"),
        ("C4", "paragraph"),
        (
            "D4",
            "It cost 49 million dollars, nearly a fifth less than planned.",
        ),
        ("E4", "✗ disputed"),
        ("I4", "1, p. 40"),
        ("J4", "1: “48,912,400 dollars”"),
    ] {
        assert_eq!(
            sentences.get(place).map(String::as_str),
            Some(expected),
            "{place}"
        );
    }
    assert_eq!(cells(&parts, 3)["B2"], "Minutes of the board");
    let decisions = cells(&parts, 4);
    assert_eq!(decisions["A2"], "1");
    assert!(
        parts["xl/worksheets/sheet4.xml"].contains("stet,change,cut,caveat"),
        "outcomes to choose from"
    );
    for n in 1..=4 {
        let sheet = &parts[&format!("xl/worksheets/sheet{n}.xml")];
        assert!(
            sheet.contains("state=\"frozen\""),
            "sheet {n}: the head stays in sight"
        );
        assert!(
            sheet.contains("<autoFilter"),
            "sheet {n}: rows can be chosen"
        );
    }
}

#[test]
fn several_articles_share_the_sheets() {
    let (one, two) = (common::sample(), common::everything());
    let dossier = dossier_for(&[&one, &two], Profile::Editor);
    let parts = parts(&write(&dossier, Format::Xlsx, Options::default()).unwrap());
    for n in 1..=4 {
        let cells = cells(&parts, n);
        assert_eq!(cells["A1"], "Article", "sheet {n}");
        for title in [&one.title, &two.title] {
            assert!(
                cells
                    .iter()
                    .any(|(place, text)| place.starts_with('A') && text == title),
                "sheet {n}: {title}"
            );
        }
    }
}

#[test]
fn whatever_stands_in_a_cell_is_text() {
    for text in [
        "=1+1",
        "=HYPERLINK(\"https://evil.example\")",
        "@SUM(A1)",
        "{=A1}",
        "<r>x</r>",
        "<r><t>forged</t></r>",
        "<r></r>",
        "</t></si><si><t>x",
        "_x0041_ and _x005F_",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "internal:Sheet1!A1",
        "mailto:x@evil.example",
        "  spaces  ",
        "👩‍🚒 السد 大坝",
        "&amp;&L",
        "1e3",
    ] {
        let mut b = Builder::new(text);
        b.block(BlockKind::Paragraph, &[("1", text)]);
        b.tag("1", KIM, Tag::Disputed, text).correction = format!("{text}!");
        b.source("1", text, text, text, text, text);
        let parts = parts(&bytes(&b.done(), Format::Xlsx));
        let sentences = cells(&parts, 2);
        assert_eq!(sentences["D2"], text, "the sentence");
        assert_eq!(cells(&parts, 3)["B2"], text, "the source");
        assert_eq!(cells(&parts, 3)["C2"], text, "the address");
        for (name, part) in &parts {
            assert!(!part.contains("<f>"), "{text:?} in {name}: no formula");
            assert!(!part.contains("<hyperlink "), "{text:?} in {name}: no link");
        }
    }
}

#[test]
fn only_safe_addresses_are_links_and_no_longer_ones_than_excel_opens() {
    let long = format!("https://example.org/{}", "x".repeat(2_079));
    for (url, links) in [
        ("https://example.org/a?b=c&d#e", 1),
        ("https://example.org/ü", 1),
        ("https://bank.example@evil.example/", 0),
        (long.as_str(), 0),
    ] {
        let mut b = Builder::new("Links");
        b.block(BlockKind::Paragraph, &[("1", "The dam.")]);
        b.source("1", "s", "Minutes", url, "", "");
        let parts = parts(&bytes(&b.done(), Format::Xlsx));
        assert_eq!(cells(&parts, 3)["C2"], url, "as text it is whole");
        assert_eq!(
            parts["xl/worksheets/sheet3.xml"]
                .matches("<hyperlink ")
                .count(),
            links,
            "{url}"
        );
        let outside = parts.get("xl/worksheets/_rels/sheet3.xml.rels");
        assert_eq!(
            outside.map_or(0, |part| part
                .matches("Target=\"https://example.org/")
                .count()),
            links,
            "{url}"
        );
    }
}

#[test]
fn what_is_cut_says_so_on_page_one() {
    let word = "x".repeat(40_000);
    let mut b = Builder::new("Long");
    b.block(BlockKind::Paragraph, &[("1", &word)]);
    let parts = parts(&bytes(&b.done(), Format::Xlsx));
    assert!(
        cells(&parts, 2)["D2"]
            .ends_with("[Cut here: 40000 characters in all, whole in the other formats.]")
    );
    assert_eq!(cells(&parts, 1)["A2"], "Cut", "page one begins with it");
}

#[test]
fn the_same_report_gives_the_same_bytes_and_the_reports_date() {
    let twice = || bytes(&common::everything(), Format::Xlsx);
    let (one, two) = (twice(), twice());
    assert!(one == two, "nothing of the clock, of chance or of hashes");
    let core = &parts(&one)["docProps/core.xml"];
    assert!(core.contains("2026-11-05T00:00:00Z"), "{core}");
    assert!(core.contains("Everything at once"), "{core}");
}

#[test]
fn readers_see_no_name_and_decide_nothing() {
    let dossier = dossier_for(&[&common::everything()], Profile::Public);
    let parts = parts(&write(&dossier, Format::Xlsx, Options::default()).unwrap());
    assert!(
        cells(&parts, 4).keys().all(|place| place.ends_with('1')),
        "heads alone"
    );
    for (name, part) in &parts {
        for who in ["Kim", "Ana Ruiz", "4f1c09ae77d2b630"] {
            assert!(!part.contains(who), "{who} in {name}");
        }
    }
}
