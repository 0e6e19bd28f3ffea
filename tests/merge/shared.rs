//! A share holds whole chains and the blobs they speak of; nothing local, nothing of other
//! articles, never the sample.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use stet_core::{
    json::Json,
    plan::{self, Change, Plan},
    schema::{Entity, Field},
    view::Tag,
};
use stet_store::{Direction, Store, Wanted};
use stet_tests::{
    article::{article, import},
    machine::{Machine, NOW, checker, key},
    oracle,
};

fn holds(file: &Path, words: &str) -> bool {
    let bytes = std::fs::read(file).unwrap();
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

fn tag(store: &mut Store, who: u8, n: usize, at: usize, finding: &str) {
    let view = store.article(article(n).id()).unwrap();
    let plan = plan::plan_tag(
        &view,
        checker(who),
        &[view.units()[at].span],
        Some(Tag::Verified),
        Some(finding),
    )
    .unwrap();
    store.append(&plan, NOW).unwrap();
}

#[test]
fn nothing_local_is_in_a_share() {
    let machine = Machine::new();
    let mut bo = machine.open("b.stet", 1);
    bo.append(&import(&article(1)), NOW).unwrap();
    tag(&mut bo, 1, 1, 1, "secret-of-the-undone-merge");
    let from_bo = machine.share(&mut bo, 1, &[]);

    let mut ada = machine.open("a-folder-that-is-secret/a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    tag(&mut ada, 0, 0, 1, "said-aloud");
    tag(&mut ada, 0, 0, 2, "thought-better-of");
    ada.save_setting("secret-setting-name", "secret-setting-value")
        .unwrap();
    ada.keep_unsaved("secret-field", "secret-unsaved-words")
        .unwrap();
    let _ = machine.merge(&mut ada, &from_bo);
    assert!(
        ada.step_back_or_forth(Direction::Back, NOW)
            .unwrap()
            .label
            .starts_with("undid: merged ")
    );
    let undone: Vec<Vec<u8>> = oracle::rows(bo.path()).into_keys().collect();

    let share = machine.share(&mut ada, 0, &[]);
    assert!(
        holds(&share, "said-aloud"),
        "what is shared can be found in it at all"
    );
    assert!(
        holds(ada.path(), "secret-setting-value")
            || holds(
                &machine.path("a-folder-that-is-secret/a.stet-wal"),
                "secret-setting-value"
            ),
        "the secret is in the file it came from"
    );
    let user = std::env::var("USER").unwrap_or_else(|_| "secret-user".into());
    let database = ada.path().display().to_string();
    for secret in [
        "secret",
        "secret-setting-value",
        "secret-unsaved-words",
        "secret-of-the-undone-merge",
        "a-folder",
        ".share.stet",
        "merged ",
        &format!("/{user}/"),
        &database,
    ] {
        assert!(!holds(&share, secret), "“{secret}” is in the share");
    }
    let bytes = std::fs::read(&share).unwrap();
    for id in undone {
        assert!(
            !bytes.windows(32).any(|window| window == id),
            "an undone merge is not passed on, not even by name"
        );
    }
    assert!(!share.with_extension("stet-part").exists());
    for side in ["-wal", "-shm", "-journal"] {
        assert!(
            !Path::new(&format!("{}{side}", share.display())).exists(),
            "no side-car {side}"
        );
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&share).unwrap().permissions().mode() & 0o777,
            0o600,
            "only its maker reads it"
        );
    }
}

#[test]
fn sharing_one_article_holds_nothing_of_another() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    for n in 0..3 {
        ada.append(&import(&article(n)), NOW).unwrap();
        tag(&mut ada, 0, n, 1, &format!("finding-about-{n}"));
        let long = format!("long-{n}-").repeat(3_000);
        tag(&mut ada, 0, n, 2, &long);
    }
    let name = Change::new(
        Entity::Person(checker(0)),
        Field::PersonName,
        Json::text("Ada"),
    );
    ada.append(&Plan::library("named", vec![name]), NOW)
        .unwrap();
    let share = machine.share(&mut ada, 0, &[article(1).id()]);
    for (words, expected) in [
        ("finding-about-1", true),
        ("long-1-long-1-", true),
        ("The dam of Ulm", true),
        ("Ada", true),
        ("finding-about-0", false),
        ("finding-about-2", false),
        ("long-0-long", false),
        ("The dam of Lyme", false),
        ("The dam of Gaeta", false),
        (article(0).id().base64url().as_str(), false),
    ] {
        assert_eq!(holds(&share, words), expected, "“{words}”");
    }
    let mut bo = machine.open("b.stet", 1);
    let _ = machine.merge(&mut bo, &share);
    let hashes: Vec<_> = bo
        .drafts()
        .unwrap()
        .into_iter()
        .map(|row| row.hash)
        .collect();
    assert_eq!(hashes, [article(1).id()]);
    assert_eq!(bo.people().unwrap().name(checker(0)), "Ada");
}

