//! What holds at a place of an RTF file: a group begins with what held around it, and leaves that
//! as it was.

use std::collections::HashMap;

use stet_core::view::BlockKind;

use super::code_page::CodePage;
use crate::shape::{Shape, of_style};

/// Where characters go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// Into the text, a note or a comment.
    Text,
    /// Nowhere.
    Nothing,
    /// Into the tables at the head.
    Fonts,
    Styles,
    /// Into what the file says of itself.
    Info,
    Title,
    Author,
    /// Into the instruction of a field.
    Instruction,
    /// Into what is known of a comment.
    CommentAuthor,
    CommentNumber,
    RangeStart,
    RangeEnd,
}

/// What holds.
#[derive(Clone, Copy, Debug)]
pub struct State {
    pub into: Into,
    pub font: i32,
    pub page: CodePage,
    /// How many characters stand for one that is given by its number.
    pub fallback: u32,
    pub words: Words,
    pub paragraph: Paragraph,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    pub bold: bool,
    pub hidden: bool,
    pub deleted: bool,
    pub inserted: bool,
    pub language: i32,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paragraph {
    pub style: i32,
    pub outline: Option<u8>,
    pub in_list: bool,
    pub in_table: bool,
}

/// A font.
#[derive(Clone, Debug)]
pub struct Font {
    pub page: Option<CodePage>,
    pub name: String,
}

/// The styles of paragraphs by number.
#[derive(Debug, Default)]
pub struct Styles(HashMap<i32, Style>);

#[derive(Debug, Default)]
pub struct Style {
    pub parent: Option<i32>,
    pub outline: Option<u8>,
    pub name: String,
}

/// The longest chain of styles that is followed: a file may tie them into a ring.
const MOST_PARENTS: usize = 16;

impl Styles {
    /// The style of a number, made if need be.
    pub fn style(&mut self, number: i32) -> &mut Style {
        self.0.entry(number).or_default()
    }

    /// What a paragraph becomes.
    pub fn shape(&self, paragraph: Paragraph) -> Shape {
        let mut outline = paragraph.outline;
        let mut number = Some(paragraph.style);
        for _ in 0..MOST_PARENTS {
            let Some(style) = number.and_then(|number| self.0.get(&number)) else {
                break;
            };
            let name = style.name.split(',').next().unwrap_or_default(); // then other names for it
            if let Some(shape) = of_style(name.trim()) {
                return shape;
            }
            outline = outline.or(style.outline);
            number = style.parent;
        }
        match outline {
            Some(level) => Shape::heading(level),
            None if paragraph.in_list => Shape::of(BlockKind::ListItem),
            None => Shape::PLAIN,
        }
    }
}

/// A level of the outline as RTF counts it, from 0; 9 is running text.
pub fn outline(number: Option<i32>) -> Option<u8> {
    let level = u8::try_from(number?).ok()?;
    (level < 9).then_some(level + 1)
}
