//! Text from outside as Markdown that is nothing but text.

use crate::inert::push_visible;

/// Text from outside on one line: in headings, which end with the line, and for labels.
pub(super) fn flat(words: &str) -> String {
    escaped(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text from outside, on one line or, where it has several, broken hard.
pub(super) fn text(out: &mut String, text: &str) {
    for (n, line) in text.trim().lines().enumerate() {
        if n > 0 {
            // Indented, so that it stays in the list item or footnote it stands in.
            out.push_str("\\\n    ");
        }
        escape(out, line.trim());
    }
}

fn escape(out: &mut String, line: &str) {
    let bytes = line.as_bytes();
    let number = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let begins_list =
        |at: usize| at > 0 && at == number && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
    push_visible(out, line, |out, at, c| {
        let before = &bytes[..at];
        let active = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '^' | '$'
            | '{' | '}' | '@' => true,
            // A scheme.
            ':' => {
                bytes[at + 1..].starts_with(b"//")
                    || before.ends_with(b"mailto")
                    || before.ends_with(b"xmpp")
            }
            // "1. " and "1) " begin a list; "www." makes a link.
            '.' => begins_list(at) || at >= 3 && before[at - 3..].eq_ignore_ascii_case(b"www"),
            ')' => begins_list(at),
            // A list, a rule, the underline of a heading, an image.
            '-' | '+' | '=' | '!' => at == 0,
            _ => false,
        };
        if active {
            out.push('\\');
        }
        out.push(if c == '\t' { ' ' } else { c });
    });
}

/// Text from outside, as [`text`].
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::new();
    text(&mut out, words);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_nothing_but_text() {
        let table = [
            (
                "plain prose stays readable",
                "It cost 48.9 million (about a tenth) - so they say!",
                "It cost 48.9 million (about a tenth) - so they say!",
            ),
            (
                "a link",
                "[x](javascript:alert(1))",
                "\\[x\\](javascript:alert(1))",
            ),
            ("an image", "![x](y)", "\\!\\[x\\](y)"),
            ("markup", "<script>&lt;", "\\<script\\>\\&lt;"),
            (
                "emphasis and code",
                "*a* _b_ `c` ~d~",
                "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~",
            ),
            (
                "an address in text",
                "https://example.org www.example.org a@example.org",
                "https\\://example.org www\\.example.org a\\@example.org",
            ),
            ("a list", "1. one", "1\\. one"),
            ("a number alone", "1.", "1\\."),
            ("a decimal is none", "48.9 of 55", "48.9 of 55"),
            ("a bullet", "- one", "\\- one"),
            ("a heading", "# one", "\\# one"),
            ("a rule in the second line", "one\n---", "one\\\n    \\---"),
            ("a table", "a|b", "a\\|b"),
            ("a footnote", "[^1]: x", "\\[\\^1\\]: x"),
            ("a template", "{{x}} $y$", "\\{\\{x\\}\\} \\$y\\$"),
            (
                "an override, then an active character",
                "a\u{202e}*b*",
                "a⟦U+202E⟧\\*b\\*",
            ),
            ("an escape of ours", "\\*", "\\\\\\*"),
        ];
        for (why, words, expected) in table {
            assert_eq!(escaped(words), expected, "{why}");
        }
    }
}
