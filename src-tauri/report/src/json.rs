//! Everything, for programs. The shape is described by docs/report.schema.json; a change that is
//! not an addition takes a new version.

use std::fmt::Write;

use serde::Serialize;
use stet_core::{
    error::Result,
    report::{Dossier, REPORT_VERSION},
};

use crate::{Options, inert::is_hidden};

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    dossier: &'a Dossier,
}

/// Writes the dossier as indented JSON.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    Ok(inert(&Document {
        format: "stet-report",
        version: REPORT_VERSION,
        dossier,
    }))
}

/// Plain data as indented JSON that can neither close an element it is put in nor hide a character:
/// those are escaped, and every text is read back as it was.
pub fn inert(value: &impl Serialize) -> Vec<u8> {
    // Plain data with text keys: serialising cannot fail.
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut out = String::with_capacity(json.len() + json.len() / 64 + 1);
    let mut before = None;
    let mut rest = json.as_str();
    loop {
        // Nearly all of it is plain, and goes over in long pieces.
        let plain = rest.bytes().take_while(|byte| is_plain(*byte)).count();
        let (piece, after) = rest.split_at(plain);
        out.push_str(piece);
        before = piece.chars().next_back().or(before);
        let Some(c) = after.chars().next() else { break };
        rest = &after[c.len_utf8()..];
        // Outside strings JSON is plain ASCII, so escapes can be put in without parsing.
        if c == '<' || (!c.is_ascii() && is_hidden(c, before)) || c == '\u{7f}' {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                let _ = write!(out, "\\u{unit:04x}");
            });
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out.push('\n');
    out.into_bytes()
}

/// A document without the work that it carries: what stands before that and after it.
pub fn without_record(json: &str) -> (&str, &str) {
    // Texts hold no line breaks, so a line that begins so is a field of the document itself.
    json.split_once("\n  \"record\": {\n")
        .and_then(|(before, rest)| Some((before, rest.split_once("\n  }")?.1)))
        .unwrap_or((json, ""))
}

/// Whether a byte of JSON is a character that goes over as it is.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && byte != b'<' && byte != 0x7f
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_record_is_left_out_and_nothing_else() {
        #[derive(Serialize)]
        struct Carrying {
            title: &'static str,
            record: Option<BTreeMap<&'static str, Vec<&'static str>>>,
            secrets: Vec<&'static str>,
        }
        let events = vec!["}", "\n  }", "\"record\": {\n", "work"];
        let record = BTreeMap::from([("events", events), ("seals", Vec::new())]);
        for (why, record) in [
            ("with work", Some(record)),
            ("with empty work", Some(BTreeMap::new())),
            ("without", None),
        ] {
            let title = "\n  \"record\": {\n before";
            let secrets = vec!["after"];
            let document = Carrying {
                title,
                record,
                secrets,
            };
            let json = String::from_utf8(inert(&document)).unwrap();
            let (before, after) = without_record(&json);
            let kept = format!("{before}{after}");
            assert!(!kept.contains("work"), "{why}: {kept}");
            assert!(kept.contains("before"), "{why}: {kept}");
            assert!(kept.contains("after"), "{why}: {kept}");
        }
    }

    #[test]
    fn hidden_and_closing_characters_are_escaped_and_nothing_else() {
        let table = [
            ("plain", "Rust, 9 percent", r#""Rust, 9 percent""#),
            (
                "an element cannot be closed",
                "</script>",
                r#""\u003c/script>""#,
            ),
            ("deleted", "a\u{7f}b", r#""a\u007fb""#),
            (
                "a joiner between Latin letters hides",
                "a\u{200d}b",
                r#""a\u200db""#,
            ),
            (
                "after a plain letter, a non-joiner hides",
                "é a\u{200c}b",
                r#""é a\u200cb""#,
            ),
            (
                "in Persian it is writing",
                "می\u{200c}خواهم",
                "\"می\u{200c}خواهم\"",
            ),
            ("within an emoji too", "👨\u{200d}👩", "\"👨\u{200d}👩\""),
            (
                "reordering, twice",
                "\u{202e}\u{2066}x",
                r#""\u202e\u2066x""#,
            ),
            ("nothing", "", r#""""#),
        ];
        for (why, text, expected) in table {
            let written = String::from_utf8(inert(&text)).unwrap();
            assert_eq!(written.trim_end_matches('\n'), expected, "{why}");
            assert_eq!(
                serde_json::from_str::<String>(&written).unwrap(),
                text,
                "{why}"
            );
        }
    }
}
