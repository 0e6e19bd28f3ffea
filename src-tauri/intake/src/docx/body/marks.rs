//! What stands at words of a Word document without being words: fields, links, comments, notes.

use super::super::run::Link;
use super::Body;
use crate::document::RemarkKind;
use crate::field::{Field, hyperlink};

impl Body<'_> {
    pub(super) fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.frame().fields.push(Field::default()),
            "separate" => {
                let Some(field) = self.frame().fields.last_mut() else {
                    return;
                };
                field.in_result = true;
                if let Some(address) = hyperlink(&std::mem::take(&mut field.instruction)) {
                    field.linked = true;
                    self.begin_link(address);
                }
            }
            "end" => {
                let field = self.frame().fields.pop();
                if field.is_some_and(|field| field.linked) {
                    self.end_link();
                }
            }
            _ => {}
        }
    }

    pub(super) fn begin_link(&mut self, address: String) {
        self.serial += 1;
        let key = format!("link {}", self.serial);
        let frame = self.frame();
        frame.writer.begin(&key);
        frame.links.push(Link {
            key,
            address,
            words: String::new(),
        });
    }

    pub(super) fn end_link(&mut self) {
        let in_note = self.notes.is_none();
        let frame = self.frame();
        let Some(link) = frame.links.pop() else {
            return;
        };
        let place = frame.writer.end(&link.key);
        if let Some(outer) = frame.links.last_mut() {
            outer.words.push_str(&link.words);
        }
        if in_note && link.address.starts_with("http") && !link.words.contains(&link.address) {
            // A note is words only, and where it leads is often all there is to it.
            self.text(&format!(" ({})", link.address));
        } else if let Some(place) = place {
            frame.writer.link(place, &link.address);
        }
    }

    pub(super) fn comment(&mut self, id: &str) {
        let comment = self.notes.and_then(|notes| notes.comment(id));
        let in_text = self.frames.len() == 1;
        let frame = self.frame();
        let place = frame.places.remove(id);
        let place = place.or_else(|| frame.writer.end(id));
        let place = place.unwrap_or_else(|| frame.writer.here());
        if let Some(comment) = comment {
            let writer = &mut frame.writer;
            writer.remark(place, RemarkKind::Comment, &comment.author, &comment.text);
            self.placed.insert(id.to_owned(), in_text.then_some(place));
        }
    }

    /// Comments that the text does not refer to are on the words of those that they answer, or on
    /// those that were marked for them.
    pub(super) fn place_the_rest(&mut self) {
        let Some(notes) = self.notes else {
            return;
        };
        for note in &notes.comments {
            if self.placed.contains_key(&note.id) {
                continue;
            }
            let answered = note
                .answers
                .as_ref()
                .and_then(|id| self.placed.get(id))
                .copied()
                .flatten();
            let marked = self.frame().places.remove(&note.id);
            if let Some(place) = marked.or(answered) {
                self.writer()
                    .remark(place, RemarkKind::Comment, &note.author, &note.text);
                self.placed.insert(note.id.clone(), Some(place));
            }
        }
    }

    pub(super) fn note(&mut self, kind: &str, id: &str, own_mark: bool) {
        if self.wrappers.contains(&true) {
            return;
        }
        let note = self.notes.and_then(|notes| notes.note(kind, id));
        let frame = self.frame();
        frame.run.marks_note = own_mark;
        if let Some(note) = note.filter(|note| !note.text.is_empty()) {
            let place = frame.writer.here();
            frame
                .writer
                .remark(place, RemarkKind::Footnote, "", &note.text);
        }
    }
}
