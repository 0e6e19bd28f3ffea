//! What a number is a number of, told by the words around it.

use super::Atom;
use super::lexicon::{self, flag};
use crate::tokens::{Case, Kind, Token};

/// How many words behind a number are looked at.
const BEHIND: usize = 4;

/// Words between a verb and its number: "killing at least about 300".
const HEDGES: &[&str] = &[
    "about",
    "around",
    "nearly",
    "almost",
    "over",
    "under",
    "more",
    "less",
    "fewer",
    "than",
    "at",
    "least",
    "most",
    "some",
    "up",
    "to",
    "only",
    "just",
    "roughly",
    "approximately",
    "exactly",
    "another",
    "estimated",
];

/// Keys of the content words around a number, plural and verb endings taken off: "people" and
/// "kill" for "killing about 300 people". The one right behind it comes first.
pub(super) fn nouns(tokens: &[Token], text: &str, atom: &Atom) -> Vec<u64> {
    let behind = tokens.partition_point(|token| token.span.start < atom.span.end);
    let mut keys: Vec<u64> = tokens[behind..]
        .iter()
        .take(BEHIND)
        .take_while(|token| token.kind == Kind::Word && token.case == Case::Lower)
        .filter_map(|token| content(token.text(text)))
        .collect();
    let first = tokens.partition_point(|token| token.span.end <= atom.span.start);
    let before = tokens[..first]
        .iter()
        .rev()
        .take(BEHIND)
        .take_while(|token| token.kind == Kind::Word && token.case == Case::Lower)
        .map(|token| token.text(text))
        .find(|word| !HEDGES.contains(word));
    keys.extend(before.and_then(content));
    keys.dedup();
    keys
}

/// The key of a word that says something, without its ending.
fn content(word: &str) -> Option<u64> {
    let flags = lexicon::of("en").entry(lexicon::key(word)).flags;
    if flags & (flag::FUNCTION | flag::SCALE | flag::CARDINAL) != 0 || HEDGES.contains(&word) {
        return None;
    }
    if super::amount::unit(word).is_some() {
        return None;
    }
    Some(lexicon::key(stem(word)))
}

/// Takes plural and verb endings off: crude, and the same for every form of most words.
fn stem(word: &str) -> &str {
    let stem = ["ings", "ing", "ers", "ed", "es", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() >= 3 && !word.ends_with("ss"))
        .unwrap_or(word);
    stem.strip_suffix('e')
        .filter(|stem| stem.len() >= 3)
        .unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        for (one, other) in [
            ("killed", "killing"),
            ("houses", "house"),
            ("wounded", "wounding"),
            ("jobs", "job"),
            ("cases", "case"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} and {other}");
        }
        assert_ne!(stem("glass"), stem("gla"), "no plural");
    }
}
