//! Page one as lines: what it is, its value, what more is to be said.

use stet_core::{
    report::{Dossier, Report, Totals, date},
    view::Standing,
};

use super::{Cell, Table, article};

/// What stands in the way, the counts, what was done by whom, of every article.
pub(crate) fn summary<'a>(dossier: &'a Dossier, titles: &'a [String]) -> Table<'a> {
    let mut table = Table::new(
        "Summary",
        dossier.reports.len() > 1,
        &[("What", 26), ("Value", 80), ("More", 70)],
    );
    for (report, title) in dossier.reports.iter().zip(titles) {
        for line in first(report).into_iter().chain(behind(report)) {
            table.row(article(dossier, title, false).into_iter().chain(line));
        }
    }
    table
}

type Line<'a> = [Cell<'a>; 3];

fn line<'a>(what: &'a str, value: impl Into<Cell<'a>>, more: impl Into<Cell<'a>>) -> Line<'a> {
    [what.into(), value.into(), more.into()]
}

/// What is read first: where it stands, and the counts.
fn first(report: &Report) -> Vec<Line<'_>> {
    let article = &report.article;
    let mut lines = vec![
        line("Article", &article.title, ""),
        line(
            "Fact-check report",
            report.profile.audience(),
            date(&article.date),
        ),
        [
            "In one line".into(),
            Cell::Strong(&report.headline),
            "".into(),
        ],
        line("Counts", &report.summary, ""),
    ];
    if !report.handed_over.is_empty() {
        lines.push(line("Left open", &report.handed_over, ""));
    }
    lines.push(line("Checked", &report.checked_by, ""));
    let count = |totals: &Totals, standing| match standing {
        Standing::Untagged => totals.untagged,
        Standing::Verified => totals.verified,
        Standing::Disputed => totals.disputed,
        Standing::AttributedOnly => totals.attributed_only,
        Standing::NoClaim => totals.no_claim,
        Standing::Disagreement => totals.disagreement,
    };
    for meaning in &report.meanings {
        lines.push([
            Cell::Standing(meaning.standing),
            Cell::Number(count(&report.totals, meaning.standing)),
            meaning.text.into(),
        ]);
    }
    lines.push([
        "Sentences".into(),
        Cell::Number(report.totals.sentences),
        "".into(),
    ]);
    lines.push(["Words".into(), Cell::Number(report.totals.words), "".into()]);
    lines.push([
        "Words in closed sentences".into(),
        Cell::Number(report.totals.words_closed),
        (&report.coverage).into(),
    ]);
    lines
}

/// What is behind it: scope, what is owed, the article, who did what and how.
fn behind(report: &Report) -> Vec<Line<'_>> {
    let article = &report.article;
    let mut lines = vec![line("Scope", report.scope.as_line(), "")];
    lines.extend(
        report
            .owed
            .iter()
            .map(|check| line("Owed", &check.message, check.labels.join(", "))),
    );
    lines.extend(report.parts.iter().map(|part| line("Split", part, "")));
    for (what, value) in [
        ("By", article.authors.join(", ")),
        ("Publisher", article.publisher.clone()),
        ("Published", date(&article.published)),
        ("Language", article.lang.clone()),
        ("Draft", article.article.clone()),
    ] {
        if !value.is_empty() {
            lines.push(line(what, value, ""));
        }
    }
    if !article.url.is_empty() {
        lines.push(["Address".into(), Cell::Address(&article.url), "".into()]);
    }
    if article.sample {
        lines.push(line(
            "Sample",
            "Stet’s sample article; its people, places and sources are invented.",
            "",
        ));
    }
    lines.extend(report.people.iter().map(|person| {
        let key = if person.id.is_empty() {
            String::new()
        } else {
            format!("key {}", person.id)
        };
        line(
            "Checker",
            format!("{} ({})", person.name, person.initials),
            [person.did.as_str(), key.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        )
    }));
    lines.extend(
        report
            .method
            .iter()
            .map(|statement| line("Method", statement, "")),
    );
    lines.push([
        "Steps on record".into(),
        Cell::Number(article.steps),
        "".into(),
    ]);
    lines.push(line("Written by", &article.program, ""));
    lines
}
