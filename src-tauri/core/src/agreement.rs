//! How far checkers who read the same sentences agree, beyond what chance would give.
//!
//! Two checkers: Cohen's kappa (Cohen 1960), with the large-sample standard error of Fleiss, Cohen
//! and Everitt (1969). Any number of them, whoever read what: Krippendorff's alpha for nominal data
//! (Krippendorff 2004, 11.3.1), with percentiles of a bootstrap over sentences. Every interval
//! covers 95 %. A figure that is not defined (everybody used one tag only) is none, never a zero.

mod view;

use crate::view::Tag;

pub use view::{AgreementView, Disagreement, PairView, ReaderView, TagAgreement};

/// The tags, in the order of tables.
pub const TAGS: [Tag; 4] = [
    Tag::Verified,
    Tag::Disputed,
    Tag::AttributedOnly,
    Tag::NoClaim,
];

/// Resamples of the bootstrap.
const RESAMPLES: usize = 2_000;
/// 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// An estimate with its interval of 95 %.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Figure {
    /// The estimate; 1 is full agreement, 0 what chance gives.
    pub value: f64,
    /// Where the interval begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
}

/// Where a tag stands in tables.
#[must_use]
pub fn place(tag: Tag) -> usize {
    TAGS.iter().position(|one| *one == tag).unwrap_or(0)
}

/// How often one checker gave one tag and the other another: rows are the first one's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Table(pub [[u32; 4]; 4]);

impl Table {
    /// Counts one sentence.
    pub fn count(&mut self, first: Tag, second: Tag) {
        self.0[place(first)][place(second)] += 1;
    }

    /// Sentences that both tagged.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().flatten().sum()
    }

    /// Sentences that both tagged alike.
    #[must_use]
    pub fn agreed(&self) -> u32 {
        (0..4).map(|tag| self.0[tag][tag]).sum()
    }

    /// How often each checker gave a tag.
    #[must_use]
    pub fn given(&self, tag: Tag) -> (u32, u32) {
        let tag = place(tag);
        (
            self.0[tag].iter().sum(),
            self.0.iter().map(|row| row[tag]).sum(),
        )
    }

    /// Of all that both alike gave a tag, in proportion to what either gave: specific agreement
    /// (Fleiss 1981, 13.1), 0 to 1. None where neither gave it.
    #[must_use]
    pub fn of_tag(&self, tag: Tag) -> Option<f64> {
        let (first, second) = self.given(tag);
        let both = self.0[place(tag)][place(tag)];
        let either = first + second;
        (either > 0).then(|| 2.0 * f64::from(both) / f64::from(either))
    }

    /// Cohen's kappa. None where nothing was tagged by both, or both used one and the same tag
    /// throughout: chance alone would give that.
    #[must_use]
    pub fn kappa(&self) -> Option<Figure> {
        let n = f64::from(self.total());
        let share = |row: usize, column: usize| f64::from(self.0[row][column]) / n;
        let first: Vec<f64> = (0..4).map(|i| (0..4).map(|j| share(i, j)).sum()).collect();
        let second: Vec<f64> = (0..4).map(|j| (0..4).map(|i| share(i, j)).sum()).collect();
        let chance: f64 = (0..4).map(|k| first[k] * second[k]).sum();
        if n == 0.0 || chance >= 1.0 {
            return None;
        }
        let observed: f64 = (0..4).map(|k| share(k, k)).sum();
        let kappa = (observed - chance) / (1.0 - chance);
        let beside = 1.0 - kappa;
        let mut spread = -(kappa - chance * beside).powi(2);
        for i in 0..4 {
            for j in 0..4 {
                spread += share(i, j)
                    * if i == j {
                        (1.0 - (first[i] + second[i]) * beside).powi(2)
                    } else {
                        (beside * (second[i] + first[j])).powi(2)
                    };
            }
        }
        // What is left of rounding below nothing is nothing.
        let error = (spread.max(0.0) / n).sqrt() / (1.0 - chance);
        Some(Figure {
            value: kappa,
            low: (kappa - Z * error).max(-1.0),
            high: (kappa + Z * error).min(1.0),
        })
    }
}

/// What the checkers of one sentence gave it: how often each tag.
type Given = [u32; 4];

/// Krippendorff's alpha over sentences, each with the tags that its readers gave; those of fewer
/// than two readers do not count. None where nothing can be compared, or everybody used one tag.
#[must_use]
pub fn alpha(sentences: &[Vec<Tag>]) -> Option<Figure> {
    let given: Vec<Given> = sentences
        .iter()
        .filter(|tags| tags.len() > 1)
        .map(|tags| {
            let mut given = Given::default();
            tags.iter().for_each(|tag| given[place(*tag)] += 1);
            given
        })
        .collect();
    let value = alpha_of(given.iter())?;
    let mut draw = Draw::new(given.len() as u64);
    let mut found = Vec::with_capacity(RESAMPLES);
    for _ in 0..RESAMPLES {
        let sample: Vec<&Given> = given
            .iter()
            .map(|_| &given[draw.below(given.len())])
            .collect();
        // A sample that happens to hold one tag only shows no disagreement.
        found.push(alpha_of(sample.into_iter()).unwrap_or(1.0));
    }
    found.sort_by(f64::total_cmp);
    let at = |percent: usize| found[(RESAMPLES - 1) * percent / 1000];
    Some(Figure {
        value,
        low: at(25),
        high: at(975),
    })
}

fn alpha_of<'g>(given: impl Iterator<Item = &'g Given>) -> Option<f64> {
    let mut values = [0.0; 4];
    let mut apart = 0.0;
    for one in given {
        let readers: u32 = one.iter().sum();
        let mut pairs = 0;
        for (tag, times) in one.iter().enumerate() {
            values[tag] += f64::from(*times);
            pairs += times * (readers - times);
        }
        apart += f64::from(pairs) / f64::from(readers - 1);
    }
    let all: f64 = values.iter().sum();
    let chance: f64 = values.iter().map(|one| one * (all - one)).sum();
    (chance > 0.0).then(|| 1.0 - (all - 1.0) * apart / chance)
}

/// Numbers that are the same for the same seed: SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Debug)]
pub struct Draw(u64);

impl Draw {
    /// From a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`, each as likely as any other.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        // The high half times the limit: without the bias of a remainder that anybody could see.
        usize::try_from((u128::from(z) * limit as u128) >> 64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
