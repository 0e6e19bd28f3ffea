//! `stet atoms`: the checkable facts of a text by themselves, without a library.

use std::collections::HashMap;

use serde::Serialize;
use stet_language::CodePointSpan;
use stet_language::atoms::{self, Atom, AtomKind, Day, Days, Value};

/// Start and end in code points.
type Place = [u32; 2];

/// The checkable facts of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Names, numbers, dates and superlatives, in the order of the text.
    pub atoms: Vec<Fact>,
    /// Words between quotation marks; they hold other facts, so they stand apart.
    pub quotations: Vec<Fact>,
    /// Figures for the same thing that nearly agree.
    pub near: Vec<[Place; 2]>,
}

/// One checkable fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Index of its sentence.
    pub sentence: u32,
    /// Where it stands; of a name, its proper nouns in a row.
    pub span: Place,
    /// The whole name, where adjectives or small words make it longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<Place>,
    /// What kind of fact it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The number, or both ends of a range: `312`, `8-10`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What it is a number of, where that is a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// The day or days a date means: `2026-11-03`, `2026-11-02/2026-11-08`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<String>,
    /// A number that all facts share that say the same in other sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same: Option<u32>,
}

/// Finds the facts of a text. Without `sentences` the text is split first; the language is guessed
/// if it is not given; `published` is an ISO 8601 date from which relative dates count.
#[must_use]
pub fn facts(
    text: &str,
    sentences: Option<&[Place]>,
    language: Option<&str>,
    published: Option<&str>,
) -> Facts {
    let language = language.unwrap_or_else(|| stet_language::guess_language(text));
    let spans: Vec<CodePointSpan> = match sentences {
        Some(given) => given
            .iter()
            .map(|[start, end]| CodePointSpan {
                start: *start,
                end: *end,
            })
            .collect(),
        None => stet_language::sentences(text, language, stet_language::Options::default()),
    };
    let published = published.and_then(Day::parse);
    let found = atoms::atoms(text, &spans, language);
    let mut same = HashMap::new();
    for (group, members) in (0_u32..).zip(atoms::links(&found, text, published)) {
        same.extend(members.into_iter().map(|member| (member, group)));
    }
    let mut facts = Facts::default();
    for (n, atom) in found.iter().enumerate() {
        let fact = fact(atom, published, same.get(&n).copied());
        if atom.kind == AtomKind::Quotation {
            facts.quotations.push(fact);
        } else {
            facts.atoms.push(fact);
        }
    }
    facts.near = atoms::near_figures(&found, text)
        .into_iter()
        .map(|pair| {
            [
                place(found[pair.first].span),
                place(found[pair.second].span),
            ]
        })
        .collect();
    facts
}

fn fact(atom: &Atom, published: Option<Day>, same: Option<u32>) -> Fact {
    let mut fact = Fact {
        sentence: atom.sentence,
        span: place(atom.span),
        whole: (atom.whole != atom.span).then(|| place(atom.whole)),
        kind: atom.kind.name(),
        value: None,
        unit: None,
        resolved: None,
        same,
    };
    match atom.value {
        Some(Value::Number(number)) => {
            fact.unit = number.unit;
            fact.value = Some(if number.low == number.high {
                number.low.to_string()
            } else {
                format!("{}-{}", number.low, number.high)
            });
        }
        Some(Value::Date(date)) => {
            fact.resolved = atoms::days(date, published).map(iso);
        }
        None => {}
    }
    fact
}

fn iso(days: Days) -> String {
    if days.first == days.last {
        days.first.to_string()
    } else {
        format!("{}/{}", days.first, days.last)
    }
}

const fn place(span: CodePointSpan) -> Place {
    [span.start, span.end]
}
