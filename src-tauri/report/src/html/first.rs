//! Page one: what somebody has to decide, and what was done.

use stet_core::{
    report::{Decision, Opinion, Report, Sentence, Why, diff::Change, standing_name, standing_of},
    view::Standing,
};

use super::{facts, mark, page::Page, strip};

/// Page one: what somebody has to decide, and what was done.
pub(super) fn write(page: &mut Page, report: &Report) {
    let article = &report.article;
    page.heading(1, "title")
        .id("t-title", "")
        .raw(" dir=\"auto\">")
        .text(&article.title)
        .end_heading(1)
        .raw("\n<p class=\"by\">")
        .text(&report.checked_by);
    if article.sample {
        page.raw(" This is Stet’s sample article; its people, places and sources are invented.");
    }
    page.raw("</p>\n")
        .section("first", "t-decisions", &report.headline)
        .raw("<p>")
        .text(&report.summary)
        .raw("</p>\n");
    strip::write(page, report);
    if !report.decisions.is_empty() {
        page.raw("<ol class=\"rows\">\n");
        for decision in &report.decisions {
            if let Some(sentence) = report.sentences.get(decision.at) {
                row(page, sentence, decision);
            }
        }
        page.raw("</ol>\n");
    }
    facts::write(page, report);
    page.raw("<p class=\"key\">");
    for meaning in &report.meanings {
        let used = report
            .sentences
            .iter()
            .any(|sentence| sentence.standing == meaning.standing);
        let taught = matches!(
            meaning.standing,
            Standing::Verified | Standing::AttributedOnly | Standing::Disputed
        );
        if used || taught {
            let mark = mark(meaning.standing);
            page.raw("<span><span class=\"w\"><span aria-hidden=\"true\" class=\"")
                .raw(mark.class)
                .raw("\">")
                .raw(mark.glyph)
                .raw("</span> <span class=\"")
                .raw(mark.line)
                .raw("\">")
                .text(meaning.name)
                .raw("</span></span> ")
                .text(meaning.brief)
                .raw("</span>\n");
        }
    }
    page.raw("</p>\n</section>\n");
}

/// One decision: the sentence with its proposed wording, why, on what grounds, and boxes to tick.
fn row(page: &mut Page, sentence: &Sentence, decision: &Decision) {
    page.raw("<li>")
        .label(sentence, decision.at, "s")
        .raw("<div>");
    if decision.why != Why::Disputed {
        page.raw("<p><strong>")
            .raw(decision.why.as_words())
            .raw(".</strong></p>");
    } else {
        page.raw("<span class=\"h\">Disputed. </span>");
    }
    let mut proposals = sentence
        .tags
        .iter()
        .filter(|opinion| !opinion.changes.is_empty())
        .peekable();
    if proposals.peek().is_none() {
        page.raw("<p dir=\"auto\">")
            .text(&sentence.text)
            .raw("</p>");
    }
    let several = sentence
        .tags
        .iter()
        .filter(|opinion| opinion.counts())
        .count()
        > 1;
    for opinion in proposals {
        page.raw("<p dir=\"auto\">");
        changes(page, opinion);
        page.raw("</p>");
        if several {
            page.raw("<p class=\"q\">Wording by ")
                .text(&opinion.checker)
                .raw(".</p>");
        }
    }
    for opinion in sentence
        .tags
        .iter()
        .filter(|opinion| opinion.counts() && (several || !opinion.finding.is_empty()))
    {
        page.raw("<p class=\"f\">");
        if several {
            page.raw("<b>").text(&opinion.checker);
            if let Some(tag) = opinion.tag {
                page.raw(": ").raw(standing_name(standing_of(tag)));
            }
            page.raw(".</b> ");
        }
        page.raw("<bdi>").text(&opinion.finding).raw("</bdi></p>");
    }
    page.raw("<p class=\"q\">").cites(sentence);
    if sentence.evidence.is_empty() {
        page.raw("No source.");
    }
    page.raw("</p></div><ul class=\"tick\" aria-label=\"To tick on paper\"><li>stet</li><li>change</li><li>cut</li><li>caveat</li></ul></li>\n");
}

fn changes(page: &mut Page, opinion: &Opinion) {
    for piece in &opinion.changes {
        // Screen readers pass over del and ins in silence.
        let (open, close) = match piece.change {
            Change::Same => ("", ""),
            Change::Struck => (
                "<del><span class=\"h\">[struck: </span>",
                "<span class=\"h\">]</span></del>",
            ),
            Change::Inserted => (
                "<ins><span class=\"h\">[put in: </span>",
                "<span class=\"h\">]</span></ins>",
            ),
        };
        page.raw(open).text(&piece.text).raw(close);
    }
}
