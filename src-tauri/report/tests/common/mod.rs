//! Articles to report on: the sample, one with everything that can stand in a report, a long one.
#![allow(dead_code, reason = "every test file uses some of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "an article that cannot be built fails the test"
)]

mod builder;
pub mod hostile;

use std::sync::atomic::{AtomicU32, Ordering};

pub use builder::Builder;
use stet_core::{
    agreement::{
        AgreementView, Disagreement, Figure, PairView, ReaderView, TAGS, Table, TagAgreement,
    },
    policy,
    report::{Dossier, House, Input, PersonRef, Profile, Report, Secret, build},
    view::{ArticleView, BlockKind, ConflictView, Fit, Provenance, Standing, Tag, TagState},
};
use stet_report::{Format, Options, write};

pub const KIM: (&str, &str) = ("Kim Lind", "4f1c09ae77d2b630");
pub const ANA: (&str, &str) = ("Ana Ruiz", "b2037ce1590aa4d8");

/// The report on an article for the editor, as of a fixed date.
pub fn report(view: &ArticleView) -> Report {
    report_for(view, Profile::Editor).0
}

/// A document of one report for the editor.
pub fn dossier(view: &ArticleView) -> Dossier {
    dossier_for(&[view], Profile::Editor)
}

/// A document of reports for one kind of reader.
pub fn dossier_for(views: &[&ArticleView], profile: Profile) -> Dossier {
    let reports = views.iter().map(|view| report_for(view, profile)).collect();
    Dossier::new(reports, profile, House::default())
}

fn report_for(view: &ArticleView, profile: Profile) -> (Report, Vec<Secret>) {
    let person = |(name, id): (&str, &str), initials: &str| PersonRef {
        name: name.into(),
        id: id.into(),
        initials: initials.into(),
    };
    build(Input {
        article: view,
        people: &[person(KIM, ""), person(ANA, "AR")],
        date: "2026-11-05",
        steps: 41,
        first: "2026-11-03T09:12:00Z",
        last: "2026-11-05T10:04:05Z",
        program: "Stet 0.1.0",
        agreements: &second_reading(view),
        profile,
    })
}

/// How far the second reader of the article that has everything agreed with the first.
fn second_reading(view: &ArticleView) -> Vec<AgreementView> {
    if view.title != "Everything at once" {
        return Vec::new();
    }
    let reader = |(name, id): (&str, &str), tagged| ReaderView {
        checker: name.into(),
        checker_id: id.into(),
        tagged,
    };
    let mut table = Table([[3, 1, 0, 0], [0, 2, 0, 0], [0, 1, 1, 0], [0; 4]]);
    table.count(Tag::NoClaim, Tag::NoClaim);
    let of_tag = |tag: Tag| TagAgreement {
        tag,
        first: table.given(tag).0,
        second: table.given(tag).1,
        both: 0,
        agreement: table.of_tag(tag),
    };
    vec![AgreementView {
        article: view.article.clone(),
        title: view.title.clone(),
        reading: Some("AAAAAAAAAAAAAAAAAAAAAA".into()),
        at: "2026-11-05T09:00:00Z".into(),
        blind: true,
        sentences: 9,
        whole: false,
        readers: vec![reader(KIM, 9), reader(ANA, 9)],
        pairs: vec![PairView {
            first: KIM.0.into(),
            second: ANA.0.into(),
            both: table.total(),
            agreed: table.agreed(),
            kappa: table.kappa(),
            table: table.0.iter().map(|row| row.to_vec()).collect(),
            tags: TAGS.map(of_tag).to_vec(),
        }],
        alpha: Some(Figure {
            value: 0.69,
            low: -0.04,
            high: 1.0,
        }),
        disagreements: view
            .sentences
            .iter()
            .filter(|one| one.label == "3")
            .map(|one| Disagreement {
                label: one.label.clone(),
                start: one.start,
                end: one.end,
                text: one.text.clone(),
                tags: vec![Some(Tag::Verified), Some(Tag::Disputed)],
            })
            .collect(),
    }]
}

