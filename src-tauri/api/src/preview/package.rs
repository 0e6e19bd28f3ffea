//! Packages, read back: ZIP files of XML that Stet itself has just made.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    escape::{resolve_predefined_entity, unescape},
    events::{BytesStart, Event},
};
use stet_core::error::Result;
use zip::ZipArchive;

use super::not_so;

/// A package in memory.
pub struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    /// Reads its list of parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        ZipArchive::new(Cursor::new(bytes))
            .map(Self)
            .map_err(|_| not_so("a package"))
    }

    /// A part as text.
    pub fn text(&mut self, name: &str) -> Result<String> {
        let mut text = String::new();
        self.0
            .by_name(name)
            .map_err(|_| not_so(&format!("a package with “{name}” in it")))?
            .read_to_string(&mut text)
            .map_err(|_| not_so("a package of texts"))?;
        Ok(text)
    }

    /// A part as text, where there is one.
    pub fn text_if(&mut self, name: &str) -> Result<Option<String>> {
        if self.0.index_for_name(name).is_none() {
            return Ok(None);
        }
        self.text(name).map(Some)
    }
}

/// What is met in XML, prefixes of names taken off.
pub enum Met {
    /// An element begins: its name and its attributes.
    Start(String, Vec<(String, String)>),
    /// An element ends.
    End(String),
    /// Characters.
    Text(String),
}

/// Walks through XML from beginning to end.
pub fn walk(xml: &str, mut meet: impl FnMut(Met)) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| not_so("well-formed"))? {
            Event::Start(one) => {
                let (name, attributes) = element(&one);
                meet(Met::Start(name, attributes));
            }
            Event::Empty(one) => {
                let (name, attributes) = element(&one);
                meet(Met::Start(name.clone(), attributes));
                meet(Met::End(name));
            }
            Event::End(one) => meet(Met::End(local(one.local_name().as_ref()))),
            Event::Text(one) => {
                meet(Met::Text((*one).to_owned()));
            }
            Event::GeneralRef(one) => {
                let text = match one.resolve_char_ref() {
                    Ok(Some(c)) => c.to_string(),
                    _ => resolve_predefined_entity(&one)
                        .unwrap_or_default()
                        .to_owned(),
                };
                meet(Met::Text(text));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn element(one: &BytesStart<'_>) -> (String, Vec<(String, String)>) {
    let attributes = one.attributes().flatten().map(|attribute| {
        let raw = attribute.value.clone().into_owned();
        let value = unescape(&raw).map_or_else(|_| raw.clone(), std::borrow::Cow::into_owned);
        (local(attribute.key.local_name().as_ref()), value)
    });
    (local(one.local_name().as_ref()), attributes.collect())
}

fn local(name: &str) -> String {
    name.to_owned()
}

/// The value of an attribute, or nothing.
pub fn value<'a>(attributes: &'a [(String, String)], name: &str) -> &'a str {
    attributes
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value)
}
