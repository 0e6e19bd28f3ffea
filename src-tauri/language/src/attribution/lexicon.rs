//! What is known of single words: closed classes, verbs with their frames, nouns that name a
//! source or a claim. One language, one file beside this one; no other file knows a word.

mod english;
mod english_forms;
mod english_verbs;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::bits::{Class, Form, Frame, Stance};

/// All that is known of one written form. A form may be several things: *report* is a noun and a
/// verb; what it is in a sentence is for the rules to find out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) class: Class,
    pub(super) form: Form,
    pub(super) frame: Frame,
    pub(super) stance: Stance,
}

/// The words of one language, by written form in lower case.
pub(super) struct Lexicon {
    entries: HashMap<Box<str>, Entry, BuildHasherDefault<Fnv>>,
}

/// Verbs that share their frames.
struct Verbs {
    frame: Frame,
    stance: Stance,
    /// Base forms, separated by spaces.
    bases: &'static str,
}

/// Words that share a class, separated by spaces.
struct Words {
    class: Class,
    words: &'static str,
}

/// The lexicon for an ISO 639-1 code, with or without a region; none for a language without one.
pub(super) fn of(lang: &str) -> Option<&'static Lexicon> {
    static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
        Lexicon::build(
            english::WORDS,
            english_verbs::VERBS,
            english_forms::IRREGULAR,
        )
    });
    let code = lang.split(['-', '_']).next().unwrap_or_default();
    match code.to_ascii_lowercase().as_str() {
        "en" | "" | "und" => Some(&ENGLISH),
        _ => None,
    }
}

impl Lexicon {
    /// What is known of a word in lower case.
    pub(super) fn find(&self, word: &str) -> Entry {
        self.entries.get(word).copied().unwrap_or_default()
    }

    fn build(words: &[Words], verbs: &[Verbs], irregular: &'static str) -> Self {
        let mut lexicon = Self {
            entries: HashMap::default(),
        };
        for group in words {
            for word in group.words.split_whitespace() {
                let entry = lexicon.entry(word);
                entry.class = entry.class.with(group.class);
            }
        }
        // Each row is the base, the past and the participle.
        let irregular: HashMap<&str, (&str, &str)> = irregular
            .lines()
            .filter_map(|row| {
                let mut forms = row.split_whitespace();
                let (base, past) = (forms.next()?, forms.next()?);
                Some((base, (past, forms.next().unwrap_or(past))))
            })
            .collect();
        for group in verbs {
            for base in group.bases.split_whitespace() {
                lexicon.verb(base, irregular.get(base).copied(), group);
            }
        }
        lexicon
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.entries.entry(word.into()).or_default()
    }

    fn verb(&mut self, base: &str, irregular: Option<(&str, &str)>, group: &Verbs) {
        let (third, past, ing) = english_forms::inflect(base);
        let (past, participle) = match irregular {
            Some((past, participle)) => (past.to_owned(), participle.to_owned()),
            None => (past.clone(), past),
        };
        for (form, written) in [
            (Form::BASE, base),
            (Form::THIRD, &third),
            (Form::PAST, &past),
            (Form::PARTICIPLE, &participle),
            (Form::ING, &ing),
        ] {
            let entry = self.entry(written);
            entry.form = entry.form.with(form);
            // The frames of the first group win: a verb is listed with its most telling use first.
            if entry.frame == Frame::NONE {
                entry.frame = group.frame;
                entry.stance = group.stance;
            }
        }
    }
}

/// FNV-1a: fast on short words, and the lexicon's own words are the only keys.
#[derive(Clone)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made_from_their_base() {
        let english = of("en-GB").expect("there is an English lexicon");
        for (word, form) in [
            ("says", Form::THIRD),
            ("said", Form::PAST),
            ("denies", Form::THIRD),
            ("denied", Form::PARTICIPLE),
            ("argued", Form::PAST),
            ("arguing", Form::ING),
            ("admitting", Form::ING),
            ("stresses", Form::THIRD),
            ("known", Form::PARTICIPLE),
            ("delayed", Form::PAST),
            ("agreeing", Form::ING),
        ] {
            assert!(english.find(word).form.has(form), "{word} is {form:?}");
        }
        assert_eq!(english.find("xyzzy"), Entry::default());
        assert!(of("fi").is_none(), "no lexicon, no attributions");
    }
}
