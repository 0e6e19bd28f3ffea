//! Which blocks of a page are in a text that was made of a part of it.

use std::collections::HashMap;

/// Words that a partly kept block has in common with the text, at least (of 100).
/// How often a block's beginning is looked up in the text.
const MOST_PLACES: usize = 8;
/// Words that make a beginning.
const KEY: usize = 4;

/// The share of each block, 0 to 1, that is in the text, order kept: of two equal blocks the one
/// that stands where the text has it.
pub fn shares<'a>(blocks: impl Iterator<Item = &'a str>, text: &str) -> Vec<f32> {
    let mut numbers = HashMap::new();
    let text = words(text, &mut numbers);
    let blocks: Vec<Vec<u32>> = blocks.map(|block| words(block, &mut numbers)).collect();
    let chain = chain(&blocks, &text);
    let mut shares = vec![0.0; blocks.len()];
    for &(block, _) in &chain {
        shares[block] = 1.0;
    }
    // Blocks of which the text has only some words stand between those that it has whole.
    let (mut block, mut at) = (0, 0);
    for (next, place) in chain.into_iter().chain([(blocks.len(), text.len())]) {
        let gap = &text[at.min(place)..place];
        if gap.len() >= KEY {
            partly(&blocks[block..next], gap, &mut shares[block..next]);
        }
        if next < blocks.len() {
            block = next + 1;
            at = place + blocks[next].len();
        }
    }
    shares
}

fn words(text: &str, numbers: &mut HashMap<String, u32>) -> Vec<u32> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        found.push(*numbers.entry(word.to_lowercase()).or_insert(next));
    }
    found
}

/// The blocks that are in the text whole, as (block, place), rising in both, with as many words as
/// can be.
fn chain(blocks: &[Vec<u32>], text: &[u32]) -> Vec<(usize, usize)> {
    let mut places: HashMap<&[u32], Vec<usize>> = HashMap::new();
    for length in 1..=KEY {
        for (at, key) in text.windows(length).enumerate() {
            places.entry(key).or_default().push(at);
        }
    }
    // `best[p]`: most words of a chain that ends before place p, kept as a Fenwick tree of maxima.
    let mut best = Maxima::new(text.len());
    let mut links: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (block, words) in blocks.iter().enumerate() {
        let Some(found) = places.get(&words[..words.len().min(KEY)]) else {
            continue;
        };
        let found: Vec<(usize, (u64, Option<usize>))> = found
            .iter()
            .filter(|at| text[**at..].starts_with(words))
            .take(MOST_PLACES)
            .map(|at| (*at, best.before(*at)))
            .collect();
        for (at, (weight, link)) in found {
            links.push((block, at, link));
            // Long runs count for more than their words: one paragraph beats many short scraps.
            let gain = (words.len() * words.len().min(12)) as u64;
            best.put(at + words.len(), weight + gain, links.len() - 1);
        }
    }
    let mut chain = Vec::new();
    let mut link = best.before(text.len()).1;
    while let Some(at) = link {
        let (block, place, before) = links[at];
        chain.push((block, place));
        link = before;
    }
    chain.reverse();
    chain
}

struct Maxima(Vec<(u64, Option<usize>)>);

impl Maxima {
    fn new(length: usize) -> Self {
        Self(vec![(0, None); length + 2])
    }

    /// The best that was put at or before a place.
    fn before(&self, place: usize) -> (u64, Option<usize>) {
        let mut at = place + 1;
        let mut best = (0, None);
        while at > 0 {
            if self.0[at].0 > best.0 {
                best = self.0[at];
            }
            at &= at - 1;
        }
        best
    }

    fn put(&mut self, place: usize, weight: u64, link: usize) {
        let mut at = place + 1;
        while at < self.0.len() {
            if self.0[at].0 < weight {
                self.0[at] = (weight, Some(link));
            }
            at += at & at.wrapping_neg();
        }
    }
}

/// The share of each block's words that stand in runs of three that the text has.
fn partly(blocks: &[Vec<u32>], text: &[u32], shares: &mut [f32]) {
    const RUN: usize = 3;
    let mut runs: HashMap<&[u32], u32> = HashMap::new();
    for run in text.windows(RUN) {
        *runs.entry(run).or_default() += 1;
    }
    for (words, share) in blocks.iter().zip(shares) {
        if words.len() < RUN {
            continue;
        }
        let mut covered = vec![false; words.len()];
        for (at, run) in words.windows(RUN).enumerate() {
            if runs.contains_key(run) {
                covered[at..at + RUN].fill(true);
            }
        }
        let count = covered.iter().filter(|c| **c).count();
        *share = count as f32 / words.len() as f32;
    }
}
