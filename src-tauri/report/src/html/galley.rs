//! The marked article as a galley: labels hang in one margin, each at the line where its sentence
//! begins; what was found stands in the other, beside the paragraph. Labels are floats and make
//! way for each other; every block is a grid row, so that the two margins do not push one another.

use stet_core::{
    report::{Block, Report, Sentence},
    view::BlockKind,
};

use super::{mark, page::Page};

pub(super) fn write(page: &mut Page, report: &Report) {
    page.section("new", "t-article", "The marked article")
        .raw("<div class=\"galley\"");
    language(page, &report.article.lang);
    page.raw(">\n");
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
    let (row, end) = if block.kind == BlockKind::ListItem {
        ("<li class=\"b\">", "</li>\n")
    } else {
        ("<div class=\"b\">", "</div>\n")
    };
    page.raw(row);
    let (open, close) = element(block.kind);
    match open {
        None => page.heading(3, close).raw(">"),
        Some(open) => page.raw(open),
    };
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
    page.text(&block.after);
    match open {
        None => page.end_heading(3),
        Some(_) => page.raw(close),
    };
    beside(page, pieces().map(|(_, piece)| piece));
    page.raw(end);
}

/// What was found, beside the block in which the pieces stand; nothing where nothing was.
pub(super) fn beside<'a>(page: &mut Page, pieces: impl Iterator<Item = &'a Sentence>) {
    let mut noted = pieces
        .filter(|piece| !piece.margin.is_empty() || !piece.evidence.is_empty())
        .peekable();
    if noted.peek().is_some() {
        page.raw("<div class=\"m\" lang=\"en\">");
        noted.for_each(|piece| margin(page, piece));
        page.raw("</div>");
    }
}

/// Opening and closing markup; of a heading, whose level depends on where it stands, its class.
const fn element(kind: BlockKind) -> (Option<&'static str>, &'static str) {
    match kind {
        BlockKind::Headline => (None, "headline"),
        BlockKind::Heading => (None, "sub"),
        BlockKind::Deck => (Some("<p class=\"deck\">"), "</p>"),
        BlockKind::Paragraph | BlockKind::TableCell | BlockKind::ListItem => (Some("<p>"), "</p>"),
        BlockKind::Quotation => (Some("<blockquote><p>"), "</p></blockquote>"),
        BlockKind::Caption => (Some("<p class=\"caption\">"), "</p>"),
        BlockKind::Credit => (Some("<p class=\"credit\">"), "</p>"),
    }
}

pub(super) fn sentence(page: &mut Page, piece: &Sentence, at: usize) {
    let mark = mark(piece.standing);
    // The label keeps to the first word, else it would stand at the end of the line before.
    const LONGEST: usize = 24;
    let end = piece
        .text
        .find(char::is_whitespace)
        .unwrap_or(piece.text.len());
    let (word, rest) = piece.text.split_at(if end <= LONGEST { end } else { 0 });
    page.raw("<span")
        .id("s", at + 1)
        .raw(" class=\"")
        .raw(mark.line)
        .raw("\">")
        .raw(if word.is_empty() {
            ""
        } else {
            "<span class=\"w\">"
        });
    page.raw("<span class=\"l\" lang=\"en\">");
    if piece.has_note() {
        page.label(piece, at, "n");
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
        page.raw("&nbsp;<b><span class=\"h\">Source </span>");
        for (n, number) in cites.into_iter().enumerate() {
            page.raw(if n == 0 { "" } else { ", " }).source(number);
        }
        page.raw("</b>");
    }
    page.raw("</p>");
}

/// The language and direction of the article's own words, as attributes.
pub(super) fn language(page: &mut Page, lang: &str) {
    if is_language(lang) {
        page.raw(" lang=\"").text(lang).raw("\"");
    }
    page.raw(if is_right_to_left(lang) {
        " dir=\"rtl\""
    } else {
        " dir=\"ltr\""
    });
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
