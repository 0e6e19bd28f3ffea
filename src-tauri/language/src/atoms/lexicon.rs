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
    /// Makes a date without a year one to come: "will", "scheduled".
    pub(in crate::atoms) const AHEAD: u32 = 1 << 24;
    /// A day counted from publication: "yesterday".
    pub(in crate::atoms) const POINTER: u32 = 1 << 25;
    /// Before a span of time: "last", "this", "next".
    pub(in crate::atoms) const STEP: u32 = 1 << 26;
    /// Makes a name that of a work, an event or a law.
    pub(in crate::atoms) const THING: u32 = 1 << 23;
}

/// What the lexicon holds on one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// See [`flag`].
    pub(super) flags: u32,
    /// The month (1 is January), the weekday (1 is Monday), what a number word stands for, or how
    /// far from publication a word points.
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
        for (flags, words, first) in [
            (flag::MONTH, calendar.months, 1),
            (flag::WEEKDAY, calendar.weekdays, 1),
            (flag::POINTER, calendar.days, -1),
        ] {
            for (forms, number) in words.split(',').zip(first..) {
                self.forms(flags, forms, number);
            }
        }
    }

    /// A word in its forms: inflected ones are about as long as the first, abbreviations shorter.
    fn forms(&mut self, flags: u32, forms: &str, number: i64) {
        let mut full = 0;
        for form in forms.split_ascii_whitespace() {
            let short = if form.len() + 1 < full {
                flag::SHORT
            } else {
                0
            };
            full = full.max(form.len());
            self.number(flags | short, form, number);
        }
    }

    fn names(&mut self) {
        self.add(flag::PLACE, places::PLACE);
        self.add(flag::GIVEN, people::GIVEN);
        self.add(flag::KNOWN_BODY, bodies::KNOWN_BODY);
        self.add(flag::PARTICLE, people::PARTICLE);
    }

    fn english() -> Self {
        let mut new = Self::other("en", &calendar::ENGLISH, Capitals::Names);
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
        new.add(flag::AHEAD, calendar::AHEAD);
        for (word, step) in calendar::STEP {
            new.number(flag::STEP, word, *step);
        }
        new.add(flag::PART_OF_DAY, calendar::PART_OF_DAY);
        for (word, number) in calendar::CARDINAL {
            new.number(flag::CARDINAL, word, *number);
        }
        for (word, number) in calendar::SCALE {
            new.number(flag::SCALE, word, *number);
        }
        new
    }

    fn other(lang: &str, calendar: &calendar::Calendar, capitals: Capitals) -> Self {
        let mut new = Self {
            words: KeyMap::default(),
            capitals,
            decimal_comma: lang != "en",
            capital_calendar: lang == "en" || capitals == Capitals::Nouns,
        };
        // English has its own list, of the words that are never part of a name.
        if lang != "en" {
            new.add(flag::FUNCTION, crate::guess::small_words(lang));
        }
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
        ($lang:literal, $calendar:ident, $capitals:ident) => {{
            static WORDS: LazyLock<Lexicon> =
                LazyLock::new(|| Lexicon::other($lang, &calendar::$calendar, $capitals));
            &WORDS
        }};
    }
    match lang.split('-').next().unwrap_or_default() {
        "" | "und" | "en" => &ENGLISH,
        "de" => language!("de", GERMAN, Nouns),
        "fr" => language!("fr", FRENCH, Names),
        "es" => language!("es", SPANISH, Names),
        "it" => language!("it", ITALIAN, Names),
        "pt" => language!("pt", PORTUGUESE, Names),
        "ru" => language!("ru", RUSSIAN, Names),
        "nl" => language!("nl", NONE, Names),
        "sv" => language!("sv", NONE, Names),
        "da" => language!("da", NONE, Names),
        "no" => language!("no", NONE, Names),
        "pl" => language!("pl", NONE, Names),
        "cs" => language!("cs", NONE, Names),
        "uk" => language!("uk", NONE, Names),
        _ => language!("", NONE, Names),
    }
}
