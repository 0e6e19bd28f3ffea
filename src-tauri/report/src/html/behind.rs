//! What is behind the decisions: who says it, notes, sources, what is open, how it was done.

use stet_core::{
    report::{Opinion, Profile, Report, Sentence, clip, date, standing_of},
    view::{Fit, Sensitivity, TagState},
};

use super::{grouped, mark, page::Page, review};
use crate::claimreview::Review;

/// Attributed-only: who says it, and how it is known that they said it.
pub(super) fn attributed(page: &mut Page, report: &Report) {
    if report.attributed.is_empty() {
        return;
    }
    page.section("", "t-attributed", "Attributed-only: who says it")
        .raw("<ol class=\"rows\">\n");
    for item in &report.attributed {
        let Some(sentence) = report.sentences.get(item.at) else {
            continue;
        };
        page.raw("<li>")
            .label(sentence, item.at, "s")
            .raw("<div><p><strong dir=\"auto\">");
        page.text(if item.speaker.is_empty() {
            "Speaker not named"
        } else {
            &item.speaker
        });
        page.raw("</strong></p><p dir=\"auto\">")
            .text(&sentence.text)
            .raw("</p>");
        for opinion in sentence
            .tags
            .iter()
            .filter(|opinion| opinion.counts() && !opinion.finding.is_empty())
        {
            page.raw("<p class=\"f\" dir=\"auto\">")
                .text(&opinion.finding)
                .raw("</p>");
        }
        page.raw("<p class=\"q\">");
        if sentence.evidence.is_empty() {
            page.raw("No proof that it was said.");
        } else {
            page.raw("Said: ").cites(sentence);
        }
        page.raw("</p></div></li>\n");
    }
    page.raw("</ol>\n<p class=\"q\">Whether what was said is so was not checked further.</p>\n</section>\n");
}

/// Notes, in the order of the text, each leading back to its sentence.
pub(super) fn notes(page: &mut Page, report: &Report, published: &[Review<'_>]) {
    let mut published = published.iter().peekable();
    if !report.sentences.iter().any(Sentence::has_note) {
        return;
    }
    page.section("", "t-notes", "Notes")
        .raw("<ol class=\"notes\">\n");
    for (at, sentence) in report
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.has_note())
    {
        page.raw("<li")
            .id("n", at + 1)
            .raw(">")
            .label(sentence, at, "s")
            .raw("<div><p class=\"who\" dir=\"auto\">")
            .text(&clip(&sentence.text, 64))
            .raw("</p>");
        for opinion in &sentence.tags {
            note(page, opinion);
        }
        for decided in &sentence.decided {
            page.raw("<p><strong>")
                .raw(decided.lead())
                .raw("</strong><bdi>")
                .text(&decided.words())
                .raw("</bdi></p>");
        }
        for cited in &sentence.evidence {
            page.raw("<p>Source ").source(cited.source);
            if !cited.locator.is_empty() {
                page.raw(", <bdi>").text(&cited.locator).raw("</bdi>");
            }
            if cited.quotation.is_empty() {
                page.raw(".");
            } else {
                page.raw(": <q dir=\"auto\">")
                    .text(&cited.quotation)
                    .raw("</q>");
            }
            page.raw("</p>");
        }
        for conflict in &sentence.conflicts {
            page.raw("<p><strong>Two values for ")
                .text(&conflict.field)
                .raw(":</strong> <bdi>")
                .text(&conflict.values.join(" / "))
                .raw("</bdi></p>");
        }
        if !sentence.debts.is_empty() {
            page.raw("<p><strong>Owed:</strong> ")
                .text(&sentence.debts.join("; "))
                .raw(".</p>");
        }
        if let Some(one) = published.next_if(|review| review.at == at) {
            review::write(page, one, &report.article.title);
        }
        page.raw("</div></li>\n");
    }
    page.raw("</ol>\n</section>\n");
}

fn note(page: &mut Page, opinion: &Opinion) {
    page.raw("<p><strong>");
    match opinion.tag {
        Some(tag) => page.raw(mark(standing_of(tag)).word),
        None => page.raw("Not tagged"),
    };
    page.raw("</strong>")
        .raw(standing_of_tag(opinion))
        .raw(" <span class=\"who\">")
        .text(&opinion.checker);
    if !opinion.at.is_empty() {
        page.raw(", ").text(&date(&opinion.at));
    }
    page.raw("</span></p>");
    for (name, value) in [
        ("", &opinion.finding),
        ("Speaker: ", &opinion.speaker),
        ("Proposed: ", &opinion.correction),
    ] {
        if !value.is_empty() {
            page.raw("<p class=\"f\">")
                .raw(name)
                .raw("<bdi>")
                .text(value)
                .raw("</bdi></p>");
        }
    }
}

