//! Groups that are more than a setting: notes, comments, text boxes, fields, values.

use super::super::state::{Into, Paragraph};
use super::{Frame, Kind, Reader};
use crate::document::RemarkKind;
use crate::field::hyperlink;
use crate::tidy;

impl Reader {
    pub(super) fn enter(&mut self, kind: Kind) -> bool {
        self.frames.push(Frame {
            kind,
            depth: self.around.len(),
            ..Frame::default()
        });
        self.state.paragraph = Paragraph::default();
        true
    }

    pub(super) fn begin_link(&mut self) -> bool {
        self.serial += 1;
        let key = format!("link {}", self.serial);
        let frame = self.frame();
        if let Some(open) = frame.fields.last_mut()
            && let Some(address) = hyperlink(&open.field.instruction)
        {
            frame.writer.begin(&key);
            open.link = Some((key, address));
        }
        true
    }

    pub(super) fn close_group(&mut self) {
        let depth = self.around.len();
        let Some(around) = self.around.pop() else {
            return;
        };
        if self.state.into != around.into {
            self.end_value();
        }
        if self
            .frame()
            .fields
            .last()
            .is_some_and(|open| open.depth == depth)
        {
            let frame = self.frame();
            if let Some((key, address)) = frame.fields.pop().and_then(|open| open.link)
                && let Some(place) = frame.writer.end(&key)
            {
                frame.writer.link(place, &address);
            }
        }
        if self.frames.len() > 1 && self.frame().depth == depth {
            self.shape();
            self.leave();
        }
        self.state = around;
    }

    /// A value is complete.
    fn end_value(&mut self) {
        let value = std::mem::take(&mut self.value);
        let key = format!("comment {}", value.trim());
        match self.state.into {
            Into::Title => self.meta.title = tidy::line(&value),
            Into::Author if self.meta.authors.is_empty() => self.meta.authors = tidy::names(&value),
            Into::CommentAuthor => self.author = value,
            Into::CommentNumber => self.value = key,
            Into::RangeStart => self.frame().writer.begin(&key),
            Into::RangeEnd => {
                let frame = self.frame();
                let place = frame.writer.end(&key);
                frame.places.extend(place.map(|place| (key, place)));
            }
            _ => {}
        }
        if self.state.into == Into::CommentNumber && self.frames.len() > 1 {
            let key = std::mem::take(&mut self.value);
            let outer = self.frames.len() - 2;
            let place = self.frames[outer].places.remove(&key);
            let frame = self.frame();
            frame
                .places
                .extend(place.map(|place| (String::new(), place)));
        }
    }

    /// Ends the innermost frame, note or comment.
    pub(super) fn leave(&mut self) {
        let dropped = self.is_dropped();
        let author = if self.frame().kind == Kind::Comment {
            std::mem::take(&mut self.author)
        } else {
            String::new()
        };
        if self.frames.len() < 2 {
            return;
        }
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        let place = frame.places.remove("");
        let writer = &mut self.frame().writer;
        match frame.kind {
            Kind::Beside => writer.beside(frame.writer.finish()),
            Kind::Note => {
                let text = frame.writer.finish_text();
                if !text.is_empty() && !dropped {
                    writer.remark(writer.here(), RemarkKind::Footnote, "", &text);
                }
            }
            Kind::Comment => {
                let text = frame.writer.finish_text();
                let place = place.unwrap_or_else(|| writer.here());
                writer.remark(place, RemarkKind::Comment, &author, &text);
            }
        }
    }
}
