//! What a report says: decisions, notes, sources, people, checks. (The model is core's; its tests
//! stand here, beside the articles they need.)

mod common;

use common::{ANA, Builder, KIM, dossier_for, everything, report, sample};
use stet_core::{
    report::{Profile, Why, checks},
    view::{BlockKind, Fit, Standing, Tag, TagState},
};
use stet_report::Format;

#[test]
fn decisions_are_disputes_disagreements_and_proposals() {
    let report = report(&everything());
    let decisions: Vec<_> = report
        .decisions
        .iter()
        .map(|decision| (decision.label.as_str(), decision.why))
        .collect();
    let expected = [
        ("1", Why::Disputed),
        ("2a", Why::Disputed),
        ("3", Why::Disagreement),
        ("C1", Why::Fork),
        ("8", Why::Wording),
    ];
    assert_eq!(
        decisions, expected,
        "in text order; a suspended tag and a tag on other boundaries decide nothing"
    );
    assert_eq!(
        report.headline, "5 decisions to make.",
        "a published text no longer waits to run"
    );
    assert_eq!(
        report.summary,
        "12 sentences: 1 verified, 2 disputed, 1 attributed-only, 1 holds no claim, 7 not closed (2 disagreements)."
    );
    assert_eq!(report.parts, ["2 disputed (2a); 2b attributed-only"]);
}

#[test]
fn nothing_that_anybody_noted_is_lost() {
    let view = everything();
    let report = report(&view);
    for (seen, told) in view.sentences.iter().zip(&report.sentences) {
        let pair = |checker: &str, finding: &str, correction: &str| {
            format!("{checker}|{finding}|{correction}")
        };
        let before: Vec<_> = seen
            .tags
            .iter()
            .map(|t| pair(&t.checker, &t.finding, &t.correction))
            .collect();
        let after: Vec<_> = told
            .tags
            .iter()
            .map(|t| pair(&t.checker, &t.finding, &t.correction))
            .collect();
        assert_eq!(before, after, "tags of {}", seen.label);
        assert_eq!(
            seen.evidence.len(),
            told.evidence.len(),
            "evidence of {}",
            seen.label
        );
        assert_eq!(
            seen.conflicts, told.conflicts,
            "conflicts of {}",
            seen.label
        );
    }
    // A ClaimReview holds what is published, nothing else.
    let whole = |format: &&Format| format.is_text() && **format != Format::ClaimReview;
    for &format in Format::ALL.iter().filter(whole) {
        let out = String::from_utf8(common::bytes(&view, format)).unwrap();
        for finding in view
            .sentences
            .iter()
            .flat_map(|s| &s.tags)
            .flat_map(|t| t.finding.lines())
        {
            assert!(
                out.contains(finding),
                "“{finding}” is not in {}",
                format.name()
            );
        }
    }
}

#[test]
fn text_between_sentences_stays() {
    let report = report(&everything());
    for block in &report.blocks {
        let mut text = String::new();
        for sentence in &report.sentences[block.sentences.clone()] {
            text.push_str(&sentence.before);
            text.push_str(&sentence.text);
        }
        text.push_str(&block.after);
        let whole: String = report
            .article
            .text
            .chars()
            .skip(block.start.0 as usize)
            .take((block.end.0 - block.start.0) as usize)
            .collect();
        assert_eq!(text, whole, "block {}", block.n);
    }
    let last = report.blocks.last().map(|block| block.sentences.end);
    assert_eq!(
        last,
        Some(report.sentences.len()),
        "every sentence lies in a block"
    );
}

#[test]
fn sources_are_numbered_by_first_use() {
    let report = report(&everything());
    let sources: Vec<_> = report
        .sources
        .iter()
        .map(|s| (s.number, s.id.as_str(), s.used_by.join(",")))
        .collect();
    assert_eq!(
        sources,
        [(1, "minutes", "1,3".into()), (2, "register", "3".into())]
    );
    assert_eq!(
        report
            .sentences
            .iter()
            .find(|s| s.label == "3")
            .map(|s| s.cites()),
        Some(vec![1, 2])
    );
}

#[test]
fn open_sentences_say_why() {
    let report = report(&everything());
    let open: Vec<_> = report
        .open
        .iter()
        .map(|open| (open.label.as_str(), open.why.as_str()))
        .collect();
    assert_eq!(
        open,
        [
            ("H2", "nobody has concluded"),
            ("3", "checkers differ"),
            ("H3", "nobody has concluded"),
            ("6+7", "was verified before the words changed"),
            ("C1", "checkers differ"),
            (
                "C2",
                "a tag (verified) lies on other boundaries than this sentence"
            ),
            ("8", "nobody has concluded"),
        ]
    );
}

#[test]
fn checks_list_what_is_open_owed_and_flagged() {
    let told: Vec<_> = checks(&everything())
        .into_iter()
        .map(|check| format!("{} ({})", check.message, check.labels.join(", ")))
        .collect();
    assert_eq!(
        told,
        [
            "2 sentences on which checkers differ (3, C1)",
            "5 sentences are untagged (H2, H3, 6+7, C2, 8)",
            "1 sentence with two values in one field (C2)",
            "1 attributed-only has no proof that it was said (4)",
            "1 attributed-only: speaker not named (4)",
            "1 verified has no source (5)",
            "1 sentence is flagged (not printed) (5)",
        ]
    );
    let mut b = Builder::new("Done");
    b.block(BlockKind::Paragraph, &[("1", "The dam stands.")]);
    b.tag("1", KIM, Tag::Verified, "Seen.");
    assert!(checks(&b.done()).is_empty(), "nothing open, nothing owed");
}

