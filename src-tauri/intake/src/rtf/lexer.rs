//! RTF's characters in their simplest pieces.

/// A piece.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word12`: a control word and its number.
    Word(&'a str, Option<i32>),
    /// `\~`: a control symbol.
    Symbol(u8),
    /// A byte of text, as it is or as `\'e9`.
    Byte(u8),
}

/// The pieces of a file, one after another.
pub struct Lexer<'a> {
    bytes: &'a [u8],
}

impl<'a> Lexer<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    fn take(&mut self, while_true: impl Fn(&u8) -> bool, most: usize) -> &'a str {
        let length = self
            .bytes
            .iter()
            .take(most)
            .take_while(|byte| while_true(byte))
            .count();
        let (taken, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        std::str::from_utf8(taken).unwrap_or_default()
    }

    fn word(&mut self) -> Token<'a> {
        let name = self.take(u8::is_ascii_alphabetic, 32);
        let negative =
            self.bytes.first() == Some(&b'-') && self.bytes.get(1).is_some_and(u8::is_ascii_digit);
        if negative {
            self.bytes = &self.bytes[1..];
        }
        let digits = self.take(u8::is_ascii_digit, 10);
        let number = digits
            .parse::<i64>()
            .ok()
            .map(|number| if negative { -number } else { number });
        let number = number.and_then(|number| i32::try_from(number).ok());
        if let [b' ', rest @ ..] = self.bytes {
            self.bytes = rest;
        }
        if name == "bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.bytes = self.bytes.get(length..).unwrap_or_default();
        }
        Token::Word(name, number)
    }

    fn hex(&mut self) -> Option<u8> {
        let digits = self.bytes.get(..2)?;
        let byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        self.bytes = &self.bytes[2..];
        Some(byte)
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (first, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            return Some(match first {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\r' | b'\n' | 0 => continue, // of the file, not of the text
                b'\\' => match self.bytes.first() {
                    Some(byte) if byte.is_ascii_alphabetic() => self.word(),
                    Some(b'\'') => {
                        self.bytes = &self.bytes[1..];
                        match self.hex() {
                            Some(byte) => Token::Byte(byte),
                            None => continue,
                        }
                    }
                    Some(byte) => {
                        self.bytes = &self.bytes[1..];
                        Token::Symbol(*byte)
                    }
                    None => return None,
                },
                byte => Token::Byte(*byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces() {
        use Token::{Byte, Close, Open, Symbol, Word};
        let table: [(&str, &[u8], Vec<Token<'_>>); 7] = [
            (
                "a word ends at a space, which is its own",
                b"{\\b1 a}",
                vec![Open, Word("b", Some(1)), Byte(b'a'), Close],
            ),
            (
                "or at anything else",
                b"\\par\\i-2x",
                vec![Word("par", None), Word("i", Some(-2)), Byte(b'x')],
            ),
            (
                "bytes in hexadecimal",
                b"\\'e9\\'zz",
                vec![Byte(0xE9), Byte(b'z'), Byte(b'z')],
            ),
            ("symbols", b"\\~\\{", vec![Symbol(b'~'), Symbol(b'{')]),
            (
                "line ends are layout",
                b"a\r\nb",
                vec![Byte(b'a'), Byte(b'b')],
            ),
            (
                "binary data is passed over",
                b"\\bin3 }}}a",
                vec![Word("bin", Some(3)), Byte(b'a')],
            ),
            ("cut off", b"\\", vec![]),
        ];
        for (why, bytes, expected) in table {
            assert_eq!(Lexer::new(bytes).collect::<Vec<_>>(), expected, "{why}");
        }
    }
}
