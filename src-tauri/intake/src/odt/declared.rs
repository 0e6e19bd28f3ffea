//! What an OpenDocument text declares for its words before and among them: styles, which comments
//! have an end, what was changed under track.

use std::collections::{HashMap, HashSet};

use stet_core::error::Result;

use crate::shape::{Shape, of_style};
use crate::xml::{Element, Event, Manner, Xml};

/// The longest chain of styles that is followed: a file may tie them into a ring.
const MOST_PARENTS: usize = 16;

/// All that is declared.
#[derive(Default)]
pub struct Declared {
    /// By family and name.
    styles: HashMap<String, Style>,
    /// The language of words that say nothing else.
    language: Option<String>,
    /// Comments that are on words, by name; others hang on a place.
    pub ended: HashSet<String>,
    /// What was inserted under track, by id.
    pub insertions: HashSet<String>,
    /// What was deleted, by id: paragraphs, of which the first and the last may be parts of one.
    pub deletions: HashMap<String, Vec<(Shape, String)>>,
    /// Whether there are changes under track.
    pub tracked: bool,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    shape: Option<Shape>,
    look: Look,
}

/// How words are set.
#[derive(Clone, Debug, Default)]
pub struct Look {
    pub bold: Option<bool>,
    pub hidden: Option<bool>,
    pub language: Option<String>,
}

impl Look {
    /// This, and what it does not say from another.
    pub fn or(&self, other: &Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            hidden: self.hidden.or(other.hidden),
            language: self.language.as_ref().or(other.language.as_ref()).cloned(),
        }
    }

    fn learn(&mut self, element: &Element) {
        if let Some(weight) = element.get("fo:font-weight") {
            let heavy = weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
            self.bold = Some(heavy || weight == "bold");
        }
        if let Some(display) = element.get("text:display") {
            self.hidden = Some(display == "none");
        }
        if let Some(language) = element.get("fo:language") {
            self.language = Some(match element.get("fo:country") {
                Some(country) if country != "none" => format!("{language}-{country}"),
                _ => language.to_owned(),
            });
        }
    }
}

impl Declared {
    /// Reads the declarations in a part.
    pub fn read(&mut self, called: &str, text: &str) -> Result<()> {
        let mut xml = Xml::new(called, text, Manner::Strict);
        let mut open: Option<(String, Style)> = None;
        let mut default = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => match element.name.as_str() {
                    "style:style" => open = Some(Self::style(&element)),
                    "style:default-style" => {
                        default = element.get("style:family") == Some("paragraph");
                    }
                    "style:text-properties" => match &mut open {
                        Some((_, style)) => style.look.learn(&element),
                        None if default => {
                            let mut look = Look::default();
                            look.learn(&element);
                            self.language = look.language;
                        }
                        None => {}
                    },
                    "office:annotation-end" => {
                        self.ended
                            .extend(element.get("office:name").map(str::to_owned));
                    }
                    "text:changed-region" => {
                        let id = element.get("text:id").or(element.get("xml:id"));
                        self.change(id.unwrap_or_default(), &mut xml)?;
                    }
                    "office:binary-data" | "office:master-styles" => xml.skip()?,
                    _ => {}
                },
                Event::End(name) => match name.as_str() {
                    "style:style" => self.styles.extend(open.take()),
                    "style:default-style" => default = false,
                    _ => {}
                },
                Event::Text(_) => {}
            }
        }
        Ok(())
    }

    fn style(element: &Element) -> (String, Style) {
        let family = element.get("style:family").unwrap_or_default();
        let name = element.get("style:name").unwrap_or_default();
        let called = element.get("style:display-name").unwrap_or(name);
        let level = element.get("style:default-outline-level");
        let level = level
            .and_then(|level| level.parse().ok())
            .filter(|level| *level > 0);
        let by_name = of_style(&called.replace("_20_", " "));
        let style = Style {
            parent: element
                .get("style:parent-style-name")
                .map(|parent| format!("{family} {parent}")),
            shape: by_name.or(level.map(Shape::heading)),
            look: Look::default(),
        };
        (format!("{family} {name}"), style)
    }

    /// What a style says with all that it inherits.
    pub fn inherited(&self, family: &str, name: Option<&str>) -> (Option<Shape>, Look) {
        let mut found = (None, Look::default());
        let mut key = name.map(|name| format!("{family} {name}"));
        for _ in 0..MOST_PARENTS {
            let Some(style) = key.as_ref().and_then(|key| self.styles.get(key)) else {
                break;
            };
            found.0 = found.0.or(style.shape);
            found.1 = found.1.or(&style.look);
            key.clone_from(&style.parent);
        }
        if family == "paragraph" && found.1.language.is_none() {
            found.1.language.clone_from(&self.language);
        }
        found
    }

    fn change(&mut self, id: &str, xml: &mut Xml<'_>) -> Result<()> {
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => match element.name.as_str() {
                    "text:insertion" => {
                        self.tracked = true;
                        self.insertions.insert(id.to_owned());
                        xml.skip()?;
                    }
                    "text:deletion" => {
                        self.tracked = true;
                        let paragraphs = self.deleted(xml)?;
                        self.deletions.insert(id.to_owned(), paragraphs);
                    }
                    _ => {}
                },
                Event::End(name) if name == "text:changed-region" => break,
                Event::End(_) | Event::Text(_) => {}
            }
        }
        Ok(())
    }

    fn deleted(&self, xml: &mut Xml<'_>) -> Result<Vec<(Shape, String)>> {
        let mut paragraphs: Vec<(Shape, String)> = Vec::new();
        let mut inside = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => match element.name.as_str() {
                    "text:p" | "text:h" => {
                        paragraphs.push((self.shape(&element, false), String::new()));
                        inside = true;
                    }
                    "text:s" | "text:tab" | "text:line-break" => {
                        paragraphs
                            .iter_mut()
                            .last()
                            .into_iter()
                            .for_each(|(_, text)| text.push(' '));
                    }
                    "office:change-info" | "text:note" | "office:annotation" | "draw:frame" => {
                        xml.skip()?;
                    }
                    _ => {}
                },
                Event::End(name) if name == "text:deletion" => break,
                Event::End(name) if matches!(name.as_str(), "text:p" | "text:h") => inside = false,
                Event::End(_) => {}
                Event::Text(words) => {
                    if let Some((_, text)) = paragraphs.last_mut().filter(|_| inside) {
                        text.push_str(&words);
                    }
                }
            }
        }
        Ok(paragraphs)
    }

    /// What a paragraph or heading becomes.
    pub fn shape(&self, element: &Element, in_list: bool) -> Shape {
        use stet_core::view::BlockKind;
        let (shape, _) = self.inherited("paragraph", element.get("text:style-name"));
        if element.name == "text:h" && shape.is_none_or(|shape| shape.kind != BlockKind::Headline) {
            let level = element.get("text:outline-level");
            return Shape::heading(level.and_then(|level| level.parse().ok()).unwrap_or(1));
        }
        match shape {
            Some(shape) => shape,
            None if in_list => Shape::of(BlockKind::ListItem),
            None => Shape::PLAIN,
        }
    }
}
