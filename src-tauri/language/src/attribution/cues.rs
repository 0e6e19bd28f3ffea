//! Attribution by other cues than verbs: *according to*, *in her words*, *the claim that*,
//! *allegedly*, *footage showed*, a signature.

use std::ops::Range;

use super::Polarity;
use super::bits::{Class, Form, Frame, Stance};
use super::finding::{Finding, one};
use super::rule::AttributionRule as Rule;
use super::sentence::Sentence;
use crate::tokens::{Case, Kind};

impl Sentence<'_> {
    /// Everything that other cues attribute in this sentence.
    pub(super) fn by_cues(&self, found: &mut Vec<Finding>) {
        for at in 0..self.len() {
            if self.words[at].quoted {
                continue;
            }
            let cued = self
                .according_to(at)
                .or_else(|| self.in_words(at))
                .or_else(|| self.claim(at))
                .or_else(|| self.pictures(at))
                .or_else(|| self.minded(at))
                .or_else(|| self.hedge(at));
            found.extend(cued);
        }
        found.extend(self.signed());
    }

    fn according_to(&self, at: usize) -> Option<Finding> {
        if !self.reads(at, "according") || !self.reads(at + 1, "to") {
            return None;
        }
        let source = self.phrase_after(at + 2)?;
        // "according to plan", "according to how": not a source.
        if !self.words[source.start].name
            && self.words[source.clone()]
                .iter()
                .any(|word| word.is(Class::QUESTION))
        {
            return None;
        }
        Some(self.finding(
            Rule::AccordingTo,
            95,
            at..at + 2,
            Some(source.clone()),
            at,
            source.end,
        ))
    }

    /// "in the words of Lee", "in his view", "in Lee's opinion".
    fn in_words(&self, at: usize) -> Option<Finding> {
        if !self.reads(at, "in") {
            return None;
        }
        let noun = (at + 2..self.len().min(at + 8)).find(|noun| {
            ["words", "view", "opinion", "estimation"]
                .iter()
                .any(|word| self.reads(*noun, word))
        })?;
        let source = if self.reads(noun + 1, "of") {
            self.phrase_after(noun + 2)?
        } else {
            // Not "in other words", "in full view".
            let genitive = (at + 2..noun).find(|at| self.kind(*at) == Some(Kind::Clitic));
            let possessive = noun == at + 2 && self.is(at + 1, Class::POSSESSIVE);
            let end = genitive.or(possessive.then_some(noun))?;
            at + 1..end
        };
        let right = source.end.max(noun + 1);
        Some(self.finding(Rule::InWords, 85, at..noun + 1, Some(source), at, right))
    }

    /// "the claim that …", "Lee's view that …".
    fn claim(&self, at: usize) -> Option<Finding> {
        let word = self.words[at];
        if !word.is(Class::CLAIM) || !self.is(at + 1, Class::THAT) || word.name && at > 0 {
            return None;
        }
        // A verb that can have the clause itself: "they claim that".
        if self.before(at).is_none_or(|before| {
            !before.is(Class::DETERMINER
                .with(Class::POSSESSIVE)
                .with(Class::PREPOSITION)
                .with(Class::ADJECTIVE))
                && before.kind() != Kind::Clitic
                && !(before.is_nominal() && !before.name && before.form == Form::NONE)
        }) || self.is(at + 2, Class::FINITE)
        {
            return None;
        }
        let owner = (at.saturating_sub(6)..at).rev().find(|owner| {
            self.is(*owner, Class::POSSESSIVE) || self.kind(*owner) == Some(Kind::Clitic)
        });
        let source = owner.and_then(|owner| {
            if self.is(owner, Class::POSSESSIVE) {
                return Some(owner..owner + 1);
            }
            self.subject_before(0, owner)
        });
        let confidence = if source.is_some() { 72 } else { 60 };
        let mut finding = self.finding(Rule::Claim, confidence, at..at + 1, source, 0, at + 2);
        finding.content = one(at + 2..self.len());
        finding.stance = Stance::Distancing;
        Some(finding)
    }

    /// "Footage aired on Monday showed men at the dam", "State television also showed the dam".
    fn pictures(&self, at: usize) -> Option<Finding> {
        let word = self.words[at];
        let shows = word.takes(Frame::EVIDENCE) && !word.takes(Frame::ANY)
            || [
                "appeared", "appears", "seemed", "seems", "depicts", "depicted", "shows",
            ]
            .iter()
            .any(|verb| self.reads(at, verb));
        if !shows || word.name && at > 0 {
            return None;
        }
        let group = self.group(at, self.clause_from(at));
        if group.passive || group.infinitive {
            return None;
        }
        let subject = self.subject_before(0, group.start)?;
        let head = self.head(&subject);
        if !self.words[head].iter().any(|word| word.is(Class::PICTURE)) {
            return None;
        }
        // "appeared to show".
        let end = if self.is(at + 1, Class::TO) {
            at + 3
        } else {
            at + 1
        }
        .min(self.len());
        let mut finding = self.finding(Rule::Pictures, 70, at..end, Some(subject), 0, end);
        finding.content = one(end..self.len());
        Some(finding)
    }

    /// "is confident that the dam holds".
    fn minded(&self, at: usize) -> Option<Finding> {
        let word = self.words[at];
        if !word.is(Class::MIND) || word.name && at > 0 {
            return None;
        }
        let group = self.group(at, self.clause_from(at));
        if group.start == at
            || !(group.start..at)
                .any(|at| self.words[at].is_auxiliary() || self.kind(at) == Some(Kind::Clitic))
        {
            return None;
        }
        let subject = self.subject_of(at, &group, 0, &[])?;
        let clause = self.complement(at, false);
        use super::complement::Complement;
        let confidence = match clause {
            Complement::That(_) => 76,
            Complement::Bare(..) => 72,
            _ => return None,
        };
        if !self.is_speaker(&subject)
            || self.reads(subject.start, "it")
            || self.reads(subject.start, "there")
        {
            return None;
        }
        let mut finding = self.finding(
            Rule::Thinks,
            confidence,
            at..at + 1,
            Some(subject),
            0,
            at + 1,
        );
        finding.content = one(at + 1..self.len());
        if group.negated {
            finding.polarity = Polarity::Negative;
        }
        Some(finding)
    }

    fn hedge(&self, at: usize) -> Option<Finding> {
        let word = self.words[at];
        if !word.is(Class::HEDGE) || word.name && at > 0 {
            return None;
        }
        let mut finding = self.finding(Rule::Hedge, 60, at..at + 1, None, 0, at + 1);
        finding.content = one(at + 1..self.len());
        finding.stance = Stance::Distancing;
        Some(finding)
    }

    /// "The dam holds. — Kim Lee": a name behind a dash, or alone behind a full stop, at the end.
    fn signed(&self) -> Option<Finding> {
        let dash = (self.len().saturating_sub(7)..self.len())
            .rev()
            .find(|at| {
                self.kind(*at) == Some(Kind::Dash)
                    || self.kind(*at) == Some(Kind::Stop) && !self.is_abbreviation_stop(*at)
            })?;
        let name = dash + 1..self.len();
        let all_names = self.words[name.clone()]
            .iter()
            .all(|word| word.name && word.token.case == Case::Capital && !word.is(Class::TIME));
        let after_stop = self.kind(dash) == Some(Kind::Stop)
            || dash > 0 && matches!(self.kind(dash - 1), Some(Kind::Stop | Kind::Quote(_)));
        if !all_names || name.len() < 2 || dash < 6 || !after_stop {
            return None;
        }
        let mut finding = self.finding(Rule::Signed, 80, dash..dash + 1, Some(name), 0, self.len());
        finding.content = one(0..dash);
        finding.cue = None;
        Some(finding)
    }

    fn finding(
        &self,
        rule: Rule,
        confidence: u8,
        cue: Range<usize>,
        source: Option<Range<usize>>,
        left: usize,
        right: usize,
    ) -> Finding {
        Finding {
            rule,
            confidence,
            cue: Some(cue),
            source,
            cites: None,
            content: [0..left, right..self.len()],
            polarity: Polarity::Positive,
            stance: Stance::Neutral,
        }
    }
}
