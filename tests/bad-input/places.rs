//! Places that cannot be read or written, disks that are full, databases that somebody holds.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt, chown},
    path::Path,
    process::Command,
};

use stet_tests::command::{Home, Ran, run, stet};

use crate::{Case, said, words};

/// The account that has no rights of its own; the machine's owner may read and write everything,
/// so that no permission would be tested.
const NOBODY: u32 = 65534;

/// Runs `stet` as somebody whom permissions bind. `None` where that cannot be arranged.
fn bound(home: &Home, words: &[String]) -> Option<Ran> {
    let owner = fs::metadata("/proc/self").map_or(1, |meta| meta.uid());
    if owner != 0 {
        return Some(run(home.command(stet()).args(words), ""));
    }
    // The build may lie where nobody else can go.
    let copy = home.path("stet-copy");
    if !copy.exists() {
        fs::copy(stet(), &copy).unwrap();
    }
    let who = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
    let can = Command::new("setpriv").args(who).arg("true").status();
    if !can.is_ok_and(|status| status.success()) {
        println!("skipped: runs as root, and setpriv is not here");
        return None;
    }
    let mut command = home.command("setpriv");
    Some(run(command.args(who).arg(copy).args(words), ""))
}

/// Gives a whole home to [`NOBODY`].
fn give_away(folder: &Path) {
    let _ = chown(folder, Some(NOBODY), Some(NOBODY));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let _ = chown(entry.path(), Some(NOBODY), Some(NOBODY));
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            give_away(&entry.path());
        }
    }
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const PERMISSIONS: &[Case] = &[
    Case {
        cause: "an article that may not be read",
        code: "file-denied",
        says: &["closed.txt may not be read", "permissions"],
        bring_about: |home| {
            mode(&home.file("closed.txt", "A text. It is read."), 0o000);
            words(&["import", "closed.txt"])
        },
    },
    Case {
        cause: "a folder of articles that may not be read",
        code: "file-denied",
        says: &["folder closed cannot be read"],
        bring_about: |home| {
            home.file("closed/a.txt", "A text. It is read.");
            mode(&home.path("closed"), 0o000);
            words(&["import", "closed"])
        },
    },
    Case {
        cause: "a database that may not be read",
        code: "file-denied",
        says: &["annotations.stet may not be read", "permissions"],
        bring_about: |home| {
            mode(&home.database(), 0o000);
            words(&["articles"])
        },
    },
    Case {
        cause: "a database that may not be written",
        code: "database-read-only",
        says: &["cannot be written", "Copy it"],
        bring_about: |home| {
            mode(&home.database(), 0o400);
            words(&["tag", "ARTICLE", "2", "verified"])
        },
    },
    Case {
        cause: "a database in a read-only folder",
        code: "database-read-only",
        says: &["its folder is read-only", "permissions"],
        bring_about: |home| {
            mode(&home.path("data/stet"), 0o500);
            words(&["tag", "ARTICLE", "2", "verified"])
        },
    },
    Case {
        cause: "a new database in a read-only folder",
        code: "file-denied",
        says: &["permissions"],
        bring_about: |home| {
            fs::create_dir(home.path("closed")).unwrap();
            mode(&home.path("closed"), 0o500);
            words(&["--db", "closed/new.stet", "articles"])
        },
    },
    Case {
        cause: "a report into a read-only folder",
        code: "file-denied",
        says: &["closed/report.html may not be written", "another folder"],
        bring_about: |home| {
            fs::create_dir(home.path("closed")).unwrap();
            mode(&home.path("closed"), 0o500);
            words(&[
                "report",
                "ARTICLE",
                "--format",
                "html",
                "-o",
                "closed/report.html",
            ])
        },
    },
    Case {
        cause: "a share into a read-only folder",
        code: "file-denied",
        says: &["permissions"],
        bring_about: |home| {
            fs::create_dir(home.path("closed")).unwrap();
            mode(&home.path("closed"), 0o500);
            words(&["share", "-o", "closed/all.stet"])
        },
    },
    Case {
        cause: "a configuration folder that may not be written",
        code: "file-denied",
        says: &["may not be written"],
        bring_about: |home| {
            mode(&home.path("config/stet/identities"), 0o500);
            words(&["--as", "Ben", "articles"])
        },
    },
];

#[test]
fn permissions_are_said_and_nothing_changes() {
    for case in PERMISSIONS {
        let home = Home::new();
        let article = home.import();
        home.json(&["tag", &article, "1", "verified", "--finding", "before"]);
        let dump = home.dump();
        give_away(&home.path(""));
        let words: Vec<String> = (case.bring_about)(&home)
            .into_iter()
            .map(|word| word.replace("ARTICLE", &article))
            .collect();
        give_away(&home.path(""));
        let Some(ran) = bound(&home, &words) else {
            return;
        };
        said(case, &ran);
        let mut as_json = words;
        as_json.push("--json".into());
        let ran = bound(&home, &as_json).unwrap();
        assert!(
            ran.err.contains(&format!("\"code\":\"{}\"", case.code)),
            "{}: {}",
            case.cause,
            ran.err
        );
        open_up(&home.path(""));
        assert_eq!(home.dump(), dump, "{}: the database changed", case.cause);
    }
}

