//! From a file to an article: what the import screen is told, what it may change, what is kept.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its ground gives way"
)]

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use serde_json::value::to_raw_value;
use stet_api::{
    Options, Reader, Session,
    commands::{
        Commands, ImportStaged, NAMES, Nothing, OneHandle, Restage, Setting, ShareAsk, Stage,
        Staged,
    },
};
use stet_core::{
    error::Code,
    view::{BlockKind, LeftOut, Provenance, RemarkKind, TrackedChanges},
};

fn open(folder: &Path) -> Session {
    let drawn = AtomicU64::new(1);
    Session::open(Options {
        database: folder.join("a.stet"),
        config: folder.join("config"),
        data: folder.join("data"),
        as_name: Some("Kim Lind".into()),
        now_ms: Box::new(|| 1_762_000_000_000),
        random: Box::new(move |bytes| {
            let drawn = drawn.fetch_add(1, Ordering::Relaxed);
            bytes.fill(u8::try_from(drawn & 0xff).unwrap());
            Ok(())
        }),
        reader: Reader::within(),
    })
    .unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/formats")
        .join(name)
}

fn staged(session: &mut Session, path: PathBuf) -> Staged {
    session.stage_path("file-1", path);
    session
        .stage_file(OneHandle {
            id: "file-1".into(),
        })
        .unwrap()
}

/// To be imported as it was found.
fn as_found(staged: &Staged) -> ImportStaged {
    ImportStaged {
        id: staged.id.clone(),
        title: staged.title.clone(),
        authors: staged.authors.clone(),
        publisher: staged.publisher.clone(),
        published: staged.published.clone(),
        url: staged.url.clone(),
        lang: staged.lang.clone(),
        provenance: Provenance::Ours,
        kinds: vec![],
        put_back: vec![],
        leave_out: vec![],
    }
}

fn dump(session: &mut Session) -> String {
    session.store().unwrap().dump().unwrap()
}

#[test]
fn notes_of_a_file_lie_on_their_sentences_whatever_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let found = staged(&mut session, fixture("article.docx"));
    assert_eq!(found.format, "Word document");
    assert_eq!(found.authors, ["Mara Lindqvist"]);
    assert!(found.remarks >= 2, "its footnotes come along");
    let whole = session.import_staged(as_found(&found)).unwrap().view;
    let noted = |view: &stet_core::view::ArticleView| -> Vec<(String, String)> {
        let all = view.sentences.iter().flat_map(|one| {
            let on = one.remarks.iter();
            on.map(|remark| {
                assert_eq!(remark.kind, RemarkKind::Footnote);
                assert!(remark.start >= one.start && remark.end <= one.end);
                (one.text.clone(), remark.text.clone())
            })
        });
        all.collect()
    };
    let all = noted(&whole);
    assert!(all.len() >= 2, "{all:?}");
    assert_eq!(whole.authors, ["Mara Lindqvist"], "as the file says");

    // Without its first two blocks the text is another, and the notes are where they were.
    let found = staged(&mut session, fixture("article.docx"));
    assert_eq!(found.already_here.as_deref(), Some(whole.article.as_str()));
    let less = session
        .import_staged(ImportStaged {
            leave_out: vec![0, 1],
            authors: vec!["A".into(), "B".into()],
            url: "https://example.org/a".into(),
            ..as_found(&found)
        })
        .unwrap()
        .view;
    assert_ne!(less.article, whole.article);
    assert_eq!(noted(&less), all, "the notes moved with their sentences");
    assert_eq!(less.authors, ["A", "B"], "a person's word beats the file's");
    assert_eq!(less.url, "https://example.org/a");

    // What is noted on a block goes with it.
    let found = staged(&mut session, fixture("article.docx"));
    let on = found
        .preview
        .iter()
        .position(|block| block.text.contains(&all[0].0))
        .unwrap();
    let fewer = session
        .import_staged(ImportStaged {
            leave_out: vec![u32::try_from(on).unwrap()],
            ..as_found(&found)
        })
        .unwrap()
        .view;
    assert_eq!(noted(&fewer).len(), all.len() - 1);

    // The same text from another format is the same article.
    let again = staged(&mut session, fixture("article.odt"));
    assert_eq!(again.already_here, Some(whole.article));
}

#[test]
fn blocks_are_put_back_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let mail = folder.path().join("a.eml");
    std::fs::write(&mail, "From: Ann Lee <ann@example.org>\r\nSubject: The bridge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe bridge closes on Monday.\r\n\r\n-- \r\nAnn Lee, Harbour desk\r\n").unwrap();
    let found = staged(&mut session, mail);
    let out = found
        .preview
        .iter()
        .rposition(|block| block.left_out == Some(LeftOut::Signature))
        .unwrap();
    assert_eq!(
        found.blocks as usize + found.left_out as usize,
        found.preview.len()
    );
    let n = u32::try_from(out).unwrap();
    let view = session
        .import_staged(ImportStaged {
            put_back: vec![n],
            kinds: vec![(n, BlockKind::Credit)],
            ..as_found(&found)
        })
        .unwrap()
        .view;
    assert!(view.text.ends_with("Harbour desk"), "{}", view.text);
    assert_eq!(view.blocks.last().unwrap().kind, BlockKind::Credit);

    let text = folder.path().join("a.txt");
    std::fs::write(&text, "One thing.\n\nAnother.").unwrap();
    let found = staged(&mut session, text);
    let none = session.import_staged(ImportStaged {
        leave_out: vec![0, 1],
        ..as_found(&found)
    });
    assert_eq!(none.unwrap_err().code, Code::FileEmpty, "nothing is left");
    let wrong = session.import_staged(ImportStaged {
        url: "javascript:alert(1)".into(),
        ..as_found(&found)
    });
    assert_eq!(wrong.unwrap_err().code, Code::LinkRefused);
}

