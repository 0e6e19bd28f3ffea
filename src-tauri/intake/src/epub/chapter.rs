//! The chapters of a book: XHTML → blocks, notes taken out of the text to where they belong.

use std::collections::{HashMap, HashSet};

use stet_core::{draft::collapse, error::Result, view::BlockKind};

use super::package::{Chapter, percent_decode};
use super::sheet::Sheet;
use crate::archive::{folder, resolve};
use crate::document::{LeftOut, RemarkKind};
use crate::shape::{Shape, of_style};
use crate::writer::{Place, Writer, Written};
use crate::xml::{Element, Event, Manner, Xml};

/// The longest mark of a note, in code points: `[12]`.
const LONGEST_MARK: usize = 5;

/// A book that is being read.
#[derive(Default)]
pub struct Book {
    /// What classes look like.
    pub sheet: Sheet,
    /// What the tables of contents list, one line each.
    contents: HashSet<String>,
    /// The text, then notes that are open.
    writers: Vec<Writer>,
    /// Elements that are open.
    open: Vec<Open>,
    /// The words of the block at hand, as far as the contents may list them.
    line: String,
    /// The chapter at hand.
    path: String,
    aside: bool,
    serial: u32,
    /// Places that refer to notes, and the notes, both by path and id.
    referring: Vec<(Place, String)>,
    notes: HashMap<String, String>,
}

/// An element that is open.
#[derive(Default)]
struct Open {
    is_block: bool,
    shape: Option<Shape>,
    bold: bool,
    raised: bool,
    role: Role,
}

#[derive(Default)]
enum Role {
    #[default]
    None,
    Table,
    Link {
        key: String,
        address: String,
        words: String,
    },
    Note(String),
}

impl Book {
    /// Learns which lines are headings from a table of contents.
    pub fn learn_contents(&mut self, called: &str, text: &str) -> Result<()> {
        let mut xml = Xml::new(called, text, Manner::Lenient);
        while let Some(event) = xml.next()? {
            if let Event::Start(element) = event
                && matches!(element.name.as_str(), "h:a" | "ncx:text")
            {
                let line = collapse(&xml.text()?);
                self.contents.insert(line);
            }
        }
        Ok(())
    }

