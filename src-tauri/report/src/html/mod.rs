//! One self-contained page: no script, no network, its own content security policy. Everything is
//! pushed to one string, in the order of the pages.

mod behind;
mod faces;
mod first;
mod galley;
mod strip;

use std::fmt::Write;

use stet_core::{
    error::Result,
    report::{Dossier, Report, Sentence, date},
    view::Standing,
};

use crate::Options;
use crate::inert::push_html;

/// Writes the dossier as HTML.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    Ok(dossier
        .reports
        .iter()
        .map(write)
        .collect::<String>()
        .into_bytes())
}

fn write(report: &Report) -> String {
    // About 900 bytes a sentence were measured, with its note.
    let mut page = Page {
        out: String::with_capacity(
            180_000 + report.sentences.len() * 1_200 + report.article.text.len(),
        ),
    };
    page.head(report);
    first::write(&mut page, report);
    behind::attributed(&mut page, report);
    galley::write(&mut page, report);
    behind::notes(&mut page, report);
    behind::sources(&mut page, report);
    behind::open(&mut page, report);
    behind::method(&mut page, report);
    page.foot(report);
    page.out
}

/// The page as far as it is written. `raw` takes markup of ours, `text` anything from outside.
pub(super) struct Page {
    out: String,
}

impl Page {
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        push_html(&mut self.out, text);
        self
    }

    pub(super) fn number(&mut self, n: impl std::fmt::Display) -> &mut Self {
        let _ = write!(self.out, "{n}");
        self
    }

    fn head(&mut self, report: &Report) {
        self.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"")
            .text(&report.article.program)
            .raw("\">\n<title>Fact-check report: ")
            .text(&report.article.title)
            .raw("</title>\n<style>\n")
            .raw(include_str!("style.css"));
        faces::push(&mut self.out);
        self.raw("</style>\n</head>\n<body>\n<header class=\"kick\"><span>Fact-check report, ")
            .raw(report.profile.audience())
            .raw("</span><span>")
            .text(&date(&report.article.date))
            .raw("</span></header>\n<main>\n");
    }

    fn foot(&mut self, report: &Report) {
        self.raw("</main>\n<footer class=\"foot\"><span>")
            .text(&report.article.program)
            .raw("</span><span>Draft ")
            .text(&grouped(&report.article.article))
            .raw("</span></footer>\n</body>\n</html>\n");
    }

    /// A sentence's label and glyph, leading to `#s…` or `#n…`.
    pub(super) fn label(&mut self, sentence: &Sentence, at: usize, to: char) -> &mut Self {
        let mark = mark(sentence.standing);
        self.raw("<a class=\"no ")
            .raw(mark.class)
            .raw("\" href=\"#")
            .number(to)
            .number(at + 1)
            .raw("\">")
            .text(&sentence.label)
            .raw(" <span aria-hidden=\"true\">")
            .raw(mark.glyph)
            .raw("</span></a>")
    }

    /// "Sources 3 and 4", each a link.
    pub(super) fn cites(&mut self, sentence: &Sentence) -> &mut Self {
        for (n, cited) in sentence.evidence.iter().enumerate() {
            self.raw(if n == 0 { "Source " } else { "; source " })
                .raw("<a href=\"#q")
                .number(cited.source)
                .raw("\">")
                .number(cited.source)
                .raw("</a>");
            if !cited.locator.is_empty() {
                self.raw(", ")
                    .raw("<bdi>")
                    .text(&cited.locator)
                    .raw("</bdi>");
            }
        }
        if sentence.evidence.is_empty() {
            self
        } else {
            self.raw(".")
        }
    }
}

/// How a standing is shown: class, glyph, and the word for those who see neither.
pub(super) struct Mark {
    pub class: &'static str,
    pub line: &'static str,
    pub glyph: &'static str,
    pub word: &'static str,
}

pub(super) const fn mark(standing: Standing) -> Mark {
    let (class, line, glyph, word) = match standing {
        Standing::Verified => ("v", "s sv", "✓", "Verified"),
        Standing::Disputed => ("d", "s sd", "✗", "Disputed"),
        Standing::AttributedOnly => ("a", "s sa", "❝", "Attributed-only"),
        Standing::NoClaim => ("n", "s sn", "–", "No claim"),
        Standing::Untagged => ("o", "s so", "○", "Untagged"),
        Standing::Disagreement => ("x", "s sx", "≠", "Disagreement"),
    };
    Mark {
        class,
        line,
        glyph,
        word,
    }
}

/// A fingerprint in groups of four, as people compare it.
pub(super) fn grouped(fingerprint: &str) -> String {
    let chars: Vec<char> = fingerprint.chars().collect();
    chars
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
