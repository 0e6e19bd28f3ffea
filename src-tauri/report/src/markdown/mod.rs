//! Plain text with footnotes (CommonMark, with GitHub's footnotes and strike-through). Text from
//! outside is escaped so that it can be nothing but text.

mod escape;

use std::fmt::Write;

use stet_core::{
    error::Result,
    report::{Dossier, Opinion, Report, Sentence, date, standing_name, standing_of},
    view::BlockKind,
};

use self::escape::{escaped, flat, text};
use crate::{
    Options,
    inert::link,
    tables::{aside, glyph, names},
};

/// One line of a heading or a list.
macro_rules! line {
    ($out:expr, $($arg:tt)*) => {{ let _ = writeln!($out, $($arg)*); }};
}

mod first;

use self::first::first;

/// Writes the dossier as Markdown.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let mut out = String::new();
    if let [report] = dossier.reports.as_slice() {
        write(&mut out, report, Place { article: None });
    } else {
        contents(&mut out, dossier);
        for (n, report) in (1..).zip(&dossier.reports) {
            write(&mut out, report, Place { article: Some(n) });
        }
    }
    Ok(out.into_bytes())
}

/// Where a report stands: alone, or as one of several in a document that has one set of notes.
#[derive(Clone, Copy)]
struct Place {
    article: Option<usize>,
}

impl Place {
    /// A heading of the report; `level` as if it stood alone.
    fn heading(self, level: usize) -> &'static str {
        match level + usize::from(self.article.is_some()) {
            0 | 1 => "#",
            2 => "##",
            3 => "###",
            _ => "####",
        }
    }

    /// The label of the note on a sentence: no other of the document has it.
    fn note(self, at: usize) -> String {
        match self.article {
            None => format!("[^s{}]", at + 1),
            Some(n) => format!("[^a{n}s{}]", at + 1),
        }
    }
}

/// The articles, each with where it stands. Headings are ours alone ("Article 2"), so that links
/// to them hold wherever headings get links, whatever the titles are.
fn contents(out: &mut String, dossier: &Dossier) {
    line!(out, "# {}\n", flat(&dossier.title));
    line!(
        out,
        "Fact-check reports, {}. {}.\n",
        dossier.profile.audience(),
        escaped(&date(&dossier.date))
    );
    for (n, (report, name)) in (1..).zip(dossier.reports.iter().zip(names(dossier))) {
        line!(
            out,
            "- [Article {n}](#article-{n}): {}\\\n    {} {}",
            flat(&name),
            report.headline,
            report.summary
        );
    }
    out.push('\n');
}

fn write(out: &mut String, report: &Report, place: Place) {
    out.reserve(8_192 + report.sentences.len() * 800);
    first(out, report, place);
    attributed(out, report, place);
    article(out, report, place);
    sources(out, report, place);
    open(out, report, place);
    method(out, report, place);
    notes(out, report, place);
}

fn cites(out: &mut String, sentence: &Sentence) {
    if sentence.evidence.is_empty() {
        out.push_str("No source.");
    }
    for (n, cited) in sentence.evidence.iter().enumerate() {
        let _ = write!(
            out,
            "{}{}",
            if n == 0 { "Source " } else { "; source " },
            cited.source
        );
        if !cited.locator.is_empty() {
            out.push_str(", ");
            text(out, &cited.locator);
        }
    }
}

fn attributed(out: &mut String, report: &Report, place: Place) {
    if report.attributed.is_empty() {
        return;
    }
    line!(out, "{} Attributed-only: who says it\n", place.heading(2));
    for item in &report.attributed {
        let Some(sentence) = report.sentences.get(item.at) else {
            continue;
        };
        let speaker = if item.speaker.is_empty() {
            "Speaker not named"
        } else {
            &item.speaker
        };
        line!(
            out,
            "- **{} ❝** {}: {}\\\n    {}",
            escaped(&item.label),
            escaped(speaker),
            escaped(&sentence.text),
            {
                let mut said = String::new();
                cites(&mut said, sentence);
                said
            }
        );
    }
    out.push_str("\nWhether what was said is so was not checked further.\n\n");
}

fn article(out: &mut String, report: &Report, place: Place) {
    let title = if report.quoted {
        "The sentences that were checked"
    } else {
        "The marked article"
    };
    line!(out, "{} {title}\n", place.heading(2));
    let heading = format!("{} ", place.heading(3));
    for block in &report.blocks {
        out.push_str(match block.kind {
            BlockKind::Headline | BlockKind::Heading => &heading,
            BlockKind::Quotation => "> ",
            BlockKind::ListItem => "- ",
            _ => "",
        });
        for at in block.sentences.clone() {
            let Some(sentence) = report.sentences.get(at) else {
                continue;
            };
            out.push_str(if sentence.before.is_empty() { "" } else { " " });
            let _ = write!(
                out,
                "**{} {}** ",
                flat(&sentence.label),
                glyph(sentence.standing)
            );
            // Canonical text has no line break within a block, and a heading must not have one.
            out.push_str(&flat(&sentence.text));
            if sentence.has_note() {
                out.push_str(&place.note(at));
            }
        }
        out.push_str(&flat(&block.after));
        out.push_str("\n\n");
    }
}

