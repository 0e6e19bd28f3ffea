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

const fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && byte != b'<' && byte != 0x7f
}
