//! One text, written by LibreOffice in the formats that people send: the same blocks come back,
//! and remarks on the same words. The files lie in tests/fixtures/formats; the `.fodt` there are
//! written by hand, the others are made of them: `tests/fixtures/formats/remake.sh`.
#![expect(clippy::panic, reason = "a test stops where its ground gives way")]

use std::path::{Path, PathBuf};
use std::process::Command;

use stet_intake::document::{Changes, Choices, Document, RemarkKind};
use stet_intake::read;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/formats")
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn document(name: &str, bytes: &[u8], changes: Changes) -> Document {
    let choices = Choices {
        changes,
        ..Choices::default()
    };
    read(name, bytes, &choices).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// `Kind: words`, one block a line.
fn shown(document: &Document) -> String {
    let kept = document
        .blocks
        .iter()
        .filter(|block| block.left_out.is_none());
    kept.map(|block| format!("{:?}: {}\n", block.kind, block.text))
        .collect()
}

/// The words alone, one block a line.
fn words(blocks: &str) -> Vec<&str> {
    blocks
        .lines()
        .filter_map(|line| Some(line.split_once(": ")?.1))
        .collect()
}

/// Each remark as `kind by author on “words”: text`; for one on a place, the words before it.
fn remarks(document: &Document) -> Vec<String> {
    let remarks = document.remarks.iter().map(|remark| {
        let block: Vec<char> = document.blocks[remark.block as usize]
            .text
            .chars()
            .collect();
        let (start, end) = (remark.start.0 as usize, remark.end.0 as usize);
        let on: String = if start < end {
            format!("on “{}”", block[start..end].iter().collect::<String>())
        } else {
            let words = block[start.saturating_sub(10)..start]
                .iter()
                .collect::<String>();
            format!("after “{words}”")
        };
        let kind = match remark.kind {
            RemarkKind::Comment => "comment",
            RemarkKind::Footnote => "note",
            RemarkKind::Link => "link",
        };
        format!(
            "{kind} by {} {on}: {}",
            remark.author,
            remark.text.replace('\n', " / ")
        )
    });
    remarks.collect()
}

#[test]
fn the_same_blocks_come_back() {
    let expected = String::from_utf8(fixture("article.blocks.txt")).unwrap();
    for name in ["article.fodt", "article.odt", "article.docx", "article.rtf"] {
        let article = document(name, &fixture(name), Changes::Accepted);
        assert_eq!(shown(&article), expected, "{name}");
        assert_eq!(
            article.meta.title, "Harbour bridge closes for repairs",
            "{name}"
        );
        assert_eq!(article.meta.authors, ["Mara Lindqvist"], "{name}");
        assert_eq!(
            article.meta.published, "",
            "{name}: when it was saved is not when it appeared"
        );
        assert_eq!(article.notes, [""; 0], "{name}: nothing to tell");
        assert!(!article.tracked_changes, "{name}");
    }
    // LibreOffice writes no kinds into books but headings into their contents, and no lists.
    let book = document("article.epub", &fixture("article.epub"), Changes::Accepted);
    let book_shown = shown(&book);
    assert_eq!(
        words(&book_shown),
        words(&expected),
        "every word of the book"
    );
    for (line, of_book) in expected.lines().zip(book_shown.lines()) {
        let told = ["Headline", "Heading", "TableCell"]
            .iter()
            .any(|kind| line.starts_with(kind));
        assert!(!told || line == of_book, "{line} came back as {of_book}");
    }
    assert_eq!(book.meta.language, "en-GB");
}

#[test]
fn notes_come_back_on_their_sentences() {
    let expected = [
        "note by  after “ic counts.”: Port Ellery traffic survey, autumn edition, table 4.",
        "note by  after “sual then.”: The firm’s earlier report was never published; the newspaper has seen a copy.",
    ];
    for name in [
        "article.fodt",
        "article.odt",
        "article.docx",
        "article.rtf",
        "article.epub",
    ] {
        let article = document(name, &fixture(name), Changes::Accepted);
        assert_eq!(remarks(&article), expected, "{name}");
    }
}

const ACCEPTED: &str = "\
Headline: Ferry timetable under review
Paragraph: The harbour office said on Tuesday that the evening ferry to Saltmere will stay.
Paragraph: The draft plan names three piers.
Paragraph: Passengers were told by loudspeaker.
Paragraph: The last boat leaves at ten.
Paragraph: “We read it in the paper.”
Heading: What it costs
Paragraph: A ticket costs four crowns; children pay half.
";

#[test]
fn both_sides_of_changes_are_read() {
    let original = ACCEPTED
        .replace("ferry to Saltmere will stay", "ferry will probably stay")
        .replace(
            "loudspeaker.\n",
            "loudspeaker.\nParagraph: Nobody was asked.\n",
        );
    // LibreOffice writes the whole paragraph as deleted into RTF, not its end only.
    let rtf = ACCEPTED.replace("Paragraph: Passengers were told by loudspeaker.\n", "");
    let table = [
        ("edited.fodt", ACCEPTED),
        ("edited.odt", ACCEPTED),
        ("edited.docx", ACCEPTED),
        ("edited.rtf", rtf.as_str()),
    ];
    for (name, accepted) in table {
        let bytes = fixture(name);
        let now = document(name, &bytes, Changes::Accepted);
        let before = document(name, &bytes, Changes::Original);
        assert_eq!(shown(&now), accepted, "{name} with its changes");
        assert_eq!(shown(&before), original, "{name} without them");
        assert!(
            now.tracked_changes && before.tracked_changes,
            "{name} has both sides"
        );
        assert_eq!(now.notes, ["Hidden text in it was left out."], "{name}");
    }
}

#[test]
fn comments_and_links_come_back_on_their_words() {
    let expected = [
        "comment by Ann Lee on “on Tuesday”: Who said this? / Ask for a name.",
        "link by  on “draft plan”: https://harbour.example/plan",
        "comment by Bo Chen after “ree piers.”: Only two are open.",
    ];
    for name in ["edited.fodt", "edited.odt", "edited.docx", "edited.rtf"] {
        for changes in [Changes::Accepted, Changes::Original] {
            let article = document(name, &fixture(name), changes);
            assert_eq!(remarks(&article), expected, "{name}, {changes:?}");
        }
    }
}

#[test]
fn what_libreoffice_writes_today_reads_the_same() {
    let folder_of_user = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    let user = format!(
        "-env:UserInstallation=file://{}",
        folder_of_user.path().display()
    );
    let sources = ["article.fodt", "edited.fodt"].map(|name| folder().join(name));
    for end in ["docx", "odt", "rtf", "epub"] {
        let run = Command::new("soffice")
            .args([&user, "--headless", "--convert-to", end, "--outdir"])
            .arg(out.path())
            .args(&sources)
            .output();
        if run.is_err() {
            println!("skipped: no LibreOffice");
            return;
        }
        for stem in ["article", "edited"] {
            let name = format!("{stem}.{end}");
            if name == "edited.epub" {
                continue; // it has no changes and comments in books
            }
            let bytes = std::fs::read(out.path().join(&name)).expect("LibreOffice wrote it");
            let now = document(&name, &bytes, Changes::Accepted);
            let kept = document(&name, &fixture(&name), Changes::Accepted);
            assert_eq!(shown(&now), shown(&kept), "{name}");
            assert_eq!(remarks(&now), remarks(&kept), "{name}");
        }
    }
}
