//! Building blocks with remarks: text comes in pieces, white space is collapsed on the way, so
//! that places are right while they are noted.

use stet_core::{text::CodePoint, view::BlockKind};

use crate::document::{FoundBlock, LeftOut, Remark, RemarkKind};

/// A growing list of blocks, the last one open.
#[derive(Debug, Default)]
pub struct Builder {
    blocks: Vec<FoundBlock>,
    remarks: Vec<Remark>,
    open: String,
    length: u32,
    /// White space was met that counts only if words follow.
    space: bool,
    /// Remarks of the open block: their `block` is set when it closes.
    pending: Vec<Remark>,
}

impl Builder {
    /// Adds words to the open block.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = self.length > 0;
            } else {
                if std::mem::take(&mut self.space) {
                    self.open.push(' ');
                    self.length += 1;
                }
                self.open.push(c);
                self.length += 1;
            }
        }
    }

    /// Whether the open block has words.
    pub const fn has_words(&self) -> bool {
        self.length > 0
    }

    /// The words of the open block so far.
    pub fn open(&self) -> &str {
        &self.open
    }

    /// Where the next word of the open block will stand.
    pub fn position(&self) -> CodePoint {
        CodePoint(self.length + u32::from(self.space))
    }

    /// Where the last word of the open block ended.
    pub const fn end(&self) -> CodePoint {
        CodePoint(self.length)
    }

    /// Number of closed blocks.
    pub const fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Notes a remark on words of the open block.
    pub fn remark(
        &mut self,
        kind: RemarkKind,
        start: CodePoint,
        end: CodePoint,
        author: &str,
        text: &str,
    ) {
        self.pending.push(Remark {
            block: 0,
            start: start.min(end),
            end,
            kind,
            author: author.to_owned(),
            text: text.to_owned(),
        });
    }

    /// Notes a remark on words of any block so far.
    pub fn remark_on(&mut self, remark: Remark) {
        if remark.block as usize >= self.blocks.len() {
            self.pending.push(remark);
        } else {
            self.remarks.push(remark);
        }
    }

    /// Adds blocks that were built elsewhere; the open block must be closed.
    pub fn append(&mut self, blocks: Vec<FoundBlock>, remarks: Vec<Remark>) {
        let first = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        self.blocks.extend(blocks);
        self.remarks
            .extend(remarks.into_iter().map(|remark| Remark {
                block: remark.block.saturating_add(first),
                ..remark
            }));
    }

    /// The closed blocks.
    pub fn blocks_mut(&mut self) -> &mut [FoundBlock] {
        &mut self.blocks
    }

    /// Closes the open block. Without words nothing is kept; its remarks go to the end of the block
    /// before, so that none is lost.
    pub fn close(&mut self, kind: BlockKind, left_out: Option<LeftOut>) {
        let text = std::mem::take(&mut self.open);
        let (length, _) = (
            std::mem::take(&mut self.length),
            std::mem::take(&mut self.space),
        );
        let empty = text.is_empty();
        if !empty {
            self.blocks.push(FoundBlock {
                kind,
                text,
                left_out,
            });
        }
        let Some(block) = self.blocks.len().checked_sub(1) else {
            return; // nothing to hang it on yet: it waits for the first block
        };
        let last = if empty {
            self.blocks[block].text.chars().count()
        } else {
            length as usize
        };
        let last = CodePoint(u32::try_from(last).unwrap_or(u32::MAX));
        for mut remark in self.pending.drain(..) {
            remark.block = u32::try_from(block).unwrap_or(u32::MAX);
            if empty {
                (remark.start, remark.end) = (last, last);
            } else {
                remark.end = remark.end.min(last);
                remark.start = remark.start.min(remark.end);
            }
            self.remarks.push(remark);
        }
    }

    /// All blocks and remarks; an open block is a paragraph.
    pub fn finish(mut self) -> (Vec<FoundBlock>, Vec<Remark>) {
        self.close(BlockKind::Paragraph, None);
        (self.blocks, self.remarks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_hold_while_white_space_collapses() {
        let mut builder = Builder::default();
        builder.text("  One \n\t two");
        builder.text("  ");
        let start = builder.position();
        builder.text("three");
        let end = builder.end();
        builder.text("  ");
        builder.remark(RemarkKind::Comment, start, end, "Ann", "who says?");
        builder.close(BlockKind::Paragraph, None);
        builder.text("   ");
        builder.remark(
            RemarkKind::Footnote,
            CodePoint(0),
            CodePoint(0),
            "",
            "on nothing",
        );
        builder.close(BlockKind::Paragraph, None);
        let (blocks, remarks) = builder.finish();
        assert_eq!(
            blocks,
            [FoundBlock::new(BlockKind::Paragraph, "One two three")]
        );
        let places: Vec<_> = remarks
            .iter()
            .map(|remark| (remark.block, remark.start.0, remark.end.0))
            .collect();
        assert_eq!(
            places,
            [(0, 8, 13), (0, 13, 13)],
            "one on its words, one kept at the end"
        );
    }
}
