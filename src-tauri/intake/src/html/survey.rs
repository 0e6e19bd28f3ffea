//! A page's tree → everything in it that is to be read, as blocks in page order, each with what the
//! tree tells of it. Nothing is judged here.

use dom_query::{Document, NodeRef};
use stet_core::{text::CodePoint, view::BlockKind};

use super::hints::{Hints, Names};
use crate::builder::Builder;
use crate::document::{FoundBlock, Remark, RemarkKind};
use crate::title::ends_like_sentence;

/// The most blocks that are taken from a page.
const MOST_BLOCKS: usize = 20_000;
/// A line this long, in code points, that ends like a sentence is a paragraph before a `<br>`.
const PARAGRAPH_LINE: u32 = 60;

/// What the tree tells of a block.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signals {
    /// Of all elements it stands in.
    pub hints: Hints,
    /// The element that holds it: siblings share it.
    pub container: u32,
    /// The innermost element that makes it a block.
    pub tag: Tag,
    /// Its code points, and how many of them are in links.
    pub length: u32,
    pub linked: u32,
}

/// The elements that make blocks, as far as they differ to us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// `div`, `section` and whatever else holds text by chance.
    #[default]
    Other,
    Paragraph,
    /// With its level, 1 to 6.
    Heading(u8),
    Item,
    Cell,
    Preformatted,
    Term,
}

/// All blocks of a page.
#[derive(Debug, Default)]
pub struct Survey {
    pub blocks: Vec<FoundBlock>,
    /// One a block.
    pub signals: Vec<Signals>,
    /// Links, their addresses as they stand in the page.
    pub links: Vec<Remark>,
    /// How many elements were met.
    pub elements: u32,
}

/// What is inherited on the way down.
#[derive(Clone, Copy, Default)]
struct Place {
    hints: Hints,
    container: u32,
    tag: Tag,
    kind: BlockKindOrPlain,
}

/// The kind that an element gives to its blocks, plain where none does.
type BlockKindOrPlain = Option<BlockKind>;

enum Step<'a> {
    Enter(NodeRef<'a>, Place),
    Leave(Place),
    EndLink,
}

struct Surveyor {
    names: Names,
    builder: Builder,
    signals: Vec<Signals>,
    linked: u32,
    link: Option<(String, CodePoint)>,
    /// Elements met: the number of one is its name as a container.
    elements: u32,
    /// A `<br>` was met since the last words.
    broken: bool,
}

/// Surveys a page.
pub fn survey(page: &Document) -> Survey {
    let mut surveyor = Surveyor {
        names: Names::default(),
        builder: Builder::default(),
        signals: Vec::new(),
        linked: 0,
        link: None,
        elements: 0,
        broken: false,
    };
    let mut steps = vec![Step::Enter(page.root(), Place::default())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node, place) => surveyor.enter(node, place, &mut steps),
            Step::Leave(place) => surveyor.close(place),
            Step::EndLink => {
                surveyor.note_link();
                surveyor.link = None;
            }
        }
        if surveyor.builder.len() > MOST_BLOCKS {
            break;
        }
    }
    surveyor.close(Place::default());
    let (blocks, links) = surveyor.builder.finish();
    Survey {
        blocks,
        signals: surveyor.signals,
        links,
        elements: surveyor.elements,
    }
}

