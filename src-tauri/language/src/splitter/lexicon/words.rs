//! How word lists are written down, and found by.

use std::hash::{BuildHasherDefault, Hasher};

use super::Abbreviation;

/// The word lists of one language: words in lower case with white space between them, abbreviations
/// without their last full stop, sorted.
pub(super) struct Words {
    /// Before a name: `Dr.`
    pub(super) titles: &'static str,
    /// Always go on: `e.g.`
    pub(super) joining: &'static str,
    /// Before a number: `No.`
    pub(super) counting: &'static str,
    /// Months and days.
    pub(super) calendar: &'static str,
    /// May end a sentence: `Inc.`
    pub(super) trailing: &'static str,
    /// Abbreviations that are words too, when written in lower case.
    pub(super) ordinary: &'static str,
    /// Words that begin sentences and, capitalised, rarely stand inside one.
    pub(super) starters: &'static str,
    /// Starters that are names as well, after an initial: "George W. Will".
    pub(super) surnames: &'static str,
    /// Verbs of a reporting clause.
    pub(super) reporting: &'static str,
    /// Names that end with a question or exclamation mark, without it.
    pub(super) marked_names: &'static str,
    /// Pronouns that sentences of careless writers begin with in small letters. Listed only where
    /// the abbreviations are known so well that the full stop of any other word ends a sentence,
    /// whatever follows.
    pub(super) pronouns: &'static str,
    /// Words that, before a colon, credit a picture.
    pub(super) credits: &'static str,
    /// Abbreviations of eras, which close their phrase: "753 B.C."
    pub(super) eras: &'static str,
    /// Conjunctions that go on with a question behind its mark.
    pub(super) alternatives: &'static str,
    pub(super) own_final: Option<char>,
    pub(super) ordinal_stop: bool,
}

/// Nothing known.
pub(super) const NO_WORDS: Words = Words {
    titles: "",
    joining: "",
    counting: "",
    calendar: "",
    trailing: "",
    ordinary: "",
    starters: "",
    surnames: "",
    reporting: "",
    marked_names: "",
    pronouns: "",
    credits: "",
    eras: "",
    alternatives: "",
    own_final: None,
    ordinal_stop: false,
};

/// The list a word is in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Class {
    Title,
    Joining,
    Counting,
    Calendar,
    Trailing,
    Ordinary,
    Starter,
    Surname,
    Reporting,
    MarkedName,
    Pronoun,
    Credit,
    Era,
    Alternative,
}

impl Class {
    pub(super) fn bit(self) -> u16 {
        1 << self as u16
    }

    pub(super) fn abbreviation(self) -> Option<Abbreviation> {
        Some(match self {
            Self::Title => Abbreviation::Title,
            Self::Joining => Abbreviation::Joining,
            Self::Counting => Abbreviation::Counting,
            Self::Calendar => Abbreviation::Calendar,
            Self::Trailing => Abbreviation::Trailing,
            _ => return None,
        })
    }
}

impl Words {
    /// All lists. Of two kinds of abbreviation, the one further up counts.
    pub(super) fn lists(&self) -> [(Class, &'static str); 14] {
        [
            (Class::Title, self.titles),
            (Class::Joining, self.joining),
            (Class::Counting, self.counting),
            (Class::Calendar, self.calendar),
            (Class::Trailing, self.trailing),
            (Class::Ordinary, self.ordinary),
            (Class::Starter, self.starters),
            (Class::Surname, self.surnames),
            (Class::Reporting, self.reporting),
            (Class::MarkedName, self.marked_names),
            (Class::Pronoun, self.pronouns),
            (Class::Credit, self.credits),
            (Class::Era, self.eras),
            (Class::Alternative, self.alternatives),
        ]
    }
}

/// A quick hash for short words. The words in the table are ours, so nobody can choose them to
/// collide.
pub(super) type Quick = BuildHasherDefault<QuickHasher>;

#[derive(Default)]
pub(super) struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let mixed = self.0.rotate_left(5) ^ u64::from_le_bytes(word);
            self.0 = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
