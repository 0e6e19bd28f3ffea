//! The control words of RTF, one after another, and the text between them.

mod frames;
mod words;

use std::collections::HashMap;

use super::code_page::{CodePage, language};
use super::lexer::Token;
use super::state::{Font, Into, Paragraph, State, Styles, Words};
use crate::document::{Changes, Meta};
use crate::field::Field;
use crate::tidy::Languages;
use crate::writer::{Place, Writer};
use crate::{Parsed, symbols};

/// A file that is being read.
pub struct Reader {
    changes: Changes,
    state: State,
    /// What holds around the groups that are open.
    around: Vec<State>,
    /// The document's own code page.
    page: CodePage,
    fonts: HashMap<i32, Font>,
    styles: Styles,
    /// The entry of a table at hand.
    entry: i32,
    /// Bytes that are still to be decoded: some characters take two.
    bytes: Vec<u8>,
    /// Characters that are still to be passed over, for one given by its number.
    pass_over: u32,
    /// The first half of a character given by two numbers.
    half: Option<u16>,
    /// Whether the next word may be passed over with its group.
    optional: bool,
    /// The words of a value at hand.
    value: String,
    frames: Vec<Frame>,
    author: String,
    languages: Languages,
    default_language: i32,
    meta: Meta,
    tracked: bool,
    hidden: bool,
    serial: u32,
}

/// A place where paragraphs follow each other.
#[derive(Default)]
struct Frame {
    writer: Writer,
    kind: Kind,
    /// How many groups are open around it.
    depth: usize,
    in_table: bool,
    /// Fields that are open, innermost last.
    fields: Vec<OpenField>,
    places: HashMap<String, Place>,
}

/// A field that is open.
struct OpenField {
    depth: usize,
    field: Field,
    /// The key of its link, and the address.
    link: Option<(String, String)>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Beside,
    Note,
    Comment,
}

impl Reader {
    pub fn new(changes: Changes) -> Self {
        let state = State {
            into: Into::Text,
            font: -1,
            page: CodePage::USUAL,
            fallback: 1,
            words: Words::default(),
            paragraph: Paragraph::default(),
        };
        Self {
            changes,
            state,
            around: Vec::new(),
            page: CodePage::USUAL,
            fonts: HashMap::new(),
            styles: Styles::default(),
            entry: 0,
            bytes: Vec::new(),
            pass_over: 0,
            half: None,
            optional: false,
            value: String::new(),
            frames: vec![Frame::default()],
            author: String::new(),
            languages: Languages::default(),
            default_language: 0,
            meta: Meta::default(),
            tracked: false,
            hidden: false,
            serial: 0,
        }
    }

    pub fn take(&mut self, token: &Token<'_>) {
        if let Token::Byte(byte) = token {
            if self.pass_over > 0 {
                self.pass_over -= 1;
            } else if self.state.into != Into::Nothing {
                self.bytes.push(*byte);
            }
            return;
        }
        self.decode();
        match token {
            Token::Open => {
                self.pass_over = 0;
                self.around.push(self.state);
                if self.state.into == Into::Styles {
                    self.entry = 0; // an entry that names no number is the usual style
                }
            }
            Token::Close => {
                self.pass_over = 0;
                self.close_group();
            }
            // A word or symbol may stand for a character, too.
            Token::Word(name, _) if self.pass_over > 0 && *name != "u" => self.pass_over -= 1,
            Token::Symbol(_) if self.pass_over > 0 => self.pass_over -= 1,
            Token::Word(name, number) => {
                let optional = std::mem::take(&mut self.optional);
                if !self.word(name, *number) && optional {
                    self.state.into = Into::Nothing;
                }
            }
            Token::Symbol(b'*') => self.optional = true,
            Token::Symbol(symbol) => self.symbol(*symbol),
            Token::Byte(_) => {}
        }
    }

    pub fn full(&self) -> bool {
        self.frames.iter().any(|frame| frame.writer.full())
    }

    pub fn finish(mut self) -> Parsed {
        self.decode();
        while self.frames.len() > 1 {
            self.leave();
        }
        self.shape();
        let language = self.languages.most();
        let deflang = super::code_page::language(self.default_language).map(str::to_owned);
        self.meta.language = language.or(deflang).unwrap_or_default();
        let written = self.frames.pop().unwrap_or_default().writer.finish();
        let mut notes = Vec::new();
        if self.hidden {
            notes.push("Hidden text in it was left out.".into());
        }
        Parsed {
            meta: self.meta,
            blocks: written.0,
            remarks: written.1,
            notes,
            tracked_changes: self.tracked,
            ..Parsed::default()
        }
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Turns the bytes at hand into characters.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        if self.state.page == CodePage::Symbol && self.state.into == Into::Text {
            let name = self
                .fonts
                .get(&self.state.font)
                .map_or("Symbol", |font| font.name.trim());
            let text: String = bytes
                .iter()
                .map(|byte| symbols::of(name, (*byte).into()))
                .collect();
            self.text(&text);
        } else {
            let text = self.state.page.decode(&bytes);
            self.text(&text);
        }
    }

    fn text(&mut self, text: &str) {
        match self.state.into {
            Into::Nothing | Into::Info => {}
            Into::Fonts => {
                if let Some(font) = self.fonts.get_mut(&self.entry) {
                    font.name.push_str(text.trim_end_matches(';'));
                }
            }
            Into::Styles => {
                let style = self.styles.style(self.entry);
                style.name.push_str(text.trim_end_matches(';'));
            }
            Into::Instruction => {
                if let Some(open) = self.frame().fields.last_mut() {
                    open.field.instruction.push_str(text);
                }
            }
            Into::Text => self.words(text),
            _ => self.value.push_str(text),
        }
    }

    /// Words of the text, if they are words of the article.
    fn words(&mut self, text: &str) {
        if self.is_dropped() {
            return;
        }
        let set = self.state.words;
        if set.hidden {
            self.hidden |= !text.trim().is_empty();
            return;
        }
        let in_table = self.state.paragraph.in_table;
        let frame = self.frame();
        if in_table != frame.in_table {
            frame.in_table = in_table;
            if in_table {
                frame.writer.table();
            } else {
                frame.writer.end_table();
            }
        }
        frame.writer.text(text, set.bold);
        if let Some(language) = language(set.language) {
            self.languages.count(language, text);
        }
    }

    fn is_dropped(&self) -> bool {
        match self.changes {
            Changes::Accepted => self.state.words.deleted,
            Changes::Original => self.state.words.inserted,
        }
    }

    fn shape(&mut self) {
        let shape = self.styles.shape(self.state.paragraph);
        self.frame().writer.shape(shape);
    }

    fn end_paragraph(&mut self) {
        if !self.is_dropped() {
            self.shape();
            self.frame().writer.close();
        }
    }
}
