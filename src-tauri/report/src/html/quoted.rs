//! Of somebody else's article only what was checked is quoted: one quotation a sentence, with its
//! label and what was found beside it. No layout of the original, none of its other words.

use stet_core::report::Report;

use super::{galley, page::Page};
use crate::inert::link;

/// Writes the quotations.
pub(super) fn write(page: &mut Page, report: &Report) {
    page.section("new", "t-article", "The sentences that were checked")
        .raw("<p class=\"lead\">Quoted one by one from a text that somebody else published");
    let left_out = (report.totals.sentences as usize)
        .saturating_sub(report.sentences.chunk_by(|a, b| a.whole == b.whole).count());
    match left_out {
        0 => page.raw(". "),
        1 => page.raw("; 1 further sentence is not quoted. "),
        n => page
            .raw("; ")
            .number(n)
            .raw(" further sentences are not quoted. "),
    };
    page.raw("Labels count the sentences of the whole text.</p>\n<div class=\"galley quoted\"");
    galley::language(page, &report.article.lang);
    page.raw(">\n");
    let cite = link(&report.article.url);
    for (at, piece) in report.sentences.iter().enumerate() {
        page.raw("<div class=\"b\"><blockquote");
        if let Some(cite) = &cite {
            page.raw(" cite=\"").text(cite).raw("\"");
        }
        page.raw("><p>");
        galley::sentence(page, piece, at);
        page.raw("</p></blockquote>");
        galley::beside(page, std::iter::once(piece));
        page.raw("</div>\n");
    }
    page.raw("</div>\n</section>\n");
}