impl Surveyor {
    fn enter<'a>(&mut self, node: NodeRef<'a>, place: Place, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            self.text(&node.text(), place);
            return;
        }
        let Some(name) = node.node_name() else {
            // The document itself.
            push_children(node, place, steps);
            return;
        };
        let name: &str = &name;
        self.elements += 1;
        match name {
            "br" => return self.line_break(place),
            "hr" => return self.close(place),
            "a" => {
                let href = node.attr("href").unwrap_or_default();
                if self.link.is_none() && !href.is_empty() {
                    self.link = Some((href.to_string(), self.builder.position()));
                    steps.push(Step::EndLink);
                }
                let hints = place.hints | self.names.hints(name, node);
                return push_children(node, Place { hints, ..place }, steps);
            }
            _ if is_unread(name) => return,
            _ if is_inline(name) => {
                let hints = place.hints | self.names.hints(name, node);
                return push_children(node, Place { hints, ..place }, steps);
            }
            _ => {}
        }
        self.close(place);
        let hints = place.hints | self.names.hints(name, node);
        let tag = match name {
            "p" => Tag::Paragraph,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading(name.as_bytes()[1] - b'0'),
            "li" => Tag::Item,
            "td" | "th" => Tag::Cell,
            "pre" => Tag::Preformatted,
            "dt" | "dd" => Tag::Term,
            "ul" | "ol" | "table" | "article" | "section" | "main" => Tag::Other,
            _ => match place.tag {
                // A division inside of an item or a cell is still that.
                kept @ (Tag::Item | Tag::Cell | Tag::Heading(_)) => kept,
                _ => Tag::Other,
            },
        };
        let kind = match place.kind {
            caption @ Some(BlockKind::Caption) => caption,
            outer => kind(name, tag).or(outer),
        };
        let inner = Place {
            hints,
            tag,
            kind,
            // A paragraph belongs to what holds it, beside its siblings.
            container: match tag {
                Tag::Other => self.elements,
                _ => place.container,
            },
        };
        steps.push(Step::Leave(inner));
        push_children(node, inner, steps);
    }

    fn text(&mut self, text: &str, place: Place) {
        if text.trim().is_empty() {
            self.builder.text(text);
            return;
        }
        if std::mem::take(&mut self.broken) {
            let sentence =
                self.builder.end().0 >= PARAGRAPH_LINE && ends_like_sentence(self.builder.open());
            if sentence {
                self.close(place);
            }
        }
        let before = self.builder.end();
        // Controls would be taken out later, under the feet of the links' places.
        if text.contains(|c: char| c.is_control() && !c.is_whitespace()) {
            self.builder
                .text(&text.replace(|c: char| c.is_control() && !c.is_whitespace(), ""));
        } else {
            self.builder.text(text);
        }
        if self.link.is_some() {
            self.linked += self.builder.end().0 - before.0;
        }
    }

    /// One break is a line's, two are a paragraph's.
    fn line_break(&mut self, place: Place) {
        if self.broken {
            self.close(place);
        }
        self.builder.text(" ");
        self.broken = self.builder.has_words();
    }

    fn note_link(&mut self) {
        if let Some((address, start)) = &mut self.link {
            let end = self.builder.end();
            if end > *start {
                self.builder
                    .remark(RemarkKind::Link, *start, end, "", address);
            }
            *start = CodePoint(0);
        }
    }

    fn close(&mut self, place: Place) {
        self.broken = false;
        let length = self.builder.end().0;
        let linked = std::mem::take(&mut self.linked);
        if length == 0 {
            self.builder.close(BlockKind::Paragraph, None);
            if let Some((_, start)) = &mut self.link {
                *start = CodePoint(0);
            }
            return;
        }
        self.note_link();
        let kind = place.kind.unwrap_or(BlockKind::Paragraph);
        self.builder.close(kind, None);
        self.signals.push(Signals {
            hints: place.hints,
            container: place.container,
            tag: place.tag,
            length,
            linked,
        });
    }
}

fn push_children<'a>(node: NodeRef<'a>, place: Place, steps: &mut Vec<Step<'a>>) {
    steps.extend(
        node.children_it(true)
            .map(|child| Step::Enter(child, place)),
    );
}

/// Elements whose content is not shown as text, or is a control.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "applet"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "select"
            | "textarea"
            | "input"
            | "button"
            | "datalist"
            | "img"
            | "picture"
            | "frame"
            | "link"
            | "meta"
            | "noframes"
            | "noembed"
            | "progress"
            | "meter"
            | "param"
            | "source"
            | "track"
    )
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "output"
            | "q"
            | "rb"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "slot"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

/// The kind that an element gives to the text in it, if it does.
fn kind(name: &str, tag: Tag) -> Option<BlockKind> {
    Some(match (name, tag) {
        ("blockquote", _) => BlockKind::Quotation,
        ("figcaption" | "caption", _) => BlockKind::Caption,
        (_, Tag::Heading(_)) => BlockKind::Heading,
        (_, Tag::Item) => BlockKind::ListItem,
        (_, Tag::Cell) => BlockKind::TableCell,
        _ => return None,
    })
}
