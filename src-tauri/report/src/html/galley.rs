//! The marked article as a galley: labels in one margin, findings in the other, beside the line.
//! Both are floats, so they stand at their sentence and make way for each other without script.

use stet_core::{
    report::{Block, Report, Sentence},
    view::{BlockKind, Standing},
};

use super::{Page, mark};
use crate::inert::link;

pub(super) fn write(page: &mut Page, report: &Report) {
    page.raw("<section class=\"new\" aria-labelledby=\"t-article\">\n<h2 id=\"t-article\">The marked article</h2>\n<div class=\"galley\"");
    if is_language(&report.article.lang) {
        page.raw(" lang=\"").text(&report.article.lang).raw("\"");
    }
    page.raw(if is_right_to_left(&report.article.lang) { " dir=\"rtl\">\n" } else { " dir=\"ltr\">\n" });
    let mut in_list = false;
    for block in &report.blocks {
        let item = block.kind == BlockKind::ListItem;
        if item != in_list {
            page.raw(if item { "<ul>\n" } else { "</ul>\n" });
            in_list = item;
        }
        let (open, close) = element(block.kind);
        page.raw(open);
        for at in block.sentences.clone() {
            if let Some(piece) = report.sentences.get(at) {
                page.text(&piece.before);
                sentence(page, piece, at);
            }
        }
        after(page, report, block);
        page.raw(close);
    }
    page.raw(if in_list { "</ul>\n" } else { "" }).raw("<div class=\"end\"></div>\n</div>\n</section>\n");
}

fn after(page: &mut Page, report: &Report, block: &Block) {
    debug_assert!(block.sentences.end <= report.sentences.len(), "blocks point into the sentences");
    page.text(&block.after);
}

const fn element(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("<h3 class=\"headline\">", "</h3>\n"),
        BlockKind::Deck => ("<p class=\"deck\">", "</p>\n"),
        BlockKind::Heading => ("<h3>", "</h3>\n"),
        BlockKind::Paragraph | BlockKind::TableCell => ("<p>", "</p>\n"),
        BlockKind::ListItem => ("<li>", "</li>\n"),
        BlockKind::Quotation => ("<blockquote><p>", "</p></blockquote>\n"),
        BlockKind::Caption => ("<p class=\"caption\">", "</p>\n"),
        BlockKind::Credit => ("<p class=\"credit\">", "</p>\n"),
    }
}

fn sentence(page: &mut Page, piece: &Sentence, at: usize) {
    let mark = mark(piece.standing);
    // The label keeps to the first word, else it would stand at the end of the line before.
    let first = piece.text.find(char::is_whitespace).filter(|&end| end <= 24).or_else(|| (piece.text.len() <= 24).then_some(piece.text.len()));
    let (word, rest) = piece.text.split_at(first.unwrap_or(0));
    page.raw("<span id=\"s").number(at + 1).raw("\" class=\"").raw(mark.line).raw("\">").raw(if word.is_empty() { "" } else { "<span class=\"w\">" });
    page.raw("<span class=\"l ").raw(mark.class).raw("\" lang=\"en\">");
    if piece.has_note() {
        page.label(piece, at, 'n');
    } else {
        page.text(&piece.label).raw(" <span aria-hidden=\"true\">").raw(mark.glyph).raw("</span>");
    }
    page.raw("<span class=\"h\"> ").raw(mark.word).raw(": </span></span>");
    page.text(word).raw(if word.is_empty() { "" } else { "</span>" }).text(rest).raw("</span>");
    margin(page, piece);
}

fn margin(page: &mut Page, piece: &Sentence) {
    let cites = piece.cites();
    if piece.margin.is_empty() && cites.is_empty() {
        return;
    }
    page.raw("<span class=\"m\" lang=\"en\"><span class=\"h\"> Note: </span>");
    if matches!(piece.standing, Standing::Disputed | Standing::Disagreement) {
        let mark = mark(piece.standing);
        page.raw("<span class=\"g ").raw(mark.class).raw("\" aria-hidden=\"true\">").raw(mark.glyph).raw("</span> ");
    }
    page.raw("<bdi>").text(&piece.margin).raw("</bdi>");
    if !cites.is_empty() {
        page.raw("<b>");
        for number in cites {
            page.raw(" <a href=\"#q").number(number).raw("\"><span class=\"h\">Source </span>").number(number).raw("</a>");
        }
        page.raw("</b>");
    }
    page.raw("<span class=\"h\">. </span></span>");
}

/// Whether it has the shape of a language tag and may stand in `lang`.
fn is_language(lang: &str) -> bool {
    let mut parts = lang.split('-');
    parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn is_right_to_left(lang: &str) -> bool {
    matches!(lang.split('-').next().unwrap_or(""), "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ku" | "ps" | "sd" | "ug" | "ur" | "yi")
}

/// An address: a link if it is safe to follow, else its text.
pub(super) fn address(page: &mut Page, url: &str) {
    match link(url) {
        Some(href) => {
            page.raw("<a class=\"url\" rel=\"noopener noreferrer\" href=\"").text(&href).raw("\">").text(url).raw("</a>");
        }
        None => {
            page.raw("<span class=\"url\">").text(url).raw("</span>");
        }
    }
}
