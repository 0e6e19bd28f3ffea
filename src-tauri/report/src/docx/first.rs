//! Page one: what somebody has to decide, and what was done.

use stet_core::{
    report::{
        Decision, Opinion, Report, Sentence, Why, date, diff::Change, standing_name, standing_of,
    },
    view::{Provenance, Standing},
};

use super::{
    grouped,
    who::cut,
    writer::{Writer, mark},
};
use crate::package::xml_attribute;

pub(super) fn write(writer: &mut Writer, report: &Report) {
    title(writer, report);
    let mut by = report.checked_by.clone();
    if report.article.sample {
        by.push_str(" This is Stet’s sample article; its people, places and sources are invented.");
    }
    writer
        .paragraph("StetByline", &by)
        .heading(&report.headline)
        .paragraph("Normal", &report.summary);
    for decision in &report.decisions {
        if let Some(sentence) = report.sentences.get(decision.at) {
            row(writer, report, sentence, decision);
        }
    }
    facts(writer, report);
    key(writer, report);
}

fn title(writer: &mut Writer, report: &Report) {
    let title = &report.article.title;
    if !writer.several {
        writer.paragraph("Title", title);
        return;
    }
    // Each report of a dossier begins on a page of its own.
    let right_to_left = super::text::is_right_to_left(title);
    writer.open_with("Heading1", "<w:pageBreakBefore/>", right_to_left);
    let id = writer.begin_named(&super::contents::anchor(writer.report));
    writer.text(title, "").end(id).close();
}

/// A named fact; nothing where there is nothing to say.
fn fact(writer: &mut Writer, name: &str, value: &str) {
    if !value.is_empty() {
        writer
            .open("StetFact", "")
            .text(name, "StetMuted")
            .tab()
            .text(value, "")
            .close();
    }
}

fn facts(writer: &mut Writer, report: &Report) {
    let article = &report.article;
    fact(writer, "Scope", &report.scope.as_line());
    fact(writer, "Covered", &report.coverage);
    fact(writer, "Owed", &report.handed_over);
    for (n, check) in report.owed.iter().enumerate() {
        let named = n == 0 && report.handed_over.is_empty();
        let labels = check.labels.join(", ");
        let owed = format!("{} ({labels}).", check.message);
        fact(writer, if named { "Owed" } else { "" }, &owed);
    }
    for part in &report.parts {
        fact(writer, "Split", &format!("{part}."));
    }
    fact(writer, "By", &article.authors.join(", "));
    let published = [article.publisher.as_str(), &date(&article.published)];
    let published = published.into_iter().filter(|part| !part.is_empty());
    fact(
        writer,
        "Published",
        &published.collect::<Vec<_>>().join(", "),
    );
    match (article.provenance, report.quoted) {
        (Provenance::Ours, _) => {}
        (Provenance::Theirs, false) => fact(
            writer,
            "Text",
            "Published by somebody else; shown whole for internal use, not for passing on.",
        ),
        (Provenance::Theirs, true) => fact(
            writer,
            "Text",
            "Published by somebody else; only the sentences that were checked are quoted.",
        ),
    }
    if !article.url.is_empty() {
        writer
            .open("StetFact", "")
            .text("Address", "StetMuted")
            .tab()
            .address(&article.url)
            .close();
    }
    fact(writer, "Draft", &grouped(&article.article));
}

/// The key to the marks: those that occur, and the three that everybody has to know.
fn key(writer: &mut Writer, report: &Report) {
    for (n, meaning) in report
        .meanings
        .iter()
        .filter(|meaning| {
            matches!(
                meaning.standing,
                Standing::Verified | Standing::AttributedOnly | Standing::Disputed
            ) || report
                .sentences
                .iter()
                .any(|sentence| sentence.standing == meaning.standing)
        })
        .enumerate()
    {
        let mark = mark(meaning.standing);
        writer
            .open("StetFact", "")
            .text(if n == 0 { "Marks" } else { "" }, "StetMuted")
            .tab()
            .text(mark.glyph, mark.glyph_style)
            .text(" ", "")
            .text(meaning.name, mark.style)
            .text(" ", "")
            .text(meaning.brief, "")
            .close();
    }
}

