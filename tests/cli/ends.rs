//! How runs end, where options stand, who may read the files.

use std::{
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use stet_tests::command::{Home, stet};

#[test]
fn exit_codes_tell_refusal_from_misuse() {
    let home = Home::new();
    let article = home.import();
    let table: [(&str, Vec<&str>, i32); 12] = [
        ("help", vec!["--help"], 0),
        ("version", vec!["--version"], 0),
        ("no command", vec![], 2),
        ("an unknown command", vec!["tagg"], 2),
        ("a missing word", vec!["tag", &article, "1"], 2),
        ("an unknown tag", vec!["tag", &article, "1", "true"], 2),
        ("a batch with words", vec!["tag", "--batch", &article], 2),
        (
            "a format that is not there",
            vec!["report", &article, "--format", "rtf", "-o", "x"],
            2,
        ),
        (
            "a reader that is not there",
            vec![
                "report",
                &article,
                "--format",
                "html",
                "--profile",
                "all",
                "-o",
                "x",
            ],
            2,
        ),
        ("an unknown article", vec!["show", "0000"], 1),
        (
            "a date that is none",
            vec![
                "report",
                &article,
                "--format",
                "html",
                "-o",
                "x",
                "--date",
                "yesterday",
            ],
            1,
        ),
        (
            "an offset outside the sentence",
            vec!["split", &article, "1", "--at", "0"],
            1,
        ),
    ];
    for (why, words, code) in table {
        let ran = home.run(&words);
        assert_eq!(ran.code, code, "{why}: {ran:?}");
        if code == 1 {
            assert_eq!(
                ran.err.lines().count(),
                1,
                "{why}: one clear line: {}",
                ran.err
            );
        }
        assert!(!home.path("x").exists(), "{why} left a file");
    }
}

#[test]
fn options_stand_before_or_after_the_command() {
    let home = Home::new();
    let article = home.import();
    for words in [
        ["--db", "other.stet", "--as", "Ben", "--json", "articles"],
        ["articles", "--db", "other.stet", "--as", "Ben", "--json"],
        [
            "--json",
            "articles",
            "--as=Ben",
            "--db=other.stet",
            "--as",
            "Ben",
        ],
    ] {
        // The last one says --as twice, which is one time too many.
        let twice = words[2] == "--as=Ben";
        let ran = home.run(&words);
        assert_eq!(
            ran.code,
            if twice { 2 } else { 0 },
            "{words:?}: {}",
            ran.err
        );
        assert!(twice || ran.out.trim() == "[]", "{words:?}: {}", ran.out);
    }
    let mut command = home.command(stet());
    let ran = stet_tests::command::run(
        command
            .args(["articles", "--json"])
            .env("STET_DB", home.path("other.stet")),
        "",
    );
    assert_eq!(ran.out.trim(), "[]", "STET_DB names the database");
    let mut command = home.command(stet());
    let ran = stet_tests::command::run(
        command
            .args(["articles", "--json", "--db"])
            .arg(home.database())
            .env("STET_DB", home.path("other.stet")),
        "",
    );
    assert!(ran.out.contains(&article), "--db goes before STET_DB");
}

#[test]
fn nobody_reading_is_no_fault() {
    let home = Home::new();
    let long: String = (0..4000)
        .map(|n| format!("Sentence number {n} stands here. "))
        .collect();
    home.file("long.txt", long);
    let article = home.json(&["import", "long.txt"])[0]["article"]
        .as_str()
        .unwrap()
        .to_owned();
    for words in [
        vec!["show", &article],
        vec!["--json", "show", &article],
        vec!["dump"],
        vec!["report", &article, "--format", "html", "-o", "-"],
    ] {
        let mut child = home
            .command(stet())
            .args(&words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ran: stet_tests::command::Ran = child.wait_with_output().unwrap().into();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{words:?}");
    }
}

#[test]
fn a_batch_answers_each_line_before_the_next_is_given() {
    let home = Home::new();
    let article = home.import();
    let mut child = home
        .command(stet())
        .args(["tag", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for n in 1..=3 {
        writeln!(
            input,
            r#"{{"article":"{article}","sentences":"{n}","tag":"verified"}}"#
        )
        .unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert!(answer.contains("\"ok\":true"), "{answer}");
        let shown = home.json(&["show", &article]);
        assert_eq!(
            shown["sentences"][n]["standing"], "verified",
            "answered, so another process sees it"
        );
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn two_at_once_lose_nothing() {
    let home = Home::new();
    let article = home.import();
    let rounds = 20;
    std::thread::scope(|scope| {
        for (name, sentence) in [("Anna", 1), ("Ben", 2), ("Carol", 3)] {
            let (home, article) = (&home, &article);
            scope.spawn(move || {
                let lines: String = (0..rounds).map(|n| format!("{{\"article\":\"{article}\",\"sentences\":\"{sentence}\",\"tag\":\"{}\"}}\n", if n % 2 == 0 { "verified" } else { "disputed" })).collect();
                let ran = home.run_with(&["--as", name, "tag", "--batch"], lines);
                assert_eq!((ran.code, ran.out.lines().filter(|line| line.contains("\"ok\":true")).count()), (0, rounds), "{name}: {ran:?}");
            });
        }
    });
    let log = home.json(&["log", &article]);
    let tags = log
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["label"].as_str().unwrap().starts_with("tagged"))
        .count();
    assert_eq!(tags, 3 * rounds, "every acknowledged step is in the log");
    assert_eq!(home.json(&["check"])["problems"], serde_json::json!([]));
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    // Even where the person's own rule is to let everybody read everything.
    let script = format!(
        "umask 000; '{}' import -; '{0}' share -o share.stet",
        stet().display()
    );
    let ran = stet_tests::command::run(
        home.command("sh").args(["-c", &script]),
        "A text. It is read.",
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let mut looked_at = 0;
    let mut folders = vec![home.path("config"), home.path("data/stet")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let private = ["identities", "stet", "backups"].iter().any(|name| {
                entry
                    .path()
                    .components()
                    .any(|part| part.as_os_str() == *name)
            }) && !entry
                .path()
                .components()
                .any(|part| part.as_os_str() == "replicas");
            assert!(
                !private || mode == 0o600,
                "{} has mode {mode:o}",
                entry.path().display()
            );
            looked_at += usize::from(private);
        }
    }
    assert!(
        looked_at >= 3,
        "database, identity and backup were looked at: {looked_at}"
    );
    assert_eq!(
        std::fs::metadata(home.path("share.stet"))
            .unwrap()
            .permissions()
            .mode()
            & 0o777,
        0o600,
        "the share"
    );
}
