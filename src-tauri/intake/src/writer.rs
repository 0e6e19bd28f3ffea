//! Documents of word processors → blocks: what Word, OpenDocument, RTF and EPUB have in common.
//! Over the builder it knows shapes, tables, text that stands beside a paragraph, and words that
//! somebody marked from here to there.

use std::collections::HashMap;

use stet_core::{text::CodePoint, view::BlockKind};

use crate::MOST_BLOCKS;
use crate::builder::Builder;
use crate::document::{FoundBlock, Remark, RemarkKind};
use crate::shape::Shape;
use crate::title::ends_like_sentence;

/// The longest paragraph in bold, in code points, that is taken for a heading.
const LONGEST_HEADING: usize = 120;

/// Words of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    block: usize,
    start: CodePoint,
    end: CodePoint,
}

/// Blocks and remarks, done.
pub type Written = (Vec<FoundBlock>, Vec<Remark>);

/// A document on its way to blocks.
#[derive(Default)]
pub struct Writer {
    builder: Builder,
    shape: Option<Shape>,
    /// Spans that began, by a key of the format's own.
    begun: HashMap<String, Place>,
    /// How long each closed block is.
    lengths: Vec<CodePoint>,
    /// Line breaks since the last word.
    breaks: u32,
    /// Whether words of the open block are not bold.
    unemphasised: bool,
    /// Paragraphs all in bold, and how many code points stand in others.
    bold: Vec<usize>,
    in_bold: usize,
    in_plain: usize,
    /// What stands beside the open paragraph; it comes after it.
    beside: Vec<Written>,
    tables: Vec<Table>,
    headline: bool,
    /// Level of the first block where that is a heading.
    first_level: u8,
}

#[derive(Default)]
struct Table {
    cells: u32,
    /// Blocks of the table and what they would be outside of one.
    shapes: Vec<(usize, Shape)>,
}

impl Writer {
    /// What the open paragraph becomes when it ends.
    pub fn shape(&mut self, shape: Shape) {
        self.shape = Some(shape);
    }

    /// Adds words.
    pub fn text(&mut self, text: &str, bold: bool) {
        if text.trim().is_empty() {
            self.builder.text(text);
            return;
        }
        // Two line breaks in a row are how many people end a paragraph.
        if std::mem::take(&mut self.breaks) > 1 && self.builder.has_words() {
            let shape = self.shape;
            self.close();
            self.shape = shape;
        }
        self.unemphasised |= !bold;
        self.builder.text(text);
    }

    /// Breaks the line within a paragraph.
    pub fn line_break(&mut self) {
        self.breaks += 1;
        self.builder.text(" ");
    }

    /// Whether there are more blocks than may be, so that it is idle to go on.
    pub const fn full(&self) -> bool {
        self.builder.len() > MOST_BLOCKS
    }

    /// The place where the next words will stand.
    pub const fn here(&self) -> Place {
        let end = self.builder.end();
        Place {
            block: self.builder.len(),
            start: end,
            end,
        }
    }

    /// Words that are marked begin.
    pub fn begin(&mut self, key: &str) {
        self.begun.insert(key.to_owned(), self.here());
    }

    /// Words that are marked end; where they run over several blocks, those in the first count.
    pub fn end(&mut self, key: &str) -> Option<Place> {
        let mut place = self.begun.remove(key)?;
        let ends = |block: usize| self.lengths.get(block).copied();
        place.end = ends(place.block).unwrap_or(self.builder.end());
        if place.start >= place.end && place.block < self.builder.len() {
            place.block += 1;
            place.start = CodePoint(0);
            place.end = ends(place.block).unwrap_or(self.builder.end());
        }
        Some(place)
    }

    /// Notes a remark on words.
    pub fn remark(&mut self, place: Place, kind: RemarkKind, author: &str, text: &str) {
        self.builder.remark_on(Remark {
            block: u32::try_from(place.block).unwrap_or(u32::MAX),
            start: place.start,
            end: place.end,
            kind,
            author: author.trim().to_owned(),
            text: text.trim().to_owned(),
        });
    }

    /// Notes a link on words, if it leads to the web.
    pub fn link(&mut self, place: Place, address: &str) {
        let address = address.trim();
        let scheme = address.split_once("://").map_or("", |(scheme, _)| scheme);
        let web = ["http", "https"]
            .iter()
            .any(|web| scheme.eq_ignore_ascii_case(web));
        if web && place.start < place.end {
            self.remark(place, RemarkKind::Link, "", address);
        }
    }

    /// Adds what stands beside the open paragraph (a text box).
    pub fn beside(&mut self, written: Written) {
        if !written.0.is_empty() {
            self.beside.push(written);
        }
    }

    /// A table begins.
    pub fn table(&mut self) {
        self.close();
        self.tables.push(Table::default());
    }

