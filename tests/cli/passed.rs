//! Work passed on: shares with a note, a passphrase, with and without the files; people told apart
//! and known; keys brought elsewhere.

use std::fs;

use serde_json::Value;
use stet_tests::command::{ARTICLE, Home};

/// Somebody's work: one article from a file, one tag.
fn worked(name: &str, finding: &str) -> (Home, String) {
    let home = Home::new();
    home.file("article.md", ARTICLE);
    let imported = home.json(&["--as", name, "import", "article.md"]);
    let article = imported[0]["article"].as_str().unwrap().to_owned();
    home.json(&["tag", &article, "1", "verified", "--finding", finding]);
    (home, article)
}

fn passed(from: &Home, to: &Home, name: &str) {
    to.file(name, fs::read(from.path(name)).unwrap());
}

/// Whether anything is left of clear text.
fn left(home: &Home) -> usize {
    fs::read_dir(home.path("data/stet/scratch"))
        .into_iter()
        .flatten()
        .count()
}

#[test]
fn a_share_behind_a_passphrase_opens_with_it_alone() {
    let (ada, article) = worked("Ada", "by phone");
    ada.file("words.txt", "nine days lost\n");
    ada.json(&[
        "share",
        "-o",
        "all.stet",
        "--passphrase-file",
        "words.txt",
        "--note",
        "Please check 4.\nAda",
    ]);
    let bytes = fs::read(ada.path("all.stet")).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    for words in ["by phone", "Please check", "SQLite"] {
        let seen = bytes
            .windows(words.len())
            .any(|window| window == words.as_bytes());
        assert!(!seen, "“{words}” can be read");
    }
    assert_eq!(left(&ada), 0, "no clear copy is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(ada.path("all.stet"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let bo = Home::new();
    bo.json(&["--as", "Bo", "articles"]);
    passed(&ada, &bo, "all.stet");
    let before = fs::read(bo.database()).unwrap();
    for (why, words, input, code) in [
        (
            "without a passphrase",
            vec!["--json", "merge", "all.stet"],
            "",
            "file-locked",
        ),
        (
            "with another",
            vec!["--json", "merge", "all.stet", "--passphrase-file", "-"],
            "nine days won\n",
            "passphrase-wrong",
        ),
        (
            "with an empty one",
            vec!["--json", "merge", "all.stet", "--passphrase-file", "-"],
            "\n",
            "value-refused",
        ),
    ] {
        let ran = bo.run_with(&words, input);
        assert_eq!(ran.code, 1, "{why}");
        let error: Value = serde_json::from_str(ran.err.lines().last().unwrap()).unwrap();
        assert_eq!(error["code"], code, "{why}: {}", ran.err);
        assert_eq!(
            fs::read(bo.database()).unwrap(),
            before,
            "{why}: nothing changed"
        );
        assert_eq!(left(&bo), 0, "{why}: nothing is left");
    }
    let ran = bo.run_with(
        &["merge", "all.stet", "--passphrase-file", "-"],
        "nine days lost\r\n",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("Please check 4. / Ada"),
        "the note is shown: {}",
        ran.err
    );
    assert_eq!(left(&bo), 0);
    assert_eq!(bo.dump(), ada.dump());
    let shown = bo.json(&["show", &article]);
    assert_eq!(shown["sentences"][1]["tags"][0]["finding"], "by phone");
}

#[test]
fn a_note_is_plain_and_short() {
    let (ada, _) = worked("Ada", "by phone");
    let long = "x".repeat(4097);
    for (why, note) in [
        ("too long", long.as_str()),
        ("with what a terminal obeys", "\u{1b}[2J"),
    ] {
        let ran = ada.run(&["--json", "share", "-o", "all.stet", "--note", note]);
        assert_eq!(ran.code, 1, "{why}");
        assert!(ran.err.contains("value-refused"), "{why}: {}", ran.err);
        assert!(!ada.path("all.stet").exists(), "{why}");
    }
    ada.json(&["share", "-o", "all.stet", "--note", &long[..4096]]);
}

#[test]
fn the_file_itself_goes_along_or_stays() {
    let (ada, article) = worked("Ada", "by phone");
    ada.json(&["share", "-o", "with.stet"]);
    ada.json(&["share", "-o", "without.stet", "--no-captures"]);
    let holds = |name: &str| {
        let bytes = fs::read(ada.path(name)).unwrap();
        let words = "# Harbour reopens after nine days";
        bytes
            .windows(words.len())
            .any(|window| window == words.as_bytes())
    };
    assert!(holds("with.stet"), "the file as it was imported");
    assert!(!holds("without.stet"), "not even a part of it");
    let bo = Home::new();
    passed(&ada, &bo, "without.stet");
    bo.json(&["merge", "without.stet"]);
    assert_eq!(
        bo.json(&["show", &article])["sentences"],
        ada.json(&["show", &article])["sentences"]
    );
    assert_eq!(
        bo.json(&["check"])["problems"],
        serde_json::json!([]),
        "complete, not damaged"
    );
}

#[test]
fn two_people_of_one_name_are_told_apart() {
    let (ada, article) = worked("Mina Okafor", "by phone");
    let (bo, _) = worked("Mina Okafor", "by letter");
    bo.json(&["share", "-o", "all.stet"]);
    passed(&bo, &ada, "all.stet");
    ada.json(&["merge", "all.stet"]);
    let tags = ada.json(&["show", &article])["sentences"][1]["tags"].clone();
    let tags = tags.as_array().unwrap();
    assert_eq!(tags.len(), 2, "two findings by two people are both there");
    assert_ne!(tags[0]["checker_id"], tags[1]["checker_id"]);
    let log = ada.run(&["log"]);
    let people = ada.json(&["people"]);
    for one in people.as_array().unwrap() {
        let short = &one["fingerprint"].as_str().unwrap()[..9];
        assert!(
            log.out.contains(short),
            "the log tells {short} apart: {}",
            log.out
        );
        assert_eq!(one["shown"], format!("Mina Okafor ({short})"));
    }
    let other = people
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["me"] == false)
        .unwrap();
    assert_eq!(other["known"], false, "new, as nobody has confirmed");
    let id = other["id"].as_str().unwrap();
    let dump = ada.dump();
    assert_eq!(ada.json(&["people", "confirm", &id[..6]])["known"], true);
    assert_eq!(ada.dump(), dump, "a local decision");
    ada.json(&["share", "-o", "again.stet"]);
    passed(&ada, &bo, "again.stet");
    bo.json(&["merge", "again.stet"]);
    let there = bo.json(&["people"]);
    let there = there
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["me"] == false)
        .unwrap()
        .clone();
    assert_eq!(there["known"], false, "never shared");
    assert_eq!(
        ada.json(&["people", "confirm", id, "--forget"])["known"],
        false
    );
    let ran = ada.run(&["--json", "people", "confirm", "Mina Okafor"]);
    assert!(
        ran.code == 1 && ran.err.contains("person-unknown"),
        "a name that two bear names nobody: {}",
        ran.err
    );
}

