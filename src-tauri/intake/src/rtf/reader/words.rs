//! What control words and symbols say.

use super::super::code_page::CodePage;
use super::super::state::{Font, Into, Paragraph, Words, outline};
use super::{Kind, OpenField, Reader};
use crate::field::Field;
use crate::symbols;

impl Reader {
    pub(super) fn symbol(&mut self, symbol: u8) {
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
    pub(super) fn word(&mut self, name: &str, number: Option<i32>) -> bool {
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
                let field = Field::default();
                let link = None;
                self.frame().fields.push(OpenField { depth, field, link });
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
}
