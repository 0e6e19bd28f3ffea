//! The splitter's work is linear: counted in reads of code points, which no machine load changes.

use super::characters::Characters;
use super::{Options, enclosure, lexicon, scan, sentences};

/// Reads for one code point that no text may need more of. News needs about 3, the worst below 40.
const READS: usize = 60;

fn reads(text: &str, lang: &str) -> usize {
    let text = Characters::new(text);
    let enclosures = enclosure::Enclosures::new(&text);
    enclosures.quoted(0);
    let mut places = scan::scan(&text, lexicon::of(lang), &enclosures);
    scan::join_bare_marks(&text, &mut places);
    text.reads()
}

/// Small pieces that, repeated, try to make a scanner look again at what it has seen.
const HOSTILE: &[&str] = &[
    ".",
    ". ",
    "!",
    "! ",
    "…",
    "。",
    "。 ",
    "\"",
    "”",
    "’",
    "“",
    "\" ",
    ".\"",
    ".\" ",
    ".” ",
    ") ",
    ".) ",
    "(",
    "(. ",
    "[",
    "[1",
    "[1]",
    ". [1] ",
    ".[1]",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "a",
    "A. ",
    "a. ",
    "z. B. ",
    "A.",
    "U.S. ",
    "I. ",
    "1. ",
    "1.) ",
    "9",
    "1 ",
    "• ",
    "•",
    "* ",
    "\n* ",
    "\n1. ",
    "- ",
    ".- ",
    ". — ",
    "«",
    " »",
    ". » ",
    ". \" ",
    "「",
    "。」",
    "。」と",
    "（。",
    "'",
    "''",
    "´",
    "¿",
    "¡",
    ".¿",
    "Dr. ",
    "No. ",
    "?” Smith ",
    "?” the ",
    "Mr. Mr. ",
    ". x",
    ".x",
    "?! ",
    "A° C. ",
    "\u{200b}",
    "🙂. ",
    "१। ",
    "؟ ",
    "١. ",
    "３．",
    "e.g. ",
    "-a. ",
    "'a. ",
    "XII. ",
    "Jan. ",
];

#[test]
fn work_is_linear_on_hostile_text() {
    for piece in HOSTILE {
        for lang in ["en", "de"] {
            for prefix in ["", "1. A ", "“", "x "] {
                let text = format!("{prefix}{}", piece.repeat(1_500 / piece.chars().count()));
                let reads = reads(&text, lang);
                let limit = READS * text.chars().count();
                assert!(
                    reads <= limit,
                    "{piece:?} after {prefix:?} in {lang}: {reads} reads > {limit}"
                );
            }
        }
    }
}

#[test]
fn twice_the_text_is_twice_the_work() {
    for piece in HOSTILE {
        let once = reads(&piece.repeat(1_000), "en");
        let twice = reads(&piece.repeat(2_000), "en");
        assert!(
            twice <= 2 * once + 1_000,
            "{piece:?}: {once} reads, then {twice}"
        );
    }
}

#[test]
fn a_megabyte_of_marks_is_answered() {
    for piece in [".", "\"", ".\" "] {
        let text = piece.repeat(1_000_000 / piece.len());
        assert!(
            reads(&text, "en") <= READS * text.chars().count(),
            "{piece:?}"
        );
        assert!(sentences(&text, "en", Options::default()).len() <= text.len());
    }
}