#[test]
fn a_key_comes_to_another_machine_as_the_same_person() {
    let (ada, article) = worked("Ada", "by phone");
    ada.file("words.txt", "nine days lost");
    ada.json(&[
        "key",
        "export",
        "-o",
        "ada.stetkey",
        "--passphrase-file",
        "words.txt",
    ]);
    ada.json(&["share", "-o", "all.stet"]);
    let id = ada.json(&["key", "list"])[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let desk = Home::new();
    for name in ["ada.stetkey", "words.txt", "all.stet"] {
        passed(&ada, &desk, name);
    }
    for (why, words, input) in [
        ("no passphrase", vec!["key", "import", "ada.stetkey"], ""),
        (
            "a wrong one",
            vec!["key", "import", "ada.stetkey", "--passphrase-file", "-"],
            "x",
        ),
        (
            "no key",
            vec!["key", "import", "words.txt", "--passphrase-file", "-"],
            "x",
        ),
    ] {
        let ran = desk.run_with(&words, input);
        assert_eq!(ran.code, 1, "{why}: {}", ran.err);
        assert!(!desk.run(&["key", "list"]).out.contains(&id), "{why}");
    }
    desk.json(&[
        "key",
        "import",
        "ada.stetkey",
        "--passphrase-file",
        "words.txt",
    ]);
    desk.json(&["merge", "all.stet"]);
    desk.json(&[
        "--as",
        &id,
        "tag",
        &article,
        "1",
        "verified",
        "--finding",
        "seen",
    ]);
    let tags = desk.json(&["show", &article])["sentences"][1]["tags"].clone();
    assert_eq!(
        tags.as_array().unwrap().len(),
        1,
        "one person, one tag: {tags}"
    );
    assert_eq!(tags[0]["checker_id"], id.as_str());
    assert_eq!(tags[0]["finding"], "seen");
    let bytes = fs::read(ada.path("ada.stetkey")).unwrap();
    assert!(
        !bytes.windows(3).any(|window| window == b"Ada"),
        "not even the name can be read"
    );
}

#[test]
fn a_new_key_is_tied_to_the_old_one_by_both() {
    let (ada, article) = worked("Ada", "by phone");
    let old = ada.json(&["key", "list"])[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    ada.json(&["--as", "Ada Lark", "tag", &article, "2", "disputed"]);
    let keys = ada.json(&["key", "list"]);
    let new = keys
        .as_array()
        .unwrap()
        .iter()
        .find(|key| key["id"] != old.as_str())
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let people = ada.json(&["key", "link", &old, &new]);
    let row = |people: &Value, id: &str| {
        people
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["id"] == id)
            .unwrap()
            .clone()
    };
    assert_eq!(row(&people, &old)["now"], new.as_str());
    let shown = row(&people, &old)["shown"].as_str().unwrap().to_owned();
    assert!(shown.starts_with("Ada Lark, earlier key "), "{shown}");
    let tags = ada.json(&["show", &article]);
    assert_eq!(
        tags["sentences"][1]["tags"][0]["checker_id"],
        old.as_str(),
        "tags stay each key's own"
    );
    ada.json(&["share", "-o", "all.stet"]);
    // Somebody else's key that names Ada's as its successor is believed by nobody.
    let (eve, _) = worked("Eve", "made up");
    passed(&ada, &eve, "all.stet");
    eve.json(&["merge", "all.stet"]);
    let own = eve.json(&["key", "list"])[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let people = eve.json(&["key", "link", &own, &new]);
    assert_eq!(row(&people, &own)["now"], Value::Null);
    assert_eq!(row(&people, &own)["claims"], new.as_str());
    assert_eq!(row(&people, &own)["shown"], "Eve");
    assert_eq!(
        row(&people, &old)["now"],
        new.as_str(),
        "the true link came along"
    );
    let ran = eve.run(&["--json", "key", "link", &old, &new]);
    assert!(
        ran.code == 1 && ran.err.contains("identity-refused"),
        "{}",
        ran.err
    );
}
