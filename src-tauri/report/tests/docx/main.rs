//! The Word report, unpacked and read back. `STET_UPDATE_GOLDEN=1` writes the golden text anew;
//! `STET_KEEP_REPORTS=folder` keeps the documents, for Word, LibreOffice and validators to open.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot be read fails the test"
)]

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod package;
mod remarks;

use std::{collections::BTreeSet, fs, path::PathBuf};

use common::{Builder, KIM, dossier_for, everything, sample};
use package::{Node, Word, attributes, repeated};
use stet_core::{
    report::{Dossier, Profile},
    view::{BlockKind, Sensitivity, Tag},
};
use stet_report::{Format, Notes, Options, Paper, write};

fn word(dossier: &Dossier, notes: Notes) -> Word {
    Word::unpack(&packed(dossier, notes, Paper::A4))
}

fn packed(dossier: &Dossier, notes: Notes, paper: Paper) -> Vec<u8> {
    write(dossier, Format::Docx, Options { paper, notes }).unwrap()
}

const NOTES: [Notes; 3] = [Notes::Comments, Notes::AllComments, Notes::Endnotes];

/// Every kind of document, by name.
fn documents() -> Vec<(String, Dossier, Notes)> {
    let (sample, everything) = (sample(), everything());
    let mut all = Vec::new();
    for profile in Profile::ALL {
        for notes in NOTES {
            for (name, views) in [
                ("sample", vec![&sample]),
                ("everything", vec![&everything]),
                ("dossier", vec![&sample, &everything]),
            ] {
                let name = format!("{name}-{}-{notes:?}", profile.name()).to_lowercase();
                all.push((name, dossier_for(&views, profile), notes));
            }
        }
    }
    all
}

#[test]
fn every_part_is_well_formed_and_every_relationship_leads_somewhere() {
    let keep = std::env::var_os("STET_KEEP_REPORTS").map(PathBuf::from);
    for (why, dossier, notes) in documents() {
        let bytes = packed(&dossier, notes, Paper::A4);
        if let Some(folder) = &keep {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(format!("{why}.docx")), &bytes).unwrap();
        }
        sound(&why, &Word::unpack(&bytes));
    }
}

/// What must hold of every document.
fn sound(why: &str, word: &Word) {
    let typed: BTreeSet<String> = word
        .all("[Content_Types].xml", "Override", "PartName")
        .into_iter()
        .collect();
    for part in word.parts.keys() {
        word.nodes(part);
        let named = part.ends_with(".rels") || part == "[Content_Types].xml";
        assert!(
            named || typed.contains(&format!("/{part}")),
            "{why}: {part} has a content type"
        );
    }
    assert!(
        typed.iter().all(|part| word.parts.contains_key(&part[1..])),
        "{why}: no type without a part"
    );
    let relations = word.nodes("word/_rels/document.xml.rels");
    let ids = attributes(&relations, "Relationship", "Id");
    assert!(repeated(&ids).is_empty(), "{why}: relationships are unique");
    for node in &relations {
        let Node::Open(name, attributes) = node else {
            continue;
        };
        if name != "Relationship" {
            continue;
        }
        let target = &attributes["Target"];
        match attributes.get("TargetMode") {
            Some(_) => assert!(
                target.starts_with("http://") || target.starts_with("https://"),
                "{why}: {target}"
            ),
            None => assert!(
                word.parts.contains_key(&format!("word/{target}")),
                "{why}: {target} is there"
            ),
        }
    }
    let document = word.document();
    for element in ["w:hyperlink", "w:headerReference", "w:footerReference"] {
        for id in attributes(&document, element, "r:id") {
            assert!(ids.contains(&id), "{why}: {id} is a relationship");
        }
    }
    references(why, word, &document);
}

/// Within the document: ids are unique, and whatever is pointed at is there.
fn references(why: &str, word: &Word, document: &[Node]) {
    let places = attributes(document, "w:bookmarkStart", "w:name");
    assert!(
        repeated(&places).is_empty(),
        "{why}: places have names of their own"
    );
    assert!(
        places.iter().all(|name| name.len() <= 40),
        "{why}: names that Word takes"
    );
    for anchor in attributes(document, "w:hyperlink", "w:anchor") {
        assert!(places.contains(&anchor), "{why}: {anchor} is there");
    }
    let mut ids = attributes(document, "w:bookmarkStart", "w:id");
    let mut ends = attributes(document, "w:bookmarkEnd", "w:id");
    let mut starts = ids.clone();
    starts.sort();
    ends.sort();
    assert_eq!(starts, ends, "{why}: every bookmark ends");
    for element in ["w:ins", "w:del", "w:id"] {
        let attribute = if element == "w:id" { "w:val" } else { "w:id" };
        ids.extend(attributes(document, element, attribute));
    }
    assert!(repeated(&ids).is_empty(), "{why}: ids are unique");
    let styles: BTreeSet<String> = word
        .all("word/styles.xml", "w:style", "w:styleId")
        .into_iter()
        .collect();
    for part in word.parts.keys().filter(|part| part.starts_with("word/")) {
        for element in ["w:pStyle", "w:rStyle", "w:basedOn", "w:next"] {
            for style in word.all(part, element, "w:val") {
                assert!(styles.contains(&style), "{why}: {part} uses {style}");
            }
        }
    }
    let comments = word.parts.get("word/comments.xml").map_or(Vec::new(), |_| {
        word.all("word/comments.xml", "w:comment", "w:id")
    });
    for element in [
        "w:commentRangeStart",
        "w:commentRangeEnd",
        "w:commentReference",
    ] {
        assert_eq!(
            attributes(document, element, "w:id"),
            comments,
            "{why}: {element} of each comment, in order"
        );
    }
}

