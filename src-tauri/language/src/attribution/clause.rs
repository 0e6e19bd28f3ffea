//! Whether a clause without *that* begins somewhere: a subject, and a finite verb of its own.

use super::bits::{Class, Form};
use super::sentence::{Finite, Sentence};
use crate::tokens::Kind;

/// How many words a subject may take before its verb.
pub(super) const CLAUSE: usize = 32;

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
}
