//! Whether a word is part of a name.
//!
//! At the start of a sentence, where every word has a capital, the article itself is asked, then
//! the lexicon, then the neighbours.

use super::super::lexicon::{flag, key};
use super::super::reading::{Reading, Word};
use crate::tokens::{Case, Kind};

/// What a word can be in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// Not part of one.
    No,
    /// Stands beside a proper noun: "United", "Indonesian".
    Adjective,
    /// A proper noun.
    Noun,
    /// A proper noun in its first characters only: "US-led", "Polaroid-like".
    Part(u32),
}

/// Which words make a name's kind certain enough that a capital at the start is one.
pub(super) const KNOWN: u32 = flag::PLACE | flag::GIVEN | flag::KNOWN_BODY;

pub(super) fn rank(reading: &Reading, at: usize) -> Rank {
    let Some(word) = reading.word(at) else {
        return Rank::No;
    };
    if word.taken || word.token.kind != Kind::Word {
        return Rank::No;
    }
    let text = reading.str(at);
    if text.starts_with(['@', '#']) {
        return Rank::Noun;
    }
    match word.token.case {
        Case::Lower | Case::None => small(reading, text),
        Case::Capital | Case::Upper => capital(reading, at, word, text),
    }
}

/// Words that begin small and have a capital inside: "iPhone", "al-Amr".
fn small(reading: &Reading, text: &str) -> Rank {
    if !text.bytes().any(|b| b.is_ascii_uppercase()) {
        return Rank::No;
    }
    match text.split_once('-') {
        None if text.contains(['.', '/', '@']) => Rank::No,
        None => Rank::Noun,
        Some((first, rest)) => {
            let particle = reading.lexicon.entry(key(first)).flags & flag::PARTICLE != 0;
            if particle && rest.starts_with(char::is_uppercase) {
                Rank::Noun
            } else {
                Rank::No
            }
        }
    }
}

fn capital(reading: &Reading, at: usize, word: &Word, text: &str) -> Rank {
    if text.chars().nth(1).is_none() {
        // "Group F", but neither "I" nor the start of a list.
        let lone = word.initial || matches!(text, "I" | "A" | "O");
        return if lone { Rank::No } else { Rank::Noun };
    }
    if text.contains(['-', '/'])
        && let Some(rank) = compound(reading, at, word, text)
    {
        return rank;
    }
    if word.has(flag::FUNCTION) && word.token.case == Case::Capital {
        // "Will Smith" and "May Lee" are asked of the words behind them.
        let named = !word.initial
            && text.len() >= 3
            && reading.is_any(at, &["will", "may"])
            && next_is_name(reading, at);
        return if named { Rank::Noun } else { Rank::No };
    }
    if word.has(flag::COMMON_ACRONYM) && word.token.case == Case::Upper {
        return Rank::No;
    }
    if word.has(flag::ADJECTIVE | flag::DEMONYM) {
        return adjective(reading, at, word);
    }
    if word.initial && !is_named(reading, at, word, text) {
        return Rank::No;
    }
    Rank::Noun
}

/// A nationality is a noun where nothing follows that it could describe: "in English", "an
/// American who".
fn adjective(reading: &Reading, at: usize, word: &Word) -> Rank {
    if !word.has(flag::DEMONYM) || word.initial {
        return Rank::Adjective;
    }
    let before = at.checked_sub(1).unwrap_or(usize::MAX);
    let led = reading.is_any(before, &["in", "into", "from", "an", "a"]);
    let describes = reading
        .word(at + 1)
        .is_some_and(|next| next.is_word() && !next.has(flag::FUNCTION) && next.token.spaced);
    if led && !describes {
        Rank::Noun
    } else {
        Rank::Adjective
    }
}

/// Words joined by a hyphen or a slash.
fn compound(reading: &Reading, at: usize, word: &Word, text: &str) -> Option<Rank> {
    let (first, rest) = text.split_once(['-', '/'])?;
    if rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        // "Al-Maeena", "Counter-Strike", "F-16" whole; "Co-Founder", "Anti-War" as other words.
        return None;
    }
    if is_syllables(first, rest) && at > 0 && word.token.spaced && is_capital(reading, at - 1) {
        return None;
    }
    let first_key = key(first);
    let flags = reading.lexicon.entry(first_key).flags;
    let shown = reading.evidence(first_key).capital > 0;
    let upper = first.len() > 1 && first.chars().all(|c| c.is_uppercase() || c == '.');
    let plain = flags & (flag::FUNCTION | flag::OPENING | flag::ADJECTIVE | flag::DEMONYM) == 0;
    let prefix = [
        "co", "ex", "non", "anti", "pro", "pre", "post", "mid", "self", "vice", "re", "t", "x", "e",
    ]
    .iter()
    .any(|prefix| first.eq_ignore_ascii_case(prefix));
    let named = plain && !prefix && (shown || upper || flags & KNOWN != 0 || !word.initial);
    let length = u32::try_from(first.chars().count()).unwrap_or(0);
    Some(if named { Rank::Part(length) } else { Rank::No })
}