#[test]
fn the_text_is_as_it_was_looked_at() {
    let word = word(&common::dossier(&everything()), Notes::Comments);
    let mut now = word.read("word/document.xml").join("\n");
    now.push_str("\n\nCOMMENTS\n");
    let authors = word.all("word/comments.xml", "w:comment", "w:author");
    now.push_str(&authors.join(", "));
    now.push('\n');
    now.push_str(&word.read("word/comments.xml").join("\n"));
    now.push('\n');
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/everything.docx.txt");
    if std::env::var_os("STET_UPDATE_GOLDEN").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let then = fs::read_to_string(&path).unwrap();
    let first = now
        .lines()
        .zip(then.lines())
        .find(|(now, then)| now != then);
    assert!(
        now == then,
        "everything.docx has changed, first at {first:?}; if rightly so, run with STET_UPDATE_GOLDEN=1"
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for notes in NOTES {
        let bytes = || packed(&common::dossier(&everything()), notes, Paper::A4);
        assert_eq!(bytes(), bytes(), "{notes:?}");
    }
}

#[test]
fn a_dossier_begins_with_its_contents() {
    let (sample, everything) = (sample(), everything());
    let word = word(
        &dossier_for(&[&sample, &everything], Profile::Editor),
        Notes::Comments,
    );
    let read = word.read("word/document.xml");
    assert_eq!(read[0], "[Title] Dossier of 2 articles");
    let entries: Vec<&String> = read
        .iter()
        .filter(|line| line.starts_with("[TOC1]"))
        .collect();
    assert_eq!(
        entries.len(),
        2,
        "entries are there before anything is updated"
    );
    assert!(entries[0].contains(r#"TOC \o "1-1""#) && entries[0].ends_with(&sample.title));
    assert!(
        !word.parts["word/settings.xml"].contains("updateFields"),
        "nobody is asked"
    );
    let titles: Vec<&String> = read
        .iter()
        .filter(|line| line.starts_with("[Heading1]"))
        .collect();
    assert_eq!(
        titles,
        [
            &format!("[Heading1] {}", sample.title),
            &format!("[Heading1] {}", everything.title)
        ]
    );
    assert_eq!(
        word.count("w:pageBreakBefore"),
        2,
        "each on a page of its own"
    );
}

#[test]
fn the_document_says_what_it_is() {
    let dossier = common::dossier(&everything());
    for (paper, size) in [
        (Paper::A4, ("11906", "16838")),
        (Paper::Letter, ("12240", "15840")),
    ] {
        let word = Word::unpack(&packed(&dossier, Notes::Comments, paper));
        let side = |name| word.all("word/document.xml", "w:pgSz", name);
        assert_eq!(
            (side("w:w"), side("w:h")),
            (vec![size.0.into()], vec![size.1.into()])
        );
        let core = &word.parts["docProps/core.xml"];
        for part in [
            "<dc:title>Fact-check report: Everything at once</dc:title>",
            "<dc:creator>Ana Ruiz; Kim Lind</dc:creator>",
            "<dc:language>en</dc:language>",
            "2026-11-05T00:00:00Z</dcterms:created>",
        ] {
            assert!(core.contains(part), "{part}\n{core}");
        }
    }
}

#[test]
fn styles_are_named_after_the_tags() {
    let word = word(&common::dossier(&everything()), Notes::Comments);
    let names = word.all("word/styles.xml", "w:name", "w:val");
    for name in [
        "Stet Verified",
        "Stet Disputed",
        "Stet Attributed-only",
        "Stet No claim",
        "Stet Untagged",
        "Stet Disagreement",
    ] {
        assert!(names.iter().any(|one| one == name), "{name}");
    }
    let waves = word.all("word/styles.xml", "w:u", "w:val");
    assert!(
        waves.iter().all(|line| !line.contains("wav")),
        "waves are for spelling"
    );
}

#[test]
fn a_protected_source_is_in_no_part() {
    let mut b = Builder::new("A told story");
    b.block(BlockKind::Paragraph, &[("1", "The fund paid twice.")]);
    b.tag("1", KIM, Tag::Verified, "Jo Doe <showed> the receipts.");
    b.source(
        "1",
        "jo",
        "Jo Doe <private>",
        "https://jo.example.org/",
        "twice",
        "p. 1",
    );
    b.sentence("1").evidence[0].sensitivity = Sensitivity::Protected;
    let view = b.done();
    for (profile, hidden) in [
        (Profile::Public, true),
        (Profile::Editor, true),
        (Profile::Legal, false),
    ] {
        for notes in NOTES {
            let word = word(&dossier_for(&[&view], profile), notes);
            let found = word
                .parts
                .values()
                .any(|part| part.contains("jo.example.org"));
            assert_eq!(found, !hidden, "{} {notes:?}", profile.name());
        }
    }
}
