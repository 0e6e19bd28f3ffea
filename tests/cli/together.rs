//! Two people, one article: shares, merges, and what is never shared.

use stet_tests::command::Home;

#[test]
fn two_people_meet_at_the_same_state_whoever_merges_first() {
    let (anna, ben) = (Home::new(), Home::new());
    let article = anna.import();
    assert_eq!(ben.import(), article, "the same text meets itself");
    anna.json(&[
        "--as",
        "Anna",
        "tag",
        &article,
        "1-4",
        "verified",
        "--finding",
        "by Anna",
    ]);
    ben.json(&[
        "--as",
        "Ben",
        "tag",
        &article,
        "3-6",
        "disputed",
        "--finding",
        "by Ben",
    ]);
    anna.json(&["share", "-o", "one.stet"]);
    ben.json(&["share", "-o", "two.stet"]);
    let (one, two) = (anna.path("one.stet"), ben.path("two.stet"));
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());

    let before = anna.dump();
    let would = anna.json(&["merge", two, "--dry-run"]);
    assert_eq!(anna.dump(), before, "a dry run changes nothing");
    let did = anna.json(&["merge", two]);
    assert_eq!(did, would, "a dry run tells what happens");
    assert_eq!(did["disagreements"], 2, "sentences 3 and 4");
    ben.json(&["merge", one]);
    assert_eq!(anna.dump(), ben.dump(), "merging is commutative");

    let carol = Home::new();
    carol.json(&["merge", two, one]);
    assert_eq!(carol.dump(), anna.dump(), "and needs no work of one's own");
    carol.json(&["merge", one]);
    assert_eq!(carol.dump(), anna.dump(), "and idempotent");
    assert_eq!(carol.json(&["merge", one, two])["new"], 0);

    let shown = anna.json(&["show", &article]);
    let third = shown["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["label"] == "3")
        .unwrap();
    assert_eq!(third["standing"], "disagreement");
    let ids: Vec<&str> = third["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| tag["checker_id"].as_str().unwrap())
        .collect();
    assert!(
        ids.len() == 2 && ids[0] < ids[1],
        "sorted by checker: {ids:?}"
    );

    anna.json(&["undo"]);
    assert_eq!(anna.dump(), before, "a merge is undone whole");
    anna.json(&["redo"]);
    assert_eq!(anna.dump(), ben.dump());
}

#[test]
fn a_share_of_one_article_holds_that_article_alone() {
    let home = Home::new();
    let article = home.import();
    home.file("other.txt", "Nobody else may see this text. It is secret.");
    let other = home.json(&["import", "other.txt"])[0]["article"]
        .as_str()
        .unwrap()
        .to_owned();
    home.json(&[
        "tag",
        &other,
        "1",
        "verified",
        "--finding",
        "planted-finding",
    ]);
    home.json(&["share", &article, "-o", "one.stet"]);
    let reader = Home::new();
    reader.json(&["merge", home.path("one.stet").to_str().unwrap()]);
    let titles = reader.json(&["articles"]);
    assert_eq!(titles.as_array().unwrap().len(), 1);
    let bytes = std::fs::read(home.path("one.stet")).unwrap();
    for secret in ["planted-finding", "Nobody else may see"] {
        assert!(
            !bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes()),
            "{secret} is in the share"
        );
    }
}

#[test]
fn what_is_local_is_in_no_share() {
    let home = Home::new();
    let article = home.import();
    home.json(&["tag", &article, "1", "verified"]);
    // What the window keeps for itself, planted where it keeps it.
    let database = rusqlite::Connection::open(home.database()).unwrap();
    for table in ["local", "setting", "unsaved"] {
        database
            .execute(
                &format!("INSERT INTO {table} VALUES ('planted', 'local-secret-setting')"),
                [],
            )
            .unwrap();
    }
    drop(database);
    home.json(&["share", "-o", "all.stet"]);
    let bytes = std::fs::read(home.path("all.stet")).unwrap();
    for secret in ["local-secret-setting", home.path("").to_str().unwrap()] {
        assert!(
            !bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes()),
            "{secret} is in the share"
        );
    }
    assert!(
        !home.dump().contains("local-secret-setting"),
        "nor in a dump"
    );
    for beside in [
        "all.stet-wal",
        "all.stet-shm",
        "all.stet-journal",
        "all.stet-part",
    ] {
        assert!(
            !home.path(beside).exists(),
            "{beside} was left beside the share"
        );
    }
    assert_eq!(
        home.run(&["share", "-o", "all.stet"]).code,
        1,
        "a share is never written over"
    );
}

#[test]
fn the_person_at_work_is_the_one_named_or_the_last() {
    let home = Home::new();
    let first = home.run(&["import", "article.md"]);
    assert_eq!(first.code, 1, "nothing to import yet");
    let article = home.import();
    let who = |words: &[&str]| home.json(words)["checker"].as_str().unwrap().to_owned();
    assert_eq!(
        who(&["tag", &article, "1", "verified"]),
        "anna",
        "the system's name"
    );
    assert_eq!(
        who(&["tag", &article, "1", "verified", "--as", "Ben"]),
        "Ben"
    );
    assert_eq!(
        who(&["tag", &article, "2", "verified"]),
        "Ben",
        "the one last used"
    );
    assert_eq!(
        who(&["--as", "anna", "tag", &article, "2", "disputed"]),
        "anna"
    );
    let shown = home.json(&["show", &article]);
    assert_eq!(shown["sentences"][1]["standing"], "verified", "both agree");
    assert_eq!(shown["sentences"][2]["standing"], "disagreement");
}

