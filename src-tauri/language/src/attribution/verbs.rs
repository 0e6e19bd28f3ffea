//! Attribution by a verb: *said, claims, believes, showed*.

use super::Polarity;
use super::bits::{Class, Form, Frame, Stance};
use super::complement::Complement;
use super::finding::{Finding, one};
use super::judge::Seen;
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
            if word.name && at > 0 {
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
        let (frame, cue_end) = self.idiom(at)?;
        if frame.has(Frame::CITE)
            || frame.has(Frame::FIRST) && !self.reads(group.start.wrapping_sub(1), "i")
        {
            return None;
        }
        let hearer = frame.has(Frame::HEARER);
        let mut complement = self.complement(cue_end - 1, hearer);
        if matches!(complement, Complement::Object | Complement::Nothing(_))
            && frame.has(Frame::QUOTATION)
            && let Some(quote) = self.quotation_behind(at)
        {
            complement = Complement::Quotation(quote);
        }
        // "hauled in and told that": without its hearer the verb is a passive.
        let unheard = hearer && matches!(complement, Complement::That(that) if that == cue_end + 1);
        if group.passive || unheard {
            return self.passive(at, &group, complement, frame);
        }
        let cue = at..cue_end;
        // After its content: "…, said Lee", "…, Lee said".
        if let Some(finding) = self.aside(&cue, &group, frame, complement) {
            return Some(finding);
        }
        let subject = self.subject_of(at, &group, from, found);
        // "no reason to think" is nobody; "asked the court to say" is somebody.
        let speaker = subject.as_ref().is_some_and(|subject| {
            self.is_speaker(subject) && (!group.infinitive || self.is_somebody(subject))
        });
        let evidence = subject
            .as_ref()
            .is_some_and(|subject| self.is_evidence(subject));
        let (rule, confidence) = self.judge(Seen {
            verb: at,
            group: &group,
            frame,
            complement,
            speaker,
            evidence,
            present: subject
                .as_ref()
                .is_some_and(|subject| self.is_present(subject)),
        })?;
        let content = match complement {
            Complement::That(at)
            | Complement::Bare(at, _)
            | Complement::Question(at)
            | Complement::Quotation(at)
            | Complement::Colon(at) => one(at..self.len()),
            _ => one(cue_end..self.len()),
        };
        Some(Finding {
            rule,
            confidence,
            cue: Some(cue),
            source: subject,
            cites: None,
            content,
            polarity: self.polarity(frame, &group),
            stance: word.stance,
        })
    }

    /// The frame of a verb and where its cue ends, with the words that belong to it: *point out*,
    /// *make it clear*; none if they are missing.
    fn idiom(&self, at: usize) -> Option<(Frame, usize)> {
        let frame = self.words[at].frame;
        let clause = Frame::THAT.with(Frame::BARE).with(Frame::QUESTION);
        if frame.has(Frame::OUT) {
            let spoken = clause.with(Frame::QUOTATION).with(Frame::ASIDE);
            return self.reads(at + 1, "out").then_some((spoken, at + 2));
        }
        if frame.has(Frame::CLEAR) {
            let clear = (at + 1..self.len().min(at + 6))
                .find(|clear| self.reads(*clear, "clear") || self.reads(*clear, "sure"))?;
            return Some((clause, clear + 1));
        }
        Some((frame, at + 1))
    }

    /// Whether the word at `at` is used as a verb that can have a clause.
    fn is_verb(&self, at: usize, group: &Group) -> bool {
        let word = self.words[at];
        let only_adverbs =
            (group.start..at).all(|at| self.is(at, Class::ADVERB.with(Class::HEDGE)));
        if !only_adverbs {
            // Behind an auxiliary or *to*; "not mentioned" has neither.
            return (group.start..at).any(|at| {
                self.words[at].is_auxiliary()
                    || self.is(at, Class::TO)
                    || self.kind(at) == Some(Kind::Clitic)
            });
        }
        let Some(before) = self.before(group.start) else {
            return word.can_be(Form::ING) || word.can_be(Form::BASE) && !word.is(Class::NOUN);
        };
        let nominal = before.kind() == Kind::Clitic
            || !before.name
                && (before.is(Class::DETERMINER.with(Class::POSSESSIVE))
                    && (word.is(Class::NOUN) || !before.is(Class::PRONOUN))
                    || before.is(Class::ADJECTIVE) && word.is(Class::NOUN));
        if word.can_be(Form::ING) {
            return !nominal && !before.is(Class::ADJECTIVE);
        }
        if nominal || before.is(Class::PREPOSITION) && !before.name {
            return false;
        }
        if word.can_be(Form::PAST) {
            return true;
        }
        if word.can_be(Form::PARTICIPLE) && !word.can_be(Form::BASE) {
            return false;
        }
        // "…, Lee reports." and "they deny it and claim that".
        let closes = before.name && self.get(at + 1).is_none_or(|_| self.is_break(at + 1));
        let joined = before.is(Class::COORDINATOR) && self.is(at + 1, Class::THAT);
        !word.is(Class::NOUN) || self.finite(at) != Finite::No || closes || joined
    }

    /// Where the clause of the verb at `at` may begin at the earliest.
    pub(super) fn clause_from(&self, at: usize) -> usize {
        (0..at)
            .rev()
            .take(64)
            .find(|at| matches!(self.kind(*at), Some(Kind::Semicolon)) || self.words[*at].quoted)
            .map_or(at.saturating_sub(64), |mark| mark + 1)
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
        // "The dam holds, it was announced."
        let hidden = matches!(complement, Complement::Nothing(_))
            && self.reads(group.start.wrapping_sub(1), "it")
            && self.content_before(group.start - 1, frame);
        let by = (at + 1..self.len().min(at + 4)).find(|at| self.reads(*at, "by"));
        let source = by.and_then(|by| self.phrase_after(by + 1));
        let confidence = match complement {
            Complement::That(_) if source.is_some() => 70,
            Complement::That(_) => 60,
            Complement::Infinitive => 50,
            _ if hidden => 60,
            _ => return None,
        };
        Some(Finding {
            rule: Rule::Passive,
            confidence,
            cue: Some(group.start..at + 1),
            source,
            cites: None,
            content: one(0..self.len()),
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
