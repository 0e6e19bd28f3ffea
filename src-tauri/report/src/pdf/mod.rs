//! PDF/UA-1: tagged, with bookmarks, its faces within. Set by a fixed template ([`template.typ`]);
//! texts reach it as data, so that nothing in them is markup.
//!
//! [`template.typ`]: https://typst.app/docs/

mod behind;
mod data;
mod places;
mod text;
mod world;

use std::fmt::Display;

use stet_core::{
    error::{Code, Error, Result},
    report::Dossier,
};
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

use crate::Options;
use world::Desk;

/// Writes the dossier as PDF/UA-1. The same dossier gives the same bytes.
///
/// # Errors
/// `internal` if the template cannot be set, which no text brings about.
pub fn document(dossier: &Dossier, options: Options) -> Result<Vec<u8>> {
    let json = data(dossier, options)?;
    write(dossier, json.clone().into_bytes()).or_else(|_| {
        // No face joins every mark to every letter, and PDF/UA wants a shape for each: such a text
        // is set again with its marks beside the letters.
        write(dossier, text::apart(&json).into_bytes())
    })
}

fn write(dossier: &Dossier, json: Vec<u8>) -> Result<Vec<u8>> {
    let set = set(json)?;
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| fault(&error.message()))?;
    let drafts: Vec<&str> = dossier
        .reports
        .iter()
        .map(|one| one.article.article.as_str())
        .collect();
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "stet report {} {}",
            dossier.profile.name(),
            drafts.join(" ")
        )),
        creator: Smart::Custom(Some(text::visible(&dossier.program))),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&set, &options).map_err(|errors| fault_of(&errors))
}

/// The pages of the PDF as pictures: one SVG document a page, letters as outlines.
///
/// # Errors
/// As [`document`].
pub fn preview(dossier: &Dossier, options: Options) -> Result<Vec<String>> {
    let set = set(data(dossier, options)?.into_bytes())?;
    let options = SvgOptions::default();
    let pages = set
        .pages()
        .iter()
        .map(|page| typst_svg::svg(page, &options))
        .collect();
    Ok(pages)
}

fn data(dossier: &Dossier, options: Options) -> Result<String> {
    serde_json::to_string(&data::dossier(dossier, options)).map_err(|error| fault(&error))
}

/// Sets the pages twice: once to see where everything falls, and again with what stands in the
/// margins, links and numbers of pages.
fn set(json: Vec<u8>) -> Result<PagedDocument> {
    let json = Bytes::new(json);
    let places = places::places(&compiled(json.clone(), b"null".to_vec())?);
    // What was remembered does not come again as it was, and a long report is large.
    typst::comemo::evict(0);
    let set = compiled(json, places);
    typst::comemo::evict(0);
    set
}

fn compiled(json: Bytes, places: Vec<u8>) -> Result<PagedDocument> {
    let desk = Desk::new(json, places).ok_or_else(|| fault(&"no path"))?;
    typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|errors| fault_of(&errors))
}

fn fault_of(errors: &[typst::diag::SourceDiagnostic]) -> Error {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    fault(&messages.join("; "))
}

fn fault(what: &dyn Display) -> Error {
    Error::new(
        Code::Internal,
        format!("The PDF could not be set: {what}"),
        "Take another format, and tell the makers of Stet which article this was.",
    )
}
