//! Text as runs. Word wants to be told which letters run from right to left and which belong to
//! East Asian type; everything else follows from the characters.

use crate::package::push_xml;

/// How a run looks: the id of a character style (empty for the paragraph's own), the language of
/// its words (BCP 47; empty for that of the report).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look<'a> {
    pub style: &'a str,
    pub lang: &'a str,
    /// Whether it is the struck side of a tracked change.
    pub deleted: bool,
}

/// A look by its style alone.
pub(super) const fn styled(style: &str) -> Look<'_> {
    Look {
        style,
        lang: "",
        deleted: false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Plain,
    RightToLeft,
    EastAsian,
}

/// The script of a character that has one. Figures, signs and spaces go along with what is around.
fn script(c: char) -> Option<Script> {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic().then_some(Script::Plain),
        '\u{0590}'..='\u{08ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => c.is_alphabetic().then_some(Script::RightToLeft),
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}' => Some(Script::EastAsian),
        c => c.is_alphabetic().then_some(Script::Plain),
    }
}

/// Whether a paragraph of this text runs from right to left: its first letter decides.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find_map(script) == Some(Script::RightToLeft)
}

/// Pushes text as runs. Line breaks and tabs become Word's own.
pub(super) fn push_runs(out: &mut String, text: &str, look: Look) {
    let mut rest = text;
    while !rest.is_empty() {
        let mut now = None;
        // A run ends only before a letter, so no joiner is parted from what it joins.
        let end = rest
            .char_indices()
            .find_map(|(at, c)| {
                let next = script(c)?;
                match now {
                    Some(now) if now != next => Some(at),
                    _ => {
                        now = Some(next);
                        None
                    }
                }
            })
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        push_run(out, run, look, now.unwrap_or(Script::Plain));
        rest = after;
    }
}

fn push_run(out: &mut String, text: &str, look: Look, script: Script) {
    out.push_str("<w:r>");
    push_look(out, look, script);
    let element = if look.deleted { "delText" } else { "t" };
    let mut rest = text;
    loop {
        let end = rest.find(['\n', '\t']).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        if !piece.is_empty() {
            for part in ["<w:", element, " xml:space=\"preserve\">"] {
                out.push_str(part);
            }
            push_xml(out, piece);
            for part in ["</w:", element, ">"] {
                out.push_str(part);
            }
        }
        match after.chars().next() {
            Some('\n') => out.push_str("<w:br/>"),
            Some(_) => out.push_str("<w:tab/>"),
            None => break,
        }
        rest = &after[1..];
    }
    out.push_str("</w:r>");
}

fn push_look(out: &mut String, look: Look, script: Script) {
    if look.style.is_empty() && look.lang.is_empty() && script == Script::Plain {
        return;
    }
    out.push_str("<w:rPr>");
    if !look.style.is_empty() {
        for part in ["<w:rStyle w:val=\"", look.style, "\"/>"] {
            out.push_str(part);
        }
    }
    match script {
        Script::Plain => {}
        Script::EastAsian => out.push_str("<w:rFonts w:hint=\"eastAsia\"/>"),
        Script::RightToLeft => out.push_str("<w:rtl/>"),
    }
    if !look.lang.is_empty() {
        let attribute = match script {
            Script::Plain => "val",
            Script::EastAsian => "eastAsia",
            Script::RightToLeft => "bidi",
        };
        for part in ["<w:lang w:", attribute, "=\"", look.lang, "\"/>"] {
            out.push_str(part);
        }
    }
    out.push_str("</w:rPr>");
}

/// The language if it has the shape of a tag, else nothing.
pub(super) fn language(lang: &str) -> &str {
    let mut parts = lang.split('-');
    let sound = parts.next().is_some_and(|first| {
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) && parts.all(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if sound && lang.len() <= 35 { lang } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_follow_the_script() {
        let t = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
        let table = [
            ("nothing", "", String::new()),
            ("plain", "The dam.", format!("<w:r>{}</w:r>", t("The dam."))),
            (
                "figures and signs go along",
                "סכר 49 (כן)",
                format!("<w:r><w:rPr><w:rtl/></w:rPr>{}</w:r>", t("סכר 49 (כן)")),
            ),
            (
                "a change of script is a new run",
                "The 大坝",
                format!(
                    "<w:r>{}</w:r><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>{}</w:r>",
                    t("The "),
                    t("大坝")
                ),
            ),
            (
                "breaks and tabs",
                "a\n\tb",
                format!("<w:r>{}<w:br/><w:tab/>{}</w:r>", t("a"), t("b")),
            ),
            (
                "a joiner stays with its word",
                "می\u{200c}خواهم",
                format!("<w:r><w:rPr><w:rtl/></w:rPr>{}</w:r>", t("می\u{200c}خواهم")),
            ),
            (
                "an override is shown",
                "a\u{202e}b",
                format!("<w:r>{}</w:r>", t("a⟦U+202E⟧b")),
            ),
        ];
        for (why, text, expected) in table {
            let mut out = String::new();
            push_runs(&mut out, text, Look::default());
            assert_eq!(out, expected, "{why}");
        }
    }

    #[test]
    fn only_the_shape_of_a_language_passes() {
        for (lang, expected) in [
            ("en", "en"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("", ""),
            ("\"/><x", ""),
            ("english", ""),
        ] {
            assert_eq!(language(lang), expected, "{lang}");
        }
    }
}
