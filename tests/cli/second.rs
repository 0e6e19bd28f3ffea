//! Second readings: what a blind reader may not see, and what is compared once he is done.

use serde_json::Value;
use stet_tests::command::{ARTICLE, Home};

const SECRET: &str = "the harbour log of page nine";
const WITNESS: &str = "https://example.org/witness";

/// Anna has tagged, found, proposed, flagged and sourced, and has shared.
fn anna() -> (Home, String, String) {
    let anna = Home::new();
    anna.file("article.md", ARTICLE);
    let imported = anna.json(&["--as", "Anna", "import", "article.md"]);
    let article = imported[0]["article"].as_str().unwrap().to_owned();
    let by = |words: &[&str]| {
        let mut all = vec!["--as", "Anna"];
        all.extend(words);
        anna.json(&all);
    };
    by(&[
        "tag",
        &article,
        "1-3",
        "verified",
        "--finding",
        SECRET,
        "--source",
        WITNESS,
    ]);
    by(&[
        "tag",
        &article,
        "4-5",
        "disputed",
        "--correction",
        "the correction of Anna",
    ]);
    by(&[
        "tag",
        &article,
        "6",
        "attributed-only",
        "--speaker",
        "the speaker of Anna",
    ]);
    by(&["flag", &article, "2"]);
    by(&["publish", &article, "3"]);
    by(&["share", "-o", "anna.stet"]);
    let share = anna.path("anna.stet").to_str().unwrap().to_owned();
    (anna, article, share)
}

/// What is current; not which steps there were.
fn values(home: &Home) -> Value {
    serde_json::from_str::<Value>(&home.dump()).unwrap()["values"].take()
}

