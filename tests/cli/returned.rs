//! A legal JSON report carries the work and comes back without loss; no other does.

use std::fs;

use serde_json::{Value, json};
use stet_tests::command::Home;

/// Somebody's work on the article, and their legal report in JSON.
fn worked() -> (Home, String) {
    let home = Home::new();
    let article = home.import();
    home.json(&[
        "tag",
        &article,
        "1-3",
        "verified",
        "--finding",
        "by “phone”, <b>\u{202e}twice</b>",
        "--source",
        "https://port.example/report",
    ]);
    home.json(&[
        "tag",
        &article,
        "4",
        "disputed",
        "--correction",
        "3.5 million",
    ]);
    home.json(&["undo"]);
    home.json(&["report", &article, "--format", "json", "-o", "report.json"]);
    (home, article)
}

fn report_of(home: &Home) -> Value {
    serde_json::from_slice(&fs::read(home.path("report.json")).unwrap()).unwrap()
}

#[test]
fn a_legal_report_comes_back_without_loss() {
    let (home, article) = worked();
    let report = report_of(&home);
    assert_eq!(report["profile"], "legal", "the default of JSON");
    let reader = Home::new();
    reader.file("report.json", fs::read(home.path("report.json")).unwrap());
    let imported = reader.json(&["import", "report.json"]);
    assert_eq!(imported[0]["article"], article);
    assert_eq!(imported[0]["already_here"], false);
    assert_eq!(reader.dump(), home.dump(), "nothing lost, nothing invented");
    let before = reader.dump();
    let again = reader.run(&["import", "report.json"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.err.contains("0 new, "), "{}", again.err);
    assert_eq!(reader.dump(), before, "twice is once");
    assert_eq!(
        reader.json(&["import", "report.json"])[0]["already_here"],
        true
    );
    reader.json(&["--as", "Ben", "tag", &article, "5", "disputed"]);
    reader.json(&["report", &article, "--format", "json", "-o", "back.json"]);
    home.json(&["import", reader.path("back.json").to_str().unwrap()]);
    assert_eq!(home.dump(), reader.dump(), "and on to the first again");
    assert_eq!(home.run(&["check"]).code, 0);
    home.json(&["undo"]);
    assert_eq!(home.dump(), before, "it is undone like any merge");
}

#[test]
fn it_carries_what_a_share_of_the_article_holds() {
    let (home, article) = worked();
    home.file("other.txt", "Nobody else may see this text. It is secret.");
    let other = home.json(&["import", "other.txt"])[0]["article"].clone();
    home.json(&["tag", other.as_str().unwrap(), "1", "verified"]);
    home.json(&["share", &article, "-o", "share.stet"]);
    home.json(&["report", &article, "--format", "json", "-o", "report.json"]);
    let share = rusqlite::Connection::open(home.path("share.stet")).unwrap();
    let all = |sql: &str| -> Vec<Vec<u8>> {
        let mut read = share.prepare(sql).unwrap();
        let rows = read.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let record = report_of(&home)["record"].clone();
    let texts = |key: &str| -> Vec<String> {
        let list = record[key].as_array().unwrap().iter();
        list.map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let bodies: Vec<Vec<u8>> = texts("events")
        .into_iter()
        .map(String::into_bytes)
        .collect();
    assert_eq!(
        bodies,
        all("SELECT body FROM event ORDER BY id"),
        "verbatim"
    );
    let blobs: Vec<Vec<u8>> = texts("blobs")
        .iter()
        .map(|text| stet_core::report::Record::blob_bytes(text).unwrap())
        .collect();
    assert_eq!(blobs, all("SELECT bytes FROM blob ORDER BY hash"));
    assert_eq!(
        record["seals"].as_array().unwrap().len(),
        all("SELECT signature FROM seal").len()
    );
}

#[test]
fn no_other_report_carries_work() {
    let (home, article) = worked();
    let reader = Home::new();
    let empty = reader.dump();
    for profile in ["public", "editor"] {
        let name = format!("{profile}.json");
        home.json(&[
            "report",
            &article,
            "--format",
            "json",
            "--profile",
            profile,
            "-o",
            &name,
        ]);
        let bytes = fs::read(home.path(&name)).unwrap();
        let report: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(report.get("record"), None, "{profile}");
        reader.file(&name, bytes);
        let ran = reader.run(&["--json", "import", &name]);
        assert_eq!(ran.code, 1, "{profile}");
        let error: Value = serde_json::from_str(&ran.err).unwrap();
        assert_eq!(error["code"], "record-missing", "{profile}");
        assert!(
            error["message"].as_str().unwrap().contains(profile),
            "{error}"
        );
        assert!(
            error["hint"].as_str().unwrap().contains("--profile legal"),
            "{error}"
        );
        assert_eq!(reader.dump(), empty, "{profile}: nothing changed");
    }
}

#[test]
fn the_sample_is_handed_over_to_nobody() {
    let home = Home::new();
    let sample = home.json(&["sample"])["article"]
        .as_str()
        .unwrap()
        .to_owned();
    home.json(&["report", &sample, "--format", "json", "-o", "report.json"]);
    assert_eq!(report_of(&home).get("record"), None);
}

/// Whatever was done to a report: a clear error, or what is true of it is taken and the rest is
/// set aside; never a value that nobody vouched for.
#[test]
fn an_altered_report_changes_nothing_but_what_is_set_aside() {
    let (home, _) = worked();
    let honest = report_of(&home);
    let text = fs::read_to_string(home.path("report.json")).unwrap();
    let change = |change: &dyn Fn(&mut Value)| {
        let mut report = honest.clone();
        change(&mut report);
        report.to_string()
    };
    let all_events = honest["record"]["events"].as_array().unwrap().clone();
    let table: &[(&str, String, &str)] = &[
        ("cut off", text[..text.len() / 2].into(), "share-refused"),
        (
            "a newer version",
            change(&|report| report["version"] = json!(9)),
            "database-newer",
        ),
        (
            "no seals",
            change(&|report| report["record"]["seals"] = json!([])),
            "share-refused",
        ),
        (
            "forged seals",
            change(&|report| {
                for seal in report["record"]["seals"].as_array_mut().unwrap() {
                    seal["signature"] = json!("A".repeat(86));
                }
            }),
            "share-refused",
        ),
        (
            "every event altered",
            change(&|report| {
                for event in report["record"]["events"].as_array_mut().unwrap() {
                    *event = json!(event.as_str().unwrap().replace("\"time\":1", "\"time\":2"));
                }
            }),
            "share-refused",
        ),
        (
            "one event altered",
            change(&|report| {
                for event in report["record"]["events"].as_array_mut().unwrap() {
                    *event = json!(event.as_str().unwrap().replace("phone", "forgery"));
                }
            }),
            "",
        ),
        (
            "events that are none",
            change(&|report| {
                let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
                let mut events = all_events.clone();
                events.extend([json!(deep), json!("{}"), json!("x".repeat(70_000))]);
                report["record"]["events"] = Value::Array(events);
            }),
            "",
        ),
        (
            "events of another shape",
            change(&|report| report["record"]["events"] = json!({"a": 1})),
            "share-refused",
        ),
        (
            "blobs that nobody asked for",
            change(&|report| report["record"]["blobs"] = json!(["Zm9yZ2VyeQ==", "no base64"])),
            "",
        ),
        (
            "another picture of the same work",
            change(&|report| report["articles"] = json!([{"article": {"title": "forgery"}}])),
            "",
        ),
        (
            "nested without end",
            text.replacen(
                "\"articles\": [",
                &format!("\"articles\": [{}", "[".repeat(200_000)),
                1,
            ),
            "share-refused",
        ),
    ];
    for (why, bytes, code) in table {
        let reader = Home::new();
        let empty = reader.dump();
        reader.file("report.json", bytes);
        let ran = reader.run(&["--json", "import", "report.json"]);
        let dump = reader.dump();
        if code.is_empty() {
            assert!(!dump.contains("forgery"), "{why}");
        } else {
            assert_eq!(ran.code, 1, "{why}: {}", ran.out);
            let error: Value = serde_json::from_str(&ran.err).unwrap();
            assert_eq!(error["code"], *code, "{why}: {error}");
            assert_eq!(dump, empty, "{why}: nothing changed");
        }
        assert_eq!(reader.run(&["check"]).code, 0, "{why}");
    }
}
