//! Who does what a verb says: its own subject, or that of the clause it hangs on.

use std::ops::Range;

use super::bits::{Class, Form};
use super::finding::Finding;
use super::sentence::{Finite, Group, Sentence};
use crate::tokens::Kind;

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
            let earlier = found.iter().rev().find_map(|finding| {
                finding
                    .source
                    .clone()
                    .filter(|_| finding.cue.as_ref().is_some_and(|cue| cue.start < at))
            });
            return earlier.or_else(|| self.main_subject(at));
        }
        let subject = self.subject_before(from, group.start)?;
        if group.infinitive || participle {
            return Some(subject);
        }
        Some(self.with_role(from, subject))
    }

    /// "Malaysia's Prime Minister, Najib Razak said": the role before the name belongs to it.
    fn with_role(&self, from: usize, subject: Range<usize>) -> Range<usize> {
        let comma = subject.start.wrapping_sub(1);
        if subject.start < from + 2
            || self.kind(comma) != Some(Kind::Comma)
            || !self.words[subject.start].name
        {
            return subject;
        }
        let start = (from..comma)
            .rev()
            .find(|at| self.is_break(*at))
            .map_or(from, |at| at + 1);
        match self.subject_before(start, comma) {
            Some(role)
                if role.start == start
                    && self.is(role.end - 1, Class::ROLE)
                    && role.end == comma =>
            {
                role.start..subject.end
            }
            _ => subject,
        }
    }

    /// The subject of the sentence's first main clause before `end`.
    pub(super) fn main_subject(&self, end: usize) -> Option<Range<usize>> {
        let from = self.clause_from(end);
        for at in from..end {
            if self.finite(at) != Finite::Strong || self.words[at].quoted {
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
