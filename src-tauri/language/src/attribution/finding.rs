//! What a rule found in one sentence, in token numbers of that sentence.

use std::ops::Range;

use super::Polarity;
use super::bits::Stance;
use super::rule::AttributionRule;

/// One attribution before its places are code points.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) rule: AttributionRule,
    /// Percent.
    pub(super) confidence: u8,
    pub(super) cue: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    /// Whom the source rests on in turn.
    pub(super) cites: Option<Range<usize>>,

    /// Up to two stretches, around the reporting clause; either may be empty.
    pub(super) content: [Range<usize>; 2],
    pub(super) polarity: Polarity,
    pub(super) stance: Stance,
}

/// Content in one stretch.
pub(super) fn one(range: Range<usize>) -> [Range<usize>; 2] {
    let end = range.end;
    [range, end..end]
}

impl Finding {
    /// Turns token numbers of a sentence that begins at token `by` into those of the text.
    pub(super) fn shift(&mut self, by: usize) {
        let moved = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
        self.cue.iter_mut().for_each(moved);
        self.source.iter_mut().for_each(moved);
        self.cites.iter_mut().for_each(moved);
        self.content.iter_mut().for_each(moved);
    }
}
