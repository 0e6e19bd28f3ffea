//! Paragraphs → blocks and remarks.

use stet_core::{text::CodePoint, view::BlockKind};

use crate::builder::Builder;
use crate::document::{LeftOut, RemarkKind};
use crate::title::ends_like_sentence;
use crate::wrap::is_unspaced;

use super::columns::Line;
use super::hyphens::{Seam, Vocabulary};
use super::notes::{self, Note};
use super::paragraphs::Paragraph;
use super::usual::{Edges, Usual};
use super::words::Word;

/// Writes blocks.
pub struct Writer<'a> {
    pub builder: Builder,
    pub vocabulary: &'a Vocabulary,
    pub links: &'a [String],
    pub notes: Vec<Note>,
    /// The link that words are in, and where it began.
    link: Option<(usize, CodePoint)>,
}

impl<'a> Writer<'a> {
    pub fn new(vocabulary: &'a Vocabulary, links: &'a [String], notes: Vec<Note>) -> Self {
        Self {
            builder: Builder::default(),
            vocabulary,
            links,
            notes,
            link: None,
        }
    }

    /// Writes a block of its own that is no part of the text.
    pub fn furniture(&mut self, words: &[Word], why: LeftOut) {
        for word in words {
            self.builder.text(" ");
            self.builder.text(&word.text);
        }
        self.builder.close(BlockKind::Paragraph, Some(why));
    }

    /// Writes a paragraph.
    pub fn paragraph(&mut self, paragraph: &Paragraph, kind: BlockKind) {
        let skip = paragraph.mark.as_ref().map_or(0, |mark| mark.words);
        self.lines(&paragraph.lines, skip);
        self.end_link();
        self.builder.close(kind, None);
    }

    fn lines(&mut self, lines: &[Line], skip: usize) {
        let mut glued = false;
        for (at, line) in lines.iter().enumerate() {
            let next = lines.get(at + 1).and_then(|line| line.words.first());
            let skip = if at == 0 { skip } else { 0 };
            let last = line.words.len().saturating_sub(1);
            for (place, word) in line.words.iter().enumerate().skip(skip) {
                let begins = place == 0;
                if (word.spaced || begins) && !std::mem::take(&mut glued) {
                    self.builder.text(" ");
                }
                if word.raised && self.reference(word, line.page) {
                    continue;
                }
                let text = match next.filter(|_| place == last) {
                    Some(next) => {
                        let seam = self.seam(&word.text, &next.text);
                        glued = seam != Seam::Space;
                        let cut = word.text.char_indices().next_back();
                        match (seam, cut) {
                            (Seam::Heal, Some((end, _))) => &word.text[..end],
                            _ => word.text.as_str(),
                        }
                    }
                    None => &word.text,
                };
                self.word(text, word.link);
            }
        }
    }

    fn seam(&self, left: &str, right: &str) -> Seam {
        if left.ends_with(is_unspaced) && right.starts_with(is_unspaced) {
            return Seam::Glue;
        }
        self.vocabulary.seam(left, right)
    }

    fn word(&mut self, text: &str, link: Option<usize>) {
        if self.link.map(|(open, _)| open) != link {
            self.end_link();
            self.link = link.map(|link| (link, self.builder.position()));
        }
        // Soft hyphens that no line end used.
        if text.contains('\u{ad}') {
            self.builder.text(&text.replace('\u{ad}', ""));
        } else {
            self.builder.text(text);
        }
    }

    fn end_link(&mut self) {
        if let Some((link, start)) = self.link.take()
            && let Some(address) = self.links.get(link)
        {
            let end = self.builder.end();
            self.builder
                .remark(RemarkKind::Link, start, end, "", address);
        }
    }

    /// Makes a remark of the footnote that a raised word stands for, if there is one.
    fn reference(&mut self, word: &Word, page: usize) -> bool {
        let Some(note) = notes::of_reference(&mut self.notes, &word.text, page) else {
            return false;
        };
        note.met = true;
        let lines = std::mem::take(&mut note.lines);
        let text = plain(&lines, self.vocabulary);
        let place = self.builder.end();
        self.builder
            .remark(RemarkKind::Footnote, place, place, "", &text);
        true
    }
}

/// The words of lines as one text.
fn plain(lines: &[Line], vocabulary: &Vocabulary) -> String {
    let mut writer = Writer::new(vocabulary, &[], Vec::new());
    writer.lines(lines, 0);
    writer.builder.open().to_owned()
}

/// What a paragraph is.
pub fn kind(paragraph: &Paragraph, usual: &Usual) -> BlockKind {
    let Some(first) = paragraph.lines.first() else {
        return BlockKind::Paragraph;
    };
    if first.cell {
        return BlockKind::TableCell;
    }
    if paragraph.mark.is_some() {
        return BlockKind::ListItem;
    }
    let letters: usize = paragraph.lines.iter().map(Line::letters).sum();
    let bold = paragraph.lines.iter().all(|line| line.bold);
    let text = paragraph.lines.last().map(Line::text).unwrap_or_default();
    if letters <= 250 && usual.is_large(first)
        || bold && letters <= 120 && paragraph.lines.len() <= 3 && !ends_like_sentence(&text)
    {
        return BlockKind::Heading;
    }
    if is_caption(paragraph, usual) {
        return BlockKind::Caption;
    }
    if is_set_in(paragraph, usual) {
        return BlockKind::Quotation;
    }
    BlockKind::Paragraph
}

/// Words that captions begin with, before a number.
const CAPTIONS: &[&str] = &[
    "figure",
    "fig.",
    "fig",
    "table",
    "chart",
    "map",
    "photo",
    "image",
    "graphic",
    "abbildung",
    "abb.",
    "tabelle",
    "tab.",
    "figura",
    "tabla",
    "tableau",
    "рис.",
    "таблица",
];

fn is_caption(paragraph: &Paragraph, usual: &Usual) -> bool {
    let Some(line) = paragraph.lines.first() else {
        return false;
    };
    let (Some(first), Some(second)) = (line.words.first(), line.words.get(1)) else {
        return false;
    };
    let named = CAPTIONS.contains(&first.text.to_lowercase().as_str());
    let numbered = second.text.starts_with(|c: char| c.is_ascii_digit());
    let number = second.text.ends_with([':', '.', '|', '–']) || line.size < 0.97 * usual.size;
    named && numbered && number
}

/// Whether a paragraph is set in on both sides.
fn is_set_in(paragraph: &Paragraph, usual: &Usual) -> bool {
    let set_in = |line: &Line, edges: &Edges| {
        line.x0 > edges.left + 0.9 * line.size && line.x1 < edges.right - 0.6 * line.size
    };
    let whole = |line: &Line| {
        usual
            .columns
            .get(&line.column)
            .is_some_and(|edges| set_in(line, edges))
    };
    paragraph.lines.len() >= 2 && paragraph.lines.iter().all(whole)
}
