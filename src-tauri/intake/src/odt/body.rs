//! The text of an OpenDocument text: paragraphs in lists, tables, sections and frames.

use std::collections::HashMap;

use stet_core::error::Result;

use super::declared::{Declared, Look};
use crate::document::{Changes, RemarkKind};
use crate::shape::Shape;
use crate::tidy::Languages;
use crate::writer::{Writer, Written};
use crate::xml::{Element, Event, Xml};

/// A text that is being read.
pub struct Body<'a> {
    declared: &'a Declared,
    changes: Changes,
    /// The text, then frames, notes and comments that are open.
    frames: Vec<Frame>,
    /// Comments on words that are open, by name.
    comments: HashMap<String, (String, String)>,
    /// Insertions that are open and not of this side of the changes.
    dropped: u32,
    /// Tables of contents that are open.
    contents: u32,
    serial: u32,
    /// What its words are said to be.
    pub languages: Languages,
    /// Whether there was hidden text.
    pub hidden: bool,
}

/// A place where paragraphs follow each other.
#[derive(Default)]
struct Frame {
    writer: Writer,
    kind: Kind,
    lists: u32,
    /// How words are set here, innermost last; empty between paragraphs.
    looks: Vec<Look>,
    shape: Option<Shape>,
    links: Vec<(String, String)>,
}

#[derive(Default)]
enum Kind {
    #[default]
    Beside,
    Note,
    Comment {
        name: Option<String>,
        author: String,
    },
}

/// Shapes that may hold text.
const BOXES: &[&str] = &[
    "draw:text-box",
    "draw:custom-shape",
    "draw:rect",
    "draw:circle",
    "draw:ellipse",
    "draw:polygon",
    "draw:polyline",
    "draw:line",
    "draw:path",
    "draw:connector",
    "draw:caption",
    "draw:regular-polygon",
];

impl<'a> Body<'a> {
    /// A text with what is declared for it.
    pub fn new(declared: &'a Declared, changes: Changes) -> Self {
        Self {
            declared,
            changes,
            frames: vec![Frame::default()],
            comments: HashMap::new(),
            dropped: 0,
            contents: 0,
            serial: 0,
            languages: Languages::default(),
            hidden: false,
        }
    }

