//! CSV read back by another reader than a spreadsheet: the same texts, one row a sentence.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{Builder, KIM, bytes, dossier_for};
use stet_core::{
    report::Profile,
    view::{ArticleView, BlockKind, Tag},
};
use stet_report::{Format, Options, write};

/// Rows of fields, the head first.
fn rows(out: &[u8]) -> Vec<Vec<String>> {
    let out = out
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark, for Excel");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(out);
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn field<'a>(rows: &'a [Vec<String>], row: usize, head: &str) -> &'a str {
    let at = rows[0].iter().position(|name| name == head);
    &rows[row][at.unwrap_or_else(|| panic!("no column {head}"))]
}

#[test]
fn a_row_says_what_is_known_of_a_sentence() {
    let rows = rows(&bytes(&common::everything(), Format::Csv));
    assert_eq!(
        rows.len(),
        1 + common::everything().sentences.len(),
        "a row a sentence"
    );
    for (row, head, expected) in [
        (3, "Article", "Everything at once"),
        (3, "No.", "3"),
        (3, "Label", "1"),
        (3, "Kind", "paragraph"),
        (3, "Standing", "disputed"),
        (3, "Tag: Kim Lind", "disputed"),
        (3, "Finding: Kim Lind", "48.9 of 55 million: 11 per cent."),
        (3, "Finding: Ana Ruiz", ""),
        (3, "Sources", "1, p. 40"),
        (
            3,
            "Source titles and addresses",
            "1: Minutes of the board <https://archive.example.org/minutes>",
        ),
        (5, "Speaker", "The mayor"),
        (6, "Standing", "disagreement"),
        (6, "Finding: Ana Ruiz", "Two drowned.\nSee the register."),
        (8, "Owed", "no proof that it was said; speaker not named"),
        (
            10,
            "Tag: Kim Lind",
            "verified (suspended: the words changed since)",
        ),
        (
            11,
            "Finding: Kim Lind",
            "verified: One machine said so.\ndisputed: The other said no.",
        ),
        (
            12,
            "Two values",
            "source.title: Archive (Kim Lind) / The archive (Ana Ruiz)",
        ),
    ] {
        assert_eq!(field(&rows, row, head), expected, "row {row}, {head}");
    }
    assert!(
        field(&rows, 3, "Proposed wording").starts_with("Kim Lind: "),
        "two proposals are told apart"
    );
}

#[test]
fn rows_end_as_the_standard_has_it_and_texts_stay_in_their_cells() {
    for text in [
        "a,b",
        "\"quoted\"",
        "one\ntwo",
        "one\r\ntwo",
        "a;b\tc",
        "=1,\"2\"\n3",
    ] {
        let view = one(text);
        let out = String::from_utf8(bytes(&view, Format::Csv)).unwrap();
        assert_eq!(out.matches("\r\n").count(), 2, "{text:?}: a head and a row");
        let sentence = field(&rows(out.as_bytes()), 1, "Sentence").to_owned();
        let shown = text.replace('\r', "⟦U+000D⟧");
        assert_eq!(
            sentence.strip_prefix('\'').unwrap_or(&sentence),
            shown,
            "{text:?}"
        );
    }
}

fn one(text: &str) -> ArticleView {
    let mut b = Builder::new(text);
    b.block(BlockKind::Paragraph, &[("1", text)]);
    b.tag("1", (text, text), Tag::Disputed, text).speaker = text.into();
    b.source("1", text, text, text, text, text);
    b.sentence("1").label = text.into();
    b.done()
}

#[test]
fn no_cell_begins_as_a_formula_does() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\n=1",
        "\r=1",
        "  =1",
        "＝1",
        "=cmd|' /C calc'!A0",
    ] {
        for cell in rows(&bytes(&one(text), Format::Csv)).concat() {
            let first = cell.trim_start().chars().next();
            assert!(
                !first.is_some_and(|c| "=+-@＝＋－＠".contains(c)),
                "{text:?}: {cell:?}"
            );
            assert!(!cell.starts_with(['\t', '\r', '\n']), "{text:?}: {cell:?}");
        }
    }
}

#[test]
fn several_articles_are_told_apart() {
    let (one, mut two) = (common::everything(), common::everything());
    two.article = "0123456789abcdef".into();
    let dossier = dossier_for(&[&one, &two], Profile::Editor);
    let rows = rows(&write(&dossier, Format::Csv, Options::default()).unwrap());
    let last = rows.len() - 1;
    assert_eq!(
        field(&rows, 1, "Article"),
        "Everything at once (77d2b6304f1c09ae)",
        "two of one title"
    );
    assert_eq!(
        field(&rows, last, "Article"),
        "Everything at once (0123456789abcdef)"
    );
    assert_eq!(
        field(&rows, last, "No."),
        last.to_string(),
        "numbered through"
    );
    assert_eq!(field(&rows, last, "Draft"), "0123456789abcdef");
}

#[test]
fn a_public_table_names_nobody() {
    let view = common::everything();
    let dossier = dossier_for(&[&view], Profile::Public);
    let out = String::from_utf8(write(&dossier, Format::Csv, Options::default()).unwrap()).unwrap();
    for who in [KIM.0, KIM.1, "Ana Ruiz"] {
        assert!(!out.contains(who), "{who}");
    }
    assert!(out.contains("Tag: Checker 1"), "people are numbered");
}
