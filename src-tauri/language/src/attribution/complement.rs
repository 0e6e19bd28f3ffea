//! What follows a verb: a clause, a quotation, an infinitive, or only an object.

use super::bits::{Class, Form, Frame};
use super::sentence::{Finite, Sentence};
use crate::tokens::Kind;

/// How many words may stand between a verb and its clause: "said on Monday in a statement that".
const REACH: usize = 24;
/// How many words a subject may take before its verb.
const CLAUSE: usize = 32;

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

/// What was seen of the subject of a clause.
#[derive(Default)]
struct Subject {
    /// A word that can be one.
    word: bool,
    /// Verbs still to come before the one that counts: each relative clause has its own.
    pending: u32,
    commas: u32,
    /// It began with a phrase that a comma may close: "in 1997, she".
    opened: bool,
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
            if word.is(Class::TO)
                && self.get(at + 1).is_some_and(|next| {
                    next.can_be(Form::BASE) || next.is(Class::BE.with(Class::HAVE))
                })
                && !(self.is(at + 1, Class::NOUN) && self.words[verb].takes(Frame::ANY))
            {
                return Complement::Infinitive;
            }
            let relative =
                word.is(Class::RELATIVE) && at > verb + 1 && self.words[at - 1].is_nominal();
            if relative {
                return Complement::Object;
            }
            if word.is(Class::QUESTION) && !word.name && !self.reads(at, "which") {
                return if self.reads(at, "when")
                    || self.reads(at, "where") && at > verb + 1
                    || self.reads(at, "if") && at > verb + 1
                {
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
            if word.is(Class::PREPOSITION.with(Class::TO)) && !word.name {
                let Some(behind) = self.behind_preposition(at, limit) else {
                    return Complement::Object;
                };
                // "said of the verdict: “We": a clause would be about the verdict.
                let mark = self.kind(behind) == Some(Kind::Colon)
                    || self.get(behind).is_some_and(|word| word.quoted)
                    || self.is_break(behind)
                        && self.get(behind + 1).is_some_and(|word| word.quoted);
                if !word.is(Class::CIRCUMSTANCE.with(Class::TO)) && !mark {
                    return Complement::Object;
                }
                at = behind;
                continue;
            }
            return self.bare(at);
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

    /// How surely a finite clause with its own subject begins at `start`.
    pub(super) fn clause_at(&self, start: usize) -> Finite {
        if self.reads(start, "than") || self.reads(start, "as") {
            return Finite::No;
        }
        let mut seen = Subject::default();
        let mut best = Finite::No;
        for at in start..self.len().min(start + CLAUSE) {
            let word = self.words[at];
            match word.kind() {
                Kind::Comma
                    if at == start || self.is(at + 1, Class::COORDINATOR) && seen.commas == 0 =>
                {
                    break;
                }
                Kind::Comma => {
                    seen.commas += 1;
                    continue;
                }
                Kind::Quote(_) | Kind::Symbol | Kind::Open | Kind::Close => continue,
                Kind::Stop if self.is_abbreviation_stop(at) => continue,
                Kind::Word | Kind::Number | Kind::Mixed | Kind::Clitic => {}
                _ => break,
            }
            if self.ends_subject(at, start) {
                break;
            }
            if seen.word && word.is(Class::RELATIVE) && !word.name {
                seen.pending += 1;
                continue;
            }
            let finite = self.finite(at);
            if seen.word && finite != Finite::No {
                if self.is_second_verb(at) {
                    break;
                }
                if seen.pending == 0 && (finite == Finite::Strong || seen.commas == 0) {
                    // One comma between subject and verb: two clauses, not an apposition.
                    let split = seen.commas == 1 && !seen.opened;
                    best = best.max(if split { Finite::No } else { finite });
                    if split || best == Finite::Strong {
                        break;
                    }
                } else if finite == Finite::Strong {
                    seen.pending = seen.pending.saturating_sub(1);
                }
                continue;
            }
            // "a friend he had": a relative clause without its pronoun.
            let silent = word.is(Class::SUBJECT)
                && seen.word
                && seen.commas == 0
                && self.words[at - 1].is_nominal();
            seen.pending += u32::from(silent);
            seen.opened |=
                at == start && word.is(Class::PREPOSITION.with(Class::ADVERB)) && !word.name;
            seen.word |= word.name
                || word.token.is_word()
                    && !word.is(Class::PREPOSITION
                        .with(Class::ADVERB)
                        .with(Class::COORDINATOR));
        }
        best
    }

    /// Whether no subject reaches over the word at `at`.
    fn ends_subject(&self, at: usize, start: usize) -> bool {
        let word = self.words[at];
        if word.name && at > 0 {
            return false;
        }
        let clause = word.is(Class::SUBORDINATOR) && !self.reads(at, "than")
            || word.is(Class::QUESTION) && !word.is(Class::RELATIVE);
        let infinitive = word.is(Class::TO)
            && self.get(at + 1).is_some_and(|next| next.can_be(Form::BASE))
            && at == start;
        at > start && clause || infinitive
    }

    /// "announced it and was", "and generally kept": a second verb of the same subject.
    fn is_second_verb(&self, at: usize) -> bool {
        let lead = (0..at)
            .rev()
            .find(|at| !self.is(*at, Class::ADVERB.with(Class::NEGATION)));
        lead.is_some_and(|lead| self.is(lead, Class::COORDINATOR) && !self.words[lead].name)
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
