//! The report as an editor wants it in Word (ISO/IEC 29500, transitional): styles to restyle by,
//! comments in the margin, the standing wording as a tracked change, decisions to choose from.

mod behind;
mod comments;
mod contents;
mod first;
mod galley;
mod note;
mod parts;
mod text;
mod who;
mod wording;
mod writer;

use stet_core::{
    error::Result,
    report::{Dossier, Report},
};

use self::writer::Writer;
use crate::{Notes, Options, package::Package};

/// Writes the dossier as a Word document.
pub fn document(dossier: &Dossier, options: Options) -> Result<Vec<u8>> {
    let several = dossier.reports.len() > 1;
    let sentences: usize = dossier.reports.iter().map(|one| one.sentences.len()).sum();
    // About 3 kB a sentence were measured.
    let mut writer = Writer::new(options.notes, several, 64_000 + sentences * 3_000);
    if several {
        contents::write(&mut writer, dossier);
    }
    for (n, report) in dossier.reports.iter().enumerate() {
        writer.report = n + 1;
        write(&mut writer, report);
    }
    let mut package = Package::new()
        .file(
            "[Content_Types].xml",
            parts::content_types(options.notes).as_bytes(),
        )
        .file("_rels/.rels", parts::RELATIONSHIPS.as_bytes())
        .file("docProps/core.xml", parts::core(dossier).as_bytes())
        .file("docProps/app.xml", parts::app().as_bytes())
        .file(
            "word/document.xml",
            parts::document(&writer, options.paper).as_bytes(),
        )
        .file(
            "word/_rels/document.xml.rels",
            parts::document_relationships(&writer).as_bytes(),
        )
        .file("word/styles.xml", include_bytes!("styles.xml"))
        .file("word/theme/theme1.xml", include_bytes!("theme.xml"))
        .file("word/numbering.xml", include_bytes!("numbering.xml"))
        .file(
            "word/settings.xml",
            parts::settings(options.notes).as_bytes(),
        )
        .file("word/fontTable.xml", parts::FONTS.as_bytes())
        .file(
            "word/header1.xml",
            parts::header(dossier, options.paper).as_bytes(),
        )
        .file(
            "word/footer1.xml",
            parts::footer(dossier, options.paper).as_bytes(),
        );
    package = match options.notes {
        Notes::Endnotes => package.file("word/endnotes.xml", parts::endnotes(&writer).as_bytes()),
        Notes::Comments | Notes::AllComments => {
            package.file("word/comments.xml", parts::comments(&writer).as_bytes())
        }
    };
    package.finish()
}

fn write(writer: &mut Writer, report: &Report) {
    first::write(writer, report);
    behind::attributed(writer, report);
    galley::write(writer, report);
    note::notes(writer, report);
    behind::sources(writer, report);
    behind::open(writer, report);
    behind::method(writer, report);
}

/// A fingerprint in groups of four, as people compare it.
fn grouped(fingerprint: &str) -> String {
    let chars: Vec<char> = fingerprint.chars().collect();
    let groups: Vec<String> = chars.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}
