//! The package of a book: what it says of itself, its parts, and in which order they are read.

use std::collections::HashMap;

use stet_core::error::Result;

use crate::archive::resolve;
use crate::document::Meta;
use crate::tidy;
use crate::xml::{Element, Event, Manner, Xml};

/// What is read of a package.
#[derive(Default)]
pub struct Package {
    pub meta: Meta,
    /// The chapters in the order of reading.
    pub spine: Vec<Chapter>,
    /// Paths of style sheets.
    pub sheets: Vec<String>,
    /// Paths of tables of contents.
    pub contents: Vec<String>,
}

/// A chapter.
pub struct Chapter {
    pub path: String,
    /// Whether it is off the way through the book.
    pub aside: bool,
}

struct Item {
    path: String,
    kind: String,
    is_contents: bool,
}

impl Package {
    /// Reads the package, a part that lies in `folder`.
    pub fn read(called: &str, text: &str, folder: &str) -> Result<Self> {
        let mut package = Self::default();
        let mut items: HashMap<String, Item> = HashMap::new();
        let mut xml = Xml::new(called, text, Manner::Lenient);
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else {
                continue;
            };
            if let Some(term) = element.name.strip_prefix("dc:") {
                package.describe(term, &element, &xml.text()?);
                continue;
            }
            match element.name.rsplit(':').next().unwrap_or_default() {
                "item" => {
                    let (Some(id), Some(item)) = (element.get("id"), item(&element, folder)) else {
                        continue;
                    };
                    if item.kind == "text/css" {
                        package.sheets.push(item.path.clone());
                    }
                    if item.is_contents || item.kind == "application/x-dtbncx+xml" {
                        package.contents.push(item.path.clone());
                    }
                    items.insert(id.to_owned(), item);
                }
                "itemref" => {
                    let item = element.get("idref").and_then(|id| items.get(id));
                    let text = |item: &&Item| !item.is_contents && !item.kind.starts_with("image/");
                    package.spine.extend(item.filter(text).map(|item| Chapter {
                        path: item.path.clone(),
                        aside: element.get("linear") == Some("no"),
                    }));
                }
                _ => {}
            }
        }
        Ok(package)
    }

    fn describe(&mut self, term: &str, element: &Element, value: &str) {
        let meta = &mut self.meta;
        let value = tidy::line(value);
        let event = element.get("opf:event").unwrap_or("publication");
        match term {
            "title" if meta.title.is_empty() => meta.title = value,
            "creator" if !value.is_empty() => meta.authors.push(value),
            "publisher" if meta.publisher.is_empty() => meta.publisher = value,
            "language" if meta.language.is_empty() => meta.language = tidy::language(&value),
            "date" if meta.published.is_empty() && event.ends_with("publication") => {
                meta.published = tidy::date(&value);
            }
            "source" | "identifier" if meta.url.is_empty() => {
                let web = value.starts_with("https://") || value.starts_with("http://");
                if web && !value.contains(' ') {
                    meta.url = value;
                }
            }
            _ => {}
        }
    }
}

fn item(element: &Element, folder: &str) -> Option<Item> {
    let reference = element.get("href")?.split('#').next()?;
    Some(Item {
        path: resolve(folder, &percent_decode(reference))?,
        kind: element.get("media-type").unwrap_or_default().to_owned(),
        is_contents: element
            .get("properties")
            .is_some_and(|properties| properties.split(' ').any(|property| property == "nav")),
    })
}

/// A path as addresses write it: `%20` for a space.
pub fn percent_decode(reference: &str) -> String {
    let mut bytes = Vec::with_capacity(reference.len());
    let mut rest = reference.as_bytes();
    while let [first, others @ ..] = rest {
        let code = others.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
