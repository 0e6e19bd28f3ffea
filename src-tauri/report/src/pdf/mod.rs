//! PDF/UA-1: tagged, with bookmarks, its faces within. Set by a fixed template ([`template.typ`]);
//! texts reach it as data, so that nothing in them is markup.
//!
//! [`template.typ`]: https://typst.app/docs/

mod behind;
mod data;
mod letters;
mod moved;
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

use crate::{Drawn, Options};
use world::Desk;

pub use letters::undrawn;

/// Writes the dossier as PDF/UA-1. The same dossier gives the same bytes.
///
/// # Errors
/// `internal` if the template cannot be set, which no text brings about.
pub fn document(dossier: &Dossier, options: Options) -> Result<Vec<u8>> {
    made(dossier, options, &|| Ok(())).map(|(_, bytes)| bytes)
}

/// The same with its first `most` pages as pictures, letters as outlines: set once for both.
/// `go_on` is asked between the steps of the work, and ends it with its error.
///
/// # Errors
/// As [`document`], and what `go_on` says.
pub fn drawn(
    dossier: &Dossier,
    options: Options,
    most: usize,
    go_on: &dyn Fn() -> Result<()>,
) -> Result<Drawn> {
    let (set, bytes) = made(dossier, options, go_on)?;
    let all = set.pages();
    let mut pages = Vec::new();
    for page in all.iter().take(most) {
        go_on()?;
        pages.push(typst_svg::svg(page, &SvgOptions::default()));
    }
    let beyond = all.len() - pages.len();
    Ok(Drawn {
        bytes,
        pages,
        beyond,
    })
}

fn made(
    dossier: &Dossier,
    options: Options,
    go_on: &dyn Fn() -> Result<()>,
) -> Result<(PagedDocument, Vec<u8>)> {
    let json = data(dossier, options)?;
    let written = write(dossier, json.clone().into_bytes(), go_on);
    written.or_else(|error| {
        if error.code != Code::Internal {
            return Err(error);
        }
        // No face joins every mark to every letter, and PDF/UA wants a shape for each: such a text
        // is set again with its marks beside the letters.
        write(dossier, text::apart(&json).into_bytes(), go_on)
    })
}

fn write(
    dossier: &Dossier,
    json: Vec<u8>,
    go_on: &dyn Fn() -> Result<()>,
) -> Result<(PagedDocument, Vec<u8>)> {
    let set = set(json, go_on)?;
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
    let bytes = typst_pdf::pdf(&set, &options).map_err(|errors| fault_of(&errors))?;
    Ok((set, bytes))
}

fn data(dossier: &Dossier, options: Options) -> Result<String> {
    serde_json::to_string(&data::dossier(dossier, options)).map_err(|error| fault(&error))
}

/// Sets the pages, and moves what belongs into the margins there.
fn set(json: Vec<u8>, go_on: &dyn Fn() -> Result<()>) -> Result<PagedDocument> {
    go_on()?;
    let desk = Desk::new(Bytes::new(json)).ok_or_else(|| fault(&"no path"))?;
    let set = typst::compile::<PagedDocument>(&desk);
    // What was remembered does not come again as it was, and a long report is large.
    typst::comemo::evict(0);
    go_on()?;
    let set = set.output.map_err(|errors| fault_of(&errors))?;
    let set = moved::moved(&set, &places::places(&set));
    go_on()?;
    Ok(set)
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
