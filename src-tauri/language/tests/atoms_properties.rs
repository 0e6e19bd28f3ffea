//! What holds for atoms of any text at all.

use stet_language::atoms::{AtomKind, Day, Value, atoms, links, near_figures, resolve};
use stet_language::{CodePointSpan, Options, sentences};

/// Pieces that rules look at, in any order: many meet in ways that no text has.
const PIECES: &[&str] = &[
    "Ruta",
    "Hale",
    "the",
    "The",
    "of",
    "United",
    "Nations",
    "Dr",
    ".",
    "J.",
    "van",
    "U.S.",
    "NATO",
    "US-led",
    "al-Amr",
    "iPhone",
    "I",
    "'s",
    "’",
    "\"",
    "“",
    "”",
    "‘",
    "«",
    "»",
    "5",
    "May",
    "may",
    "Tuesday",
    "last",
    "week",
    "next",
    "past",
    "30",
    "days",
    "ago",
    "2015",
    "1,000",
    "$",
    "%",
    "–",
    "-",
    "million",
    "two",
    "hundred",
    "and",
    "half",
    "one",
    "1990s",
    "14-year-old",
    "nine-month-old",
    "7:30",
    "pm",
    "2015-02-30",
    "99999999999999999999",
    "0",
    "largest",
    "most",
    "#tag",
    "@x",
    ",",
    ";",
    ":",
    "(",
    ")",
    "&",
    "\n",
    "\n\n",
    " ",
    "é",
    "😀",
    "אבג",
    "中文",
    "ß",
    "İ",
    "\u{301}",
    "Sept",
    "12th",
    "of",
    "1-2",
    "3–4",
    "bn",
    "5km",
    "will",
    "Mr",
    "?",
    "!",
    "…",
    "\u{a0}",
];

/// A small generator: the same numbers everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % below
    }
}

fn text(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for _ in 0..=numbers.next(60) {
        text += PIECES[numbers.next(PIECES.len())];
        if numbers.next(4) > 0 {
            text.push(' ');
        }
    }
    text
}

#[test]
fn spans_are_valid_and_atoms_do_not_overlap() {
    let mut numbers = Numbers(1);
    let published = Day::new(2026, 11, 5).unwrap();
    for round in 0..2_000 {
        let text = text(&mut numbers);
        let lang = ["en", "de", "ru", "zh", ""][round % 5];
        let spans = sentences(&text, lang, Options::default());
        let found = atoms(&text, &spans, lang);
        assert_eq!(found, atoms(&text, &spans, lang), "deterministic: {text:?}");
        let mut last = 0;
        for atom in &found {
            let sentence = spans[atom.sentence as usize];
            let place = (atom.span.start, atom.span.end);
            assert!(place.0 < place.1, "not empty: {atom:?} in {text:?}");
            assert!(
                sentence.start <= place.0 && place.1 <= sentence.end,
                "{atom:?} in {text:?}"
            );
            assert!(
                atom.whole.start <= place.0 && place.1 <= atom.whole.end,
                "{atom:?} in {text:?}"
            );
            if atom.kind != AtomKind::Quotation {
                assert!(last <= place.0, "in order, apart: {atom:?} in {text:?}");
                last = place.1;
            }
            if let Some(Value::Date(date)) = atom.value
                && let Some(days) = resolve(date, published)
            {
                assert!(days.first <= days.last, "{date:?}");
            }
        }
        for group in links(&found, &text, Some(published)) {
            assert!(group.len() > 1 && group.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(group.iter().all(|n| *n < found.len()));
        }
        for pair in near_figures(&found, &text) {
            assert!(pair.first < pair.second && pair.second < found.len());
        }
    }
}

#[test]
fn sentences_that_do_not_fit_the_text_do_no_harm() {
    let text = "Ruta Hale left on Tuesday. “It cost $5,” she said.";
    let span = |start, end| CodePointSpan { start, end };
    for (why, spans) in [
        ("beyond the end", vec![span(0, 9_999)]),
        ("reversed", vec![span(20, 3)]),
        ("inside words", vec![span(2, 7), span(7, 20)]),
        ("overlapping", vec![span(0, 30), span(10, 51)]),
        ("out of order", vec![span(27, 51), span(0, 26)]),
        ("none", vec![]),
    ] {
        for atom in atoms(text, &spans, "en") {
            assert!((atom.sentence as usize) < spans.len(), "{why}");
        }
    }
}

#[test]
fn time_grows_with_the_text() {
    // Long runs of what rules walk over; a rule that walked them again from each place would not
    // come to an end here.
    for piece in [
        "Hale ",
        "two hundred and ",
        "\"",
        "(",
        "of ",
        "5 May ",
        "van ",
        "last ",
        "A. ",
    ] {
        let text = piece.repeat(20_000);
        let end = u32::try_from(text.chars().count()).unwrap();
        let found = atoms(&text, &[CodePointSpan { start: 0, end }], "en");
        assert!(
            links(&found, &text, None).is_empty(),
            "one sentence repeats nothing elsewhere"
        );
        assert!(
            near_figures(&found, &text).is_empty(),
            "the same figures agree"
        );
    }
}
