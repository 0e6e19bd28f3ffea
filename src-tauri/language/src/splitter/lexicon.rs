//! The words that matter to a full stop, by language.

mod common;
mod english;
mod germanic;
mod others;
mod romance;
mod slavic;
mod words;

use std::collections::HashMap;
use std::sync::OnceLock;

use super::key::Key;
use super::marks;
use words::{Class, NO_WORDS, Quick, Words};

/// What an abbreviation says about the full stop after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: never ends a sentence.
    Title,
    /// Goes on: never ends a sentence.
    Joining,
    /// Goes on if a number follows.
    Counting,
    /// Goes on if a number follows; ends before a word that begins sentences.
    Calendar,
    /// Ends before a word that begins sentences.
    Trailing,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    classes: u16,
    abbreviation: Option<Abbreviation>,
}

/// The words of one language, by word.
pub(super) struct Lexicon {
    words: HashMap<&'static [u8], Known, Quick>,
    /// A mark that ends sentences in this language only: the Greek question mark.
    own_final: Option<char>,
    /// The first bytes of what the scanner stops at.
    pub(super) stops: [bool; 256],
    /// The same in lists, where white space matters as well.
    pub(super) stops_in_lists: [bool; 256],
    /// Whether a number with a full stop is an ordinal.
    pub(super) ordinal_stop: bool,
    /// Whether sentences without a capital, or without a space before them, are looked for.
    pub(super) careless: bool,
}

impl Lexicon {
    fn new(words: &Words) -> Self {
        let mut lexicon = Self {
            words: HashMap::default(),
            own_final: words.own_final,
            stops: marks::stops(words.own_final),
            stops_in_lists: marks::with_white(marks::stops(words.own_final)),
            ordinal_stop: words.ordinal_stop,
            careless: !words.pronouns.is_empty(),
        };
        lexicon.add(words);
        lexicon.add(&common::COMMON);
        lexicon
    }

    /// Adds words. An abbreviation stays what it was first.
    fn add(&mut self, words: &Words) {
        for (class, list) in words.lists() {
            for word in list.split_whitespace() {
                let known = self.words.entry(word.as_bytes()).or_default();
                known.classes |= class.bit();
                known.abbreviation = known.abbreviation.or(class.abbreviation());
            }
        }
    }

    /// What is known of a word, in any case, without its full stop.
    pub(super) fn look(&self, word: &str) -> Known {
        let key = Key::of(word);
        self.words.get(key.bytes()).copied().unwrap_or_default()
    }

    /// Whether a mark can end a sentence.
    pub(super) fn is_final(&self, c: char) -> bool {
        marks::is_weak_final(c) || marks::is_strong_final(c) || self.own_final == Some(c)
    }
}

