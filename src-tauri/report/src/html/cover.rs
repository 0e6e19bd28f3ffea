//! The first page of several reports: what it is, and what is in it.

use stet_core::report::Dossier;

use super::{
    page::{Page, prefix},
    strip,
};

/// Writes the cover: title, who hands it over, and the contents, one article a row.
pub(super) fn write(page: &mut Page, dossier: &Dossier) {
    page.raw("<h1 class=\"title\">")
        .text(&dossier.title)
        .raw("</h1>\n");
    if !dossier.house.name.is_empty() {
        page.raw("<p class=\"by\">").text(&dossier.house.name);
        if !dossier.house.url.is_empty() {
            page.raw(", ").address(&dossier.house.url);
        }
        page.raw("</p>\n");
    }
    page.raw("<nav class=\"contents\" aria-labelledby=\"t-contents\">\n<h2 class=\"head\" id=\"t-contents\">Contents</h2>\n<ol>\n");
    for (n, report) in dossier.reports.iter().enumerate() {
        page.raw("<li><span class=\"no\">")
            .number(n + 1)
            .raw("</span><div><p class=\"what\"><a dir=\"auto\" href=\"#")
            .raw(&prefix(n))
            .raw("t-title\">")
            .text(if report.article.title.trim().is_empty() {
                "Untitled"
            } else {
                &report.article.title
            })
            .raw("</a></p><p><strong>")
            .text(&report.headline)
            .raw("</strong> ")
            .text(&report.summary)
            .raw("</p>");
        strip::beside_its_words(page, report);
        page.raw("</div></li>\n");
    }
    page.raw("</ol>\n</nav>\n");
}
