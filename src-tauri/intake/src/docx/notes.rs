//! What a Word document keeps beside its text: comments, footnotes, endnotes. They are read before
//! it, so that each is at hand where it is referred to.

use std::collections::HashMap;

use stet_core::error::Result;

use super::{Relations, body::Body, relations_of, styles::Styles};
use crate::archive::{Archive, folder};
use crate::document::Changes;
use crate::xml::{Event, Manner, Xml, decode};

/// A comment or note.
#[derive(Debug, Default)]
pub struct Note {
    /// Its id in the file.
    pub id: String,
    /// Who wrote it, or empty.
    pub author: String,
    /// Its words.
    pub text: String,
    /// For a comment that answers another one: the id of that.
    pub answers: Option<String>,
    /// Ids of its paragraphs, the last of which names it in threads.
    paragraphs: Vec<String>,
}

/// All of them.
#[derive(Default)]
pub struct Notes {
    /// Comments in the order of the file.
    pub comments: Vec<Note>,
    /// Where each of them stands among those.
    by_id: HashMap<String, usize>,
    footnotes: HashMap<String, Note>,
    endnotes: HashMap<String, Note>,
    /// Whether text was hidden in them, or changed under track.
    pub hidden: bool,
    pub tracked: bool,
}

impl Notes {
    /// Reads those parts that there are.
    pub fn read(
        archive: &mut Archive<'_>,
        relations: &Relations,
        styles: &Styles,
        changes: Changes,
    ) -> Result<Self> {
        let mut notes = Self::default();
        let mut read = |kind: &str, element: &str| match relations.part(kind) {
            Some(part) => notes.part(archive, part, element, styles, changes),
            None => Ok(Vec::new()),
        };
        let comments = read("comments", "w:comment")?;
        let footnotes = read("footnotes", "w:footnote")?;
        let endnotes = read("endnotes", "w:endnote")?;
        let by_id = |notes: Vec<Note>| notes.into_iter().map(|note| (note.id.clone(), note));
        notes.by_id = comments
            .iter()
            .enumerate()
            .map(|(at, note)| (note.id.clone(), at))
            .collect();
        notes.comments = comments;
        notes.footnotes = by_id(footnotes).collect();
        notes.endnotes = by_id(endnotes).collect();
        if let Some(part) = relations.part("commentsExtended")
            && let Some(bytes) = archive.part(part)?
        {
            notes.thread(archive.called(), &decode(&bytes))?;
        }
        Ok(notes)
    }

    /// The footnote or endnote of this id; `kind` is the name of the element that refers to it.
    pub fn note(&self, kind: &str, id: &str) -> Option<&Note> {
        if kind == "w:footnoteReference" {
            self.footnotes.get(id)
        } else {
            self.endnotes.get(id)
        }
    }

    /// The comment of this id.
    pub fn comment(&self, id: &str) -> Option<&Note> {
        self.comments.get(*self.by_id.get(id)?)
    }

    fn part(
        &mut self,
        archive: &mut Archive<'_>,
        part: &str,
        element: &str,
        styles: &Styles,
        changes: Changes,
    ) -> Result<Vec<Note>> {
        let Some(bytes) = archive.part(part)? else {
            return Ok(Vec::new());
        };
        let relations = Relations::read(archive, &relations_of(part), folder(part))?;
        let text = decode(&bytes);
        let mut xml = Xml::new(archive.called(), &text, Manner::Strict);
        let mut found = Vec::new();
        while let Some(event) = xml.next()? {
            let Event::Start(start) = event else {
                continue;
            };
            // The lines between text and notes are notes of a type.
            if start.name != element || start.get("w:type").is_some_and(|kind| kind != "normal") {
                continue;
            }
            let mut body = Body::new(styles, &relations.links, changes);
            body.read(&mut xml, element)?;
            self.hidden |= body.hidden;
            self.tracked |= body.tracked;
            let paragraphs = std::mem::take(&mut body.paragraphs);
            found.push(Note {
                id: start.get("w:id").unwrap_or_default().to_owned(),
                author: start.get("w:author").unwrap_or_default().to_owned(),
                text: body.finish_text(),
                answers: None,
                paragraphs,
            });
        }
        Ok(found)
    }

    /// Learns which comments answer which.
    fn thread(&mut self, called: &str, text: &str) -> Result<()> {
        let of_paragraph: HashMap<String, String> = self
            .comments
            .iter()
            .flat_map(|note| {
                let paragraphs = note.paragraphs.iter();
                paragraphs.map(|paragraph| (paragraph.clone(), note.id.clone()))
            })
            .collect();
        let mut parents: HashMap<&str, &str> = HashMap::new();
        let mut xml = Xml::new(called, text, Manner::Strict);
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else {
                continue;
            };
            let comment = |name| element.get(name).and_then(|id| of_paragraph.get(id));
            if let (Some(child), Some(parent)) =
                (comment("w15:paraId"), comment("w15:paraIdParent"))
            {
                parents.insert(child, parent);
            }
        }
        for note in &mut self.comments {
            note.answers = parents.get(note.id.as_str()).map(|id| (*id).to_owned());
        }
        Ok(())
    }
}
