//! The blocks that were chosen, with what belongs to an article though it is not its running text:
//! headline, deck, byline, captions, pull quotes. Everything else stays where it stands, left out.

use std::collections::HashSet;

use stet_core::view::BlockKind;

use super::choose::PageWide;
use super::hints::Hint;
use super::meta::{Head, people};
use super::survey::{Signals, Survey, Tag};
use crate::document::{FoundBlock, LeftOut, Remark};

/// The longest byline, and the longest cell of a table that holds data, in code points.
const LONGEST_CREDIT: u32 = 150;
const LONGEST_CELL: u32 = 200;
/// A deck is no longer and no shorter than this, in code points.
const DECK: std::ops::RangeInclusive<u32> = 20..=500;
/// How many blocks after the article's first one may pass before its headline.
const HEADLINE_AFTER: usize = 6;
/// Entries of menus shorter than this, in code points, are shown together.
const LONGEST_ENTRY: u32 = 60;
/// How long a row of entries may get, in bytes.
const LONGEST_ROW: usize = 600;

/// Arranges a page: its blocks and links, those left out marked.
pub fn arrange(survey: Survey, chosen: &[bool], head: &Head) -> (Vec<FoundBlock>, Vec<Remark>) {
    let kinds = Desk::new(&survey, chosen, head).kinds();
    let (mut blocks, mut places) = (Vec::<FoundBlock>::new(), Vec::new());
    let mut row = false; // whether the last block is a row of entries
    for ((block, signals), kind) in survey.blocks.into_iter().zip(&survey.signals).zip(kinds) {
        if let Some(kind) = kind {
            // A byline links to its author's other stories: no source of anything.
            places.push((kind != BlockKind::Credit).then_some(blocks.len()));
            blocks.push(FoundBlock::new(kind, block.text));
            row = false;
            continue;
        }
        let entry = signals.length <= LONGEST_ENTRY && signals.linked * 2 > signals.length;
        match blocks.last_mut() {
            Some(last) if entry && row && last.text.len() < LONGEST_ROW => {
                places.push(None);
                last.text.push_str(" · ");
                last.text.push_str(&block.text);
            }
            _ => {
                places.push(Some(blocks.len()));
                let why = LeftOut::AroundArticle;
                blocks.push(FoundBlock::left_out(block.kind, block.text, why));
            }
        }
        row = entry;
    }
    let links = survey.links.into_iter().filter_map(|mut link| {
        let place = places.get(link.block as usize).copied().flatten()?;
        link.block = u32::try_from(place).ok()?;
        Some(link)
    });
    let links = links.collect();
    (blocks, links)
}

struct Desk<'a> {
    survey: &'a Survey,
    chosen: &'a [bool],
    head: &'a Head,
    page: PageWide,
    /// The first and the last block that was chosen.
    first: usize,
    last: usize,
    headline: Option<usize>,
}

impl<'a> Desk<'a> {
    fn new(survey: &'a Survey, chosen: &'a [bool], head: &'a Head) -> Self {
        let said: Vec<f32> = chosen
            .iter()
            .map(|kept| f32::from(u8::from(*kept)))
            .collect();
        let first = chosen.iter().position(|kept| *kept).unwrap_or(chosen.len());
        let mut desk = Self {
            survey,
            chosen,
            head,
            page: PageWide::measure(&survey.signals, &said),
            first,
            last: chosen.iter().rposition(|kept| *kept).unwrap_or(0),
            headline: None,
        };
        desk.headline = desk.find_headline();
        desk
    }

    /// The kind of each block of the article; none for what is left out.
    fn kinds(&self) -> Vec<Option<BlockKind>> {
        if self.first == self.chosen.len() {
            return vec![None; self.chosen.len()];
        }
        let mut captions = HashSet::new();
        let mut decks = 0;
        (0..self.chosen.len())
            .map(|at| {
                let text = self.text(at);
                if self.headline == Some(at) {
                    return Some(BlockKind::Headline);
                }
                if self.is_credit(at) {
                    return Some(BlockKind::Credit);
                }
                if decks < 2 && self.is_deck(at) {
                    decks += 1;
                    return Some(BlockKind::Deck);
                }
                if self.is_caption(at) {
                    // Galleries show the same picture twice.
                    return captions.insert(text).then_some(BlockKind::Caption);
                }
                self.chosen[at].then(|| self.plain_kind(at))
            })
            .collect()
    }

