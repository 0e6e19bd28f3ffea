//! The marked article as a galley: labels hang in one margin, each at the line where its sentence
//! begins; what was found stands in the other, beside the paragraph. Labels are floats and make
//! way for each other; every block is a grid row, so that the two margins do not push one another.

use stet_core::{
    report::{Block, Report, Sentence},
    view::BlockKind,
};

use super::{Page, mark};
use crate::inert::link;

pub(super) fn write(page: &mut Page, report: &Report) {
    page.raw("<section class=\"new\" aria-labelledby=\"t-article\">\n<h2 id=\"t-article\">The marked article</h2>\n<div class=\"galley\"");
    if is_language(&report.article.lang) {
        page.raw(" lang=\"").text(&report.article.lang).raw("\"");
    }
    page.raw(if is_right_to_left(&report.article.lang) {
        " dir=\"rtl\">\n"
    } else {
        " dir=\"ltr\">\n"
    });
    let mut in_list = false;
    for block in &report.blocks {
        let item = block.kind == BlockKind::ListItem;
        if item != in_list {
            page.raw(if item { "<ul>\n" } else { "</ul>\n" });
            in_list = item;
        }
        row(page, report, block);
    }
    page.raw(if in_list { "</ul>\n" } else { "" })
        .raw("</div>\n</section>\n");
}

/// One block and what stands beside it.
fn row(page: &mut Page, report: &Report, block: &Block) {
    let (open, close) = element(block.kind);
    let (row, end) = if block.kind == BlockKind::ListItem {
        ("<li class=\"b\">", "</li>\n")
    } else {
        ("<div class=\"b\">", "</div>\n")
    };
    page.raw(row).raw(open);
    let pieces = || {
        block
            .sentences
            .clone()
            .filter_map(|at| report.sentences.get(at).map(|piece| (at, piece)))
    };
    for (at, piece) in pieces() {
        page.text(&piece.before);
        sentence(page, piece, at);
    }
    page.text(&block.after).raw(close);
    let noted = |piece: &Sentence| !piece.margin.is_empty() || !piece.evidence.is_empty();
    if pieces().any(|(_, piece)| noted(piece)) {
        page.raw("<div class=\"m\" lang=\"en\">");
        pieces()
            .filter(|(_, piece)| noted(piece))
            .for_each(|(_, piece)| margin(page, piece));
        page.raw("</div>");
    }
    page.raw(end);
}

const fn element(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("<h3 class=\"headline\">", "</h3>"),
        BlockKind::Deck => ("<p class=\"deck\">", "</p>"),
        BlockKind::Heading => ("<h3>", "</h3>"),
        BlockKind::Paragraph | BlockKind::TableCell | BlockKind::ListItem => ("<p>", "</p>"),
        BlockKind::Quotation => ("<blockquote><p>", "</p></blockquote>"),
        BlockKind::Caption => ("<p class=\"caption\">", "</p>"),
        BlockKind::Credit => ("<p class=\"credit\">", "</p>"),
    }
}

fn sentence(page: &mut Page, piece: &Sentence, at: usize) {
    let mark = mark(piece.standing);
    // The label keeps to the first word, else it would stand at the end of the line before.
    const LONGEST: usize = 24;
    let end = piece
        .text
        .find(char::is_whitespace)
        .unwrap_or(piece.text.len());
    let (word, rest) = piece.text.split_at(if end <= LONGEST { end } else { 0 });
    page.raw("<span id=\"s")
        .number(at + 1)
        .raw("\" class=\"")
        .raw(mark.line)
        .raw("\">")
        .raw(if word.is_empty() {
            ""
        } else {
            "<span class=\"w\">"
        });
    page.raw("<span class=\"l\" lang=\"en\">");
    if piece.has_note() {
        page.label(piece, at, 'n');
    } else {
        page.raw("<span class=\"no ")
            .raw(mark.class)
            .raw("\">")
            .text(&piece.label)
            .raw(" <span aria-hidden=\"true\">")
            .raw(mark.glyph)
            .raw("</span></span>");
    }
    page.raw("<span class=\"h\"> ")
        .raw(mark.word)
        .raw(": </span></span>");
    page.text(word)
        .raw(if word.is_empty() { "" } else { "</span>" })
        .text(rest)
        .raw("</span>");
}

fn margin(page: &mut Page, piece: &Sentence) {
    let mark = mark(piece.standing);
    page.raw("<p><span class=\"no ")
        .raw(mark.class)
        .raw("\">")
        .text(&piece.label)
        .raw("</span> <bdi>")
        .text(&piece.margin)
        .raw("</bdi>");
    let cites = piece.cites();
    if !cites.is_empty() {
        page.raw(" <b><span class=\"h\">Source </span>");
        for (n, number) in cites.into_iter().enumerate() {
            page.raw(if n == 0 { "" } else { ", " })
                .raw("<a href=\"#q")
                .number(number)
                .raw("\">")
                .number(number)
                .raw("</a>");
        }
        page.raw("</b>");
    }
    page.raw("</p>");
}

/// Whether it has the shape of a language tag and may stand in `lang`.
fn is_language(lang: &str) -> bool {
    let mut parts = lang.split('-');
    parts.next().is_some_and(|first| {
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) && parts.all(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn is_right_to_left(lang: &str) -> bool {
    matches!(
        lang.split('-').next().unwrap_or(""),
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ku" | "ps" | "sd" | "ug" | "ur" | "yi"
    )
}

/// An address: a link if it is safe to follow, else its text.
pub(super) fn address(page: &mut Page, url: &str) {
    match link(url) {
        Some(href) => {
            page.raw("<a class=\"url\" rel=\"noopener noreferrer\" href=\"")
                .text(&href)
                .raw("\">")
                .text(url)
                .raw("</a>");
        }
        None => {
            page.raw("<span class=\"url\">").text(url).raw("</span>");
        }
    }
}
