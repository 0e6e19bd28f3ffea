//! A speaker to the right of its cue, and what a phrase is about.

use std::ops::Range;

use super::bits::{Class, Form};
use super::sentence::{Finite, Sentence};
use super::words::Word;
use crate::tokens::Kind;

/// How long a speaker can be; longer ones are no noun phrases.
const REACH: usize = 30;

impl Sentence<'_> {
    /// A speaker that begins at `start`: "said Lee", "according to the head of the agency".
    pub(super) fn phrase_after(&self, start: usize) -> Option<Range<usize>> {
        let start =
            (start..self.len()).find(|at| !self.is(*at, Class::ADVERB) || self.words[*at].name)?;
        let first = self.words[start];
        let owner =
            first.is(Class::POSSESSIVE) && self.get(start + 1).is_some_and(Word::is_nominal);
        if first.is(Class::SUBJECT.with(Class::OBJECT)) && !first.name && !owner {
            return Some(start..start + 1);
        }
        let mut end = start;
        while end < self.len() && end - start < REACH && self.continues(start, end) {
            end += 1;
        }
        let dangles = Class::PREPOSITION
            .with(Class::COORDINATOR)
            .with(Class::DETERMINER);
        while end > start && self.is(end - 1, dangles) && !self.is(end - 1, Class::PRONOUN) {
            end -= 1;
        }
        (end > start).then_some(start..end)
    }

    /// Whether the phrase that began at `start` goes on with the word at `at`.
    fn continues(&self, start: usize, at: usize) -> bool {
        let word = self.words[at];
        if self.is_abbreviation_stop(at) {
            return at > start;
        }
        if word.quoted != self.words[start].quoted && !word.token.is_quote() || self.is_break(at) {
            return false;
        }
        if at == start {
            return word.is_nominal() || word.is(Class::PRONOUN);
        }
        if self.is_date(at) || self.ends_speaker(at) {
            return false;
        }
        // "residents the water": a determiner begins the next phrase.
        let determiner = word.is(Class::DETERMINER.with(Class::POSSESSIVE)) && !word.name;
        let before = self.words[at - 1];
        if determiner && before.is_nominal() && !before.is(Class::DETERMINER) {
            return false;
        }
        if word.is(Class::COORDINATOR) && !word.name {
            let and = self.reads(at, "and") || self.reads(at, "or");
            return and
                && self.get(at + 1).is_some_and(|next| {
                    let common = before.is_nominal() && !before.name;
                    next.name || common && next.is_nominal() && next.form == Form::NONE
                });
        }
        if word.is(Class::PREPOSITION.with(Class::TO)) && !word.name {
            return self.attaches(at);
        }
        word.is_nominal() && (word.name || !word.is(Class::ADVERB))
            || matches!(word.kind(), Kind::Clitic | Kind::Symbol)
            || word.is(Class::PRONOUN)
    }

    /// A verb ends a speaker, finite or not: "Lee told", "officials speaking in".
    fn ends_speaker(&self, at: usize) -> bool {
        let word = self.words[at];
        let verb =
            word.form != Form::NONE && !word.name && !word.is(Class::ADJECTIVE.with(Class::NOUN));
        self.finite(at) == Finite::Strong || verb && self.finite(at) != Finite::No
    }

    /// A date behind a speaker: "Lee Monday", "Lee last week"; not "the Sydney Morning Herald".
    fn is_date(&self, at: usize) -> bool {
        let word = self.words[at];
        let next_name = self.get(at + 1).is_some_and(|next| next.name);
        let owned = self.kind(at + 1) == Some(Kind::Clitic);
        let leads = Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::ADJECTIVE);

        let named = word.name && next_name || owned || self.words[at - 1].is(leads);
        self.is_dated(at) || word.is(Class::TIME) && !named
    }

    /// Whether the preposition at `at` carries the noun before it on.
    fn attaches(&self, at: usize) -> bool {
        let Some(next) = self.get(at + 1) else {
            return false;
        };
        if self.reads(at, "of") {
            return true;
        }
        let noun = self.reads(at, "for")
            || self.reads(at, "from")
            || self.reads(at, "at")
            || self.reads(at, "with")
            || self.reads(at, "to")
            || self.reads(at, "in")
            || self.reads(at, "by");
        noun && !next.is(Class::TIME)
            && next.kind() != Kind::Number
            && (next.name
                || next.is(Class::DETERMINER) && !self.reads(at, "in") && !self.reads(at, "by"))
            && !self.is(at + 2, Class::TIME)
    }

    /// The word that a phrase is about: its last noun before *of*, *in*, *who*; of a name, all of
    /// it.
    pub(super) fn head(&self, phrase: &Range<usize>) -> Range<usize> {
        let mut end = phrase.end;
        for at in phrase.start + 1..phrase.end {
            let word = self.words[at];
            let inner = self.words[at - 1].is(Class::DETERMINER
                .with(Class::POSSESSIVE)
                .with(Class::ADJECTIVE)
                .with(Class::ADVERB));
            if (word.is(Class::PREPOSITION
                .with(Class::RELATIVE)
                .with(Class::TO)
                .with(Class::COORDINATOR))
                || word.can_be(Form::ING.with(Form::PARTICIPLE))
                    && !inner
                    && !word.is(Class::NOUN.with(Class::ADJECTIVE)))
                && !word.name
                || self.is_break(at)
            {
                end = at;
                break;
            }
        }
        let mut last = end - 1;
        // A genitive is not the head: nothing after it means the phrase was cut.
        while last > phrase.start && !self.words[last].token.is_word() {
            last -= 1;
        }
        let mut first = last;
        while first > phrase.start
            && self.words[last].name
            && (self.words[first - 1].name || self.is_abbreviation_stop(first - 1))
            && self.words[first - 1].kind() != Kind::Clitic
        {
            first -= 1;
        }
        first..last + 1
    }

    /// Whether the phrase reads as somebody or something that can say: a pronoun, a name, a role,
    /// evidence, or any phrase with a determiner or a plural.
    pub(super) fn is_speaker(&self, phrase: &Range<usize>) -> bool {
        self.words[phrase.clone()].iter().any(|word: &Word| {
            word.name
                || word.is(Class::SUBJECT
                    .with(Class::PRONOUN)
                    .with(Class::ROLE)
                    .with(Class::EVIDENCE)
                    .with(Class::DETERMINER)
                    .with(Class::POSSESSIVE))
        }) || self.written(phrase.end - 1).ends_with('s')
    }
}
