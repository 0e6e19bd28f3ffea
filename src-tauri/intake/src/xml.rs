//! The one reader of XML: elements by name space, text with its references resolved, depth held
//! down. Nothing that a document declares for itself (entities, above all) is taken from it.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;
use stet_core::error::Result;

use crate::refusal::damaged;

/// The deepest nesting of elements that is read.
pub const MOST_DEPTH: usize = 256;

/// An element as it begins.
#[derive(Debug)]
pub struct Element {
    /// Its name with the prefix that [`SPACES`] gives to its name space: `w:p`.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, named in the same way; those without a prefix are in no space.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What is met on the way.
#[derive(Debug)]
pub enum Event {
    /// An element begins; its end follows even where it is empty.
    Start(Element),
    /// An element ends.
    End(String),
    /// Characters.
    Text(String),
}

/// Name spaces that are told apart, and how they are called here. Others have the prefix `?`.
const SPACES: &[(&str, &str)] = &[
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w",
    ),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    (
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "w14",
    ),
    (
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "w15",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "r",
    ),
    (
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "r",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "rels",
    ),
    (
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "mc",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "m",
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    (
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "svg",
    ),
    (
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "fo",
    ),
    ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"),
    (
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        "manifest",
    ),
    (
        "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "loext",
    ),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/1999/xhtml", "h"),
    ("http://www.idpf.org/2007/ops", "epub"),
    ("http://www.idpf.org/2007/opf", "opf"),
    ("urn:oasis:names:tc:opendocument:xmlns:container", "ocf"),
    ("http://www.daisy.org/z3986/2005/ncx/", "ncx"),
    ("http://www.w3.org/2001/04/xmlenc#", "enc"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// How much a document may differ from what XML asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Not at all, and no DOCTYPE: Office files are written by programs.
    Strict,
    /// As books have it: a DOCTYPE that declares nothing, HTML's entities, slips in the nesting.
    Lenient,
}

/// A document's events, one after another.
pub struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    called: &'a str,
    manner: Manner,
    /// The elements that are open, outermost first.
    open: Vec<String>,
    /// Ends that are still to be told.
    ends: usize,
}

impl<'a> Xml<'a> {
    /// Reads `text`, a part of the file `called`.
    pub fn new(called: &'a str, text: &'a str, manner: Manner) -> Self {
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = manner == Manner::Strict;
        config.allow_unmatched_ends = manner == Manner::Lenient;
        config.allow_dangling_amp = manner == Manner::Lenient;
        Self {
            reader,
            called,
            manner,
            open: Vec::new(),
            ends: 0,
        }
    }

    /// The next event; `None` at the end.
    ///
    /// # Errors
    /// `FileDamaged` where it is no XML, declares entities, or nests deeper than [`MOST_DEPTH`].
    pub fn next(&mut self) -> Result<Option<Event>> {
        loop {
            if self.ends > 0 {
                self.ends -= 1;
                return Ok(self.open.pop().map(Event::End));
            }
            let raw = match self.reader.read_event() {
                Ok(raw) => raw,
                Err(_) => return Err(damaged(self.called, "its XML is broken")),
            };
            match raw {
                Raw::Start(start) => return self.start(&start).map(Some),
                Raw::End(end) => self.end(end.name().as_ref()),
                Raw::Empty(_) | Raw::Decl(_) | Raw::PI(_) | Raw::Comment(_) => {}
                Raw::Text(text) => return Ok(Some(Event::Text(text.into_inner().into_owned()))),
                Raw::CData(text) => return Ok(Some(Event::Text(text.into_inner().into_owned()))),
                Raw::GeneralRef(reference) => {
                    return Ok(Some(Event::Text(self.resolve(&reference.into_inner()))));
                }
                Raw::DocType(text) => {
                    if self.manner == Manner::Strict || text.contains('[') {
                        let why = "it declares a document type of its own";
                        return Err(damaged(self.called, why));
                    }
                }
                // A document that ends early is a broken one, except to a lenient reader.
                Raw::Eof if self.open.is_empty() => return Ok(None),
                Raw::Eof if self.manner == Manner::Strict => {
                    return Err(damaged(self.called, "its XML ends too early"));
                }
                Raw::Eof => self.ends = self.open.len(),
            }
        }
    }

