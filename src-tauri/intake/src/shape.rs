//! What a block is by the name of its style. Word, OpenDocument and RTF call theirs alike, and so
//! do the templates of newsrooms.

use stet_core::view::BlockKind;

use crate::document::LeftOut;

/// What a paragraph is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The kind of block.
    pub kind: BlockKind,
    /// How high a heading stands, 1 the highest; 0 for all else.
    pub level: u8,
    /// Why it is not taken for a part of the article.
    pub left_out: Option<LeftOut>,
}

impl Shape {
    /// A paragraph as any other.
    pub const PLAIN: Self = Self::of(BlockKind::Paragraph);

    /// A block of a kind without a level.
    pub const fn of(kind: BlockKind) -> Self {
        Self {
            kind,
            level: 0,
            left_out: None,
        }
    }

    /// A heading.
    pub const fn heading(level: u8) -> Self {
        Self {
            kind: BlockKind::Heading,
            level,
            left_out: None,
        }
    }

    /// A line of a table of contents.
    pub const CONTENTS: Self = Self {
        left_out: Some(LeftOut::AroundArticle),
        ..Self::PLAIN
    };
}

/// Names of styles, in lower case and without spaces, `_` and `-`, that say what a paragraph is.
const NAMED: &[(&str, BlockKind)] = &[
    ("title", BlockKind::Headline),
    ("headline", BlockKind::Headline),
    ("subtitle", BlockKind::Deck),
    ("deck", BlockKind::Deck),
    ("standfirst", BlockKind::Deck),
    ("heading", BlockKind::Heading),
    ("subhead", BlockKind::Heading),
    ("subheading", BlockKind::Heading),
    ("crosshead", BlockKind::Heading),
    ("quote", BlockKind::Quotation),
    ("quotation", BlockKind::Quotation),
    ("quotations", BlockKind::Quotation),
    ("intensequote", BlockKind::Quotation),
    ("blockquote", BlockKind::Quotation),
    ("blockquotation", BlockKind::Quotation),
    ("blocktext", BlockKind::Quotation),
    ("pullquote", BlockKind::Quotation),
    ("caption", BlockKind::Caption),
    ("illustration", BlockKind::Caption),
    ("figure", BlockKind::Caption),
    ("byline", BlockKind::Credit),
    ("credit", BlockKind::Credit),
    ("photocredit", BlockKind::Credit),
    ("listbullet", BlockKind::ListItem),
    ("listnumber", BlockKind::ListItem),
];

/// What the name of a style says; `None` where it says nothing and its parent is to be asked.
pub fn of_style(name: &str) -> Option<Shape> {
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, ' ' | '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect();
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if matches!(bare, "toc" | "contents" | "contentsheading" | "tocheading") {
        return Some(Shape::CONTENTS);
    }
    if bare == "heading" && bare.len() < name.len() {
        let level = name[bare.len()..].parse().unwrap_or(9);
        return Some(Shape::heading(level));
    }
    let found = NAMED.iter().find(|(known, _)| *known == bare);
    found.map(|(_, kind)| match kind {
        BlockKind::Heading => Shape::heading(2),
        kind => Shape::of(*kind),
    })
}