impl Known {
    fn is(self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// The kind of an abbreviation; `capital` says whether it is written with a capital.
    pub(super) fn abbreviation(self, capital: bool) -> Option<Abbreviation> {
        if !capital && self.is_ordinary() {
            // "no. 5" still counts, but "he said no." and "they sat." are words.
            return self.is(Class::Counting).then_some(Abbreviation::Counting);
        }
        self.abbreviation
    }

    /// Whether it is an abbreviation at all, an everyday word as well or not.
    pub(super) fn is_abbreviation(self) -> bool {
        self.abbreviation.is_some()
    }

    /// Whether the abbreviation is also an everyday word.
    pub(super) fn is_ordinary(self) -> bool {
        self.is(Class::Ordinary)
    }

    pub(super) fn is_title(self) -> bool {
        self.is(Class::Title)
    }

    pub(super) fn is_starter(self) -> bool {
        self.is(Class::Starter)
    }

    pub(super) fn is_surname(self) -> bool {
        self.is(Class::Surname)
    }

    pub(super) fn is_reporting(self) -> bool {
        self.is(Class::Reporting)
    }

    pub(super) fn is_marked_name(self) -> bool {
        self.is(Class::MarkedName)
    }

    pub(super) fn is_pronoun(self) -> bool {
        self.is(Class::Pronoun)
    }

    pub(super) fn is_credit(self) -> bool {
        self.is(Class::Credit)
    }

    pub(super) fn is_era(self) -> bool {
        self.is(Class::Era)
    }

    pub(super) fn is_alternative(self) -> bool {
        self.is(Class::Alternative)
    }
}

/// Which words serve which languages, by ISO 639-1 code.
const LANGUAGES: &[(&[&str], &Words)] = &[
    (&["en", "und", ""], &english::ENGLISH),
    (&["de", "lb"], &germanic::GERMAN),
    (&["nl", "af"], &germanic::DUTCH),
    (&["da"], &germanic::DANISH),
    (&["no", "nb", "nn"], &germanic::NORWEGIAN),
    (&["sv"], &germanic::SWEDISH),
    (&["fr"], &romance::FRENCH),
    (&["es", "ca", "gl"], &romance::SPANISH),
    (&["it"], &romance::ITALIAN),
    (&["pt"], &romance::PORTUGUESE),
    (&["ro"], &romance::ROMANIAN),
    (&["ru", "be"], &slavic::RUSSIAN),
    (&["uk"], &slavic::UKRAINIAN),
    (&["bg", "mk"], &slavic::BULGARIAN),
    (&["pl"], &slavic::POLISH),
    (&["cs"], &slavic::CZECH),
    (&["sk"], &slavic::SLOVAK),
    (&["bs", "hr", "sl", "sr"], &slavic::SOUTH_SLAVIC),
    (&["fi"], &others::FINNISH),
    (&["hu"], &others::HUNGARIAN),
    (&["tr"], &others::TURKISH),
    (&["el"], &others::GREEK),
    (&["hy"], &others::ARMENIAN),
    (&["kk"], &others::KAZAKH),
    (&["id", "ms"], &others::INDONESIAN),
    (&["ar", "fa", "ur"], &others::ARABIC),
    (&["hi", "mr", "ne"], &others::HINDI),
    (&["et", "eu", "is", "lt", "lv"], &common::ORDINAL_STOP),
    (&[], &common::COMMON),
];

static LEXICONS: [OnceLock<Lexicon>; LANGUAGES.len()] =
    [const { OnceLock::new() }; LANGUAGES.len()];

/// The lexicon for an ISO 639-1 code, with or without a region. Made when it is first asked for.
pub(super) fn of(lang: &str) -> &'static Lexicon {
    let code = lang.split(['-', '_']).next().unwrap_or_default();
    let serves = |codes: &[&str]| codes.iter().any(|known| known.eq_ignore_ascii_case(code));
    let index = LANGUAGES
        .iter()
        .position(|(codes, _)| serves(codes))
        .unwrap_or(LANGUAGES.len() - 1);
    LEXICONS[index].get_or_init(|| Lexicon::new(LANGUAGES[index].1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_lower_case_and_sorted() {
        for (codes, words) in LANGUAGES {
            for (class, list) in words.lists() {
                let list: Vec<&str> = list.split_whitespace().collect();
                assert!(list.is_sorted(), "{codes:?} {class:?}: {list:?}");
                for word in list {
                    assert_eq!(word, word.to_lowercase(), "{codes:?} {class:?}");
                }
            }
        }
    }

    #[test]
    fn everyday_words_in_lower_case_are_no_abbreviations() {
        let look = |key, capital| of("en").look(key).abbreviation(capital);
        assert_eq!(look("sat", true), Some(Abbreviation::Calendar));
        assert_eq!(look("sat", false), None);
        assert_eq!(look("no", false), Some(Abbreviation::Counting));
    }

    #[test]
    fn a_languages_own_word_stands_before_the_common_one() {
        let look = |lang| of(lang).look("vs").abbreviation(false);
        assert_eq!(look("en"), Some(Abbreviation::Joining), "versus");
        assert_eq!(
            look("tr"),
            Some(Abbreviation::Trailing),
            "ve saire, and so on"
        );
    }
}
