//! EPUB books → blocks: the chapters in the order of the spine, without the book's own navigation.

mod chapter;
mod package;
mod sheet;

use stet_core::error::Result;

use crate::Parsed;
use crate::archive::{Archive, folder, resolve};
use crate::refusal::{damaged, locked};
use crate::xml::{Event, Manner, Xml, decode};

use chapter::Book;
use package::Package;

/// What may be encrypted in a book that anybody may read: fonts, by these two methods.
const OF_FONTS: &[&str] = &[
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// Reads a book.
pub fn parse(called: &str, bytes: &[u8]) -> Result<Parsed> {
    let mut archive = Archive::open(called, bytes)?;
    refuse_encrypted(&mut archive)?;
    let root = root(&mut archive)?;
    let opf = archive.needed(&root)?;
    let package = Package::read(called, &decode(&opf), folder(&root))?;
    if package.spine.is_empty() {
        return Err(damaged(called, "its list of chapters is empty or missing"));
    }

    let mut book = Book::default();
    for path in &package.sheets {
        if let Some(bytes) = archive.part(path)? {
            book.sheet.learn(&decode(&bytes));
        }
    }
    for path in &package.contents {
        if let Some(bytes) = archive.part(path)? {
            book.learn_contents(called, &decode(&bytes))?;
        }
    }
    for chapter in &package.spine {
        let bytes = archive.needed(&chapter.path)?;
        book.read(called, chapter, &decode(&bytes))?;
    }
    let (blocks, remarks) = book.finish();
    Ok(Parsed {
        meta: package.meta,
        blocks,
        remarks,
        ..Parsed::default()
    })
}

/// The path of the book's package, as its container says.
fn root(archive: &mut Archive<'_>) -> Result<String> {
    let called = archive.called();
    let bytes = archive.needed("META-INF/container.xml")?;
    let text = decode(&bytes);
    let mut xml = Xml::new(called, &text, Manner::Lenient);
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event
            && element.name.ends_with("rootfile")
            && let Some(path) = element.get("full-path")
        {
            return resolve("", path)
                .ok_or_else(|| damaged(called, "its container leads out of it"));
        }
    }
    Err(damaged(called, "its container names no book"))
}

fn refuse_encrypted(archive: &mut Archive<'_>) -> Result<()> {
    let called = archive.called();
    let Some(bytes) = archive.part("META-INF/encryption.xml")? else {
        return Ok(());
    };
    let text = decode(&bytes);
    let mut xml = Xml::new(called, &text, Manner::Lenient);
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event
            && element.name == "enc:EncryptionMethod"
            && element
                .get("Algorithm")
                .is_none_or(|method| !OF_FONTS.contains(&method))
        {
            return Err(locked(
                called,
                "its publisher has protected it against copying",
            ));
        }
    }
    Ok(())
}
