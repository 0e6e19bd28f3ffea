//! Chains: where one source rests on another.

use std::ops::Range;

use super::Polarity;
use super::bits::{Form, Frame, Stance};
use super::finding::{Finding, one};
use super::rule::AttributionRule as Rule;
use super::sentence::Sentence;

/// How many findings before it a citation can belong to.
const FINDINGS: usize = 8;

impl Sentence<'_> {
    /// Adds to the findings of the sentence whom their sources cite.
    pub(super) fn link_chains(&self, found: &mut Vec<Finding>) {
        for at in 0..self.len() {
            let word = self.words[at];
            let quotes = self.reads(at, "quoted") || self.reads(at, "quotes");
            if word.quoted || word.name && at > 0 || !(word.takes(Frame::CITE) || quotes) {
                continue;
            }
            let group = self.group(at, self.clause_from(at));
            if group.passive {
                continue;
            }
            let Some(cited) = self.phrase_after(at + 1) else {
                continue;
            };
            if !self.is_speaker(&cited) {
                continue;
            }
            let saying = self.reads(cited.end, "as")
                && self
                    .get(cited.end + 1)
                    .is_some_and(|word| word.can_be(Form::ING));
            if quotes && !saying {
                continue;
            }
            let citing = self.subject_of(at, &group, 0, found);
            self.cite(found, at, citing, cited, saying);
        }
        within_according(found);
    }

    fn cite(
        &self,
        found: &mut Vec<Finding>,
        at: usize,
        citing: Option<Range<usize>>,
        cited: Range<usize>,
        saying: bool,
    ) {
        let same = |finding: &&mut Finding| {
            finding.source.as_ref().is_some_and(|source| {
                citing
                    .as_ref()
                    .is_none_or(|who| who.start < source.end && source.start < who.end)
            })
        };
        if !saying && let Some(finding) = found.iter_mut().rev().take(FINDINGS).find(same) {
            finding.cites = Some(cited);
            return;
        }
        found.push(Finding {
            rule: Rule::Cites,
            // With "as saying" the content is there; without, it may only be an example.
            confidence: if saying { 75 } else { 55 },
            cue: Some(at..at + 1),
            source: citing,
            content: one(cited.end..self.len()),
            cites: Some(cited),
            polarity: Polarity::Positive,
            stance: Stance::Neutral,
        });
    }
}

/// "According to the paper, Lee believes": the paper rests on Lee.
fn within_according(found: &mut [Finding]) {
    let inner = found
        .iter()
        .find(|finding| finding.rule != Rule::AccordingTo && finding.confidence >= 70)
        .and_then(|finding| finding.source.clone());
    let outer = found
        .iter_mut()
        .find(|finding| finding.rule == Rule::AccordingTo && finding.cites.is_none());
    if let (Some(inner), Some(outer)) = (inner, outer)
        && outer.source.as_ref() != Some(&inner)
    {
        outer.cites = Some(inner);
    }
}
