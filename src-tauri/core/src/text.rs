//! Offsets and spans. Stored offsets count Unicode code points; this file is the one place
//! that converts them (bytes for Rust slices, UTF-16 units never leave the screen).

use serde::{Deserialize, Serialize};

/// A place in a text, counted in Unicode code points from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(type = "number"))]
pub struct CodePoint(pub u32);

/// A half-open stretch of a text, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Span {
    /// First code point of the stretch.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
}

impl Span {
    /// A span from two counts of code points.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self {
            start: CodePoint(start),
            end: CodePoint(end),
        }
    }

    /// Length in code points; 0 for a reversed span.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.0.saturating_sub(self.start.0)
    }

    /// Whether nothing lies in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the two share at least one code point.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start.0 < other.end.0 && other.start.0 < self.end.0
    }

    /// Whether all of `other` lies in this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start.0 <= other.start.0 && other.end.0 <= self.end.0
    }
}

/// Converts code points to bytes of one text, in O(1) for ASCII and O(1) amortised otherwise
/// (a byte offset is kept for every 64th code point).
#[derive(Clone, Debug)]
pub struct Index {
    every_64th: Vec<u32>,
    len: u32,
}

const STRIDE: usize = 64;

impl Index {
    /// Indexes `text`. Texts beyond 4 GiB do not occur: import caps them far below.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut every_64th = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut len = 0_u32;
        for (byte, _) in text.char_indices() {
            if (len as usize).is_multiple_of(STRIDE) {
                every_64th.push(u32::try_from(byte).unwrap_or(u32::MAX));
            }
            len += 1;
        }
        Self { every_64th, len }
    }

    /// Length of the text in code points.
    #[must_use]
    pub const fn len(&self) -> CodePoint {
        CodePoint(self.len)
    }

    /// Whether the text is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The byte where code point `at` starts; the text's length for anything at or past its end.
    #[must_use]
    pub fn byte(&self, text: &str, at: CodePoint) -> usize {
        if at.0 >= self.len {
            return text.len();
        }
        let block = at.0 as usize / STRIDE;
        let from = self.every_64th.get(block).copied().unwrap_or(0) as usize;
        let rest = &text[from..];
        rest.char_indices()
            .nth(at.0 as usize % STRIDE)
            .map_or(text.len(), |(byte, _)| from + byte)
    }

    /// The words of `span`, cut to the text; empty for a reversed span.
    #[must_use]
    pub fn slice<'t>(&self, text: &'t str, span: Span) -> &'t str {
        let (start, end) = (self.byte(text, span.start), self.byte(text, span.end));
        text.get(start..end).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_count_code_points_in_any_script() {
        let table = [
            ("plain", "The dam.", 4, 7, "dam"),
            ("accents", "Été à Zürich", 6, 12, "Zürich"),
            (
                "emoji are one or several code points",
                "a😀b👨‍👩‍👧c",
                1,
                2,
                "😀",
            ),
            ("right to left", "אבג דה", 4, 6, "דה"),
            ("past the end is cut", "abc", 1, 99, "bc"),
            ("reversed is empty", "abc", 2, 1, ""),
        ];
        for (why, text, start, end, expected) in table {
            assert_eq!(
                Index::new(text).slice(text, Span::new(start, end)),
                expected,
                "{why}"
            );
        }
    }

    #[test]
    fn every_code_point_of_a_long_text_is_found() {
        let text: String = (0..1000)
            .map(|n| {
                if n % 7 == 0 {
                    'é'
                } else if n % 11 == 0 {
                    '😀'
                } else {
                    'x'
                }
            })
            .collect();
        let index = Index::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(
                index.byte(&text, CodePoint(u32::try_from(n).unwrap())),
                byte
            );
        }
    }
}
