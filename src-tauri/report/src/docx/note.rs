//! What is noted on a sentence, as lines: the same in the list of notes, in comments and in endnotes.

use stet_core::{
    report::{Opinion, Report, Sentence, date, standing_of},
    view::{Fit, TagState},
};

use super::{
    text::{is_right_to_left, push_runs, styled},
    writer::{Place, Writer, mark},
};
use crate::Notes;

/// A line of a note: a strong lead-in and what follows.
pub(super) struct Line {
    lead: String,
    text: String,
    /// Whether it is the checker's own words.
    said: bool,
    /// The source that it cites, if it is one; its number then follows the lead.
    source: Option<u32>,
}

impl Line {
    /// The text that decides its direction: its beginning.
    fn beginning(&self) -> &str {
        if self.lead.is_empty() {
            &self.text
        } else {
            &self.lead
        }
    }

    fn new(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            lead: lead.into(),
            text: text.into(),
            said: false,
            source: None,
        }
    }
}

/// What one checker noted; `named` says whether the checker's name and the day are told here.
pub(super) fn opinion_lines(opinion: &Opinion, named: bool) -> Vec<Line> {
    let tag = opinion
        .tag
        .map_or("Not tagged", |tag| mark(standing_of(tag)).word);
    let mut first = Line::new(tag, why_not(opinion));
    if named {
        first.text.push(' ');
        first.text.push_str(&opinion.checker);
        if !opinion.at.is_empty() {
            first.text.push_str(", ");
            first.text.push_str(&date(&opinion.at));
        }
    }
    let mut lines = vec![first];
    for (lead, text) in [
        ("", &opinion.finding),
        ("Speaker: ", &opinion.speaker),
        ("Proposed: ", &opinion.correction),
    ] {
        if !text.is_empty() {
            lines.push(Line {
                said: lead.is_empty(),
                ..Line::new(lead, text)
            });
        }
    }
    lines
}

/// Why a tag does not count for this sentence; empty when it does.
const fn why_not(opinion: &Opinion) -> &'static str {
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => " (suspended: the words changed since)",
        (TagState::Ambiguous, _) => " (unplaced: the words now stand more than once)",
        (TagState::Current, Fit::Exact) => "",
        (TagState::Current, Fit::Wider) => " (given to a longer stretch)",
        (TagState::Current, Fit::Narrower) => " (given to a part)",
        (TagState::Current, Fit::Partial) => " (given to other boundaries)",
    }
}

/// What is noted beside the opinions: evidence, conflicts, debts.
pub(super) fn other_lines(sentence: &Sentence) -> Vec<Line> {
    let decided = sentence.decided.iter();
    let mut lines: Vec<Line> = decided
        .map(|one| Line::new(one.lead(), one.words()))
        .collect();
    for cited in &sentence.evidence {
        let mut text = String::new();
        if !cited.locator.is_empty() {
            text = format!(", {}", cited.locator);
        }
        if cited.quotation.is_empty() {
            text.push('.');
        } else {
            text = format!("{text}: “{}”", cited.quotation);
        }
        lines.push(Line {
            source: Some(cited.source),
            ..Line::new("Source", text)
        });
    }
    for conflict in &sentence.conflicts {
        lines.push(Line::new(
            format!("Two values for {}: ", conflict.field),
            conflict.values.join(" / "),
        ));
    }
    if !sentence.debts.is_empty() {
        lines.push(Line::new(
            "Owed: ",
            format!("{}.", sentence.debts.join("; ")),
        ));
    }
    lines
}

/// Notes, in the order of the text, each leading back to its sentence.
pub(super) fn notes(writer: &mut Writer, report: &Report) {
    if writer.notes == Notes::Endnotes || !report.sentences.iter().any(Sentence::has_note) {
        return;
    }
    writer.heading("Notes");
    for (at, sentence) in report.sentences.iter().enumerate() {
        if !sentence.has_note() {
            continue;
        }
        let words = stet_core::report::clip(&sentence.text, 64);
        writer.open("StetRow", &words);
        let id = writer.begin(Place::Note, at + 1);
        writer
            .label(sentence, at)
            .text(&words, "StetMuted")
            .end(id)
            .close();
        let opinions = sentence
            .tags
            .iter()
            .flat_map(|one| opinion_lines(one, true));
        for line in opinions.chain(other_lines(sentence)) {
            let style = if line.said {
                "StetFinding"
            } else {
                "StetRowText"
            };
            writer.open(style, line.beginning());
            push_line(writer, &line);
            writer.close();
        }
    }
}

/// A line's runs, in the document.
fn push_line(writer: &mut Writer, line: &Line) {
    match line.source {
        Some(number) => writer.text(&line.lead, "").text("\u{a0}", "").lead(
            Place::Source,
            number as usize,
            &number.to_string(),
            "Hyperlink",
        ),
        None => writer.text(&line.lead, "Strong"),
    };
    writer.text(&line.text, "");
}

/// A line's paragraph, in a comment or an endnote.
pub(super) fn push_apart(out: &mut String, style: &str, begin: &str, line: &Line) {
    for part in ["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>"] {
        out.push_str(part);
    }
    if is_right_to_left(line.beginning()) {
        out.push_str("<w:bidi/>");
    }
    out.push_str("</w:pPr>");
    out.push_str(begin);
    match line.source {
        Some(number) => push_runs(out, &format!("{}\u{a0}{number}", line.lead), styled("")),
        None => push_runs(out, &line.lead, styled("Strong")),
    }
    push_runs(out, &line.text, styled(""));
    out.push_str("</w:p>");
}

/// The endnote on a sentence, and the mark that leads to it. Nothing where nothing is noted.
pub(super) fn endnote(writer: &mut Writer, sentence: &Sentence) {
    if writer.notes != Notes::Endnotes || !sentence.has_note() {
        return;
    }
    writer.endnotes.1 += 1;
    let id = writer.endnotes.1;
    let out = &mut writer.endnotes.0;
    out.push_str(&format!("<w:endnote w:id=\"{id}\">"));
    let label = Line::new(
        format!("{} ", sentence.label),
        mark(sentence.standing).word.to_lowercase(),
    );
    push_apart(
        out,
        "EndnoteText",
        "<w:r><w:rPr><w:rStyle w:val=\"EndnoteReference\"/></w:rPr><w:endnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
        &label,
    );
    let opinions = sentence
        .tags
        .iter()
        .flat_map(|one| opinion_lines(one, true));
    for line in opinions.chain(other_lines(sentence)) {
        push_apart(out, "EndnoteText", "", &line);
    }
    out.push_str("</w:endnote>\n");
    writer.raw(&format!("<w:r><w:rPr><w:rStyle w:val=\"EndnoteReference\"/></w:rPr><w:endnoteReference w:id=\"{id}\"/></w:r>"));
}
