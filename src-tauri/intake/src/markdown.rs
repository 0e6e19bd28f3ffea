//! Markdown → blocks. Nested structures become a row of blocks, in the order of the text.

use std::borrow::Cow;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use stet_core::draft::{Block, collapse};
use stet_core::view::BlockKind;

use crate::wrap::push_line;
use crate::{MOST_BLOCKS, Parsed, document::Meta, nesting};

pub fn parse(text: &str) -> Parsed {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let (front, body) = front_matter(&text);
    let mut notes = Vec::new();
    if front.is_some() {
        notes.push("The settings at the top of the file (front matter) were left out.".into());
    }
    let body = nesting::limit(body);
    if let Cow::Owned(_) = body {
        notes.push(
            "Quotations or lists in it nest too deep; the deepest levels were made one.".into(),
        );
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader::default();
    for event in Parser::new_ext(&body, options) {
        reader.event(event);
        if reader.blocks.len() > MOST_BLOCKS {
            break;
        }
    }
    reader.flush();
    if reader.html {
        notes.push("Raw HTML was left out. Words missing? Save the article as plain text.".into());
    }
    Parsed {
        meta: Meta {
            title: front.and_then(front_title).unwrap_or_default(),
            ..Meta::default()
        },
        blocks: reader.blocks.into_iter().map(Into::into).collect(),
        notes,
        ..Parsed::default()
    }
}

/// What a paragraph stands in, innermost last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Quotation,
    Item,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// Words of the block at hand.
    words: String,
    containers: Vec<Container>,
    heading: Option<HeadingLevel>,
    /// Whether a heading was seen: only the first one can be the headline.
    headed: bool,
    cell: bool,
    /// How deep in emphasis, and whether words of the block stand outside of it.
    emphasis: u32,
    unemphasised: bool,
    /// How deep in pictures, the words for the one at hand, and those done with.
    pictures: u32,
    alternative: String,
    captions: Vec<String>,
    /// A line of the source ended; what comes next starts another one.
    broken: bool,
    html: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::SoftBreak => self.broken = true,
            Event::HardBreak => self.text(" "),
            Event::Rule => self.flush(),
            Event::Html(_) => self.html = true,
            Event::InlineHtml(html) => {
                if html
                    .get(..3)
                    .is_some_and(|tag| tag.eq_ignore_ascii_case("<br"))
                {
                    self.text(" ");
                } else {
                    self.html = true;
                }
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        let words = if self.pictures > 0 {
            &mut self.alternative
        } else {
            &mut self.words
        };
        if std::mem::take(&mut self.broken) {
            push_line(words, text);
        } else {
            words.push_str(text);
        }
        if self.pictures == 0 && self.emphasis == 0 && !text.trim().is_empty() {
            self.unemphasised = true;
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Emphasis | Tag::Strong => self.emphasis += 1,
            Tag::Image { .. } => self.pictures += 1,
            Tag::Link { .. } | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            block => {
                self.flush();
                match block {
                    Tag::BlockQuote(_) => self.containers.push(Container::Quotation),
                    Tag::Item => self.containers.push(Container::Item),
                    Tag::Heading { level, .. } => self.heading = Some(*level),
                    Tag::TableCell => self.cell = true,
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Image => {
                self.pictures = self.pictures.saturating_sub(1);
                if self.pictures == 0 {
                    self.captions.push(std::mem::take(&mut self.alternative));
                }
            }
            TagEnd::Link | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            block => {
                self.flush();
                match block {
                    TagEnd::BlockQuote(_) | TagEnd::Item => {
                        self.containers.pop();
                    }
                    TagEnd::Heading(_) => self.heading = None,
                    TagEnd::TableCell => self.cell = false,
                    _ => {}
                }
            }
        }
    }

    /// Ends the block at hand, if it has words; the pictures in it come after it.
    fn flush(&mut self) {
        let words = collapse(&std::mem::take(&mut self.words));
        let emphasised = !std::mem::take(&mut self.unemphasised);
        self.broken = false;
        if !words.is_empty() {
            let block = self.block(words, emphasised);
            self.blocks.push(block);
        }
        for caption in self.captions.drain(..) {
            let text = collapse(&caption);
            if !text.is_empty() {
                self.blocks.push(Block {
                    kind: BlockKind::Caption,
                    text,
                });
            }
        }
    }

    fn block(&mut self, words: String, emphasised: bool) -> Block {
        let plain = |kind| Block::new(kind, words.as_str());
        if let Some(level) = self.heading {
            let first = !std::mem::replace(&mut self.headed, true);
            return plain(if first && level == HeadingLevel::H1 {
                BlockKind::Headline
            } else {
                BlockKind::Heading
            });
        }
        if self.cell {
            return plain(BlockKind::TableCell);
        }
        match self.containers.last() {
            Some(Container::Quotation) => return plain(BlockKind::Quotation),
            Some(Container::Item) => return plain(BlockKind::ListItem),
            None => {}
        }
        for (prefix, kind) in [
            ("Caption: ", BlockKind::Caption),
            ("Credit: ", BlockKind::Credit),
        ] {
            if let Some(rest) = words.strip_prefix(prefix) {
                return Block::new(kind, rest);
            }
        }
        let under_headline = self
            .blocks
            .last()
            .is_some_and(|block| block.kind == BlockKind::Headline);
        plain(if emphasised && under_headline {
            BlockKind::Deck
        } else {
            BlockKind::Paragraph
        })
    }
}

/// Settings between two lines `---` at the very top, if they look like settings; and the rest.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let split = || {
        let inside = text.strip_prefix("---\n")?;
        let mut at = 0;
        for line in inside.split_inclusive('\n') {
            let bare = line.trim_end();
            if matches!(bare, "---" | "...") {
                return (at > 0).then(|| (&inside[..at], &inside[at + line.len()..]));
            }
            let key = bare
                .split_once(':')
                .is_some_and(|(key, _)| !key.is_empty() && !key.contains(char::is_whitespace));
            if !(key || bare.is_empty() || bare.starts_with([' ', '\t', '#', '-'])) {
                return None;
            }
            at += line.len();
        }
        None
    };
    split().map_or((None, text), |(front, rest)| (Some(front), rest))
}

fn front_title(front: &str) -> Option<String> {
    let value = front
        .lines()
        .find_map(|line| line.strip_prefix("title:"))?
        .trim();
    let bare = ['"', '\'']
        .iter()
        .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    Some(bare.unwrap_or(value).to_owned()).filter(|title| !title.is_empty())
}
