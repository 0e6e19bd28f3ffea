//! Marks in brackets: what a sentence shows, then what else is noted about it.

use std::fmt::Write;

use stet_core::{
    report::{Opinion, Report, Sentence, tag_name},
    view::Standing,
};

use super::flat::flat;
use crate::tables::aside;

/// Every word that may follow a bracket of ours.
pub(super) const WORDS: &[&str] = &[
    "CONFIRMED",
    "CHECK",
    "ATTRIBUTED",
    "NO CLAIM",
    "UNTAGGED",
    "DISAGREEMENT",
    "PROPOSED",
    "SOURCE",
    "NOTE",
    "TWO VALUES",
    "OWED",
];

/// The mark of a standing.
pub(super) const fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Verified => "CONFIRMED",
        Standing::Disputed => "CHECK",
        Standing::AttributedOnly => "ATTRIBUTED",
        Standing::NoClaim => "NO CLAIM",
        Standing::Untagged => "UNTAGGED",
        Standing::Disagreement => "DISAGREEMENT",
    }
}

/// The sentence with its marks: the first behind it, the others below, `margin` columns in.
pub(super) fn write(
    out: &mut String,
    report: &Report,
    at: usize,
    sentence: &Sentence,
    margin: usize,
) {
    let margin = " ".repeat(margin);
    let says = said(report, at, sentence);
    let colon = if says.is_empty() { "" } else { ": " };
    line!(
        out,
        "{} [{}{colon}{says}]",
        flat(&sentence.text),
        word(sentence.standing)
    );
    let several = counting(sentence).count() > 1;
    for opinion in counting(sentence).filter(|one| !one.correction.is_empty()) {
        let by = if several {
            format!(" by {}", flat(&opinion.checker))
        } else {
            String::new()
        };
        line!(out, "{margin}[PROPOSED{by}: {}]", flat(&opinion.correction));
    }
    if !sentence.evidence.is_empty() {
        line!(
            out,
            "{margin}[{}]",
            cites(sentence).replacen("Source", "SOURCE", 1)
        );
    }
    for opinion in sentence
        .tags
        .iter()
        .filter(|one| !one.counts() || one.tag.is_none())
    {
        note(out, opinion, &margin);
    }
    for decided in &sentence.decided {
        let lead = if decided.holds {
            "DECIDED"
        } else {
            "WAS DECIDED, and tagged anew since"
        };
        line!(out, "{margin}[{lead}: {}]", flat(&decided.words()));
    }
    for conflict in &sentence.conflicts {
        let values: Vec<String> = conflict.values.iter().map(|value| flat(value)).collect();
        line!(
            out,
            "{margin}[TWO VALUES for {}: {}]",
            flat(&conflict.field),
            values.join(" / ")
        );
    }
    if !sentence.debts.is_empty() {
        line!(out, "{margin}[OWED: {}]", flat(&sentence.debts.join("; ")));
    }
}

/// Tags that speak of exactly these words.
fn counting(sentence: &Sentence) -> impl Iterator<Item = &Opinion> {
    sentence.tags.iter().filter(|one| one.counts())
}

/// What the first mark says after its word.
fn said(report: &Report, at: usize, sentence: &Sentence) -> String {
    let tagged: Vec<&Opinion> = counting(sentence).filter(|one| one.tag.is_some()).collect();
    let by_name = |opinion: &&Opinion| {
        let mut line = flat(&opinion.checker);
        if sentence.standing == Standing::Disagreement {
            let _ = write!(line, " {}", opinion.tag.map_or("", tag_name));
        }
        if !opinion.finding.is_empty() {
            let _ = write!(line, ": {}", flat(&opinion.finding));
        }
        line
    };
    let findings = || match tagged.as_slice() {
        [one] => flat(&one.finding),
        several => several
            .iter()
            .filter(|one| !one.finding.is_empty())
            .map(by_name)
            .collect::<Vec<_>>()
            .join(" / "),
    };
    match sentence.standing {
        Standing::Verified | Standing::Disputed | Standing::NoClaim => findings(),
        Standing::AttributedOnly => {
            let mut speakers: Vec<String> = tagged
                .iter()
                .filter(|one| !one.speaker.is_empty())
                .map(|one| flat(&one.speaker))
                .collect();
            speakers.dedup();
            if speakers.is_empty() {
                speakers.push("speaker not named".into());
            }
            let findings = findings();
            let dot = if findings.is_empty() { "" } else { ". " };
            format!("{}{dot}{findings}", speakers.join(" / "))
        }
        Standing::Disagreement => tagged.iter().map(by_name).collect::<Vec<_>>().join(" / "),
        // That nobody has concluded is what the mark itself says.
        Standing::Untagged => report
            .open
            .binary_search_by_key(&at, |open| open.at)
            .ok()
            .and_then(|found| report.open.get(found))
            .filter(|open| open.why != "nobody has concluded")
            .map_or_else(String::new, |open| flat(&open.why)),
    }
}

/// Where it is from, on one line: "Source 1, p. 40: “…”; 2".
pub(super) fn cites(sentence: &Sentence) -> String {
    if sentence.evidence.is_empty() {
        return "No source.".into();
    }
    let mut out = String::from("Source ");
    for (n, cited) in sentence.evidence.iter().enumerate() {
        let _ = write!(out, "{}{}", if n > 0 { "; " } else { "" }, cited.source);
        if !cited.locator.is_empty() {
            let _ = write!(out, ", {}", flat(&cited.locator));
        }
        if !cited.quotation.is_empty() {
            let _ = write!(out, ": “{}”", flat(&cited.quotation));
        }
    }
    out
}

/// What somebody noted that does not count for these words, or without a tag.
fn note(out: &mut String, opinion: &Opinion, margin: &str) {
    let tag = opinion.tag.map_or("not tagged", tag_name);
    let mut line = format!("{tag}{}", aside(opinion));
    for (name, value) in [
        (". ", &opinion.finding),
        (". Speaker: ", &opinion.speaker),
        (". Proposed: ", &opinion.correction),
    ] {
        // What counts is printed as a proposal already.
        let printed = name == ". Proposed: " && opinion.counts();
        if !value.is_empty() && !printed {
            let _ = write!(line, "{name}{}", flat(value));
        }
    }
    line!(out, "{margin}[NOTE by {}: {line}]", flat(&opinion.checker));
}
