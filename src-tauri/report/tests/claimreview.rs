//! What is published, in schema.org's words; read back as a program would read it.

#![allow(
    clippy::unwrap_used,
    reason = "a document that cannot be read fails the test"
)]

mod common;

use common::{ANA, Builder, KIM, dossier_for};
use serde_json::{Value, json};
use stet_core::{
    report::{House, Profile},
    view::{ArticleView, BlockKind, Provenance, Sensitivity, Standing, Tag},
};
use stet_report::{Format, Options, write};

fn article() -> ArticleView {
    let mut b = Builder::new("A quiet valley");
    b.view.published = "2026-10-30".into();
    b.view.url = "https://paper.example/valley".into();
    b.view.authors = vec!["Lea Moor".into(), "Tom Rasch".into()];
    b.view.publisher = "The Paper".into();
    b.view.provenance = Provenance::Theirs;
    b.block(
        BlockKind::Paragraph,
        &[
            ("1", "The valley has 341 households."),
            ("2", "“It was always quiet,” said the mayor."),
            ("3", "Nobody moved away."),
            ("4", "The school was closed."),
            ("5", "Good morning."),
            ("6", "The road is new."),
        ],
    );
    b.tag("1", KIM, Tag::Disputed, "The ledger has 314.");
    b.tag("1", ANA, Tag::Disputed, "So does the map.");
    b.source(
        "1",
        "ledger",
        "Ledger",
        "https://archive.example/l",
        "314",
        "p. 2",
    )
    .source("1", "map", "Map", "file:///home/map", "", "");
    b.tag("2", KIM, Tag::AttributedOnly, "").speaker = "The mayor".into();
    b.tag("3", KIM, Tag::Verified, "Register.");
    b.tag("3", ANA, Tag::Disputed, "Two did.");
    b.tag("5", KIM, Tag::NoClaim, "");
    b.tag("6", KIM, Tag::Verified, "Seen.");
    for label in ["1", "2", "3", "4", "5"] {
        b.sentence(label).publish = true;
    }
    b.done()
}

fn house() -> House {
    House {
        name: "The House".into(),
        url: "https://house.example/checks".into(),
    }
}

fn graph(view: &ArticleView, profile: Profile, house: House) -> Vec<Value> {
    let mut dossier = dossier_for(&[view], profile);
    dossier.house = house;
    let bytes = write(&dossier, Format::ClaimReview, Options::default()).unwrap();
    let mut document: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    assert_eq!(document.as_object().unwrap().len(), 2, "nothing beside it");
    serde_json::from_value(document["@graph"].take()).unwrap()
}

#[test]
fn a_published_check_is_told_whole() {
    let graph = graph(&article(), Profile::Editor, house());
    assert_eq!(
        graph[0],
        json!({
            "@type": "ClaimReview",
            "claimReviewed": "The valley has 341 households.",
            "itemReviewed": {
                "@type": "Claim",
                "author": [
                    { "@type": "Person", "name": "Lea Moor" },
                    { "@type": "Person", "name": "Tom Rasch" },
                ],
                "datePublished": "2026-10-30",
                "appearance": {
                    "@type": "Article",
                    "name": "A quiet valley",
                    "url": "https://paper.example/valley",
                },
            },
            "reviewRating": {
                "@type": "Rating",
                "alternateName": "Disputed",
                "ratingExplanation": "Credible evidence speaks against some of the words, or credible sources contradict each other. It does not by itself mean false; the note says which words.",
            },
            "reviewBody": "The ledger has 314.\n\nSo does the map.",
            "citation": [
                { "@type": "CreativeWork", "name": "Ledger", "url": "https://archive.example/l" },
                { "@type": "CreativeWork", "name": "Map" },
            ],
            "author": {
                "@type": "Organization",
                "name": "The House",
                "url": "https://house.example/checks",
            },
            "datePublished": "2026-11-05",
            "url": "https://house.example/checks",
        })
    );
    assert_eq!(
        graph[1]["itemReviewed"]["author"],
        json!([{ "name": "The mayor" }]),
        "a speaker may be a person or a body: nothing is claimed about it"
    );
}

