//! The text of a Word document, its notes and comments: paragraphs of runs, in tables and frames.

mod marks;

use std::collections::HashMap;

use stet_core::error::Result;

use super::notes::Notes;
use super::run::{Frame, Paragraph, Run};
use super::styles::{Styles, is_on};
use crate::document::Changes;
use crate::field::hyperlink;
use crate::writer::{Place, Writer, Written};
use crate::xml::{Element, Event, Xml};
use crate::{symbols, tidy};

/// A text that is being read.
pub struct Body<'a> {
    styles: &'a Styles,
    links: &'a HashMap<String, String>,
    changes: Changes,
    /// Comments and notes of the text; none while they are read themselves.
    notes: Option<&'a Notes>,
    /// The text, then the text boxes that are open.
    frames: Vec<Frame>,
    /// Elements of tracked changes that are open: whether their words are not of this side.
    wrappers: Vec<bool>,
    /// Alternatives that are open: whether one was taken.
    alternatives: Vec<bool>,
    /// Whether properties of a paragraph are read, and whether those of its mark.
    in_properties: bool,
    in_mark: bool,
    placeholder: bool,
    serial: u32,
    languages: HashMap<String, usize>,
    /// Comments that were noted, and where, unless in a frame.
    placed: HashMap<String, Option<Place>>,
    /// Ids of paragraphs.
    pub paragraphs: Vec<String>,
    /// Whether there was hidden text, or changes under track, or a part in another format.
    pub hidden: bool,
    pub tracked: bool,
    foreign: bool,
}

/// A text that was read.
pub struct Read {
    pub written: Written,
    pub hidden: bool,
    pub tracked: bool,
    pub foreign: bool,
}

impl<'a> Body<'a> {
    /// A text with these styles and links.
    pub fn new(styles: &'a Styles, links: &'a HashMap<String, String>, changes: Changes) -> Self {
        Self {
            styles,
            links,
            changes,
            notes: None,
            frames: vec![Frame::default()],
            wrappers: Vec::new(),
            alternatives: Vec::new(),
            in_properties: false,
            in_mark: false,
            placeholder: false,
            serial: 0,
            languages: HashMap::new(),
            placed: HashMap::new(),
            paragraphs: Vec::new(),
            hidden: false,
            tracked: false,
            foreign: false,
        }
    }

    /// The same with comments and notes.
    pub fn with_notes(self, notes: &'a Notes) -> Self {
        Self {
            notes: Some(notes),
            ..self
        }
    }

