//! A Word document unpacked: its parts, their elements, and its paragraphs as a person reads them.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use quick_xml::{Reader, events::Event};

/// An element with its attributes, or text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Open(String, BTreeMap<String, String>),
    Text(String),
    Close(String),
}

/// The document's parts by name.
pub struct Word {
    pub parts: BTreeMap<String, String>,
}

impl Word {
    pub fn unpack(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for n in 0..zip.len() {
            let mut file = zip.by_index(n).unwrap();
            let date = file.last_modified().unwrap();
            assert_eq!(
                (date.year(), date.month(), date.day(), date.hour()),
                (1980, 1, 1, 0),
                "no clock"
            );
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.insert(file.name().unwrap().into_owned(), text);
        }
        Self { parts }
    }

    /// The nodes of a part; panics where it is not well-formed.
    pub fn nodes(&self, part: &str) -> Vec<Node> {
        nodes(part, &self.parts[part])
    }

    pub fn document(&self) -> Vec<Node> {
        self.nodes("word/document.xml")
    }

    /// The attribute of every such element of the document.
    pub fn all(&self, part: &str, element: &str, attribute: &str) -> Vec<String> {
        attributes(&self.nodes(part), element, attribute)
    }

    /// How many such elements the document has.
    pub fn count(&self, element: &str) -> usize {
        let opens = |node: &Node| matches!(node, Node::Open(name, _) if name == element);
        self.document().iter().filter(|node| opens(node)).count()
    }

    /// Paragraphs as read: style, then words; glyphs and marks of ours as they are.
    pub fn read(&self, part: &str) -> Vec<String> {
        read(&self.nodes(part))
    }
}

pub fn attributes(nodes: &[Node], element: &str, attribute: &str) -> Vec<String> {
    nodes
        .iter()
        .filter_map(|node| match node {
            Node::Open(name, attributes) if name == element => attributes.get(attribute).cloned(),
            _ => None,
        })
        .collect()
}

fn nodes(part: &str, xml: &str) -> Vec<Node> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_comments = true;
    let mut nodes: Vec<Node> = Vec::new();
    let text = |nodes: &mut Vec<Node>, piece: &str| match nodes.last_mut() {
        Some(Node::Text(before)) => before.push_str(piece),
        _ => nodes.push(Node::Text(piece.to_owned())),
    };
    loop {
        match reader
            .read_event()
            .unwrap_or_else(|e| panic!("{part}: {e}"))
        {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                let attributes: BTreeMap<String, String> = tag
                    .attributes()
                    .map(|one| {
                        let one = one.unwrap_or_else(|e| panic!("{part}: {e}"));
                        let key = one.key.as_ref().to_owned();
                        (
                            key,
                            quick_xml::escape::unescape(&one.value)
                                .unwrap()
                                .into_owned(),
                        )
                    })
                    .collect();
                nodes.push(Node::Open(name, attributes));
            }
            Event::End(tag) => {
                let name = tag.name().as_ref().to_owned();
                nodes.push(Node::Close(name));
            }
            Event::Text(piece) => {
                assert!(
                    piece.chars().all(|c| c == '\n' || c == '\t' || c >= ' '),
                    "{part}: XML has no such character"
                );
                text(&mut nodes, &piece);
            }
            Event::GeneralRef(name) => {
                let c = match &*name {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    other => panic!("{part}: entity {other} is none of ours"),
                };
                text(&mut nodes, c);
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{part}: {other:?} is none of ours"),
        }
    }
    nodes
}

fn read(nodes: &[Node]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut inside = false;
    for node in nodes {
        match node {
            Node::Open(name, attributes) => match name.as_str() {
                "w:p" => line.clear(),
                "w:pStyle" => line.push_str(&format!("[{}] ", attributes["w:val"])),
                "w:t" | "w:delText" | "w:instrText" => inside = true,
                "w:tab" if !attributes.contains_key("w:val") => line.push('\t'),
                "w:br" => line.push('\n'),
                "w:del" => line.push_str("[-"),
                "w:ins" => line.push_str("{+"),
                "w:commentRangeStart" => line.push('⟨'),
                "w:commentRangeEnd" => line.push_str(&format!("⟩{}", attributes["w:id"])),
                "w:endnoteReference" => line.push_str(&format!("^{}", attributes["w:id"])),
                _ => {}
            },
            Node::Text(text) if inside => line.push_str(text),
            Node::Text(_) => {}
            Node::Close(name) => match name.as_str() {
                "w:t" | "w:delText" | "w:instrText" => inside = false,
                "w:del" => line.push_str("-]"),
                "w:ins" => line.push_str("+}"),
                "w:p" => lines.push(std::mem::take(&mut line)),
                _ => {}
            },
        }
    }
    lines
}

/// The values that stand more than once.
pub fn repeated(values: &[String]) -> BTreeSet<&String> {
    let mut seen = BTreeSet::new();
    values.iter().filter(|value| !seen.insert(*value)).collect()
}
