//! What the rules know about single words, as a set of flags per word.
//!
//! A word is looked up by its key: a hash of its lower-case letters, made once per token.

mod bodies;
mod calendar;
mod grammar;
mod people;
mod places;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What is known of a word; several may hold.
pub(super) mod flag {
    pub(in crate::atoms) const FUNCTION: u32 = 1;
    pub(in crate::atoms) const OPENING: u32 = 1 << 1;
    pub(in crate::atoms) const ADJECTIVE: u32 = 1 << 2;
    pub(in crate::atoms) const DEMONYM: u32 = 1 << 3;
    pub(in crate::atoms) const COMMON_ACRONYM: u32 = 1 << 4;
    pub(in crate::atoms) const TITLE: u32 = 1 << 5;
    /// An abbreviation whose full stop belongs to the name: "Dr.", "St."
    pub(in crate::atoms) const STOPPED: u32 = 1 << 6;
    pub(in crate::atoms) const ROLE: u32 = 1 << 7;
    pub(in crate::atoms) const PARTICLE: u32 = 1 << 8;
    pub(in crate::atoms) const GIVEN: u32 = 1 << 9;
    pub(in crate::atoms) const PLACE: u32 = 1 << 10;
    pub(in crate::atoms) const PLACE_HEAD: u32 = 1 << 11;
    pub(in crate::atoms) const BODY: u32 = 1 << 12;
    pub(in crate::atoms) const KNOWN_BODY: u32 = 1 << 13;
    pub(in crate::atoms) const MONTH: u32 = 1 << 14;
    pub(in crate::atoms) const WEEKDAY: u32 = 1 << 15;
    /// A month or weekday cut short: "Sept", "Tue".
    pub(in crate::atoms) const SHORT: u32 = 1 << 16;
    pub(in crate::atoms) const CARDINAL: u32 = 1 << 17;
    pub(in crate::atoms) const SCALE: u32 = 1 << 18;
    pub(in crate::atoms) const UNIT: u32 = 1 << 19;
    pub(in crate::atoms) const SEASON: u32 = 1 << 20;
    pub(in crate::atoms) const PART_OF_DAY: u32 = 1 << 21;
    /// A verb of saying, behind which or before which a person stands.
    pub(in crate::atoms) const SAYING: u32 = 1 << 22;
    /// Makes a name that of a work, an event or a law.
    pub(in crate::atoms) const THING: u32 = 1 << 23;
}

/// What the lexicon holds on one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// See [`flag`].
    pub(super) flags: u32,
    /// The month (1 is January), the weekday (1 is Monday), or what a number word stands for.
    pub(super) number: i64,
}

/// A map whose keys are hashes already.
pub(super) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Ready>>;

/// Passes a ready hash through.
#[derive(Default)]
pub(super) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes its bucket from the low bits and its tag from the high ones.
        self.0 = key ^ (key >> 29);
    }
}

const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The key of a word: FNV-1a over its lower-case letters.
pub(super) fn key(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    if word.is_ascii() {
        word.bytes().for_each(|b| add(b.to_ascii_lowercase()));
        return hash;
    }
    let mut buffer = [0; 4];
    for c in word.chars().flat_map(char::to_lowercase) {
        // One apostrophe for all of its shapes.
        let c = if c == '’' { '\'' } else { c };
        c.encode_utf8(&mut buffer).bytes().for_each(&mut add);
    }
    hash
}

/// How a language writes names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capitals {
    /// A capital inside a sentence makes a name.
    Names,
    /// Every noun has one, so that only several in a row and known words make a name.
    Nouns,
}

/// The words of one language.
pub(super) struct Lexicon {
    words: KeyMap<Entry>,
    pub(super) capitals: Capitals,
    /// Whether the comma is the decimal mark and the full stop groups thousands.
    pub(super) decimal_comma: bool,
    /// Whether weekdays and months have a capital.
    pub(super) capital_calendar: bool,
}

impl Lexicon {
    /// What is known of the word with this key.
    pub(super) fn entry(&self, key: u64) -> Entry {
        self.words.get(&key).copied().unwrap_or_default()
    }

