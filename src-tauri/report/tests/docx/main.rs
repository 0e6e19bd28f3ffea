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

use std::{collections::BTreeSet, fs, path::PathBuf};

use common::{ANA, Builder, KIM, dossier_for, everything, sample};
use package::{Node, Word, attributes, repeated};
use stet_core::{
    report::{Dossier, Profile},
    view::{BlockKind, Fit, Sensitivity, Tag, TagState},
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
    (starts.sort(), ends.sort());
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
fn comments_are_on_what_needs_somebody_or_on_all_or_nowhere() {
    let view = everything();
    let report = common::report(&view);
    let opinions = |labels: &[&str]| -> usize {
        report
            .sentences
            .iter()
            .filter(|one| labels.contains(&one.label.as_str()))
            .map(|one| one.tags.len())
            .sum()
    };
    let dossier = common::dossier(&view);
    let some = word(&dossier, Notes::Comments);
    assert_eq!(
        some.count("w:commentReference"),
        opinions(&["1", "2a", "2b", "3", "4", "C1", "8"]),
        "disputed, attributed-only, disagreeing, and where wording is proposed"
    );
    let all = word(&dossier, Notes::AllComments);
    let tags: usize = report.sentences.iter().map(|one| one.tags.len()).sum();
    assert_eq!(all.count("w:commentReference"), tags, "one comment a tag");
    let authors = all.all("word/comments.xml", "w:comment", "w:author");
    assert!(
        authors.iter().any(|name| name == KIM.0) && authors.iter().any(|name| name == ANA.0),
        "a comment is its checker's"
    );
    assert!(
        all.all("word/comments.xml", "w:comment", "w:date")
            .iter()
            .all(|date| date == "2026-11-05T10:04:05Z"),
        "and of the day when it was given"
    );
    let none = word(&dossier, Notes::Endnotes);
    assert!(!none.parts.contains_key("word/comments.xml"));
    assert_eq!(
        (
            none.count("w:ins"),
            none.count("w:del"),
            none.count("w:commentReference")
        ),
        (0, 0, 0),
        "a clean text"
    );
    let noted = report.sentences.iter().filter(|one| one.has_note()).count();
    assert_eq!(
        none.count("w:endnoteReference"),
        noted,
        "each note is there"
    );
    // Two separators come with them.
    assert_eq!(
        none.all("word/endnotes.xml", "w:endnote", "w:id").len(),
        noted + 2
    );
}

#[test]
fn only_the_standing_proposal_is_tracked() {
    type Given = (
        (&'static str, &'static str),
        Tag,
        &'static str,
        TagState,
        Fit,
    );
    let now = |who, tag, wording| (who, tag, wording, TagState::Current, Fit::Exact);
    let cases: [(&str, Vec<Given>, Option<&str>); 8] = [
        (
            "one proposal",
            vec![now(KIM, Tag::Disputed, "It cost 48 dollars.")],
            Some(KIM.0),
        ),
        (
            "of two who agree, one proposes",
            vec![
                now(KIM, Tag::Disputed, ""),
                now(ANA, Tag::Disputed, "It cost 48 dollars."),
            ],
            Some(ANA.0),
        ),
        (
            "both propose the same",
            vec![
                now(KIM, Tag::Disputed, "It cost 48 dollars."),
                now(ANA, Tag::Disputed, "It cost 48 dollars."),
            ],
            Some(KIM.0),
        ),
        (
            "they propose different words",
            vec![
                now(KIM, Tag::Disputed, "It cost 48 dollars."),
                now(ANA, Tag::Disputed, "It cost 47 dollars."),
            ],
            None,
        ),
        (
            "they disagree on the tag",
            vec![
                now(KIM, Tag::Disputed, "It cost 48 dollars."),
                now(ANA, Tag::Verified, ""),
            ],
            None,
        ),
        (
            "it was proposed for other words",
            vec![(
                KIM,
                Tag::Disputed,
                "It cost 48 dollars.",
                TagState::Suspended,
                Fit::Exact,
            )],
            None,
        ),
        (
            "it was proposed for a longer stretch",
            vec![(
                KIM,
                Tag::Disputed,
                "It cost 48 dollars.",
                TagState::Current,
                Fit::Wider,
            )],
            None,
        ),
        (
            "nothing changes",
            vec![now(KIM, Tag::Disputed, "It cost 49 dollars.")],
            None,
        ),
    ];
    for (why, given, expected) in cases {
        let mut b = Builder::new("Costs");
        b.block(BlockKind::Paragraph, &[("1", "It cost 49 dollars.")]);
        for (who, tag, wording, state, fit) in given {
            let view = b.tag("1", who, tag, "");
            (view.correction, view.state, view.fit) = (wording.into(), state, fit);
        }
        let word = word(&common::dossier(&b.done()), Notes::Comments);
        let by: Vec<String> = word.all("word/document.xml", "w:ins", "w:author");
        assert_eq!(by, Vec::from_iter(expected.map(str::to_owned)), "{why}");
        assert_eq!(
            by,
            word.all("word/document.xml", "w:del", "w:author"),
            "{why}"
        );
        if expected.is_some() {
            assert!(
                word.read("word/document.xml")
                    .iter()
                    .any(|line| line.contains("⟨It cost [-49-]{+48+} dollars.⟩")),
                "{why}: word for word"
            );
        }
    }
}

#[test]
fn every_decision_can_be_chosen_and_read_back() {
    let view = everything();
    let report = common::report(&view);
    let labels: Vec<String> = report
        .decisions
        .iter()
        .map(|one| one.label.clone())
        .collect();
    let one = word(&common::dossier(&view), Notes::Comments);
    assert_eq!(one.all("word/document.xml", "w:tag", "w:val"), labels);
    let choices = one.all("word/document.xml", "w:listItem", "w:value");
    assert_eq!(choices.len(), labels.len() * 4);
    assert_eq!(choices[..4], ["stet", "change", "cut", "caveat"]);
    let several = word(
        &dossier_for(&[&view, &sample()], Profile::Editor),
        Notes::Comments,
    );
    let tags = several.all("word/document.xml", "w:tag", "w:val");
    assert!(
        tags.starts_with(&[format!("{}/{}", view.article, labels[0])]),
        "labels repeat from article to article"
    );
    let public = word(&dossier_for(&[&view], Profile::Public), Notes::Comments);
    assert_eq!(public.count("w:sdt"), 0, "readers decide nothing");
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
