//! Words that cross borders, looked up after a language's own, and alone where no list is known for
//! a language.

use super::{NO_WORDS, Words};

/// Every language.
pub(super) const COMMON: Words = Words {
    titles: "dr mr mrs ms mt prof st",
    joining: "ca cf e.g i.e vs",
    counting: "nr n° vol",
    trailing: "a.m co corp etc inc jr ltd m.ö p.m sr u.s",
    marked_names: "yahoo",
    credits: "foto",
    ..NO_WORDS
};

/// The same, where a number with a full stop is an ordinal.
pub(super) const ORDINAL_STOP: Words = Words {
    ordinal_stop: true,
    ..NO_WORDS
};
