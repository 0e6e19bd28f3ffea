//! Who does what a verb says: its own subject, or that of the clause it hangs on.

use std::ops::Range;

use super::bits::{Class, Form};
use super::finding::Finding;
use super::sentence::{Finite, Group, Sentence};
use crate::tokens::Kind;

/// How far back a subject may stand.
const REACH: usize = 64;
/// How many earlier findings are looked through for the subject of a second verb.
const FINDINGS: usize = 8;

impl Sentence<'_> {
    /// The subject of the verb at `at`; `found` is what earlier verbs of the sentence attribute.
    pub(super) fn subject_of(
        &self,
        at: usize,
        group: &Group,
        from: usize,
        found: &[Finding],
    ) -> Option<Range<usize>> {
        let word = self.words[at];
        let before = self.before(group.start);
        let participle = word.can_be(Form::ING) && !group.progressive;
        let joined = before
            .is_some_and(|word| word.is(Class::COORDINATOR) || matches!(word.kind(), Kind::Comma));
        if participle {
            // "cited officials as saying".
            if group.start == at && at > 1 && self.reads(at - 1, "as") {
                let passive = self.words[at - 2].can_be(Form::PARTICIPLE);
                return if passive {
                    self.main_subject(at)
                } else {
                    self.subject_before(from, at - 1)
                };
            }
            let noun = before.is_some_and(|word| word.is_nominal());
            if !noun {
                return self.main_subject(at);
            }
        }
        if group.infinitive
            && before.is_none_or(|word| !word.is_nominal() && !word.is(Class::OBJECT))
        {
            return self.main_subject(at);
        }
        if joined && before.is_some_and(|word| word.is(Class::COORDINATOR)) {
            let earlier = found.iter().rev().take(FINDINGS).find_map(|finding| {
                finding
                    .source
                    .clone()
                    .filter(|_| finding.cue.as_ref().is_some_and(|cue| cue.start < at))
            });
            return earlier.or_else(|| self.main_subject(at));
        }
        let subject = self.subject_before(from, group.start);
        if group.infinitive
            && subject
                .as_ref()
                .is_some_and(|it| self.reads(it.start, "it"))
        {
            // "it is easy to say": nobody.
            return None;
        }
        if group.infinitive || participle {
            // "with captions reading": the noun behind the preposition.
            return subject.or_else(|| {
                let preposition = (from..group.start)
                    .rev()
                    .find(|at| self.is(*at, Class::PREPOSITION))?;
                self.subject_before(preposition + 1, group.start)
            });
        }
        let subject = subject?;
        Some(self.with_role(from, subject))
    }

    /// "The bank's president, Kim Lee said" and "Kim Lee, president of the bank said": with one
    /// comma missing, role and name still belong together.
    fn with_role(&self, from: usize, subject: Range<usize>) -> Range<usize> {
        let comma = subject.start.wrapping_sub(1);
        if subject.start < from + 2 || self.kind(comma) != Some(Kind::Comma) {
            return subject;
        }
        let start = (from..comma)
            .rev()
            .find(|at| self.is_break(*at))
            .map_or(from, |at| at + 1);
        let names = (start..comma).all(|at| {
            let word = self.words[at];
            word.name && !word.is(Class::TIME) || self.is_abbreviation_stop(at)
        });
        let role = self.words[subject.start].name
            && self.is(comma - 1, Class::ROLE)
            && self
                .subject_before(start, comma)
                .is_some_and(|role| role == (start..comma));
        let named = names
            && comma > start + 1
            && self.words[subject.clone()]
                .iter()
                .any(|word| word.is(Class::ROLE));
        if role || named {
            start..subject.end
        } else {
            subject
        }
    }

    /// The subject of the sentence's first main clause before `end`.
    pub(super) fn main_subject(&self, end: usize) -> Option<Range<usize>> {
        // Quotations may lie in between: "said it was “fair”, adding that".
        let from = (end.saturating_sub(REACH)..end)
            .rev()
            .find(|at| self.kind(*at) == Some(Kind::Semicolon))
            .map_or(end.saturating_sub(REACH), |mark| mark + 1);
        let verbs = [Finite::Strong, Finite::Weak]
            .into_iter()
            .flat_map(|level| (from..end).filter(move |at| self.finite(*at) == level));
        for at in verbs {
            if self.words[at].quoted {
                continue;
            }
            let group = self.group(at, from);
            let Some(subject) = self.subject_before(from, group.start) else {
                continue;
            };
            let relative = self
                .before(group.start)
                .is_some_and(|word| word.is(Class::RELATIVE));
            let subordinate = self.before(subject.start).is_some_and(|word| {
                word.is(Class::SUBORDINATOR
                    .with(Class::QUESTION)
                    .with(Class::RELATIVE))
                    && !word.name
            });
            if !relative && !subordinate {
                return Some(subject);
            }
        }
        // No verb was made out: the phrase that the sentence begins with.
        self.phrase_after(self.skip_lead(from, end))
            .filter(|phrase| phrase.end <= end && self.is_speaker(phrase))
    }

    /// Whether the phrase names somebody or something that speaks, not just anything.
    pub(super) fn is_somebody(&self, phrase: &Range<usize>) -> bool {
        self.words[phrase.clone()].iter().any(|word| {
            word.name || word.is(Class::SUBJECT.with(Class::ROLE).with(Class::EVIDENCE))
        })
    }

    /// Whether the phrase is one of those who talk with each other.
    pub(super) fn is_present(&self, phrase: &Range<usize>) -> bool {
        ["i", "we", "you"]
            .iter()
            .any(|word| self.reads(phrase.start, word))
    }

    /// Whether the phrase is about a study, footage, a document.
    pub(super) fn is_evidence(&self, subject: &Range<usize>) -> bool {
        let head = self.head(subject);
        self.words[head].iter().any(|word| word.is(Class::EVIDENCE))
    }
}