    /// A cell of the innermost table begins.
    pub fn cell(&mut self) {
        self.close();
        if let Some(table) = self.tables.last_mut() {
            table.cells += 1;
        }
    }

    /// The innermost table ends. One of a single cell is a frame around paragraphs.
    pub fn end_table(&mut self) {
        self.close();
        let Some(table) = self.tables.pop() else {
            return;
        };
        if table.cells < 2 && self.tables.is_empty() {
            let blocks = self.builder.blocks_mut();
            for (block, shape) in table.shapes {
                if let Some(block) = blocks.get_mut(block) {
                    block.kind = shape.kind;
                }
            }
        } else if let Some(outer) = self.tables.last_mut() {
            outer.cells += 1; // more than a frame, with a table in it
        }
    }

    /// Ends the open paragraph; without words nothing is kept of it.
    pub fn close(&mut self) {
        let mut shape = self.shape.take().unwrap_or(Shape::PLAIN);
        self.breaks = 0;
        let bold = !std::mem::take(&mut self.unemphasised);
        if self.builder.has_words() {
            let length = self.builder.end().0 as usize;
            let block = self.builder.len();
            if shape.kind == BlockKind::Headline && std::mem::replace(&mut self.headline, true) {
                shape = Shape::heading(1);
            }
            if let Some(table) = self.tables.last_mut() {
                table.shapes.push((block, shape));
                shape.kind = BlockKind::TableCell;
            }
            if block == 0 {
                self.first_level = shape.level;
            }
            if shape.kind == BlockKind::Paragraph && bold {
                self.bold.push(block);
                self.in_bold += length;
            } else {
                self.in_plain += length;
            }
            self.lengths.push(self.builder.end());
        }
        self.builder.close(shape.kind, shape.left_out);
        for (blocks, remarks) in std::mem::take(&mut self.beside) {
            let length = |block: &FoundBlock| block.text.chars().count();
            let lengths = blocks.iter().map(length);
            let lengths =
                lengths.map(|length| CodePoint(u32::try_from(length).unwrap_or(u32::MAX)));
            self.lengths.extend(lengths);
            self.builder.append(blocks, remarks);
        }
    }

    /// All of it. Headings that are only set in bold are found here.
    pub fn finish(mut self) -> Written {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.close();
        let bold = std::mem::take(&mut self.bold);
        let (headline, first_level) = (self.headline, self.first_level);
        let sparing = self.in_bold * 3 < self.in_plain;
        let (mut blocks, mut remarks) = self.builder.finish();
        if !headline && first_level == 1 && blocks.len() > 1 {
            blocks[0].kind = BlockKind::Headline;
        }
        if sparing {
            for block in bold {
                shape_bold(&mut blocks, block);
            }
        }
        remarks.sort_by_key(|remark| (remark.block, remark.start, remark.end));
        trim(&blocks, &mut remarks);
        (blocks, remarks)
    }

    /// Its words only, paragraphs joined by LF: for a note or a comment.
    pub fn finish_text(self) -> String {
        let texts: Vec<String> = self
            .finish()
            .0
            .into_iter()
            .map(|block| block.text)
            .collect();
        texts.join("\n")
    }
}

/// A short line in bold above other text is a heading; under the headline it is the deck.
fn shape_bold(blocks: &mut [FoundBlock], at: usize) {
    let follows = blocks.len() > at + 1;
    let under_headline = at > 0 && blocks[at - 1].kind == BlockKind::Headline;
    let Some(block) = blocks.get_mut(at).filter(|_| at > 0 && follows) else {
        return;
    };
    let long = block.text.chars().nth(LONGEST_HEADING).is_some();
    let sentence = ends_like_sentence(&block.text);
    if under_headline && (long || sentence || block.text.split(' ').count() > 5) {
        block.kind = BlockKind::Deck;
    } else if !long && !sentence && !block.text.ends_with([':', ',', ';']) {
        block.kind = BlockKind::Heading;
    }
}

/// White space around marked words is not theirs; `remarks` are in the order of blocks.
fn trim(blocks: &[FoundBlock], remarks: &mut [Remark]) {
    let mut at = u32::MAX;
    let mut spaces: Vec<bool> = Vec::new();
    for remark in remarks {
        if remark.block != at {
            at = remark.block;
            let text = blocks.get(at as usize).map_or("", |block| &block.text);
            spaces = text.chars().map(char::is_whitespace).collect();
        }
        let space = |place: u32| spaces.get(place as usize).copied().unwrap_or(false);
        if remark.start < remark.end {
            while remark.start < remark.end && space(remark.start.0) {
                remark.start.0 += 1;
            }
            while remark.start < remark.end && space(remark.end.0 - 1) {
                remark.end.0 -= 1;
            }
        }
    }
}
