//! Every text comes out as what it is: each document is opened as its readers open it, and what was
//! written is found in it, letter for letter.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{
    bytes, formats,
    hostile::{HOSTILE, everywhere, files},
};
use quick_xml::events::Event;
use stet_report::Format;

/// What a reader of a document reads, in one piece; `None` where there is no such reader here.
fn read(document: &[u8], format: Format) -> Option<String> {
    let text = || String::from_utf8(document.to_vec()).unwrap();
    Some(match format.name() {
        "html" => of_html(&text()),
        "pdf" => of_pdf(document)?,
        "docx" => of_parts(document, |name| name.ends_with(".xml")),
        "xlsx" => of_cells(&of_parts(document, |name| name.ends_with(".xml"))),
        "qdpx" => of_parts(document, |name| name.ends_with(".qde")),
        "md" => of_markdown(&text()),
        "csv" => of_csv(document),
        "txt" => text(),
        name if format.media_type().contains("json") => {
            let mut out = String::new();
            strings(&serde_json::from_slice(document).unwrap(), &mut out);
            assert!(!out.is_empty(), "{name}");
            out
        }
        name => panic!("nobody here reads {name}"),
    })
}

fn of_html(page: &str) -> String {
    let body = page.split_once("</style>").unwrap().1;
    let mut out = String::new();
    for piece in body.split('<') {
        let text = piece.split_once('>').map_or("", |(_, text)| text);
        out.push_str(text);
    }
    for (entity, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        out = out.replace(entity, c);
    }
    out
}

fn of_markdown(text: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let all = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(text, all)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect()
}

fn of_csv(document: &[u8]) -> String {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(document);
    let mut out = String::new();
    for row in rows.records() {
        row.unwrap().iter().for_each(|cell| out.push_str(cell));
    }
    out
}

/// The texts of the parts of a package, elements and attributes.
fn of_parts(package: &[u8], wanted: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    for (_, content) in files(package).into_iter().filter(|(name, _)| wanted(name)) {
        let content = String::from_utf8(content).unwrap();
        let mut reader = quick_xml::Reader::from_str(&content);
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Text(text) => out.push_str(&text),
                Event::GeneralRef(entity) => match entity.resolve_char_ref().unwrap() {
                    Some(c) => out.push(c),
                    None => {
                        out.push_str(quick_xml::escape::resolve_predefined_entity(&entity).unwrap())
                    }
                },
                Event::Start(element) | Event::Empty(element) => {
                    for attribute in element.attributes() {
                        let value = attribute.unwrap();
                        out.push_str(&quick_xml::escape::unescape(&value.value).unwrap());
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// Cells say `_x000D_` for what XML cannot hold (ECMA-376, part 1, 22.9.2.19).
fn of_cells(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6);
        let c = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let c = c.and_then(char::from_u32);
        let ends = rest.get(at + 6..at + 7) == Some("_");
        out.push_str(&rest[..at]);
        match c.filter(|_| ends) {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

fn of_pdf(document: &[u8]) -> Option<String> {
    let mut text = common::pdf_text(document)?;
    // What runs from right to left it sets apart by signs of its own.
    text.retain(|c| !('\u{202a}'..='\u{202e}').contains(&c));
    Some(text)
}

fn strings(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::String(text) => out.push_str(text),
        serde_json::Value::Array(list) => list.iter().for_each(|one| strings(one, out)),
        serde_json::Value::Object(map) => map.values().for_each(|one| strings(one, out)),
        _ => {}
    }
}

/// A text with what was made visible as it was written, and without spaces: lines are broken anew
/// in most documents.
fn letters(text: &str) -> String {
    let mut out = String::new();
    let mut pieces = text.split("⟦U+");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let code = piece.split_once('⟧');
        let c = code.and_then(|(code, _)| u32::from_str_radix(code, 16).ok());
        match (c.and_then(char::from_u32), code) {
            (Some(c), Some((_, rest))) => {
                out.push(c);
                out.push_str(rest);
            }
            _ => out.push_str(piece),
        }
    }
    out.retain(|c| !c.is_whitespace());
    out
}

#[test]
fn every_text_comes_out_as_what_it_is() {
    for format in formats() {
        let mut lost = Vec::new();
        for text in HOSTILE {
            let Some(read) = read(&bytes(&everywhere(text), format), format) else {
                break;
            };
            let (read, wanted) = (letters(&read), letters(text));
            // The sentence, and what was found on it.
            let least = if format == Format::ClaimReview { 1 } else { 2 };
            if !wanted.is_empty() && read.matches(&wanted).count() < least {
                lost.push(text);
            }
        }
        assert!(lost.is_empty(), "{}: {lost:#?}", format.name());
    }
}