    /// Reads up to the end of the element that was just begun.
    pub fn read(&mut self, xml: &mut Xml<'_>, element: &str) -> Result<()> {
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(start) => self.start(&start, xml)?,
                Event::End(name) if name == element => break,
                Event::End(name) => self.end(&name),
                Event::Text(_) => {} // layout between elements; words are read where they begin
            }
            if self.frame().writer.full() {
                break;
            }
        }
        Ok(())
    }

    /// The language of most of its words, where it says one.
    pub fn language(&self) -> Option<String> {
        let most = self
            .languages
            .iter()
            .max_by_key(|(name, count)| (**count, *name));
        most.map(|(name, _)| tidy::language(name))
            .filter(|name| !name.is_empty())
    }

    /// What was read.
    pub fn finish(mut self) -> Read {
        while self.frames.len() > 1 {
            self.leave_frame();
        }
        self.place_the_rest();
        Read {
            hidden: self.hidden,
            tracked: self.tracked,
            foreign: self.foreign,
            written: self.frames.pop().unwrap_or_default().writer.finish(),
        }
    }

    /// Its words only.
    pub fn finish_text(mut self) -> String {
        while self.frames.len() > 1 {
            self.leave_frame();
        }
        self.frames.pop().unwrap_or_default().writer.finish_text()
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn writer(&mut self) -> &mut Writer {
        &mut self.frame().writer
    }

    fn start(&mut self, element: &Element, xml: &mut Xml<'_>) -> Result<()> {
        let id = element.get("w:id").unwrap_or_default();
        let mut name = element.name.as_str();
        if name.starts_with("w:") && name.ends_with("Change") {
            return xml.skip(); // how it looked before
        }
        if self.in_properties && !self.in_mark && matches!(name, "w:ins" | "w:del" | "w:tab") {
            name = ""; // of the numbering, of the tab stops
        }
        match name {
            "w:sectPr" | "w:tblPr" | "w:tblGrid" | "w:tcPr" | "w:trPr" | "w:sdtEndPr" | "w:rt"
            | "w:delInstrText" | "m:ctrlPr" => return xml.skip(),
            "w:sdtPr" => return self.content_control(xml),
            "w:sdtContent" if std::mem::take(&mut self.placeholder) => return xml.skip(),
            "mc:AlternateContent" => self.alternatives.push(false),
            "mc:Choice" | "mc:Fallback" => {
                let taken = self.alternatives.last_mut();
                if taken.is_some_and(|taken| std::mem::replace(taken, true)) {
                    return xml.skip();
                }
            }
            "w:txbxContent" => self.frames.push(Frame::default()),
            "w:tbl" => self.writer().table(),
            "w:tc" => self.writer().cell(),
            "w:altChunk" => self.foreign = true,
            "w:p" => {
                let paragraph = Paragraph::new(self.styles);
                let shape = paragraph.shape();
                self.paragraphs
                    .extend(element.get("w14:paraId").map(str::to_owned));
                let frame = self.frame();
                frame.run = Run::new(&paragraph.inherited);
                frame.paragraph = paragraph;
                frame.writer.shape(shape);
            }
            "w:pPr" => self.in_properties = true,
            "w:rPr" => self.in_mark = self.in_properties,
            "w:r" => {
                let frame = self.frame();
                frame.run = Run::new(&frame.paragraph.inherited);
            }
            "w:ins" | "w:moveTo" | "w:del" | "w:moveFrom" => {
                let added = matches!(name, "w:ins" | "w:moveTo");
                self.tracked = true;
                if self.in_mark {
                    let paragraph = &mut self.frame().paragraph;
                    paragraph.mark_added |= added;
                    paragraph.mark_removed |= !added;
                } else {
                    self.wrappers
                        .push(added == (self.changes == Changes::Original));
                }
            }
            "w:t" | "w:delText" | "m:t" => {
                let keeps = element.get("xml:space") == Some("preserve") || name == "m:t";
                let text = xml.text()?;
                self.text(if keeps { &text } else { text.trim() });
            }
            "w:tab" => self.text(" "),
            "w:br" | "w:cr" => self.line_break(element),
            "w:noBreakHyphen" => self.text("\u{2011}"),
            "w:softHyphen" => self.text("\u{AD}"),
            "w:sym" => {
                let place = element.get("w:char").unwrap_or_default();
                let place = u32::from_str_radix(place, 16).unwrap_or(0xFFFD);
                let font = element.get("w:font").unwrap_or_default();
                self.text(symbols::of(font, place).encode_utf8(&mut [0; 4]));
            }
            "w:fldChar" => self.field(element.get("w:fldCharType").unwrap_or_default()),
            "w:instrText" => {
                let text = xml.text()?;
                if let Some(field) = self.frame().fields.last_mut() {
                    field.instruction.push_str(&text);
                }
            }
            "w:fldSimple" => {
                let address = element.get("w:instr").and_then(hyperlink);
                self.begin_link(address.unwrap_or_default());
            }
            "w:hyperlink" => {
                let links = self.links;
                let address = element.get("r:id").and_then(|id| links.get(id));
                self.begin_link(address.cloned().unwrap_or_default());
            }
            "w:commentRangeStart" => self.writer().begin(id),
            "w:commentRangeEnd" => {
                let frame = self.frame();
                let place = frame.writer.end(id);
                frame
                    .places
                    .extend(place.map(|place| (id.to_owned(), place)));
            }
            "w:commentReference" => self.comment(id),
            "w:footnoteReference" | "w:endnoteReference" => {
                let own_mark = element.get("w:customMarkFollows").is_some_and(is_on);
                self.note(name, id, own_mark);
            }
            _ if self.in_properties && !self.in_mark => {
                let styles = self.styles;
                self.frame().paragraph.learn(element, styles);
            }
            _ if !self.in_properties => {
                let styles = self.styles;
                self.frame().run.learn(element, styles);
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "w:pPr" => {
                (self.in_properties, self.in_mark) = (false, false);
                let frame = self.frame();
                let shape = frame.paragraph.shape();
                frame.run = Run::new(&frame.paragraph.inherited);
                frame.writer.shape(shape);
            }
            "w:rPr" => self.in_mark = false,
            "w:p" => {
                let changes = self.changes;
                let frame = self.frame();
                // An instruction does not run over paragraphs: what never ended must not swallow
                // the rest of the text.
                frame.fields.retain(|field| field.in_result);
                if !frame.paragraph.goes_on(changes) {
                    frame.writer.close();
                }
            }
            "w:tbl" => self.writer().end_table(),
            "w:txbxContent" => self.leave_frame(),
            "mc:AlternateContent" => {
                self.alternatives.pop();
            }
            "w:ins" | "w:moveTo" | "w:del" | "w:moveFrom" if !self.in_properties => {
                self.wrappers.pop();
            }
            "w:fldSimple" | "w:hyperlink" => self.end_link(),
            _ => {}
        }
    }

    /// Words as they come, if they are words of the article.
    fn text(&mut self, text: &str) {
        if self.wrappers.contains(&true) {
            return;
        }
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let run = &frame.run;
        if run.marks_note || frame.fields.iter().any(|field| !field.in_result) {
            return;
        }
        if run.hidden {
            self.hidden |= !text.trim().is_empty();
            return;
        }
        frame.writer.text(text, run.bold);
        if let Some(link) = frame.links.last_mut() {
            link.words.push_str(text);
        }
        let said = run.language.as_ref().or(self.styles.language.as_ref());
        if let Some(name) = said {
            let length = text.chars().count();
            if let Some(count) = self.languages.get_mut(name) {
                *count += length;
            } else {
                self.languages.insert(name.clone(), length);
            }
        }
    }

    fn line_break(&mut self, element: &Element) {
        if self.wrappers.contains(&true) {
            return;
        }
        let new_page = element
            .get("w:type")
            .is_some_and(|kind| kind != "textWrapping");
        let writer = self.writer();
        writer.line_break();
        if new_page {
            writer.line_break(); // what stands above and below is not one paragraph
        }
    }

    /// Whether what a content control holds is only the request to fill it in.
    fn content_control(&mut self, xml: &mut Xml<'_>) -> Result<()> {
        self.placeholder = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(start) if start.name == "w:showingPlcHdr" => {
                    self.placeholder = start.get("w:val").is_none_or(is_on);
                }
                Event::End(name) if name == "w:sdtPr" => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn leave_frame(&mut self) {
        if self.frames.len() > 1
            && let Some(frame) = self.frames.pop()
        {
            self.writer().beside(frame.writer.finish());
        }
    }
}