/// Names written by syllable behind a family name, as Korean and Chinese ones are: "Jae-in".
fn is_syllables(first: &str, rest: &str) -> bool {
    let made = [
        "led", "run", "born", "made", "like", "wide", "era", "free", "held", "owned", "area",
        "style", "based", "bound", "class", "size", "sized", "only", "type", "old", "wing", "day",
        "year", "level", "time", "funded",
    ];
    first.len() <= 5
        && rest.len() <= 5
        && rest.bytes().all(|b| b.is_ascii_lowercase())
        && !made.contains(&rest)
}

/// Whether a word that must have a capital here is a name all the same.
fn is_named(reading: &Reading, at: usize, word: &Word, text: &str) -> bool {
    let shown = reading.evidence(word.key);
    // "The Evening News" elsewhere does not make "News of the flood" a name.
    let common = word.has(flag::OPENING | flag::ROLE | flag::UNIT | flag::PLACE_HEAD | flag::BODY);
    let common_here = common && !word.has(KNOWN) && (shown.capital < 2 || shown.small > 0);
    if shown.capital > 0 && shown.capital >= shown.small && !common_here {
        return true;
    }
    if word.token.case == Case::Upper && word.has(KNOWN) {
        return true;
    }
    // "Internet Explorer is": the article has the first word with a capital elsewhere too.
    if shown.capital > 0
        && u32::from(shown.capital) * 4 >= u32::from(shown.small)
        && next_is_name(reading, at)
    {
        return true;
    }
    if word.token.case == Case::Upper && text.len() > 1 && shown.small == 0 && !word.loud {
        return !word.has(flag::FUNCTION | flag::OPENING);
    }
    if word.has(flag::TITLE | flag::STOPPED) {
        return next_is_name(reading, at)
            || word.has(flag::TITLE) && reading.is(at + 1, "of") && is_capital(reading, at + 2);
    }
    if word.has(KNOWN) {
        return shown.small == 0;
    }
    if word.has(flag::BODY) {
        // "University of Ohio", "Union Pacific".
        return reading.is(at + 1, "of") && is_capital(reading, at + 2)
            || next_is_name(reading, at);
    }
    if common || shown.small > 0 {
        return false;
    }
    // An inner capital: "YouTube", "McDonald".
    let inner = word.token.case == Case::Capital && text.chars().skip(1).any(char::is_uppercase);
    if inner && !text.contains('-') {
        return true;
    }
    // Plurals of nationalities: "Indonesians".
    if let Some(one) = text.strip_suffix('s')
        && reading.lexicon.entry(key(one)).flags & flag::DEMONYM != 0
    {
        return true;
    }
    let next = at + 1;
    reading.kind(next) == Some(Kind::Clitic)
        && reading.str(next).len() > 1
        && !ends_like_a_noun(text)
        || reading.has(next, flag::SAYING) && !ends_like_a_noun(text)
        || next_is_name(reading, at)
        || reading.is(next, "and") && is_capital(reading, next + 1) && !ends_like_a_noun(text)
}

/// Endings of common nouns and verbs that begin sentences.
fn ends_like_a_noun(text: &str) -> bool {
    [
        "ing", "ings", "tion", "tions", "ment", "ments", "ers", "ists", "ity", "ness", "ly", "ies",
        "ors", "ants", "ents",
    ]
    .iter()
    .any(|ending| text.ends_with(ending))
}

fn is_capital(reading: &Reading, at: usize) -> bool {
    reading
        .word(at)
        .is_some_and(|word| word.token.is_capital() && !word.has(flag::FUNCTION))
}

/// Whether a proper noun stands right behind.
fn next_is_name(reading: &Reading, at: usize) -> bool {
    let stopped = reading.has(at, flag::STOPPED) && reading.is(at + 1, ".");
    let next = at + 1 + usize::from(stopped);
    reading.word(next).is_some_and(|word| {
        word.token.spaced
            && word.token.kind == Kind::Word
            && word.token.is_capital()
            && !word.taken
            && (!word.initial || stopped)
            && !word.has(flag::FUNCTION | flag::ADJECTIVE | flag::DEMONYM | flag::COMMON_ACRONYM)
    })
}
