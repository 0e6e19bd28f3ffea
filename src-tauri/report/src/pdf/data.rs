//! The dossier as the template reads it: everything in words, in the order of the pages.

use serde_json::{Value, json};
use stet_core::{
    report::{
        Decision, Dossier, Opinion, Report, Sentence, Why, date, diff::Change, standing_name,
        standing_of,
    },
    view::{BlockKind, Provenance, Standing},
};

use super::{
    behind, letters,
    text::{language, text, visible},
};
use crate::{Options, Paper, claimreview::reviews, inert::link};

/// Everything that is printed.
pub(super) fn dossier(dossier: &Dossier, options: Options) -> Value {
    json!({
        "title": titled(&dossier.title),
        "head": visible(&stet_core::report::clip(&dossier.title, 70)),
        "audience": format!("Fact-check report, {}", dossier.profile.audience()),
        "date": parsed(&dossier.date),
        "day": visible(&date(&dossier.date)),
        "program": visible(&dossier.program),
        "paper": match options.paper { Paper::A4 => "a4", Paper::Letter => "us-letter" },
        "house": { "name": text(&dossier.house.name), "url": address(&dossier.house.url) },
        "reports": dossier.reports.iter().map(|one| whole(one, dossier)).collect::<Vec<_>>(),
    })
}

/// Year, month and day of an ISO 8601 date.
fn parsed(iso: &str) -> Option<[u32; 3]> {
    let mut parts = iso.get(..10)?.split('-').map(str::parse);
    match (parts.next()?, parts.next()?, parts.next()?) {
        (Ok(year @ 1..=9999), Ok(month @ 1..=12), Ok(day @ 1..=28)) => Some([year, month, day]),
        // Later days than every month has are checked by the template's own calendar.
        (Ok(year @ 1..=9999), Ok(month @ (1 | 3..=12)), Ok(day @ 29..=30)) => {
            Some([year, month, day])
        }
        (Ok(year @ 1..=9999), Ok(month @ (1 | 3 | 5 | 7 | 8 | 10 | 12)), Ok(day @ 31)) => {
            Some([year, month, day])
        }
        _ => None,
    }
}

/// A title that a document may have: PDF/UA wants one.
fn titled(title: &str) -> String {
    let shown = visible(title);
    let words: Vec<&str> = shown.split_whitespace().collect();
    if words.is_empty() {
        "Untitled".into()
    } else {
        words.join(" ")
    }
}

/// Bytes from which a row may be broken over two pages; shorter ones stay together.
pub(super) const LONG: usize = 900;

/// Whether the row of a sentence may be broken over two pages.
pub(super) fn is_long(sentence: &Sentence) -> bool {
    let noted = sentence.tags.iter().map(|one| {
        80 + one.finding.len() + one.correction.len() + one.speaker.len() + one.checker.len()
    });
    let cited = sentence
        .evidence
        .iter()
        .map(|one| 60 + one.quotation.len() + one.locator.len());
    let values = sentence
        .conflicts
        .iter()
        .flat_map(|one| &one.values)
        .map(String::len);
    let decided = sentence.decided.iter();
    let decided = decided.map(|one| 80 + one.reason.len() + one.checker.len());
    let owed = sentence.debts.iter().map(String::len).chain(decided);
    let lengths = noted.chain(cited).chain(values).chain(owed);
    sentence.text.len() + sentence.label.len() * 20 + lengths.sum::<usize>() > LONG
}

fn whole(one: &Report, dossier: &Dossier) -> Value {
    let mut all = report(one, dossier);
    let line = letters::line(&all);
    if let Some(facts) = all["facts"].as_array_mut().filter(|_| !line.is_empty()) {
        facts.push(json!(["Letters", line, null]));
    }
    all
}

/// One report.
pub(super) fn report(report: &Report, dossier: &Dossier) -> Value {
    let article = &report.article;
    let lang = language(&article.lang);
    json!({
        "title": match text(&article.title) {
            Value::String(_) => titled(&article.title).into(),
            rtl => rtl,
        },
        "by": text(&report.checked_by),
        "long": article.title.len() > LONG,
        "sample": article.sample,
        "draft": visible(&stet_core::report::clip(&grouped(&article.article), 40)),
        "headline": text(&report.headline),
        "summary": text(&report.summary),
        "strip": strip(report),
        "decisions": report.decisions.iter().filter_map(|one| decision(report, one)).collect::<Vec<_>>(),
        "facts": facts(report),
        "key": key(report),
        "quoted": report.quoted,
        "left": (report.totals.sentences as usize)
            .saturating_sub(report.sentences.chunk_by(|a, b| a.whole == b.whole).count()),
        "lang": lang.as_ref().map(|(lang, _)| lang),
        "region": lang.as_ref().and_then(|(_, region)| region.as_ref()),
        "sentences": report.sentences.iter().map(sentence).collect::<Vec<_>>(),
        "blocks": report.blocks.iter().map(|block| json!({
            "kind": kind(block.kind),
            "first": block.sentences.start,
            "end": block.sentences.end,
            "after": text(&block.after),
        })).collect::<Vec<_>>(),
        "attributed": behind::attributed(report),
        "notes": behind::notes(report, &reviews(report, dossier)),
        "sources": behind::sources(report),
        "scope": text(&report.scope.as_line()),
        "open": behind::open(report),
        "method": behind::method(report),
        "tables": behind::tables(report),
        "meanings": report.meanings.iter().map(|one| json!([one.name, one.text])).collect::<Vec<_>>(),
    })
}

/// The letter by which the template knows how a standing is shown.
pub(super) const fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Verified => "v",
        Standing::Disputed => "d",
        Standing::AttributedOnly => "a",
        Standing::NoClaim => "n",
        Standing::Untagged => "o",
        Standing::Disagreement => "x",
    }
}

const fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph | BlockKind::TableCell => "paragraph",
        BlockKind::ListItem => "item",
        BlockKind::Quotation => "quotation",
        BlockKind::Caption | BlockKind::Credit => "caption",
    }
}

fn sentence(piece: &Sentence) -> Value {
    json!({
        "label": visible(&piece.label),
        "mark": mark(piece.standing),
        "before": visible(&piece.before),
        "text": text(&piece.text),
        "note": piece.has_note(),
        "margin": text(&piece.margin),
        "cites": piece.cites(),
    })
}

/// A reference to a sentence: its index, label and mark.
pub(super) fn place(report: &Report, at: usize) -> Value {
    report.sentences.get(at).map_or(Value::Null, |one| {
        json!({ "at": at, "label": visible(&one.label), "mark": mark(one.standing), "note": one.has_note() })
    })
}

/// Sources with locators: `[[3, "p. 40"]]`.
pub(super) fn cites(piece: &Sentence) -> Value {
    piece
        .evidence
        .iter()
        .map(|cited| json!([cited.source, text(&cited.locator)]))
        .collect()
}

/// An address: `{text, href}`, `href` null where it is not safe to follow; null where there is none.
pub(super) fn address(url: &str) -> Value {
    if url.is_empty() {
        Value::Null
    } else {
        json!({ "text": visible(url), "href": link(url) })
    }
}

/// Runs of one standing: `["v", first, sentences]`.
fn strip(report: &Report) -> Value {
    let mut at = 0;
    let run = |run: &[Sentence]| {
        let first = at;
        at += run.len();
        json!([mark(run[0].standing), first, run.len()])
    };
    report
        .sentences
        .chunk_by(|a, b| a.standing == b.standing)
        .map(run)
        .collect()
}

fn decision(report: &Report, decision: &Decision) -> Option<Value> {
    let sentence = report.sentences.get(decision.at)?;
    let counting = || sentence.tags.iter().filter(|opinion| opinion.counts());
    let several = counting().count() > 1;
    let mut wordings: Vec<Value> = sentence
        .tags
        .iter()
        .filter(|opinion| !opinion.changes.is_empty())
        .map(|opinion| json!({ "pieces": changes(opinion), "by": if several { text(&opinion.checker) } else { "".into() } }))
        .collect();
    if wordings.is_empty() {
        wordings.push(json!({ "pieces": [["same", text(&sentence.text)]], "by": "" }));
    }
    let findings: Vec<Value> = counting()
        .filter(|opinion| several || !opinion.finding.is_empty())
        .map(|opinion| {
            let tag = opinion
                .tag
                .map(|tag| format!(": {}", standing_name(standing_of(tag))));
            let who = format!("{}{}.", opinion.checker, tag.unwrap_or_default());
            json!([
                if several {
                    visible(&who)
                } else {
                    String::new()
                },
                text(&opinion.finding)
            ])
        })
        .collect();
    Some(json!({
        "place": place(report, decision.at),
        "why": if decision.why == Why::Disputed { "" } else { decision.why.as_words() },
        "wordings": wordings,
        "findings": findings,
        "cites": cites(sentence),
        "long": is_long(sentence),
    }))
}

fn changes(opinion: &Opinion) -> Value {
    let name = |change| match change {
        Change::Same => "same",
        Change::Struck => "struck",
        Change::Inserted => "inserted",
    };
    opinion
        .changes
        .iter()
        .map(|piece| json!([name(piece.change), text(&piece.text)]))
        .collect()
}

/// What was checked, how far, and what is owed: `[name, text, labels]`.
fn facts(report: &Report) -> Vec<Value> {
    let article = &report.article;
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: &str| {
        if !value.is_empty() {
            facts.push(json!([name, text(value), null]));
        }
    };
    fact("Scope", &report.scope.as_line());
    fact("Covered", &report.coverage);
    fact("Owed", &report.handed_over);
    for check in &report.owed {
        fact(
            "Owed",
            &format!("{}: {}.", check.message, check.labels.join(", ")),
        );
    }
    for part in &report.parts {
        fact("Split", &format!("{part}."));
    }
    fact("By", &article.authors.join(", "));
    let published = [article.publisher.as_str(), &date(&article.published)];
    let published = published.into_iter().filter(|part| !part.is_empty());
    fact("Published", &published.collect::<Vec<_>>().join(", "));
    match (article.provenance, report.quoted) {
        (Provenance::Ours, _) => {}
        (_, true) => fact(
            "Text",
            "Published by somebody else; only the sentences that were checked are quoted.",
        ),
        (_, false) => fact(
            "Text",
            "Published by somebody else; shown whole for internal use, not for passing on.",
        ),
    }
    if !article.url.is_empty() {
        facts.push(json!(["Address", "", address(&article.url)]));
    }
    facts.push(json!(["Draft", visible(&grouped(&article.article)), null]));
    facts
}

fn key(report: &Report) -> Value {
    let shown = |standing: Standing| {
        matches!(
            standing,
            Standing::Verified | Standing::AttributedOnly | Standing::Disputed
        ) || report
            .sentences
            .iter()
            .any(|sentence| sentence.standing == standing)
    };
    report
        .meanings
        .iter()
        .filter(|meaning| shown(meaning.standing))
        .map(|meaning| json!([mark(meaning.standing), meaning.name, meaning.brief]))
        .collect()
}

/// A fingerprint in groups of four, as people compare it.
pub(super) fn grouped(fingerprint: &str) -> String {
    let chars: Vec<char> = fingerprint.chars().collect();
    chars
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
