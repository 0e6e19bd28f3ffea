//! One sentence as the rules read it: its words, where verbs are finite, where clauses end.

use super::bits::{Class, Form};
use super::words::Word;
use crate::tokens::{Case, Kind};

/// How surely a word is the finite verb of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Finite {
    No,
    /// Could as well be a participle or a noun.
    Weak,
    Strong,
}

/// The words of one sentence.
pub(super) struct Sentence<'t> {
    pub(super) text: &'t str,
    pub(super) words: &'t [Word],
}

/// A verb and what stands before it in its group: *has not yet said*, *wants to say*.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// The first word of the group.
    pub(super) start: usize,
    pub(super) passive: bool,
    pub(super) progressive: bool,
    pub(super) infinitive: bool,
    pub(super) modal: bool,
    pub(super) negated: bool,
}

impl Sentence<'_> {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(super) fn before(&self, at: usize) -> Option<&Word> {
        self.words.get(at.checked_sub(1)?)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.words.get(at).map(Word::kind)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is(class))
    }

    pub(super) fn written(&self, at: usize) -> &str {
        self.words
            .get(at)
            .map_or("", |word| word.token.text(self.text))
    }

    pub(super) fn reads(&self, at: usize, word: &str) -> bool {
        self.written(at).eq_ignore_ascii_case(word)
    }

    /// Whether a date of two words begins at `at`: "last week", "this morning".
    pub(super) fn is_dated(&self, at: usize) -> bool {
        self.is(at + 1, Class::TIME)
            && ["last", "this", "next"]
                .iter()
                .any(|word| self.reads(at, word))
    }

    /// A full stop in the middle of a sentence belongs to an abbreviation: Gov. Lee.
    pub(super) fn is_abbreviation_stop(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Stop)
            && self.written(at) == "."
            && at + 1 < self.len()
            && self.before(at).is_some_and(|word| {
                word.token.is_word() && word.token.byte_end - word.token.byte <= 5
            })
            && self.words[at + 1].token.is_word()
    }

    /// Whether the mark at `at` parts clauses or phrases.
    pub(super) fn is_break(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(
                Kind::Comma
                | Kind::Colon
                | Kind::Semicolon
                | Kind::Dash
                | Kind::Open
                | Kind::Close
                | Kind::Quote(_),
            ) => true,
            Some(Kind::Stop) => !self.is_abbreviation_stop(at),
            _ => false,
        }
    }

    /// Whether the clitic at `at` is *is* or *has* rather than a genitive.
    fn is_verb_clitic(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Clitic)
            && (self.words[at].is(Class::FINITE)
                || self.before(at).is_some_and(|word| {
                    word.is(Class::SUBJECT.with(Class::RELATIVE).with(Class::QUESTION))
                        || word.is(Class::THAT)
                }))
    }

    /// Whether a plural noun may stand here: a common word with the ending of one.
    fn looks_plural(&self, at: usize) -> bool {
        let written = self.written(at);
        self.kind(at) == Some(Kind::Word)
            && ((written.len() > 3
                && written.ends_with('s')
                && !written.ends_with("ss")
                && !written.ends_with("us"))
                || matches!(
                    written,
                    "people" | "police" | "men" | "women" | "children" | "media" | "data" | "staff"
                ))
    }

    /// How surely the word at `at` is a finite verb, by its form and its neighbours.
    pub(super) fn finite(&self, at: usize) -> Finite {
        let Some(word) = self.get(at) else {
            return Finite::No;
        };
        if self.is_verb_clitic(at) {
            return Finite::Strong;
        }
        if word.name && at > 0 || word.token.case == Case::Upper && self.len() > 1 {
            return Finite::No;
        }
        if word.is(Class::FINITE) {
            return self.finite_auxiliary(at);
        }
        if word.form == Form::NONE {
            return Finite::No;
        }
        let Some(before) = self.before(at) else {
            return Finite::No;
        };
        // A verb does not follow what begins or continues a noun phrase.
        let opens_phrase = before.is(Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::PREPOSITION)
            .with(Class::TO))
            && !before.is(Class::PRONOUN.with(Class::SUBJECT))
            || before.kind() == Kind::Clitic && !self.is_verb_clitic(at - 1);
        if opens_phrase {
            return Finite::No;
        }
        if word.can_be(Form::PAST) {
            self.finite_past(at)
        } else {
            self.finite_present(at)
        }
    }

    fn finite_auxiliary(&self, at: usize) -> Finite {
        let word = self.words[at];
        let Some(before) = self.before(at) else {
            return Finite::Strong;
        };
        // "May 5", "the will"; and "could have" is one group.
        let noun = word.is(Class::TIME) && word.name
            || before.is(Class::DETERMINER.with(Class::POSSESSIVE)) && !before.is(Class::PRONOUN);
        let second = before.is(Class::MODAL.with(Class::DO)) || before.is(Class::TO);
        if noun || second && !word.is(Class::MODAL) {
            Finite::No
        } else {
            Finite::Strong
        }
    }

    /// A verb in the present: its subject before it must agree.
    fn finite_present(&self, at: usize) -> Finite {
        let (word, before) = (self.words[at], self.words[at - 1]);
        let subject = before.is(Class::SUBJECT.with(Class::RELATIVE));
        let plural = before.is(Class::DETERMINER) && !before.is(Class::SINGULAR);
        // "budget cuts will": a noun, since the verb is still to come.
        let verb_next = self.get(at + 1).is_some_and(|next| {
            next.is(Class::FINITE) && !next.name
                || next.can_be(Form::PAST) && !next.is(Class::ADJECTIVE)
        });
        let third = word.can_be(Form::THIRD)
            && !before.is(Class::ADJECTIVE)
            && !plural
            && (subject || !verb_next);
        // "saw it take": behind *he, she, it* the base form is no finite verb.
        let agrees = subject && !before.is(Class::SINGULAR);
        let base = word.can_be(Form::BASE)
            && (agrees || self.looks_plural(at - 1) && !before.is(Class::ADJECTIVE));
        if !third && !base {
            Finite::No
        } else if subject {
            Finite::Strong
        } else if word.is(Class::NOUN)
            || !before.token.is_word()
            || !third && before.is(Class::NOUN)
        {
            // A noun, unless an object or a clause follows.
            if self.begins_object(at + 1) {
                Finite::Weak
            } else {
                Finite::No
            }
        } else if self
            .get(at + 1)
            .is_some_and(|next| next.token.is_word() || next.quoted)
        {
            Finite::Strong
        } else {
            Finite::Weak
        }
    }

    /// Whether a phrase or a clause of its own begins at `at`, as behind a verb.
    pub(super) fn begins_object(&self, at: usize) -> bool {
        let opens = Class::DETERMINER
            .with(Class::POSSESSIVE)
            .with(Class::SUBJECT)
            .with(Class::OBJECT)
            .with(Class::PRONOUN)
            .with(Class::THAT)
            .with(Class::QUESTION)
            .with(Class::ADVERB);
        self.get(at).is_some_and(|word| {
            word.name || word.is(opens) || word.quoted || word.kind() == Kind::Number
        })
    }

    fn finite_past(&self, at: usize) -> Finite {
        let word = self.words[at];
        // Past adverbs: "was officially said", "they also said", "a badly damaged".
        let mut lead = at;
        while lead > 0 && self.is(lead - 1, Class::ADVERB.with(Class::NEGATION)) {
            lead -= 1;
        }
        let Some(before) = self.before(lead) else {
            return Finite::Weak;
        };
        if before.is(Class::SUBJECT) && !word.can_be(Form::BASE) {
            return Finite::Strong;
        }
        let participle = word.can_be(Form::PARTICIPLE);
        if participle && (before.is_auxiliary() && !before.name || self.is_verb_clitic(lead - 1)) {
            return Finite::No;
        }
        if !participle || before.is(Class::RELATIVE) {
            return Finite::Strong;
        }
        if !word.can_be(Form::PAST)
            || self.is(lead, Class::NEGATION)
            || lead < at && before.is(Class::DETERMINER.with(Class::POSSESSIVE))
        {
            return Finite::No;
        }
        let Some(next) = self.get(at + 1) else {
            return Finite::Strong;
        };
        let noun_next = next.is_nominal() && !next.name && !self.begins_object(at + 1);
        // "the alleged plan", "numerous damaged houses".
        if noun_next && (word.is(Class::ADJECTIVE) || before.is(Class::ADJECTIVE)) {
            return Finite::No;
        }
        // "the plan proposed by", "the men arrested in": rather a participle; so is "damaged
        // houses" behind a mark or *and*.
        // "Lee agreed to pay" and "attempted to take" are verbs all the same.
        let verb = before.name && !self.reads(at + 1, "by")
            || next.is(Class::TO) && self.get(at + 2).is_some_and(|word| word.can_be(Form::BASE));
        let reduced =
            !verb && next.is(Class::PREPOSITION.with(Class::TO).with(Class::TIME)) && !next.name
                || !next.token.is_word() && !before.is_nominal()
                || noun_next && (!before.token.is_word() || before.is(Class::COORDINATOR));
        if reduced {
            Finite::Weak
        } else {
            Finite::Strong
        }
    }

    /// Whether the word before *to* at `to` shares its subject with the infinitive: "wants to say",
    /// "is ready to say"; not "asks them to say".
    fn governs(&self, to: usize, from: usize) -> bool {
        let Some(at) = to.checked_sub(1).filter(|at| *at >= from) else {
            return false;
        };
        let word = self.words[at];
        if word.name || !word.token.is_word() {
            return false;
        }
        let lead = (from..at)
            .rev()
            .find(|at| !self.is(*at, Class::ADVERB.with(Class::NEGATION)));
        let copula = lead.is_some_and(|lead| self.words[lead].is(Class::BE));
        word.form != Form::NONE && !word.is(Class::NOUN) || copula && word.is_nominal()
    }

    /// The group of the verb at `at`, back to `from`.
    pub(super) fn group(&self, at: usize, from: usize) -> Group {
        let mut group = Group {
            start: at,
            passive: false,
            progressive: false,
            infinitive: false,
            modal: false,
            negated: false,
        };
        let verb = self.words[at];
        // The nearest auxiliary decides about passive and progressive.
        let mut nearest = true;
        while group.start > from {
            let word = self.words[group.start - 1];
            if word.is_auxiliary() && !(word.name && group.start > 1)
                || self.is_verb_clitic(group.start - 1)
            {
                let be =
                    word.is(Class::BE) || word.kind() == Kind::Clitic && verb.can_be(Form::ING);
                if nearest && be {
                    group.passive = verb.can_be(Form::PARTICIPLE);
                    group.progressive = verb.can_be(Form::ING);
                }
                group.modal |= word.is(Class::MODAL);
                group.negated |= word.is(Class::NEGATION);
                nearest = false;
            } else if word.is(Class::NEGATION) {
                group.negated = true;
            } else if word.is(Class::TO) && group.start == at {
                group.infinitive = true;
                nearest = false;
                group.start -= 1;
                if !self.governs(group.start, from) {
                    break;
                }
            } else if !word.is(Class::ADVERB.with(Class::HEDGE)) || word.name {
                break;
            }
            group.start -= 1;
        }
        group
    }
}
