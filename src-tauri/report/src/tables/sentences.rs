//! One row a sentence, with what everybody noted on it.

use std::collections::{BTreeMap, BTreeSet};

use stet_core::report::{Dossier, Opinion, Report, Sentence, Source, standing_name, standing_of};

use super::{Cell, Column, Table, article, aside, kind, names};

/// How much a row says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// What is read beside a table of sources.
    Beside,
    /// All, since the table stands alone.
    Alone,
}

/// Who noted something: key and name, for one name may belong to two people.
type Who<'a> = (&'a str, &'a str);

/// The sentences of every article, in order.
pub(crate) fn sentences<'a>(
    dossier: &'a Dossier,
    titles: &'a [String],
    detail: Detail,
) -> Table<'a> {
    let alone = detail == Detail::Alone;
    let several = dossier.reports.len() > 1;
    let mut table = Table::new(
        "Sentences",
        several || alone,
        &[
            ("No.", 6),
            ("Label", 8),
            ("Kind", 11),
            ("Sentence", 60),
            ("Standing", 18),
            ("Open because", 22),
            ("Speaker", 20),
            ("Proposed wording", 40),
            ("Sources", 16),
            ("Passages", 36),
            ("Owed", 22),
            ("Two values", 22),
        ],
    );
    let column = |name: String, width| Column { name, width };
    let people = people(dossier);
    for name in people.values() {
        table.columns.push(column(format!("Tag: {name}"), 18));
        table.columns.push(column(format!("Finding: {name}"), 46));
    }
    if alone {
        for name in people.values() {
            table.columns.push(column(format!("Tagged on: {name}"), 20));
        }
        for name in [
            "Source titles and addresses",
            "Publish",
            "Draft",
            "Start",
            "End",
        ] {
            table.columns.push(column(name.into(), 16));
        }
    }
    let mut number = 0;
    for (report, title) in dossier.reports.iter().zip(titles) {
        let blocks: BTreeMap<u32, &'static str> = report
            .blocks
            .iter()
            .map(|block| (block.n, kind(block.kind)))
            .collect();
        let open: BTreeMap<usize, &str> = report
            .open
            .iter()
            .map(|open| (open.at, open.why.as_str()))
            .collect();
        let sources: BTreeMap<u32, &Source> = report
            .sources
            .iter()
            .map(|source| (source.number, source))
            .collect();
        for (at, sentence) in report.sentences.iter().enumerate() {
            number += 1;
            let mut row: Vec<Cell<'a>> = article(dossier, title, alone).into_iter().collect();
            row.extend([
                Cell::Number(number),
                Cell::Label(&sentence.label),
                (*blocks.get(&sentence.block).unwrap_or(&"")).into(),
                (&sentence.text).into(),
                Cell::Standing(sentence.standing),
                (*open.get(&at).unwrap_or(&"")).into(),
                each(sentence, |opinion| &opinion.speaker).into(),
                each(sentence, |opinion| &opinion.correction).into(),
                places(sentence).into(),
                passages(sentence).into(),
                sentence.debts.join("; ").into(),
                conflicts(sentence).into(),
            ]);
            let by = |who: &Who<'a>| -> Vec<&'a Opinion> {
                let own = |opinion: &&Opinion| {
                    (opinion.checker_id.as_str(), opinion.checker.as_str()) == *who
                };
                sentence.tags.iter().filter(own).collect()
            };
            for who in people.keys() {
                let opinions = by(who);
                row.push(lines(opinions.iter().map(|opinion| tag(opinion))).into());
                row.push(findings(&opinions).into());
            }
            if alone {
                for who in people.keys() {
                    row.push(lines(by(who).iter().map(|opinion| opinion.at.clone())).into());
                }
                row.extend([
                    cited(sentence, &sources).into(),
                    if sentence.publish { "yes" } else { "no" }.into(),
                    (&report.article.article).into(),
                    Cell::Number(sentence.start.0),
                    Cell::Number(sentence.end.0),
                ]);
            }
            table.row(row);
        }
    }
    debug_assert_eq!(titles, names(dossier), "a title for each article");
    table
}

/// Everybody who noted something, with the name that heads their columns.
fn people(dossier: &Dossier) -> BTreeMap<Who<'_>, String> {
    let all: BTreeSet<Who<'_>> = dossier
        .reports
        .iter()
        .flat_map(|report: &Report| &report.sentences)
        .flat_map(|sentence| &sentence.tags)
        .map(|opinion| (opinion.checker_id.as_str(), opinion.checker.as_str()))
        .collect();
    let twice = |name: &str| all.iter().filter(|(_, other)| *other == name).count() > 1;
    all.iter()
        .map(|&(id, name)| {
            let head = if twice(name) {
                format!("{name} ({id})")
            } else {
                name.to_owned()
            };
            ((id, name), head)
        })
        .collect()
}

/// Lines of a cell, without the empty ones.
fn lines(lines: impl Iterator<Item = String>) -> String {
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn tag(opinion: &Opinion) -> String {
    let name = opinion
        .tag
        .map_or("not tagged", |tag| standing_name(standing_of(tag)));
    format!("{name}{}", aside(opinion))
}

/// A person's findings; with their tags where one person has several.
fn findings(opinions: &[&Opinion]) -> String {
    match opinions {
        [one] => one.finding.clone(),
        several => lines(
            several
                .iter()
                .filter(|opinion| !opinion.finding.is_empty())
                .map(|opinion| format!("{}: {}", tag(opinion), opinion.finding)),
        ),
    }
}

/// What people entered in one field: as it is where they agree, else each by name.
pub(super) fn each(sentence: &Sentence, field: fn(&Opinion) -> &String) -> String {
    let entered: Vec<&Opinion> = sentence
        .tags
        .iter()
        .filter(|opinion| !field(opinion).is_empty())
        .collect();
    match entered.as_slice() {
        [] => String::new(),
        [first, rest @ ..]
            if entered.iter().all(|opinion| opinion.counts())
                && rest.iter().all(|opinion| field(opinion) == field(first)) =>
        {
            field(first).clone()
        }
        several => {
            lines(several.iter().map(|opinion| {
                format!("{}{}: {}", opinion.checker, aside(opinion), field(opinion))
            }))
        }
    }
}

/// Numbers of sources, each with where in it: a line each.
pub(super) fn places(sentence: &Sentence) -> String {
    lines(sentence.evidence.iter().map(|cited| {
        if cited.locator.is_empty() {
            cited.source.to_string()
        } else {
            format!("{}, {}", cited.source, cited.locator)
        }
    }))
}

fn passages(sentence: &Sentence) -> String {
    lines(
        sentence
            .evidence
            .iter()
            .filter(|cited| !cited.quotation.is_empty())
            .map(|cited| format!("{}: “{}”", cited.source, cited.quotation)),
    )
}

fn conflicts(sentence: &Sentence) -> String {
    let decided = sentence.decided.iter();
    let decided = decided.map(|one| format!("{}{}", one.lead(), one.words()));
    let two = sentence.conflicts.iter();
    let two = two.map(|one| format!("{}: {}", one.field, one.values.join(" / ")));
    lines(decided.chain(two))
}

fn cited(sentence: &Sentence, sources: &BTreeMap<u32, &Source>) -> String {
    let line = |number: u32| {
        let source = sources.get(&number)?;
        Some(if source.url.is_empty() || source.url == source.title {
            format!("{number}: {}", source.title)
        } else {
            format!("{number}: {} <{}>", source.title, source.url)
        })
    };
    lines(sentence.cites().into_iter().filter_map(line))
}
