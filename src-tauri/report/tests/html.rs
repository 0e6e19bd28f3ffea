//! The web page: that it hangs together, what stands in it for whom. With `STET_KEEP_PAGES=DIR`
//! the pages are kept there, to be looked at and put before a validator.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use std::collections::BTreeMap;

use common::{Builder, KIM, dossier_for, everything, sample};
use stet_core::{
    report::{Dossier, House, Profile},
    view::{ArticleView, BlockKind, Provenance, Sensitivity, Tag},
};
use stet_report::{Format, Options, write};

fn html(dossier: &Dossier) -> String {
    String::from_utf8(write(dossier, Format::Html, Options::default()).unwrap()).unwrap()
}

/// An article with one source of each sensitivity, somebody else's, half checked.
fn careful() -> ArticleView {
    let mut b = Builder::new("What the harbour cost");
    b.view.provenance = Provenance::Theirs;
    b.view.authors = vec!["Ida Brandt".into()];
    b.view.publisher = "The Morning Tide".into();
    b.view.published = "2026-10-30".into();
    b.view.url = "https://tide.example/harbour".into();
    b.block(BlockKind::Headline, &[("H1", "What the harbour cost")]);
    b.block(
        BlockKind::Paragraph,
        &[
            ("1", "The harbour took nine years."),
            (
                "2",
                "Its last wall fell twice, according to the contractor.",
            ),
            ("3", "Gulls were seen."),
            ("4", "It cost three times what was promised."),
        ],
    );
    b.block(BlockKind::Paragraph, &[("5", "Nobody has asked why.")]);
    b.tag("1", KIM, Tag::Verified, "Permit and opening notice.");
    b.tag(
        "2",
        KIM,
        Tag::AttributedOnly,
        "Told Greta Holm on the phone.",
    )
    .speaker = "The contractor".into();
    b.tag("4", KIM, Tag::Disputed, "Twice: 40 promised, 81 paid.")
        .correction = "It cost twice what was promised.".into();
    b.source(
        "1",
        "permit",
        "Permit 14/88",
        "https://city.example/14",
        "granted",
        "p. 2",
    )
    .source(
        "4",
        "ledger",
        "Ledger of the port",
        "",
        "81 million",
        "folio 9",
    )
    .source(
        "2",
        "holm",
        "Greta Holm",
        "",
        "it fell twice",
        "call of 3 November",
    );
    b.sentence("4").evidence[0].sensitivity = Sensitivity::Internal;
    b.sentence("2").evidence[0].sensitivity = Sensitivity::Protected;
    b.sentence("2").publish = true;
    b.sentence("4").publish = true;
    b.sentence("1").debts = vec!["no second source".into()];
    b.done()
}

fn together(profile: Profile) -> Dossier {
    let (sample, careful, everything) = (sample(), careful(), everything());
    let mut dossier = dossier_for(&[&careful, &sample, &everything], profile);
    dossier.house = House {
        name: "The Checking Desk".into(),
        url: "https://desk.example/".into(),
    };
    dossier
}

/// Every page that is worth a look.
fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for profile in Profile::ALL {
        for (name, view) in [
            ("sample", sample()),
            ("careful", careful()),
            ("everything", everything()),
        ] {
            pages.push((
                format!("{name}-{}", profile.name()),
                html(&dossier_for(&[&view], profile)),
            ));
        }
        pages.push((
            format!("dossier-{}", profile.name()),
            html(&together(profile)),
        ));
    }
    pages
}

fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(&format!(" {attribute}=\""))
        .skip(1)
        .map(|rest| &rest[..rest.find('"').unwrap()])
        .collect()
}

#[test]
fn every_id_is_there_once_and_every_link_within_the_page_leads_to_one() {
    for (name, page) in pages() {
        let mut ids: BTreeMap<&str, u32> = BTreeMap::new();
        values(&page, "id")
            .iter()
            .for_each(|id| *ids.entry(id).or_default() += 1);
        let twice: Vec<_> = ids.iter().filter(|(_, n)| **n > 1).collect();
        assert!(twice.is_empty(), "{name}: {twice:?}");
        let inner = values(&page, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        for id in inner.chain(values(&page, "aria-labelledby")) {
            assert!(ids.contains_key(id), "{name}: nothing is called {id}");
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    for (name, page) in pages() {
        let levels: Vec<u8> = page
            .split("<h")
            .skip(1)
            .filter(|rest| rest.as_bytes()[1] == b' ')
            .map(|rest| rest.as_bytes()[0] - b'0')
            .collect();
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{name}: one title"
        );
        assert_eq!(levels.first(), Some(&1), "{name}: the title first");
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{name}: {} after {}",
                pair[1],
                pair[0]
            );
        }
    }
}