/// Why a tag does not count for this sentence; empty when it does.
const fn standing_of_tag(opinion: &Opinion) -> &'static str {
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => " (suspended: the words changed since)",
        (TagState::Ambiguous, _) => " (unplaced: the words now stand more than once)",
        (TagState::Current, Fit::Exact) => "",
        (TagState::Current, Fit::Wider) => " (given to a longer stretch)",
        (TagState::Current, Fit::Narrower) => " (given to a part)",
        (TagState::Current, Fit::Partial) => " (given to other boundaries)",
    }
}

/// Sources, numbered, with the sentences that use them.
pub(super) fn sources(page: &mut Page, report: &Report) {
    if report.sources.is_empty() {
        return;
    }
    page.section("", "t-sources", "Sources")
        .raw("<ol class=\"list src\">\n");
    for source in &report.sources {
        page.raw("<li")
            .id("q", source.number)
            .raw("><span>")
            .number(source.number)
            .raw("</span><div><p dir=\"auto\">")
            .text(&source.title);
        // A withheld title says so itself.
        let word = source.sensitivity.name();
        if source.sensitivity != Sensitivity::Public
            && !source.title.ends_with(&format!("({word})"))
        {
            page.raw(" <span class=\"how\">").raw(word).raw("</span>");
        }
        page.raw("</p>");
        if !source.url.is_empty() && source.url != source.title {
            page.raw("<p class=\"q\">");
            page.address(&source.url).raw("</p>");
        }
        page.raw("<p class=\"q\">Used by ");
        for (n, (at, label)) in source.at.iter().zip(&source.used_by).enumerate() {
            page.raw(if n == 0 { "" } else { ", " })
                .raw("<a")
                .href("s", at + 1)
                .raw(">")
                .text(label)
                .raw("</a>");
        }
        page.raw(".</p></div></li>\n");
    }
    page.raw("</ol>\n</section>\n");
}

/// What is not closed.
pub(super) fn open(page: &mut Page, report: &Report) {
    page.section("", "t-open", "Not checked, not closed")
        .raw("<p>")
        .text(&report.scope.as_line())
        .raw("</p>\n");
    if !report.open.is_empty() {
        page.raw("<ol class=\"notes first\">\n");
        for open in &report.open {
            let Some(sentence) = report.sentences.get(open.at) else {
                continue;
            };
            page.raw("<li>")
                .label(sentence, open.at, "s")
                .raw("<div><p dir=\"auto\">")
                .text(&sentence.text)
                .raw("</p><p class=\"who\">")
                .text(&open.why)
                .raw("</p></div></li>\n");
        }
        page.raw("</ol>\n");
    }
    page.raw("</section>\n");
}

/// How often two readers gave which tags: the darker, the more sentences.
fn tables(page: &mut Page, report: &Report) {
    let tables = report.second_readings.iter().flat_map(|one| &one.tables);
    for table in tables {
        let most = table.sentences.iter().flatten().max().copied().unwrap_or(0);
        page.raw("<table class=\"agree\"><caption dir=\"auto\">")
            .text(&table.caption)
            .raw("</caption>\n<thead><tr><td></td>");
        for tag in &table.tags {
            page.raw("<th scope=\"col\">").text(tag).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        for (row, (tag, counts)) in table.tags.iter().zip(&table.sentences).enumerate() {
            page.raw("<tr><th scope=\"row\">").text(tag).raw("</th>");
            for (column, count) in counts.iter().enumerate() {
                let shade = SHADES[(count * 4).div_ceil(most.max(1)) as usize];
                let alike = if row == column { " same" } else { "" };
                page.raw("<td class=\"").raw(shade).raw(alike).raw("\">");
                page.number(*count).raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table>\n");
    }
}

/// Classes of cells, from none to the most.
const SHADES: [&str; 5] = ["d0", "d1", "d2", "d3", "d4"];

/// How it was done, by whom, and what the tags mean.
pub(super) fn method(page: &mut Page, report: &Report) {
    page.section("", "t-method", "How this was checked")
        .raw("<ul class=\"list\">\n");
    for line in &report.method {
        page.raw("<li>").text(line).raw("</li>\n");
    }
    // Readers are told of no one by name or key.
    let public = report.profile == Profile::Public;
    for person in report.people.iter().filter(|one| !one.name.is_empty()) {
        page.raw("<li><strong dir=\"auto\">")
            .text(&person.name)
            .raw("</strong> ");
        if !public {
            page.raw("(").text(&person.initials);
            if !person.id.is_empty() {
                page.raw(", key ").text(&grouped(&person.id));
            }
            page.raw(") ");
        }
        page.text(&person.did).raw(".</li>\n");
    }
    let steps = report.article.steps;
    page.raw("<li>")
        .number(steps)
        .raw(if steps == 1 { " step is" } else { " steps are" })
        .raw(" on record.</li>\n</ul>\n");
    tables(page, report);
    page.raw("<dl class=\"facts first\">\n");
    for meaning in &report.meanings {
        page.raw("<dt>")
            .text(meaning.name)
            .raw("</dt><dd>")
            .text(meaning.text)
            .raw("</dd>\n");
    }
    page.raw("</dl>\n</section>\n");
}
