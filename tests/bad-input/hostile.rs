//! Every hostile article through the real command: one clear line, nothing left behind, at most
//! 1 GiB and 30 seconds, and the one who asked lives.

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::Path,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use stet_tests::command::{Home, stet};

use crate::articles::{ARTICLES, Article, Ends};

const MOST_KIB: u64 = 1024 * 1024;
const LONGEST: Duration = Duration::from_secs(30);

/// How a run ended, and what it took.
struct Took {
    code: Option<i32>,
    out: String,
    err: String,
    /// Of all its processes together.
    peak_kib: u64,
    time: Duration,
}

/// Processes below `parent`, with it.
fn family(parent: u32) -> Vec<u32> {
    let mut all = vec![parent];
    let mut at = 0;
    while let Some(pid) = all.get(at).copied() {
        at += 1;
        let tasks = fs::read_dir(format!("/proc/{pid}/task"));
        for task in tasks.into_iter().flatten().flatten() {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            all.extend(
                children
                    .split_whitespace()
                    .filter_map(|pid| pid.parse::<u32>().ok()),
            );
        }
    }
    all
}

/// The most memory a process has had, in KiB; while it is there to be asked.
fn peak(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn text_of(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    let mut stream = stream.expect("a pipe");
    thread::spawn(move || {
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("stet writes UTF-8");
        text
    })
}

fn watch(mut child: Child) -> Took {
    let began = Instant::now();
    let (out, err) = (text_of(child.stdout.take()), text_of(child.stderr.take()));
    let mut peaks: BTreeMap<u32, u64> = BTreeMap::new();
    let status = loop {
        for pid in family(child.id()) {
            if let Some(kib) = peak(pid) {
                peaks.insert(pid, kib);
            }
        }
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        thread::sleep(Duration::from_millis(5));
    };
    Took {
        code: status.code(),
        out: out.join().expect("its output"),
        err: err.join().expect("its errors"),
        peak_kib: peaks.values().sum(),
        time: began.elapsed(),
    }
}

/// Names of all files of a home but what a database keeps beside itself.
fn names(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            all.extend(names(&entry.path()));
        } else {
            all.push(entry.path().display().to_string());
        }
    }
    all.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
    all.sort();
    all
}

fn run(article: &Article) -> Took {
    let home = Home::new();
    let _ = home.import();
    let file = home.file(article.name, (article.bytes)());
    let (dump, files) = (home.dump(), names(&home.path("")));
    let temporary = home.path("tmp");
    fs::create_dir(&temporary).unwrap();
    let child = home
        .command(stet())
        .env("TMPDIR", &temporary)
        .arg("import")
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("stet starts");
    let took = watch(child);
    let why = format!("{} ({})", article.cause, article.name);
    let (err, out) = (&took.err, &took.out);
    println!(
        "{:>6} KiB {:>6} ms  {why}: {}",
        took.peak_kib,
        took.time.as_millis(),
        err.trim()
    );
    assert!(took.peak_kib <= MOST_KIB, "{why}: {} KiB", took.peak_kib);
    assert!(
        took.time <= LONGEST + Duration::from_secs(5),
        "{why}: {:?}",
        took.time
    );
    assert!(!err.contains("panicked"), "{why}: {err}");
    assert_eq!(
        names(&temporary),
        Vec::<String>::new(),
        "{why}: nothing is left behind"
    );
    match (&article.ends, took.code) {
        (Ends::Either, Some(0)) => {}
        (Ends::Either | Ends::Refused(..), Some(1)) => {
            assert_eq!(out, "", "{why}: nothing on stdout");
            assert_eq!(err.lines().count(), 1, "{why}: one line: {err}");
            fs::remove_dir(&temporary).unwrap();
            assert_eq!(home.dump(), dump, "{why}: the database changed");
            assert_eq!(names(&home.path("")), files, "{why}: files changed");
        }
        (_, code) => panic!("{why}: ended with {code:?}: {out} {err}"),
    }
    if let Ends::Refused(codes, says) = article.ends {
        for words in says {
            assert!(err.contains(words), "{why}: {words:?} in {err}");
        }
        let ran = home.run(&["--json", "import", article.name]);
        let error: serde_json::Value = serde_json::from_str(&ran.err).expect("one JSON line");
        let code = error["code"].as_str().expect("a code");
        assert!(
            codes.contains(&code),
            "{why}: {code} is none of {codes:?}: {}",
            ran.err
        );
        assert_ne!(error["hint"], "", "{why}: it says what to do");
    }
    took
}

#[test]
fn a_hostile_article_is_refused_and_does_no_harm() {
    assert!(ARTICLES.len() >= 24, "there are {}", ARTICLES.len());
    let only = std::env::var("STET_ONLY").unwrap_or_default();
    let mut worst = (0, Duration::ZERO);
    for article in ARTICLES.iter().filter(|one| one.name.contains(&only)) {
        let took = run(article);
        worst = (worst.0.max(took.peak_kib), worst.1.max(took.time));
    }
    println!(
        "{} files: at most {} KiB and {} ms",
        ARTICLES.len(),
        worst.0,
        worst.1.as_millis()
    );
}

#[test]
fn a_worker_has_given_up_what_it_does_not_need() {
    let home = Home::new();
    let mut worker = home
        .command(stet())
        .arg("--stet-worker")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("a worker starts");
    // It lowers its limits before it reads; while nothing comes it waits.
    let limits = format!("/proc/{}/limits", worker.id());
    let began = Instant::now();
    let lowered = |text: &str| {
        text.lines()
            .any(|line| line.starts_with("Max address space") && line.contains(" 1073741824 "))
    };
    while !lowered(&fs::read_to_string(&limits).unwrap_or_default()) {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "its limits are never lowered"
        );
        thread::sleep(Duration::from_millis(5));
    }
    thread::sleep(Duration::from_millis(100));
    let limits = fs::read_to_string(limits).unwrap();
    for (name, value) in [
        ("Max cpu time", " 30 "),
        ("Max file size", " 0 "),
        ("Max core file size", " 0 "),
        ("Max processes", " 0 "),
    ] {
        let line = limits
            .lines()
            .find(|line| line.starts_with(name))
            .expect(name);
        assert!(line.contains(value), "{line}");
    }
    let status = fs::read_to_string(format!("/proc/{}/status", worker.id())).unwrap();
    if Path::new("/proc/sys/kernel/seccomp").exists() {
        assert!(
            status.contains("Seccomp:\t2"),
            "its system calls are filtered"
        );
        assert!(status.contains("NoNewPrivs:\t1"), "it can gain no rights");
    } else {
        println!("skipped: this kernel filters no system calls");
    }
    drop(worker.stdin.take());
    assert!(worker.wait().is_ok(), "it ends when nothing comes");
}
