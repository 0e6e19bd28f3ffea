//! Databases that earlier versions wrote: each opens, shows what was in it, and is gone on with.

use std::{fs, path::Path};

use serde_json::Value;
use stet_tests::command::Home;

/// A home with a copy of a database of the fixtures, as its default one.
fn with(name: &str) -> Home {
    let home = Home::new();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/databases")
        .join(name);
    let database = home.database();
    fs::create_dir_all(database.parent().expect("a folder")).expect("a folder");
    fs::copy(kept, &database).expect("the fixture is there");
    home
}

/// The sentence of this label.
fn sentence<'v>(view: &'v Value, label: &str) -> &'v Value {
    let all = view["sentences"].as_array().expect("sentences");
    all.iter()
        .find(|one| one["label"] == label)
        .unwrap_or_else(|| panic!("there is a sentence {label}"))
}

#[test]
fn a_database_of_the_first_issue_opens_shows_and_goes_on() {
    const ARTICLE: &str = "8abf7e1d66d7cfa2";
    let home = with("first-issue.stet");
    let view = home.json(&["show", ARTICLE]);
    assert_eq!(view["title"], "Harbour reopens after nine days");
    assert_eq!(
        view["published"], "2026-11-05",
        "what a person entered stays"
    );
    assert_eq!(
        view["authors"],
        serde_json::json!([]),
        "nobody said who wrote it"
    );
    let standings: Vec<(&str, &str)> = view["sentences"]
        .as_array()
        .expect("sentences")
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().expect("text");
            (text("label"), text("standing"))
        })
        .collect();
    assert_eq!(
        standings,
        [
            ("H1", "untagged"),
            ("1", "verified"),
            ("2", "attributed-only"),
            ("3", "untagged"),
            ("4", "disagreement"),
            ("H2", "untagged"),
            ("5", "untagged"),
            ("6", "untagged"),
            ("7a", "untagged"),
            ("7b", "untagged"),
        ]
    );
    assert_eq!(
        sentence(&view, "1")["evidence"][0]["url"],
        "https://example.org/port"
    );
    assert_eq!(
        sentence(&view, "2")["tags"][0]["speaker"],
        "the port authority"
    );
    let log = home.json(&["log"]);
    assert_eq!(
        log.as_array().map(Vec::len),
        Some(11),
        "every step is there: {log}"
    );

    let looked = home.json(&["check"]);
    assert_eq!(looked["problems"], serde_json::json!([]), "all is well");

    home.json(&[
        "--as",
        "Cleo",
        "tag",
        ARTICLE,
        "5",
        "verified",
        "--finding",
        "So it says.",
    ]);
    let view = home.json(&["show", ARTICLE]);
    assert_eq!(sentence(&view, "5")["standing"], "verified", "work goes on");
    // The same text from a file that says more of itself is known, and changes nothing.
    home.file("again.md", stet_tests::command::ARTICLE);
    let again = home.json(&["import", "again.md"]);
    assert_eq!(again[0]["article"], ARTICLE);
    assert_eq!(again[0]["already_here"], true);

    // What is shared of it merges into a new database as it stands.
    home.json(&["--as", "Cleo", "share", ARTICLE, "-o", "share.stet"]);
    let other = Home::new();
    fs::copy(home.path("share.stet"), other.path("share.stet")).expect("a copy");
    let merged = other.json(&["merge", "share.stet"]);
    assert_eq!(merged["set_aside"], serde_json::json!([]), "{merged}");
}