#[test]
fn margins_are_short_and_speak_of_the_standing_tag() {
    let long = "The minutes of the board, read in full, say that it was a tenth, and the ledger, read twice, agrees with them in every particular. More.";
    let table: [(&str, Tag, &str, &str, &str); 6] = [
        (
            "verified: the first sentence",
            Tag::Verified,
            "Seen in print. And more.",
            "",
            "Seen in print.",
        ),
        (
            "a number's point ends no sentence",
            Tag::Verified,
            "It is 48.9 million. And more.",
            "",
            "It is 48.9 million.",
        ),
        (
            "verified and long: few words",
            Tag::Verified,
            long,
            "",
            "The minutes of the board, read in full, say that it was a…",
        ),
        (
            "disputed: more words",
            Tag::Disputed,
            long,
            "",
            "The minutes of the board, read in full, say that it was a tenth, and the ledger, read twice, agrees with them…",
        ),
        (
            "attributed: who said it",
            Tag::AttributedOnly,
            "On tape.",
            "Ines Marrow",
            "Ines Marrow",
        ),
        (
            "attributed to nobody",
            Tag::AttributedOnly,
            "On tape.",
            "",
            "Speaker not named.",
        ),
    ];
    for (why, tag, finding, speaker, expected) in table {
        let mut b = Builder::new("Margins");
        b.block(BlockKind::Paragraph, &[("1", "The dam stands.")]);
        b.tag("1", KIM, tag, finding).speaker = speaker.into();
        assert_eq!(report(&b.done()).sentences[0].margin, expected, "{why}");
    }
}

#[test]
fn a_tag_that_does_not_fit_proposes_nothing() {
    for (why, state, fit, proposes) in [
        ("it fits", TagState::Current, Fit::Exact, true),
        ("the words changed", TagState::Suspended, Fit::Exact, false),
        (
            "it speaks of more words",
            TagState::Current,
            Fit::Wider,
            false,
        ),
    ] {
        let mut b = Builder::new("Fit");
        b.block(BlockKind::Paragraph, &[("1", "The dam stands.")]);
        let tag = b.tag("1", KIM, Tag::Verified, "");
        tag.correction = "The dam stood.".into();
        (tag.state, tag.fit) = (state, fit);
        let report = report(&b.done());
        assert_eq!(
            !report.sentences[0].tags[0].changes.is_empty(),
            proposes,
            "{why}"
        );
        assert_eq!(
            report.sentences[0].tags[0].correction, "The dam stood.",
            "{why}: but it is printed"
        );
    }
}

#[test]
fn two_keys_of_one_name_are_two_people() {
    let mut b = Builder::new("Names");
    b.block(BlockKind::Paragraph, &[("1", "The dam stands.")]);
    b.tag("1", KIM, Tag::Verified, "");
    b.tag("1", (KIM.0, ANA.1), Tag::Disputed, "").checker_id = "ffff000000000000".into();
    let view = b.done();
    let told = report(&view);
    let names: Vec<_> = told
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(names, ["Kim Lind (4f1c)", "Kim Lind (ffff)"]);
    assert_eq!(told.decisions[0].why, Why::Disagreement, "not a fork");
}

#[test]
fn the_sample_is_taught_in_order() {
    let view = sample();
    let open: Vec<_> = view
        .sentences
        .iter()
        .filter(|s| s.standing == Standing::Untagged)
        .map(|s| s.label.as_str())
        .collect();
    assert_eq!(
        open,
        ["3", "4", "6", "15", "19", "23"],
        "plain, said, the arithmetic slip, narrative and said, confirmed, an opinion with a figure"
    );
    assert_eq!((view.counts.sentences, view.counts.untagged), (30, 6));
    for address in view
        .sentences
        .iter()
        .flat_map(|s| &s.evidence)
        .map(|e| &e.url)
        .filter(|url| !url.is_empty())
    {
        assert!(
            address.starts_with("https://") && address.contains(".example.org/"),
            "{address} belongs to nobody"
        );
    }
}

#[test]
fn a_second_reading_is_told_without_names_to_readers() {
    let view = everything();
    let told = |profile| {
        let dossier = dossier_for(&[&view], profile);
        serde_json::to_string(&(
            &dossier.reports[0].method,
            &dossier.reports[0].second_readings,
        ))
        .unwrap()
    };
    let editor = told(Profile::Editor);
    for said in [
        KIM.0,
        ANA.0,
        "They differed on 3",
        "7 of them alike",
        "0.69 (0.32 to 1.00)",
    ] {
        assert!(editor.contains(said), "the editor reads “{said}”");
    }
    let public = told(Profile::Public);
    for said in ["Reader 2 read 9 sentences", "7 of them alike"] {
        assert!(public.contains(said), "readers read “{said}”");
    }
    for hidden in [KIM.0, ANA.0, "They differed on"] {
        assert!(!public.contains(hidden), "readers do not read “{hidden}”");
    }
    assert!(
        report(&sample()).second_readings.is_empty(),
        "nobody read it a second time"
    );
}
