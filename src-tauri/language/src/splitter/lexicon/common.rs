//! Words that cross borders, looked up after a language's own, and alone where the crate knows no
//! list for a language.

use super::Lexicon;

/// Every language.
pub(super) const COMMON: Lexicon = Lexicon {
    titles: &["dr", "mr", "mrs", "ms", "prof", "st"],
    joining: &["ca", "cf", "e.g", "i.e", "vs"],
    counting: &["nr", "vol"],
    calendar: &[],
    trailing: &[
        "a.m", "co", "corp", "etc", "inc", "jr", "ltd", "m.ö", "p.m", "sr", "u.s",
    ],
    ordinary: &[],
    starters: &[],
    surnames: &[],
    reporting: &[],
    marked_names: &[],
    credits: &["foto"],
    eras: &[],
    own_final: None,
    pronouns: &[],
    ordinal_stop: false,
};

/// The same, where a number with a full stop is an ordinal.
pub(super) const ORDINAL_STOP: Lexicon = Lexicon {
    ordinal_stop: true,
    ..COMMON
};

/// Greek, whose question mark looks like a semicolon.
pub(super) const GREEK: Lexicon = Lexicon {
    own_final: Some(';'),
    ..COMMON
};

/// Armenian, often written with a colon for its full stop.
pub(super) const ARMENIAN: Lexicon = Lexicon {
    own_final: Some(':'),
    ..COMMON
};
