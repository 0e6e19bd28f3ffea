//! What is behind the decisions, for the template: who says it, notes, sources, what is open, how
//! it was done.

use serde_json::{Value, json};
use stet_core::{
    report::{Opinion, Profile, Report, Sentence, Table, clip, date, standing_name, standing_of},
    view::{Fit, TagState},
};

use crate::claimreview::Review;

use super::{
    data::{LONG, address, cites, grouped, is_long, place},
    text::{text, visible},
};

pub(super) fn attributed(report: &Report) -> Value {
    let item = |item: &stet_core::report::Attributed| {
        let sentence = report.sentences.get(item.at)?;
        let speaker = if item.speaker.is_empty() {
            "Speaker not named"
        } else {
            &item.speaker
        };
        let findings = sentence
            .tags
            .iter()
            .filter(|one| one.counts() && !one.finding.is_empty());
        Some(json!({
            "place": place(report, item.at),
            "speaker": text(speaker),
            "text": text(&sentence.text),
            "findings": findings.map(|one| text(&one.finding)).collect::<Vec<_>>(),
            "cites": cites(sentence),
            "long": is_long(sentence),
        }))
    };
    report.attributed.iter().filter_map(item).collect()
}

pub(super) fn notes(report: &Report, published: &[Review<'_>]) -> Value {
    let noted = report
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.has_note());
    noted
        .map(|(at, sentence)| {
            let review = published
                .binary_search_by_key(&at, |review| review.at)
                .ok()
                .and_then(|found| published.get(found));
            note(report, at, sentence, review)
        })
        .collect()
}

fn note(report: &Report, at: usize, sentence: &Sentence, published: Option<&Review<'_>>) -> Value {
    let sources = sentence
        .evidence
        .iter()
        .map(|cited| json!([cited.source, text(&cited.locator), text(&cited.quotation)]));
    let conflicts = sentence
        .conflicts
        .iter()
        .map(|conflict| json!([visible(&conflict.field), text(&conflict.values.join(" / "))]));
    json!({
        "place": place(report, at),
        "of": text(&clip(&sentence.text, 64)),
        "opinions": sentence.tags.iter().map(opinion).collect::<Vec<_>>(),
        "decided": sentence.decided.iter().map(|one| json!([one.lead(), text(&one.words())])).collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
        "conflicts": conflicts.collect::<Vec<_>>(),
        "owed": visible(&sentence.debts.join("; ")),
        "published": published.map(|review| json!({
            "rating": review.rating,
            "house": text(review.house),
            "lacks": visible(&review.incomplete().unwrap_or_default()),
        })),
        "long": is_long(sentence),
    })
}

fn opinion(opinion: &Opinion) -> Value {
    let tag = opinion.tag.map_or_else(
        || "Not tagged".to_owned(),
        |tag| capital(standing_name(standing_of(tag))),
    );
    let mut who = opinion.checker.clone();
    if !opinion.at.is_empty() {
        who = format!("{who}, {}", date(&opinion.at));
    }
    let lines: Vec<Value> = [
        ("", &opinion.finding),
        ("Speaker: ", &opinion.speaker),
        ("Proposed: ", &opinion.correction),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| json!([name, text(value)]))
    .collect();
    json!({ "tag": tag, "fit": why_not(opinion), "who": visible(&who), "lines": lines })
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Why a tag does not count for this sentence; empty when it does.
const fn why_not(opinion: &Opinion) -> &'static str {
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => "(suspended: the words changed since)",
        (TagState::Ambiguous, _) => "(unplaced: the words now stand more than once)",
        (TagState::Current, Fit::Exact) => "",
        (TagState::Current, Fit::Wider) => "(given to a longer stretch)",
        (TagState::Current, Fit::Narrower) => "(given to a part)",
        (TagState::Current, Fit::Partial) => "(given to other boundaries)",
    }
}

pub(super) fn sources(report: &Report) -> Value {
    let source = |source: &stet_core::report::Source| {
        let users: Vec<Value> = source.at.iter().map(|at| place(report, *at)).collect();
        let url = if source.url == source.title {
            ""
        } else {
            &source.url
        };
        json!({ "number": source.number, "title": text(&source.title), "url": address(url), "users": users, "long": source.title.len() + source.url.len() + source.at.len() * 8 > LONG })
    };
    report.sources.iter().map(source).collect()
}

pub(super) fn open(report: &Report) -> Value {
    let open = |open: &stet_core::report::Open| {
        let sentence = report.sentences.get(open.at)?;
        Some(
            json!({ "place": place(report, open.at), "text": text(&sentence.text), "why": visible(&open.why), "long": is_long(sentence) }),
        )
    };
    report.open.iter().filter_map(open).collect()
}

/// How often two readers gave which tags: rows of numbers, and the largest of them.
pub(super) fn tables(report: &Report) -> Value {
    let tables = report.second_readings.iter().flat_map(|one| &one.tables);
    let table = |table: &Table| {
        let most = table.sentences.iter().flatten().max().copied();
        json!({
            "caption": visible(&table.caption),
            "tags": table.tags,
            "rows": table.sentences,
            "most": most.unwrap_or(0).max(1),
        })
    };
    tables.map(table).collect()
}

/// How it was done and by whom: `[name in bold, text]`.
pub(super) fn method(report: &Report) -> Value {
    let steps = report.article.steps;
    let mut lines: Vec<Value> = report
        .method
        .iter()
        .map(|line| json!(["", visible(line)]))
        .collect();
    for person in report.people.iter().filter(|one| !one.name.is_empty()) {
        let key = if person.id.is_empty() {
            String::new()
        } else {
            format!(", key {}", grouped(&person.id))
        };
        let did = if report.profile == Profile::Public {
            format!("{}.", person.did)
        } else {
            format!("({}{key}) {}.", person.initials, person.did)
        };
        lines.push(json!([visible(&person.name), visible(&did)]));
    }
    let verb = if steps == 1 { "step is" } else { "steps are" };
    lines.push(json!(["", format!("{steps} {verb} on record.")]));
    lines.into()
}
