//! Agreement, as it crosses to readers: the window, the command line, reports.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    agreement::{Figure, TAGS, Table, alpha},
    article::Article,
    ids::Actor,
    people::People,
    reading::{Reading, Tags},
    text::{CodePoint, Span},
    time,
    view::Tag,
};

/// A checker whose tags are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ReaderView {
    /// Name.
    pub checker: String,
    /// Fingerprint of the key, 16 hex digits.
    pub checker_id: String,
    /// How many of the sentences this checker had tagged.
    pub tagged: u32,
}

/// How far two checkers agree on one tag.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TagAgreement {
    /// The tag.
    pub tag: Tag,
    /// How often the first gave it, of what both tagged.
    pub first: u32,
    /// How often the second did.
    pub second: u32,
    /// How often both did, of one sentence.
    pub both: u32,
    /// Specific agreement, 0 to 1; none where neither gave it.
    pub agreement: Option<f64>,
}

/// Two checkers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PairView {
    /// The first's name.
    pub first: String,
    /// The second's.
    pub second: String,
    /// Sentences that both tagged.
    pub both: u32,
    /// Sentences that both tagged alike.
    pub agreed: u32,
    /// Cohen's kappa.
    pub kappa: Option<Figure>,
    /// How often the first (rows) gave one tag and the second (columns) another, in the order of
    /// `tags`.
    pub table: Vec<Vec<u32>>,
    /// Tag by tag: verified, disputed, attributed-only, no claim.
    pub tags: Vec<TagAgreement>,
}

/// A sentence on which the checkers differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Disagreement {
    /// Its label.
    pub label: String,
    /// First code point.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
    /// Its words.
    pub text: String,
    /// What each of the checkers gave it, in their order; none of whoever did not tag it.
    pub tags: Vec<Option<Tag>>,
}

/// How far the checkers of an article agree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AgreementView {
    /// The article's id: 16 hex digits.
    pub article: String,
    /// Its title.
    pub title: String,
    /// The reading that was finished; none: the tags as they stand now, whoever saw what.
    pub reading: Option<String>,
    /// When it was, ISO 8601 UTC; empty of the tags as they stand.
    pub at: String,
    /// Whether the second reader saw nothing of the others' work until then.
    pub blind: bool,
    /// How many sentences were to be read.
    pub sentences: u32,
    /// Whether those were all of the article.
    pub whole: bool,
    /// The checkers: who tagged first, then the reader.
    pub readers: Vec<ReaderView>,
    /// Every two of them.
    pub pairs: Vec<PairView>,
    /// Krippendorff's alpha over all of them, nominal.
    pub alpha: Option<Figure>,
    /// Sentences on which they differ, in the order of the text.
    pub disagreements: Vec<Disagreement>,
}

impl Article {
    /// How far its checkers agree: once for every reading that was finished, on what was tagged by
    /// then; and on the tags as they stand, where no reading tells. Whoever reads blind is told
    /// nothing.
    #[must_use]
    pub fn agreements(&self, people: &People) -> Vec<AgreementView> {
        if self.is_blind() {
            return Vec::new();
        }
        let mut found: Vec<AgreementView> = self
            .readings()
            .iter()
            .flat_map(|reading| reading.done.keys().map(move |reader| (reading, *reader)))
            .filter_map(|(reading, reader)| self.of_reading(reading, reader, people))
            .collect();
        found.sort_by(|a, b| a.at.cmp(&b.at));
        if found.is_empty() {
            let all = self.tags_by_checker();
            let scope: Vec<Span> = self.units().iter().map(|unit| unit.span).collect();
            found.extend((all.len() > 1).then(|| self.compared(&scope, &all, people)));
        }
        found
    }

    fn of_reading(
        &self,
        reading: &Reading,
        reader: Actor,
        people: &People,
    ) -> Option<AgreementView> {
        let (event, tags) = reading.done.get(&reader)?;
        let mut all = tags.clone();
        all.sort_by_key(|one| one.checker == reader);
        let scope: Vec<Span> = match &reading.task.sentences {
            Some(sentences) => sentences.clone(),
            // As they were cut when it was done, as far as anybody tagged them; and as they are.
            None => {
                let units = self.units().iter().map(|unit| unit.span);
                let tagged = all.iter().flat_map(|one| one.tags.keys().copied());
                units
                    .chain(tagged)
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect()
            }
        };
        Some(AgreementView {
            reading: Some(reading.id.to_string()),
            at: time::iso(event.time_ms()),
            blind: reading.task.blind,
            whole: reading.task.sentences.is_none(),
            ..self.compared(&scope, &all, people)
        })
    }

    fn compared(&self, scope: &[Span], all: &[Tags], people: &People) -> AgreementView {
        let name = |one: &Tags| people.name(one.checker);
        let given = |one: &Tags, span: &Span| one.tags.get(span).copied();
        let readers = all.iter().map(|one| ReaderView {
            checker: name(one),
            checker_id: one.checker.fingerprint(),
            tagged: count(
                scope
                    .iter()
                    .filter(|span| given(one, span).is_some())
                    .count(),
            ),
        });
        let mut pairs = Vec::new();
        for (at, first) in all.iter().enumerate() {
            for second in &all[at + 1..] {
                let mut table = Table::default();
                for span in scope {
                    if let (Some(one), Some(other)) = (given(first, span), given(second, span)) {
                        table.count(one, other);
                    }
                }
                pairs.push(pair(&table, name(first), name(second)));
            }
        }
        let by_sentence = |span: &Span| all.iter().filter_map(|one| given(one, span)).collect();
        let tags: Vec<Vec<Tag>> = scope.iter().map(by_sentence).collect();
        let differ = |tags: &Vec<Tag>| tags.iter().any(|tag| Some(tag) != tags.first());
        let labels: BTreeMap<Span, String> = self
            .units()
            .iter()
            .map(|unit| (unit.span, unit.label.to_string()))
            .collect();
        let disagreements = scope.iter().zip(&tags).filter(|(_, tags)| differ(tags));
        AgreementView {
            article: self.draft().id().to_string(),
            title: self.title(),
            reading: None,
            at: String::new(),
            blind: false,
            whole: true,
            sentences: count(scope.len()),
            readers: readers.collect(),
            pairs,
            alpha: alpha(&tags),
            disagreements: disagreements
                .map(|(span, _)| Disagreement {
                    label: labels.get(span).cloned().unwrap_or_default(),
                    start: span.start,
                    end: span.end,
                    text: self.draft().slice(*span).to_owned(),
                    tags: all.iter().map(|one| given(one, span)).collect(),
                })
                .collect(),
        }
    }
}

fn pair(table: &Table, first: String, second: String) -> PairView {
    let of_tag = |tag: Tag| {
        let (by_first, by_second) = table.given(tag);
        let at = super::place(tag);
        TagAgreement {
            tag,
            first: by_first,
            second: by_second,
            both: table.0[at][at],
            agreement: table.of_tag(tag),
        }
    };
    PairView {
        first,
        second,
        both: table.total(),
        agreed: table.agreed(),
        kappa: table.kappa(),
        table: table.0.iter().map(|row| row.to_vec()).collect(),
        tags: TAGS.map(of_tag).to_vec(),
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
