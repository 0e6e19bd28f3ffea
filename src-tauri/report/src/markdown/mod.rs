//! Plain text with footnotes (CommonMark, with GitHub's footnotes and strike-through). Text from
//! outside is escaped so that it can be nothing but text.

mod escape;

use std::fmt::Write;

use stet_core::{
    error::Result,
    report::{
        Dossier, Opinion, Report, Sentence, Why, date, diff::Change, standing_name, standing_of,
        tag_name,
    },
    view::{BlockKind, Fit, Standing, TagState},
};

use self::escape::{escaped, flat, text};
use crate::Options;
use crate::inert::link;

/// Writes the dossier as Markdown.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    Ok(dossier
        .reports
        .iter()
        .map(write)
        .collect::<String>()
        .into_bytes())
}

fn write(report: &Report) -> String {
    let mut out = String::with_capacity(8_192 + report.sentences.len() * 800);
    first(&mut out, report);
    attributed(&mut out, report);
    article(&mut out, report);
    sources(&mut out, report);
    open(&mut out, report);
    method(&mut out, report);
    notes(&mut out, report);
    out
}

/// One line of a heading or a list.
macro_rules! line {
    ($out:expr, $($arg:tt)*) => {{ let _ = writeln!($out, $($arg)*); }};
}

const fn glyph(standing: Standing) -> &'static str {
    match standing {
        Standing::Verified => "✓",
        Standing::Disputed => "✗",
        Standing::AttributedOnly => "❝",
        Standing::NoClaim => "–",
        Standing::Untagged => "○",
        Standing::Disagreement => "≠",
    }
}

fn first(out: &mut String, report: &Report) {
    let article = &report.article;
    line!(out, "# {}\n", flat(&article.title));
    line!(
        out,
        "Fact-check report, {}. {} {}\n",
        report.profile.audience(),
        escaped(&date(&article.date)),
        escaped(&report.checked_by)
    );
    line!(out, "## {}\n\n{}\n", report.headline, report.summary);
    for decision in &report.decisions {
        let Some(sentence) = report.sentences.get(decision.at) else {
            continue;
        };
        let _ = write!(
            out,
            "- **{} {} {}.** ",
            escaped(&sentence.label),
            glyph(sentence.standing),
            decision.why.as_words()
        );
        proposals(out, sentence);
        let several = decision.why != Why::Disputed || sentence.tags.len() > 1;
        for opinion in sentence
            .tags
            .iter()
            .filter(|opinion| opinion.counts() && (several || !opinion.finding.is_empty()))
        {
            out.push_str("\\\n    ");
            if several {
                out.push_str(&escaped(&opinion.checker));
                if let Some(tag) = opinion.tag {
                    let _ = write!(out, ", {}", tag_name(tag));
                }
                out.push_str(if opinion.finding.is_empty() {
                    "."
                } else {
                    ": "
                });
            }
            text(out, &opinion.finding);
        }
        out.push_str("\\\n    ");
        cites(out, sentence);
        out.push_str("\\\n    ☐ stet ☐ change ☐ cut ☐ caveat\n");
    }
    line!(
        out,
        "\n- {}\n- {}",
        escaped(&report.scope.as_line()),
        report.coverage
    );
    for check in &report.owed {
        line!(
            out,
            "- Owed: {} ({}).",
            escaped(&check.message),
            escaped(&check.labels.join(", "))
        );
    }
    for part in &report.parts {
        line!(out, "- Split: {}.", escaped(part));
    }
    if !article.published.is_empty() {
        line!(out, "- Published: {}", escaped(&date(&article.published)));
    }
    line!(out, "- Draft: {}\n", escaped(&article.article));
}

fn proposals(out: &mut String, sentence: &Sentence) {
    let mut proposals = sentence
        .tags
        .iter()
        .filter(|opinion| !opinion.changes.is_empty())
        .peekable();
    if proposals.peek().is_none() {
        text(out, &sentence.text);
    }
    for (n, opinion) in proposals.enumerate() {
        out.push_str(if n > 0 { "\\\n    " } else { "" });
        for piece in &opinion.changes {
            let mark = match piece.change {
                Change::Same => "",
                Change::Struck => "~~",
                Change::Inserted => "**",
            };
            // Marks bind only to words, so spaces stay outside.
            let trimmed = piece.text.trim();
            let lead = &piece.text[..piece.text.len() - piece.text.trim_start().len()];
            let trail = &piece.text[piece.text.trim_end().len()..];
            out.push_str(if lead.is_empty() { "" } else { " " });
            if !trimmed.is_empty() {
                out.push_str(mark);
                text(out, trimmed);
                out.push_str(mark);
            }
            out.push_str(if trail.is_empty() && piece.change != Change::Struck {
                ""
            } else {
                " "
            });
        }
    }
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

fn attributed(out: &mut String, report: &Report) {
    if report.attributed.is_empty() {
        return;
    }
    out.push_str("## Attributed-only: who says it\n\n");
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

fn article(out: &mut String, report: &Report) {
    out.push_str("## The marked article\n\n");
    for block in &report.blocks {
        out.push_str(match block.kind {
            BlockKind::Headline | BlockKind::Heading => "### ",
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
                let _ = write!(out, "[^s{}]", at + 1);
            }
        }
        out.push_str(&flat(&block.after));
        out.push_str("\n\n");
    }
}

fn sources(out: &mut String, report: &Report) {
    if report.sources.is_empty() {
        return;
    }
    out.push_str("## Sources\n\n");
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

fn open(out: &mut String, report: &Report) {
    line!(
        out,
        "## Not checked, not closed\n\n{}\n",
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

fn method(out: &mut String, report: &Report) {
    out.push_str("## How this was checked\n\n");
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

fn notes(out: &mut String, report: &Report) {
    for (at, sentence) in report
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.has_note())
    {
        let _ = write!(
            out,
            "[^s{}]: **{}** {}",
            at + 1,
            escaped(&sentence.label),
            standing_name(sentence.standing)
        );
        for opinion in &sentence.tags {
            note(out, opinion);
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
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => out.push_str(" (suspended: the words changed since)"),
        (TagState::Ambiguous, _) => out.push_str(" (unplaced: the words now stand more than once)"),
        (TagState::Current, Fit::Exact) => {}
        (TagState::Current, _) => out.push_str(" (given to other boundaries)"),
    }
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
