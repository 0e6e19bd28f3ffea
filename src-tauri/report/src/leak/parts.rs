//! A document taken apart into texts, whatever its format: what is packed is unpacked, what is
//! UTF-16 is read as such.

use std::io::{Cursor, Read};

use super::pdf;
use crate::json::without_record;

/// A text in a document.
pub struct Part {
    /// Where it is, for people: "docProps/core.xml".
    pub name: String,
    pub text: String,
    /// Whether it speaks of the document rather than being it: names of accounts count there.
    pub about: bool,
    /// Whether it is markup without its tags, which another part has with them.
    pub bare: bool,
}

/// The texts of a document.
pub fn parts(bytes: &[u8]) -> Vec<Part> {
    if bytes.starts_with(b"PK\x03\x04") {
        packed(bytes)
    } else if bytes.starts_with(b"%PDF") {
        pdf::parts(bytes)
    } else {
        let mut parts = Vec::new();
        push(&mut parts, "the text", bytes, false);
        about_page(&mut parts);
        parts
    }
}

/// The texts of a JSON report without the work that it carries: what that says is no leak.
pub fn besides_record(bytes: &[u8]) -> Vec<Part> {
    let whole = String::from_utf8_lossy(bytes);
    let (before, after) = without_record(&whole);
    let mut parts = Vec::new();
    push(&mut parts, "the text", before.as_bytes(), false);
    push(&mut parts, "the text", after.as_bytes(), false);
    parts
}

fn packed(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        push(&mut parts, "the package", bytes, true);
        return parts;
    };
    let comment = String::from_utf8_lossy(zip.comment()).into_owned();
    let mut names = vec![comment];
    for n in 0..zip.len() {
        let mut content = Vec::new();
        let Ok(mut file) = zip.by_index(n) else {
            continue;
        };
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        names.push(name.clone());
        if file.read_to_end(&mut content).is_ok() {
            let about = name.starts_with("docProps/");
            push(&mut parts, &name, &content, about);
        }
    }
    push(
        &mut parts,
        "the names of files",
        names.join("\n").as_bytes(),
        true,
    );
    parts
}

/// Puts a text in, as UTF-8 and, if it may be that, as UTF-16; of markup also without its tags:
/// joined, because a word may be marked in its middle, and apart.
pub fn push(parts: &mut Vec<Part>, name: &str, bytes: &[u8], about: bool) {
    let mut add = |text: String, bare| {
        parts.push(Part {
            name: name.to_owned(),
            text,
            about,
            bare,
        });
    };
    let text = String::from_utf8_lossy(bytes).into_owned();
    if bytes.contains(&0) {
        for (odd, read) in [
            (0, u16::from_le_bytes as fn([u8; 2]) -> u16),
            (1, u16::from_le_bytes),
            (0, u16::from_be_bytes),
            (1, u16::from_be_bytes),
        ] {
            let units: Vec<u16> = bytes[odd.min(bytes.len())..]
                .chunks_exact(2)
                .map(|two| read([two[0], two[1]]))
                .collect();
            add(String::from_utf16_lossy(&units), false);
        }
    }
    if text.trim_start().starts_with('<') && text.trim_end().ends_with('>') {
        // What nobody sees does not part a word, see Needles.
        add(without_tags(&text, '\u{200b}'), true);
        add(without_tags(&text, ' '), true);
    }
    add(text, false);
}

fn without_tags(markup: &str, instead: char) -> String {
    let mut out = String::with_capacity(markup.len() / 2);
    let mut pieces = markup.split('<');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        out.push(instead);
        out.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    out
}

/// What the head of a web page says about it.
fn about_page(parts: &mut Vec<Part>) {
    let Some(text) = parts.last().map(|part| part.text.as_str()) else {
        return;
    };
    let Some((head, _)) = text.split_once("</head>") else {
        return;
    };
    let values = head.split("content=\"").skip(1);
    let values = values.filter_map(|rest| rest.split_once('"').map(|(value, _)| value));
    let title = head.split_once("<title>").map_or("", |(_, rest)| {
        rest.split_once("</title>").map_or("", |(title, _)| title)
    });
    let said: Vec<&str> = values.chain([title]).collect();
    let text = said.join("\n");
    parts.push(Part {
        name: "the page’s head".into(),
        text,
        about: true,
        bare: false,
    });
}
