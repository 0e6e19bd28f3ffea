//! Plain text as checkers hand it over by mail: each sentence on a line, a mark in brackets after
//! it, decisions and sources below. What is in brackets is ours: where the text itself has such a
//! mark, its bracket is doubled, and every text stays on its line.

/// One line.
macro_rules! line {
    ($out:expr, $($arg:tt)*) => {{ let _ = writeln!($out, $($arg)*); }};
}

mod flat;
mod marks;

use std::fmt::Write;

use stet_core::{
    error::Result,
    report::{Dossier, Report, Sentence, Why, date, tag_name},
    view::BlockKind,
};

use self::flat::{flat, heading};
use crate::{
    Options,
    tables::{aside, names},
};

/// Writes the dossier as bracketed text.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let mut out = String::new();
    if dossier.reports.len() != 1 {
        contents(&mut out, dossier);
    }
    for (n, report) in dossier.reports.iter().enumerate() {
        if dossier.reports.len() > 1 {
            line!(out, "\n{}\nArticle {}\n", "=".repeat(72), n + 1);
        }
        write(&mut out, report);
    }
    Ok(out.into_bytes())
}

fn contents(out: &mut String, dossier: &Dossier) {
    line!(out, "{}", flat(&dossier.title));
    line!(
        out,
        "Fact-check reports, {}. {}.\n",
        dossier.profile.audience(),
        flat(&date(&dossier.date))
    );
    for (n, (report, name)) in dossier.reports.iter().zip(names(dossier)).enumerate() {
        line!(out, "Article {}: {}", n + 1, flat(&name));
        line!(out, "    {} {}", report.headline, report.summary);
    }
}

fn write(out: &mut String, report: &Report) {
    out.reserve(4_096 + report.sentences.len() * 400);
    first(out, report);
    text(out, report);
    decisions(out, report);
    sources(out, report);
    behind(out, report);
}

fn first(out: &mut String, report: &Report) {
    let article = &report.article;
    line!(out, "{}", flat(&article.title));
    line!(
        out,
        "Fact-check report, {}. {}. {}",
        report.profile.audience(),
        flat(&date(&article.date)),
        flat(&report.checked_by)
    );
    if article.sample {
        line!(
            out,
            "This is Stet’s sample article; its people, places and sources are invented."
        );
    }
    line!(out, "\n{}\n{}", report.headline, report.summary);
    if !report.handed_over.is_empty() {
        line!(out, "{}", flat(&report.handed_over));
    }
    line!(
        out,
        "{}\n{}",
        flat(&report.scope.as_line()),
        report.coverage
    );
    for part in &report.parts {
        line!(out, "Split: {}.", flat(part));
    }
    for check in &report.owed {
        line!(
            out,
            "Owed: {} ({}).",
            flat(&check.message),
            flat(&check.labels.join(", "))
        );
    }
    if !article.published.is_empty() {
        line!(out, "Published: {}.", flat(&date(&article.published)));
    }
    line!(out, "Draft: {}.", flat(&article.article));
}

fn text(out: &mut String, report: &Report) {
    heading(
        out,
        if report.quoted {
            "The sentences that were checked"
        } else {
            "The text, marked"
        },
    );
    let width = width(report);
    for (n, block) in report.blocks.iter().enumerate() {
        out.push_str(if n > 0 { "\n" } else { "" });
        let name = match block.kind {
            BlockKind::Paragraph => "",
            BlockKind::ListItem => "* ",
            BlockKind::Quotation => "> ",
            BlockKind::Headline | BlockKind::Heading => "# ",
            BlockKind::Deck => "Deck: ",
            BlockKind::Caption => "Caption: ",
            BlockKind::Credit => "Credit: ",
            BlockKind::TableCell => "Cell: ",
        };
        for (first, at) in block.sentences.clone().enumerate() {
            if let Some(sentence) = report.sentences.get(at) {
                let _ = write!(out, "{:>width$}  ", flat(&sentence.label));
                out.push_str(if first == 0 { name } else { "" });
                marks::write(out, report, at, sentence, width + 2);
            }
        }
    }
}

/// Room for labels in the margin; a longer one takes its own.
fn width(report: &Report) -> usize {
    let longest = report
        .sentences
        .iter()
        .map(|one| one.label.chars().count())
        .max();
    longest.unwrap_or(0).clamp(3, 6)
}

fn decisions(out: &mut String, report: &Report) {
    if report.decisions.is_empty() {
        return;
    }
    heading(out, "Decisions");
    let width = width(report);
    let margin = " ".repeat(width + 2);
    for (n, decision) in report.decisions.iter().enumerate() {
        let Some(sentence) = report.sentences.get(decision.at) else {
            continue;
        };
        out.push_str(if n > 0 { "\n" } else { "" });
        let why = decision.why.as_words();
        line!(
            out,
            "{:>width$}  {why}: {}",
            flat(&sentence.label),
            flat(&sentence.text)
        );
        let several = sentence.tags.iter().filter(|one| one.counts()).count() > 1;
        for opinion in sentence.tags.iter().filter(|one| one.counts()) {
            if !opinion.changes.is_empty() {
                let by = if several {
                    format!(" by {}", flat(&opinion.checker))
                } else {
                    String::new()
                };
                line!(out, "{margin}Proposed{by}: {}", flat(&opinion.correction));
            }
            if several || decision.why != Why::Disputed || !opinion.finding.is_empty() {
                let tag = opinion.tag.map_or("not tagged", tag_name);
                line!(
                    out,
                    "{margin}{}, {tag}{}: {}",
                    flat(&opinion.checker),
                    aside(opinion),
                    said(&opinion.finding)
                );
            }
        }
        line!(out, "{margin}{}", marks::cites(sentence));
        line!(out, "{margin}( ) stet  ( ) change  ( ) cut  ( ) caveat");
    }
}

fn said(finding: &str) -> String {
    if finding.is_empty() {
        "no finding.".into()
    } else {
        flat(finding)
    }
}

fn sources(out: &mut String, report: &Report) {
    if report.sources.is_empty() {
        return;
    }
    heading(out, "Sources");
    for source in &report.sources {
        line!(out, "{:>3}. {}", source.number, flat(&source.title));
        if !source.url.is_empty() && source.url != source.title {
            line!(out, "     {}", flat(&source.url));
        }
        line!(out, "     Used by {}.", flat(&source.used_by.join(", ")));
    }
}

fn behind(out: &mut String, report: &Report) {
    if !report.open.is_empty() {
        heading(out, "Not closed");
        let width = width(report);
        for open in &report.open {
            let words = report
                .sentences
                .get(open.at)
                .map_or("", |one: &Sentence| &one.text);
            line!(
                out,
                "{:>width$}  {} ({})",
                flat(&open.label),
                flat(words),
                flat(&open.why)
            );
        }
    }
    heading(out, "What the marks mean");
    for meaning in &report.meanings {
        line!(
            out,
            "[{}] {}: {}",
            marks::word(meaning.standing),
            meaning.name,
            meaning.text
        );
    }
    line!(
        out,
        "Marks are in single brackets. A doubled bracket stands in the text itself."
    );
    heading(out, "How this was checked");
    for statement in &report.method {
        line!(out, "- {statement}");
    }
    for person in &report.people {
        let key = if person.id.is_empty() {
            String::new()
        } else {
            format!(", key {}", flat(&person.id))
        };
        line!(
            out,
            "- {} ({}{key}) {}.",
            flat(&person.name),
            flat(&person.initials),
            flat(&person.did)
        );
    }
    line!(
        out,
        "- Steps on record: {}. {}.",
        report.article.steps,
        flat(&report.article.program)
    );
}
