//! The one pass over the text.

use super::{Case, Kind, Quote, Token};
use crate::CodePointSpan;

/// Where the pass stands.
pub(super) struct Scanner<'t> {
    text: &'t str,
    byte: usize,
    point: u32,
    /// Whether a single quotation mark stands open, so that `s'` closes it.
    single: bool,
    spaced: bool,
    tokens: Vec<Token>,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            point: 0,
            single: false,
            spaced: true,
            tokens: Vec::with_capacity(text.len() / 5),
        }
    }

    pub(super) fn run(mut self) -> Vec<Token> {
        while let Some(c) = self.peek() {
            if u32::try_from(self.byte + c.len_utf8()).is_err() {
                break;
            }
            if c.is_whitespace() {
                if c == '\n' {
                    self.single = false;
                }
                self.step(c);
                self.spaced = true;
            } else if c.is_alphanumeric()
                || matches!(c, '@' | '#') && self.after(1).is_some_and(char::is_alphanumeric)
            {
                self.word();
            } else {
                self.mark(c);
            }
        }
        self.tokens
    }

    fn peek(&self) -> Option<char> {
        let first = *self.text.as_bytes().get(self.byte)?;
        if first.is_ascii() {
            return Some(char::from(first));
        }
        self.text[self.byte..].chars().next()
    }

    /// The character `bytes` after this one; the character before it must be that long.
    fn after(&self, bytes: usize) -> Option<char> {
        self.text.get(self.byte + bytes..)?.chars().next()
    }

    fn step(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.point += 1;
    }

    fn push(&mut self, byte: usize, point: u32, kind: Kind, case: Case) {
        let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        self.tokens.push(Token {
            span: CodePointSpan {
                start: point,
                end: self.point,
            },
            byte: offset(byte),
            byte_end: offset(self.byte),
            kind,
            case,
            spaced: self.spaced,
        });
        self.spaced = false;
    }

    fn word(&mut self) {
        let (byte, point) = (self.byte, self.point);
        if let Some(c @ ('@' | '#')) = self.peek() {
            self.step(c);
        }
        let mut letters = Letters::default();
        // The length of the piece since the last joining mark, and whether it had small letters.
        let mut piece = 0_u32;
        let mut last = ' ';
        while let Some(c) = self.peek() {
            if c.is_alphanumeric() {
                // Chinese and Japanese put no space between a word and a number: 有312米.
                if last.is_alphanumeric() && is_ideographic(last) != is_ideographic(c) {
                    break;
                }
                letters.see(c);
                piece += 1;
            } else if is_combining(c) {
            } else if c == '.' && piece == 1 && last.is_alphabetic() && !self.goes_on(c, last) {
                // "U.S." and "J. R. Lee": the stop belongs to the letter.
                self.step(c);
                break;
            } else if self.joins(c, last, piece) {
                piece = 0;
            } else {
                break;
            }
            last = c;
            self.step(c);
        }
        self.push(byte, point, letters.kind(), letters.case());
        self.clitic(last);
    }

    /// Whether a word goes on right behind the mark `c`.
    fn goes_on(&self, c: char, last: char) -> bool {
        let next = self.after(c.len_utf8());
        last.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)
    }

    fn joins(&self, c: char, last: char, piece: u32) -> bool {
        let Some(next) = self.after(c.len_utf8()).filter(|_| self.goes_on(c, last)) else {
            return false;
        };
        match c {
            '-' | '\u{2010}' | '\u{2011}' | '&' | '/' | '_' | '@' | '·' => true,
            '\'' | '’' => next.is_alphabetic() && self.clitic_length().is_none(),
            // "left.The" lacks a space; "example.org", "U.S" and "1.5" do not.
            '.' => piece < 3 || !next.is_uppercase(),
            ',' | ':' => last.is_numeric() && next.is_numeric(),
            _ => false,
        }
    }

    /// If an apostrophe here begins a clitic: how many letters follow it.
    fn clitic_length(&self) -> Option<usize> {
        let mark = self.peek()?.len_utf8();
        let rest = self.text.as_bytes().get(self.byte + mark..)?;
        let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let next = self.after(mark + letters);
        if next.is_some_and(|c| c.is_alphanumeric() || c == '-') {
            return None;
        }
        let known: &[&[u8]] = &[b"s", b"re", b"ve", b"ll", b"d", b"m"];
        let found = &rest[..letters];
        known
            .iter()
            .any(|clitic| found.eq_ignore_ascii_case(clitic))
            .then_some(letters)
    }

    fn clitic(&mut self, last: char) {
        let Some(c @ ('\'' | '’')) = self.peek() else {
            return;
        };
        let letters = match self.clitic_length() {
            Some(letters) => letters,
            None if matches!(last, 's' | 'S' | 'z' | 'x') && !self.single => 0,
            None => return,
        };
        if letters == 0 && self.after(c.len_utf8()) == Some('\'') {
            return;
        }
        let (byte, point) = (self.byte, self.point);
        self.step(c);
        self.byte += letters;
        self.point += u32::try_from(letters).unwrap_or(0);
        self.push(byte, point, Kind::Clitic, Case::Lower);
    }

    fn mark(&mut self, c: char) {
        let (byte, point) = (self.byte, self.point);
        // Whether the mark touches the word or mark before it.
        let touches = !self.spaced;
        self.step(c);
        let twin = self.peek() == Some(c);
        let word_next = self.peek().is_some_and(char::is_alphanumeric);
        let kind = match c {
            '\'' | '’' | '‘' | '`' if twin => {
                self.step(c);
                match c {
                    '`' | '‘' => Kind::Quote(Quote::Opens),
                    '’' => Kind::Quote(Quote::Closes),
                    _ => Kind::Quote(Quote::Either),
                }
            }
            '"' | '＂' => Kind::Quote(Quote::Either),
            '“' | '„' | '«' | '‹' | '「' | '『' => Kind::Quote(Quote::Opens),
            '”' | '»' | '›' | '」' | '』' => Kind::Quote(Quote::Closes),
            '‘' | '‚' => self.single(Quote::Opens),
            '\'' | '’' if self.single && touches => self.single(Quote::Closes),
            '\'' if word_next || matches!(self.peek(), Some('"' | '“')) => {
                self.single(Quote::Opens)
            }
            '\'' | '’' if touches => self.single(Quote::Closes),
            '(' | '[' | '{' | '（' => Kind::Open,
            ')' | ']' | '}' | '）' => Kind::Close,
            ',' | '،' | '、' | '，' => Kind::Comma,
            ':' | '：' => Kind::Colon,
            ';' | '؛' | '；' => Kind::Semicolon,
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' => Kind::Stop,
            '–' | '—' | '―' | '−' => Kind::Dash,
            '-' => {
                while self.peek() == Some('-') {
                    self.step('-');
                }
                Kind::Dash
            }
            _ => Kind::Symbol,
        };
        self.push(byte, point, kind, Case::None);
    }

    fn single(&mut self, facing: Quote) -> Kind {
        self.single = facing == Quote::Opens;
        Kind::Quote(facing)
    }
}

/// Letters of scripts that are written without spaces.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Marks that sit on a letter, as decomposed text and many scripts have them.
fn is_combining(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}'
    )
}

/// What was seen of a word's characters.
#[derive(Default)]
struct Letters {
    first: Option<char>,
    first_small: bool,
    first_big: bool,
    small: bool,
    big: u32,
    any: bool,
}

impl Letters {
    fn see(&mut self, c: char) {
        let (small, big) = (c.is_lowercase(), c.is_uppercase());
        if self.first.is_none() {
            self.first = Some(c);
        }
        if !self.any && c.is_alphabetic() {
            (self.first_small, self.first_big) = (small, big);
        }
        self.any |= c.is_alphabetic();
        self.small |= small;
        self.big += u32::from(big);
    }

    fn kind(&self) -> Kind {
        match (self.first.is_some_and(char::is_numeric), self.any) {
            (true, false) => Kind::Number,
            (true, true) => Kind::Mixed,
            _ => Kind::Word,
        }
    }

    fn case(&self) -> Case {
        if self.first_small {
            Case::Lower
        } else if self.first_big && self.big > 1 && !self.small {
            Case::Upper
        } else if self.first_big {
            Case::Capital
        } else {
            Case::None
        }
    }
}
