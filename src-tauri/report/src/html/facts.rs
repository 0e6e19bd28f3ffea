//! What was checked, how far, and what is still owed, as a list of facts.

use std::collections::BTreeMap;

use stet_core::{
    report::{Report, date},
    view::Provenance,
};

use super::{grouped, page::Page};

/// Writes the facts.
pub(super) fn write(page: &mut Page, report: &Report) {
    let article = &report.article;
    page.raw("<dl class=\"facts\">\n");
    let mut last = "";
    let mut fact = |page: &mut Page, name: &'static str, value: &str| {
        if value.is_empty() {
            return;
        }
        if last != name {
            page.raw("<dt>").raw(name).raw("</dt>");
        }
        page.raw("<dd>").text(value).raw("</dd>\n");
        last = name;
    };
    fact(page, "Scope", &report.scope.as_line());
    fact(page, "Covered", &report.coverage);
    fact(page, "Owed", &report.handed_over);
    owed(page, report);
    for part in &report.parts {
        fact(page, "Split", &format!("{part}."));
    }
    fact(page, "By", &article.authors.join(", "));
    let published = [article.publisher.as_str(), &date(&article.published)];
    let published = published.into_iter().filter(|part| !part.is_empty());
    fact(page, "Published", &published.collect::<Vec<_>>().join(", "));
    if article.provenance == Provenance::Theirs {
        fact(
            page,
            "Text",
            if report.quoted {
                "Published by somebody else; only the sentences that were checked are quoted."
            } else {
                "Published by somebody else; shown whole for internal use, not for passing on."
            },
        );
    }
    if !article.url.is_empty() {
        page.raw("<dt>Address</dt><dd>")
            .address(&article.url)
            .raw("</dd>\n");
    }
    fact(page, "Draft", &grouped(&article.article));
    page.raw("</dl>\n");
}

/// What is owed, each label leading to its sentence.
fn owed(page: &mut Page, report: &Report) {
    if report.owed.is_empty() {
        return;
    }
    if report.handed_over.is_empty() {
        page.raw("<dt>Owed</dt>");
    }
    let places: BTreeMap<&str, usize> = report
        .sentences
        .iter()
        .enumerate()
        .map(|(at, sentence)| (sentence.label.as_str(), at))
        .collect();
    for check in &report.owed {
        page.raw("<dd>").text(&check.message).raw(": ");
        for (n, label) in check.labels.iter().enumerate() {
            page.raw(if n == 0 { "" } else { ", " });
            match places.get(label.as_str()) {
                Some(at) => page
                    .raw("<a")
                    .href("s", at + 1)
                    .raw(">")
                    .text(label)
                    .raw("</a>"),
                None => page.text(label),
            };
        }
        page.raw(".</dd>\n");
    }
}
