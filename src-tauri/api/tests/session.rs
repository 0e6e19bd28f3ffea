//! A session from import to report, with a clock and randomness of the test's own.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its ground gives way"
)]

use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use stet_api::{
    Options, Paper, Reader, ReportNotes, Session,
    commands::{
        AddEvidence, Commands, EditEvidence, FlagSentences, Identify, ImportStaged, JoinNext,
        Nothing, OneArticle, OneBackup, OneEvidence, OneSentence, Preview, ReportAsk, ReportText,
        SetText, Setting, SplitAt, StageText, TagSentences,
    },
};
use stet_core::{
    error::Code,
    report::Profile,
    text::{CodePoint, Span},
    view::{BlockKind, Provenance, Standing, Tag},
};

const TEXT: &str = "The wall stood\n\nIt cost 49 million. It was built in a year, says Lee. Nobody died.\n\nIt is handsome.";

fn open(folder: &Path, seed: u8) -> Session {
    let clock = AtomicU64::new(1_762_000_000_000);
    let drawn = AtomicU64::new(u64::from(seed) << 32);
    let options = Options {
        database: folder.join("a.stet"),
        config: folder.join("config"),
        data: folder.join("data"),
        as_name: Some("Kim Lind".into()),
        now_ms: Box::new(move || clock.fetch_add(1000, Ordering::Relaxed)),
        random: Box::new(move |bytes| {
            for byte in bytes {
                *byte = u8::try_from(drawn.fetch_add(0x9e37_79b9, Ordering::Relaxed) >> 16 & 0xff)
                    .unwrap();
            }
            Ok(())
        }),
        reader: Reader::within(),
    };
    Session::open(options).unwrap()
}

fn imported(session: &mut Session) -> (String, Vec<Span>) {
    let staged = session
        .stage_text(StageText {
            text: TEXT.into(),
            html: false,
        })
        .unwrap();
    assert_eq!(
        (staged.blocks, staged.sentences, staged.already_here.clone()),
        (3, 5, None)
    );
    let opened = session
        .import_staged(ImportStaged {
            id: staged.id,
            title: staged.title,
            lang: "en".into(),
            authors: vec![],
            publisher: String::new(),
            published: "2026-11-05".into(),
            url: String::new(),
            provenance: Provenance::Ours,
            kinds: vec![],
            put_back: vec![],
            leave_out: vec![],
        })
        .unwrap();
    let labels: Vec<&str> = opened
        .view
        .sentences
        .iter()
        .map(|one| one.label.as_str())
        .collect();
    assert_eq!(labels, ["H1", "1", "2", "3", "4"]);
    (
        opened.view.article.clone(),
        opened.view.sentences.iter().map(|one| one.span()).collect(),
    )
}

fn tag(
    session: &mut Session,
    article: &str,
    spans: &[Span],
    tag: Option<Tag>,
) -> stet_api::commands::Done {
    session
        .tag(TagSentences {
            article: article.into(),
            spans: spans.to_vec(),
            tag,
            speaker: None,
        })
        .unwrap()
}

#[test]
fn what_is_done_is_there_after_starting_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    let done = tag(&mut session, &article, &spans[1..3], Some(Tag::Verified));
    assert_eq!(done.label, "tagged 1, 2 verified");
    assert_eq!(done.changed.len(), 2, "only what changed comes back");
    assert_eq!((done.counts.verified, done.counts.owed), (2, 2));
    session
        .set_finding(SetText {
            article: article.clone(),
            span: spans[1],
            text: "minutes".into(),
        })
        .unwrap();
    session
        .set_speaker(SetText {
            article: article.clone(),
            span: spans[2],
            text: "Lee".into(),
        })
        .unwrap();
    session
        .flag(FlagSentences {
            article: article.clone(),
            spans: vec![spans[3]],
            on: true,
        })
        .unwrap();
    let evidence = AddEvidence {
        article: article.clone(),
        spans: vec![spans[1]],
        source: String::new(),
        title: "Minutes".into(),
        url: "https://example.org/minutes".into(),
        quotation: "48.9".into(),
        locator: "p. 40".into(),
        sensitivity: None,
    };
    let done = session.add_evidence(evidence).unwrap();
    assert_eq!(done.changed.len(), 1);
    assert!(done.changed[0].debts.is_empty(), "the source is there");
    let before = session
        .open_article(OneArticle {
            article: article.clone(),
        })
        .unwrap()
        .view;
    drop(session);
    let mut session = open(folder.path(), 2);
    let after = session
        .open_article(OneArticle {
            article: article[..6].to_owned(),
        })
        .unwrap()
        .view;
    assert_eq!(before, after);
    assert_eq!(after.sentences[1].tags[0].finding, "minutes");
    assert_eq!(after.sentences[1].evidence[0].locator, "p. 40");
    let library = session.library(Nothing {}).unwrap();
    assert_eq!((library.len(), library[0].counts.verified), (1, 2));
}

