//! Which blocks of a page are its article. Two extractors are heard; whether a block is kept is
//! then decided block by block, from what they say of it and of its neighbours, and from the block
//! itself, by a weighted sum. The weights were fitted to pages of many sites (`fit.rs`).

use super::align::shares;
use super::extractors::Witnesses;
use super::hints::{Hint, Hints};
use super::survey::{Signals, Survey, Tag};
use super::weights::WEIGHTS;
use crate::title::ends_like_sentence;

/// What is measured of a block: so many numbers, most of them 0 or 1.
pub const FEATURES: usize = OWN + Hint::COUNT as usize;
const OWN: usize = 25;
/// A block's neighbours count with so many code points at most.
const MOST_OF_NEIGHBOUR: u32 = 400;

pub type Features = [f32; FEATURES];

/// Whether each block is a part of the article.
pub fn choose(survey: &Survey, witnesses: &Witnesses) -> Vec<bool> {
    features(survey, witnesses)
        .iter()
        .map(|features| odds(features, &WEIGHTS) >= 0.0)
        .collect()
}

/// The logarithm of the odds that a block is kept.
pub fn odds(features: &Features, weights: &Features) -> f32 {
    features.iter().zip(weights).map(|(a, b)| a * b).sum()
}

/// What is measured, for each block.
pub fn features(survey: &Survey, witnesses: &Witnesses) -> Vec<Features> {
    let heard = |text: &str| shares(survey.blocks.iter().map(|block| block.text.as_str()), text);
    let strict = heard(&witnesses.strict);
    let generous = heard(&witnesses.generous);
    let declared = (!witnesses.declared.is_empty()).then(|| heard(&witnesses.declared));
    let said: Vec<f32> = strict
        .iter()
        .zip(&generous)
        .map(|(a, b)| f32::midpoint(*a, *b))
        .collect();
    let page = PageWide::measure(&survey.signals, &said);
    let yes = |condition: bool| f32::from(u8::from(condition));
    let mut all = Vec::with_capacity(said.len());
    for (at, signals) in survey.signals.iter().enumerate() {
        let text = &survey.blocks[at].text;
        let length = signals.length as f32;
        let linked = signals.linked as f32 / length.max(1.0);
        let declared = declared.as_ref().map(|shares| shares[at]);
        let near = |range| PageWide::around(&survey.signals, &said, range);
        let own: [f32; OWN] = [
            1.0,
            strict[at],
            generous[at],
            yes(strict[at] >= 0.5 && generous[at] >= 0.5),
            yes(strict[at] < 0.5 && generous[at] < 0.5),
            yes(declared.is_some_and(|share| share >= 0.5)),
            yes(declared.is_some_and(|share| share < 0.5)),
            page.of_container(signals.container),
            near(at.saturating_sub(2)..at),
            near(at + 1..at + 3),
            near(at.saturating_sub(7)..at.saturating_sub(2)),
            near(at + 3..at + 8),
            (length + 1.0).ln().min(7.0) / 7.0,
            yes(signals.length < 30),
            yes(signals.length >= 120),
            yes(signals.length >= 100 && linked < 0.3),
            linked,
            yes(linked > 0.8),
            yes(ends_like_sentence(text) || text.ends_with([':', ';'])),
            yes(at < page.first),
            yes(at > page.last),
            yes(signals.tag == Tag::Other),
            yes(matches!(signals.tag, Tag::Item | Tag::Term)),
            yes(signals.tag == Tag::Cell),
            yes(matches!(signals.tag, Tag::Heading(_))),
        ];
        let mut features = [0.0; FEATURES];
        features[..OWN].copy_from_slice(&own);
        // A hint that the whole article stands under tells nothing of a block.
        let hints = signals.hints.without(page.hints).0;
        for (bit, feature) in features[OWN..].iter_mut().enumerate() {
            *feature = yes(hints >> bit & 1 == 1);
        }
        all.push(features);
    }
    all
}

/// What is measured once a page.
#[derive(Debug, Default)]
pub struct PageWide {
    /// The hints that most of what the extractors keep stands under.
    pub hints: Hints,
    /// The first and the last block that they keep.
    first: usize,
    last: usize,
    /// Code points of each container's blocks, and how many of them they keep.
    containers: std::collections::HashMap<u32, (f32, f32)>,
}

impl PageWide {
    /// `said`: the share of each block that the extractors keep.
    pub fn measure(signals: &[Signals], said: &[f32]) -> Self {
        let mut page = Self {
            last: signals.len().saturating_sub(1),
            ..Self::default()
        };
        let kept = |share: &f32| *share >= 0.5;
        if let (Some(first), Some(last)) = (said.iter().position(kept), said.iter().rposition(kept))
        {
            (page.first, page.last) = (first, last);
        }
        let (mut all, mut under) = (0_u64, [0_u64; Hint::COUNT as usize]);
        for (signals, share) in signals.iter().zip(said) {
            let length = signals.length as f32;
            let container = page.containers.entry(signals.container).or_default();
            container.0 += length;
            container.1 += length * share;
            if *share >= 0.5 {
                all += u64::from(signals.length);
                for (bit, count) in under.iter_mut().enumerate() {
                    *count += u64::from(signals.length) * u64::from(signals.hints.0 >> bit & 1);
                }
            }
        }
        for (bit, count) in under.into_iter().enumerate() {
            if all > 0 && count * 5 >= all * 2 {
                page.hints = page.hints | Hints(1 << bit);
            }
        }
        page
    }

    /// The share of a container's text that the extractors keep.
    fn of_container(&self, container: u32) -> f32 {
        self.containers
            .get(&container)
            .map_or(0.0, |(all, kept)| kept / all.max(1.0))
    }

    /// The share that they keep of some neighbours.
    fn around(signals: &[Signals], said: &[f32], range: std::ops::Range<usize>) -> f32 {
        let end = range.end.min(signals.len());
        let start = range.start.min(end);
        let (mut all, mut kept) = (0.0, 0.0);
        for (signals, share) in signals[start..end].iter().zip(&said[start..end]) {
            let weight = signals.length.min(MOST_OF_NEIGHBOUR) as f32;
            all += weight;
            kept += weight * share;
        }
        if all > 0.0 { kept / all } else { 0.0 }
    }
}
