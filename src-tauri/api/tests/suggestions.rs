//! What the language rules point out, from import to acceptance.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its ground gives way"
)]

use std::sync::atomic::{AtomicU64, Ordering};

use stet_api::{
    ImportChoices, Options, Reader, Session,
    commands::{Commands, Nothing, OneArticle, Setting, TagSentences},
};
use stet_core::{annotation::AtomKind, view::Tag};

const TEXT: &str = "Tests resume\n\nThe dam holds, said Ida Brandt on Tuesday. It was built in 1936. “It leaks. It will fall,” the council warned.\n\nMs Brandt left in 1936.";

fn open(folder: &std::path::Path) -> Session {
    let clock = AtomicU64::new(1_762_000_000_000);
    let drawn = AtomicU64::new(7 << 32);
    Session::open(Options {
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
    })
    .unwrap()
}

fn import(session: &mut Session, choices: &ImportChoices) -> String {
    let bytes = TEXT.as_bytes().to_vec();
    session.import_bytes("-", bytes, choices).unwrap()[0]
        .article
        .clone()
}

#[test]
fn a_said_sentence_is_suggested_with_its_speaker_and_accepted_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    let article = import(&mut session, &ImportChoices::default());
    let found = session
        .annotations(OneArticle {
            article: article.clone(),
        })
        .unwrap();
    let view = session.view(&article).unwrap();
    let said = &view.sentences[1];
    let on = found.on(said.span());
    let best = on
        .suggestions
        .first()
        .expect("“said Ida Brandt” attributes");
    assert_eq!(best.speaker, "Ida Brandt");
    assert!(!best.weak && !best.reason.is_empty());
    assert!(
        found.on(view.sentences[2].span()).suggestions.is_empty(),
        "plain narrative inherits nothing"
    );

    let done = session
        .tag(TagSentences {
            article: article.clone(),
            spans: vec![said.span()],
            tag: Some(Tag::AttributedOnly),
            speaker: Some(best.speaker.clone()),
        })
        .unwrap();
    let mine = &done.changed[0].tags[0];
    assert_eq!(
        (mine.tag, mine.speaker.as_str()),
        (Some(Tag::AttributedOnly), "Ida Brandt")
    );
    session.undo(Nothing {}).unwrap();
    let after = session.view(&article).unwrap();
    assert!(after.sentences[1].tags.is_empty(), "one step, one undo");
}

#[test]
fn the_publication_date_gives_relative_dates_their_meaning() {
    let folder = tempfile::tempdir().unwrap();
    for (published, meant) in [(None, ""), (Some("2026-11-05"), "2026-11-03")] {
        let mut session = open(&folder.path().join(meant));
        let choices = ImportChoices {
            published: published.map(str::to_owned),
            ..ImportChoices::default()
        };
        let article = import(&mut session, &choices);
        let found = session.annotations_of(&article).unwrap();
        let tuesday = found
            .atoms
            .iter()
            .find(|atom| atom.kind == AtomKind::Date)
            .expect("Tuesday is a date");
        assert_eq!(tuesday.resolved, meant, "published {published:?}");
        let years: Vec<_> = found
            .atoms
            .iter()
            .filter(|atom| atom.end.0 - atom.start.0 == 4 && atom.kind == AtomKind::Date)
            .map(|atom| atom.same)
            .collect();
        assert_eq!(years.len(), 2, "1936 twice");
        assert!(years[0].is_some() && years[0] == years[1], "and the same");
    }
}

#[test]
fn quotations_stay_whole_by_setting_or_for_one_import() {
    let table = [
        ("off", None, 6),
        ("on", None, 5),
        ("off", Some(true), 5),
        ("on", Some(false), 6),
    ];
    for (setting, keep_quotations, sentences) in table {
        let folder = tempfile::tempdir().unwrap();
        let mut session = open(folder.path());
        session
            .save_setting(Setting {
                key: "keep-quotations".into(),
                value: setting.into(),
            })
            .unwrap();
        let choices = ImportChoices {
            keep_quotations,
            ..ImportChoices::default()
        };
        let article = import(&mut session, &choices);
        let view = session.view(&article).unwrap();
        assert_eq!(
            view.sentences.len(),
            sentences,
            "setting {setting}, choice {keep_quotations:?}"
        );
    }
}