#[test]
fn only_what_is_said_to_be_published_and_is_closed_is_in_it() {
    for profile in Profile::ALL {
        let claims: Vec<Value> = graph(&article(), profile, house())
            .into_iter()
            .map(|review| review["claimReviewed"].clone())
            .collect();
        assert_eq!(
            claims,
            [
                "The valley has 341 households.",
                "“It was always quiet,” said the mayor."
            ],
            "{}: not the disagreement, not the untagged, not what holds no claim, not what nobody publishes",
            profile.name()
        );
    }
}

#[test]
fn nothing_published_is_an_empty_graph() {
    let mut view = article();
    for sentence in &mut view.sentences {
        sentence.publish = false;
    }
    assert!(graph(&view, Profile::Editor, house()).is_empty());
    assert!(graph(&Builder::new("").done(), Profile::Editor, house()).is_empty());
}

#[test]
fn an_incomplete_check_is_called_incomplete() {
    let named = |name: &str, url: &str| House {
        name: name.into(),
        url: url.into(),
    };
    let (name, url) = ("The House", "https://house.example/");
    let author = "author (the house that publishes the check)";
    let place = "url (where the check is published)";
    let table = [
        ("complete", named(name, url), None),
        ("no address", named(name, ""), Some(place.to_owned())),
        (
            "an address that is no link",
            named(name, "file:///srv"),
            Some(place.to_owned()),
        ),
        ("no name", named(" ", url), Some(author.to_owned())),
        ("neither", named("", ""), Some(format!("{author}; {place}"))),
    ];
    for (why, house, missing) in table {
        let review = graph(&article(), Profile::Editor, house).swap_remove(0);
        let status = missing.as_ref().map(|_| "Incomplete");
        assert_eq!(review["creativeWorkStatus"].as_str(), status, "{why}");
        let line = missing.map(|missing| format!("Incomplete. Missing: {missing}."));
        assert_eq!(review["description"].as_str(), line.as_deref(), "{why}");
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut view = article();
    view.authors.clear();
    view.published = "last week".into();
    view.url = "javascript:alert(1)".into();
    let claim = &graph(&view, Profile::Editor, house())[0]["itemReviewed"];
    assert_eq!(
        *claim,
        json!({ "@type": "Claim", "author": [{ "@type": "Organization", "name": "The Paper" }] })
    );
    view.publisher.clear();
    let claim = &graph(&view, Profile::Editor, house())[0]["itemReviewed"];
    assert_eq!(*claim, json!({ "@type": "Claim" }));
}

#[test]
fn there_is_no_number_for_truth() {
    for review in graph(&article(), Profile::Legal, house()) {
        let rating = review["reviewRating"].as_object().unwrap();
        for number in ["ratingValue", "bestRating", "worstRating"] {
            assert!(!rating.contains_key(number), "{number}: a tag is no score");
        }
    }
}

#[test]
fn readers_do_not_learn_a_protected_source() {
    let mut view = article();
    view.sentences[0].evidence[0].sensitivity = Sensitivity::Protected;
    for (profile, name) in [
        (Profile::Public, "Source 1 (protected)"),
        (Profile::Editor, "Source 1 (protected)"),
        (Profile::Legal, "Ledger"),
    ] {
        let review = &graph(&view, profile, house())[0];
        assert_eq!(review["citation"][0]["name"], name, "{}", profile.name());
    }
}

#[test]
fn long_claims_are_cut_at_a_word_and_hostile_ones_come_back_as_they_are() {
    let long = "word ".repeat(100);
    let table = [
        (
            "as it is",
            "a\u{202e}<b>\0\u{e0041}\"",
            "a\u{202e}<b>\0\u{e0041}\"",
        ),
        (
            "long",
            long.trim(),
            &format!("{}…", "word ".repeat(60).trim()),
        ),
    ];
    for (why, text, expected) in table {
        let mut b = Builder::new(text);
        b.block(BlockKind::Paragraph, &[("1", text)]);
        b.tag("1", (text, "0"), Tag::Verified, text).speaker = text.into();
        b.sentence("1").publish = true;
        assert_eq!(b.sentence("1").standing, Standing::Verified);
        let review = &graph(&b.done(), Profile::Editor, house())[0];
        assert_eq!(review["claimReviewed"], expected, "{why}");
        assert_eq!(review["reviewBody"], text, "{why}: a finding is not cut");
    }
}