#[test]
fn several_reports_have_a_cover_with_a_line_each() {
    let dossier = together(Profile::Editor);
    let page = html(&dossier);
    let cover = &page[page.find("<nav").unwrap()..page.find("</nav>").unwrap()];
    for (n, report) in dossier.reports.iter().enumerate() {
        assert!(
            cover.contains(&format!("href=\"#a{}-t-title\"", n + 1)),
            "{cover}"
        );
        for said in [&report.headline, &report.summary] {
            assert!(cover.contains(said.as_str()), "{said}");
        }
    }
    assert!(page.contains("<h1 class=\"title\">Dossier of 3 articles</h1>"));
    assert!(
        page.contains(
            "<a class=\"url\" rel=\"noopener noreferrer\" href=\"https://desk.example/\">"
        )
    );
    let one = html(&dossier_for(&[&sample()], Profile::Editor));
    assert!(!one.contains("<nav"), "one report has no cover");
    assert!(one.contains(" id=\"s1\""), "and plain ids");
}

#[test]
fn each_reader_sees_what_is_for_them() {
    let (view, whole) = (careful(), "Nobody has asked why.");
    let [public, editor, legal] = Profile::ALL.map(|profile| html(&dossier_for(&[&view], profile)));
    let table: [(&str, [bool; 3]); 12] = [
        (whole, [false, true, true]),
        ("The sentences that were checked", [true, false, false]),
        ("3 further sentences are not quoted", [true, false, false]),
        (
            "<blockquote cite=\"https://tide.example/harbour\">",
            [true, false, false],
        ),
        ("class=\"tick\"", [false, true, true]),
        ("Handed over although", [false, true, true]),
        ("Kim Lind", [false, true, true]),
        ("Ledger of the port", [false, true, true]),
        ("<span class=\"how\">internal</span>", [false, true, true]),
        ("Greta Holm", [false, false, true]),
        ("<span class=\"how\">protected</span>", [false, false, true]),
        ("call of 3 November", [false, false, true]),
    ];
    for (said, expected) in table {
        assert_eq!(
            [&public, &editor, &legal].map(|page| page.contains(said)),
            expected,
            "{said}"
        );
    }
    assert!(public.contains("(protected)") && editor.contains("(protected)"));
    assert!(
        !public.contains("<strong dir=\"auto\"></strong>"),
        "nobody without a name"
    );
}

#[test]
fn a_published_check_is_microdata_that_withholds_what_the_page_withholds() {
    for profile in Profile::ALL {
        let mut dossier = dossier_for(&[&careful()], profile);
        let page = html(&dossier);
        let says = |page: &str, what: &str| page.matches(what).count();
        let kind = "itemscope itemtype=\"https://schema.org/ClaimReview\"";
        assert_eq!(says(&page, kind), 2, "{profile:?}: only what is published");
        assert_eq!(
            says(
                &page,
                "itemprop=\"creativeWorkStatus\" content=\"Incomplete\""
            ),
            2,
            "{profile:?}: without a house it is called incomplete"
        );
        dossier.house = House {
            name: "The Checking Desk".into(),
            url: "https://desk.example/?a=1&b=2".into(),
        };
        let page = html(&dossier);
        assert_eq!(
            says(&page, "Incomplete"),
            0,
            "{profile:?}: a house completes it"
        );
        for said in [
            "<meta itemprop=\"claimReviewed\" content=\"It cost three times what was promised.\">",
            "<link itemprop=\"url\" href=\"https://desk.example/?a=1&amp;b=2\">",
            "<meta itemprop=\"name\" content=\"The contractor\">",
            "<span itemprop=\"alternateName\">Disputed</span>",
        ] {
            assert!(page.contains(said), "{profile:?}: {said}");
        }
        let named = page.contains("content=\"Greta Holm\"");
        assert_eq!(
            named,
            profile == Profile::Legal,
            "{profile:?}: the protected source"
        );
    }
}

#[test]
fn pages_are_kept_for_those_who_ask() {
    let Some(folder) = std::env::var_os("STET_KEEP_PAGES") else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    for (name, page) in pages() {
        std::fs::write(
            std::path::Path::new(&folder).join(format!("{name}.html")),
            page,
        )
        .unwrap();
    }
}
