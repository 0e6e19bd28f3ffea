//! Web Annotations against the W3C's data model: what it says MUST or SHOULD be true of a single
//! annotation, of its bodies, its target and their selectors, and of the collection around them,
//! one row each, named by the section of the specification.

#![allow(
    clippy::unwrap_used,
    reason = "a document that cannot be read fails the test"
)]

mod common;

use common::{Builder, KIM, dossier_for, everything, sample};
use serde_json::Value;
use stet_core::{
    report::Profile,
    view::{ArticleView, BlockKind, Fit, Provenance, Tag, TagState},
};
use stet_report::{Format, Options, write};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

fn collection(views: &[&ArticleView], profile: Profile) -> Value {
    let dossier = dossier_for(views, profile);
    let bytes = write(&dossier, Format::Annotations, Options::default()).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn items(collection: &Value) -> &[Value] {
    collection["first"]["items"]
        .as_array()
        .map_or(&[], Vec::as_slice)
}

/// Everything that is written of articles of every kind.
fn many() -> Vec<Value> {
    let mut linked = everything();
    linked.article = "0123456789abcdef".into();
    linked.url = "https://paper.example/all?a=b#c".into();
    let views = [&everything(), &linked, &sample()];
    let all = Profile::ALL.map(|profile| collection(&views, profile));
    all.iter().flat_map(|one| items(one).to_vec()).collect()
}

/// An IRI with a scheme, and nothing in it that an IRI cannot hold.
fn is_iri(value: &Value) -> bool {
    let Some((scheme, rest)) = value.as_str().and_then(|text| text.split_once(':')) else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && !rest.is_empty()
        && rest.chars().all(plain)
}

fn is_date_time(value: &Value) -> bool {
    let shape: Option<String> = value.as_str().map(|text| {
        let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
        text.chars().map(digit).collect()
    });
    shape.as_deref() == Some("0000-00-00T00:00:00Z")
}

fn absent_or(value: &Value, holds: impl Fn(&Value) -> bool) -> bool {
    value.is_null() || holds(value)
}

fn bodies(annotation: &Value) -> impl Iterator<Item = &Value> {
    annotation["body"].as_array().into_iter().flatten()
}

fn selectors(annotation: &Value) -> impl Iterator<Item = &Value> {
    let of_bodies = bodies(annotation).map(|body| &body["selector"]);
    let own = annotation["target"]["selector"]
        .as_array()
        .into_iter()
        .flatten();
    own.chain(of_bodies.filter(|selector| !selector.is_null()))
}

fn textual(annotation: &Value) -> impl Iterator<Item = &Value> {
    bodies(annotation).filter(|body| body["type"] == "TextualBody")
}

fn specific(annotation: &Value) -> impl Iterator<Item = &Value> {
    let of_bodies = bodies(annotation).filter(|body| body["type"] == "SpecificResource");
    of_bodies.chain([&annotation["target"]])
}

fn quotes(annotation: &Value) -> impl Iterator<Item = &Value> {
    selectors(annotation).filter(|one| one["type"] == "TextQuoteSelector")
}

fn positions(annotation: &Value) -> impl Iterator<Item = &Value> {
    selectors(annotation).filter(|one| one["type"] == "TextPositionSelector")
}

const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

fn is_motivation(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|name| MOTIVATIONS.contains(&name))
}

fn lacks(value: &Value, key: &str) -> bool {
    value.get(key).is_none()
}

