//! Word documents → blocks. Own code, because the libraries that were tried lose inserted text.
//! A document is a ZIP file of XML parts that lead to each other by relationships.

mod body;
mod notes;
mod run;
mod styles;

use std::collections::HashMap;

use stet_core::error::Result;

use crate::archive::{Archive, folder, resolve};
use crate::document::{Changes, Meta};
use crate::refusal::damaged;
use crate::xml::{Event, Manner, Xml, decode};
use crate::{Parsed, tidy};

use body::Body;
use notes::Notes;
use styles::Styles;

/// Reads a Word document.
pub fn parse(called: &str, bytes: &[u8], changes: Changes) -> Result<Parsed> {
    let mut archive = Archive::open(called, bytes)?;
    let package = Relations::read(&mut archive, "_rels/.rels", "")?;
    let main = package
        .part("officeDocument")
        .unwrap_or("word/document.xml")
        .to_owned();
    let bytes = archive.needed(&main)?;
    let relations = Relations::read(&mut archive, &relations_of(&main), folder(&main))?;

    let styles = match relations.part("styles") {
        Some(part) => match archive.part(part)? {
            Some(bytes) => Styles::read(called, &decode(&bytes))?,
            None => Styles::default(),
        },
        None => Styles::default(),
    };
    let notes = Notes::read(&mut archive, &relations, &styles, changes)?;

    let text = decode(&bytes);
    let mut xml = Xml::new(called, &text, Manner::Strict);
    is_document(called, &mut xml)?;
    let mut body = Body::new(&styles, &relations.links, changes).with_notes(&notes);
    body.read(&mut xml, "w:document")?;
    let language = body.language();
    let read = body.finish();

    let mut notes_shown = Vec::new();
    if read.hidden || notes.hidden {
        notes_shown.push("Hidden text in it was left out.".into());
    }
    if read.foreign {
        notes_shown.push(
            "A part of it in another format was left out: look whether words are missing.".into(),
        );
    }
    let mut meta = match package.part("core-properties") {
        Some(part) => match archive.part(part)? {
            Some(bytes) => core_properties(called, &decode(&bytes))?,
            None => Meta::default(),
        },
        None => Meta::default(),
    };
    if let Some(language) = language.or_else(|| styles.language.clone()) {
        meta.language = language;
    }
    Ok(Parsed {
        meta,
        blocks: read.written.0,
        remarks: read.written.1,
        notes: notes_shown,
        tracked_changes: read.tracked || notes.tracked,
        ..Parsed::default()
    })
}

/// The first element says whether this is a text, and no workbook or slides.
fn is_document(called: &str, xml: &mut Xml<'_>) -> Result<()> {
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event {
            if element.name == "w:document" {
                return Ok(());
            }
            break;
        }
    }
    Err(damaged(called, "its main part is no Word document"))
}

fn core_properties(called: &str, text: &str) -> Result<Meta> {
    let mut meta = Meta::default();
    let mut xml = Xml::new(called, text, Manner::Strict);
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.name.as_str() {
            "dc:title" => meta.title = tidy::line(&xml.text()?),
            "dc:creator" => meta.authors = tidy::names(&xml.text()?),
            "dc:language" => meta.language = tidy::line(&xml.text()?),
            _ => {}
        }
    }
    Ok(meta)
}

/// Where a part leads to.
#[derive(Default)]
pub struct Relations {
    /// Parts by the last word of their relationship's type.
    parts: HashMap<String, String>,
    /// Addresses of the web by the relationship's id.
    links: HashMap<String, String>,
}

impl Relations {
    /// Reads the relationships at `path`, of a part in `folder`; none if there is no such part.
    fn read(archive: &mut Archive<'_>, path: &str, folder: &str) -> Result<Self> {
        let mut relations = Self::default();
        let Some(bytes) = archive.part(path)? else {
            return Ok(relations);
        };
        let text = decode(&bytes);
        let mut xml = Xml::new(archive.called(), &text, Manner::Strict);
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else {
                continue;
            };
            let (Some(id), Some(kind), Some(target)) = (
                element.get("Id"),
                element.get("Type"),
                element.get("Target"),
            ) else {
                continue;
            };
            let kind = kind.rsplit('/').next().unwrap_or(kind);
            let external = element.get("TargetMode") == Some("External");
            if external && kind == "hyperlink" {
                relations.links.insert(id.into(), target.into());
            } else if !external && let Some(path) = resolve(folder, target) {
                relations.parts.entry(kind.into()).or_insert(path);
            }
        }
        Ok(relations)
    }

    fn part(&self, kind: &str) -> Option<&str> {
        self.parts.get(kind).map(String::as_str)
    }
}

/// Where the relationships of a part are kept.
fn relations_of(part: &str) -> String {
    let folder = folder(part);
    let name = part[folder.len()..].trim_start_matches('/');
    if folder.is_empty() {
        format!("_rels/{name}.rels")
    } else {
        format!("{folder}/_rels/{name}.rels")
    }
}
