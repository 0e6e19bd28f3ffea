//! Protected sources: their names are in no share, and in no step that was made after.

use std::fs;

use serde_json::Value;
use stet_core::report::Record;
use stet_tests::command::Home;

const NAME: &str = "https://whistle.example/Johanna-Quill?desk=7";

/// Whether `bytes` hold the name: as it is, without its scheme, escaped, or in base64 at any offset.
fn holds(bytes: &[u8]) -> bool {
    let bare = NAME.trim_start_matches("https://");
    let escaped: String = NAME
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let mut needles = vec![bare.to_owned(), escaped.to_lowercase(), "johanna".into()];
    for shift in 0..3 {
        let coded = Record::blob_text(&bare.as_bytes()[shift..]);
        needles.push(coded[..coded.len() - 4].to_owned());
    }
    let lower = bytes.to_ascii_lowercase();
    needles.iter().any(|needle| {
        let needle = needle.to_ascii_lowercase();
        lower
            .windows(needle.len())
            .any(|window| window == needle.as_bytes())
    })
}

fn sources(home: &Home) -> Value {
    home.json(&["sources"])
}

#[test]
fn a_mark_is_kept_told_and_undone() {
    let home = Home::new();
    let article = home.import();
    home.json(&["tag", &article, "1", "verified", "--source", NAME]);
    let source = sources(&home)[0].clone();
    assert_eq!(source["sensitivity"], "public");
    let id = source["id"].as_str().unwrap();
    let ran = home.run(&["protect", id, "protected"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("1 earlier step says in plain words"),
        "{}",
        ran.err
    );
    assert_eq!(sources(&home)[0]["sensitivity"], "protected");
    assert_eq!(sources(&home)[0]["url"], NAME, "who has it reads it");
    assert!(
        home.run(&["protect", NAME, "protected"])
            .out
            .contains("already")
    );
    home.json(&["undo"]);
    assert_eq!(sources(&home)[0]["sensitivity"], "public");
    assert_eq!(home.run(&["protect", "nobody", "internal"]).code, 1);
    assert_eq!(home.run(&["protect", id, "secret"]).code, 2);
}

#[test]
fn a_share_without_the_name_is_whole() {
    let home = Home::new();
    let article = home.import();
    home.json(&["tag", &article, "1", "verified", "--source", NAME]);
    let id = sources(&home)[0]["id"].as_str().unwrap().to_owned();
    home.json(&["protect", &id, "protected"]);
    home.json(&["tag", &article, "2", "verified", "--source", &id]);
    for (words, named) in [(vec![], false), (vec!["--protected"], true)] {
        let out = format!("share-{named}.stet");
        let mut all = vec!["share", &article, "-o", &out];
        all.extend(words);
        home.json(&all);
        let reader = Home::new();
        reader.json(&["merge", home.path(&out).to_str().unwrap()]);
        assert_eq!(reader.dump(), home.dump(), "the steps are the same");
        assert_eq!(
            reader.run(&["check"]).code,
            0,
            "it is complete, not damaged"
        );
        let source = sources(&reader)[0].clone();
        assert_eq!(source["sensitivity"], "protected");
        let shown = reader.json(&["show", &article])["sentences"][1]["evidence"][0].clone();
        if named {
            assert_eq!(source["url"], NAME);
        } else {
            assert_eq!(source["title"], "Source (protected)");
            assert_eq!(shown["title"], "Source (protected)");
            // Using it here takes nothing from who knows it.
            reader.json(&[
                "--as", "Ben", "tag", &article, "3", "disputed", "--source", &id,
            ]);
            reader.json(&["share", "-o", "back.stet"]);
            home.json(&["merge", reader.path("back.stet").to_str().unwrap()]);
            assert_eq!(sources(&home)[0]["url"], NAME);
        }
    }
    // Protected no longer: what it is called goes along again.
    home.json(&["protect", &id, "public"]);
    home.json(&["share", "-o", "open.stet"]);
    let reader = Home::new();
    reader.json(&["merge", home.path("open.stet").to_str().unwrap()]);
    assert_eq!(sources(&reader)[0]["url"], NAME);
}

#[test]
fn a_name_protected_from_the_start_is_in_no_share() {
    let home = Home::new();
    let article = home.import();
    home.json(&[
        "tag",
        &article,
        "1",
        "verified",
        "--source",
        NAME,
        "--protected",
    ]);
    let id = sources(&home)[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(sources(&home)[0]["sensitivity"], "protected");
    home.json(&["tag", &article, "2", "verified", "--source", NAME]);
    assert_eq!(sources(&home)[0]["uses"], 2, "found again by its address");
    let again = home.run(&["protect", &id, "protected"]);
    assert_eq!(again.err, "", "no step says it in plain words");
    home.json(&["undo"]);
    home.json(&["redo"]);
    home.json(&["share", "-o", "all.stet"]);
    home.json(&["share", &article, "-o", "one.stet"]);
    for name in ["all.stet", "one.stet"] {
        assert!(!holds(&fs::read(home.path(name)).unwrap()), "{name}");
    }
    for profile in ["public", "editor"] {
        home.json(&[
            "report",
            &article,
            "--format",
            "json",
            "--profile",
            profile,
            "-o",
            "out.json",
        ]);
        assert!(
            !holds(&fs::read(home.path("out.json")).unwrap()),
            "{profile}"
        );
    }
    assert!(!holds(home.dump().as_bytes()), "nor in a dump");
    home.json(&["share", "--protected", "-o", "named.stet"]);
    assert!(
        holds(&fs::read(home.path("named.stet")).unwrap()),
        "the scan finds it where it is"
    );
    home.json(&["report", &article, "--format", "json", "-o", "legal.json"]);
    let lawyer = Home::new();
    lawyer.json(&["import", home.path("legal.json").to_str().unwrap()]);
    assert_eq!(sources(&lawyer)[0]["url"], NAME, "the lawyer reads it");
}