/// One decision: the sentence with its proposed wording, why, on what grounds, and what to choose.
fn row(writer: &mut Writer, report: &Report, sentence: &Sentence, decision: &Decision) {
    let several = sentence.tags.iter().filter(|one| one.counts()).count() > 1;
    let proposals: Vec<&Opinion> = sentence
        .tags
        .iter()
        .filter(|one| !one.changes.is_empty())
        .collect();
    writer
        .open("StetRow", &sentence.text)
        .label(sentence, decision.at);
    if decision.why != Why::Disputed {
        writer
            .text(decision.why.as_words(), "Strong")
            .text(". ", "Strong");
    }
    if proposals.is_empty() {
        writer.text(&sentence.text, "").close();
    }
    for (n, opinion) in proposals.into_iter().enumerate() {
        if n > 0 {
            writer.open("StetRowText", &sentence.text);
        }
        changes(writer, opinion);
        writer.close();
        if several {
            let by = format!("Wording by {}.", opinion.checker);
            writer.paragraph("StetSmall", &by);
        }
    }
    for opinion in sentence
        .tags
        .iter()
        .filter(|one| one.counts() && (several || !one.finding.is_empty()))
    {
        writer.open("StetFinding", &opinion.finding);
        if several {
            let tag = opinion.tag.map_or(String::new(), |tag| {
                format!(": {}", standing_name(standing_of(tag)))
            });
            writer.text(&format!("{}{tag}. ", opinion.checker), "Strong");
        }
        writer.text(&opinion.finding, "").close();
    }
    writer.open("StetSmall", "").cites(sentence);
    if sentence.evidence.is_empty() {
        writer.text("No source.", "");
    }
    writer.close();
    choice(writer, report, decision);
}

/// Proposed wording as it would be on paper. It is tracked in the marked article only: accepted
/// there once, it must not have to be accepted here again.
fn changes(writer: &mut Writer, opinion: &Opinion) {
    let mut before = Change::Same;
    for piece in &opinion.changes {
        let style = match piece.change {
            Change::Same => "",
            Change::Struck => "StetStruck",
            Change::Inserted => "StetInserted",
        };
        if (before, piece.change) == (Change::Struck, Change::Inserted) {
            writer.text(" ", "");
        }
        writer.text(&piece.text, style);
        before = piece.change;
    }
}

/// The drop-down by which a decision can be given back. Its tag is the sentence's label; in a
/// dossier the draft's id stands before it, since labels repeat from article to article. Until
/// something is chosen it shows what can be, so that it can be ticked on paper as well.
fn choice(writer: &mut Writer, report: &Report, decision: &Decision) {
    // What Word takes at most.
    const TAG: usize = 64;
    let mut tag = decision.label.clone();
    if writer.several {
        tag = format!("{}/{tag}", report.article.article);
    }
    let id = writer.id();
    let control = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"{}\"/><w:tag w:val=\"{}\"/><w:id w:val=\"{id}\"/><w:lock w:val=\"sdtLocked\"/><w:showingPlcHdr/><w:dropDownList>",
        xml_attribute(&cut(&format!("Decision on {}", decision.label), TAG)),
        xml_attribute(&cut(&tag, TAG)),
    );
    writer
        .open("StetDecision", "")
        .text("Decision: ", "")
        .raw(&control);
    for name in ["stet", "change", "cut", "caveat"] {
        writer.raw(&format!(
            "<w:listItem w:displayText=\"{name}\" w:value=\"{name}\"/>"
        ));
    }
    writer
        .raw("</w:dropDownList></w:sdtPr><w:sdtContent>")
        .text("☐ stet   ☐ change   ☐ cut   ☐ caveat", "PlaceholderText")
        .raw("</w:sdtContent></w:sdt>")
        .close();
}