    /// Passes over the rest of the element whose start was the last event.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn skip(&mut self) -> Result<()> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The characters in the rest of the element whose start was the last event.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn text(&mut self) -> Result<String> {
        let depth = self.open.len();
        let mut words = String::new();
        while self.open.len() >= depth {
            match self.next()? {
                Some(Event::Text(text)) if words.is_empty() => words = text,
                Some(Event::Text(text)) => words.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        Ok(words)
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<Event> {
        if self.open.len() >= MOST_DEPTH {
            let why = format!("its parts nest deeper than {MOST_DEPTH}");
            return Err(damaged(self.called, &why));
        }
        let resolver = self.reader.resolver();
        let (space, local) = resolver.resolve_element(start.name());
        let name = named(&space, local.as_ref());
        let mut attributes = Vec::new();
        let mut found = start.attributes();
        for attribute in found.with_checks(false).flatten() {
            let (space, local) = resolver.resolve_attribute(attribute.key);
            let key = match space {
                ResolveResult::Unbound => local.as_ref().to_owned(),
                _ => named(&space, local.as_ref()),
            };
            attributes.push((key, self.unescape(&attribute.value)));
        }
        self.open.push(name.clone());
        Ok(Event::Start(Element { name, attributes }))
    }

    /// An element's end closes it and what a lenient document left open in it.
    fn end(&mut self, raw: &str) {
        if self.manner == Manner::Strict {
            self.ends = 1;
            return;
        }
        let local = raw.rsplit(':').next().unwrap_or(raw);
        let inner = self.open.iter().rev();
        let found = inner
            .take(16)
            .position(|name| name.ends_with(local) && { name.rsplit(':').next() == Some(local) });
        self.ends = found.map_or(0, |above| above + 1);
    }

    /// What a reference without `&` and `;` stands for; kept as it is where that is unknown.
    fn resolve(&self, name: &str) -> String {
        let code =
            name.strip_prefix('#')
                .and_then(|digits| match digits.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => digits.parse().ok(),
                });
        if let Some(c) = code.and_then(char::from_u32) {
            return c.to_string();
        }
        match resolve_html5_entity(name) {
            Some(text) => text.to_owned(),
            None => format!("&{name};"),
        }
    }

    fn unescape(&self, value: &str) -> String {
        let mut out = String::with_capacity(value.len());
        let mut rest = value;
        while let Some(at) = rest.find('&') {
            out.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            // Names are short; looking further would make a row of lone `&` slow.
            match rest.bytes().take(32).position(|byte| byte == b';') {
                Some(end) => {
                    out.push_str(&self.resolve(&rest[..end]));
                    rest = &rest[end + 1..];
                }
                None => out.push('&'),
            }
        }
        out.push_str(rest);
        out
    }
}

fn named(space: &ResolveResult<'_>, local: &str) -> String {
    let prefix = match space {
        ResolveResult::Bound(Namespace(uri)) => {
            let known = SPACES.iter().find(|(known, _)| known == uri);
            known.map_or("?", |(_, prefix)| *prefix)
        }
        ResolveResult::Unbound => return local.to_owned(),
        // Declared nowhere: what the file calls it is what it is meant to be.
        ResolveResult::Unknown(prefix) => prefix.as_str(),
    };
    format!("{prefix}:{local}")
}

/// The characters of a part: by byte order mark, by its declaration, else UTF-8.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let head = &bytes[..bytes.len().min(200)];
    let declared = String::from_utf8_lossy(head);
    let label = declared.strip_prefix("<?xml").and_then(|rest| {
        let value = rest.split("?>").next()?.split("encoding").nth(1)?;
        value.split(['"', '\'']).nth(1)
    });
    let encoding = label
        .and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()))
        .unwrap_or(encoding_rs::UTF_8);
    // A declaration in bytes cannot be of 16 bits: only the mark says that.
    let encoding = if encoding.is_ascii_compatible() {
        encoding
    } else {
        encoding_rs::UTF_8
    };
    encoding.decode(bytes).0
}
