//! `stet atoms`: the checkable facts of texts, without a database.

use serde_json::{Value, json};
use stet_tests::command::Home;

fn answers(home: &Home, lines: &[Value]) -> Vec<Value> {
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let ran = home.run_with(&["atoms"], &input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn atoms_needs_no_database() {
    let home = Home::new();
    let text = "Ruta Hale left on Tuesday. “It cost 7%,” Hale said.";
    let found = answers(
        &home,
        &[json!({
            "id": "a", "text": text, "sentences": [[0, 26], [27, 51]], "paragraph_starts": [0],
            "published": "2026-11-05",
        })],
    );
    assert_eq!(
        found[0],
        json!({
            "id": "a",
            "atoms": [
                { "sentence": 0, "span": [0, 9], "type": "person", "same": 0 },
                { "sentence": 0, "span": [18, 25], "type": "date", "resolved": "2026-11-03" },
                { "sentence": 1, "span": [36, 38], "type": "number", "value": "7", "unit": "%" },
                { "sentence": 1, "span": [41, 45], "type": "person", "same": 0 },
            ],
            "quotations": [{ "sentence": 1, "span": [28, 39], "type": "quotation" }],
            "near": [],
        })
    );
    assert!(
        !home.path("config").exists() && !home.path("data").exists(),
        "nothing was made"
    );
}

#[test]
fn what_a_line_leaves_out_is_found() {
    let home = Home::new();
    let text = "It killed about 300 people at the United Nations. The 312 killed were mourned.";
    let found = answers(
        &home,
        &[
            json!({ "id": 7, "text": text }),
            json!({ "id": 8, "text": " " }),
        ],
    );
    assert_eq!(
        found[0]["atoms"][1]["whole"],
        json!([34, 48]),
        "the whole name"
    );
    assert_eq!(found[0]["atoms"][2]["sentence"], 1, "sentences are split");
    assert_eq!(
        found[0]["near"],
        json!([[[16, 19], [54, 57]]]),
        "figures that nearly agree"
    );
    assert_eq!(
        found[1],
        json!({ "id": 8, "atoms": [], "quotations": [], "near": [] })
    );
}

#[test]
fn a_line_that_cannot_be_read_is_refused_with_its_number() {
    let home = Home::new();
    let ran = home.run_with(&["atoms"], "{\"id\": 1, \"text\": \"\"}\n{\"id\": 2}\n");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Line 2 cannot be read"), "{}", ran.err);
}