fn sources(out: &mut String, report: &Report, place: Place) {
    if report.sources.is_empty() {
        return;
    }
    line!(out, "{} Sources\n", place.heading(2));
    for source in &report.sources {
        let _ = write!(out, "{}. {}", source.number, escaped(&source.title));
        if !source.url.is_empty() && source.url != source.title {
            out.push_str("\\\n    ");
            address(out, &source.url);
        }
        line!(
            out,
            "\\\n    Used by {}.",
            escaped(&source.used_by.join(", "))
        );
    }
    out.push('\n');
}

/// An address: a link if it is safe to follow, else its text.
fn address(out: &mut String, url: &str) {
    match link(url) {
        Some(href) => {
            let _ = write!(out, "<{href}>");
        }
        None => text(out, url),
    }
}

fn open(out: &mut String, report: &Report, place: Place) {
    line!(
        out,
        "{} Not checked, not closed\n\n{}\n",
        place.heading(2),
        escaped(&report.scope.as_line())
    );
    for open in &report.open {
        let words = report
            .sentences
            .get(open.at)
            .map_or("", |sentence| &sentence.text);
        line!(
            out,
            "- **{}** {}\\\n    {}",
            escaped(&open.label),
            escaped(words),
            escaped(&open.why)
        );
    }
    out.push_str(if report.open.is_empty() { "" } else { "\n" });
}

fn method(out: &mut String, report: &Report, place: Place) {
    line!(out, "{} How this was checked\n", place.heading(2));
    for statement in &report.method {
        line!(out, "- {statement}");
    }
    for person in &report.people {
        let key = if person.id.is_empty() {
            String::new()
        } else {
            format!(", key {}", person.id)
        };
        line!(
            out,
            "- {} ({}{}) {}.",
            escaped(&person.name),
            escaped(&person.initials),
            escaped(&key),
            escaped(&person.did)
        );
    }
    line!(
        out,
        "- Steps on record: {}. {}.\n",
        report.article.steps,
        escaped(&report.article.program)
    );
    for meaning in &report.meanings {
        line!(
            out,
            "- **{}** {} {}",
            meaning.name,
            glyph(meaning.standing),
            meaning.text
        );
    }
    out.push('\n');
}

fn notes(out: &mut String, report: &Report, place: Place) {
    for (at, sentence) in report
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.has_note())
    {
        let _ = write!(
            out,
            "{}: **{}** {}",
            place.note(at),
            escaped(&sentence.label),
            standing_name(sentence.standing)
        );
        for opinion in &sentence.tags {
            note(out, opinion);
        }
        for decided in &sentence.decided {
            let words = escaped(&decided.words());
            let _ = write!(out, "\\\n    {}{words}", decided.lead());
        }
        for cited in &sentence.evidence {
            let _ = write!(out, "\\\n    Source {}", cited.source);
            if !cited.locator.is_empty() {
                let _ = write!(out, ", {}", escaped(&cited.locator));
            }
            if !cited.quotation.is_empty() {
                let _ = write!(out, ": “{}”", escaped(&cited.quotation));
            }
        }
        for conflict in &sentence.conflicts {
            let _ = write!(
                out,
                "\\\n    Two values for {}: {}",
                escaped(&conflict.field),
                escaped(&conflict.values.join(" / "))
            );
        }
        if !sentence.debts.is_empty() {
            let _ = write!(out, "\\\n    Owed: {}", escaped(&sentence.debts.join("; ")));
        }
        out.push_str("\n\n");
    }
}

fn note(out: &mut String, opinion: &Opinion) {
    let tag = opinion
        .tag
        .map_or("not tagged", |tag| standing_name(standing_of(tag)));
    let _ = write!(out, "\\\n    {}: {tag}", escaped(&opinion.checker));
    out.push_str(aside(opinion));
    if !opinion.at.is_empty() {
        let _ = write!(out, ", {}", escaped(&date(&opinion.at)));
    }
    for (name, value) in [
        ("", &opinion.finding),
        ("Speaker: ", &opinion.speaker),
        ("Proposed: ", &opinion.correction),
    ] {
        if !value.is_empty() {
            let _ = write!(out, "\\\n    {name}{}", escaped(value));
        }
    }
}
