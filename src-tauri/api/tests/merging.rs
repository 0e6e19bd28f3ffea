//! Received files through the window's commands: looked at, merged, undone, settled, stopped.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what is not as it should be fails the test"
)]

use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use serde_json::value::to_raw_value;
use stet_api::{
    Options, Reader, Session,
    commands::{
        Adjudicate, Commands, MergeAsk, Nothing, OneArticle, OneHandle, Settle, ShareAsk,
        TagSentences,
    },
};
use stet_core::{
    error::Code,
    view::{Standing, Tag},
};

/// A session of a person of the folder's name, who draws what nobody else draws.
fn open(folder: &Path) -> Session {
    let (ticks, drawn) = (AtomicU64::new(1), AtomicU64::new(1));
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    Session::open(Options {
        database: folder.join("a.stet"),
        config: folder.join("config"),
        data: folder.join("data"),
        as_name: Some(name.clone()),
        now_ms: Box::new(move || 1_762_000_000_000 + ticks.fetch_add(1, Ordering::Relaxed)),
        random: Box::new(move |bytes| {
            for part in bytes.chunks_mut(32) {
                let n = drawn.fetch_add(1, Ordering::Relaxed);
                let hash = stet_core::ids::sha256(format!("{name} {n}").as_bytes());
                part.copy_from_slice(&hash[..part.len()]);
            }
            Ok(())
        }),
        reader: Reader::within(),
    })
    .unwrap()
}

fn tagged(folder: &Path, tag: Tag) -> (Session, String) {
    let mut session = open(folder);
    let text = "The wall was built in 1936. Nobody asked why it was so high.";
    let file = folder.join("article.txt");
    std::fs::write(&file, text).unwrap();
    let article = session.import_file(&file, &Default::default()).unwrap()[0]
        .article
        .clone();
    let spans = vec![session.spans(&article, "1").unwrap()[0]];
    let asked = TagSentences {
        article: article.clone(),
        spans,
        tag: Some(tag),
        speaker: None,
    };
    session.tag(asked).unwrap();
    (session, article)
}

fn shared(session: &mut Session, out: &Path) {
    let ask = ShareAsk {
        articles: vec![],
        captures: true,
        protected: false,
        note: String::new(),
        passphrase: String::new(),
    };
    session.share(&ask, out).unwrap();
}

fn one(article: &str) -> OneArticle {
    OneArticle {
        article: article.into(),
    }
}

#[test]
fn a_received_file_is_looked_at_merged_settled_and_undone() {
    let (ada, bo) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut ada, article) = {
        let (session, article) = tagged(ada.path(), Tag::Verified);
        ((session, ada), article)
    };
    let (mut theirs, _) = tagged(bo.path(), Tag::Disputed);
    let out = bo.path().join("for-ada.stet");
    shared(&mut theirs, &out);
    let session = &mut ada.0;
    session.stage_path("file-1", out);
    let ask = || MergeAsk {
        ids: vec!["file-1".into()],
        blind: false,
    };

    let read = session
        .read_share(OneHandle {
            id: "file-1".into(),
        })
        .unwrap();
    assert_eq!(
        read[0].sentences[0].standing,
        Standing::Disputed,
        "as its sender has it"
    );
    let before = session.store().unwrap().dump().unwrap();
    let preview = session.merge_preview(ask()).unwrap();
    assert_eq!(
        session.store().unwrap().dump().unwrap(),
        before,
        "a look changes nothing"
    );
    assert_eq!((preview.disagreements, preview.new_articles), (1, 0));
    assert_eq!(preview.have, preview.of);
    assert!(
        preview.summary.contains("1 disagrees"),
        "{}",
        preview.summary
    );

    let merged = session.merge_files(ask()).unwrap();
    assert_eq!((merged.seen, merged.new), (preview.seen, preview.new));
    assert_eq!(merged.undo.as_deref(), Some("merged for-ada.stet"));
    let found = session.conflicts(one(&article)).unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].sides.iter().all(|side| side.history.len() == 1));
    let done = session
        .settle(Settle {
            article: article.clone(),
            id: found[0].id.clone(),
            event: found[0].sides[1].event.clone(),
            reason: "two papers".into(),
        })
        .unwrap();
    assert_eq!(done.counts.disagreement, 0);
    assert!(done.changed[0].adjudications[0].holds);
    assert_eq!(session.conflicts(one(&article)).unwrap(), []);
    let span = done.changed[0].span();
    let back = session
        .adjudicate(Adjudicate {
            article: article.clone(),
            span,
            tag: None,
            reason: String::new(),
        })
        .unwrap();
    assert_eq!(back.counts.disagreement, 1, "a decision can be taken back");
    for _ in 0..3 {
        session.undo(Nothing {}).unwrap();
    }
    assert_eq!(
        session.conflicts(one(&article)).unwrap(),
        [],
        "the merge is undone, too"
    );
    assert_eq!(session.view(&article).unwrap().sentences[0].tags.len(), 1);
}

