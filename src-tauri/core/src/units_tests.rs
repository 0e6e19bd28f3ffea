use proptest::prelude::*;

use super::*;
use crate::draft::Block;

/// A draft and the first segmentation of it: blocks by kind, `|` before every further sentence.
pub fn article(blocks: &[(BlockKind, &str)]) -> (Draft, Vec<Span>) {
    let plain: Vec<Block> = blocks
        .iter()
        .map(|(kind, text)| Block::new(*kind, text.replace('|', "")))
        .collect();
    let draft = Draft::new(&plain);
    let mut base = Vec::new();
    for ((_, block), (_, text)) in draft.blocks().iter().zip(blocks) {
        let mut start = block.start.0;
        for sentence in text.split('|') {
            let words = u32::try_from(sentence.trim_end().chars().count()).unwrap();
            base.push(Span::new(start, start + words));
            start += u32::try_from(sentence.chars().count()).unwrap();
        }
    }
    (draft, base)
}

fn said(boundaries: &[(u32, bool)]) -> Boundaries {
    boundaries
        .iter()
        .map(|(at, stands)| (CodePoint(*at), *stands))
        .collect()
}

fn shown(draft: &Draft, units: &[Unit]) -> Vec<String> {
    units
        .iter()
        .map(|unit| format!("{} {}", unit.label, draft.slice(unit.span)))
        .collect()
}

use BlockKind::{
    Caption, Credit, Deck, Heading, Headline, ListItem, Paragraph, Quotation, TableCell,
};

#[test]
fn every_kind_of_block_is_numbered_in_its_series() {
    let (draft, base) = article(&[
        (Headline, "Dam fails"),
        (Deck, "Two hurt. |One lost."),
        (Caption, "The dam."),
        (Credit, "A. Photographer"),
        (Paragraph, "It broke. |It rained."),
        (Heading, "Why"),
        (ListItem, "Old."),
        (Quotation, "Sad."),
        (TableCell, "7"),
    ]);
    assert_eq!(
        shown(&draft, &units(&draft, &base, &said(&[]))),
        [
            "H1 Dam fails",
            "H2 Two hurt.",
            "H3 One lost.",
            "C1 The dam.",
            "C2 A. Photographer",
            "1 It broke.",
            "2 It rained.",
            "H4 Why",
            "3 Old.",
            "4 Sad.",
            "5 7"
        ]
    );
}

