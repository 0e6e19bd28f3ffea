//! Page one: what somebody has to decide, and what was looked at.

use std::fmt::Write;

use stet_core::report::{Report, Sentence, Why, date, diff::Change, tag_name};

use super::{
    Place, cites,
    escape::{escaped, flat, text},
};
use crate::tables::glyph;

/// Page one.
pub(super) fn first(out: &mut String, report: &Report, place: Place) {
    let article = &report.article;
    match place.article {
        None => line!(out, "# {}\n", flat(&article.title)),
        Some(n) => line!(out, "## Article {n}\n\n**{}**\n", flat(&article.title)),
    }
    line!(
        out,
        "Fact-check report, {}. {}. {}\n",
        report.profile.audience(),
        escaped(&date(&article.date)),
        escaped(&report.checked_by)
    );
    if article.sample {
        out.push_str(
            "This is Stet’s sample article; its people, places and sources are invented.\n\n",
        );
    }
    line!(
        out,
        "{} {}\n\n{}\n",
        place.heading(2),
        report.headline,
        report.summary
    );
    if !report.handed_over.is_empty() {
        line!(out, "{}\n", escaped(&report.handed_over));
    }
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
