//! The pages around the marked article: decisions first, then what is behind them.

use stet_core::{
    report::{Decision, Opinion, Report, Sentence, Why, clip, date, diff::Change, standing_name, standing_of},
    view::{Fit, Provenance, Standing, TagState},
};

use super::{Page, galley::address, grouped, mark, strip};

/// Page one: what somebody has to decide, and what was done.
pub(super) fn first(page: &mut Page, report: &Report) {
    let article = &report.article;
    page.raw("<h1 dir=\"auto\">").text(&article.title).raw("</h1>\n<p class=\"by\">").text(&report.checked_by);
    if article.sample {
        page.raw(" This is Stet’s sample article; its people, places and sources are invented.");
    }
    page.raw("</p>\n<section class=\"first\" aria-labelledby=\"t-decisions\">\n<h2 id=\"t-decisions\">").text(&report.headline)
        .raw("</h2>\n<p>").text(&report.summary).raw("</p>\n");
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
    facts(page, report);
    page.raw("<p class=\"key\">");
    for meaning in &report.meanings {
        let used = report.sentences.iter().any(|sentence| sentence.standing == meaning.standing);
        let taught = matches!(meaning.standing, Standing::Verified | Standing::AttributedOnly | Standing::Disputed);
        if used || taught {
            let mark = mark(meaning.standing);
            page.raw("<span><span class=\"w\"><span aria-hidden=\"true\" class=\"").raw(mark.class).raw("\">").raw(mark.glyph).raw("</span> <span class=\"").raw(mark.line)
                .raw("\">").text(meaning.name).raw("</span></span> ").text(meaning.brief).raw("</span>\n");
        }
    }
    page.raw("</p>\n</section>\n");
}

fn facts(page: &mut Page, report: &Report) {
    let article = &report.article;
    page.raw("<dl class=\"facts\">\n");
    let mut last = "";
    let mut fact = |name: &'static str, value: &str| {
        if last != name {
            page.raw("<dt>").raw(name).raw("</dt>");
        }
        page.raw("<dd>").text(value).raw("</dd>\n");
        last = name;
    };
    fact("Scope", &report.scope.as_line());
    fact("Covered", &report.coverage);
    for check in &report.owed {
        fact("Owed", &format!("{} ({}).", check.message, check.labels.join(", ")));
    }
    for part in &report.parts {
        fact("Split", &format!("{part}."));
    }
    if article.provenance == Provenance::Theirs {
        fact("Text", "Published by somebody else; shown whole for the editor, not for passing on.");
    }
    if !article.published.is_empty() {
        fact("Published", &date(&article.published));
    }
    fact("Draft", &grouped(&article.article));
    page.raw("</dl>\n");
}

/// One decision: the sentence with its proposed wording, why, on what grounds, and boxes to tick.
fn row(page: &mut Page, sentence: &Sentence, decision: &Decision) {
    page.raw("<li>").label(sentence, decision.at, 's').raw("<div>");
    if decision.why != Why::Disputed {
        page.raw("<p><strong>").raw(decision.why.as_words()).raw(".</strong></p>");
    } else {
        page.raw("<span class=\"h\">Disputed. </span>");
    }
    let mut proposals = sentence.tags.iter().filter(|opinion| !opinion.changes.is_empty()).peekable();
    if proposals.peek().is_none() {
        page.raw("<p dir=\"auto\">").text(&sentence.text).raw("</p>");
    }
    let several = sentence.tags.iter().filter(|opinion| opinion.counts()).count() > 1;
    for opinion in proposals {
        page.raw("<p dir=\"auto\">");
        changes(page, opinion);
        page.raw("</p>");
        if several {
            page.raw("<p class=\"q\">Wording by ").text(&opinion.checker).raw(".</p>");
        }
    }
    for opinion in sentence.tags.iter().filter(|opinion| opinion.counts() && (several || !opinion.finding.is_empty())) {
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
            Change::Struck => ("<del><span class=\"h\">[struck: </span>", "<span class=\"h\">]</span></del>"),
            Change::Inserted => ("<ins><span class=\"h\">[put in: </span>", "<span class=\"h\">]</span></ins>"),
        };
        page.raw(open).text(&piece.text).raw(close);
    }
}