#[test]
fn undo_goes_back_to_nothing_and_redo_comes_back_to_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    let mut views = vec![
        session
            .open_article(OneArticle {
                article: article.clone(),
            })
            .unwrap()
            .view,
    ];
    let mut note = |session: &mut Session| {
        views.push(
            session
                .open_article(OneArticle {
                    article: article.clone(),
                })
                .unwrap()
                .view,
        )
    };
    tag(&mut session, &article, &spans[..2], Some(Tag::Disputed));
    note(&mut session);
    session
        .set_correction(SetText {
            article: article.clone(),
            span: spans[0],
            text: "The wall stands".into(),
        })
        .unwrap();
    note(&mut session);
    session
        .split(SplitAt {
            article: article.clone(),
            at: CodePoint(spans[2].start.0 + 6),
        })
        .unwrap();
    note(&mut session);
    tag(&mut session, &article, &spans[1..2], None);
    note(&mut session);
    let last = views.len() - 1;
    for n in (0..last).rev() {
        let done = session.undo(Nothing {}).unwrap();
        assert!(done.label.starts_with("undid: "), "{}", done.label);
        assert_eq!(
            session
                .open_article(OneArticle {
                    article: article.clone()
                })
                .unwrap()
                .view,
            views[n],
            "after undoing to {n}"
        );
    }
    let gone = session.undo(Nothing {}).unwrap();
    assert_eq!(gone.article, "", "the import itself");
    assert!(session.library(Nothing {}).unwrap().is_empty());
    assert_eq!(
        session.undo(Nothing {}).unwrap_err().code,
        Code::UndoNothing,
        "the name is no step of work"
    );
    for (n, expected) in views.iter().enumerate() {
        session.redo(Nothing {}).unwrap();
        assert_eq!(
            session
                .open_article(OneArticle {
                    article: article.clone()
                })
                .unwrap()
                .view,
            *expected,
            "after redoing to {n}"
        );
    }
    assert_eq!(
        session.redo(Nothing {}).unwrap_err().code,
        Code::UndoNothing
    );
    session.undo(Nothing {}).unwrap();
    tag(&mut session, &article, &spans[3..4], Some(Tag::NoClaim));
    assert_eq!(
        session.redo(Nothing {}).unwrap_err().code,
        Code::UndoNothing,
        "a new step ends redo"
    );
}

#[test]
fn the_rule_of_findings() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    let finding = |session: &mut Session| {
        let view = session
            .open_article(OneArticle {
                article: article.clone(),
            })
            .unwrap()
            .view;
        view.sentences[1]
            .tags
            .first()
            .map(|tag| (tag.tag, tag.finding.clone()))
    };
    session
        .set_finding(SetText {
            article: article.clone(),
            span: spans[1],
            text: "x".into(),
        })
        .unwrap();
    assert_eq!(
        finding(&mut session),
        Some((None, "x".into())),
        "a finding may come first"
    );
    tag(&mut session, &article, &spans[1..2], Some(Tag::Verified));
    assert_eq!(
        finding(&mut session),
        Some((Some(Tag::Verified), "x".into())),
        "the first tag keeps it"
    );
    let done = tag(&mut session, &article, &spans[1..2], Some(Tag::Verified));
    assert_eq!(done.label, "", "the same tag again is no step");
    tag(&mut session, &article, &spans[1..2], None);
    assert_eq!(
        finding(&mut session),
        Some((None, "x".into())),
        "clearing keeps it"
    );
    tag(&mut session, &article, &spans[1..2], Some(Tag::Verified));
    tag(&mut session, &article, &spans[1..2], Some(Tag::Disputed));
    assert_eq!(
        finding(&mut session),
        Some((Some(Tag::Disputed), String::new())),
        "a changed tag starts anew"
    );
}

#[test]
fn a_split_opens_what_was_closed_and_a_join_closes_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    tag(&mut session, &article, &spans[2..3], Some(Tag::Verified));
    let whole = session
        .split(SplitAt {
            article: article.clone(),
            at: CodePoint(spans[2].start.0 + 24),
        })
        .unwrap()
        .whole
        .unwrap();
    let labels: Vec<(&str, Standing)> = whole
        .sentences
        .iter()
        .map(|one| (one.label.as_str(), one.standing))
        .collect();
    assert_eq!(
        labels[2..4],
        [("2a", Standing::Untagged), ("2b", Standing::Untagged)]
    );
    assert_eq!(whole.sentences[2].tags[0].fit, stet_core::view::Fit::Wider);
    let joined = session
        .join(JoinNext {
            article: article.clone(),
            span: whole.sentences[2].span(),
        })
        .unwrap()
        .whole
        .unwrap();
    assert_eq!(
        (
            joined.sentences[2].label.as_str(),
            joined.sentences[2].standing
        ),
        ("2", Standing::Verified)
    );
    let refused = session
        .join(JoinNext {
            article,
            span: spans[3],
        })
        .unwrap_err();
    assert_eq!(
        refused.code,
        Code::BoundaryRefused,
        "no sentence crosses a block"
    );
}

