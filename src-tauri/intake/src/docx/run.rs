//! What holds for a paragraph and for a run of words of a Word document, as their properties say.

use std::collections::HashMap;

use stet_core::view::BlockKind;

use super::styles::{Inherited, Styles, is_on, outline};
use crate::document::Changes;
use crate::field::Field;
use crate::shape::Shape;
use crate::writer::{Place, Writer};
use crate::xml::Element;

/// A place where paragraphs follow each other: the text itself, or a text box in it.
#[derive(Default)]
pub struct Frame {
    pub writer: Writer,
    pub paragraph: Paragraph,
    pub run: Run,
    /// Fields that are open, outermost first.
    pub fields: Vec<Field>,
    /// Links that are open.
    pub links: Vec<Link>,
    /// Words that comments were seen to be on.
    pub places: HashMap<String, Place>,
}

/// A link that is open.
pub struct Link {
    pub key: String,
    pub address: String,
    /// Its words so far.
    pub words: String,
}

/// A paragraph's properties.
#[derive(Default)]
pub struct Paragraph {
    style: Option<String>,
    outline: Option<u8>,
    numbered: Option<bool>,
    /// Whether its mark was deleted or moved away, inserted or moved here, under track.
    pub mark_removed: bool,
    pub mark_added: bool,
    pub inherited: Inherited,
}

impl Paragraph {
    /// A paragraph before anything is known of it.
    pub fn new(styles: &Styles) -> Self {
        Self {
            inherited: styles.inherited(None),
            ..Self::default()
        }
    }

    /// Takes in a property.
    pub fn learn(&mut self, element: &Element, styles: &Styles) {
        let value = element.get("w:val");
        match element.name.as_str() {
            "w:pStyle" => {
                self.style = value.map(str::to_owned);
                self.inherited = styles.inherited(self.style.as_deref());
            }
            "w:outlineLvl" => self.outline = outline(value),
            "w:numId" => self.numbered = Some(value != Some("0")),
            _ => {}
        }
    }

    /// What it becomes.
    pub fn shape(&self) -> Shape {
        if let Some(shape) = self.inherited.shape {
            return shape;
        }
        if let Some(level) = self.outline.or(self.inherited.outline) {
            return Shape::heading(level);
        }
        if self.numbered.unwrap_or(self.inherited.numbered) {
            return Shape::of(BlockKind::ListItem);
        }
        Shape::PLAIN
    }

    /// Whether it goes on in the next paragraph, because its mark is not there on this side of the
    /// changes.
    pub const fn goes_on(&self, changes: Changes) -> bool {
        match changes {
            Changes::Accepted => self.mark_removed,
            Changes::Original => self.mark_added,
        }
    }
}

/// A run's properties.
#[derive(Default)]
pub struct Run {
    pub bold: bool,
    pub hidden: bool,
    pub language: Option<String>,
    /// Whether its words are the mark of a note.
    pub marks_note: bool,
}

impl Run {
    /// A run of a paragraph before anything is known of it.
    pub fn new(paragraph: &Inherited) -> Self {
        Self {
            bold: paragraph.bold.unwrap_or(false),
            hidden: paragraph.hidden.unwrap_or(false),
            language: paragraph.language.clone(),
            marks_note: false,
        }
    }

    /// Takes in a property.
    pub fn learn(&mut self, element: &Element, styles: &Styles) {
        let value = element.get("w:val");
        match element.name.as_str() {
            "w:rStyle" if value.is_some() => {
                let style = styles.inherited(value);
                self.bold = style.bold.unwrap_or(self.bold);
                self.hidden = style.hidden.unwrap_or(self.hidden);
                self.language = style.language.or(self.language.take());
            }
            "w:b" => self.bold = value.is_none_or(is_on),
            "w:vanish" => self.hidden = value.is_none_or(is_on),
            "w:lang" if value.is_some() => self.language = value.map(str::to_owned),
            _ => {}
        }
    }
}
