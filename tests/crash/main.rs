//! Killed while it writes: what was acknowledged is there, whole, and nothing is torn.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use stet_tests::{chance::Chance, machine::Machine, oracle};

/// The command `stet`, built beside this test (`cargo build -p stet-cli`), or where `STET_BIN` says.
fn stet() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("STET_BIN") {
        return Some(path.into());
    }
    let own = std::env::current_exe().ok()?;
    let stet = own
        .parent()?
        .parent()?
        .join(format!("stet{}", std::env::consts::EXE_SUFFIX));
    stet.is_file().then_some(stet)
}

struct Desk<'m> {
    stet: &'m Path,
    machine: &'m Machine,
}

impl Desk<'_> {
    fn command(&self) -> Command {
        let mut command = Command::new(self.stet);
        command
            .env("HOME", self.machine.path("home"))
            .env("XDG_CONFIG_HOME", self.machine.path("home/config"))
            .env("XDG_DATA_HOME", self.machine.path("home/data"))
            .env_remove("STET_DB")
            .args(["--db".as_ref(), self.machine.path("a.stet").as_os_str()])
            .args(["--as", "Ada"]);
        command
    }

    fn answer(&self, words: &[&str]) -> String {
        let done = self.command().args(words).output().expect("stet runs");
        assert!(
            done.status.success(),
            "stet {words:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        String::from_utf8(done.stdout).expect("text")
    }
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let stet = stet().expect("the command stet is built beside this test: cargo build -p stet-cli");
    let number = |name: &str, usual: u64| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse().ok())
            .unwrap_or(usual)
    };
    let (seed, kills) = (
        number("STET_SEED", u64::from(std::process::id())),
        number("STET_KILLS", 200),
    );
    println!("STET_SEED={seed} repeats the choices (not the moments at which the system acts)");
    let mut chance = Chance::new(seed);
    let machine = Machine::new();
    let desk = Desk {
        stet: &stet,
        machine: &machine,
    };
    let text = machine.path("article.txt");
    let sentences: Vec<String> = (1..=40)
        .map(|n| format!("The wall number {n} was built in the spring."))
        .collect();
    std::fs::write(&text, sentences.join(" ")).expect("written");
    let imported = desk.answer(&["--json", "import", &text.display().to_string()]);
    let imported: serde_json::Value = serde_json::from_str(&imported).expect("JSON");
    let article = imported[0]["article"]
        .as_str()
        .expect("an article")
        .to_owned();

    let mut acknowledged: BTreeSet<String> = BTreeSet::new();
    let mut asked_in_all = 0;
    for kill in 0..kills {
        let mut child = desk
            .command()
            .args(["tag", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("stet runs");
        let mut requests = child.stdin.take().expect("a pipe");
        let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let most = chance.below(12);
        let wait = Duration::from_micros(chance.below(8_000) as u64);
        let mut asked = Vec::new();
        for n in 0..=most + 3 {
            let finding = format!("kill {kill}, request {n}");
            let request = serde_json::json!({ "article": article, "sentences": format!("{}", 1 + chance.below(40)), "tag": chance.pick(&["verified", "disputed"]), "finding": finding });
            writeln!(requests, "{request}").expect("asked");
            asked.push(finding);
        }
        asked_in_all += asked.len();
        requests.flush().expect("asked");
        // Some answers are awaited; then death comes somewhere in the rest.
        for finding in asked.iter().take(most) {
            let answer = answers.next().expect("an answer").expect("text");
            let answer: serde_json::Value =
                serde_json::from_str(&answer).expect("an answer is JSON");
            assert!(
                answer.get("error").is_none() && answer.get("code").is_none(),
                "{answer}"
            );
            acknowledged.insert(finding.clone());
        }
        std::thread::sleep(wait);
        child.kill().expect("killed");
        child.wait().expect("dead");
        drop(requests);
        // What it still managed to say counts as well.
        for (finding, answer) in asked.iter().skip(most).zip(answers.map_while(Result::ok)) {
            if serde_json::from_str::<serde_json::Value>(&answer).is_ok() {
                acknowledged.insert(finding.clone());
            }
        }
        if kill % 20 == 19 || kill + 1 == kills {
            whole(&machine, &acknowledged, kill);
        }
    }
    let log: serde_json::Value =
        serde_json::from_str(&desk.answer(&["--json", "log"])).expect("JSON");
    assert!(
        log.as_array()
            .is_some_and(|log| log.len() > acknowledged.len() / 2),
        "the log tells of it"
    );
    println!(
        "{kills} kills, {asked_in_all} requests, {} acknowledged, none of them lost",
        acknowledged.len()
    );
    assert!(
        acknowledged.len() < asked_in_all,
        "some were killed at work"
    );
    assert!(
        acknowledged.len() as u64 >= kills * 3,
        "enough was acknowledged to lose"
    );
}

fn whole(machine: &Machine, acknowledged: &BTreeSet<String>, kill: u64) {
    let mut store = machine.open("a.stet", 9);
    assert_eq!(
        store.check().expect("readable").problems,
        Vec::<String>::new(),
        "after kill {kill}"
    );
    let bodies: Vec<String> = oracle::rows(store.path())
        .into_values()
        .map(|body| String::from_utf8(body).expect("text"))
        .collect();
    let held: BTreeSet<&str> = bodies
        .iter()
        .filter_map(|body| body.split("\"finding\":\"").nth(1)?.split('"').next())
        .collect();
    let lost: Vec<&String> = acknowledged
        .iter()
        .filter(|finding| !held.contains(finding.as_str()))
        .collect();
    assert!(
        lost.is_empty(),
        "acknowledged and lost after kill {kill}: {lost:?}"
    );
    let before = store.dump().expect("readable");
    store.rebuild().expect("rebuilt");
    assert!(
        before == store.dump().expect("readable"),
        "step by step is not what a rebuild gives after kill {kill}"
    );
}
