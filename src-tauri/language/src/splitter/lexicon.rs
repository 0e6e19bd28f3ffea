//! The words that matter to a full stop, by language. All lists are sorted and in lower case.

mod common;
mod english;
mod germanic;
mod romance;
mod slavic;

use super::marks;

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

/// The word lists of one language. Keys have no final full stop.
pub(super) struct Lexicon {
    titles: &'static [&'static str],
    joining: &'static [&'static str],
    counting: &'static [&'static str],
    calendar: &'static [&'static str],
    trailing: &'static [&'static str],
    /// Abbreviations that are words too, when written in lower case.
    ordinary: &'static [&'static str],
    /// Words that begin sentences and, capitalised, rarely stand inside one.
    starters: &'static [&'static str],
    /// Starters that are names as well, after an initial: "George W. Will".
    surnames: &'static [&'static str],
    /// Verbs of a reporting clause.
    reporting: &'static [&'static str],
    /// Names that end with a question or exclamation mark, without it.
    marked_names: &'static [&'static str],
    /// Words that, before a colon, credit a picture.
    credits: &'static [&'static str],
    /// Abbreviations of eras, which close their phrase: "753 B.C."
    eras: &'static [&'static str],
    /// A mark that ends sentences in this language only: the Greek question mark.
    own_final: Option<char>,
    /// Pronouns that sentences of careless writers begin with in small letters. Listed only where
    /// the abbreviations are known so well that the full stop of any other word ends a sentence,
    /// whatever follows.
    pronouns: &'static [&'static str],
    /// Whether a number with a full stop is an ordinal.
    pub(super) ordinal_stop: bool,
}

impl Lexicon {
    /// The kind of an abbreviation; `capital` says whether it is written with a capital.
    pub(super) fn abbreviation(&self, key: &str, capital: bool) -> Option<Abbreviation> {
        if !capital && has(self.ordinary, key) {
            // "no. 5" still counts, but "he said no." and "they sat." are words.
            return has(self.counting, key).then_some(Abbreviation::Counting);
        }
        self.listed(key).or_else(|| common::COMMON.listed(key))
    }

    /// Whether a word is an abbreviation at all, an everyday word as well or not.
    pub(super) fn is_abbreviation(&self, key: &str) -> bool {
        self.listed(key).is_some()
    }

    fn listed(&self, key: &str) -> Option<Abbreviation> {
        [
            (self.titles, Abbreviation::Title),
            (self.joining, Abbreviation::Joining),
            (self.counting, Abbreviation::Counting),
            (self.calendar, Abbreviation::Calendar),
            (self.trailing, Abbreviation::Trailing),
        ]
        .into_iter()
        .find(|(list, _)| has(list, key))
        .map(|(_, kind)| kind)
    }

    /// Whether a mark can end a sentence.
    pub(super) fn is_final(&self, c: char) -> bool {
        marks::is_weak_final(c) || marks::is_strong_final(c) || self.own_final == Some(c)
    }

    pub(super) fn is_pronoun(&self, key: &str) -> bool {
        has(self.pronouns, key)
    }

    /// Whether sentences without a capital, or without a space before them, are looked for.
    pub(super) fn careless(&self) -> bool {
        !self.pronouns.is_empty()
    }

    pub(super) fn is_credit(&self, key: &str) -> bool {
        has(self.credits, key)
    }

    pub(super) fn is_era(&self, key: &str) -> bool {
        has(self.eras, key)
    }

    /// Whether the abbreviation is also an everyday word.
    pub(super) fn is_ordinary(&self, key: &str) -> bool {
        has(self.ordinary, key)
    }

    pub(super) fn is_starter(&self, key: &str) -> bool {
        has(self.starters, key)
    }

    pub(super) fn is_surname(&self, key: &str) -> bool {
        has(self.surnames, key)
    }

    pub(super) fn is_reporting(&self, key: &str) -> bool {
        has(self.reporting, key)
    }

    pub(super) fn is_marked_name(&self, key: &str) -> bool {
        has(self.marked_names, key)
    }

    pub(super) fn is_title(&self, key: &str) -> bool {
        has(self.titles, key) || has(common::COMMON.titles, key)
    }
}

fn has(list: &[&str], key: &str) -> bool {
    list.binary_search(&key).is_ok()
}

/// The lexicon for an ISO 639-1 code, with or without a region.
pub(super) fn of(lang: &str) -> &'static Lexicon {
    let code = lang.split(['-', '_']).next().unwrap_or_default();
    match code.to_ascii_lowercase().as_str() {
        "en" | "" | "und" => &english::ENGLISH,
        "de" => &germanic::GERMAN,
        "nl" | "af" => &germanic::DUTCH,
        "fr" => &romance::FRENCH,
        "es" | "ca" | "gl" => &romance::SPANISH,
        "it" => &romance::ITALIAN,
        "pt" => &romance::PORTUGUESE,
        "ru" | "be" | "bg" | "kk" => &slavic::RUSSIAN,
        "el" => &common::GREEK,
        "hy" => &common::ARMENIAN,
        "uk" => &slavic::UKRAINIAN,
        "bs" | "cs" | "da" | "et" | "eu" | "fi" | "hr" | "hu" | "is" | "lv" | "nb" | "nn"
        | "no" | "pl" | "sk" | "sl" | "sr" | "tr" => &common::ORDINAL_STOP,
        _ => &common::COMMON,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_lower_case() {
        for lang in [
            "en", "de", "nl", "fr", "es", "it", "pt", "ru", "uk", "fi", "xx",
        ] {
            let lexicon = of(lang);
            for list in [
                lexicon.titles,
                lexicon.joining,
                lexicon.counting,
                lexicon.calendar,
                lexicon.trailing,
                lexicon.ordinary,
                lexicon.starters,
                lexicon.surnames,
                lexicon.reporting,
                lexicon.marked_names,
                lexicon.credits,
                lexicon.pronouns,
                lexicon.eras,
            ] {
                assert!(list.is_sorted(), "{lang}: {list:?}");
                assert!(
                    list.iter().all(|word| *word == word.to_lowercase()),
                    "{lang}: {list:?}"
                );
            }
        }
    }

    #[test]
    fn everyday_words_in_lower_case_are_no_abbreviations() {
        let english = of("en");
        assert_eq!(
            english.abbreviation("sat", true),
            Some(Abbreviation::Calendar)
        );
        assert_eq!(english.abbreviation("sat", false), None);
        assert_eq!(
            english.abbreviation("no", false),
            Some(Abbreviation::Counting)
        );
    }
}
