//! Texts from outside, as data for the template: nothing hidden, nothing that cannot be broken.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::inert::push_visible;

/// Letters after which a word may be broken, when it is longer than any line.
const LONGEST_WORD: usize = 36;

/// The text with hidden characters made visible.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    push_visible(&mut out, text, |out, _, c| {
        run = if c.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            // A place to break that leaves no hyphen: addresses must come out whole when copied.
            out.push('\u{200b}');
            run = 1;
        }
        out.push(c);
    });
    out
}

/// The text, and whether it runs from right to left: a string, or `{"rtl": string}`.
pub(super) fn text(text: &str) -> Value {
    let shown = visible(text);
    match shown.chars().find_map(direction) {
        Some(true) => json!({ "rtl": shown }),
        _ => shown.into(),
    }
}

/// The text with marks that join any letter written out, as ⟦U+035C⟧.
pub(super) fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}' => {
                let _ = write!(out, "⟦U+{:04X}⟧", c as u32);
            }
            c => out.push(c),
        }
    }
    out
}

/// Whether a letter is written from right to left; `None` for what takes its neighbours' direction.
fn direction(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => c.is_alphabetic().then_some(true),
        c => c.is_alphabetic().then_some(false),
    }
}

/// The language and region of a tag, where the typesetter can take them: `("pt", Some("BR"))`.
pub(super) fn language(tag: &str) -> Option<(String, Option<String>)> {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = parts
        .next()
        .filter(|first| (2..=3).contains(&first.len()) && letters(first))?;
    let region = parts.find(|part| part.len() == 2 && letters(part));
    Some((
        language.to_ascii_lowercase(),
        region.map(str::to_ascii_uppercase),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_get_places_to_break() {
        let table = [
            ("short words stay", "one two".to_owned(), 0),
            ("as long as it may be", "x".repeat(36), 0),
            ("longer", "x".repeat(37), 1),
            ("spaces begin anew", format!("{0} {0}", "x".repeat(36)), 0),
        ];
        for (why, word, breaks) in table {
            let shown = visible(&word);
            assert_eq!(shown.matches('\u{200b}').count(), breaks, "{why}");
            assert_eq!(
                shown.replace('\u{200b}', ""),
                word,
                "{why}: nothing is lost"
            );
        }
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        for (why, given, rtl) in [
            ("Latin", "The dam", false),
            ("Arabic", "السد", true),
            ("Hebrew behind digits", "12 בנין", true),
            ("Latin with Arabic in it", "a السد", false),
            ("nothing", "", false),
        ] {
            assert_eq!(text(given).is_object(), rtl, "{why}");
        }
    }

    #[test]
    fn languages_are_taken_where_they_are_tags() {
        for (tag, expected) in [
            ("en", Some(("en", None))),
            ("pt-BR", Some(("pt", Some("BR")))),
            ("zh-Hant-TW", Some(("zh", Some("TW")))),
            ("<script>", None),
            ("", None),
        ] {
            let expected =
                expected.map(|(a, b): (&str, Option<&str>)| (a.to_owned(), b.map(str::to_owned)));
            assert_eq!(language(tag), expected, "{tag}");
        }
    }
}