#[test]
fn evidence_is_edited_taken_away_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    let add = |title: &str, url: &str, source: &str| AddEvidence {
        article: article.clone(),
        spans: vec![spans[1]],
        source: source.into(),
        title: title.into(),
        url: url.into(),
        quotation: String::new(),
        locator: String::new(),
        sensitivity: None,
    };
    assert_eq!(
        session
            .add_evidence(add("", "javascript:alert(1)", ""))
            .unwrap_err()
            .code,
        Code::SourceUnknown
    );
    assert_eq!(
        session.add_evidence(add("", "", "")).unwrap_err().code,
        Code::ValueRefused
    );
    let first = session
        .add_evidence(add("Minutes", "https://example.org/m", ""))
        .unwrap()
        .changed
        .remove(0)
        .evidence
        .remove(0);
    let again = session
        .add_evidence(add("", "https://example.org/m", ""))
        .unwrap()
        .changed
        .remove(0)
        .evidence;
    assert_eq!(again[1].source, first.source, "one address is one source");
    let edit = EditEvidence {
        article: article.clone(),
        id: first.id.clone(),
        title: "Board minutes".into(),
        url: first.url.clone(),
        quotation: "q".into(),
        locator: "p. 1".into(),
        sensitivity: None,
    };
    let edited = session.edit_evidence(edit).unwrap().changed;
    assert_eq!(
        edited[0].evidence[1].title, "Board minutes",
        "the source is shared by both"
    );
    assert_eq!(edited[0].evidence[0].locator, "p. 1");
    let left = session
        .remove_evidence(OneEvidence {
            article: article.clone(),
            id: first.id.clone(),
        })
        .unwrap()
        .changed;
    assert_eq!(left[0].evidence.len(), 1);
    assert_eq!(
        session.undo(Nothing {}).unwrap().changed[0].evidence.len(),
        2
    );
    assert_eq!(session.sources(Nothing {}).unwrap()[0].uses, 2);
}

#[test]
fn the_sample_belongs_to_its_checker_and_cannot_be_undone_by_anybody_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let view = session.open_sample(Nothing {}).unwrap().view;
    assert!(view.sample);
    let open_labels: Vec<&str> = view
        .sentences
        .iter()
        .filter(|one| one.standing == Standing::Untagged)
        .map(|one| one.label.as_str())
        .collect();
    assert_eq!(open_labels.len(), 6, "{open_labels:?}");
    assert_eq!(view.sentences[0].tags[0].checker, "Sample checker");
    assert_eq!(session.open_sample(Nothing {}).unwrap().view, view, "once");
    assert_eq!(
        session.undo(Nothing {}).unwrap_err().code,
        Code::UndoNothing
    );
}

#[test]
fn settings_unsaved_texts_and_names_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    session
        .save_setting(Setting {
            key: "theme".into(),
            value: "dark".into(),
        })
        .unwrap();
    session
        .keep_unsaved(Setting {
            key: "finding".into(),
            value: "half a".into(),
        })
        .unwrap();
    tag(&mut session, &article, &spans[..1], Some(Tag::Verified));
    session
        .identify(Identify {
            name: "K. Lind".into(),
            initials: "kl".into(),
        })
        .unwrap();
    tag(&mut session, &article, &spans[1..2], Some(Tag::Verified));
    let view = session
        .open_article(OneArticle {
            article: article.clone(),
        })
        .unwrap()
        .view;
    assert_eq!(
        view.sentences[0].tags[0].checker, "K. Lind",
        "the new name stands on old tags too"
    );
    let start = session.start(Nothing {}).unwrap();
    assert_eq!(
        (
            start.settings[0].value.as_str(),
            start.unsaved[0].value.as_str(),
            start.me.named
        ),
        ("dark", "half a", true)
    );
    session
        .keep_unsaved(Setting {
            key: "finding".into(),
            value: String::new(),
        })
        .unwrap();
    assert!(session.start(Nothing {}).unwrap().unsaved.is_empty());
    let history = session
        .history(OneSentence {
            article,
            span: spans[0],
        })
        .unwrap();
    assert_eq!(history[0].what, "verified");
}

