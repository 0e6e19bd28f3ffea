//! Shared by the tests of atoms.
#![allow(dead_code, reason = "each test file uses a part")]

use stet_language::atoms::{Atom, AtomKind};
use stet_language::{CodePointSpan, Options, sentences};

/// A letter for each kind.
const KINDS: &[(&str, AtomKind)] = &[
    ("p", AtomKind::Person),
    ("l", AtomKind::Place),
    ("o", AtomKind::Organization),
    ("n", AtomKind::Name),
    ("d", AtomKind::Date),
    ("#", AtomKind::Number),
    ("s", AtomKind::Superlative),
];

/// The sentences of a text that is one paragraph.
pub fn spans(text: &str, lang: &str) -> Vec<CodePointSpan> {
    sentences(text, lang, Options::default())
}

/// The words of a span.
pub fn words(text: &str, span: CodePointSpan) -> String {
    let points: Vec<char> = text.chars().collect();
    points[span.start as usize..span.end as usize]
        .iter()
        .collect()
}

/// The text with its atoms in brackets.
pub fn marked(text: &str, found: &[Atom]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for atom in found.iter().filter(|atom| atom.kind != AtomKind::Quotation) {
        let kind = KINDS
            .iter()
            .find(|(_, kind)| *kind == atom.kind)
            .map_or("?", |(name, _)| name);
        out += &words(
            text,
            CodePointSpan {
                start: at,
                end: atom.span.start,
            },
        );
        out += &format!("[{}|{kind}]", words(text, atom.span));
        at = atom.span.end;
    }
    let end = u32::try_from(text.chars().count()).expect("a short text");
    out + &words(text, CodePointSpan { start: at, end })
}

/// The text without brackets and kinds.
pub fn plain(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        let (inside, after) = behind.split_once(']').expect("a closing bracket");
        out += before;
        out += inside.rsplit_once('|').expect("a kind").0;
        rest = after;
    }
    out + rest
}
