//! What no report could hold is taken out of every text, whatever its format: control characters
//! other than white space, and code points that are no characters.

use std::collections::{HashMap, HashSet};

use stet_core::text::CodePoint;

use crate::document::{FoundBlock, Remark};

/// Takes them out of a text; says how many there were.
pub fn scrub(text: &mut String) -> usize {
    let dropped = text.chars().filter(|c| !stays(*c)).count();
    if dropped > 0 {
        text.retain(stays);
    }
    dropped
}

/// Takes them out of blocks and remarks, which stay on their words; says how many there were.
pub fn scrub_all(blocks: &mut [FoundBlock], remarks: &mut [Remark]) -> usize {
    let noted: HashSet<usize> = remarks.iter().map(|remark| remark.block as usize).collect();
    let mut moved: HashMap<usize, Vec<Moved>> = HashMap::new();
    let mut dropped = 0;
    for (at, block) in blocks.iter_mut().enumerate() {
        let count = block.text.chars().filter(|c| !stays(*c)).count();
        if count > 0 && noted.contains(&at) {
            let (text, places) = collapse_again(&block.text);
            block.text = text;
            moved.insert(at, places);
        } else if count > 0 {
            block.text.retain(stays);
        }
        dropped += count;
    }
    for remark in remarks {
        scrub(&mut remark.author);
        scrub(&mut remark.text);
        let Some(places) = moved.get(&(remark.block as usize)) else {
            continue;
        };
        let last = places.last().map_or(CodePoint(0), |moved| moved.end);
        let on_words = remark.start < remark.end;
        let start = places.get(remark.start.0 as usize);
        let before_end = remark
            .end
            .0
            .checked_sub(1)
            .and_then(|at| places.get(at as usize));
        remark.end = before_end.map_or(CodePoint(0), |moved| moved.end);
        let start = start.map_or(last, |moved| moved.start);
        remark.start = if on_words {
            start.min(remark.end)
        } else {
            remark.end
        };
    }
    dropped
}

/// Where a code point went.
struct Moved {
    /// Where it stands, or what came next if it is gone.
    start: CodePoint,
    /// Where the words up to it end.
    end: CodePoint,
}

/// The text without them, in which white space may meet that was apart before.
fn collapse_again(text: &str) -> (String, Vec<Moved>) {
    let mut out = String::with_capacity(text.len());
    let (mut length, mut space) = (0_u32, false);
    let mut places = Vec::with_capacity(text.len());
    for c in text.chars() {
        let start = CodePoint(length + u32::from(space));
        if c.is_whitespace() {
            space = length > 0;
        } else if stays(c) {
            if std::mem::take(&mut space) {
                out.push(' ');
                length += 1;
            }
            out.push(c);
            length += 1;
        }
        places.push(Moved {
            start,
            end: CodePoint(length),
        });
    }
    (out, places)
}

fn stays(c: char) -> bool {
    let is_none = matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE;
    !is_none && (!c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::RemarkKind;
    use stet_core::view::BlockKind;

    #[test]
    fn remarks_stay_on_their_words() {
        let table = [
            (
                "before them",
                "\u{1}a \u{2} word b",
                (5, 9),
                "a word b",
                "word",
            ),
            ("within them", "a wo\u{1}rd b", (2, 7), "a word b", "word"),
            (
                "around them",
                "a \u{1}word\u{2} b",
                (2, 8),
                "a word b",
                "word",
            ),
            ("at the end", "a word \u{1}", (2, 6), "a word", "word"),
            (
                "nothing is left of them",
                "a \u{1}\u{2} b",
                (2, 4),
                "a b",
                "",
            ),
            ("on a place", "a\u{1} b", (2, 2), "a b", ""),
        ];
        for (why, text, (start, end), expected, on) in table {
            let mut blocks = [FoundBlock::new(BlockKind::Paragraph, text)];
            let mut remarks = [Remark {
                block: 0,
                start: CodePoint(start),
                end: CodePoint(end),
                kind: RemarkKind::Comment,
                author: "A\u{1}nn".into(),
                text: "who?".into(),
            }];
            assert!(scrub_all(&mut blocks, &mut remarks) > 0, "{why}");
            let [remark] = remarks;
            let (start, end) = (remark.start.0 as usize, remark.end.0 as usize);
            let words: String = blocks[0].text.chars().take(end).skip(start).collect();
            assert_eq!(
                (blocks[0].text.as_str(), words.as_str()),
                (expected, on),
                "{why}"
            );
            assert_eq!(remark.author, "Ann", "{why}");
        }
    }
}
