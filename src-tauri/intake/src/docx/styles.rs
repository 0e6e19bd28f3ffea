//! Word's styles: what paragraphs and runs inherit.

use std::collections::HashMap;

use stet_core::error::Result;

use crate::shape::{Shape, of_style};
use crate::xml::{Element, Event, Manner, Xml};

/// The longest chain of styles that is followed: a file may tie them into a ring.
const MOST_PARENTS: usize = 16;

/// All styles of a document by their ids.
#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// The language of words that say nothing else.
    pub language: Option<String>,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    shape: Option<Shape>,
    outline: Option<u8>,
    numbered: Option<bool>,
    bold: Option<bool>,
    hidden: Option<bool>,
    language: Option<String>,
}

/// What a style comes to with all that it inherits.
#[derive(Clone, Debug, Default)]
pub struct Inherited {
    /// What its name says.
    pub shape: Option<Shape>,
    /// Its level in the outline, 1 to 9.
    pub outline: Option<u8>,
    /// Whether its paragraphs are items of a list.
    pub numbered: bool,
    /// Whether its words are bold, hidden, and in which language.
    pub bold: Option<bool>,
    pub hidden: Option<bool>,
    pub language: Option<String>,
}

impl Styles {
    /// Reads the part with the styles.
    pub fn read(called: &str, text: &str) -> Result<Self> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut of_paragraphs = false;
        let mut xml = Xml::new(called, text, Manner::Strict);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) if element.name == "w:style" => {
                    let id = element.get("w:styleId").unwrap_or_default().to_owned();
                    of_paragraphs = element.get("w:type").is_none_or(|kind| kind == "paragraph");
                    if of_paragraphs && element.get("w:default").is_some_and(is_on) {
                        styles.default = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                Event::Start(element) => match &mut open {
                    Some((_, style)) => style.learn(&element, of_paragraphs),
                    None if element.name == "w:lang" => {
                        styles.language = element.get("w:val").map(str::to_owned);
                    }
                    None => {}
                },
                Event::End(name) if name == "w:style" => styles.by_id.extend(open.take()),
                Event::End(_) | Event::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// What a style comes to; that of paragraphs without one for `None`.
    pub fn inherited(&self, id: Option<&str>) -> Inherited {
        let mut found = Inherited::default();
        let mut numbered = None;
        let mut id = id.or(self.default.as_deref());
        for _ in 0..MOST_PARENTS {
            let Some(style) = id.and_then(|id| self.by_id.get(id)) else {
                break;
            };
            found.shape = found.shape.or(style.shape);
            found.outline = found.outline.or(style.outline);
            numbered = numbered.or(style.numbered);
            found.bold = found.bold.or(style.bold);
            found.hidden = found.hidden.or(style.hidden);
            if found.language.is_none() {
                found.language.clone_from(&style.language);
            }
            id = style.parent.as_deref();
        }
        found.numbered = numbered.unwrap_or(false);
        found
    }
}

impl Style {
    fn learn(&mut self, element: &Element, of_paragraphs: bool) {
        let value = element.get("w:val");
        match element.name.as_str() {
            "w:name" if of_paragraphs => self.shape = value.and_then(of_style),
            "w:basedOn" => self.parent = value.map(str::to_owned),
            "w:outlineLvl" => self.outline = outline(value),
            "w:numId" => self.numbered = Some(value != Some("0")),
            "w:b" => self.bold = Some(value.is_none_or(is_on)),
            "w:vanish" => self.hidden = Some(value.is_none_or(is_on)),
            "w:lang" => self.language = value.map(str::to_owned),
            _ => {}
        }
    }
}

/// A level of the outline as Word counts it, from 0; 9 is running text.
pub fn outline(value: Option<&str>) -> Option<u8> {
    let level: u8 = value?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

/// Whether a switch is on; one without a value is.
pub fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