/// Attributed-only: who says it, and how it is known that they said it.
pub(super) fn attributed(page: &mut Page, report: &Report) {
    if report.attributed.is_empty() {
        return;
    }
    page.raw("<section aria-labelledby=\"t-attributed\">\n<h2 id=\"t-attributed\">Attributed-only: who says it</h2>\n<ol class=\"rows\">\n");
    for item in &report.attributed {
        let Some(sentence) = report.sentences.get(item.at) else { continue };
        page.raw("<li>").label(sentence, item.at, 's').raw("<div><p><strong dir=\"auto\">");
        page.text(if item.speaker.is_empty() { "Speaker not named" } else { &item.speaker });
        page.raw("</strong></p><p dir=\"auto\">").text(&sentence.text).raw("</p>");
        for opinion in sentence.tags.iter().filter(|opinion| opinion.counts() && !opinion.finding.is_empty()) {
            page.raw("<p class=\"f\" dir=\"auto\">").text(&opinion.finding).raw("</p>");
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
pub(super) fn notes(page: &mut Page, report: &Report) {
    if !report.sentences.iter().any(Sentence::has_note) {
        return;
    }
    page.raw("<section aria-labelledby=\"t-notes\">\n<h2 id=\"t-notes\">Notes</h2>\n<ol class=\"notes\">\n");
    for (at, sentence) in report.sentences.iter().enumerate().filter(|(_, sentence)| sentence.has_note()) {
        page.raw("<li id=\"n").number(at + 1).raw("\">").label(sentence, at, 's').raw("<div><p class=\"who\" dir=\"auto\">").text(&clip(&sentence.text, 64)).raw("</p>");
        for opinion in &sentence.tags {
            note(page, opinion);
        }
        for cited in &sentence.evidence {
            page.raw("<p>Source <a href=\"#q").number(cited.source).raw("\">").number(cited.source).raw("</a>");
            if !cited.locator.is_empty() {
                page.raw(", <bdi>").text(&cited.locator).raw("</bdi>");
            }
            if cited.quotation.is_empty() {
                page.raw(".");
            } else {
                page.raw(": <q dir=\"auto\">").text(&cited.quotation).raw("</q>");
            }
            page.raw("</p>");
        }
        for conflict in &sentence.conflicts {
            page.raw("<p><strong>Two values for ").text(&conflict.field).raw(":</strong> <bdi>").text(&conflict.values.join(" / ")).raw("</bdi></p>");
        }
        if !sentence.debts.is_empty() {
            page.raw("<p><strong>Owed:</strong> ").text(&sentence.debts.join("; ")).raw(".</p>");
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
    page.raw("</strong>").raw(standing_of_tag(opinion)).raw(" <span class=\"who\">").text(&opinion.checker);
    if !opinion.at.is_empty() {
        page.raw(", ").text(&date(&opinion.at));
    }
    page.raw("</span></p>");
    for (name, value) in [("", &opinion.finding), ("Speaker: ", &opinion.speaker), ("Proposed: ", &opinion.correction)] {
        if !value.is_empty() {
            page.raw("<p class=\"f\">").raw(name).raw("<bdi>").text(value).raw("</bdi></p>");
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
    page.raw("<section aria-labelledby=\"t-sources\">\n<h2 id=\"t-sources\">Sources</h2>\n<ol class=\"list src\">\n");
    for source in &report.sources {
        page.raw("<li id=\"q").number(source.number).raw("\"><span>").number(source.number).raw("</span><div><p dir=\"auto\">").text(&source.title).raw("</p>");
        if !source.url.is_empty() && source.url != source.title {
            page.raw("<p class=\"q\">");
            address(page, &source.url);
            page.raw("</p>");
        }
        page.raw("<p class=\"q\">Used by ");
        for (n, (at, label)) in source.at.iter().zip(&source.used_by).enumerate() {
            page.raw(if n == 0 { "" } else { ", " }).raw("<a href=\"#s").number(at + 1).raw("\">").text(label).raw("</a>");
        }
        page.raw(".</p></div></li>\n");
    }
    page.raw("</ol>\n</section>\n");
}

/// What is not closed.
pub(super) fn open(page: &mut Page, report: &Report) {
    page.raw("<section aria-labelledby=\"t-open\">\n<h2 id=\"t-open\">Not checked, not closed</h2>\n<p>").text(&report.scope.as_line()).raw("</p>\n");
    if !report.open.is_empty() {
        page.raw("<ol class=\"notes first\">\n");
        for open in &report.open {
            let Some(sentence) = report.sentences.get(open.at) else { continue };
            page.raw("<li>").label(sentence, open.at, 's').raw("<div><p dir=\"auto\">").text(&sentence.text).raw("</p><p class=\"who\">").text(&open.why).raw("</p></div></li>\n");
        }
        page.raw("</ol>\n");
    }
    page.raw("</section>\n");
}

/// How it was done, by whom, and what the tags mean.
pub(super) fn method(page: &mut Page, report: &Report) {
    page.raw("<section aria-labelledby=\"t-method\">\n<h2 id=\"t-method\">How this was checked</h2>\n<ul class=\"list\">\n");
    for line in &report.method {
        page.raw("<li>").text(line).raw("</li>\n");
    }
    for person in &report.people {
        page.raw("<li><strong dir=\"auto\">").text(&person.name).raw("</strong> (").text(&person.initials);
        if !person.id.is_empty() {
            page.raw(", key ").text(&grouped(&person.id));
        }
        page.raw(") ").text(&person.did).raw(".</li>\n");
    }
    let steps = report.article.steps;
    page.raw("<li>").number(steps).raw(if steps == 1 { " step is" } else { " steps are" }).raw(" on record.</li>\n</ul>\n<dl class=\"facts first\">\n");
    for meaning in &report.meanings {
        page.raw("<dt>").text(meaning.name).raw("</dt><dd>").text(meaning.text).raw("</dd>\n");
    }
    page.raw("</dl>\n</section>\n");
}
