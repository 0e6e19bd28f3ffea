//! The JSON of every command, key by key: scripts lean on these names.

use serde_json::{Value, json};
use stet_tests::command::{ARTICLE, Home};

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap_or_else(|| panic!("no object: {value}"))
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

fn sorted<const N: usize>(mut keys: [&str; N]) -> Vec<&str> {
    keys.sort_unstable();
    keys.to_vec()
}

const STEP: [&str; 4] = ["step", "label", "at", "checker"];

#[test]
fn import_says_what_came_in() {
    let home = Home::new();
    home.file("article.md", ARTICLE);
    let words = [
        "import",
        "article.md",
        "--lang",
        "en-GB",
        "--published",
        "2026-11-02",
    ];
    let first = home.json(&words);
    let one = &first[0];
    assert_eq!(
        keys(one),
        sorted([
            "article",
            "title",
            "lang",
            "blocks",
            "sentences",
            "already_here"
        ])
    );
    assert_eq!(one["title"], "Harbour reopens after nine days");
    assert_eq!(one["lang"], "en-GB");
    assert_eq!((&one["blocks"], &one["sentences"]), (&json!(4), &json!(9)));
    assert_eq!(one["already_here"], false);
    assert_eq!(
        one["article"].as_str().map(str::len),
        Some(16),
        "16 hex digits"
    );
    let again = home.json(&words);
    assert_eq!(
        again[0]["already_here"], true,
        "the same text is the same article"
    );
    assert_eq!(again[0]["article"], one["article"]);
}

