//! Words, numbers and marks of a text: made once, in one pass, for all that looks at words.
//!
//! A token holds its place in code points (what Stet stores) and in bytes (what Rust slices).
//! White space makes no token; [`Token::spaced`] tells that it stood before one.

mod scan;

use crate::CodePointSpan;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, with what joins them: `co-founder`, `U.S.`, `didn't`, `AT&T`, `@handle`, `F-16`.
    Word,
    /// Digits and what joins them: `1,000.5`, `2006`, `7:30`.
    Number,
    /// Begins with a digit and has letters: `19th`, `1990s`, `14-year-old`.
    Mixed,
    /// What hangs on the word before it: `'s`, `'ve`, the lone `'` of a plural.
    Clitic,
    /// A quotation mark, single or double.
    Quote(Quote),
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,` and its relatives in other scripts.
    Comma,
    /// `:`.
    Colon,
    /// `;`.
    Semicolon,
    /// `.`, `!`, `?`, `…` and their relatives. A full stop inside `U.S.` or after a lone letter
    /// belongs to the word; any other one, of an abbreviation too, is a token of its own.
    Stop,
    /// `–`, `—`, `--`, and a hyphen that joins nothing.
    Dash,
    /// Any other mark: `$`, `%`, `&`, an emoji.
    Symbol,
}

/// Which way a quotation mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quote {
    /// Opens: `“`, `«`, `‘`, or a straight single one before a word.
    Opens,
    /// Closes: `”`, `»`, `’`, or a straight single one after a word.
    Closes,
    /// A straight double one, which may do either.
    Either,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letter, or letters of a script without case.
    None,
    /// Begins small: `dam`, `iPhone`.
    Lower,
    /// Begins with a capital, with small letters after it; or is one capital.
    Capital,
    /// Two capitals or more and nothing small: `NATO`.
    Upper,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place, in code points.
    pub span: CodePointSpan,
    /// Its first byte.
    pub byte: u32,
    /// The byte after its last one.
    pub byte_end: u32,
    /// What it is.
    pub kind: Kind,
    /// How its letters are written.
    pub case: Case,
    /// Whether white space, or the start of the text, stands before it.
    pub spaced: bool,
}

impl Token {
    /// Whether it is a word, a number or a mixture of both.
    #[must_use]
    pub const fn is_word(self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Mixed)
    }

    /// Whether it is a quotation mark.
    #[must_use]
    pub const fn is_quote(self) -> bool {
        matches!(self.kind, Kind::Quote(_))
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub const fn is_capital(self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }

    /// The token as it is written. `text` must be the text it was made from.
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        text.get(self.byte as usize..self.byte_end as usize)
            .unwrap_or("")
    }
}

/// The tokens of a text in order, none overlapping. Time and memory are linear in the text; what
/// lies beyond 4 GiB is not looked at.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    scan::Scanner::new(text).run()
}

/// The tokens that lie wholly in `span`: a binary search.
#[must_use]
pub fn within(tokens: &[Token], span: CodePointSpan) -> &[Token] {
    let from = tokens.partition_point(|token| token.span.start < span.start);
    let rest = &tokens[from..];
    let count = rest.partition_point(|token| token.span.end <= span.end);
    &rest[..count]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens with bars between them.
    fn barred(text: &str) -> String {
        let pieces: Vec<_> = tokens(text).iter().map(|t| t.text(text)).collect();
        pieces.join("|")
    }

    #[test]
    fn texts_fall_into_tokens() {
        for (why, text, expected) in [
            ("words and a stop", "The dam broke.", "The|dam|broke|."),
            ("hyphens join", "a co-founder – left", "a|co-founder|–|left"),
            (
                "numbers keep their marks",
                "1,000.5 at 7:30, 2",
                "1,000.5|at|7:30|,|2",
            ),
            (
                "initials keep their stop",
                "J. R. Lee of the U.S. left",
                "J.|R.|Lee|of|the|U.S.|left",
            ),
            ("other abbreviations do not", "Gov. Lee", "Gov|.|Lee"),
            (
                "a missing space is no abbreviation",
                "he left.The dam",
                "he|left|.|The|dam",
            ),
            ("possessives hang on", "China's dam", "China|'s|dam"),
            ("so do clitics", "they’ve said I'm", "they|’ve|said|I|'m"),
            ("negations stay", "didn't", "didn't"),
            (
                "a plural's apostrophe is a clitic",
                "the workers' union",
                "the|workers|'|union",
            ),
            (
                "single marks quote",
                "the 'big sisters' left",
                "the|'|big|sisters|'|left",
            ),
            ("typewriter marks are one", "``so'' he", "``|so|''|he"),
            ("money and percent", "$5m or 7%", "$|5m|or|7|%"),
            ("handles and tags", "@lee and #dam", "@lee|and|#dam"),
            ("dashes", "dam -- gone", "dam|--|gone"),
            (
                "a number among unspaced letters",
                "大坝有312米高",
                "大坝有|312|米高",
            ),
            ("nothing", " \n\t ", ""),
        ] {
            assert_eq!(barred(text), expected, "{why}");
        }
    }

    #[test]
    fn kinds_and_cases_are_told() {
        let text = "“NATO's 19th F-16 cost 5,”";
        let kinds: Vec<_> = tokens(text).iter().map(|t| (t.kind, t.case)).collect();
        let expected = [
            (Kind::Quote(Quote::Opens), Case::None),
            (Kind::Word, Case::Upper),
            (Kind::Clitic, Case::Lower),
            (Kind::Mixed, Case::Lower),
            (Kind::Word, Case::Capital),
            (Kind::Word, Case::Lower),
            (Kind::Number, Case::None),
            (Kind::Comma, Case::None),
            (Kind::Quote(Quote::Closes), Case::None),
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn places_agree_in_code_points_and_bytes() {
        let text = "Été “à” 😀 Zürich’s ''x''. אבג, 中文。";
        let points: Vec<char> = text.chars().collect();
        let mut last = 0;
        for token in tokens(text) {
            let (start, end) = (token.span.start as usize, token.span.end as usize);
            let by_point: String = points[start..end].iter().collect();
            assert_eq!(by_point, token.text(text), "{token:?}");
            assert!(
                last <= start && start < end,
                "in order, not empty: {token:?}"
            );
            last = end;
        }
    }

    #[test]
    fn a_stretch_has_its_tokens() {
        let text = "One two. Three four.";
        let all = tokens(text);
        let second = within(&all, CodePointSpan { start: 9, end: 20 });
        assert_eq!(second.len(), 3);
        assert_eq!(second[0].text(text), "Three");
        assert!(within(&all, CodePointSpan { start: 9, end: 3 }).is_empty());
    }
}
