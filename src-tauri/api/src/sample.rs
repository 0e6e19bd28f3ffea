//! The built-in sample: an article of our own with the work of a “Sample checker” on it. It stays
//! out of counts and shares.

use serde::Deserialize;
use stet_core::{
    draft::{Draft, TextHash},
    error::{Code, Error, Result},
    ids::{Actor, EvidenceId, Replica, SourceId, sha256},
    json::Json,
    plan::{self, Change, SourceText},
    range,
    schema::{Entity, Field},
    text::Span,
    units,
    view::Tag,
};

use crate::{Session, choices::Kept, cut, import, original};

const ARTICLE: &str = include_str!("../sample/article.md");
const TAGS: &str = include_str!("../sample/tags.json");

/// One tagged sentence of the sample.
#[derive(Deserialize)]
struct Tagged {
    label: String,
    tag: Tag,
    finding: String,
    correction: String,
    speaker: String,
    sources: Vec<Cited>,
}

#[derive(Deserialize)]
struct Cited {
    title: String,
    url: String,
    quotation: String,
    locator: String,
}

/// Nobody: a checker without a key, whose events can be neither sealed nor shared.
pub(crate) fn checker() -> Actor {
    Actor(sha256(b"stet sample checker"))
}

/// Our own text, read in this process: nobody has to be protected from it.
fn draft() -> Result<(import::Reading, Draft, Vec<usize>)> {
    let original = original::Original::new("sample.md", ARTICLE.as_bytes().to_vec());
    let document = stet_intake::read(&original.name, &original.bytes, &original.choices)?;
    let reading = import::Reading::new(original, document);
    let (draft, places) = reading.draft(&crate::BlockChoices::default());
    Ok((reading, draft, places))
}

/// The sample's text.
pub(crate) fn hash() -> TextHash {
    draft().map_or(TextHash([0; 32]), |(_, draft, _)| draft.id())
}

impl Session {
    /// Brings the sample into the library unless it is there; returns its id.
    ///
    /// # Errors
    /// `database-*`.
    pub fn import_sample(&mut self) -> Result<String> {
        let (reading, draft, places) = draft()?;
        if self
            .store()?
            .drafts()?
            .iter()
            .any(|row| row.hash == draft.id())
        {
            return Ok(draft.id().to_string());
        }
        let mut plan = reading.plan(
            &draft,
            &places,
            &crate::ImportChoices::default(),
            Kept::NONE,
        )?;
        plan.label = "the sample".into();
        plan.changes.push(Change::new(
            Entity::Draft(draft.id()),
            Field::Sample,
            Json::Bool(true),
        ));
        plan.changes.push(Change::new(
            Entity::Person(checker()),
            Field::PersonName,
            Json::text("Sample checker"),
        ));
        plan.changes.push(Change::new(
            Entity::Person(checker()),
            Field::PersonInitials,
            Json::text("sc"),
        ));
        plan.changes.extend(tagged(&draft)?);
        let now = self.now();
        self.store()?
            .append_as(checker(), Replica([0; 16]), &plan, now)?;
        self.desk = None;
        Ok(draft.id().to_string())
    }
}

fn tagged(draft: &Draft) -> Result<Vec<Change>> {
    let broken = |what: String| {
        Error::new(
            Code::Internal,
            format!("The built-in sample is broken: {what}."),
            "Please report this.",
        )
    };
    let tags: Vec<Tagged> =
        serde_json::from_str(TAGS).map_err(|error| broken(error.to_string()))?;
    let units = units::units(
        draft,
        &cut::sentences(draft, "en", false),
        &units::Boundaries::new(),
    );
    let mut changes = Vec::new();
    for one in tags {
        let spans: Vec<Span> = range::resolve(&one.label, &units)?
            .into_iter()
            .filter_map(|n| units.get(n))
            .map(|unit| unit.span)
            .collect();
        let [span] = spans.as_slice() else {
            return Err(broken(format!("no sentence {}", one.label)));
        };
        let entity = Entity::Span(draft.id(), *span);
        let judgement = Json::map([
            ("finding", Json::text(one.finding)),
            ("tag", Json::text(stet_core::tag_name(one.tag))),
        ]);
        changes.push(Change::new(entity.clone(), Field::Judgement, judgement));
        for (field, text) in [
            (Field::Correction, one.correction),
            (Field::Speaker, one.speaker),
        ] {
            if !text.is_empty() {
                changes.push(Change::new(entity.clone(), field, Json::text(text)));
            }
        }
        for (n, cited) in one.sources.into_iter().enumerate() {
            let id = SourceId(named(&format!("source {} {}", cited.title, cited.url)));
            let source = SourceText::new(id, cited.title, cited.url);
            let evidence = EvidenceId(named(&format!("evidence {} {n}", one.label)));
            changes.extend(evidence_changes(
                draft.id(),
                *span,
                evidence,
                &source,
                &cited.quotation,
                &cited.locator,
                &changes,
            ));
        }
    }
    Ok(changes)
}

/// What evidence says; a source used twice is said once, as an event names each place once.
fn evidence_changes(
    draft: TextHash,
    span: Span,
    id: EvidenceId,
    source: &SourceText,
    quotation: &str,
    locator: &str,
    before: &[Change],
) -> Vec<Change> {
    let said = |entity, field, text: &str| Change::new(entity, field, Json::text(text));
    let mut changes = Vec::new();
    if !before
        .iter()
        .any(|change| change.entity == Entity::Source(source.id))
    {
        changes.push(said(
            Entity::Source(source.id),
            Field::SourceTitle,
            source.title.as_deref().unwrap_or_default(),
        ));
        changes.push(said(
            Entity::Source(source.id),
            Field::SourceUrl,
            source.url.as_deref().unwrap_or_default(),
        ));
    }
    changes.push(Change::new(
        Entity::Evidence(id),
        Field::Link,
        plan::link(draft, span, source.id),
    ));
    for (field, text) in [(Field::Quotation, quotation), (Field::Locator, locator)] {
        if !text.is_empty() {
            changes.push(said(Entity::Evidence(id), field, text));
        }
    }
    changes
}

fn named(text: &str) -> [u8; 16] {
    let mut id = [0; 16];
    id.copy_from_slice(&sha256(text.as_bytes())[..16]);
    id
}

/// A plan is built by hand here, so its shape is checked once.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_whole_and_leaves_six_sentences_to_the_reader() {
        let (_, draft, _) = draft().unwrap();
        let units = units::units(
            &draft,
            &cut::sentences(&draft, "en", false),
            &units::Boundaries::new(),
        );
        let changes = tagged(&draft).unwrap();
        let tagged = changes
            .iter()
            .filter(|change| change.field == Field::Judgement)
            .count();
        assert_eq!(units.len() - tagged, 6);
        let mut places: Vec<_> = changes
            .iter()
            .map(|change| (change.entity.clone(), change.field))
            .collect();
        places.sort();
        let all = places.len();
        places.dedup();
        assert_eq!(places.len(), all, "each place is named once");
    }
}