type Rule = (&'static str, fn(&Value) -> bool);

const MUST: &[Rule] = &[
    ("3.1 has the context", |a| a["@context"] == CONTEXT),
    ("3.1 has exactly one id, an IRI", |a| is_iri(&a["id"])),
    ("3.1 is of type Annotation", |a| a["type"] == "Annotation"),
    ("3.1 has a target", |a| !a["target"].is_null()),
    ("3.2 its target is a resource that is recognised", |a| {
        a["target"].is_object() && is_iri(&a["target"]["source"])
    }),
    ("3.2 its bodies are resources that are recognised", |a| {
        bodies(a).all(|body| body["type"] == "TextualBody" || body["type"] == "SpecificResource")
    }),
    ("3.2.5 has not both body and bodyValue", |a| {
        lacks(a, "body") || lacks(a, "bodyValue")
    }),
    ("3.2.5 bodyValue, if any, is one text", |a| {
        absent_or(&a["bodyValue"], Value::is_string)
    }),
    ("3.3.1 created, if any, is one moment", |a| {
        absent_or(&a["created"], is_date_time)
    }),
    ("3.3.1 modified, if any, is one moment", |a| {
        absent_or(&a["modified"], is_date_time)
    }),
    ("3.3.1 generated, if any, is one moment", |a| {
        absent_or(&a["generated"], is_date_time)
    }),
    ("3.3.6 rights, if any, are IRIs", |a| {
        absent_or(&a["rights"], is_iri)
    }),
    ("3.3.7 canonical, if any, is one IRI", |a| {
        absent_or(&a["canonical"], is_iri)
    }),
    ("3.3.7 via, if any, is an IRI", |a| {
        absent_or(&a["via"], is_iri)
    }),
    (
        "3.2.4 a textual body has exactly one text as its value",
        |a| textual(a).all(|body| body["value"].is_string()),
    ),
    ("3.2.4 no target is a textual body", |a| {
        a["target"]["type"] != "TextualBody"
    }),
    (
        "3.2.7 neither body nor target is a choice or set of items",
        |a| {
            bodies(a)
                .chain([&a["target"]])
                .all(|one| lacks(one, "items"))
        },
    ),
    ("3.3.5 motivation and purpose are of the vocabulary", |a| {
        is_motivation(&a["motivation"]) && bodies(a).all(|body| is_motivation(&body["purpose"]))
    }),
    ("4 a textual body has no source", |a| {
        textual(a).all(|body| lacks(body, "source"))
    }),
    (
        "4 a specific resource has exactly one source, an IRI",
        |a| specific(a).all(|one| is_iri(&one["source"])),
    ),
    ("4 a specific resource has no value", |a| {
        specific(a).all(|one| lacks(one, "value"))
    }),
    ("4.2 selectors are of a kind that the model has", |a| {
        selectors(a)
            .all(|one| one["type"] == "TextQuoteSelector" || one["type"] == "TextPositionSelector")
    }),
    ("4.2.4 a quotation has exactly one exact text", |a| {
        quotes(a).all(|one| one["exact"].is_string())
    }),
    ("4.2.4 prefix and suffix, if any, are one text each", |a| {
        quotes(a).all(|one| {
            absent_or(&one["prefix"], Value::is_string)
                && absent_or(&one["suffix"], Value::is_string)
        })
    }),
    (
        "4.2.5 a position has one start and one end, neither negative",
        |a| positions(a).all(|one| one["start"].is_u64() && one["end"].is_u64()),
    ),
    ("4.2.5 a position does not end before it starts", |a| {
        positions(a).all(|one| one["start"].as_u64() <= one["end"].as_u64())
    }),
    (
        "4.3, 4.4 states and styles, if any, are IRIs or objects",
        |a| specific(a).all(|one| lacks(one, "state") && lacks(one, "styleClass")),
    ),
];

const SHOULD: &[Rule] = &[
    ("3.1 has a body", |a| bodies(a).next().is_some()),
    ("3.2.4 a textual body says that it is one", |a| {
        bodies(a)
            .filter(|body| !lacks(body, "value"))
            .all(|body| body["type"] == "TextualBody")
    }),
    ("3.2.4 a textual body has one format", |a| {
        textual(a).all(|body| body["format"] == "text/plain")
    }),
    ("3.3.1 has one creator, where a person made it", |a| {
        a["motivation"] == "linking" || a["creator"].is_object()
    }),
    ("3.3.1 has a moment, where a person made it", |a| {
        a["motivation"] == "linking" || is_date_time(&a["created"])
    }),
    ("3.3.2 its creator has an id, a type and one name", |a| {
        absent_or(&a["creator"], |who| {
            is_iri(&who["id"]) && who["type"] == "Person" && who["name"].is_string()
        })
    }),
    ("3.3.5 has exactly one motivation", |a| {
        a["motivation"].is_string()
    }),
    ("4.2 several selectors select the same", |a| {
        let chars = |one: &Value| {
            one["exact"]
                .as_str()
                .map(|text| text.chars().count() as u64)
        };
        let target = &a["target"]["selector"];
        let length = target[1]["end"].as_u64().unwrap() - target[1]["start"].as_u64().unwrap();
        chars(&target[0]) == Some(length)
    }),
];

#[test]
fn each_annotation_is_what_the_model_asks_for() {
    let all = many();
    assert!(
        all.len() > 100,
        "there is something to look at: {}",
        all.len()
    );
    for (why, holds) in MUST.iter().chain(SHOULD) {
        for annotation in &all {
            assert!(holds(annotation), "{why}:\n{annotation:#}");
        }
    }
}

#[test]
fn the_collection_is_what_the_model_asks_for() {
    let whole = collection(&[&everything()], Profile::Editor);
    let page = &whole["first"];
    let table = [
        ("5.1 the context", whole["@context"] == CONTEXT),
        ("5.1 an id", is_iri(&whole["id"])),
        ("5.1 its type", whole["type"] == "AnnotationCollection"),
        ("5.1 a label", whole["label"] == "Everything at once"),
        ("5.1 the total", whole["total"] == items(&whole).len()),
        (
            "5.2 a page has an id",
            is_iri(&page["id"]) && page["id"] != whole["id"],
        ),
        ("5.2 its type", page["type"] == "AnnotationPage"),
        ("5.2 where it starts", page["startIndex"] == 0),
        ("5.2 a list of items", page["items"].is_array()),
    ];
    for (why, holds) in table {
        assert!(holds, "{why}");
    }
    let empty = collection(&[&Builder::new("").done()], Profile::Editor);
    assert_eq!(empty["total"], 0);
    assert!(
        empty["first"].is_null(),
        "a collection of nothing has no page"
    );
}

#[test]
fn ids_are_unique_and_stay() {
    for profile in Profile::ALL {
        let mut other = everything();
        other.article = "0123456789abcdef".into();
        let ids = |views: &[&ArticleView]| -> Vec<String> {
            let whole = collection(views, profile);
            items(&whole)
                .iter()
                .map(|one| one["id"].to_string())
                .collect()
        };
        let (one, both) = (ids(&[&everything()]), ids(&[&everything(), &other]));
        assert_eq!(
            one[..],
            both[..one.len()],
            "another article changes nothing"
        );
        let mut unique = both.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), both.len(), "{}", profile.name());
    }
}