    /// Reads up to the end of the text, whose element was just begun.
    pub fn read(&mut self, xml: &mut Xml<'_>) -> Result<()> {
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => self.start(&element, xml)?,
                Event::End(name) if name == "office:text" => break,
                Event::End(name) => self.end(&name),
                Event::Text(text) => self.text(&text),
            }
            if self.frame().writer.full() {
                break;
            }
        }
        Ok(())
    }

    /// What was read.
    pub fn finish(mut self) -> Written {
        while self.frames.len() > 1 {
            self.leave();
        }
        self.frames.pop().unwrap_or_default().writer.finish()
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn enter(&mut self, kind: Kind) {
        self.frames.push(Frame {
            kind,
            ..Frame::default()
        });
    }

    fn start(&mut self, element: &Element, xml: &mut Xml<'_>) -> Result<()> {
        let name = element.name.as_str();
        match name {
            "text:tracked-changes"
            | "text:note-citation"
            | "text:ruby-text"
            | "text:number"
            | "text:sequence-decls"
            | "text:variable-decls"
            | "text:user-field-decls"
            | "office:forms"
            | "draw:object"
            | "draw:object-ole"
            | "draw:image"
            | "draw:plugin"
            | "svg:title"
            | "svg:desc"
            | "table:covered-table-cell"
            | "meta:creator-initials"
            | "loext:sender-initials"
            | "meta:date-string"
            | "office:event-listeners" => {
                return xml.skip();
            }
            _ if name.ends_with("-source") => return xml.skip(),
            "text:hidden-text" | "text:hidden-paragraph"
                if element.get("text:is-hidden") == Some("true") =>
            {
                self.hidden = true;
                return xml.skip();
            }
            "text:section" if element.get("text:display") == Some("none") => {
                self.hidden = true;
                return xml.skip();
            }
            "text:p" | "text:h" => self.paragraph(element),
            "text:span" => {
                let (_, look) = self
                    .declared
                    .inherited("text", element.get("text:style-name"));
                let frame = self.frame();
                if let Some(outer) = frame.looks.last() {
                    let look = look.or(outer);
                    frame.looks.push(look);
                }
            }
            "text:s" | "text:tab" => self.text(" "),
            "text:line-break" if self.dropped == 0 => self.frame().writer.line_break(),
            "text:a" => self.begin_link(element.get("xlink:href").unwrap_or_default()),
            "text:list" | "text:numbered-paragraph" => self.frame().lists += 1,
            "table:table" => self.frame().writer.table(),
            "table:table-cell" => self.frame().writer.cell(),
            "text:table-of-content"
            | "text:illustration-index"
            | "text:table-index"
            | "text:object-index"
            | "text:user-index"
            | "text:alphabetical-index" => {
                self.contents += 1;
            }
            "text:note" => self.enter(Kind::Note),
            "office:annotation" => self.enter(Kind::Comment {
                name: element.get("office:name").map(str::to_owned),
                author: String::new(),
            }),
            "dc:creator" => {
                let creator = xml.text()?;
                if let Kind::Comment { author, .. } = &mut self.frame().kind {
                    *author = creator;
                }
            }
            "dc:date" => return xml.skip(),
            "office:annotation-end" => {
                let name = element.get("office:name").unwrap_or_default();
                let writer = &mut self.frame().writer;
                let place = writer.end(name);
                if let (Some(place), Some((author, text))) = (place, self.comments.remove(name)) {
                    let writer = &mut self.frame().writer;
                    writer.remark(place, RemarkKind::Comment, &author, &text);
                }
            }
            "text:change-start" if self.is_dropped(element) => self.dropped += 1,
            "text:change-end" if self.is_dropped(element) => {
                self.dropped = self.dropped.saturating_sub(1);
            }
            "text:change" if self.changes == Changes::Original => self.put_back(element),
            _ if BOXES.contains(&name) => self.enter(Kind::Beside),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "text:p" | "text:h" => {
                let dropped = self.dropped > 0;
                let frame = self.frame();
                frame.looks.clear();
                // The end of an inserted paragraph was not there before.
                if !dropped {
                    frame.writer.close();
                }
            }
            "text:span" => {
                let frame = self.frame();
                if frame.looks.len() > 1 {
                    frame.looks.pop();
                }
            }
            "text:a" => {
                let writing = self.frames.last_mut();
                if let Some(frame) = writing
                    && let Some((key, address)) = frame.links.pop()
                    && let Some(place) = frame.writer.end(&key)
                {
                    frame.writer.link(place, &address);
                }
            }
            "text:list" | "text:numbered-paragraph" => {
                let frame = self.frame();
                frame.lists = frame.lists.saturating_sub(1);
            }
            "table:table" => self.frame().writer.end_table(),
            "text:table-of-content"
            | "text:illustration-index"
            | "text:table-index"
            | "text:object-index"
            | "text:user-index"
            | "text:alphabetical-index" => {
                self.contents = self.contents.saturating_sub(1);
            }
            "text:note" | "office:annotation" => self.leave(),
            _ if BOXES.contains(&name) => self.leave(),
            _ => {}
        }
    }

    fn paragraph(&mut self, element: &Element) {
        let in_list = self.frames.last().is_some_and(|frame| frame.lists > 0);
        let shape = if self.contents > 0 {
            Shape::CONTENTS
        } else {
            self.declared.shape(element, in_list)
        };
        let style = element.get("text:style-name");
        let (_, look) = self.declared.inherited("paragraph", style);
        let frame = self.frame();
        frame.looks = vec![look];
        frame.shape = Some(shape);
        frame.writer.shape(shape);
    }

    fn text(&mut self, text: &str) {
        if self.dropped > 0 {
            return;
        }
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let Some(look) = frame.looks.last() else {
            return; // layout between paragraphs
        };
        if look.hidden == Some(true) {
            self.hidden |= !text.trim().is_empty();
            return;
        }
        frame.writer.text(text, look.bold == Some(true));
        if let Some(language) = &look.language {
            self.languages.count(language, text);
        }
    }

    fn begin_link(&mut self, address: &str) {
        self.serial += 1;
        let key = format!("link {}", self.serial);
        let frame = self.frame();
        frame.writer.begin(&key);
        frame.links.push((key, address.to_owned()));
    }

    /// Ends the innermost frame, note or comment.
    fn leave(&mut self) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let ended = &self.declared.ended;
        let dropped = self.dropped > 0;
        let outer = self.frames.last_mut().map(|outer| &mut outer.writer);
        let Some(writer) = outer else { return };
        match frame.kind {
            Kind::Beside => writer.beside(frame.writer.finish()),
            Kind::Note => {
                let text = frame.writer.finish_text();
                if !text.is_empty() && !dropped {
                    writer.remark(writer.here(), RemarkKind::Footnote, "", &text);
                }
            }
            Kind::Comment { name, author } => {
                let text = frame.writer.finish_text();
                match name.filter(|name| ended.contains(name)) {
                    Some(name) => {
                        writer.begin(&name);
                        self.comments.insert(name, (author, text));
                    }
                    None => writer.remark(writer.here(), RemarkKind::Comment, &author, &text),
                }
            }
        }
    }

    fn is_dropped(&self, element: &Element) -> bool {
        let id = element.get("text:change-id").unwrap_or_default();
        self.changes == Changes::Original && self.declared.insertions.contains(id)
    }

    /// Deleted words where they stood.
    fn put_back(&mut self, element: &Element) {
        let declared = self.declared;
        let id = element.get("text:change-id").unwrap_or_default();
        let Some(paragraphs) = declared.deletions.get(id) else {
            return;
        };
        let frame = self.frame();
        let between = frame.looks.is_empty();
        let shape = frame.shape.unwrap_or(Shape::PLAIN);
        for (at, (of_deleted, text)) in paragraphs.iter().enumerate() {
            if at > 0 {
                frame.writer.shape(paragraphs[at - 1].0);
                frame.writer.close();
            }
            frame.writer.text(text, false);
            frame
                .writer
                .shape(if between { *of_deleted } else { shape });
        }
        if between {
            frame.writer.close();
        }
    }
}