#[test]
fn the_sample_is_never_in_a_share() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    let sample = article(2);
    ada.append(&import(&sample), NOW).unwrap();
    ada.append(&import(&article(0)), NOW).unwrap();
    for named in [
        vec![],
        vec![sample.id()],
        vec![article(0).id(), sample.id()],
    ] {
        let out = machine.fresh("share.stet");
        let keys = [key(0)];
        let wanted = Wanted {
            articles: &named,
            sample: Some(sample.id()),
            ..Wanted::all(&keys)
        };
        ada.share(&wanted, &out).unwrap();
        assert!(!holds(&out, "The dam of Gaeta"), "{named:?}");
    }
}

#[test]
fn others_work_is_passed_on_with_their_seals_and_never_without() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    tag(&mut ada, 0, 0, 1, "mine");
    let mut bo = machine.open("b.stet", 1);
    let _ = machine.merge(&mut bo, &machine.share(&mut ada, 0, &[]));
    tag(&mut bo, 1, 0, 1, "his");
    let (share, shared) = machine.share_counted(&mut bo, 1, &[]);
    assert_eq!((shared.events, shared.unsealed), (3, 0));
    let mut cy = machine.open("c.stet", 2);
    assert_eq!(machine.merge(&mut cy, &share).new, 3);
    // Whoever has neither key nor seal says what he leaves out.
    let (without, shared) = machine.share_counted(&mut ada, 7, &[]);
    assert_eq!((shared.events, shared.unsealed), (0, 2));
    assert_eq!(
        machine.merge(&mut machine.open("d.stet", 3), &without).seen,
        0
    );
}

#[test]
fn an_existing_file_is_never_written_over() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let out = machine.path("taken.stet");
    std::fs::write(&out, "somebody's").unwrap();
    assert!(ada.share(&Wanted::all(&[key(0)]), &out).is_err());
    assert_eq!(std::fs::read(&out).unwrap(), b"somebody's");
    assert!(
        ada.share(
            &Wanted::all(&[key(0)]),
            &machine.path("no/such/folder.stet")
        )
        .is_err()
    );
}

/// What was acknowledged before sharing began is in it, though somebody tags all the while.
#[test]
fn a_share_made_while_somebody_tags_is_complete() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let stop = AtomicBool::new(false);
    let place = machine.place("a.stet");
    std::thread::scope(|scope| {
        let stop = &stop;
        let tagging = scope.spawn(move || {
            let mut store = Store::open(place, checker(0)).unwrap();
            let mut done = 0;
            while !stop.load(Ordering::Relaxed) {
                tag(&mut store, 0, 0, done % 8, &format!("finding {done}"));
                done += 1;
                std::thread::sleep(std::time::Duration::from_millis(3));
            }
            done
        });
        for round in 0..15 {
            let before = oracle::rows(ada.path());
            let share = machine.share(&mut ada, 0, &[]);
            let held = oracle::rows(&share);
            assert!(
                before.keys().all(|id| held.contains_key(id)),
                "round {round}: all that was there before is in it"
            );
            let merged = machine.merge(&mut machine.open(&format!("r{round}.stet"), 1), &share);
            assert_eq!(
                (merged.set_aside, merged.new),
                (vec![], merged.seen),
                "round {round}: and every row of it is sealed"
            );
        }
        stop.store(true, Ordering::Relaxed);
        assert!(
            tagging.join().unwrap() > 15,
            "somebody did tag all the while"
        );
    });
}
