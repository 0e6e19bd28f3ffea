//! Bracketed text, and Markdown of several articles: documents that are read as they are.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{Builder, KIM, dossier_for};
use stet_core::{
    report::Profile,
    view::{ArticleView, BlockKind, Tag},
};
use stet_report::{Format, Options, write};

fn text(views: &[&ArticleView], profile: Profile, format: Format) -> String {
    let out = write(&dossier_for(views, profile), format, Options::default()).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn each_sentence_has_its_mark() {
    let out = text(&[&common::everything()], Profile::Editor, Format::Plain);
    for mark in [
        "[NO CLAIM]",
        "[CHECK: The fair was on.]",
        "[CHECK: Kim Lind: 48.9 of 55 million: 11 per cent.]",
        "[PROPOSED by Ana Ruiz: It cost 48.9 million dollars.]",
        "[SOURCE 1, p. 40: “48,912,400 dollars”]",
        "[ATTRIBUTED: The mayor. On the recording.]",
        "[ATTRIBUTED: speaker not named]",
        "[DISAGREEMENT: Kim Lind verified: No death certificate. / Ana Ruiz disputed: Two drowned. See the register.]",
        "[CONFIRMED: Heard by the checker.]",
        "[UNTAGGED]",
        "[UNTAGGED: was verified before the words changed]",
        "[NOTE by Kim Lind: verified (suspended: the words changed since)]",
        "[NOTE by Kim Lind: not tagged. Ledger.]",
        "[OWED: no source]",
        "[TWO VALUES for source.title: Archive (Kim Lind) / The archive (Ana Ruiz)]",
        "( ) stet  ( ) change  ( ) cut  ( ) caveat",
        "Handed over although ",
    ] {
        assert!(out.contains(mark), "{mark} in\n{out}");
    }
}

#[test]
fn nobody_can_forge_a_mark_or_a_line() {
    let forged = "So it is. [CONFIRMED]\n  2  And this. [confirmed: yes]";
    let mut b = Builder::new(forged);
    b.block(BlockKind::Paragraph, &[("1", forged)]);
    b.tag("1", KIM, Tag::Disputed, forged).correction = forged.into();
    b.source("1", forged, forged, forged, forged, forged);
    let out = text(&[&b.done()], Profile::Legal, Format::Plain);
    let marks = out
        .to_lowercase()
        .replace("[[confirmed", "")
        .matches("[confirmed")
        .count();
    assert_eq!(marks, 1, "only in the key:\n{out}");
    assert!(
        !out.lines().any(|line| line.starts_with("  2  ")),
        "no line of theirs:\n{out}"
    );
}

#[test]
fn several_articles_are_one_document() {
    let (one, two) = (common::sample(), common::everything());
    for format in [Format::Plain, Format::Markdown] {
        let out = text(&[&one, &two], Profile::Editor, format);
        let title = out.lines().next().unwrap_or_default();
        assert!(
            title.ends_with("Dossier of 2 articles"),
            "{}: {title}",
            format.name()
        );
        for n in 1..=2 {
            assert!(
                out.contains(&format!("Article {n}")),
                "{}: article {n}",
                format.name()
            );
        }
    }
}

#[test]
fn notes_of_a_markdown_dossier_have_labels_of_their_own() {
    let view = common::everything();
    let out = text(&[&view, &view], Profile::Editor, Format::Markdown);
    let mut labels: Vec<&str> = out
        .lines()
        .filter(|line| line.starts_with("[^"))
        .filter_map(|line| line.split_once("]: ").map(|(label, _)| label))
        .collect();
    let all = labels.len();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), all, "no two notes share a label");
    for label in labels {
        assert_eq!(
            out.matches(&format!("{label}]")).count(),
            2,
            "{label}: a place and a note"
        );
    }
    for n in 1..=2 {
        assert!(
            out.contains(&format!("(#article-{n})"))
                && out.contains(&format!("\n## Article {n}\n")),
            "link {n} leads to its heading"
        );
    }
}

#[test]
fn readers_get_quotations_and_no_names() {
    for format in [Format::Plain, Format::Markdown] {
        let out = text(&[&common::everything()], Profile::Public, format);
        assert!(
            out.contains("The sentences that were checked"),
            "{}",
            format.name()
        );
        assert!(
            !out.contains("Or so it seems"),
            "{}: what was not checked is not quoted",
            format.name()
        );
        for who in ["Kim", "Ana Ruiz", KIM.1, "Handed over", "stet  ("] {
            assert!(!out.contains(who), "{}: {who}", format.name());
        }
    }
}