    fn text(&self, at: usize) -> &'a str {
        &self.survey.blocks[at].text
    }

    fn signals(&self, at: usize) -> &'a Signals {
        &self.survey.signals[at]
    }

    /// Whether a block has a hint that the article as a whole has not.
    fn own(&self, at: usize, hint: Hint) -> bool {
        self.signals(at).hints.without(self.page.hints).has(hint)
    }

    /// The block with the title that the page gives; else the last main heading before the text.
    fn find_headline(&self) -> Option<usize> {
        let title = letters(&self.head.meta.title);
        let end = (self.first + HEADLINE_AFTER).min(self.chosen.len());
        let named = |at: &usize| !title.is_empty() && letters(self.text(*at)) == title;
        let main = |at: &usize| self.signals(*at).tag == Tag::Heading(1);
        let heading = |at: &usize| matches!(self.signals(*at).tag, Tag::Heading(_));
        let candidates = || (0..end).rev();
        candidates()
            .find(|at| named(at) && main(at))
            .or_else(|| candidates().find(|at| named(at) && heading(at)))
            .or_else(|| candidates().find(|at| main(at) && self.signals(*at).linked == 0))
            .or_else(|| candidates().find(named))
    }

    /// A byline near the headline, or a picture's credit within the article.
    fn is_credit(&self, at: usize) -> bool {
        let signals = self.signals(at);
        if signals.length > LONGEST_CREDIT || matches!(signals.tag, Tag::Heading(_)) {
            return false;
        }
        let picture = self.own(at, Hint::Credit) && signals.hints.has(Hint::Figure);
        if picture && self.in_article(at) && !self.own(at, Hint::Caption) {
            return true;
        }
        let top = self.headline.map_or(self.first, |at| at.min(self.first));
        if at + 2 < top || at > self.first + 3 {
            return false;
        }
        let text = self.text(at);
        let by = people(text)
            .iter()
            .any(|name| self.head.meta.authors.contains(name));
        by || self.own(at, Hint::Credit)
            && !self.own(at, Hint::Navigation)
            && !self.own(at, Hint::Comments)
            && self
                .head
                .meta
                .authors
                .iter()
                .any(|name| text.contains(name.as_str()))
    }

    /// Between headline and text, called a deck or described as one.
    fn is_deck(&self, at: usize) -> bool {
        let Some(headline) = self.headline else {
            return false;
        };
        let signals = self.signals(at);
        if at <= headline
            || at > self.first
            || !DECK.contains(&signals.length)
            || signals.linked * 2 > signals.length
        {
            return false;
        }
        let described = || {
            let text = letters(self.text(at));
            let description = letters(&self.head.description);
            description.len() > 20
                && (text.starts_with(&description) || description.starts_with(&text))
        };
        let called = self.own(at, Hint::Deck) && !self.own(at, Hint::Related);
        let heading = matches!(signals.tag, Tag::Heading(2..));
        called || (heading || !self.chosen[at]) && described()
    }

    /// A caption within the article.
    fn is_caption(&self, at: usize) -> bool {
        let called = self.survey.blocks[at].kind == BlockKind::Caption
            || self.own(at, Hint::Caption) && !matches!(self.signals(at).tag, Tag::Heading(_));
        let shown = !self.own(at, Hint::Related)
            && !self.own(at, Hint::Advertisement)
            && !self.own(at, Hint::Overlay)
            && !self.own(at, Hint::Hidden);
        called && (self.chosen[at] || self.in_article(at) && shown)
    }

    fn in_article(&self, at: usize) -> bool {
        let top = self.headline.map_or(self.first, |at| at.min(self.first));
        (top..=self.last).contains(&at)
    }

    fn plain_kind(&self, at: usize) -> BlockKind {
        let signals = self.signals(at);
        let kind = self.survey.blocks[at].kind;
        match kind {
            // Tables also lay out pages.
            BlockKind::TableCell if signals.tag != Tag::Cell || signals.length > LONGEST_CELL => {
                BlockKind::Paragraph
            }
            BlockKind::Paragraph if self.own(at, Hint::Quotation) => BlockKind::Quotation,
            kind => kind,
        }
    }
}

/// The letters and digits of a text, to compare by.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