fn tags_on(home: &Home, article: &str) -> Vec<(String, Vec<String>)> {
    let shown = home.json(&["show", article]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let sentences = shown["sentences"].as_array().unwrap().iter();
    sentences
        .map(|one| {
            let tags = one["tags"].as_array().unwrap().iter();
            (
                text(&one["label"]),
                tags.map(|tag| text(&tag["tag"])).collect(),
            )
        })
        .collect()
}

#[test]
fn whoever_reads_blind_is_shown_nothing_of_others_until_done() {
    let (anna, article, share) = anna();
    let ben = Home::new();
    ben.json(&["--as", "Ben", "merge", &share, "--blind"]);
    let looks: &[&[&str]] = &[
        &["show", &article],
        &["articles"],
        &["log"],
        &["log", &article],
        &["conflicts"],
        &["sources"],
        &["agreement"],
        &["assign"],
    ];
    let everything = || {
        let mut seen = String::new();
        for words in looks {
            for json in [&[][..], &["--json"]] {
                let ran = ben.run(&[json, words].concat());
                assert_eq!(ran.code, 0, "{words:?}: {}", ran.err);
                seen.push_str(&ran.out);
            }
        }
        for format in ["html", "md", "csv", "json"] {
            let out = format!("blind.{format}");
            ben.json(&[
                "report",
                &article,
                "--format",
                format,
                "--profile",
                "editor",
                "-o",
                &out,
            ]);
            seen.push_str(&std::fs::read_to_string(ben.path(&out)).unwrap());
        }
        seen
    };
    let of_anna = [
        SECRET,
        WITNESS,
        "the correction of Anna",
        "the speaker of Anna",
        "tagged 3 sentences verified",
        "\"flagged\": true",
    ];
    let seen = everything();
    for one in of_anna {
        assert!(!seen.contains(one), "a blind reader was shown “{one}”");
    }
    assert!(
        tags_on(&ben, &article)
            .iter()
            .all(|(_, tags)| tags.is_empty()),
        "no tag of anybody"
    );
    let refused = ben.run(&["--json", "agreement", &article]);
    assert!(refused.err.contains("reading-blind"), "{}", refused.err);
    let legal = [
        "--json",
        "report",
        &article,
        "--format",
        "json",
        "-o",
        "legal.json",
    ];
    let refused = ben.run(&legal);
    assert!(refused.err.contains("reading-blind"), "{}", refused.err);
    assert!(!ben.path("legal.json").exists());

    // Ben works: agrees on 1 and 4, differs on 2 and 6, says nothing on 3.
    ben.json(&["tag", &article, "1", "verified"]);
    ben.json(&[
        "tag",
        &article,
        "2,4",
        "disputed",
        "--finding",
        "a word of Ben",
    ]);
    ben.json(&["tag", &article, "6", "no-claim"]);
    let seen = everything();
    assert!(seen.contains("a word of Ben"), "one's own is shown");
    for one in of_anna {
        assert!(!seen.contains(one), "still blind, and yet “{one}”");
    }

    ben.json(&["assign", &article, "--finish"]);
    let seen = everything();
    for one in [
        SECRET,
        WITNESS,
        "the correction of Anna",
        "the speaker of Anna",
    ] {
        assert!(seen.contains(one), "in the open now: “{one}”");
    }
    assert!(
        seen.contains("Second reading: Ben read all 9 sentences, without seeing"),
        "the report tells of it"
    );
    let found = ben.json(&["agreement", &article]);
    let one = &found[0];
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(one["blind"], true);
    assert_eq!(
        one["pairs"][0]["first"], "Anna",
        "who was there first stands first"
    );
    assert_eq!(one["pairs"][0]["second"], "Ben");
    assert_eq!(one["pairs"][0]["both"], 4);
    assert_eq!(one["pairs"][0]["agreed"], 2);
    assert_eq!(
        one["pairs"][0]["table"],
        serde_json::json!([[1, 1, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0]]),
        "rows are Anna's"
    );
    let labels: Vec<&str> = one["disagreements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["2", "6"]);

    // Whatever happens later, that is how far they agreed.
    ben.json(&["tag", &article, "6", "attributed-only"]);
    assert_eq!(
        ben.json(&["agreement", &article]),
        found,
        "talking it over changes nothing"
    );
    ben.json(&["share", "-o", "ben.stet"]);
    let share = ben.path("ben.stet");
    anna.json(&["merge", share.to_str().unwrap()]);
    assert_eq!(
        anna.json(&["agreement", &article]),
        found,
        "and Anna reads the same"
    );
    assert!(anna.dump() == ben.dump());
}

#[test]
fn a_reading_is_asked_for_by_name_or_key_and_of_a_random_share() {
    let (anna, article, _) = anna();
    let sentences = tags_on(&anna, &article).len();
    anna.json(&["assign", &article, "--to", "Ben", "--share", "50%"]);
    let listed = anna.json(&["assign"]);
    assert_eq!(listed[0]["reader"], "Ben");
    assert_eq!(listed[0]["state"], "asked-of-others");
    assert_eq!(listed[0]["sentences"], sentences.div_ceil(2));
    let spans = listed[0]["spans"].as_array().unwrap().clone();
    assert_eq!(spans.len(), sentences.div_ceil(2));
    let mut starts: Vec<u64> = spans
        .iter()
        .map(|one| one["start"].as_u64().unwrap())
        .collect();
    assert!(starts.is_sorted(), "in the order of the text");
    starts.dedup();
    assert_eq!(starts.len(), spans.len(), "each once");

    anna.json(&["share", "-o", "asked.stet"]);
    let ben = Home::new();
    let share = anna.path("asked.stet");
    ben.json(&["--as", "Ben", "merge", share.to_str().unwrap(), "--blind"]);
    let listed = ben.json(&["assign"]);
    assert_eq!(
        listed.as_array().unwrap().len(),
        1,
        "what was asked is what was begun"
    );
    assert_eq!(listed[0]["state"], "begun");
    ben.json(&["tag", &article, "1-6", "verified"]);
    ben.json(&["assign", &article, "--finish"]);
    let found = ben.json(&["agreement", &article]);
    assert_eq!(found[0]["sentences"], sentences.div_ceil(2));
    assert_eq!(found[0]["whole"], false);
    let both = found[0]["pairs"][0]["both"].as_u64().unwrap();
    assert!(
        both as usize <= sentences.div_ceil(2),
        "only what was asked counts: {both}"
    );

    let refused = [
        (
            vec!["assign", &article, "--to", "Ben", "--share", "0"],
            "no share",
        ),
        (
            vec!["assign", &article, "--to", "Ben", "--share", "101%"],
            "no share",
        ),
        (vec!["assign", &article, "--finish"], "No such reading"),
        (vec!["assign", "--begin"], "required"),
    ];
    for (words, why) in refused {
        let ran = ben.run(&words);
        assert!(
            ran.code > 0 && ran.err.contains(why),
            "{words:?}: {}",
            ran.err
        );
    }
}

#[test]
fn finishing_is_one_step_that_can_be_undone() {
    let (_anna, article, share) = anna();
    let ben = Home::new();
    ben.json(&["--as", "Ben", "merge", &share, "--blind"]);
    ben.json(&["tag", &article, "1", "disputed"]);
    let before = values(&ben);
    ben.json(&["assign", &article, "--finish"]);
    ben.json(&["undo"]);
    assert!(values(&ben) == before, "as it was");
    let tags = tags_on(&ben, &article);
    assert!(
        tags.iter().all(|(_, tags)| tags.len() < 2),
        "blind again: {tags:?}"
    );
    ben.json(&["redo"]);
    assert!(
        tags_on(&ben, &article)
            .iter()
            .any(|(_, tags)| tags.len() == 2)
    );
}
