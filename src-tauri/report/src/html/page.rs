//! The page as far as it is written.

use std::fmt::{Display, Write};

use stet_core::report::{Dossier, Sentence, date};

use super::{faces, grouped, mark};
use crate::inert::{link, push_html};

/// The page as far as it is written. `raw` takes markup of ours, `text` anything from outside.
pub(super) struct Page {
    out: String,
    /// What the ids of the report being written begin with; empty where there is one report.
    prefix: String,
    /// How many levels its headings stand below those of a single report.
    lower: u8,
}

impl Page {
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            out: String::with_capacity(bytes),
            prefix: String::new(),
            lower: 0,
        }
    }

    pub(super) fn done(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    /// Begins the nth of several reports, counted from 0.
    pub(super) fn enter(&mut self, n: usize) {
        self.prefix = prefix(n);
        self.lower = 1;
    }

    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        push_html(&mut self.out, text);
        self
    }

    pub(super) fn number(&mut self, n: impl Display) -> &mut Self {
        let _ = write!(self.out, "{n}");
        self
    }

    /// The id of something in this report.
    pub(super) fn raw_id(&mut self, kind: &'static str, n: impl Display) -> &mut Self {
        let _ = write!(self.out, "{}{kind}{n}", self.prefix);
        self
    }

    /// ` id="…"`.
    pub(super) fn id(&mut self, kind: &'static str, n: impl Display) -> &mut Self {
        self.raw(" id=\"").raw_id(kind, n).raw("\"")
    }

    /// ` href="#…"`.
    pub(super) fn href(&mut self, kind: &'static str, n: impl Display) -> &mut Self {
        self.raw(" href=\"#").raw_id(kind, n).raw("\"")
    }

    /// An opening heading of a level, as it is in a single report, with its class.
    pub(super) fn heading(&mut self, level: u8, class: &'static str) -> &mut Self {
        let level = level + self.lower;
        self.raw("<h")
            .number(level)
            .raw(" class=\"")
            .raw(class)
            .raw("\"")
    }

    pub(super) fn end_heading(&mut self, level: u8) -> &mut Self {
        let level = level + self.lower;
        self.raw("</h").number(level).raw(">")
    }

    /// Opens a section with its heading. Within one report sections are landmarks; of several
    /// reports they would be many of one name, so there the articles are what one jumps to.
    pub(super) fn section(
        &mut self,
        class: &'static str,
        id: &'static str,
        title: &str,
    ) -> &mut Self {
        self.raw("<section");
        if !class.is_empty() {
            self.raw(" class=\"").raw(class).raw("\"");
        }
        if self.prefix.is_empty() {
            self.raw(" aria-labelledby=\"").raw(id).raw("\"");
        }
        self.raw(">\n")
            .heading(2, "head")
            .id(id, "")
            .raw(">")
            .text(title)
            .end_heading(2)
            .raw("\n")
    }

    pub(super) fn head(&mut self, dossier: &Dossier) {
        self.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"")
            .text(&dossier.program)
            .raw("\">\n<title>Fact-check report: ")
            .text(&dossier.title)
            .raw("</title>\n<style>\n")
            .raw(include_str!("style.css"));
        faces::push(&mut self.out);
        self.raw("</style>\n</head>\n<body>\n<header class=\"kick\"><span>Fact-check report, ")
            .raw(dossier.profile.audience())
            .raw("</span><span>")
            .text(&date(&dossier.date))
            .raw("</span></header>\n<main>\n");
    }

    pub(super) fn foot(&mut self, dossier: &Dossier) {
        self.raw("</main>\n<footer class=\"foot\"><span>")
            .text(&dossier.program)
            .raw("</span><span>");
        match dossier.reports.as_slice() {
            [one] => self.raw("Draft ").text(&grouped(&one.article.article)),
            _ => self.text(&dossier.title),
        };
        self.raw("</span></footer>\n</body>\n</html>\n");
    }

    /// A sentence's label and glyph, leading to `#s…` or `#n…`.
    pub(super) fn label(&mut self, sentence: &Sentence, at: usize, to: &'static str) -> &mut Self {
        let mark = mark(sentence.standing);
        self.raw("<a class=\"no ")
            .raw(mark.class)
            .raw("\"")
            .href(to, at + 1)
            .raw(">")
            .text(&sentence.label)
            .raw(" <span aria-hidden=\"true\">")
            .raw(mark.glyph)
            .raw("</span></a>")
    }

    /// A source's number, leading to it.
    pub(super) fn source(&mut self, number: u32) -> &mut Self {
        self.raw("<a")
            .href("q", number)
            .raw(">")
            .number(number)
            .raw("</a>")
    }

    /// "Source 3, p. 40; source 4.", each a link.
    pub(super) fn cites(&mut self, sentence: &Sentence) -> &mut Self {
        for (n, cited) in sentence.evidence.iter().enumerate() {
            self.raw(if n == 0 { "Source " } else { "; source " })
                .source(cited.source);
            if !cited.locator.is_empty() {
                self.raw(", <bdi>").text(&cited.locator).raw("</bdi>");
            }
        }
        if sentence.evidence.is_empty() {
            self
        } else {
            self.raw(".")
        }
    }

    /// An address: a link if it is safe to follow, else its text.
    pub(super) fn address(&mut self, url: &str) -> &mut Self {
        match link(url) {
            Some(href) => self
                .raw("<a class=\"url\" rel=\"noopener noreferrer\" href=\"")
                .text(&href)
                .raw("\">")
                .text(url)
                .raw("</a>"),
            None => self.raw("<span class=\"url\">").text(url).raw("</span>"),
        }
    }
}

/// What the ids of the nth of several reports begin with.
pub(super) fn prefix(n: usize) -> String {
    format!("a{}-", n + 1)
}
