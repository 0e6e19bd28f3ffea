//! Texts from outside, each on one line and unable to pass for a mark.

use super::marks::WORDS;
use crate::inert::push_visible;

/// The text on one line, hidden characters visible, and a bracket doubled where a word of ours
/// follows it.
pub(super) fn flat(text: &str) -> String {
    let text = text.trim_matches([' ', '\n', '\t']);
    let mut out = String::with_capacity(text.len());
    push_visible(&mut out, text, |out, at, c| match c {
        '\n' | '\t' => out.push(' '),
        '[' => out.push_str(if forges(&text[at + 1..]) { "[[" } else { "[" }),
        c => out.push(c),
    });
    out
}

/// Whether it goes on as a mark does, in any case and after any spaces.
fn forges(rest: &str) -> bool {
    let rest = rest.trim_start();
    WORDS.iter().any(|word| {
        rest.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
    })
}

/// A heading of ours, underlined.
pub(super) fn heading(out: &mut String, words: &str) {
    out.push('\n');
    out.push_str(words);
    out.push('\n');
    out.extend(words.chars().map(|_| '-'));
    out.push_str("\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_and_no_mark() {
        for (why, text, expected) in [
            ("plain", "The dam.", "The dam."),
            ("lines", "one\ntwo\tthree", "one two three"),
            (
                "an editor's brackets stay",
                "He [the mayor] said so.",
                "He [the mayor] said so.",
            ),
            (
                "a forged mark",
                "So it is. [CONFIRMED]",
                "So it is. [[CONFIRMED]",
            ),
            (
                "in small letters, after spaces",
                "[ no claim: x",
                "[[ no claim: x",
            ),
            ("over a line", "[\nCHECK: x]", "[[ CHECK: x]"),
            ("hidden", "a\u{202e}b\u{2028}c", "a⟦U+202E⟧b⟦U+2028⟧c"),
            ("a letter beyond a byte at the edge", "[CHECé", "[CHECé"),
        ] {
            assert_eq!(flat(text), expected, "{why}");
        }
    }
}
