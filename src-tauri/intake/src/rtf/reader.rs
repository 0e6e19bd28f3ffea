//! The control words of RTF, one after another, and the text between them.

use std::collections::HashMap;

use super::code_page::{CodePage, language};
use super::lexer::Token;
use super::state::{Font, Into, Paragraph, State, Styles, Words, outline};
use crate::document::{Changes, Meta, RemarkKind};
use crate::field::{Field, hyperlink};
use crate::tidy::Languages;
use crate::writer::{Place, Writer};
use crate::{Parsed, symbols, tidy};

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
    /// Fields that are open, each with the groups around it and the key of its link.
    fields: Vec<(usize, Field, Option<(String, String)>)>,
    places: HashMap<String, Place>,
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
                if let Some((_, field, _)) = self.frame().fields.last_mut() {
                    field.instruction.push_str(text);
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

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.text("\u{A0}"),
            b'_' => self.text("\u{2011}"),
            b'-' => self.text("\u{AD}"),
            b'{' | b'}' | b'\\' => self.text(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'\t' => self.text(" "),
            b'\r' | b'\n' if self.state.into == Into::Text => self.end_paragraph(),
            _ => {}
        }
    }

    /// Does what a control word says; whether it is known.
    fn word(&mut self, name: &str, number: Option<i32>) -> bool {
        self.of_group(name)
            || self.of_table(name, number)
            || self.of_character(name, number)
            || self.of_set(name, number)
    }

    /// Words that say what their group is.
    fn of_group(&mut self, name: &str) -> bool {
        let in_text = self.state.into == Into::Text;
        let nothing = self.state.into == Into::Nothing;
        let into = match name {
            "fonttbl" => Into::Fonts,
            "stylesheet" => Into::Styles,
            "info" => Into::Info,
            "title" if self.state.into == Into::Info => Into::Title,
            "author" if self.state.into == Into::Info => Into::Author,
            "fldinst" if in_text => Into::Instruction,
            "atnauthor" if in_text => Into::CommentAuthor,
            "atnref" if in_text => Into::CommentNumber,
            "atrfstart" if in_text => Into::RangeStart,
            "atrfend" if in_text => Into::RangeEnd,
            "ud" => Into::Text,
            "colortbl" | "pict" | "header" | "headerl" | "headerr" | "headerf" | "footer"
            | "footerl" | "footerr" | "footerf" | "xe" | "tc" | "rxe" | "txe" | "nonshppict"
            | "shprslt" | "sp" | "objclass" | "objname" | "objdata" | "nonesttables" | "upr"
            | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" => Into::Nothing,
            "listtext" | "pntext" => {
                // The mark of an item: of the paragraph, not only of this group.
                if let Some(around) = self.around.last_mut() {
                    around.paragraph.in_list = true;
                }
                Into::Nothing
            }
            "footnote" if in_text => return self.enter(Kind::Note),
            "annotation" if in_text => return self.enter(Kind::Comment),
            "shptxt" if in_text => return self.enter(Kind::Beside),
            "field" if in_text => {
                let depth = self.around.len();
                self.frame().fields.push((depth, Field::default(), None));
                return true;
            }
            "fldrslt" if in_text => return self.begin_link(),
            "shpinst" | "shp" | "result" => return true,
            _ => return false,
        };
        if !nothing || name == "ud" {
            self.state.into = into;
            self.value.clear();
            self.entry = -1;
        }
        true
    }

    /// Words of the tables at the head of a file.
    fn of_table(&mut self, name: &str, number: Option<i32>) -> bool {
        let value = number.unwrap_or(0);
        match (self.state.into, name) {
            (Into::Fonts, "f") => {
                self.entry = value;
                let font = Font {
                    page: None,
                    name: String::new(),
                };
                self.fonts.insert(value, font);
            }
            (Into::Fonts, "fcharset") => {
                if let Some(font) = self.fonts.get_mut(&self.entry) {
                    font.page = CodePage::of_charset(value);
                }
            }
            (Into::Fonts, "cpg") => {
                if let Some(font) = self.fonts.get_mut(&self.entry) {
                    font.page = CodePage::of_number(value);
                }
            }
            (Into::Styles, "s") => self.entry = value,
            (Into::Styles, "cs" | "ds" | "ts") => self.state.into = Into::Nothing,
            (Into::Styles, "sbasedon") => self.styles.style(self.entry).parent = number,
            (Into::Styles, "outlinelevel") => {
                self.styles.style(self.entry).outline = outline(number);
            }
            (Into::Fonts | Into::Styles, other) => {
                return !matches!(other, "falt" | "panose" | "fname");
            }
            (_, "ansicpg") => {
                self.page = CodePage::of_number(value).unwrap_or(self.page);
                self.state.page = self.page;
            }
            (_, "mac" | "pc" | "pca") => {
                let number = match name {
                    "mac" => 10000,
                    "pc" => 437,
                    _ => 850,
                };
                self.page = CodePage::of_number(number).unwrap_or(self.page);
                self.state.page = self.page;
            }
            (_, "deflang") => self.default_language = value,
            _ => return false,
        }
        true
    }

    /// Words that stand for characters, or end paragraphs.
    fn of_character(&mut self, name: &str, number: Option<i32>) -> bool {
        let text = match name {
            "u" => {
                self.unicode(number.unwrap_or(0));
                return true;
            }
            "tab" | "emspace" | "enspace" | "qmspace" => " ",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "ltrmark" => "\u{200E}",
            "rtlmark" => "\u{200F}",
            "zwj" => "\u{200D}",
            "zwnj" => "\u{200C}",
            "zwbo" => "\u{200B}",
            "zwnbo" => "\u{2060}",
            _ if self.state.into != Into::Text => return false,
            "par" | "sect" => {
                self.end_paragraph();
                return true;
            }
            "line" | "page" | "column" if !self.is_dropped() => {
                let writer = &mut self.frame().writer;
                writer.line_break();
                if name != "line" {
                    writer.line_break();
                }
                return true;
            }
            "cell" | "nestcell" => {
                self.words(" ");
                self.shape();
                let writer = &mut self.frame().writer;
                writer.close();
                writer.cell();
                return true;
            }
            _ => return false,
        };
        self.text(text);
        true
    }

    /// Words that say how text is set.
    fn of_set(&mut self, name: &str, number: Option<i32>) -> bool {
        let on = number != Some(0);
        let state = &mut self.state;
        match name {
            "uc" => state.fallback = u32::try_from(number.unwrap_or(1)).unwrap_or(1),
            "f" => {
                state.font = number.unwrap_or(-1);
                let font = self.fonts.get(&state.font);
                state.page = font.and_then(|font| font.page).unwrap_or(self.page);
            }
            "plain" => {
                state.words = Words::default();
                state.page = self.page;
            }
            "b" => state.words.bold = on,
            "v" => state.words.hidden = on,
            "lang" => state.words.language = number.unwrap_or(0),
            "deleted" | "mvf" => {
                state.words.deleted = on;
                self.tracked |= on;
            }
            "revised" | "mvt" => {
                state.words.inserted = on;
                self.tracked |= on;
            }
            "pard" => state.paragraph = Paragraph::default(),
            "s" => state.paragraph.style = number.unwrap_or(0),
            "outlinelevel" => state.paragraph.outline = outline(number),
            "ls" => state.paragraph.in_list = on,
            "pnlvlblt" | "pnlvlbody" => {
                if let Some(around) = self.around.last_mut() {
                    around.paragraph.in_list = true;
                }
            }
            "intbl" => state.paragraph.in_table = on,
            "itap" => state.paragraph.in_table = number.unwrap_or(0) > 0,
            _ => return false,
        }
        true
    }

    /// A character by its number in UTF-16, below 0 where that is above 32,767.
    fn unicode(&mut self, number: i32) {
        self.pass_over = self.state.fallback;
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or(0xFFFD);
        let half = self.half.take();
        if (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let units = [half.unwrap_or(unit), unit];
        let units = if half.is_some() {
            &units[..]
        } else {
            &units[1..]
        };
        let mut text = String::from_utf16_lossy(units);
        if self.state.page == CodePage::Symbol && (0xF000..=0xF0FF).contains(&unit) {
            let name = self
                .fonts
                .get(&self.state.font)
                .map_or("Symbol", |font| font.name.trim());
            text = symbols::of(name, unit.into()).to_string();
        }
        self.text(&text);
    }

    fn enter(&mut self, kind: Kind) -> bool {
        self.frames.push(Frame {
            kind,
            depth: self.around.len(),
            ..Frame::default()
        });
        self.state.paragraph = Paragraph::default();
        true
    }

    fn begin_link(&mut self) -> bool {
        self.serial += 1;
        let key = format!("link {}", self.serial);
        let frame = self.frame();
        if let Some((_, field, link)) = frame.fields.last_mut()
            && let Some(address) = hyperlink(&field.instruction)
        {
            frame.writer.begin(&key);
            *link = Some((key, address));
        }
        true
    }

    fn close_group(&mut self) {
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
            .is_some_and(|(of, ..)| *of == depth)
        {
            let frame = self.frame();
            if let Some((_, _, Some((key, address)))) = frame.fields.pop()
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
    fn leave(&mut self) {
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
