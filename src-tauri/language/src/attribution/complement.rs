//! What follows a verb: a clause, a quotation, an infinitive, or only an object.

use super::bits::{Class, Form, Frame};
use super::sentence::{Finite, Sentence};
use super::words::Word;
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
                Kind::Comma | Kind::Dash => return self.behind_comma(at, limit),
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
                && !self.is(at + 1, Class::NOUN)
            {
                return Complement::Infinitive;
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
            if word.is(Class::ADVERB) && !word.name
                || word.is(Class::TIME) && (word.name || self.finite(at + 1) == Finite::No)
            {
                at += 1;
                continue;
            }
            if !heard && let Some(hearer) = self.phrase_after(at) {
                heard = true;
                if self.clause_at(at) == Finite::Strong && hearer.len() > 1 {
                    // "told reporters the ship had sunk" and "tells us it is": hearer and clause
                    // run together.
                    at = hearer.end;
                    if let Complement::Bare(from, finite) = self.bare(at) {
                        return Complement::Bare(from, finite);
                    }
                    if self
                        .kind(at)
                        .is_some_and(|_| self.finite(at) == Finite::Strong)
                    {
                        return Complement::Bare(hearer.start + 1, Finite::Weak);
                    }
                }
                at = hearer.end;
                continue;
            }
            if word.is(Class::PREPOSITION.with(Class::TO)) && !word.name {
                if let Some(clause) = self.behind_preposition(at, limit) {
                    at = clause;
                    continue;
                }
                return Complement::Object;
            }
            return self.bare(at);
        }
        Complement::Nothing(at.min(self.len()))
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
                return Some(self.last_phrase(at + 1, end));
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
    fn behind_comma(&self, comma: usize, limit: usize) -> Complement {
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

    /// Whether *that* at `at` opens a clause rather than standing for something: "said that of".
    fn introduces_clause(&self, at: usize) -> bool {
        self.get(at + 1).is_some_and(|next| {
            !matches!(next.kind(), Kind::Stop | Kind::Semicolon)
                && !next.is(Class::COORDINATOR)
                && !(next.is(Class::PREPOSITION) && self.reads(at + 1, "of"))
        })
    }

    /// How surely a finite clause with its own subject begins at `start`.
    pub(super) fn clause_at(&self, start: usize) -> Finite {
        // Verbs still to come before the one that counts: each relative clause has its own.
        let mut pending = 0;
        let mut subject = false;
        let mut commas = 0;
        for at in start..self.len().min(start + CLAUSE) {
            let word = self.words[at];
            match word.kind() {
                Kind::Comma if at > start && commas < 3 => {
                    commas += 1;
                    if self.is(at + 1, Class::COORDINATOR) && self.reads(at + 1, "but") {
                        return Finite::No;
                    }
                    continue;
                }
                Kind::Quote(_) | Kind::Symbol | Kind::Clitic | Kind::Open | Kind::Close
                    if self.finite(at) == Finite::No =>
                {
                    continue;
                }
                Kind::Stop if self.is_abbreviation_stop(at) => continue,
                Kind::Word | Kind::Number | Kind::Mixed | Kind::Clitic => {}
                _ => return Finite::No,
            }
            if subject && word.is(Class::RELATIVE) && !word.name {
                pending += 1;
                continue;
            }
            if word.is(Class::SUBORDINATOR)
                && !word.name
                && at > start
                && !self.reads(at, "as")
                && !self.reads(at, "than")
            {
                return Finite::No;
            }
            if at > start && word.is(Class::QUESTION) && !word.name && !word.is(Class::RELATIVE) {
                return Finite::No;
            }
            let finite = self.finite(at);
            if subject && finite != Finite::No {
                // "announced it and was": a second verb of the same subject.
                if self.is(at - 1, Class::COORDINATOR)
                    || self.kind(at - 1) == Some(Kind::Comma)
                        && commas == 1
                        && pending == 0
                        && at > start + 1
                        && self.verbless(start, at)
                {
                    return Finite::No;
                }
                if pending == 0 {
                    return finite;
                }
                if finite == Finite::Strong {
                    pending -= 1;
                }
                continue;
            }
            if word.is(Class::TO)
                && self.get(at + 1).is_some_and(|next| next.can_be(Form::BASE))
                && !subject
            {
                return Finite::No;
            }
            if word.is(Class::SUBJECT.with(Class::PRONOUN))
                && pending == 0
                && subject
                && word.is(Class::SUBJECT)
                && !self.is(at - 1, Class::PREPOSITION)
            {
                // "a friend he had": a relative clause without its pronoun.
                if self.words[at - 1].is_nominal()
                    && self.kind(at - 1) != Some(Kind::Comma)
                    && commas == 0
                {
                    pending += 1;
                }
            }
            subject |= word.token.is_word()
                && !word.is(Class::PREPOSITION
                    .with(Class::ADVERB)
                    .with(Class::COORDINATOR))
                || word.name;
        }
        Finite::No
    }

    fn verbless(&self, _start: usize, _at: usize) -> bool {
        false
    }

    /// Whether content may stand before `at`: enough words, and a comma, dash or quotation mark
    /// right before it.
    pub(super) fn content_before(&self, at: usize) -> bool {
        let parted = at > 0
            && (matches!(
                self.kind(at - 1),
                Some(Kind::Comma | Kind::Dash | Kind::Quote(_) | Kind::Stop)
            ) && !self.is_abbreviation_stop(at - 1));
        parted
            && self.words[..at]
                .iter()
                .filter(|word| word.token.is_word())
                .count()
                >= 2
    }

    pub(super) fn any_quoted(&self) -> bool {
        self.words.iter().any(|word: &Word| word.quoted)
    }

    /// Whether the verb's frame fits what follows it.
    pub(super) fn fits(frame: Frame, complement: Complement) -> bool {
        match complement {
            Complement::That(_) => frame.has(Frame::THAT),
            Complement::Bare(..) => frame.has(Frame::BARE),
            Complement::Question(_) => frame.has(Frame::QUESTION),
            Complement::Quotation(_) | Complement::Colon(_) => frame.has(Frame::QUOTATION),
            Complement::Infinitive | Complement::Object => frame.has(Frame::ANY),
            Complement::Nothing(_) => false,
        }
    }
}
