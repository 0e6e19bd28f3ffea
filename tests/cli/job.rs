//! The job end to end, and the ways in which people name things.

use stet_tests::command::{ARTICLE, Home};

#[test]
fn an_article_is_imported_tagged_and_handed_over() {
    let home = Home::new();
    let article = home.import();
    for (range, tag, finding) in [
        ("H1", "verified", "as 2"),
        ("1-2", "verified", "-2 metres: the harbour log"),
        ("3", "attributed-only", "Recording, 04:10"),
        ("4", "disputed", "The budget says 5.3"),
        ("H2", "no-claim", ""),
        ("5-7", "verified", ""),
    ] {
        home.json(&["tag", &article, range, tag, "--finding", finding]);
    }
    let shown = home.json(&["show", &article]);
    assert!(
        shown["sentences"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["standing"] != "untagged")
    );
    for (format, must_hold) in [
        ("html", "The budget says 5.3"),
        ("md", "The budget says 5.3"),
        ("json", "The budget says 5.3"),
    ] {
        let file = format!("report.{format}");
        home.json(&["report", &article, "--format", format, "-o", &file]);
        let first = std::fs::read_to_string(home.path(&file)).unwrap();
        assert!(first.contains(must_hold), "{format}");
        let again = home.run(&["report", &article, "--format", format, "-o", "-"]);
        assert_eq!(
            again.out, first,
            "{format}: the same state gives the same bytes"
        );
        let dated = home.run(&[
            "report",
            &article,
            "--format",
            format,
            "-o",
            "-",
            "--date",
            "1999-12-31",
        ]);
        assert!(dated.out.contains("1999"), "{format}: the date asked for");
    }
    let words = home.run(&["show", &article]).out;
    for line in [
        " 4 ✗ Losses come to 3.5 million euros.",
        "    anna: disputed. The budget says 5.3",
        "H2 – What comes next",
        " 3 ❝ “We lost nine days,” Mayor A. Rhone told reporters.",
    ] {
        assert!(
            words
                .lines()
                .any(|shown| shown.trim_end() == line || shown.contains(line)),
            "{line:?} in\n{words}"
        );
    }
}

#[test]
fn undo_goes_back_to_the_start_and_redo_returns() {
    let home = Home::new();
    let article = home.import();
    let mut states = vec![home.json(&["show", &article])];
    for words in [
        vec![
            "tag",
            &article,
            "1-3",
            "verified",
            "--source",
            "https://example.com/a",
        ],
        vec!["flag", &article, "2"],
        vec!["tag", &article, "1", "clear"],
        vec!["join", &article, "1"],
    ] {
        home.json(&words);
        states.push(home.json(&["show", &article]));
    }
    for state in states.iter().rev().skip(1) {
        home.json(&["undo"]);
        assert_eq!(&home.json(&["show", &article]), state);
    }
    for state in states.iter().skip(1) {
        home.json(&["redo"]);
        assert_eq!(&home.json(&["show", &article]), state);
    }
    assert_eq!(home.run(&["redo"]).code, 1, "nothing is left to redo");
}

#[test]
fn every_form_of_a_range_names_the_same_sentences_in_every_command() {
    let home = Home::new();
    let article = home.import();
    let shown = home.json(&["show", &article]);
    let inside = shown["sentences"][2]["start"].as_u64().unwrap() + 19;
    home.json(&["split", &article, "2", "--at", &inside.to_string()]);
    let table: [(&str, &[&str]); 8] = [
        ("1", &["1"]),
        ("1-3", &["1", "2a", "2b", "3"]),
        ("2", &["2a", "2b"]),
        ("2b", &["2b"]),
        ("H1,7", &["H1", "7"]),
        ("#1", &["H1"]),
        ("2b-4,H2", &["2b", "3", "4", "H2"]),
        (" 1 , 3 ", &["1", "3"]),
    ];
    for (range, expected) in table {
        home.json(&["tag", &article, range, "verified"]);
        let shown = home.json(&["show", &article]);
        let tagged: Vec<&str> = shown["sentences"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["standing"] == "verified")
            .map(|one| one["label"].as_str().unwrap())
            .collect();
        assert_eq!(tagged, expected, "{range:?}");
        home.json(&["undo"]);
    }
    for (range, code) in [
        ("0", 1),
        ("12", 1),
        ("2c", 1),
        ("C1", 1),
        ("3-1", 2),
        ("", 2),
        ("1,,2", 2),
        ("x", 2),
        ("-1", 2),
    ] {
        let before = home.dump();
        assert_eq!(
            home.run(&["tag", &article, range, "verified"]).code,
            code,
            "{range:?}"
        );
        assert_eq!(home.dump(), before, "{range:?} changed something");
    }
}

#[test]
fn a_prefix_names_an_article_while_it_is_the_only_one() {
    let home = Home::new();
    let article = home.import();
    for n in 2..=article.len() {
        let prefix = &article[..n];
        assert_eq!(
            home.json(&["show", prefix])["article"],
            article.as_str(),
            "{prefix}"
        );
    }
    assert_eq!(
        home.json(&["show", &article.to_uppercase()])["article"],
        article.as_str()
    );
    assert_eq!(home.run(&["show", ""]).code, 1, "nothing names nothing");
}

#[test]
fn a_folder_brings_each_file_whole_or_not_at_all() {
    let home = Home::new();
    home.file("news/a.md", ARTICLE);
    home.file("news/b.txt", "One sentence here. Another one there.");
    home.file("news/deeper/c.txt", "A third text lies deeper. It counts.");
    home.file("news/empty.txt", "");
    home.file("news/picture.png", b"\x89PNG\r\n\x1a\n");
    home.file("news/.hidden.txt", "Not meant. At all.");
    let ran = home.run(&["--json", "import", "news"]);
    assert_eq!(ran.code, 1, "one failed");
    let imported: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(imported.as_array().unwrap().len(), 3);
    assert_eq!(
        ran.err
            .lines()
            .filter(|line| line.contains("file-empty"))
            .count(),
        1,
        "{}",
        ran.err
    );
    assert_eq!(home.json(&["articles"]).as_array().unwrap().len(), 3);
    home.file("none/picture.png", b"\x89PNG\r\n\x1a\n");
    assert_eq!(
        home.run(&["import", "none"]).code,
        1,
        "a folder without articles is said"
    );
}

#[test]
fn standard_input_and_several_files() {
    let home = Home::new();
    let ran = home.run_with(
        &["import", "-", "--title", "From the desk", "--json"],
        "A text came in. It was read.",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("From the desk"));
    home.file("a.txt", "First text. It is short.");
    home.file("b.txt", "Second text. It is short too.");
    assert_eq!(
        home.json(&["import", "a.txt", "b.txt"])
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        home.run(&["import", "a.txt", "b.txt", "--title", "T"]).code,
        2,
        "one title for two"
    );
    let half = home.run(&["import", "a.txt", "missing.txt"]);
    assert_eq!(half.code, 1);
    assert!(
        half.out.contains("already here") && half.err.contains("missing.txt"),
        "{half:?}"
    );
}

#[test]
fn the_sample_comes_once() {
    let home = Home::new();
    let first = home.run(&["sample"]);
    assert_eq!((first.code, first.out.trim().len()), (0, 16));
    assert_eq!(home.run(&["sample"]).out, first.out);
    assert_eq!(home.json(&["articles"]).as_array().unwrap().len(), 1);
    assert_eq!(home.json(&["check"])["problems"], serde_json::json!([]));
}
