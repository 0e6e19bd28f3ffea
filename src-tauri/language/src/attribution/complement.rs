//! What follows a verb: a clause, a quotation, an infinitive, or only an object.

use super::bits::{Class, Form, Frame};
use super::clause::CLAUSE;
use super::sentence::{Finite, Sentence};
use crate::tokens::Kind;

/// How many words may stand between a verb and its clause: "said on Monday in a statement that".
const REACH: usize = 24;

/// What follows a verb; the number is where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// A clause with *that*.
    That(usize),
    /// A clause without it.
    Bare(usize, Finite),
    /// An indirect question.
    Question(usize),
    /// A quotation.
    Quotation(usize),
    /// A colon, and what follows it.
    Colon(usize),
    /// *to* and a verb.
    Infinitive,
    /// A noun phrase.
    Object,
    /// Nothing, as before a comma or at the end.
    Nothing(usize),
}

impl Sentence<'_> {
    /// What follows the verb at `verb`.
    pub(super) fn complement(&self, verb: usize, hearer: bool) -> Complement {
        let mut at = verb + 1;
        let limit = (verb + REACH).min(self.len());
        let mut heard = !hearer;
        while at < limit {
            let word = self.words[at];
            if word.quoted && !self.words[verb].quoted {
                return Complement::Quotation(at);
            }
            match word.kind() {
                Kind::Colon => return Complement::Colon(at + 1),
                Kind::Comma | Kind::Dash => {
                    return self.behind_comma(at, limit, hearer && heard);
                }
                Kind::Open => match self.closing(at) {
                    Some(close) => {
                        at = close + 1;
                        continue;
                    }
                    None => return Complement::Nothing(at),
                },
                Kind::Stop if self.is_abbreviation_stop(at) => {}
                Kind::Stop | Kind::Semicolon | Kind::Close => return Complement::Nothing(at),
                _ => {}
            }
            if word.is(Class::THAT) && self.introduces_clause(at) {
                return Complement::That(at + 1);
            }
            // "said to state television" has a hearer, "promised to cut" an infinitive.
            let noun = self.is(at + 1, Class::NOUN) && self.words[verb].takes(Frame::ANY);
            if self.is_infinitive(at) && !noun {
                return Complement::Infinitive;
            }
            let behind_noun = at > verb + 1 && self.words[at - 1].is_nominal();
            if word.is(Class::RELATIVE) && behind_noun {
                return Complement::Object;
            }
            if word.is(Class::QUESTION) && !word.name && !self.reads(at, "which") {
                // "said when he left" is a time; "told on Monday where" is none.
                let time = self.reads(at, "when")
                    || at > verb + 1 && (self.reads(at, "where") || self.reads(at, "if"));
                return if time {
                    self.bare(at)
                } else {
                    Complement::Question(at)
                };
            }
            // Dates and adverbs may stand before a clause, or begin it.
            if word.is(Class::ADVERB) && !word.name && !word.is(Class::SUBJECT)
                || self.is_dated(at)
                || word.is(Class::TIME) && (word.name || self.finite(at + 1) == Finite::No)
            {
                at += 1;
                continue;
            }
            if !heard && let Some(hearer) = self.phrase_after(at) {
                heard = true;
                at = hearer.end;
                // "told Reuters Lee had left": hearer and subject run together.
                if hearer.len() > 1 && self.finite(at) == Finite::Strong {
                    return Complement::Bare(at - 1, Finite::Strong);
                }
                continue;
            }
            if !word.is(Class::PREPOSITION.with(Class::TO)) || word.name {
                return self.bare(at);
            }
            match self.behind_circumstance(at, limit) {
                Some(behind) => at = behind,
                None => return Complement::Object,
            }
        }
        Complement::Nothing(at.min(self.len()))
    }

    /// A quotation further on that the verb at `verb` introduces: "promised the crowd: “We";
    /// no other verb may stand in between.
    pub(super) fn quotation_behind(&self, verb: usize) -> Option<usize> {
        let limit = self.len().min(verb + 2 * REACH);
        let quote = (verb + 1..limit).find(|at| self.words[*at].quoted)?;
        let mark = matches!(self.kind(quote - 1), Some(Kind::Colon | Kind::Comma));
        let verbs = (verb + 1..quote)
            .any(|at| self.finite(at) == Finite::Strong || self.words[at].takes(Frame::QUOTATION));
        (mark && !verbs).then_some(quote)
    }

    /// A bare clause at `at`, or what stands there instead.
    fn bare(&self, at: usize) -> Complement {
        match self.clause_at(at) {
            Finite::No if self.get(at).is_none() => Complement::Nothing(at),
            Finite::No => Complement::Object,
            finite => Complement::Bare(at, finite),
        }
    }

    /// Whether *to* at `at` opens an infinitive.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.is(at, Class::TO)
            && self
                .get(at + 1)
                .is_some_and(|next| next.can_be(Form::BASE) || next.is(Class::BE.with(Class::HAVE)))
    }

    /// Where the circumstance at `at` ends: "in a statement", "to reporters". What follows "of the
    /// verdict" or "about it" can only be a quotation: a clause would belong to that noun.
    fn behind_circumstance(&self, at: usize, limit: usize) -> Option<usize> {
        let behind = self.behind_preposition(at, limit)?;
        let quoted = |at: usize| self.get(at).is_some_and(|word| word.quoted);
        let marked = self.kind(behind) == Some(Kind::Colon)
            || quoted(behind)
            || self.is_break(behind) && quoted(behind + 1);
        (self.is(at, Class::CIRCUMSTANCE.with(Class::TO)) || marked).then_some(behind)
    }

    /// Where a phrase that a preposition opens ends, if something follows it.
    fn behind_preposition(&self, at: usize, limit: usize) -> Option<usize> {
        let mut end = at + 1;
        // "to The Paper, "…": the phrase, and phrases that hang on it.
        while end < limit {
            let word = self.words[end];
            let opens = word.is(Class::DETERMINER.with(Class::POSSESSIVE))
                && !word.is(Class::PRONOUN)
                && end > at + 1
                && self.words[end - 1].is_nominal();
            if opens
                || self.is_break(end)
                || word.is(Class::THAT.with(Class::QUESTION)) && !word.name
                || word.is(Class::SUBJECT) && end > at + 1
                || word.is(Class::TO)
                    && self
                        .get(end + 1)
                        .is_some_and(|next| next.can_be(Form::BASE))
            {
                break;
            }
            if self.finite(end) == Finite::Strong {
                // "said in Paris officials had": the clause began somewhere in between.
                return (end > at + 1).then(|| self.last_phrase(at + 1, end));
            }
            end += 1;
        }
        (end > at + 1).then_some(end)
    }

    /// Where the last noun of a stretch begins.
    fn last_phrase(&self, from: usize, end: usize) -> usize {
        let mut at = end;
        while at > from && self.words[at - 1].name {
            at -= 1;
        }
        if at == end { end - 1 } else { at }
    }

    fn closing(&self, open: usize) -> Option<usize> {
        (open..self.len().min(open + REACH)).find(|at| self.kind(*at) == Some(Kind::Close))
    }

    /// Behind a comma after the verb: "said, in a statement, that", "said, “…".
    fn behind_comma(&self, comma: usize, limit: usize, apposition: bool) -> Complement {
        let next = comma + 1;
        let Some(word) = self.get(next) else {
            return Complement::Nothing(comma);
        };
        if word.quoted {
            return Complement::Quotation(next);
        }
        if word.is(Class::THAT) && self.introduces_clause(next) {
            return Complement::That(next + 1);
        }
        if word.is(Class::PREPOSITION
            .with(Class::ADVERB)
            .with(Class::SUBORDINATOR))
            || word.can_be(Form::ING)
            || apposition
        {
            let second = (next..limit).find(|at| self.kind(*at) == Some(Kind::Comma));
            if let Some(second) = second
                && let Some(after) = self.get(second + 1)
            {
                if after.quoted {
                    return Complement::Quotation(second + 1);
                }
                if after.is(Class::THAT) && self.introduces_clause(second + 1) {
                    return Complement::That(second + 2);
                }
            }
            if let Some(quote) = (next..limit.min(next + 8)).find(|at| self.words[*at].quoted) {
                return Complement::Quotation(quote);
            }
        }
        Complement::Nothing(comma)
    }

    /// Whether *that* at `at` opens a clause: not "said that of", and no relative as in "claims
    /// that are".
    fn introduces_clause(&self, at: usize) -> bool {
        let Some(next) = self.get(at + 1) else {
            return false;
        };
        if matches!(next.kind(), Kind::Stop | Kind::Semicolon)
            || next.is(Class::COORDINATOR)
            || self.reads(at + 1, "of")
            || next.kind() == Kind::Comma && self.is(at + 2, Class::COORDINATOR)
        {
            return false;
        }
        let mut verb = at + 1;
        while self.is(verb, Class::ADVERB) && !self.words[verb].name {
            verb += 1;
        }
        // "to hold that title": nothing that could be the verb of a clause.
        let mut rest = at + 1..self.len().min(at + CLAUSE);
        let opens = Class::PREPOSITION
            .with(Class::ADVERB)
            .with(Class::DETERMINER)
            .with(Class::POSSESSIVE)
            .with(Class::SUBJECT);
        let subject = next.name || next.is(opens);
        let mut verbless = || rest.all(|at| self.finite(at) == Finite::No);
        if next.token.is_word() && !subject && verbless() {
            return false;
        }
        let relative = self.is(verb, Class::FINITE) && self.finite(verb) == Finite::Strong
            || self.get(verb).is_some_and(|word| {
                word.form != Form::NONE
                    && !word.name
                    && !word.is(Class::NOUN)
                    && !word.is(Class::ADJECTIVE)
                    && !word.can_be(Form::ING)
                    && self.begins_object(verb + 1)
            })
            || self.kind(verb) == Some(Kind::Clitic);
        !relative
    }

    /// Whether content may stand before `at`: a comma, dash or quotation mark right before it, and
    /// words before that; one is enough if it is quoted or *said* follows.
    pub(super) fn content_before(&self, at: usize, frame: Frame) -> bool {
        let Some(mark) = at.checked_sub(1) else {
            return false;
        };
        let parts = matches!(
            self.kind(mark),
            Some(Kind::Comma | Kind::Dash | Kind::Quote(_) | Kind::Stop)
        );
        let words = self.words[at.saturating_sub(2 * CLAUSE)..at]
            .iter()
            .filter(|word| word.token.is_word());
        let least = 2 - usize::from(self.words[mark].quoted || frame.has(Frame::ANY));
        parts && !self.is_abbreviation_stop(mark) && words.take(least).count() == least
    }

    /// Whether the verb's frame fits what follows it.
    pub(super) fn fits(&self, frame: Frame, complement: Complement) -> bool {
        match complement {
            Complement::That(_) => frame.has(Frame::THAT),
            // "ruled he had to": a pronoun for a subject leaves no doubt.
            Complement::Bare(at, _) if self.is(at, Class::SUBJECT) => frame.has(Frame::THAT),
            Complement::Bare(..) => frame.has(Frame::BARE),
            Complement::Question(_) => frame.has(Frame::QUESTION),
            Complement::Quotation(_) | Complement::Colon(_) => frame.has(Frame::QUOTATION),
            Complement::Infinitive | Complement::Object => frame.has(Frame::ANY),
            Complement::Nothing(_) => false,
        }
    }
}