#[test]
fn boundaries_make_parts_and_joins() {
    // Offsets: "Aa bb cc. Dd ee. Ff." + LF + "Gg hh."
    //           0  3  6   10 13  17     20   21 24
    let (draft, base) = article(&[(Paragraph, "Aa bb cc. |Dd ee. |Ff."), (Paragraph, "Gg hh.")]);
    type Row = (
        &'static str,
        &'static [(u32, bool)],
        &'static [&'static str],
    );
    let table: [Row; 15] = [
        (
            "nothing said",
            &[],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "a split",
            &[(3, true)],
            &["1a Aa", "1b bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "two splits",
            &[(3, true), (6, true)],
            &["1a Aa", "1b bb", "1c cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "a split within a word",
            &[(4, true)],
            &["1a Aa b", "1b b cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "in white space it moves to the next word",
            &[(2, true)],
            &["1a Aa", "1b bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "a join",
            &[(10, false)],
            &["1+2 Aa bb cc. Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "a join of three",
            &[(10, false), (17, false)],
            &["1+3 Aa bb cc. Dd ee. Ff.", "4 Gg hh."],
        ),
        (
            "a part joined with the next sentence",
            &[(3, true), (10, false)],
            &["1a Aa", "1b+2 bb cc. Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "parts on both sides",
            &[(3, true), (10, false), (13, true)],
            &["1a Aa", "1b+2a bb cc. Dd", "2b ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "what stands already may be said again",
            &[(10, true)],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "where none stands none falls",
            &[(4, false)],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "blocks are not joined",
            &[(20, false), (21, false)],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "nor split at their edges",
            &[(0, true), (20, true), (21, true), (27, true)],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "past the text nothing happens",
            &[(99, true), (u32::MAX, false)],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
        (
            "of two that come to lie at one place the exact one counts",
            &[(2, true), (3, false)],
            &["1 Aa bb cc.", "2 Dd ee.", "3 Ff.", "4 Gg hh."],
        ),
    ];
    for (why, boundaries, expected) in table {
        assert_eq!(
            shown(&draft, &units(&draft, &base, &said(boundaries))),
            expected,
            "{why}"
        );
    }
}

#[test]
fn a_foreign_segmentation_cannot_lose_a_word() {
    let (draft, _) = article(&[(Paragraph, "Aa bb."), (Paragraph, "Cc.")]);
    type Row = (&'static str, &'static [(u32, u32)], &'static [&'static str]);
    let table: [Row; 6] = [
        ("none: a block is a sentence", &[], &["1 Aa bb.", "2 Cc."]),
        (
            "out of order",
            &[(7, 10), (3, 6), (0, 2)],
            &["1 Aa", "2 bb.", "3 Cc."],
        ),
        (
            "twice the same",
            &[(0, 2), (0, 2), (3, 6)],
            &["1 Aa", "2 bb.", "3 Cc."],
        ),
        ("across blocks", &[(0, 10)], &["1 Aa bb.", "2 Cc."]),
        (
            "starting in white space",
            &[(0, 2), (2, 6), (6, 10)],
            &["1 Aa", "2 bb.", "3 Cc."],
        ),
        (
            "past the text, reversed, empty",
            &[(90, 99), (3, 1), (u32::MAX, 0)],
            &["1 Aa", "2 bb.", "3 Cc."],
        ),
    ];
    for (why, base, expected) in table {
        let base: Vec<Span> = base
            .iter()
            .map(|(start, end)| Span::new(*start, *end))
            .collect();
        assert_eq!(
            shown(&draft, &units(&draft, &base, &said(&[]))),
            expected,
            "{why}"
        );
    }
}

#[test]
fn splits_are_refused_where_a_side_would_be_empty() {
    let (draft, base) = article(&[(Paragraph, "Aé bb. |Cc.")]);
    let made = units(&draft, &base, &said(&[]));
    let table = [
        ("in a word", 0, 1, Some(1)),
        ("in white space: the next word", 0, 2, Some(3)),
        ("at a word", 0, 3, Some(3)),
        ("before the last character", 0, 5, Some(5)),
        ("at its start", 0, 0, None),
        ("at its end", 0, 6, None),
        ("in another sentence", 0, 8, None),
        ("before it", 1, 3, None),
        ("past the text", 1, 99, None),
    ];
    for (why, unit, at, expected) in table {
        let got = check_split(&draft, &made, unit, CodePoint(at));
        assert_eq!(got.as_ref().ok(), expected.map(CodePoint).as_ref(), "{why}");
        if let Err(error) = got {
            assert_eq!(error.code, Code::BoundaryRefused, "{why}");
            assert!(
                error.message.contains(&made[unit].label.to_string()),
                "{why}: says which sentence: {error}"
            );
        }
    }
    assert_eq!(
        check_split(&draft, &made, 7, CodePoint(1))
            .unwrap_err()
            .code,
        Code::SentenceUnknown
    );
}

#[test]
fn joins_are_refused_at_the_end_of_a_block() {
    let (draft, base) = article(&[(Headline, "Aa"), (Paragraph, "Bb. |Cc."), (ListItem, "Dd.")]);
    let made = units(&draft, &base, &said(&[]));
    assert_eq!(
        check_join(&draft, &made, 1).unwrap(),
        CodePoint(7),
        "the next sentence's start"
    );
    for (unit, words) in [(0, "headline"), (2, "paragraph"), (3, "list item")] {
        let error = check_join(&draft, &made, unit).unwrap_err();
        assert_eq!(error.code, Code::BoundaryRefused);
        assert!(
            error.message.contains(words),
            "says of what it is the last: {error}"
        );
    }
    let error = check_join(&draft, &made, 4).unwrap_err();
    assert_eq!(
        (error.code, error.hint.as_str()),
        (Code::SentenceUnknown, "This article has 1–3, H1.")
    );
}

#[test]
fn units_are_found_by_place() {
    let (draft, base) = article(&[(Paragraph, "Aa. |Bb."), (Paragraph, "Cc.")]);
    let made = units(&draft, &base, &said(&[]));
    for (why, at, expected) in [
        ("first", 0, Some(0)),
        ("last of a unit", 2, Some(0)),
        ("between", 3, None),
        ("second", 4, Some(1)),
        ("between blocks", 7, None),
        ("third", 10, Some(2)),
        ("past the end", 11, None),
    ] {
        assert_eq!(unit_at(&made, CodePoint(at)), expected, "{why}");
    }
    assert_eq!(unit_at(&[], CodePoint(0)), None);
}

#[test]
fn a_hundred_thousand_sentences_take_one_pass() {
    let block = Block::new(Paragraph, "The dam broke. ".repeat(100));
    let draft = Draft::new(&vec![block; 1000]);
    let base: Vec<Span> = (0..100_000)
        .map(|n| Span::new(n * 15, n * 15 + 14))
        .collect();
    let boundaries: Boundaries = (0..100_000)
        .map(|n| (CodePoint(n * 15 + 4), n % 2 == 0))
        .collect();
    let begun = std::time::Instant::now();
    let made = units(&draft, &base, &boundaries);
    assert!(
        begun.elapsed().as_secs() < 5,
        "quadratic work would take minutes"
    );
    assert_eq!(made.len(), 150_000);
    assert_eq!(made[149_999].label.to_string(), "100000");
}

prop_compose! {
    fn blocks()(texts in proptest::collection::vec((0_usize..3, "[a-cé😀]{1,3}( [a-c.]{1,3}){0,5}"), 1..5)) -> Draft {
        let kinds = [Paragraph, Headline, Caption];
        let blocks: Vec<Block> = texts.iter().map(|(kind, text)| Block::new(kinds[*kind], text.as_str())).collect();
        Draft::new(&blocks)
    }
}

fn anywhere() -> impl Strategy<Value = Vec<(u32, bool)>> {
    proptest::collection::vec((0_u32..80, any::<bool>()), 0..12)
}

fn segmentation() -> impl Strategy<Value = Vec<Span>> {
    proptest::collection::vec((0_u32..80, 0_u32..80), 0..12).prop_map(|spans| {
        spans
            .iter()
            .map(|(start, end)| Span::new(*start, *end))
            .collect()
    })
}

proptest! {
    #[test]
    fn units_hold_every_word_in_order(draft in blocks(), base in segmentation(), places in anywhere()) {
        let made = units(&draft, &base, &said(&places));
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let held: String = made.iter().map(|unit| words(draft.slice(unit.span))).collect();
        prop_assert_eq!(held, words(draft.text()));
        for unit in &made {
            let text = draft.slice(unit.span);
            prop_assert!(!text.is_empty() && text.trim() == text, "no white space at the ends");
            prop_assert!(draft.blocks()[unit.block].1.contains(unit.span), "within its block");
        }
        for pair in made.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
            prop_assert!(pair[0].block <= pair[1].block);
        }
        let labels: std::collections::BTreeSet<String> = made.iter().map(|unit| unit.label.to_string()).collect();
        prop_assert_eq!(labels.len(), made.len(), "labels are unique");
    }

    #[test]
    fn labels_stay_with_their_words(draft in blocks(), base in segmentation(), places in anywhere()) {
        let before = units(&draft, &base, &said(&[]));
        let after = units(&draft, &base, &said(&places));
        for sentence in &before {
            let name = sentence.label.from;
            let now = &after[unit_at(&after, sentence.span.start).unwrap()];
            prop_assert_eq!(now.label.from.series, name.series);
            prop_assert!(now.label.from.number <= name.number && name.number <= now.label.to.number,
                "{} begins in {}", name, now.label);
        }
    }

    #[test]
    fn what_is_split_is_joined_back(draft in blocks(), base in segmentation(), places in anywhere(), unit in 0_usize..12, at in 0_u32..80) {
        let mut boundaries = said(&places);
        let before = units(&draft, &base, &boundaries);
        let unit = unit % before.len();
        if let Ok(place) = check_split(&draft, &before, unit, CodePoint(at)) {
            boundaries.insert(place, true);
            let split = units(&draft, &base, &boundaries);
            prop_assert_eq!(split.len(), before.len() + 1);
            prop_assert_eq!(split[unit + 1].span.start, place);
            prop_assert_eq!(check_join(&draft, &split, unit).unwrap(), place);
            boundaries.insert(place, false);
            prop_assert_eq!(units(&draft, &base, &boundaries), before);
        }
    }

    #[test]
    fn what_is_joined_is_split_back(draft in blocks(), base in segmentation(), places in anywhere(), unit in 0_usize..12) {
        let mut boundaries = said(&places);
        let before = units(&draft, &base, &boundaries);
        let unit = unit % before.len();
        if let Ok(place) = check_join(&draft, &before, unit) {
            boundaries.insert(place, false);
            let joined = units(&draft, &base, &boundaries);
            prop_assert_eq!(joined.len() + 1, before.len());
            prop_assert_eq!(check_split(&draft, &joined, unit, place).unwrap(), place);
            boundaries.insert(place, true);
            prop_assert_eq!(units(&draft, &base, &boundaries), before);
        }
    }
}
