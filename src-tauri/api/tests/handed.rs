//! What is handed over and taken in through the window's commands: reports with their work,
//! protected sources, the house.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its ground gives way"
)]

use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use stet_api::{
    ImportChoices, Options, Reader, ReportAsked, ReportFormat, ReportOptions, Session,
    commands::{AddEvidence, Commands, EditEvidence, ImportStaged, Nothing, OneHandle, Setting},
};
use stet_core::{
    report::Profile,
    view::{Provenance, Sensitivity},
};

fn open(folder: &Path) -> Session {
    let (clock, drawn) = (AtomicU64::new(1_762_000_000_000), AtomicU64::new(7));
    Session::open(Options {
        database: folder.join("a.stet"),
        config: folder.join("config"),
        data: folder.join("data"),
        as_name: Some("Kim Lind".into()),
        now_ms: Box::new(move || clock.fetch_add(1000, Ordering::Relaxed)),
        random: Box::new(move |bytes| {
            let n = drawn.fetch_add(1, Ordering::Relaxed).to_be_bytes();
            let noise = stet_core::ids::sha256(&n);
            bytes
                .iter_mut()
                .zip(noise.iter().cycle())
                .for_each(|(to, from)| *to = *from);
            Ok(())
        }),
        reader: Reader::within(),
    })
    .unwrap()
}

fn imported(session: &mut Session) -> String {
    let text = b"The wall stood\n\nIt cost 49 million. Nobody died.".to_vec();
    let choices = ImportChoices::default();
    session.import_bytes("-", text, &choices).unwrap()[0]
        .article
        .clone()
}

fn json(session: &mut Session, article: &str, profile: Profile) -> Vec<u8> {
    let asked = ReportAsked {
        articles: &[article.to_owned()],
        profile,
        date: None,
    };
    let options = ReportOptions::default();
    session
        .report_bytes(&asked, ReportFormat::Json, options)
        .unwrap()
}

fn evidence(session: &mut Session, article: &str, sensitivity: Option<Sensitivity>) -> AddEvidence {
    AddEvidence {
        article: article.to_owned(),
        spans: vec![session.view(article).unwrap().sentences[1].span()],
        source: String::new(),
        title: "Johanna Quill".into(),
        url: String::new(),
        quotation: "forty-nine, I counted".into(),
        locator: "by phone".into(),
        sensitivity,
    }
}

#[test]
fn a_report_is_shown_before_its_work_is_merged() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut ada = open(here.path());
    let article = imported(&mut ada);
    let adds = evidence(&mut ada, &article, Some(Sensitivity::Protected));
    ada.add_evidence(adds).unwrap();
    let file = here.path().join("report.json");
    std::fs::write(&file, json(&mut ada, &article, Profile::Legal)).unwrap();
    let mut bo = open(there.path());
    let empty = bo.store().unwrap().dump().unwrap();
    for (time, already) in [("first", None), ("again", Some(article.clone()))] {
        bo.stage_path("one", file.clone());
        let before = bo.store().unwrap().dump().unwrap();
        let staged = bo.stage_file(OneHandle { id: "one".into() }).unwrap();
        assert_eq!(
            bo.store().unwrap().dump().unwrap(),
            before,
            "{time}: looking changes nothing"
        );
        assert_eq!(
            (staged.format.as_str(), staged.blocks, staged.sentences),
            ("Stet report", 2, 3)
        );
        assert_eq!(staged.preview[1].text, "It cost 49 million. Nobody died.");
        assert_eq!(staged.already_here, already, "{time}");
        let opened = bo.import_staged(ImportStaged {
            id: "one".into(),
            title: staged.title,
            authors: vec![],
            publisher: String::new(),
            published: String::new(),
            url: String::new(),
            lang: staged.lang,
            provenance: Provenance::Ours,
            kinds: vec![],
            put_back: vec![],
            leave_out: vec![],
        });
        let used = opened.unwrap().view.sentences[1].evidence[0].clone();
        assert_eq!(
            (used.title.as_str(), used.quotation.as_str()),
            ("Johanna Quill", "forty-nine, I counted")
        );
    }
    let dump = bo.store().unwrap().dump().unwrap();
    assert_ne!(dump, empty);
    assert_eq!(dump, ada.store().unwrap().dump().unwrap());
    assert!(!dump.contains("Quill") && !dump.contains("counted") && !dump.contains("phone"));
}

#[test]
fn marking_a_source_says_what_it_cannot_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let article = imported(&mut session);
    let adds = evidence(&mut session, &article, None);
    let done = session.add_evidence(adds).unwrap();
    let used = done.changed[0].evidence[0].clone();
    let edit = |sensitivity| EditEvidence {
        article: article.clone(),
        id: used.id.clone(),
        title: used.title.clone(),
        url: used.url.clone(),
        quotation: used.quotation.clone(),
        locator: used.locator.clone(),
        sensitivity,
    };
    let done = session
        .edit_evidence(edit(Some(Sensitivity::Protected)))
        .unwrap();
    assert!(
        done.note
            .unwrap()
            .contains("1 earlier step says in plain words")
    );
    let whole = done.whole.unwrap();
    assert_eq!(
        whole.sentences[1].evidence[0].sensitivity,
        Sensitivity::Protected
    );
    assert_eq!(
        session.sources(Nothing {}).unwrap()[0].sensitivity,
        Sensitivity::Protected
    );
    let done = session.edit_evidence(edit(None)).unwrap();
    assert_eq!(
        (done.label.as_str(), done.note),
        ("", None),
        "it is so already"
    );
    assert_eq!(
        session.sources(Nothing {}).unwrap()[0].title,
        "Johanna Quill"
    );
}

#[test]
fn the_house_stands_in_reports() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let article = imported(&mut session);
    for (url, shown) in [
        ("https://house.example/", "https://house.example/"),
        ("javascript:alert(1)", ""),
    ] {
        for (key, value) in [("house-name", " The Examiner "), ("house-url", url)] {
            let setting = Setting {
                key: key.into(),
                value: value.into(),
            };
            session.save_setting(setting).unwrap();
        }
        let report: serde_json::Value =
            serde_json::from_slice(&json(&mut session, &article, Profile::Public)).unwrap();
        assert_eq!(report["house"]["name"], "The Examiner");
        assert_eq!(report["house"]["url"], shown, "{url}");
    }
}
