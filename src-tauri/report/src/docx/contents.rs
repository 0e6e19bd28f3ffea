//! The first page of a dossier: what is in it, and how each article stands.

use stet_core::report::{Dossier, date};

use super::writer::Writer;

/// The bookmark on the title of the n-th report, from 1. Word gives such names to entries of
/// contents, and replaces them when it makes the list anew.
pub(super) fn anchor(report: usize) -> String {
    format!("_Toc{report:09}")
}

pub(super) fn write(writer: &mut Writer, dossier: &Dossier) {
    let line = format!(
        "Fact-check reports, {}, {}",
        dossier.profile.audience(),
        date(&dossier.date)
    );
    writer
        .paragraph("Title", &dossier.title)
        .paragraph("StetByline", &line);
    list(writer, dossier);
    writer.paragraph("TOCHeading", "At a glance");
    for (n, report) in dossier.reports.iter().enumerate() {
        writer
            .open("StetSource", &report.article.title)
            .text(&(n + 1).to_string(), "StetLabel")
            .tab()
            .lead_named(&anchor(n + 1), &report.article.title, "Strong")
            .close()
            .open("StetRowText", &report.headline)
            .text(&report.headline, "")
            .close()
            .paragraph("StetSmall", &report.summary);
    }
}

/// A table of contents of Word's own, filled already, so that nobody is asked to update anything.
/// Without numbers of pages: only a program that lays pages out knows them.
fn list(writer: &mut Writer, dossier: &Dossier) {
    writer
        .raw("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\n")
        .paragraph("TOCHeading", "Contents");
    for (n, report) in dossier.reports.iter().enumerate() {
        writer.open("TOC1", &report.article.title);
        if n == 0 {
            writer.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\n \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
        }
        writer.lead_named(&anchor(n + 1), &report.article.title, "Hyperlink");
        if n + 1 == dossier.reports.len() {
            writer.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        }
        writer.close();
    }
    writer.raw("</w:sdtContent></w:sdt>\n");
}