/// Everything that a report can hold: parts, disagreement, fork, suspension, conflicts, debts, flags.
pub fn everything() -> ArticleView {
    let mut b = Builder::new("Everything at once");
    b.view.provenance = Provenance::Theirs;
    b.view.published = "2026-10-30".into();
    b.block(BlockKind::Headline, &[("H1", "Everything at once")]);
    b.block(BlockKind::Deck, &[("H2", "Or so it seems")]);
    b.block(
        BlockKind::Paragraph,
        &[
            (
                "1",
                "It cost 49 million dollars, nearly a fifth less than planned.",
            ),
            ("2a", "The valley was quiet,"),
            ("2b", "said its mayor."),
            ("3", "Nobody died."),
        ],
    );
    b.block(BlockKind::Heading, &[("H3", "Afterwards")]);
    b.block(
        BlockKind::Quotation,
        &[("4", "“We never saw a cent of it.”")],
    );
    b.block(BlockKind::ListItem, &[("5", "The bell hangs in a school.")]);
    b.block(
        BlockKind::ListItem,
        &[("6+7", "It is rung once a year. At noon.")],
    );
    b.block(BlockKind::Caption, &[("C1", "The wall in June.")]);
    b.block(BlockKind::Credit, &[("C2", "Photograph: the archive")]);
    b.block(BlockKind::TableCell, &[("8", "341")]);
    b.tag("H1", KIM, Tag::NoClaim, "");
    b.tag("1", KIM, Tag::Disputed, "48.9 of 55 million: 11 per cent.")
        .correction = "It cost 48.9 million dollars, about a tenth less than planned.".into();
    b.tag("1", ANA, Tag::Disputed, "").correction = "It cost 48.9 million dollars.".into();
    b.source(
        "1",
        "minutes",
        "Minutes of the board",
        "https://archive.example.org/minutes",
        "48,912,400 dollars",
        "p. 40",
    );
    b.tag("2a", KIM, Tag::Disputed, "The fair was on.");
    b.tag("2b", KIM, Tag::AttributedOnly, "On the recording.")
        .speaker = "The mayor".into();
    b.tag("3", KIM, Tag::Verified, "No death certificate.");
    b.tag("3", ANA, Tag::Disputed, "Two drowned.\nSee the register.");
    b.source("3", "register", "Coroner’s register", "", "", "entry 61")
        .source(
            "3",
            "minutes",
            "Minutes of the board",
            "https://archive.example.org/minutes",
            "",
            "p. 77",
        );
    b.tag("4", KIM, Tag::AttributedOnly, "");
    b.sentence("4").debts = vec![
        "no proof that it was said".into(),
        "speaker not named".into(),
    ];
    b.tag("5", KIM, Tag::Verified, "Heard by the checker.");
    b.sentence("5").debts = vec!["no source".into()];
    b.sentence("5").flagged = true;
    b.tag("6+7", KIM, Tag::Verified, "").state = TagState::Suspended;
    b.sentence("6+7").standing = Standing::Untagged;
    b.tag("C1", KIM, Tag::Verified, "One machine said so.");
    b.tag("C1", KIM, Tag::Disputed, "The other said no.");
    b.tag("C2", ANA, Tag::Verified, "").fit = Fit::Wider;
    b.sentence("C2").standing = Standing::Untagged;
    b.sentence("C2").conflicts = vec![ConflictView {
        field: "source.title".into(),
        values: vec!["Archive (Kim Lind)".into(), "The archive (Ana Ruiz)".into()],
    }];
    let noted = b.tag("8", KIM, Tag::Verified, "Ledger.");
    noted.tag = None;
    noted.correction = "341 households".into();
    b.sentence("8").standing = Standing::Untagged;
    // The third is still argued about, and so is not published.
    for label in ["1", "2b", "3"] {
        b.sentence(label).publish = true;
    }
    b.done()
}

