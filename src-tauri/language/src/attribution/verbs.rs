//! Attribution by a verb: *said, claims, believes, showed*.

use std::ops::Range;

use super::Polarity;
use super::bits::{Class, Form, Frame, Stance};
use super::complement::Complement;
use super::finding::Finding;
use super::rule::AttributionRule as Rule;
use super::sentence::{Finite, Group, Sentence};
use crate::tokens::Kind;

impl Sentence<'_> {
    /// Everything that verbs attribute in this sentence, in order.
    pub(super) fn by_verbs(&self, found: &mut Vec<Finding>) {
        for at in 0..self.len() {
            let word = self.words[at];
            if word.quoted || word.frame == Frame::NONE || word.takes(Frame::PLAIN) {
                continue;
            }
            if word.name && at > 0 && !self.is_break(at - 1) {
                continue;
            }
            if let Some(finding) = self.by_verb(at, found) {
                found.push(finding);
            }
        }
    }

    fn by_verb(&self, at: usize, found: &[Finding]) -> Option<Finding> {
        let word = self.words[at];
        let from = self.clause_from(at);
        let group = self.group(at, from);
        if !self.is_verb(at, &group) {
            return None;
        }
        let mut frame = word.frame;
        let mut cue_end = at + 1;
        if frame.has(Frame::OUT) {
            if !self.reads(at + 1, "out") {
                return None;
            }
            cue_end = at + 2;
            frame = Frame::THAT
                .with(Frame::BARE)
                .with(Frame::QUESTION)
                .with(Frame::QUOTATION)
                .with(Frame::ASIDE);
        }
        if frame.has(Frame::CLEAR) {
            let clear = (at + 1..self.len().min(at + 6))
                .find(|clear| self.reads(*clear, "clear") || self.reads(*clear, "sure"))?;
            cue_end = clear + 1;
            frame = Frame::THAT.with(Frame::BARE).with(Frame::QUESTION);
        }
        if frame.has(Frame::CITE) {
            return None;
        }
        let complement = self.complement(
            cue_end - 1,
            frame.has(Frame::HEARER) || frame.has(Frame::ANY) && false,
        );
        if group.passive {
            return self.passive(at, &group, complement, frame);
        }
        let cue = at..cue_end;
        // After its content: "…, said Lee", "…, Lee said".
        if let Some(finding) = self.aside(&cue, &group, frame, complement) {
            return Some(finding);
        }
        let subject = self.subject_of(at, &group, from, found);
        let speaker = subject
            .as_ref()
            .is_some_and(|subject| self.is_speaker(subject));
        let evidence = subject
            .as_ref()
            .is_some_and(|subject| self.is_evidence(subject));
        let fits = Self::fits(frame, complement);
        let (rule, confidence) =
            self.judge(at, &group, frame, complement, fits, speaker, evidence)?;
        let content = match complement {
            Complement::That(at)
            | Complement::Bare(at, _)
            | Complement::Question(at)
            | Complement::Quotation(at)
            | Complement::Colon(at) => vec![at..self.len()],
            _ => vec![cue_end..self.len()],
        };
        Some(Finding {
            rule,
            confidence,
            cue: Some(cue),
            source: subject,
            content,
            polarity: self.polarity(frame, &group),
            stance: word.stance,
        })
    }

    #[allow(clippy::too_many_arguments, reason = "a table of what was seen")]
    fn judge(
        &self,
        at: usize,
        group: &Group,
        frame: Frame,
        complement: Complement,
        fits: bool,
        speaker: bool,
        evidence: bool,
    ) -> Option<(Rule, u8)> {
        let word = self.words[at];
        if frame.has(Frame::MIND) {
            let confidence = match complement {
                Complement::That(_) if speaker => 85,
                Complement::Bare(_, Finite::Strong) if fits && speaker => 80,
                Complement::Bare(_, Finite::Weak) if fits && speaker => 60,
                Complement::Question(_) if fits && speaker => 65,
                Complement::Infinitive | Complement::Object
                    if speaker && frame.has(Frame::THAT) =>
                {
                    30
                }
                _ => return None,
            };
            let rule = if evidence && frame.has(Frame::EVIDENCE) {
                Rule::Shows
            } else {
                Rule::Thinks
            };
            return Some((rule, confidence));
        }
        if frame.has(Frame::EVIDENCE) && evidence && !frame.has(Frame::ANY) {
            let confidence = match complement {
                Complement::That(_) | Complement::Quotation(_) | Complement::Colon(_) => 88,
                Complement::Bare(_, Finite::Strong) => 85,
                Complement::Bare(_, Finite::Weak) => 70,
                Complement::Question(_) => 70,
                Complement::Object => 55,
                _ => return None,
            };
            return Some((Rule::Shows, confidence));
        }
        let (rule, confidence) = match complement {
            Complement::That(_) if fits => (Rule::SaysThat, 92),
            Complement::Bare(_, Finite::Strong) if fits => (Rule::SaysThat, 88),
            Complement::Bare(_, Finite::Weak) if fits => (Rule::SaysThat, 72),
            Complement::Question(_) if fits => (Rule::SaysHow, 72),
            Complement::Quotation(_) if fits => (Rule::SaysQuote, 94),
            Complement::Quotation(_) => (Rule::SaysQuote, 60),
            Complement::Colon(_) if fits => (Rule::SaysQuote, 80),
            Complement::Infinitive if frame.has(Frame::THAT) => (Rule::Act, 45),
            Complement::Object if frame.has(Frame::ANY) => (Rule::SaysThat, 72),
            Complement::Object if frame.has(Frame::THAT) => (Rule::Act, 40),
            Complement::Nothing(_) if frame.has(Frame::ANY) && speaker => (Rule::SaysThat, 60),
            _ => return None,
        };
        if word.is(Class::NOUN) && !speaker && !frame.has(Frame::ANY) {
            return Some((rule, confidence.min(50)));
        }
        if !speaker && !frame.has(Frame::ANY) && !group.infinitive {
            return Some((rule, confidence - 12));
        }
        Some((rule, confidence))
    }

    /// Whether the word at `at` is used as a verb that can have a clause.
    fn is_verb(&self, at: usize, group: &Group) -> bool {
        let word = self.words[at];
        let Some(before) = self.before(at) else {
            return word.can_be(Form::ING) || word.can_be(Form::BASE) && !word.is(Class::NOUN);
        };
        if group.start < at {
            // An auxiliary, *to* or an adverb stands before it.
            let lead = self.words[group.start];
            let only_adverbs =
                (group.start..at).all(|at| self.is(at, Class::ADVERB.with(Class::HEDGE)));
            if !only_adverbs {
                return true;
            }
            let _ = lead;
        }
        if word.can_be(Form::ING) {
            return !before.is(Class::DETERMINER
                .with(Class::POSSESSIVE)
                .with(Class::ADJECTIVE))
                && before.kind() != Kind::Clitic;
        }
        let lead = group.start;
        if self.before(lead).is_some_and(|before| {
            before.is(Class::DETERMINER
                .with(Class::POSSESSIVE)
                .with(Class::PREPOSITION)
                .with(Class::ADJECTIVE))
                && !before.is(Class::PRONOUN)
                && !before.name
                || before.kind() == Kind::Clitic
        }) {
            return false;
        }
        if word.can_be(Form::PAST) {
            return true;
        }
        if word.is(Class::NOUN) {
            return lead > 0 && self.finite(at) != Finite::No
                || self.kind(at.wrapping_sub(1)) == Some(Kind::Comma);
        }
        true
    }

    /// Where the clause of the verb at `at` may begin at the earliest.
    fn clause_from(&self, at: usize) -> usize {
        (0..at)
            .rev()
            .take(64)
            .find(|at| matches!(self.kind(*at), Some(Kind::Semicolon)) || self.words[*at].quoted)
            .map_or(at.saturating_sub(64), |mark| mark + 1)
    }

    /// "…, said Lee." or "…, Lee said." or "The dam, Lee said, holds."
    fn aside(
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
        if group.start == at && self.content_before(at) && !word.can_be(Form::ING) {
            let touches = self.words[at - 1].quoted;
            if let Some(speaker) = self.phrase_after(cue.end)
                && self.is_speaker(&speaker)
                && (touches || !self.begins_clause(cue.end))
                && (touches || self.ends_aside(speaker.end))
            {
                return Some(self.aside_finding(cue, speaker.clone(), at, speaker.end, weight));
            }
        }
        // The speaker first.
        let nothing = matches!(complement, Complement::Nothing(_))
            || matches!(complement, Complement::Object) && self.only_circumstance(cue.end);
        if !nothing || word.can_be(Form::ING) && !group.progressive {
            return None;
        }
        let subject = self.subject_before(self.clause_from(at), group.start)?;
        let mut lead = subject.start;
        let as_ = lead > 0 && self.reads(lead - 1, "as");
        if as_ {
            lead -= 1;
        }
        let behind = self.content_before(lead);
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
        let mut content = vec![0..left];
        if right < self.len() {
            content.push(right..self.len());
        }
        Finding {
            rule: Rule::SaysAside,
            confidence,
            cue: Some(cue.clone()),
            source: Some(source),
            content,
            polarity: Polarity::Positive,
            stance: self.words[cue.start].stance,
        }
    }

    fn begins_clause(&self, at: usize) -> bool {
        self.clause_at(at) == Finite::Strong || self.is(at, Class::THAT)
    }

    /// Whether an inserted clause may end at `at`.
    fn ends_aside(&self, at: usize) -> bool {
        self.get(at).is_none_or(|word| {
            self.is_break(at)
                || word.is(Class::PREPOSITION
                    .with(Class::TIME)
                    .with(Class::ADVERB)
                    .with(Class::SUBORDINATOR)
                    .with(Class::RELATIVE)
                    .with(Class::TO))
        })
    }

    /// Whether from `at` on there are only circumstances: "on Monday", "in a statement".
    fn only_circumstance(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| {
            word.is(Class::PREPOSITION
                .with(Class::TIME)
                .with(Class::ADVERB)
                .with(Class::TO))
                && !self.is(at, Class::THAT)
        }) && !self.words[at..].iter().any(|word| word.quoted)
    }

    fn subject_of(
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
        None
    }

    fn is_evidence(&self, subject: &Range<usize>) -> bool {
        let head = self.head(subject);
        self.words[head].iter().any(|word| word.is(Class::EVIDENCE))
    }

    fn passive(
        &self,
        at: usize,
        group: &Group,
        complement: Complement,
        frame: Frame,
    ) -> Option<Finding> {
        if !frame.has(Frame::THAT.with(Frame::BARE)) {
            return None;
        }
        let by = (at + 1..self.len().min(at + 4)).find(|at| self.reads(*at, "by"));
        let source = by.and_then(|by| self.phrase_after(by + 1));
        let confidence = match complement {
            Complement::That(_) if source.is_some() => 70,
            Complement::That(_) => 60,
            Complement::Infinitive => 50,
            _ => return None,
        };
        Some(Finding {
            rule: Rule::Passive,
            confidence,
            cue: Some(group.start..at + 1),
            source,
            content: vec![0..self.len()],
            polarity: self.polarity(frame, group),
            stance: Stance::Distancing,
        })
    }

    fn polarity(&self, frame: Frame, group: &Group) -> Polarity {
        if frame.has(Frame::DENY) != group.negated {
            Polarity::Negative
        } else {
            Polarity::Positive
        }
    }
}