/// Anna and Ben tag sentences 3 and 4 otherwise; Anna has merged what Ben did.
fn differing() -> (Home, Home, String) {
    let (anna, ben) = (Home::new(), Home::new());
    let article = anna.import();
    let _ = ben.import();
    for (home, name, tag) in [(&anna, "Anna", "verified"), (&ben, "Ben", "disputed")] {
        home.json(&["--as", name, "tag", &article, "3-4", tag, "--finding", name]);
    }
    ben.json(&["share", "-o", "ben.stet"]);
    let share = ben.path("ben.stet");
    let merged = anna.json(&["merge", share.to_str().unwrap()]);
    assert_eq!(merged["disagreements"], 2);
    assert_eq!(merged["have"], merged["of"], "all of Ben's is here");
    (anna, ben, article)
}

fn standing(home: &Home, article: &str, label: &str) -> serde_json::Value {
    let shown = home.json(&["show", article]);
    let sentences = shown["sentences"].as_array().unwrap().iter();
    sentences
        .clone()
        .find(|one| one["label"] == label)
        .unwrap()
        .clone()
}

#[test]
fn what_differs_is_listed_decided_and_reopened() {
    let (anna, ben, article) = differing();
    let listed = anna.json(&["conflicts"]);
    let listed = listed.as_array().unwrap();
    assert_eq!(
        listed.len(),
        2,
        "one a sentence, and nothing on which they agree"
    );
    for (one, label) in listed.iter().zip(["3", "4"]) {
        assert_eq!(one["label"], label);
        assert_eq!(one["kind"], "disagreement");
        assert_eq!(one["sides"].as_array().unwrap().len(), 2);
        for side in one["sides"].as_array().unwrap() {
            assert_eq!(side["history"].as_array().unwrap().len(), 1, "{side}");
            assert_eq!(
                side["history"][0]["checker"], side["checker"],
                "who said it: {side}"
            );
        }
    }
    let decided = anna.json(&[
        "adjudicate",
        &article,
        "3",
        "disputed",
        "--reason",
        "the register says so",
    ]);
    assert_eq!(decided["label"], "decided on 3: disputed");
    let third = standing(&anna, &article, "3");
    assert_eq!(third["standing"], "disputed");
    assert_eq!(
        third["adjudications"][0]["own"], true,
        "Anna's own tag is among them"
    );
    assert_eq!(
        third["tags"].as_array().unwrap().len(),
        2,
        "nobody's tag is lost"
    );
    assert_eq!(
        anna.json(&["conflicts", &article])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    anna.json(&["undo"]);
    assert_eq!(standing(&anna, &article, "3")["standing"], "disagreement");
    anna.json(&["redo"]);

    ben.json(&["tag", &article, "3", "attributed-only"]);
    ben.json(&["share", "-o", "again.stet"]);
    anna.json(&["merge", ben.path("again.stet").to_str().unwrap()]);
    let third = standing(&anna, &article, "3");
    assert_eq!(third["standing"], "disagreement", "a newer tag reopens it");
    assert_eq!(third["adjudications"][0]["holds"], false);

    let several = anna.run(&["adjudicate", &article, "3-4", "verified"]);
    assert_eq!(several.code, 2, "nobody agrees to all");
    let untagged = anna.run(&["adjudicate", &article, "1", "verified"]);
    assert_eq!(untagged.code, 1, "there is nothing to decide");
}

#[test]
fn a_side_is_chosen_once() {
    let (anna, _, article) = differing();
    let listed = anna.json(&["conflicts", &article]);
    let (id, event) = (&listed[0]["id"], &listed[0]["sides"][0]["event"]);
    let choose = [
        "settle",
        &article,
        id.as_str().unwrap(),
        event.as_str().unwrap(),
    ];
    anna.json(&choose);
    let tag = &listed[0]["sides"][0]["tag"];
    assert_eq!(&standing(&anna, &article, "3")["standing"], tag);
    let again = anna.run(&choose);
    assert_eq!(again.code, 1, "it is settled already");
}

#[test]
fn two_articles_are_said_to_be_nearly_the_same() {
    let home = Home::new();
    let article = home.import();
    home.file(
        "again.txt",
        "The wall was built in 1936. It is 49 metres high, they say.",
    );
    let other = home.json(&["import", "again.txt"])[0]["article"]
        .as_str()
        .unwrap()
        .to_owned();
    home.json(&["same", &other, &article]);
    let points = |home: &Home| {
        let rows = home.json(&["articles"]);
        let rows = rows.as_array().unwrap().clone();
        rows.into_iter()
            .find(|row| row["article"] == *other)
            .unwrap()["same_as"]
            .clone()
    };
    assert_eq!(points(&home), *article);
    home.json(&["same", &other, "--off"]);
    assert_eq!(points(&home), serde_json::Value::Null);
    assert_eq!(home.run(&["same", &other, &other]).code, 1);
}