/// The sample article, with its tags; read as plainly as its own text allows.
pub fn sample() -> ArticleView {
    let article = include_str!("../../../api/sample/article.md");
    let mut b = Builder::new("The dam that came in under budget");
    b.view.sample = true;
    let (mut headings, mut captions, mut body) = (0, 0, 0);
    for block in article.trim().split("\n\n") {
        let (kind, text) = if let Some(text) = block.strip_prefix("# ") {
            (BlockKind::Headline, text)
        } else if let Some(text) = block.strip_prefix("## ") {
            (BlockKind::Heading, text)
        } else if let Some(text) = block.strip_prefix("> ") {
            (BlockKind::Quotation, text)
        } else if let Some(text) = block.strip_prefix("Caption: ") {
            (BlockKind::Caption, text)
        } else if block.starts_with('*') {
            (BlockKind::Deck, block.trim_matches('*'))
        } else {
            (BlockKind::Paragraph, block)
        };
        let mut sentences = Vec::new();
        for text in text.split_inclusive(". ").map(str::trim) {
            let (prefix, n) = match kind {
                BlockKind::Headline | BlockKind::Deck | BlockKind::Heading => ("H", &mut headings),
                BlockKind::Caption => ("C", &mut captions),
                _ => ("", &mut body),
            };
            *n += 1;
            sentences.push((format!("{prefix}{n}"), text));
        }
        b.block(
            kind,
            &sentences
                .iter()
                .map(|(label, text)| (label.as_str(), *text))
                .collect::<Vec<_>>(),
        );
    }
    let tags: serde_json::Value =
        serde_json::from_str(include_str!("../../../api/sample/tags.json")).unwrap();
    for entry in tags.as_array().unwrap() {
        let get = |key: &str| entry[key].as_str().unwrap();
        let tag: Tag = serde_json::from_value(entry["tag"].clone()).unwrap();
        let view = b.tag(
            get("label"),
            ("Sample checker", "5a3b1e0000000000"),
            tag,
            get("finding"),
        );
        view.correction = get("correction").into();
        view.speaker = get("speaker").into();
        let sources = entry["sources"].as_array().unwrap();
        for source in sources {
            let get = |key: &str| source[key].as_str().unwrap();
            b.source(
                entry["label"].as_str().unwrap(),
                get("title"),
                get("title"),
                get("url"),
                get("quotation"),
                get("locator"),
            );
        }
    }
    for evidence in b
        .view
        .sentences
        .iter_mut()
        .flat_map(|sentence| &mut sentence.evidence)
    {
        evidence.checker = "Sample checker".into();
    }
    for s in &mut b.view.sentences {
        s.debts = policy::debts(s.standing, &s.text, &s.tags, &s.adjudications, &s.evidence);
    }
    b.done()
}

/// The page without the bytes of its fonts, which nobody can look at in a diff.
pub fn without_faces(page: &str) -> String {
    let mut pieces = page.split("base64,");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str("base64,…");
        out.push_str(
            piece.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "+/=".contains(c)),
        );
    }
    out
}

/// A document of one report for the editor, written.
pub fn bytes(view: &ArticleView, format: Format) -> Vec<u8> {
    write(&dossier(view), format, Options::default())
        .unwrap_or_else(|error| panic!("{}: {error}", format.name()))
}

/// Every format that this build writes.
pub fn formats() -> impl Iterator<Item = Format> {
    let all = Format::ALL.iter().copied();
    all.filter(|format| format.name() != "pdf" || cfg!(feature = "pdf"))
}

/// What another program reads on the pages of a PDF; `None` where it is not to be had.
pub fn pdf_text(document: &[u8]) -> Option<String> {
    static FILES: AtomicU32 = AtomicU32::new(0);
    let n = FILES.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("stet-pages-{}-{n}.pdf", std::process::id()));
    std::fs::write(&file, document).unwrap();
    let out = std::process::Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output();
    std::fs::remove_file(&file).unwrap();
    match out {
        Ok(out) => Some(String::from_utf8(out.stdout).unwrap()),
        Err(_) => {
            println!("skipped: no pdftotext; PDFs are not read back");
            None
        }
    }
}
