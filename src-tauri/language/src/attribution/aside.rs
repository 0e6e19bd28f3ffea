//! The reporting clause put into or after its content: *…, said Lee*; *the dam, she noted, holds*.

use std::ops::Range;

use super::Polarity;
use super::bits::{Class, Form, Frame};
use super::complement::Complement;
use super::finding::Finding;
use super::rule::AttributionRule as Rule;
use super::sentence::{Finite, Group, Sentence};
use crate::tokens::Kind;

impl Sentence<'_> {
    /// "…, said Lee." or "…, Lee said." or "The dam, Lee said, holds."
    pub(super) fn aside(
        &self,
        cue: &Range<usize>,
        group: &Group,
        frame: Frame,
        complement: Complement,
    ) -> Option<Finding> {
        if !frame.has(Frame::ASIDE) && !frame.has(Frame::QUOTATION) {
            return None;
        }
        let at = cue.start;
        let word = self.words[at];
        let quoted_before = at > 0
            && self.words[..at]
                .iter()
                .rev()
                .take(20)
                .any(|word| word.quoted);
        if !frame.has(Frame::ASIDE) && !quoted_before {
            return None;
        }
        let weight = if frame.has(Frame::MIND) { 80 } else { 92 };
        // The verb first.
        let inverts = !word.can_be(Form::ING) && !frame.has(Frame::HEARER);
        if group.start == at
            && self.content_before(at, frame)
            && inverts
            && !self.is(cue.end, Class::TIME)
        {
            // The comma stands before the closing mark, or behind it.
            let touches = self.words[at - 1].quoted
                || self.kind(at - 1) == Some(Kind::Comma) && at > 1 && self.words[at - 2].quoted;
            if let Some(speaker) = self.phrase_after(cue.end)
                && self.is_speaker(&speaker)
                && (touches
                    || self.is_somebody(&speaker)
                        && !self.begins_clause(cue.end)
                        && self.ends_aside(speaker.end, frame))
            {
                return Some(self.aside_finding(cue, speaker.clone(), at, speaker.end, weight));
            }
        }
        // The speaker first.
        let nothing = matches!(complement, Complement::Nothing(_))
            || frame.has(Frame::ANY)
                && matches!(complement, Complement::Object | Complement::Quotation(_))
                && self.only_circumstance(cue.end);
        if !nothing || group.infinitive || word.can_be(Form::ING) && !group.progressive {
            return None;
        }
        let subject = self.subject_before(self.clause_from(at), group.start)?;
        let mut lead = subject.start;
        let as_ = lead > 0 && self.reads(lead - 1, "as");
        if as_ {
            lead -= 1;
        }
        // "a point added to the list": a participle rather than a clause of its own.
        let reduced = word.can_be(Form::PARTICIPLE)
            && !frame.has(Frame::ANY)
            && self.is(cue.end, Class::PREPOSITION.with(Class::TO))
            && !self.words[subject.end - 1].name
            && !self.words[subject.end - 1].is(Class::SUBJECT)
            && lead > 0
            && !self.words[lead - 1].quoted;
        if reduced {
            return None;
        }
        let behind = self.content_before(lead, frame);
        let opens = as_
            && lead == 0
            && matches!(complement, Complement::Nothing(end) if self.kind(end) == Some(Kind::Comma));
        if !(behind || opens) || !self.is_speaker(&subject) {
            return None;
        }
        // Between commas, or at the end.
        Some(self.aside_finding(cue, subject.clone(), lead, cue.end, weight))
    }

    fn aside_finding(
        &self,
        cue: &Range<usize>,
        source: Range<usize>,
        left: usize,
        right: usize,
        confidence: u8,
    ) -> Finding {
        Finding {
            rule: Rule::SaysAside,
            confidence,
            cue: Some(cue.clone()),
            source: Some(source),
            cites: None,
            content: [0..left, right..self.len()],
            polarity: Polarity::Positive,
            stance: self.words[cue.start].stance,
        }
    }

    fn begins_clause(&self, at: usize) -> bool {
        self.clause_at(at) == Finite::Strong || self.is(at, Class::THAT)
    }

    /// Whether an inserted clause may end at `at`.
    fn ends_aside(&self, at: usize, frame: Frame) -> bool {
        let trails = Class::PREPOSITION
            .with(Class::TIME)
            .with(Class::ADVERB)
            .with(Class::SUBORDINATOR)
            .with(Class::RELATIVE)
            .with(Class::TO);
        self.get(at)
            .is_none_or(|word| self.is_break(at) || frame.has(Frame::ANY) && word.is(trails))
    }

    /// Whether from `at` on there are only circumstances: "on Monday", "in a statement".
    fn only_circumstance(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| {
            word.is(Class::PREPOSITION
                .with(Class::TIME)
                .with(Class::ADVERB)
                .with(Class::TO))
                && !self.is(at, Class::THAT)
        })
    }
}
