//! Superlatives: "most" and "least", and adjectives in -est.

use super::lexicon::flag;
use super::reading::Reading;
use super::{Atom, AtomKind};
use crate::tokens::Case;

/// Words in -est that compare nothing.
const OTHERS: &str = "
arrest attest behest bequest breast contest conquest crest detest digest disinterest divest earnest
fest forest gabfest guest harvest honest immodest incest infest ingest inquest interest invest
jest lest manifest midwest modest molest nest northwest pest protest quest reforest
reinvest request rest retest self-interest southwest suggest tempest test unrest vest west
wrest zest slugfest songfest everest priest";

pub(super) fn find(reading: &mut Reading, sentence: usize, atoms: &mut Vec<Atom>) {
    for at in reading.range(sentence) {
        let word = &reading.words[at];
        let plain = word.token.case == Case::Lower || word.initial;
        if !word.taken && plain && is_superlative(reading, at) {
            reading.take(atoms, sentence, at..at + 1, AtomKind::Superlative, None);
        }
    }
}

fn is_superlative(reading: &Reading, at: usize) -> bool {
    let word = reading.str(at);
    if word.len() < 4 || !word.contains("st") || reading.has(at, flag::PLACE) {
        return false;
    }
    // "best-known" is one as "best" is.
    let head = word.split('-').next().unwrap_or_default();
    if ["most", "least", "best", "worst"]
        .iter()
        .any(|known| head.eq_ignore_ascii_case(known))
    {
        return true;
    }
    if head.eq_ignore_ascii_case("foremost") || head.eq_ignore_ascii_case("utmost") {
        return true;
    }
    let Some(tail) = head.len().checked_sub(3).and_then(|at| head.get(at..)) else {
        return false;
    };
    head.len() >= 5
        && tail.eq_ignore_ascii_case("est")
        && !OTHERS
            .split_ascii_whitespace()
            .any(|other| head.eq_ignore_ascii_case(other))
}
