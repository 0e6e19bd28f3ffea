//! Noun phrases beside a verb: its subject to the left, a speaker to the right.

use std::ops::Range;

use super::bits::{Class, Form, Frame};
use super::sentence::{Finite, Sentence};
use crate::tokens::Kind;

/// How far a phrase is looked for; longer ones are not noun phrases.
const REACH: usize = 60;
/// How many appositions may stand between a subject and its verb.
const APPOSITIONS: usize = 8;

/// What a stretch between two commas is, seen from a subject.
enum Segment {
    /// A noun phrase.
    Phrase(Range<usize>),
    /// A relative clause, a prepositional phrase, an age, a date.
    Aside,
    /// A clause of its own.
    Clause,
}

impl Sentence<'_> {
    /// The subject whose verb group begins at `end`; words before `from` are not looked at.
    pub(super) fn subject_before(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let from = from.max(end.saturating_sub(REACH));
        let end = self.skip_brackets(from, end);
        let last = *self.before(end)?;
        if end <= from {
            return None;
        }
        match last.kind() {
            Kind::Comma | Kind::Dash => self.interrupted(from, end - 1),
            _ if last.is(Class::RELATIVE) && !last.is(Class::THAT) => {
                self.antecedent(from, end - 1)
            }
            _ if last.is(Class::THAT) => self.antecedent(from, end - 1),
            _ if last.is(Class::SUBJECT.with(Class::PRONOUN)) && !last.name => {
                self.pronoun(end - 1)
            }
            _ => self.phrase_before(from, end),
        }
    }

    fn pronoun(&self, at: usize) -> Option<Range<usize>> {
        Some(at..at + 1)
    }

    /// What a relative pronoun at `at` stands for.
    fn antecedent(&self, from: usize, at: usize) -> Option<Range<usize>> {
        let end = if self.before(at)?.kind() == Kind::Comma {
            at - 1
        } else {
            at
        };
        if !self.before(end)?.is_nominal() {
            return None;
        }
        self.phrase_before(from, end)
    }

    fn skip_brackets(&self, from: usize, end: usize) -> usize {
        if end == 0 || self.kind(end - 1) != Some(Kind::Close) {
            return end;
        }
        (from..end)
            .rev()
            .find(|at| self.kind(*at) == Some(Kind::Open))
            .map_or(end, |open| self.skip_brackets(from, open))
    }

    /// The subject of a verb that stands after the closing comma of an apposition.
    fn interrupted(&self, from: usize, comma: usize) -> Option<Range<usize>> {
        let mut best = None;
        let mut end = comma;
        for _ in 0..APPOSITIONS {
            let start = (from..end)
                .rev()
                .find(|at| self.is_break(*at))
                .map_or(from, |at| at + 1);
            match self.segment(start, end) {
                Segment::Phrase(range) => best = Some(range),
                Segment::Aside => {}
                Segment::Clause => {
                    return best.or_else(|| self.phrase_before(start, end));
                }
            }
            if start == from || !matches!(self.kind(start - 1), Some(Kind::Comma | Kind::Dash)) {
                break;
            }
            end = start - 1;
        }
        best
    }

    fn segment(&self, start: usize, end: usize) -> Segment {
        let start = self.skip_lead(start, end);
        let Some(first) = self.get(start).filter(|_| start < end) else {
            return Segment::Aside;
        };
        if end - start == 1 && first.is(Class::ADVERB) && !first.name {
            return Segment::Aside;
        }
        let aside = first.is(Class::RELATIVE)
            || !first.name
                && (first.is(Class::PREPOSITION.with(Class::TO))
                    || first.can_be(Form::ING)
                    || first.can_be(Form::PARTICIPLE) && !first.can_be(Form::BASE))
            || first.kind() == Kind::Number && end - start <= 3;
        if aside {
            return Segment::Aside;
        }
        if first.is(Class::SUBORDINATOR) && !first.name {
            return Segment::Clause;
        }
        // "a man who knows how it works": the clause belongs to the phrase.
        let relative = (start + 1..end)
            .take_while(|at| self.finite(*at) != Finite::Strong)
            .find(|at| self.is(*at, Class::RELATIVE) && self.closes_phrase(*at - 1));
        if relative.is_some() && !first.is(Class::SUBJECT) {
            return Segment::Phrase(start..end);
        }
        match self.phrase_before(start, end) {
            Some(range) if range.start == start => Segment::Phrase(range),
            Some(_) | None => Segment::Clause,
        }
    }

    /// Past words that lead up to a subject: *and*, *however*, *last week*.
    pub(super) fn skip_lead(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at + 1 < end {
            let word = self.words[at];
            if word.is(Class::COORDINATOR.with(Class::ADVERB)) && !(word.name && at > 0)
                || word.is(Class::TIME) && !self.reads(at, "may")
                || self.is_dated(at)
            {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// The noun phrase that ends right before `end`: back to what opens its clause.
    fn phrase_before(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let end = self.without_time(from, end);
        if end <= from || !self.closes_phrase(end - 1) {
            return None;
        }
        let edge = self.left_edge(from, end);
        let start = self.behind_opening(edge, end)?;
        (start < end).then_some(start..end)
    }

    fn closes_phrase(&self, at: usize) -> bool {
        let word = self.words[at];
        word.is_nominal() && (word.name || !word.is(Class::ADVERB))
            || word.is(Class::PRONOUN.with(Class::SUBJECT))
            || word.is(Class::OBJECT) && at > 0 && self.reads(at - 1, "of")
            || word.kind() == Kind::Clitic
            || self.is_abbreviation_stop(at)
            || word.kind() == Kind::Symbol
    }

    /// The end without a date that trails the phrase: "the ministry on Monday".
    fn without_time(&self, from: usize, end: usize) -> usize {
        let mut at = end;
        while at > from + 1
            && (self.is(at - 1, Class::TIME)
                || self.kind(at - 1) == Some(Kind::Number) && self.is(at - 2, Class::TIME))
        {
            at -= 1;
        }
        if at < end && at > from + 1 && self.is(at - 1, Class::PREPOSITION) {
            at -= 1;
        }
        if at > from + 1 || at == end { at } else { end }
    }

    fn left_edge(&self, from: usize, end: usize) -> usize {
        let mut at = end;
        // Where a coordination stands that turns out to join clauses if a verb lies before it.
        let mut joined = None;
        while at > from {
            let i = at - 1;
            let word = self.words[i];
            if word.quoted && !self.words[end - 1].quoted {
                break;
            }
            if self.opens_relative(i, from) {
                at = i;
                continue;
            }
            if self.is_break(i) || self.is_clause_word(i, end) {
                break;
            }
            if word.is(Class::COORDINATOR) && !word.name {
                let and = self.reads(i, "and") || self.reads(i, "or");
                if !and || i == from || !self.closes_phrase(i - 1) {
                    break;
                }
                joined.get_or_insert(at);
            } else if self.stands_as_verb(i, end) {
                match self.relative_before(from, i) {
                    Some(relative) => {
                        at = relative;
                        continue;
                    }
                    None => return joined.unwrap_or(at),
                }
            }
            at = i;
        }
        at
    }

    /// Whether a relative clause that belongs to a phrase opens at `at`: "critics who oppose it",
    /// not "critics who, police say" and not "critics whom police watch".
    fn opens_relative(&self, at: usize, from: usize) -> bool {
        let word = self.words[at];
        if !word.is(Class::RELATIVE)
            || word.is(Class::THAT)
            || at == from
            || !self.closes_phrase(at - 1)
        {
            return false;
        }
        let verb = (at + 1..self.len())
            .find(|at| !self.is(*at, Class::ADVERB))
            .unwrap_or(at);
        let follows = Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::PREPOSITION);
        let (Some(word), Some(next)) = (self.get(verb), self.get(verb + 1)) else {
            return false;
        };
        word.kind() == Kind::Word
            && !word.name
            && !word.is(Class::DETERMINER
                .with(Class::POSSESSIVE)
                .with(Class::SUBJECT))
            && (word.form != Form::NONE || next.is(follows))
    }

    /// A word that opens a clause, so that no phrase reaches over it.
    fn is_clause_word(&self, at: usize, end: usize) -> bool {
        let word = self.words[at];
        if word.name && at > 0 {
            return false;
        }
        let opens = Class::SUBORDINATOR
            .with(Class::RELATIVE)
            .with(Class::THAT)
            .with(Class::QUESTION)
            .with(Class::TO);
        // "a man like him": prepositions that are subordinators too join nouns only by nouns.
        let according = word.is(Class::TO) && at > 0 && self.reads(at - 1, "according");
        according
            || word.is(opens) && !word.is(Class::TO)
            || word.is(Class::TO)
                && self
                    .words
                    .get(at + 1)
                    .is_some_and(|next| next.can_be(Form::BASE) && !next.is(Class::NOUN))
            || word.is(Class::SUBJECT) && at + 1 < end
            || word.is(Class::NEGATION)
    }

    /// Whether a verb stands at `at`, so that what follows is its object or another clause.
    fn stands_as_verb(&self, at: usize, end: usize) -> bool {
        let word = self.words[at];
        if word.is_auxiliary() && !word.name {
            return true;
        }
        match self.finite(at) {
            Finite::Strong => true,
            Finite::Weak => {
                !word.is(Class::NOUN)
                    && !word.is(Class::ADJECTIVE)
                    && at + 1 < end
                    && !self.words[at + 1].is(Class::PREPOSITION.with(Class::TIME).with(Class::TO))
                    && word.can_be(Form::PAST)
            }
            Finite::No => {
                // A participle or infinitive behind its auxiliary.
                word.form != Form::NONE
                    && !word.name
                    && at > 0
                    && (self.words[at - 1].is_auxiliary() && !self.words[at - 1].name
                        || self.is(at - 1, Class::TO)
                            && word.can_be(Form::BASE)
                            && !word.is(Class::NOUN))
            }
        }
    }

    /// The relative pronoun of the clause in which the verb at `verb` stands, if there is one.
    fn relative_before(&self, from: usize, verb: usize) -> Option<usize> {
        let mut at = verb;
        let mut nouns = 0;
        while at > from && verb - at < 12 {
            at -= 1;
            let word = self.words[at];
            if self.is_break(at) {
                return None;
            }
            if word.is(Class::RELATIVE) && at > from && self.closes_phrase(at - 1) && nouns < 4 {
                // "said that he left": a verb with a clause, not a noun with a relative.
                let clause =
                    self.words[at - 1].takes(Frame::THAT) && self.finite(at - 1) != Finite::No;
                return (!clause).then_some(at);
            }
            nouns += usize::from(
                word.is_nominal() && word.form == Form::NONE && !word.is(Class::ADVERB),
            );
        }
        None
    }

    /// The start of the subject in a stretch that may open with a phrase of its own: "On Monday
    /// the ministry", "In a statement Lee".
    fn behind_opening(&self, edge: usize, end: usize) -> Option<usize> {
        let start = self.skip_lead(edge, end);
        let first = self.get(start)?;
        if !first.is(Class::PREPOSITION.with(Class::TO)) || first.name && start > 0 {
            return Some(start);
        }
        (start + 2..end).find(|at| {
            let (before, word) = (self.words[at - 1], self.words[*at]);
            let common = before.is_nominal()
                && !before.name
                && !before.is(Class::DETERMINER
                    .with(Class::POSSESSIVE)
                    .with(Class::ADJECTIVE));
            if word.is(Class::SUBJECT) {
                return true;
            }
            if word.is(Class::DETERMINER.with(Class::POSSESSIVE)) {
                return before.is_nominal() && !before.is(Class::DETERMINER);
            }
            if before.is(Class::TIME)
                || before.kind() == Kind::Number && self.is(at.wrapping_sub(2), Class::TIME)
            {
                return word.is_nominal() && !word.is(Class::TIME) && word.kind() != Kind::Number;
            }
            word.name && common && word.kind() == Kind::Word
        })
    }
}