    fn add(&mut self, flags: u32, words: &str) {
        for word in words.split_ascii_whitespace() {
            self.words.entry(key(word)).or_default().flags |= flags;
        }
    }

    fn number(&mut self, flags: u32, word: &str, number: i64) {
        let entry = self.words.entry(key(word)).or_default();
        entry.flags |= flags;
        entry.number = number;
    }

    fn calendar(&mut self, calendar: &calendar::Calendar) {
        let months = calendar.months.iter().map(|names| (flag::MONTH, *names));
        let weekdays = calendar
            .weekdays
            .iter()
            .map(|names| (flag::WEEKDAY, *names));
        for (n, (flags, names)) in months
            .zip(1..)
            .chain(weekdays.zip(1..))
            .map(|(x, n)| (n, x))
        {
            let mut full = 0;
            for name in names.split(' ') {
                // Inflected forms are as long as the first; abbreviations are shorter.
                let short = if name.len() + 1 < full {
                    flag::SHORT
                } else {
                    0
                };
                full = full.max(name.len());
                self.number(flags | short, name, n);
            }
        }
    }

    fn names(&mut self) {
        self.add(flag::PLACE, places::PLACE);
        self.add(flag::GIVEN, people::GIVEN);
        self.add(flag::KNOWN_BODY, bodies::KNOWN_BODY);
        self.add(flag::PARTICLE, people::PARTICLE);
    }

    fn english() -> Self {
        let mut new = Self::other(&calendar::ENGLISH, Capitals::Names, false);
        new.capital_calendar = true;
        new.add(flag::FUNCTION, grammar::FUNCTION);
        new.add(flag::OPENING, grammar::OPENING);
        new.add(flag::ADJECTIVE, grammar::ADJECTIVE);
        new.add(flag::DEMONYM, places::DEMONYM);
        new.add(flag::COMMON_ACRONYM, grammar::COMMON_ACRONYM);
        new.add(flag::SAYING, grammar::SAYING);
        new.add(flag::TITLE, people::TITLE);
        new.add(flag::STOPPED, people::STOPPED);
        new.add(flag::ROLE, people::ROLE);
        new.add(flag::PLACE_HEAD, places::PLACE_HEAD);
        new.add(flag::BODY, bodies::BODY);
        new.add(flag::THING, bodies::THING);
        new.add(flag::UNIT, calendar::UNIT);
        new.add(flag::SEASON, calendar::SEASON);
        new.add(flag::PART_OF_DAY, calendar::PART_OF_DAY);
        for (word, number) in calendar::CARDINAL {
            new.number(flag::CARDINAL, word, *number);
        }
        for (word, number) in calendar::SCALE {
            new.number(flag::SCALE, word, *number);
        }
        new
    }

    fn other(calendar: &calendar::Calendar, capitals: Capitals, decimal_comma: bool) -> Self {
        let mut new = Self {
            words: KeyMap::default(),
            capitals,
            decimal_comma,
            capital_calendar: capitals == Capitals::Nouns,
        };
        new.names();
        new.calendar(calendar);
        new
    }
}

/// The words of a language, by its ISO 639-1 code; a region after a hyphen is ignored. An unknown
/// one is read as English, one without lists of its own only by what all share.
pub(super) fn of(lang: &str) -> &'static Lexicon {
    use Capitals::{Names, Nouns};
    static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);
    macro_rules! language {
        ($calendar:ident, $capitals:expr) => {{
            static WORDS: LazyLock<Lexicon> =
                LazyLock::new(|| Lexicon::other(&calendar::$calendar, $capitals, true));
            &WORDS
        }};
    }
    match lang.split('-').next().unwrap_or_default() {
        "" | "und" | "en" => &ENGLISH,
        "de" | "lb" => language!(GERMAN, Nouns),
        "fr" => language!(FRENCH, Names),
        "es" => language!(SPANISH, Names),
        "it" => language!(ITALIAN, Names),
        "pt" => language!(PORTUGUESE, Names),
        "ru" => language!(RUSSIAN, Names),
        _ => language!(NONE, Names),
    }
}
