//! What can be answered in Word: comments, tracked changes, decisions.

use stet_core::{
    report::Profile,
    view::{BlockKind, Fit, Tag, TagState},
};
use stet_report::Notes;

use super::{
    common::{self, ANA, Builder, KIM, dossier_for, everything, sample},
    word,
};

#[test]
fn comments_are_on_what_needs_somebody_or_on_all_or_nowhere() {
    let view = everything();
    let report = common::report(&view);
    let opinions = |labels: &[&str]| -> usize {
        report
            .sentences
            .iter()
            .filter(|one| labels.contains(&one.label.as_str()))
            .map(|one| one.tags.len())
            .sum()
    };
    let dossier = common::dossier(&view);
    let some = word(&dossier, Notes::Comments);
    assert_eq!(
        some.count("w:commentReference"),
        opinions(&["1", "2a", "2b", "3", "4", "C1", "8"]),
        "disputed, attributed-only, disagreeing, and where wording is proposed"
    );
    let all = word(&dossier, Notes::AllComments);
    let tags: usize = report.sentences.iter().map(|one| one.tags.len()).sum();
    assert_eq!(all.count("w:commentReference"), tags, "one comment a tag");
    let authors = all.all("word/comments.xml", "w:comment", "w:author");
    assert!(
        authors.iter().any(|name| name == KIM.0) && authors.iter().any(|name| name == ANA.0),
        "a comment is its checker's"
    );
    assert!(
        all.all("word/comments.xml", "w:comment", "w:date")
            .iter()
            .all(|date| date == "2026-11-05T10:04:05Z"),
        "and of the day when it was given"
    );
    let none = word(&dossier, Notes::Endnotes);
    assert!(!none.parts.contains_key("word/comments.xml"));
    assert_eq!(
        (
            none.count("w:ins"),
            none.count("w:del"),
            none.count("w:commentReference")
        ),
        (0, 0, 0),
        "a clean text"
    );
    let noted = report.sentences.iter().filter(|one| one.has_note()).count();
    assert_eq!(
        none.count("w:endnoteReference"),
        noted,
        "each note is there"
    );
    // Two separators come with them.
    assert_eq!(
        none.all("word/endnotes.xml", "w:endnote", "w:id").len(),
        noted + 2
    );
}

#[test]
fn only_the_standing_proposal_is_tracked() {
    type Given = (
        (&'static str, &'static str),
        Tag,
        &'static str,
        TagState,
        Fit,
    );
    let now = |who, tag, wording| (who, tag, wording, TagState::Current, Fit::Exact);
    let cases: [(&str, Vec<Given>, Option<&str>); 8] = [
        (
            "one proposal",
            vec![now(KIM, Tag::Disputed, "It cost 48 dollars.")],
            Some(KIM.0),
        ),
        (
            "of two who agree, one proposes",
            vec![
                now(KIM, Tag::Disputed, ""),
                now(ANA, Tag::Disputed, "It cost 48 dollars."),
            ],
            Some(ANA.0),
        ),
        (
            "both propose the same",
            vec![
                now(KIM, Tag::Disputed, "It cost 48 dollars."),
                now(ANA, Tag::Disputed, "It cost 48 dollars."),
            ],
            Some(KIM.0),
        ),
        (
            "they propose different words",
            vec![
                now(KIM, Tag::Disputed, "It cost 48 dollars."),
                now(ANA, Tag::Disputed, "It cost 47 dollars."),
            ],
            None,
        ),
        (
            "they disagree on the tag",
            vec![
                now(KIM, Tag::Disputed, "It cost 48 dollars."),
                now(ANA, Tag::Verified, ""),
            ],
            None,
        ),
        (
            "it was proposed for other words",
            vec![(
                KIM,
                Tag::Disputed,
                "It cost 48 dollars.",
                TagState::Suspended,
                Fit::Exact,
            )],
            None,
        ),
        (
            "it was proposed for a longer stretch",
            vec![(
                KIM,
                Tag::Disputed,
                "It cost 48 dollars.",
                TagState::Current,
                Fit::Wider,
            )],
            None,
        ),
        (
            "nothing changes",
            vec![now(KIM, Tag::Disputed, "It cost 49 dollars.")],
            None,
        ),
    ];
    for (why, given, expected) in cases {
        let mut b = Builder::new("Costs");
        b.block(BlockKind::Paragraph, &[("1", "It cost 49 dollars.")]);
        for (who, tag, wording, state, fit) in given {
            let view = b.tag("1", who, tag, "");
            (view.correction, view.state, view.fit) = (wording.into(), state, fit);
        }
        let word = word(&common::dossier(&b.done()), Notes::Comments);
        let by: Vec<String> = word.all("word/document.xml", "w:ins", "w:author");
        assert_eq!(by, Vec::from_iter(expected.map(str::to_owned)), "{why}");
        assert_eq!(
            by,
            word.all("word/document.xml", "w:del", "w:author"),
            "{why}"
        );
        if expected.is_some() {
            assert!(
                word.read("word/document.xml")
                    .iter()
                    .any(|line| line.contains("⟨It cost [-49-]{+48+} dollars.⟩")),
                "{why}: word for word"
            );
        }
    }
}

#[test]
fn every_decision_can_be_chosen_and_read_back() {
    let view = everything();
    let report = common::report(&view);
    let labels: Vec<String> = report
        .decisions
        .iter()
        .map(|one| one.label.clone())
        .collect();
    let one = word(&common::dossier(&view), Notes::Comments);
    assert_eq!(one.all("word/document.xml", "w:tag", "w:val"), labels);
    let choices = one.all("word/document.xml", "w:listItem", "w:value");
    assert_eq!(choices.len(), labels.len() * 4);
    assert_eq!(choices[..4], ["stet", "change", "cut", "caveat"]);
    let several = word(
        &dossier_for(&[&view, &sample()], Profile::Editor),
        Notes::Comments,
    );
    let tags = several.all("word/document.xml", "w:tag", "w:val");
    assert!(
        tags.starts_with(&[format!("{}/{}", view.article, labels[0])]),
        "labels repeat from article to article"
    );
    let public = word(&dossier_for(&[&view], Profile::Public), Notes::Comments);
    assert_eq!(public.count("w:sdt"), 0, "readers decide nothing");
}
