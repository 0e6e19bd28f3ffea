//! What is behind the decisions: who says it, sources, what is open, how it was done.

use stet_core::report::{Report, Table};

use super::{
    grouped,
    writer::{Place, Writer, mark},
};

/// Attributed-only: who says it, and how it is known that they said it.
pub(super) fn attributed(writer: &mut Writer, report: &Report) {
    if report.attributed.is_empty() {
        return;
    }
    writer.heading("Attributed-only: who says it");
    for item in &report.attributed {
        let Some(sentence) = report.sentences.get(item.at) else {
            continue;
        };
        let speaker = if item.speaker.is_empty() {
            "Speaker not named"
        } else {
            &item.speaker
        };
        writer
            .open("StetRow", speaker)
            .label(sentence, item.at)
            .text(speaker, "Strong")
            .close()
            .paragraph("StetRowText", &sentence.text);
        for opinion in &sentence.tags {
            if opinion.counts() && !opinion.finding.is_empty() {
                writer.paragraph("StetFinding", &opinion.finding);
            }
        }
        writer.open("StetSmall", "");
        if sentence.evidence.is_empty() {
            writer.text("No proof that it was said.", "");
        } else {
            writer.text("Said: ", "").cites(sentence);
        }
        writer.close();
    }
    writer.paragraph(
        "StetByline",
        "Whether what was said is so was not checked further.",
    );
}

/// Sources, numbered, with the sentences that use them.
pub(super) fn sources(writer: &mut Writer, report: &Report) {
    if report.sources.is_empty() {
        return;
    }
    writer.heading("Sources");
    for source in &report.sources {
        writer.open("StetSource", &source.title);
        let id = writer.begin(Place::Source, source.number as usize);
        writer
            .text(&source.number.to_string(), "StetLabel")
            .tab()
            .text(&source.title, "")
            .end(id)
            .close();
        if !source.url.is_empty() && source.url != source.title {
            writer.open("StetSmall", "").address(&source.url).close();
        }
        writer.open("StetSmall", "").text("Used by ", "");
        for (n, (at, label)) in source.at.iter().zip(&source.used_by).enumerate() {
            writer.text(if n == 0 { "" } else { ", " }, "").lead(
                Place::Sentence,
                at + 1,
                label,
                "Hyperlink",
            );
        }
        writer.text(".", "").close();
    }
}

/// What is not closed.
pub(super) fn open(writer: &mut Writer, report: &Report) {
    writer
        .heading("Not checked, not closed")
        .paragraph("Normal", &report.scope.as_line());
    for open in &report.open {
        let Some(sentence) = report.sentences.get(open.at) else {
            continue;
        };
        writer
            .open("StetRow", &sentence.text)
            .label(sentence, open.at)
            .text(&sentence.text, "")
            .close()
            .paragraph("StetSmall", &open.why);
    }
}

/// How often two readers gave which tags: the darker, the more sentences.
fn table(writer: &mut Writer, table: &Table) {
    /// Grey behind none, and behind the most.
    const PAPER: u32 = 0xff;
    const DARKEST: u32 = 0xc0;
    let most = table.sentences.iter().flatten().max().copied().unwrap_or(0);
    let cell = |writer: &mut Writer, shade: u32, text: &str, style: &str| {
        let shade = format!("{shade:02X}").repeat(3);
        writer
            .raw("<w:tc><w:tcPr><w:tcW w:w=\"1700\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"")
            .raw(&shade)
            .raw("\"/></w:tcPr>");
        // Rows stay together, and cells need no room for a label.
        let more = "<w:keepNext/><w:ind w:left=\"0\" w:firstLine=\"0\"/>";
        writer.open_with("StetSmall", more, false);
        writer.text(text, style).close().raw("</w:tc>");
    };
    writer
        .open_with("StetSmall", "<w:keepNext/>", false)
        .text(&table.caption, "")
        .close()
        .raw("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
    for _ in 0..=table.tags.len() {
        writer.raw("<w:gridCol w:w=\"1700\"/>");
    }
    writer.raw("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    cell(writer, PAPER, "", "");
    for tag in &table.tags {
        cell(writer, PAPER, tag, "");
    }
    writer.raw("</w:tr>");
    for (row, (tag, counts)) in table.tags.iter().zip(&table.sentences).enumerate() {
        writer.raw("<w:tr>");
        cell(writer, PAPER, tag, "");
        for (column, count) in counts.iter().enumerate() {
            let shade = PAPER - (PAPER - DARKEST) * count / most.max(1);
            let style = if row == column { "Strong" } else { "" };
            cell(writer, shade, &count.to_string(), style);
        }
        writer.raw("</w:tr>");
    }
    writer.raw("</w:tbl>\n");
}

/// How it was done, by whom, and what the tags mean.
pub(super) fn method(writer: &mut Writer, report: &Report) {
    writer.heading("How this was checked");
    for statement in &report.method {
        writer.paragraph("StetItem", statement);
    }
    for person in &report.people {
        let key = if person.id.is_empty() {
            String::new()
        } else {
            format!(", key {}", grouped(&person.id))
        };
        writer
            .open("StetItem", "")
            .text(&person.name, "Strong")
            .text(&format!(" ({}{key}) {}.", person.initials, person.did), "")
            .close();
    }
    let steps = match report.article.steps {
        1 => "1 step is on record.".to_owned(),
        n => format!("{n} steps are on record."),
    };
    writer.paragraph("StetItem", &steps);
    for one in report.second_readings.iter().flat_map(|one| &one.tables) {
        table(writer, one);
    }
    for meaning in &report.meanings {
        let mark = mark(meaning.standing);
        writer
            .open("StetFact", "")
            .text(mark.glyph, mark.glyph_style)
            .text(" ", "")
            .text(meaning.name, mark.style)
            .tab()
            .text(meaning.text, "")
            .close();
    }
}
