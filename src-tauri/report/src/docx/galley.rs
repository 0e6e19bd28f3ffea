//! The marked article in its own order: before each sentence its label and glyph, on it the style
//! of its tag, comments or endnotes, and the standing proposal as a tracked change.

use std::fmt::Write;

use stet_core::{
    report::{Block, Report, Sentence},
    view::BlockKind,
};

use super::{
    comments, note,
    text::{Look, is_right_to_left, language},
    wording,
    writer::{Place, Writer, mark},
};
use crate::Notes;

pub(super) fn write(writer: &mut Writer, report: &Report) {
    if report.blocks.is_empty() {
        return;
    }
    writer.heading(if report.quoted {
        "The sentences checked"
    } else {
        "The marked article"
    });
    for block in &report.blocks {
        row(writer, report, block);
    }
}

fn row(writer: &mut Writer, report: &Report, block: &Block) {
    let style = match block.kind {
        BlockKind::Headline | BlockKind::Heading => writer.article_heading(),
        BlockKind::Deck => "StetDeck",
        BlockKind::Paragraph | BlockKind::TableCell => "StetText",
        BlockKind::ListItem => "StetListItem",
        BlockKind::Quotation => "Quote",
        BlockKind::Caption => "Caption",
        BlockKind::Credit => "StetCredit",
    };
    let right_to_left = block
        .sentences
        .clone()
        .filter_map(|at| report.sentences.get(at))
        .find(|piece| piece.text.chars().any(char::is_alphabetic))
        .is_some_and(|piece| is_right_to_left(&piece.text));
    writer.open_with(style, "", right_to_left);
    let lang = language(&report.article.lang);
    let plain = Look {
        style: "",
        lang,
        deleted: false,
    };
    for (n, at) in block.sentences.clone().enumerate() {
        let Some(piece) = report.sentences.get(at) else {
            continue;
        };
        // Sentences are quoted without what stands between them.
        let apart = if report.quoted && n > 0 {
            " "
        } else {
            &piece.before
        };
        writer.look(apart, plain);
        sentence(writer, report, piece, at, lang);
    }
    writer.look(&block.after, plain).close();
}

fn sentence(writer: &mut Writer, report: &Report, piece: &Sentence, at: usize, lang: &str) {
    let mark = mark(piece.standing);
    let bookmark = writer.begin(Place::Sentence, at + 1);
    let label = format!("{}\u{a0}", piece.label);
    if piece.has_note() && writer.notes != Notes::Endnotes {
        writer.lead(Place::Note, at + 1, &label, "StetLabel");
    } else {
        writer.text(&label, "StetLabel");
    }
    writer
        .text(mark.glyph, mark.glyph_style)
        .text("\u{a0}", "StetLabel");
    let comments = comments::on(writer, report, piece);
    for id in &comments {
        let _ = write!(writer.out, "<w:commentRangeStart w:id=\"{id}\"/>");
    }
    wording::write(writer, piece, lang);
    for id in &comments {
        let _ = write!(
            writer.out,
            "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>"
        );
    }
    writer.end(bookmark);
    for (n, number) in piece.cites().into_iter().enumerate() {
        writer
            .text(if n == 0 { "" } else { "," }, "StetCitation")
            .lead(
                Place::Source,
                number as usize,
                &format!("[{number}]"),
                "StetCitation",
            );
    }
    note::endnote(writer, piece);
}