#[test]
fn reports_of_one_state_are_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    tag(&mut session, &article, &spans[1..2], Some(Tag::Disputed));
    let ask = |format: &str| ReportAsk {
        articles: vec![article.clone()],
        format: format.into(),
        profile: Profile::Editor,
        paper: Paper::A4,
        notes: ReportNotes::Comments,
    };
    for format in ["html", "md", "json"] {
        let shown = |report: ReportText| match report.preview {
            Preview::Page { html } => html,
            Preview::Text { text, .. } => text,
            other => panic!("{format} is shown as text: {other:?}"),
        };
        let one = session.report(ask(format)).unwrap();
        assert_eq!(one.file_name, format!("the-wall-stood.{format}"));
        drop(std::mem::replace(&mut session, open(folder.path(), 9)));
        assert_eq!(
            shown(one),
            shown(session.report(ask(format)).unwrap()),
            "{format}"
        );
    }
    for (why, format, shown) in [
        ("tables are read back", "csv", "Tables"),
        ("workbooks, too", "xlsx", "Tables"),
        ("Word documents are read back", "docx", "Document"),
        ("a package shows what it holds", "qdpx", "Text"),
    ] {
        let report = session.report(ask(format)).unwrap();
        let preview = format!("{:?}", report.preview);
        assert!(preview.starts_with(shown), "{why}: {preview:.60}");
        assert!(preview.contains("The wall stood"), "{why}: its words");
    }
    let mut none = ask("html");
    none.articles.clear();
    for (why, wrong, code) in [
        ("a format that is none", ask("wav"), Code::FormatUnknown),
        ("no article", none, Code::Usage),
    ] {
        assert_eq!(session.report(wrong).unwrap_err().code, code, "{why}");
    }
}

#[test]
fn a_report_that_was_stopped_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, _) = imported(&mut session);
    let ask = ReportAsk {
        articles: vec![article],
        format: "html".into(),
        profile: Profile::Editor,
        paper: Paper::A4,
        notes: ReportNotes::Comments,
    };
    let path = folder.path().join("report.html");
    std::fs::write(&path, "the one before").unwrap();
    let stopped = session.making_file(&ask).unwrap();
    session.cancel_report(Nothing {}).unwrap();
    assert_eq!(stopped.save(&path).unwrap_err().code, Code::Cancelled);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "the one before");
    session.making_file(&ask).unwrap().save(&path).unwrap();
    assert!(std::fs::read_to_string(&path).unwrap().contains("</html>"));
}

#[test]
fn kinds_chosen_at_import_make_the_labels() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let staged = session
        .stage_text(StageText {
            text: TEXT.into(),
            html: false,
        })
        .unwrap();
    let kinds = vec![(2, BlockKind::Caption)];
    let asked = ImportStaged {
        id: staged.id.clone(),
        title: "T".into(),
        lang: "en".into(),
        authors: vec![],
        publisher: String::new(),
        published: "5 November".into(),
        url: String::new(),
        provenance: Provenance::Theirs,
        kinds,
        put_back: vec![],
        leave_out: vec![],
    };
    assert_eq!(
        session.import_staged(asked.clone()).unwrap_err().code,
        Code::ValueRefused,
        "the date"
    );
    assert!(session.library(Nothing {}).unwrap().is_empty());
    let opened = session
        .import_staged(ImportStaged {
            published: String::new(),
            ..asked
        })
        .unwrap();
    assert_eq!(opened.view.sentences[4].label, "C1");
    assert_eq!(
        (opened.view.title.as_str(), opened.view.provenance),
        ("T", Provenance::Theirs)
    );
}

#[test]
fn a_damaged_database_is_told_kept_and_replaced_by_its_backup() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), 1);
    let (article, spans) = imported(&mut session);
    tag(&mut session, &article, &spans[..1], Some(Tag::Verified));
    drop(session);
    drop(open(folder.path(), 2)); // the day's backup is made at the next opening
    let database = folder.path().join("a.stet");
    let mut bytes = std::fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[100..middle].fill(0x5a);
    std::fs::write(&database, &bytes).unwrap();
    let mut session = open(folder.path(), 3);
    let trouble = session
        .start(Nothing {})
        .unwrap()
        .trouble
        .expect("it says what is wrong");
    assert_eq!(trouble.error.code, Code::DatabaseDamaged);
    assert_eq!(
        std::fs::read(&database).unwrap(),
        bytes,
        "the file is as it was"
    );
    assert_eq!(
        session
            .tag(TagSentences {
                article: article.clone(),
                spans: vec![spans[0]],
                tag: None,
                speaker: None,
            })
            .unwrap_err()
            .code,
        Code::DatabaseDamaged
    );
    session
        .restore_backup(OneBackup {
            id: trouble.backups[0].id.clone(),
        })
        .unwrap();
    let view = session.open_article(OneArticle { article }).unwrap().view;
    assert_eq!(view.sentences[0].standing, Standing::Verified);
    let kept = std::fs::read_dir(folder.path())
        .unwrap()
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().contains("damaged"));
    assert!(kept, "the damaged file lies beside it");
}
