//! The PDF: what is in it, that it is tagged, that nothing from outside breaks it.
#![cfg(feature = "pdf")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a PDF that cannot be made fails the test"
)]

mod common;

use std::{
    cell::Cell,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use common::{ANA, Builder, KIM, bytes, dossier, dossier_for, everything, sample};
use stet_core::{
    error::{Code, Error},
    report::{Dossier, Profile},
    view::{BlockKind, Tag},
};
use stet_report::{Format, Machine, Options, Paper, guarded_pages, undrawn, write};

const LETTER: Options = Options {
    paper: Paper::Letter,
    notes: stet_report::Notes::Comments,
};

fn pdf(dossier: &Dossier, options: Options) -> Vec<u8> {
    let bytes = write(dossier, Format::Pdf, options).unwrap_or_else(|error| panic!("{error}"));
    if let Some(folder) = std::env::var_os("STET_KEEP_REPORTS") {
        let name = format!(
            "{}-{}-{:?}.pdf",
            dossier.title.replace(' ', "-"),
            dossier.profile.name(),
            options.paper
        );
        std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
    }
    bytes
}

fn count(bytes: &[u8], what: &str) -> usize {
    bytes
        .windows(what.len())
        .filter(|window| *window == what.as_bytes())
        .count()
}

/// Runs a tool on a PDF, and gives what it printed; `None` where there is no such tool.
fn tool(name: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Option<(bool, String)> {
    static FILES: AtomicU32 = AtomicU32::new(0);
    let n = FILES.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("stet-pdf-test-{}-{n}.pdf", std::process::id()));
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new(name)
        .args(before)
        .arg(&file)
        .args(after)
        .output();
    std::fs::remove_file(&file).unwrap();
    let Ok(out) = out else {
        eprintln!("skipped: no {name}");
        return None;
    };
    Some((
        out.status.success(),
        String::from_utf8_lossy(&out.stdout).into_owned(),
    ))
}

/// The documents that are looked at: each profile, several articles, quotations only.
fn documents() -> Vec<(&'static str, Dossier)> {
    let (sample, everything) = (sample(), everything());
    vec![
        ("the sample", dossier(&sample)),
        ("everything", dossier(&everything)),
        (
            "for readers, quoted",
            dossier_for(&[&everything], Profile::Public),
        ),
        (
            "for readers, ours",
            dossier_for(&[&sample], Profile::Public),
        ),
        (
            "a dossier",
            dossier_for(&[&sample, &everything], Profile::Legal),
        ),
    ]
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (name, dossier) in documents() {
        let first = pdf(&dossier, Options::default());
        assert!(first.starts_with(b"%PDF-1.7"), "{name}: a PDF");
        assert!(
            first == pdf(&dossier, Options::default()),
            "{name}: no clock and no chance"
        );
        assert!(first != pdf(&dossier, LETTER), "{name}: another sheet");
    }
}

#[test]
fn it_is_tagged_titled_and_says_so() {
    for (name, dossier) in documents() {
        let bytes = pdf(&dossier, Options::default());
        for (what, why) in [
            ("pdfuaid:part", "says that it is PDF/UA"),
            ("/StructTreeRoot", "tagged"),
            ("/Outlines", "bookmarks"),
            ("/DisplayDocTitle true", "shows its title"),
            ("<dc:title>", "has one"),
            ("20261105", "is of the day of the report"),
        ] {
            let spaced = what.replace("20261105", "2026-11-05");
            assert!(
                count(&bytes, what) + count(&bytes, &spaced) > 0,
                "{name}: {why}"
            );
        }
        for active in [
            "/JavaScript",
            "/OpenAction",
            "/Launch",
            "/EmbeddedFile",
            "/AA ",
        ] {
            assert_eq!(count(&bytes, active), 0, "{name}: nothing acts");
        }
    }
}

#[test]
fn other_programs_read_it() {
    for (name, dossier) in documents() {
        for options in [Options::default(), LETTER] {
            let bytes = pdf(&dossier, options);
            let Some((sound, said)) = tool("qpdf", &["--check"], &bytes, &[]) else {
                return;
            };
            assert!(sound, "{name}: {said}");
            let Some((_, info)) = tool("pdfinfo", &[], &bytes, &[]) else {
                return;
            };
            let size = if options.paper == Paper::A4 {
                "595.276 x 841.89"
            } else {
                "612 x 792"
            };
            let tagged = info
                .lines()
                .any(|line| line.starts_with("Tagged:") && line.ends_with("yes"));
            assert!(tagged, "{name}: {info}");
            assert!(info.contains(size), "{name}: {info}");
            assert!(info.contains(&dossier.title), "{name}: {info}");
        }
    }
}

#[test]
fn its_text_can_be_taken_out() {
    let bytes = bytes(&everything(), Format::Pdf);
    let Some((_, text)) = tool("pdftotext", &["-layout"], &bytes, &["-"]) else {
        return;
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (why, wanted) in [
        ("the headline", "Everything at once"),
        ("a sentence", "The valley was quiet,"),
        ("a finding", "No death certificate."),
        ("a locator", "p. 40"),
        ("an address", "https://archive.example.org/minutes"),
        ("a section", "Attributed-only: who says it"),
        ("the last section", "How this was checked"),
        ("a mark", "✗"),
        ("what is struck", "49 million"),
        ("what is put in", "48.9 million"),
    ] {
        assert!(text.contains(wanted), "{why}: {text}");
    }
}

#[test]
fn readers_get_quotations_only() {
    let quoted = pdf(
        &dossier_for(&[&everything()], Profile::Public),
        Options::default(),
    );
    let Some((_, text)) = tool("pdftotext", &["-layout"], &quoted, &["-"]) else {
        return;
    };
    assert!(
        text.contains("The sentences that were checked"),
        "says what it is"
    );
    for (why, unwanted) in [
        ("an unchecked sentence", "341"),
        ("a name", "Kim Lind"),
        ("the galley", "The marked article"),
    ] {
        assert!(!text.contains(unwanted), "{why}: {text}");
    }
}

#[test]
fn only_web_addresses_are_links() {
    for (url, links) in [
        ("https://example.org/a", 1),
        ("javascript:alert(1)", 0),
        ("file:///etc/passwd", 0),
        ("https://good.example@evil.example/", 0),
    ] {
        let mut b = Builder::new("Links");
        b.block(
            BlockKind::Paragraph,
            &[("1", "See https://elsewhere.example/x for more.")],
        );
        b.tag("1", KIM, Tag::Verified, url);
        b.source("1", "s", "A source", url, url, "");
        let bytes = pdf(&dossier(&b.done()), Options::default());
        assert_eq!(
            count(&bytes, "/S /URI") + count(&bytes, "/S/URI"),
            links,
            "{url}"
        );
    }
}

/// Texts that break typesetters, or that a typesetter would take for its own markup.
#[test]
fn no_text_breaks_it() {
    let long = "x".repeat(20_000);
    let table = [
        (
            "markup of the template",
            "#panic() #import \"/x\": * *b* _i_ $x$ `c` <l> @l = h",
        ),
        ("a string of it", "\") #panic(\""),
        ("an escape", "\\u{202e} \\ \\n"),
        ("controls", "a\0b\u{1b}[31mc\u{7f}\u{85}"),
        ("bidi", "user\u{202e}txt.exe \u{2066}\u{2067}\u{2068}"),
        ("zero width", "pass\u{200b}\u{feff}\u{2060}word"),
        ("non-characters", "\u{ffff}\u{fdd0}\u{1fffe}"),
        ("private letters", "\u{e000}\u{f8ff}\u{10fffd}"),
        ("separators", "a\u{2028}b\u{2029}c\nd\te"),
        ("emoji", "👩\u{200d}🚒 🇨🇭 ☎\u{fe0f}"),
        ("right to left", "السد العالي בנין הסכר"),
        ("a joiner in Persian", "می\u{200c}خواهم"),
        ("no spaces", "大坝建于一九三六年。"),
        ("combining", "Z\u{35c}\u{35c}\u{35c}\u{35c}a\u{35c}lgo"),
        ("combining alone", "\u{301}"),
        ("empty", ""),
        ("only spaces", "  \n\t "),
        ("a long word", &long),
    ];
    for (why, text) in table {
        let mut b = Builder::new(text);
        b.view.lang = text.into();
        b.view.article = text.into();
        b.view.published = text.into();
        b.view.authors = vec![text.into()];
        b.view.url = text.into();
        b.block(BlockKind::Headline, &[("H1", text)])
            .block(BlockKind::ListItem, &[("1", text), ("2", text)])
            .block(BlockKind::Quotation, &[("3", text)]);
        let tag = b.tag("1", (text, text), Tag::Disputed, text);
        tag.correction = format!("{text} {text}");
        tag.at = text.into();
        b.tag("2", KIM, Tag::AttributedOnly, text).speaker = text.into();
        b.tag("3", KIM, Tag::Verified, text);
        b.tag("3", ANA, Tag::Disputed, text);
        b.source("1", text, text, text, text, text);
        b.sentence("2").debts = vec![text.into()];
        b.sentence("2").label = text.into();
        let view = b.done();
        let written = write(&dossier(&view), Format::Pdf, Options::default());
        let bytes = written.unwrap_or_else(|error| panic!("{why}: {error}"));
        if let Some((sound, said)) = tool("qpdf", &["--check"], &bytes, &[]) {
            assert!(sound, "{why}: {said}");
        }
    }
}

#[test]
fn the_preview_is_of_the_same_pages() {
    let dossier = dossier(&sample());
    let go_on = || Ok(());
    let drawn =
        guarded_pages(&dossier, Options::default(), &Machine::default(), 3, &go_on).unwrap();
    assert_eq!(drawn.pages.len(), 3, "no more than were asked for");
    for page in &drawn.pages {
        assert!(page.starts_with("<svg"), "a picture");
        for active in ["<script", "onload", "<image", "<foreignObject"] {
            assert!(!page.contains(active), "{active}: a picture only shows");
        }
    }
    let bytes = pdf(&dossier, Options::default());
    assert!(drawn.bytes == bytes, "and the file is the same");
    if let Some((_, info)) = tool("pdfinfo", &[], &bytes, &[]) {
        let says = info
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .unwrap()
            .trim();
        assert_eq!(says, (3 + drawn.beyond).to_string(), "as many pages");
    }
}

#[test]
fn it_stops_between_two_steps() {
    let dossier = dossier(&sample());
    for step in 1..6 {
        let asked = Cell::new(0);
        let go_on = || {
            asked.set(asked.get() + 1);
            if asked.get() == step {
                Err(Error::new(Code::Cancelled, "Stopped.", ""))
            } else {
                Ok(())
            }
        };
        let made = guarded_pages(&dossier, Options::default(), &Machine::default(), 9, &go_on);
        assert_eq!(made.unwrap_err().code, Code::Cancelled, "step {step}");
        assert_eq!(asked.get(), step, "nothing more was done");
    }
}

#[test]
fn it_says_which_letters_it_cannot_draw() {
    for (text, says) in [
        ("The dam stood.", None),
        ("Плотина стояла; το φράγμα.", None),
        ("大坝建于一九三六年。", Some("Chinese and Japanese")),
        ("Seen 👩 by السد.", Some("Arabic, emoji")),
    ] {
        let mut b = Builder::new("Letters");
        b.block(BlockKind::Paragraph, &[("1", text), ("2", "It fell.")]);
        let dossier = dossier(&b.done());
        let found = undrawn(&dossier);
        assert_eq!(
            found.first().map(|one| one.scripts.as_str()),
            says,
            "{text}"
        );
        if let Some(one) = found.first() {
            assert_eq!(one.labels, ["1"], "{text}: where");
        }
        let bytes = pdf(&dossier, Options::default());
        if let Some((_, drawn)) = tool("pdftotext", &["-layout"], &bytes, &["-"]) {
            let line = drawn.contains("Letters that cannot be drawn in this PDF");
            assert_eq!(line, says.is_some(), "{text}: {drawn}");
        }
    }
}

#[test]
fn published_checks_are_said_to_be() {
    let bytes = bytes(&everything(), Format::Pdf);
    let Some((_, text)) = tool("pdftotext", &["-layout"], &bytes, &["-"]) else {
        return;
    };
    assert_eq!(
        text.matches("Published check: ").count(),
        2,
        "one for each that is published: {text}"
    );
    assert!(text.contains("Incomplete. Missing: author"), "{text}");
}