fn open_up(folder: &Path) {
    mode(folder, 0o700);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => open_up(&entry.path()),
            Ok(kind) if kind.is_file() => mode(&entry.path(), 0o700),
            _ => {}
        }
    }
}

/// A small disk of its own, where the system lets one be made.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn new(at: &'a Path, kib: u32) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let size = format!("size={kib}k");
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "stet-test"])
            .arg(at)
            .output();
        let made = made.is_ok_and(|output| output.status.success());
        if !made {
            println!("skipped: no small disk can be made here (needs root)");
        }
        made.then_some(Self(at))
    }

    fn fill(&self) {
        let (mut free, mut n) = (1 << 20, 0);
        while free > 0 {
            let name = self.0.join(format!("filler-{n}"));
            n += 1;
            if fs::write(&name, vec![0; free]).is_err() {
                let _ = fs::remove_file(&name);
                free /= 2;
            }
        }
    }

    fn empty(&self) {
        for entry in fs::read_dir(self.0).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with("filler-") {
                fs::remove_file(entry.path()).unwrap();
            }
        }
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

/// One line that says that the disk is full and what to do.
fn full(what: &str, ran: &Ran) {
    assert_eq!(
        (ran.code, ran.err.lines().count()),
        (1, 1),
        "{what}: {ran:?}"
    );
    for words in ["disk is full", "Free some space"] {
        assert!(ran.err.contains(words), "{what}: {}", ran.err);
    }
}

#[test]
fn a_full_disk_loses_nothing_and_says_so() {
    let home = Home::new();
    let at = home.path("disk");
    let Some(disk) = Disk::new(&at, 2048) else {
        return;
    };
    home.file("article.md", stet_tests::command::ARTICLE);
    let db = ["--db", "disk/a.stet"];
    let with = |more: &[&str]| home.run(&[&db[..], more].concat());
    let imported = with(&["import", "article.md", "--json"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    let imported: serde_json::Value = serde_json::from_str(&imported.out).unwrap();
    let article = imported[0]["article"].as_str().unwrap();
    assert_eq!(with(&["tag", article, "1", "verified"]).code, 0);
    let before = with(&["dump"]).out;
    disk.fill();
    let long = "x".repeat(60_000);
    let ran = with(&["tag", article, "2", "disputed", "--finding", &long]);
    full("a step", &ran);
    // From a database that has room, onto the disk that has none.
    assert_eq!(home.import(), article);
    let table = [
        vec!["report", article, "--format", "html", "-o", "disk/r.html"],
        vec!["share", "-o", "disk/all.share"],
    ];
    for words in table {
        full(words[0], &home.run(&words));
    }
    let left: Vec<String> = fs::read_dir(&at)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("filler-") && !name.starts_with("a.stet"))
        .collect();
    assert!(left.is_empty(), "half-written files were left: {left:?}");
    disk.empty();
    assert_eq!(with(&["dump"]).out, before, "nothing changed");
    assert_eq!(
        with(&["tag", article, "2", "disputed"]).code,
        0,
        "and work goes on"
    );
}

#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    if !Path::new("/dev/full").exists() {
        println!("skipped: no /dev/full here");
        return;
    }
    let home = Home::new();
    let article = home.import();
    let script = format!("'{}' show {article} > /dev/full", stet().display());
    let ran = run(home.command("sh").args(["-c", &script]), "");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("disk is full"), "{}", ran.err);
}

#[test]
fn a_cloud_folder_gets_a_warning_and_works() {
    let home = Home::new();
    home.file("article.md", stet_tests::command::ARTICLE);
    let ran = home.run(&["--db", "Dropbox/a.stet", "import", "article.md"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.err.contains("copied to other machines") && ran.err.contains("local disk"),
        "{}",
        ran.err
    );
    assert!(home.path("Dropbox/a.stet").exists());
}

#[test]
fn what_never_ends_is_not_waited_for() {
    let home = Home::new();
    let pipe = home.path("pipe.txt");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    for words in [
        vec!["import", "pipe.txt"],
        vec!["--db", "pipe.txt", "articles"],
        vec!["merge", "pipe.txt"],
    ] {
        let ran = home.run(&words);
        assert_eq!(
            (ran.code, ran.err.lines().count()),
            (1, 1),
            "{words:?}: {ran:?}"
        );
    }
}

#[test]
fn a_database_that_somebody_holds_is_waited_for_and_then_said() {
    let home = Home::new();
    let article = home.import();
    let dump = home.dump();
    let mut holder = rusqlite::Connection::open(home.database()).unwrap();
    let held = holder
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .unwrap();
    let ran = home.run(&["--json", "tag", &article, "1", "verified"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.err.contains("database-busy") && ran.err.contains("Try again"),
        "{}",
        ran.err
    );
    assert_eq!(
        home.run(&["show", &article]).code,
        0,
        "reading waits for nobody"
    );
    let waiting = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| home.run(&["tag", &article, "2", "verified"]));
        std::thread::sleep(std::time::Duration::from_millis(500));
        held.rollback().unwrap();
        waiting.join().unwrap()
    });
    assert_eq!(
        waiting.code, 0,
        "it waits for who is soon done: {waiting:?}"
    );
    drop(holder);
    assert_eq!(home.json(&["undo"])["label"], "undid: tagged 2 verified");
    assert_ne!(home.dump(), dump, "undo is a step too");
}