#[test]
fn show_has_exactly_the_keys_of_the_contract() {
    let home = Home::new();
    let article = home.import();
    home.json(&[
        "tag",
        &article,
        "1",
        "disputed",
        "--finding",
        "f",
        "--correction",
        "c",
        "--speaker",
        "s",
        "--source",
        "https://example.com/a",
    ]);
    let shown = home.json(&["show", &article]);
    assert_eq!(
        keys(&shown),
        sorted([
            "article",
            "title",
            "text",
            "lang",
            "authors",
            "publisher",
            "published",
            "url",
            "blocks",
            "sentences"
        ])
    );
    assert_eq!(
        keys(&shown["blocks"][0]),
        sorted(["n", "kind", "start", "end"])
    );
    let sentence = shown["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["label"] == "1")
        .unwrap();
    let expected = [
        "n",
        "label",
        "start",
        "end",
        "text",
        "block",
        "standing",
        "tags",
        "adjudications",
        "suggestions",
        "atoms",
        "remarks",
        "evidence",
        "queries",
    ];
    assert_eq!(keys(sentence), sorted(expected));
    assert_eq!(sentence["standing"], "disputed");
    let tag = &sentence["tags"][0];
    assert_eq!(
        keys(tag),
        sorted([
            "checker",
            "checker_id",
            "tag",
            "finding",
            "correction",
            "speaker",
            "at",
            "state",
            "fit"
        ])
    );
    let said = [
        "checker",
        "tag",
        "finding",
        "correction",
        "speaker",
        "state",
        "fit",
    ]
    .map(|key| tag[key].as_str().unwrap());
    assert_eq!(
        said,
        ["anna", "disputed", "f", "c", "s", "current", "exact"]
    );
    assert_eq!(sentence["evidence"][0]["url"], "https://example.com/a");
}

#[test]
fn offsets_count_code_points_of_the_text() {
    let home = Home::new();
    let shown = home.json(&["show", &home.import()]);
    let text: Vec<char> = shown["text"].as_str().unwrap().chars().collect();
    let sentences = shown["sentences"].as_array().unwrap();
    assert!(
        sentences
            .iter()
            .any(|one| one["text"].as_str().unwrap().contains('🚢'))
    );
    for one in sentences {
        let at = |key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
        let cut: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(one["text"], cut, "sentence {}", one["label"]);
    }
    let labels: Vec<&str> = sentences
        .iter()
        .map(|one| one["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["H1", "1", "2", "3", "4", "H2", "5", "6", "7"]);
}

#[test]
fn only_published_checks_are_in_a_claim_review() {
    let home = Home::new();
    let article = home.import();
    home.json(&["tag", &article, "1-2", "disputed"]);
    let words = ["report", &article, "--format", "claimreview", "-o", "-"];
    let none = home.run(&words);
    assert_eq!(none.code, 0, "{}", none.err);
    let document: Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(
        document,
        json!({ "@context": "https://schema.org", "@graph": [] })
    );
    assert!(
        none.err.contains("No check in it is published"),
        "{}",
        none.err
    );
    // The third is published, but nobody has come to a conclusion on it.
    home.json(&["publish", &article, "1-3"]);
    home.json(&["publish", &article, "2", "--off"]);
    let one = home.run(&words);
    assert_eq!((one.code, one.err.as_str()), (0, ""));
    let document: Value = serde_json::from_str(&one.out).unwrap();
    let graph = document["@graph"].as_array().unwrap();
    assert_eq!(graph.len(), 1);
    let shown = home.json(&["show", &article]);
    assert_eq!(graph[0]["claimReviewed"], shown["sentences"][1]["text"]);
}

#[test]
fn steps_are_told_alike_by_every_command_that_makes_one() {
    let home = Home::new();
    let article = home.import();
    let shown = home.json(&["show", &article]);
    let inside = shown["sentences"][2]["start"].as_u64().unwrap() + 19;
    let steps = [
        vec!["tag", &article, "1-2", "verified"],
        vec!["flag", &article, "2"],
        vec!["flag", &article, "2", "--off"],
        vec!["publish", &article, "1-2"],
        vec!["publish", &article, "2", "--off"],
        vec![
            "split",
            &article,
            "2",
            "--at",
            Box::leak(inside.to_string().into_boxed_str()),
        ],
        vec!["join", &article, "2a"],
        vec!["undo"],
        vec!["redo"],
    ];
    let mut told = Vec::new();
    for words in steps {
        let step = home.json(&words);
        assert_eq!(keys(&step), sorted(STEP), "{words:?}");
        assert!(!step["label"].as_str().unwrap().is_empty(), "{words:?}");
        told.push(step["step"].clone());
    }
    let log = home.json(&["log", &article]);
    for step in log.as_array().unwrap() {
        assert_eq!(keys(step), sorted(STEP));
    }
    let logged: Vec<&Value> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["step"])
        .collect();
    told.reverse();
    assert_eq!(
        logged[..told.len()],
        told.iter().collect::<Vec<_>>(),
        "newest first, by the same ids"
    );
    let same = home.json(&["tag", &article, "1", "verified"]);
    assert_eq!(
        same["step"],
        Value::Null,
        "what is so already makes no step"
    );
}

#[test]
fn a_batch_answers_every_line_with_one() {
    let home = Home::new();
    let article = home.import();
    let lines = [
        json!({ "article": article, "sentences": "1-2,H1", "tag": "verified", "finding": "seen" }),
        json!({ "article": article, "sentences": "99", "tag": "verified" }),
        json!({ "article": article, "sentences": "1", "tag": "sure" }),
        json!({ "article": article, "sentences": "1", "tag": "verified", "findings": "misspelt" }),
        json!({ "article": article, "sentences": "1", "tag": "clear" }),
    ];
    let input: String = lines
        .iter()
        .map(|line| format!("{line}\n"))
        .chain(["no JSON".to_owned()])
        .collect();
    let ran = home.run_with(&["tag", "--batch"], input);
    let answers: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 6, "{}", ran.out);
    let codes: Vec<&str> = answers
        .iter()
        .map(|one| one["error"]["code"].as_str().unwrap_or("ok"))
        .collect();
    assert_eq!(
        codes,
        ["ok", "sentence-unknown", "usage", "usage", "ok", "usage"]
    );
    assert_eq!(keys(&answers[0]), sorted(["ok", "step", "label"]));
    assert_eq!(answers[0]["ok"], true);
    assert_eq!(keys(&answers[1]), ["error"]);
    assert_eq!(
        keys(&answers[1]["error"]),
        sorted(["code", "message", "hint"])
    );
    assert_eq!(ran.code, 1, "lines were refused");
    let log = home.json(&["log", &article]);
    assert_eq!(log[0]["step"], answers[4]["step"]);
    assert_eq!(log[1]["step"], answers[0]["step"]);
}

#[test]
fn a_batch_keeps_the_rule_of_findings() {
    let home = Home::new();
    let article = home.import();
    let line = |tag: &str, finding: Option<&str>| match finding {
        Some(finding) => format!(
            "{}\n",
            json!({ "article": article, "sentences": "1", "tag": tag, "finding": finding })
        ),
        None => format!(
            "{}\n",
            json!({ "article": article, "sentences": "1", "tag": tag })
        ),
    };
    let table = [
        (
            "the same tag keeps it",
            vec![line("verified", Some("f")), line("verified", None)],
            "f",
        ),
        (
            "a changed tag starts empty",
            vec![line("verified", Some("f")), line("disputed", None)],
            "",
        ),
        (
            "a changed tag with a finding",
            vec![line("verified", Some("f")), line("disputed", Some("g"))],
            "g",
        ),
    ];
    for (why, lines, expected) in table {
        let ran = home.run_with(&["tag", "--batch"], lines.concat());
        assert_eq!(ran.code, 0, "{why}: {}", ran.err);
        let shown = home.json(&["show", &article]);
        assert_eq!(
            shown["sentences"][1]["tags"][0]["finding"], expected,
            "{why}"
        );
    }
}

#[test]
fn the_other_documents() {
    let home = Home::new();
    let article = home.import();
    home.json(&["tag", &article, "1", "verified"]);
    let articles = home.json(&["articles"]);
    assert_eq!(articles[0]["article"], article.as_str());
    assert_eq!(articles[0]["counts"]["verified"], 1);
    home.json(&["share", "-o", "for-ben.stet"]);
    let other = Home::new();
    let share = home.path("for-ben.stet");
    let merged = other.json(&["merge", share.to_str().unwrap()]);
    assert_eq!(
        keys(&merged),
        sorted([
            "seen",
            "new",
            "already_here",
            "disagreements",
            "set_aside",
            "have",
            "of",
            "new_articles"
        ])
    );
    assert_eq!(merged["seen"], merged["new"]);
    assert_eq!(merged["set_aside"], json!([]));
    assert_eq!(home.json(&["check"])["problems"], json!([]));
    assert_eq!(keys(&home.json(&["dump"])), sorted(["values", "steps"]));
    home.json(&["report", &article, "--format", "json", "-o", "report.json"]);
    let report: Value =
        serde_json::from_slice(&std::fs::read(home.path("report.json")).unwrap()).unwrap();
    assert!(report.is_object());
}

#[test]
fn segment_needs_no_database() {
    let home = Home::new();
    let lines = [
        json!({ "id": "a", "lang": "en", "text": "Mr. Ito came. He left.", "sentences": "ignored" }),
        json!({ "id": 7, "text": "  " }),
        json!({ "id": "c", "text": "“Go. Now,” she said." }),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let ran = home.run_with(&["segment"], &input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answers: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        answers[0],
        json!({ "id": "a", "sentences": [[0, 13], [14, 22]] })
    );
    assert_eq!(answers[1], json!({ "id": 7, "sentences": [] }));
    let kept = home.run_with(&["segment", "--keep-quotations"], &input);
    assert_eq!(
        kept.out.lines().nth(2),
        Some(r#"{"id":"c","sentences":[[0,20]]}"#)
    );
    assert_ne!(
        kept.out.lines().nth(2),
        ran.out.lines().nth(2),
        "the option matters"
    );
    assert!(
        !home.path("config").exists() && !home.path("data").exists(),
        "nothing was made"
    );
}

#[test]
fn errors_are_one_line_of_json_on_stderr() {
    let home = Home::new();
    let table = [
        (vec!["show", "dead", "--json"], 1, "article-unknown"),
        (vec!["--json", "undo"], 1, "undo-nothing"),
        (vec!["--json", "import", "none.txt"], 1, "file-missing"),
        (vec!["--json", "tag", "dead"], 2, "usage"),
        (vec!["--json", "nonsense"], 2, "usage"),
    ];
    for (words, code, expected) in table {
        let ran = home.run(&words);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{words:?}");
        assert_eq!(ran.err.lines().count(), 1, "{words:?}: {}", ran.err);
        let error: Value = serde_json::from_str(&ran.err).unwrap();
        assert_eq!(
            keys(&error),
            sorted(["code", "message", "hint"]),
            "{words:?}"
        );
        assert_eq!(error["code"], expected, "{words:?}");
    }
}