#[test]
fn a_quotation_is_told_by_32_characters_on_each_side() {
    let mut b = Builder::new("Ships");
    let long = "🚢".repeat(40);
    b.block(
        BlockKind::Paragraph,
        &[("1", "Short."), ("2", &long), ("3", "End.")],
    );
    for label in ["1", "2", "3"] {
        b.tag(label, KIM, Tag::Verified, "");
    }
    let whole = collection(&[&b.done()], Profile::Editor);
    let ships = |n: usize| "🚢".repeat(n);
    let table = [
        (0, "", format!(" {}", ships(31)), (0, 6)),
        (1, "Short. ", " End.".to_owned(), (7, 47)),
        (2, &format!("{} ", ships(31)), String::new(), (48, 52)),
    ];
    for (at, prefix, suffix, (start, end)) in table {
        let selector = &items(&whole)[at]["target"]["selector"];
        assert_eq!(selector[0]["prefix"], prefix, "{at}");
        assert_eq!(selector[0]["suffix"], suffix.as_str(), "{at}");
        assert_eq!(selector[1]["start"], start, "{at}: in code points");
        assert_eq!(selector[1]["end"], end, "{at}: in code points");
    }
}

#[test]
fn what_was_given_for_other_words_does_not_tag_these() {
    let mut b = Builder::new("Moved");
    b.block(BlockKind::Paragraph, &[("1", "One."), ("2", "Two.")]);
    b.tag("1", KIM, Tag::Verified, "Seen.").state = TagState::Suspended;
    b.tag("2", KIM, Tag::Disputed, "").fit = Fit::Wider;
    let whole = collection(&[&b.done()], Profile::Editor);
    for (at, said) in [
        (0, "Tagged verified before the words changed."),
        (1, "Tagged disputed as part of a longer passage."),
    ] {
        let one = &items(&whole)[at];
        assert_eq!(one["motivation"], "commenting");
        assert!(bodies(one).all(|body| body["purpose"] != "tagging"));
        assert_eq!(one["body"][0]["value"], said);
    }
}

#[test]
fn each_profile_says_what_it_may() {
    let mut view = everything();
    view.provenance = Provenance::Theirs;
    let public = collection(&[&view], Profile::Public).to_string();
    let editor = collection(&[&view], Profile::Editor).to_string();
    for (why, text, for_readers) in [
        ("names of checkers", "Kim Lind", false),
        ("proposed wording", "about a tenth less", false),
        ("what stands around a quotation", "\"prefix\"", false),
        ("findings", "48.9 of 55 million", true),
        ("public sources", "Minutes of the board", true),
    ] {
        assert!(editor.contains(text), "{why}");
        assert_eq!(public.contains(text), for_readers, "{why}");
    }
}

#[test]
fn one_person_is_not_recognised_across_articles_by_readers() {
    let creators = |profile| {
        let mut other = sample();
        other.article = "0123456789abcdef".into();
        other.sentences[0].tags[0]
            .checker_id
            .clone_from(&everything().sentences[0].tags[0].checker_id);
        let (one, two) = (
            collection(&[&everything()], profile),
            collection(&[&other], profile),
        );
        [&one, &two].map(|whole| items(whole)[0]["creator"]["id"].clone())
    };
    let [one, two] = creators(Profile::Editor);
    assert_eq!(one, two, "one person, for the editor");
    let [one, two] = creators(Profile::Public);
    assert_ne!(one, two, "anybody, for readers");
}

#[test]
fn hostile_text_comes_back_as_it_was() {
    for text in ["<script>\0\u{202e}", "a\u{e0041}\"b\\", "\u{200b}x"] {
        let mut b = Builder::new(text);
        b.view.article = text.into();
        b.view.url = text.into();
        b.block(BlockKind::Paragraph, &[("1", text)]);
        b.tag("1", (text, text), Tag::Disputed, text).at = text.into();
        b.source("1", text, text, "javascript:alert(1)", text, text);
        let whole = collection(&[&b.done()], Profile::Legal);
        let one = &items(&whole)[0];
        assert_eq!(one["target"]["selector"][0]["exact"], text);
        assert_eq!(one["body"][1]["value"], text);
        assert!(
            is_iri(&one["target"]["source"]),
            "{}",
            one["target"]["source"]
        );
        assert!(one["created"].is_null(), "what is no moment is left out");
        assert_eq!(
            items(&whole)[1]["body"].as_array().unwrap().len(),
            1,
            "no link"
        );
    }
}
