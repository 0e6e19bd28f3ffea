//! OpenDocument texts → blocks, from their ZIP file or as one flat XML file.

mod body;
mod declared;

use stet_core::error::Result;

use crate::archive::Archive;
use crate::document::{Changes, Meta};
use crate::refusal::{damaged, locked};
use crate::xml::{Event, Manner, Xml, decode};
use crate::{Parsed, tidy};

use body::Body;
use declared::Declared;

/// Reads an OpenDocument text.
pub fn parse(called: &str, bytes: &[u8], changes: Changes) -> Result<Parsed> {
    if !bytes.starts_with(b"PK") {
        let text = decode(bytes);
        let mut declared = Declared::default();
        declared.read(called, &text)?;
        let meta = meta(called, &text)?;
        return content(called, &text, &declared, meta, changes);
    }
    let mut archive = Archive::open(called, bytes)?;
    refuse_encrypted(&mut archive)?;
    let content_bytes = archive.needed("content.xml")?;
    let mut declared = Declared::default();
    if let Some(bytes) = archive.part("styles.xml")? {
        declared.read(called, &decode(&bytes))?;
    }
    let found = match archive.part("meta.xml")? {
        Some(bytes) => meta(called, &decode(&bytes))?,
        None => Meta::default(),
    };
    let text = decode(&content_bytes);
    declared.read(called, &text)?;
    content(called, &text, &declared, found, changes)
}

/// An encrypted document is a ZIP file in order whose parts are noise; its manifest says so.
fn refuse_encrypted(archive: &mut Archive<'_>) -> Result<()> {
    let called = archive.called();
    let Some(bytes) = archive.part("META-INF/manifest.xml")? else {
        return Ok(());
    };
    let text = decode(&bytes);
    let mut xml = Xml::new(called, &text, Manner::Strict);
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event
            && element.name == "manifest:encryption-data"
        {
            return Err(locked(called, "it opens with a password only"));
        }
    }
    Ok(())
}

fn content(
    called: &str,
    text: &str,
    declared: &Declared,
    mut meta: Meta,
    changes: Changes,
) -> Result<Parsed> {
    let mut xml = Xml::new(called, text, Manner::Strict);
    loop {
        match xml.next()? {
            Some(Event::Start(element)) if element.name == "office:text" => break,
            Some(_) => {}
            None => return Err(damaged(called, "there is no text document in it")),
        }
    }
    let mut body = Body::new(declared, changes);
    body.read(&mut xml)?;
    if let Some(language) = body.languages.most() {
        meta.language = language;
    }
    let mut notes = Vec::new();
    if body.hidden {
        notes.push("Hidden text in it was left out.".into());
    }
    let (blocks, remarks) = body.finish();
    Ok(Parsed {
        meta,
        blocks,
        remarks,
        notes,
        tracked_changes: declared.tracked,
        ..Parsed::default()
    })
}

fn meta(called: &str, text: &str) -> Result<Meta> {
    let mut meta = Meta::default();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let mut inside = false;
    let mut xml = Xml::new(called, text, Manner::Strict);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match element.name.as_str() {
                "office:meta" => inside = true,
                _ if !inside => {}
                "dc:title" => meta.title = tidy::line(&xml.text()?),
                "meta:initial-creator" => first = tidy::names(&xml.text()?),
                "dc:creator" => last = tidy::names(&xml.text()?),
                "dc:language" => meta.language = tidy::language(&xml.text()?),
                "dc:publisher" => meta.publisher = tidy::line(&xml.text()?),
                _ => {}
            },
            Event::End(name) if name == "office:meta" => break,
            Event::End(_) | Event::Text(_) => {}
        }
    }
    meta.authors = if first.is_empty() { last } else { first };
    Ok(meta)
}