#[test]
fn a_merge_that_is_stopped_leaves_everything_as_it_was() {
    let (ada, bo) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut session, _) = tagged(ada.path(), Tag::Verified);
    let (mut theirs, _) = tagged(bo.path(), Tag::Disputed);
    let out = bo.path().join("for-ada.stet");
    shared(&mut theirs, &out);
    session.stage_path("file-1", out);
    let before = session.store().unwrap().dump().unwrap();
    let ask = to_raw_value(&MergeAsk {
        ids: vec!["file-1".into()],
        blind: false,
    })
    .unwrap();
    let work = session.begin("merge_files", &ask).unwrap().unwrap();
    session.cancel_merge(Nothing {}).unwrap();
    let done = std::thread::spawn(move || work.run()).join().unwrap();
    assert_eq!(session.finish(done).unwrap_err().code, Code::Cancelled);
    assert_eq!(session.store().unwrap().dump().unwrap(), before);
    assert!(
        session.merging(Nothing {}).unwrap().phase.is_none(),
        "none is under way"
    );
    let unknown = MergeAsk {
        ids: vec!["/etc/passwd".into()],
        blind: false,
    };
    assert_eq!(
        session.merge_files(unknown).unwrap_err().code,
        Code::FileMissing,
        "a path is no handle"
    );
}

#[test]
fn a_blind_reading_that_is_finished_and_undone_is_blind_again() {
    let (ada, bo) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut session, article) = tagged(ada.path(), Tag::Verified);
    let (mut theirs, _) = tagged(bo.path(), Tag::Disputed);
    let out = bo.path().join("for-ada.stet");
    shared(&mut theirs, &out);
    session.stage_path("file-1", out);
    session
        .merge_files(MergeAsk {
            ids: vec!["file-1".into()],
            blind: true,
        })
        .unwrap();
    // The article stays open all the while, as it does in the window.
    let seen = |session: &mut Session| {
        let view = session.open_article(one(&article)).unwrap().view;
        view.sentences[0].tags.len()
    };
    assert_eq!(seen(&mut session), 1, "one's own tag alone");
    let refused = session.agreement(one(&article)).unwrap_err();
    assert_eq!(refused.code, Code::ReadingBlind);
    let done = session.finish_reading(one(&article)).unwrap();
    let whole = done.whole.expect("all is shown anew");
    assert_eq!(whole.sentences[0].tags.len(), 2, "in the open now");
    assert_eq!(seen(&mut session), 2);
    let back = session.undo(Nothing {}).unwrap();
    let whole = back.whole.expect("all is shown anew");
    assert_eq!(whole.sentences[0].tags.len(), 1, "blind again");
    assert_eq!(seen(&mut session), 1);
    let forth = session.redo(Nothing {}).unwrap();
    assert_eq!(forth.whole.map(|one| one.sentences[0].tags.len()), Some(2));
}
