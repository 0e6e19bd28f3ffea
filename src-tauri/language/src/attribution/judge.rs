//! How sure a verb with its subject and what follows it is.

use super::bits::{Class, Form, Frame};
use super::complement::Complement;
use super::rule::AttributionRule as Rule;
use super::sentence::{Finite, Group, Sentence};
use crate::tokens::Kind;

/// A verb, what it can attribute, and what stands around it.
pub(super) struct Seen<'g> {
    pub(super) verb: usize,
    pub(super) group: &'g Group,
    pub(super) frame: Frame,
    pub(super) complement: Complement,
    /// Its subject can say something.
    pub(super) speaker: bool,
    /// Its subject is a study, footage, a document.
    pub(super) evidence: bool,
    /// Its subject is *I*, *we* or *you*: talk rather than report.
    pub(super) present: bool,
}

impl Sentence<'_> {
    /// The rule that applies, and its confidence in percent.
    pub(super) fn judge(&self, mut seen: Seen) -> Option<(Rule, u8)> {
        seen.complement = self.doubted(&seen);
        let frame = seen.frame;
        if frame.has(Frame::MIND) {
            return self.judge_mind(&seen);
        }
        // Verbs that only show, such as *demonstrate*, and others whose subject is evidence.
        let shows = frame.has(Frame::EVIDENCE) && (seen.evidence || !frame.has(Frame::QUOTATION));
        if shows && !frame.has(Frame::ANY) {
            return Self::judge_evidence(&seen);
        }
        let (rule, confidence) = self.judge_speech(&seen)?;
        let noun = self.words[seen.verb].is(Class::NOUN);
        let past = self.words[seen.verb].can_be(Form::PAST);
        Some(match (seen.speaker || frame.has(Frame::ANY), noun) {
            (true, _) => (rule, confidence),
            (false, true) => (rule, confidence.min(50)),
            // Nobody was found who says it: "to say that" needs nobody.
            (false, false) if seen.group.infinitive => (rule, confidence),
            (false, false) if past => (rule, confidence - 25),
            (false, false) => (rule, confidence - 12),
        })
    }

    fn judge_mind(&self, seen: &Seen) -> Option<(Rule, u8)> {
        if !seen.speaker {
            return None;
        }
        let fits = self.fits(seen.frame, seen.complement);
        let confidence = match seen.complement {
            Complement::That(_) => 85,
            Complement::Bare(_, Finite::Strong) if fits => 80,
            Complement::Bare(..) if fits => 60,
            Complement::Question(_) if fits && seen.group.negated => 72,
            Complement::Question(_) if fits => 65,
            Complement::Infinitive | Complement::Object if seen.frame.has(Frame::THAT) => 30,
            _ => return None,
        };
        let rule = if seen.evidence && seen.frame.has(Frame::EVIDENCE) {
            Rule::Shows
        } else {
            Rule::Thinks
        };
        Some((rule, confidence))
    }

    fn judge_evidence(seen: &Seen) -> Option<(Rule, u8)> {
        let confidence = match seen.complement {
            Complement::That(_) | Complement::Quotation(_) | Complement::Colon(_) => 88,
            Complement::Bare(_, Finite::Strong) => 85,
            Complement::Question(_) => 70,
            Complement::Bare(..) => 60,
            Complement::Object => 55,
            _ => return None,
        };
        let doubt = if seen.evidence { 0 } else { 15 };
        Some((Rule::Shows, confidence - doubt))
    }

    fn judge_speech(&self, seen: &Seen) -> Option<(Rule, u8)> {
        let frame = seen.frame;
        let any = frame.has(Frame::ANY);
        let fits = self.fits(frame, seen.complement);
        // "Lee commented:" — what follows is another sentence's, but the speaker is found here.
        let announces = self.announces()
            && match seen.complement {
                Complement::Colon(from) | Complement::Nothing(from) => from + 1 >= self.len(),
                Complement::Object => true,
                _ => false,
            };
        Some(match seen.complement {
            _ if announces && frame.has(Frame::QUOTATION) => (Rule::SaysQuote, 60),
            Complement::That(_) if fits => (Rule::SaysThat, 92),
            Complement::Bare(_, Finite::Strong) if fits => (Rule::SaysThat, 88),
            Complement::Bare(..) if any => (Rule::SaysThat, 75),
            Complement::Bare(..) if fits => (Rule::SaysThat, 62),
            Complement::Question(_) if fits => (Rule::SaysHow, 72),
            // "a sign reading “Closed”": a word or two are no speech.
            Complement::Quotation(at) if !any && self.quoted_words(at) < 3 => (Rule::SaysQuote, 60),
            Complement::Quotation(_) if fits => (Rule::SaysQuote, 94),
            Complement::Quotation(_) => (Rule::SaysQuote, 60),
            Complement::Colon(_) if fits => (Rule::SaysQuote, 80),
            Complement::Object if any && !seen.present && self.says_much(seen.verb) => {
                (Rule::SaysThat, 72)
            }
            Complement::Object if any => (Rule::SaysThat, 60),
            Complement::Nothing(_) if any && seen.speaker => (Rule::SaysThat, 60),
            Complement::Infinitive if frame.has(Frame::THAT) => (Rule::Act, 45),
            Complement::Object if frame.has(Frame::THAT) => (Rule::Act, 40),
            _ => return None,
        })
    }

    /// What follows, with doubts: behind an infinitive or a participle a bare clause is rather
    /// an object and the verb of somebody else.
    fn doubted(&self, seen: &Seen) -> Complement {
        let Complement::Bare(from, finite) = seen.complement else {
            return seen.complement;
        };
        let own_subject = self.is(from, Class::SUBJECT);
        let relative = self
            .before(seen.group.start)
            .is_some_and(|word| word.is(Class::RELATIVE));
        // "few who saw it will": the verb is that of *few*.
        if relative && !seen.frame.has(Frame::BARE) {
            return Complement::Object;
        }
        if seen.frame.has(Frame::ANY) || own_subject {
            return seen.complement;
        }
        if seen.frame.has(Frame::MIND) && self.has_infinitive(from) {
            return Complement::Object;
        }
        let word = self.words[seen.verb];
        // "charges announced in the capital were": no circumstance, but a participle's place.
        let reduced = seen.group.start == seen.verb
            && word.can_be(Form::PARTICIPLE)
            && self.is(seen.verb + 1, Class::PREPOSITION);
        if reduced {
            Complement::Object
        } else if seen.group.infinitive || word.can_be(Form::ING) {
            Complement::Bare(from, finite.min(Finite::Weak))
        } else {
            seen.complement
        }
    }

    /// "expect the team to do better than it did": an infinitive comes before any finite verb.
    fn has_infinitive(&self, from: usize) -> bool {
        (from..self.len())
            .take_while(|at| self.finite(*at) != Finite::Strong && !self.is_break(*at))
            .any(|at| self.is_infinitive(at))
    }

    /// Whether more than "nothing" or "little about" follows.
    fn says_much(&self, verb: usize) -> bool {
        let ends = Class::PREPOSITION.with(Class::COORDINATOR);
        let end = (verb + 1..self.len())
            .find(|at| self.is_break(*at) || self.is(*at, ends) && !self.words[*at].name)
            .unwrap_or(self.len());
        end - verb > 3
    }

    /// How many words of the quotation at `start` follow there.
    fn quoted_words(&self, start: usize) -> usize {
        self.words[start..]
            .iter()
            .take_while(|word| word.quoted)
            .filter(|word| word.token.is_word())
            .count()
    }

    /// Whether the sentence ends as if what it announces came next.
    fn announces(&self) -> bool {
        self.words
            .last()
            .is_some_and(|word| matches!(word.kind(), Kind::Colon | Kind::Comma))
    }
}