    /// Reads a chapter.
    pub fn read(&mut self, called: &str, chapter: &Chapter, text: &str) -> Result<()> {
        if self.writers.is_empty() {
            self.writers.push(Writer::default());
        }
        self.path.clone_from(&chapter.path);
        self.aside = chapter.aside;
        let mut xml = Xml::new(called, text, Manner::Lenient);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => self.start(&element, &mut xml)?,
                Event::End(_) => self.end(),
                Event::Text(text) => self.text(&text),
            }
            if self.writer().full() {
                break;
            }
        }
        while !self.open.is_empty() {
            self.end();
        }
        self.close();
        Ok(())
    }

    /// What was read.
    pub fn finish(mut self) -> Written {
        let mut writer = self.writers.pop().unwrap_or_default();
        for (place, key) in self.referring {
            if let Some(text) = self.notes.get(&key).filter(|text| !text.is_empty()) {
                writer.remark(place, RemarkKind::Footnote, "", text);
            }
        }
        writer.finish()
    }

    fn writer(&mut self) -> &mut Writer {
        if self.writers.is_empty() {
            self.writers.push(Writer::default());
        }
        let last = self.writers.len() - 1;
        &mut self.writers[last]
    }

    fn start(&mut self, element: &Element, xml: &mut Xml<'_>) -> Result<()> {
        let name = element.name.rsplit(':').next().unwrap_or_default();
        let kinds = element
            .get("epub:type")
            .or(element.get("role"))
            .unwrap_or_default();
        let is = |kind: &str| {
            let mut kinds = kinds.split_whitespace();
            kinds.any(|other| other.strip_prefix("doc-").unwrap_or(other) == kind)
        };
        if matches!(
            name,
            "head"
                | "script"
                | "style"
                | "nav"
                | "svg"
                | "template"
                | "audio"
                | "video"
                | "rt"
                | "rp"
                | "annotation"
        ) || is("pagebreak")
            || is("backlink")
            || element.get("hidden").is_some()
        {
            return xml.skip();
        }
        if name == "br" {
            self.writer().line_break();
        }
        let classes = element.get("class").unwrap_or_default();
        let outer_bold = self.open.last().is_some_and(|open| open.bold);
        let in_style = element
            .get("style")
            .and_then(|style| style.split("font-weight:").nth(1));
        let in_style = in_style
            .map(|value| super::sheet::is_bold(value.split(';').next().unwrap_or_default()));
        let said = in_style.or(self.sheet.bold(classes));
        let mut open = Open {
            is_block: is_block(name),
            shape: shape(name, classes),
            bold: said.unwrap_or(outer_bold || matches!(name, "b" | "strong")),
            raised: name == "sup" || self.open.last().is_some_and(|open| open.raised),
            role: Role::None,
        };
        if open.is_block {
            self.close();
        }
        let note = is("footnote") || is("endnote") || is("rearnote") || is("note");
        match name {
            "a" => open.role = self.begin_link(element, is("noteref")),
            "table" => {
                self.writer().table();
                open.role = Role::Table;
            }
            "td" | "th" => self.writer().cell(),
            _ if note && element.get("id").is_some() => {
                let id = element.get("id").unwrap_or_default();
                open.role = Role::Note(format!("{}#{id}", self.path));
                self.writers.push(Writer::default());
            }
            _ => {}
        }
        self.open.push(open);
        self.shape();
        Ok(())
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        if open.is_block {
            self.close();
        }
        match open.role {
            Role::None => {}
            Role::Table => self.writer().end_table(),
            Role::Link {
                key,
                address,
                words,
            } => self.end_link(&key, &address, &words, open.raised),
            Role::Note(key) if self.writers.len() > 1 => {
                if let Some(writer) = self.writers.pop() {
                    self.notes.insert(key, writer.finish_text());
                }
            }
            Role::Note(_) => {}
        }
        self.shape();
    }

    /// Ends the block at hand; a line that the contents list is a heading.
    fn close(&mut self) {
        let line = collapse(&std::mem::take(&mut self.line));
        let listed = self.contents.contains(&line) && self.writers.len() < 2;
        if listed && self.current().kind == BlockKind::Paragraph {
            self.writer().shape(Shape::heading(2));
        }
        self.writer().close();
        self.shape();
    }

    fn current(&self) -> Shape {
        let shape = self.open.iter().rev().find_map(|open| open.shape);
        let shape = shape.unwrap_or(Shape::PLAIN);
        if self.aside {
            let left_out = Some(LeftOut::AroundArticle);
            return Shape { left_out, ..shape };
        }
        shape
    }

    /// Tells the writer what the block at hand is.
    fn shape(&mut self) {
        let shape = self.current();
        self.writer().shape(shape);
    }

    fn text(&mut self, text: &str) {
        // A link's words are kept back: they may be the mark of a note.
        let linking = self
            .open
            .iter_mut()
            .rev()
            .find_map(|open| match &mut open.role {
                Role::Link { words, address, .. } if !address.contains("://") => Some(words),
                _ => None,
            });
        match linking {
            Some(words) => words.push_str(text),
            None => self.write(text),
        }
    }

    fn write(&mut self, text: &str) {
        let bold = self.open.last().is_some_and(|open| open.bold);
        if self.line.len() < 1_000 {
            self.line.push_str(text);
        }
        self.writer().text(text, bold);
    }

    fn begin_link(&mut self, element: &Element, refers: bool) -> Role {
        let href = element.get("href").unwrap_or_default();
        let address = if href.contains("://") {
            href.to_owned()
        } else {
            let (file, id) = href.split_once('#').unwrap_or((href, ""));
            let file = percent_decode(file);
            let path = if file.is_empty() {
                Some(self.path.clone())
            } else {
                resolve(folder(&self.path), &file)
            };
            format!("{}#{id}", path.unwrap_or_default())
        };
        self.serial += 1;
        let key = format!("{} {}", if refers { "note" } else { "link" }, self.serial);
        self.writer().begin(&key);
        Role::Link {
            key,
            address,
            words: String::new(),
        }
    }

    fn end_link(&mut self, key: &str, address: &str, words: &str, raised: bool) {
        let place = self.writer().end(key);
        if address.contains("://") {
            if let Some(place) = place {
                self.writer().link(place, address);
            }
            return;
        }
        let short = words.trim().chars().nth(LONGEST_MARK).is_none();
        let is_mark = short
            && !words.trim().is_empty()
            && words
                .trim()
                .chars()
                .all(|c| c.is_ascii_digit() || "[]()*†‡§".contains(c));
        let in_note = self.writers.len() > 1;
        if key.starts_with("note") || is_mark && (raised || in_note) {
            if !in_note {
                let here = self.writer().here();
                self.referring.push((here, address.to_owned()));
            }
        } else {
            self.write(words);
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// What the words in an element are, by its name, else by its classes.
fn shape(name: &str, classes: &str) -> Option<Shape> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = name[1..].parse().unwrap_or(6);
            Some(Shape::heading(level))
        }
        "li" | "dt" | "dd" => Some(Shape::of(BlockKind::ListItem)),
        "blockquote" => Some(Shape::of(BlockKind::Quotation)),
        "figcaption" | "caption" => Some(Shape::of(BlockKind::Caption)),
        "p" | "div" => classes.split_whitespace().find_map(of_style),
        _ => None,
    }
}
