//! What holds for the attributions of any text at all.

mod common;

use std::time::Instant;

use common::attributions::Marked;
use stet_language::{Attribution, AttributionRule, CodePointSpan, Options, attribute, sentences};

/// Pieces that rules look at, in any order: many meet in ways that no text has.
const PIECES: &[&str] = &[
    "said",
    "says",
    "say",
    "saying",
    "told",
    "claims",
    "according",
    "to",
    "that",
    "who",
    "which",
    "Lee",
    "the",
    "The",
    "officials",
    "he",
    "and",
    "but",
    "as",
    "in",
    "words",
    "of",
    "was",
    "has",
    "not",
    "didn't",
    "quickly",
    "Monday",
    "report",
    "reports",
    "footage",
    "showed",
    "citing",
    "quoted",
    "believed",
    "by",
    "“",
    "”",
    "\"",
    "''",
    "‘",
    "’",
    "'",
    "'s",
    ",",
    ".",
    ":",
    ";",
    "–",
    "-",
    "(",
    ")",
    "?",
    "!",
    "\n",
    "\n\n",
    " ",
    "U.S.",
    "Gov",
    "5",
    "2006",
    "é",
    "😀",
    "אבג",
    "中文",
    "\u{301}",
    "\u{200b}",
];

/// A small generator of our own: the same texts on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.next(60) {
            text.push_str(PIECES[self.next(PIECES.len())]);
            if self.next(5) > 0 {
                text.push(' ');
            }
        }
        text
    }
}

fn check(text: &str, spans: &[CodePointSpan], starts: &[usize]) -> Vec<Attribution> {
    let found = attribute(text, spans, starts, "en");
    let length = text.chars().count() as u32;
    for one in &found {
        assert!(one.sentence < spans.len(), "{one:?} in {text:?}");
        assert!(one.confidence.percent() <= 100, "{one:?} in {text:?}");
        let places = [one.cue, one.source, one.head, one.cites];
        for place in places.iter().flatten().chain(&one.content) {
            assert!(
                place.start < place.end && place.end <= length,
                "{one:?} in {text:?}"
            );
        }
        if let (Some(source), Some(head)) = (one.source, one.head) {
            let inside = source.start <= head.start && head.end <= source.end;
            assert!(inside, "the head lies in its source: {one:?} in {text:?}");
        }
        let sentence = spans[one.sentence];
        for content in &one.content {
            let inside = sentence.start <= content.start && content.end <= sentence.end;
            assert!(inside, "content lies in its sentence: {one:?} in {text:?}");
        }
    }
    assert!(found.is_sorted_by_key(|one| one.sentence), "{text:?}");
    assert_eq!(found, attribute(text, spans, starts, "en"), "{text:?}");
    found
}

#[test]
fn places_are_valid_in_random_texts() {
    let mut random = Random(7);
    for _ in 0..3000 {
        let text = random.text();
        let spans = sentences(&text, "en", Options::default());
        let starts: Vec<usize> = (0..spans.len()).filter(|_| random.next(3) == 0).collect();
        check(&text, &spans, &starts);
    }
}

#[test]
fn spans_that_are_none_do_no_harm() {
    let text = "“It holds,” Lee said. “It does.”";
    let span = |start, end| CodePointSpan { start, end };
    for spans in [
        vec![span(9, 3)],
        vec![span(5, 5), span(5, 5)],
        vec![span(0, 900)],
        vec![span(22, 32), span(0, 21)],
        vec![span(u32::MAX, u32::MAX)],
    ] {
        let found = attribute(text, &spans, &[0, 0, 7, usize::MAX], "en");
        assert!(found.iter().all(|one| one.sentence < spans.len()));
    }
    assert!(attribute("", &[], &[], "en").is_empty());
}

#[test]
fn rules_have_names_of_their_own() {
    let mut names: Vec<_> = AttributionRule::ALL
        .iter()
        .map(|rule| rule.name())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), AttributionRule::ALL.len());
}

/// The best of three, in seconds: others run beside it.
fn seconds(marked: &Marked) -> f64 {
    (0..3)
        .map(|_| {
            let before = Instant::now();
            assert!(marked.attributions().len() < 1_000_000);
            before.elapsed().as_secs_f64()
        })
        .fold(f64::MAX, f64::min)
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let sentence = "“The dam,” officials in the capital said on Monday, “is safe, and the people \
                    who live there know it.” | ";
    let twisted = [
        ("sentences", sentence, 1000),
        ("one open quotation", "The dam is old. | ", 2000),
        ("one sentence of verbs", "said and ", 4000),
        ("one sentence of infinitives", "wants to say ", 3000),
        ("one sentence of commas", ", ", 8000),
        ("one sentence of names", "Lee ", 8000),
        ("one sentence of brackets", "( ", 8000),
        ("one sentence of adverbs", "quickly ", 8000),
        ("one sentence of marks", "\" ", 8000),
        ("one paragraph after the other", "“ ¶ ", 4000),
    ];
    for (why, piece, times) in twisted {
        let text = |times: usize| format!("“{} end.", piece.repeat(times));
        let (short, long) = (Marked::read(&text(times)), Marked::read(&text(times * 8)));
        let (short, long) = (seconds(&short), seconds(&long));
        assert!(
            long < 40.0 * short.max(0.001),
            "{why}: 8 times the text took {:.0} times as long",
            long / short
        );
    }
}

#[test]
fn ten_thousand_sentences_take_no_time() {
    let text = "Officials said the dam, which was built in 1932, had held. | ".repeat(10_000);
    let marked = Marked::read(&text);
    assert_eq!(marked.sentences.len(), 10_001);
    let found = marked.shown();
    assert_eq!(found.len(), 10_000);
    let took = seconds(&marked);
    assert!(took < 5.0, "{took:.1} s unoptimised");
}
