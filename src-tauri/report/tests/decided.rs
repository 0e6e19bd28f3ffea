//! What was decided where people differ: who, why, on whose tag, and for whom it is told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{ANA, Builder, KIM, dossier_for};
use stet_core::{
    report::Profile,
    view::{AdjudicationView, ArticleView, BlockKind, Fit, Standing, Tag},
};
use stet_report::{Format, Options, write};

fn differing(holds: bool) -> ArticleView {
    let mut b = Builder::new("The wall");
    b.block(
        BlockKind::Paragraph,
        &[("1", "The wall was built in 1936.")],
    );
    b.tag("1", KIM, Tag::Verified, "Ledger.");
    b.tag("1", ANA, Tag::Disputed, "Brass plate.");
    let sentence = b.sentence("1");
    if holds {
        sentence.standing = Standing::Disputed;
    }
    sentence.adjudications = vec![AdjudicationView {
        event: String::new(),
        tag: Tag::Disputed,
        reason: "Two papers have another year.".into(),
        checker: KIM.0.into(),
        checker_id: KIM.1.into(),
        at: "2026-11-06T09:00:00Z".into(),
        mine: true,
        own: true,
        holds,
        fit: Fit::Exact,
    }];
    b.done()
}

fn told(view: &ArticleView, profile: Profile, format: Format) -> String {
    let out = write(&dossier_for(&[view], profile), format, Options::default()).unwrap();
    String::from_utf8(out).unwrap()
}

const FORMATS: [Format; 5] = [
    Format::Html,
    Format::Markdown,
    Format::Plain,
    Format::Csv,
    Format::Json,
];

#[test]
fn the_editor_reads_who_decided_and_why() {
    for format in FORMATS {
        let out = told(&differing(true), Profile::Editor, format);
        for words in ["Two papers have another year.", "Ledger.", "Brass plate."] {
            assert!(out.contains(words), "{words} in {format:?}: {out}");
        }
        let own = if format == Format::Json {
            "\"own\": true"
        } else {
            "on an own tag"
        };
        let spaceless = |text: &str| text.replace(' ', "");
        assert!(
            spaceless(&out).contains(&spaceless(own)),
            "that it was an own tag, in {format:?}: {out}"
        );
    }
}

#[test]
fn what_was_reopened_is_told_as_such() {
    for format in [Format::Html, Format::Markdown, Format::Plain, Format::Csv] {
        let out = told(&differing(false), Profile::Editor, format).to_lowercase();
        assert!(
            out.contains("was decided, and tagged anew since"),
            "{format:?}: {out}"
        );
    }
}

#[test]
fn readers_learn_what_was_decided_and_by_nobody() {
    for format in FORMATS {
        let out = told(&differing(true), Profile::Public, format);
        assert!(out.contains("Two papers have another year."), "{format:?}");
        for hidden in [KIM.0, ANA.0, KIM.1, ANA.1, "Ledger."] {
            assert!(!out.contains(hidden), "{hidden} in {format:?}: {out}");
        }
        let open = told(&differing(false), Profile::Public, format);
        assert!(
            !open.contains("another year"),
            "what is argued about stays inside, {format:?}: {open}"
        );
    }
}