#[test]
fn the_same_bytes_are_read_again_in_another_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let path = folder.path().join("a.txt");
    // “Žatec” in Windows-1250.
    std::fs::write(&path, b"\x8eatec is a town. It lies there.").unwrap();
    let found = staged(&mut session, path.clone());
    std::fs::remove_file(path).unwrap(); // what was read is kept
    let again = |session: &mut Session, label: Option<&str>| {
        session.restage(Restage {
            id: found.id.clone(),
            encoding: label.map(Into::into),
            changes: TrackedChanges::Accepted,
        })
    };
    let read = again(&mut session, Some("windows-1250")).unwrap();
    assert!(
        read.preview[0].text.starts_with("Žatec"),
        "{:?}",
        read.preview
    );
    assert!(!read.encoding.unwrap().guessed);
    assert_eq!(
        again(&mut session, Some("morse")).unwrap_err().code,
        Code::ValueRefused
    );
    let still = read_again(&mut session, &found.id);
    let kept = session.import_staged(as_found(&still));
    assert!(
        kept.unwrap().view.text.starts_with("Žatec"),
        "the reading before stays"
    );
}

/// What is staged, as it stands.
fn read_again(session: &mut Session, id: &str) -> Staged {
    session.stage_file(OneHandle { id: id.into() }).unwrap()
}

#[test]
fn the_file_itself_is_kept_unless_the_setting_says_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let original = std::fs::read(fixture("article.rtf")).unwrap();
    let hash = stet_core::ids::BlobHash::of(&original).to_string();
    for (setting, kept) in [("off", false), ("on", true)] {
        session
            .save_setting(Setting {
                key: "keep-originals".into(),
                value: setting.into(),
            })
            .unwrap();
        let found = staged(&mut session, fixture("article.rtf"));
        let leave_out = if kept { vec![0] } else { vec![] };
        let asked = ImportStaged {
            leave_out,
            ..as_found(&found)
        };
        let article = session.import_staged(asked).unwrap().view.article;
        let out = folder.path().join(format!("{setting}.stet"));
        let ask = ShareAsk {
            articles: vec![article.clone()],
            captures: true,
            protected: false,
            note: String::new(),
            passphrase: String::new(),
        };
        let shared = session.share(&ask, &out).unwrap();
        assert_eq!(
            shared.blobs,
            1 + u64::from(kept),
            "{setting}: text and file"
        );
        assert!(
            dump(&mut session).contains(&hash),
            "what it was is said either way"
        );
        // A share is whole either way: it merges into another library.
        let other = tempfile::tempdir().unwrap();
        let mut receiver = open(other.path());
        let merged = receiver.merge(&out, "", false).unwrap();
        assert!(merged.set_aside.is_empty(), "{merged:?}");
        assert!(receiver.check().unwrap().problems.is_empty());
        assert_eq!(
            receiver.view(&article).unwrap().authors,
            session.view(&article).unwrap().authors
        );
    }
}

#[test]
fn a_reading_is_done_elsewhere_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let text =
        |text: &str| to_raw_value(&serde_json::json!({ "text": text, "html": false })).unwrap();
    let nothing = to_raw_value(&serde_json::json!({})).unwrap();
    for name in NAMES {
        // Those that read begin something, or refuse what they were not given; the rest do not.
        let begun = session.begin(name, &nothing);
        let reads = [
            "stage_text",
            "stage_file",
            "stage_address",
            "restage",
            "report",
            "merge_preview",
            "merge_files",
        ]
        .contains(name);
        assert_eq!(reads, !matches!(begun, Ok(None)), "{name}");
    }
    let work = session
        .begin("stage_text", &text("One. Two."))
        .unwrap()
        .unwrap();
    assert_eq!(session.staging(Nothing {}).unwrap().stage, None, "it waits");
    let done = std::thread::spawn(move || work.run()).join().unwrap();
    assert_eq!(
        session.staging(Nothing {}).unwrap().stage,
        Some(Stage::Reading),
        "it was read and waits to be taken"
    );
    let json = session.finish(done).unwrap();
    let found: Staged = serde_json::from_str(&json).unwrap();
    assert_eq!(found.sentences, 2);
    assert_eq!(
        session.staging(Nothing {}).unwrap().stage,
        None,
        "all is done"
    );

    let work = session
        .begin("stage_text", &text("Three."))
        .unwrap()
        .unwrap();
    session.cancel_staging(Nothing {}).unwrap();
    let done = std::thread::spawn(move || work.run()).join().unwrap();
    assert_eq!(session.finish(done).unwrap_err().code, Code::Cancelled);
    assert_eq!(
        session.import_staged(as_found(&found)).unwrap_err().code,
        Code::FileMissing,
        "what was read before is forgotten too"
    );
}
