//! `stet attribute`: who is said to have said what, without a database.

use serde_json::{Value, json};
use stet_tests::command::Home;

#[test]
fn attribute_needs_no_database() {
    let home = Home::new();
    let text = "The dam holds, Lee confirmed. It is old.";
    let lines = [
        json!({ "id": "a", "text": text, "sentences": [[0, 29], [30, 40]], "paragraph_starts": [0] }),
        json!({ "id": 7, "text": text, "lang": "en" }),
        json!({ "id": "c", "text": "" }),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let ran = home.run_with(&["attribute"], &input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answers: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let expected = json!([{
        "sentence": 0, "cue": [19, 28], "source": [15, 18], "head": [15, 18],
        "content": [[0, 13]], "confidence": 0.92, "rule": "says_aside", "stance": "vouching",
    }]);
    assert_eq!(answers[0], json!({ "id": "a", "predictions": expected }));
    assert_eq!(
        answers[1]["predictions"], expected,
        "sentences are found if they are not given"
    );
    assert_eq!(answers[2], json!({ "id": "c", "predictions": [] }));
    assert!(
        !home.path("config").exists() && !home.path("data").exists(),
        "nothing was made"
    );
}

#[test]
fn a_line_that_cannot_be_read_is_named() {
    let home = Home::new();
    let ran = home.run_with(&["--json", "attribute"], "{\"id\":1}\n");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let error: Value = serde_json::from_str(&ran.err).unwrap();
    assert_eq!(error["code"], "value-refused");
    assert!(error["message"].as_str().unwrap().starts_with("Line 1"));
}
