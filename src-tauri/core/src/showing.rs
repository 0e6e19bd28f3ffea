//! How an article shows: sentence by sentence, with tags, evidence, standing and debts.

use std::collections::BTreeSet;

use crate::{
    adjudication::standing,
    article::Article,
    coverage,
    head::Head,
    ids::{EventId, EvidenceId, SourceId},
    json::Json,
    laid::{Said, fit, linked, shown_text},
    people::People,
    plan::SourceText,
    policy, protected,
    schema::Field,
    text::Span,
    view::{
        AdjudicationView, ArticleView, BlockView, ConflictView, Counts, EvidenceView, Sensitivity,
        SentenceView, TagView,
    },
};

/// A source's sensitivity from its current values: where people differ the strictest holds.
#[must_use]
pub fn strictest<'v>(values: impl Iterator<Item = &'v Json>) -> Sensitivity {
    values
        .filter_map(|value| Sensitivity::parse(value.as_text()?))
        .max()
        .unwrap_or_default()
}

/// A source from its current values.
#[must_use]
pub fn source_text(id: SourceId, about: &[Head]) -> SourceText {
    let text = |field| {
        let withheld = about
            .iter()
            .any(|head| head.field == field && protected::blob_of(&head.value).is_some());
        let (text, _) = shown_text(about, field);
        (!withheld || !text.is_empty()).then_some(text)
    };
    let said = about.iter().filter(|head| head.field == Field::Sensitivity);
    SourceText {
        id,
        title: text(Field::SourceTitle),
        url: text(Field::SourceUrl),
        sensitivity: strictest(said.map(|head| &head.value)),
    }
}

/// What people say of one sentence: their tags, and what was decided about them.
pub(crate) struct Voices {
    pub(crate) tags: Vec<(EventId, TagView)>,
    pub(crate) rulings: Vec<AdjudicationView>,
}

impl Article {
    /// What people say of the sentence that is `span`.
    pub(crate) fn voices(&self, span: Span, people: &People) -> Voices {
        let laid = || self.touching(&self.laid, span);
        let mut tags: Vec<(EventId, TagView)> = laid()
            .flat_map(|(on, laid)| laid.tags(fit(span, on), people))
            .collect();
        tags.sort_by(|a, b| (&a.1.checker_id, a.0).cmp(&(&b.1.checker_id, b.0)));
        let rulings = laid()
            .flat_map(|(on, laid)| laid.rulings(fit(span, on), people, &tags))
            .collect();
        Voices { tags, rulings }
    }

    /// One sentence, as it shows.
    #[must_use]
    pub fn sentence(&self, n: usize, people: &People) -> Option<SentenceView> {
        let unit = self.units.get(n)?;
        let Voices { tags, rulings } = self.voices(unit.span, people);
        let mut conflicts = Vec::new();
        let [mut flagged, mut publish] = [Said::default(); 2];
        if let Some(laid) = self.laid.get(&unit.span) {
            flagged = laid.said(Field::Flag);
            publish = laid.said(Field::Publish);
            for (field, said) in [(Field::Flag, flagged), (Field::Publish, publish)] {
                if said.differ {
                    conflicts.push(ConflictView {
                        field: field.name().into(),
                        values: vec!["on".into(), "off".into()],
                    });
                }
            }
        }
        let tags: Vec<TagView> = tags.into_iter().map(|(_, tag)| tag).collect();
        let evidence = self.evidence_on_unit(unit.span, people, &mut conflicts);
        let standing = standing(&tags, &rulings);
        let text = self.draft.slice(unit.span).to_owned();
        let debts = policy::debts(standing, &text, &tags, &rulings, &evidence);
        Some(SentenceView {
            n: u32::try_from(n + 1).unwrap_or(u32::MAX),
            label: unit.label.to_string(),
            start: unit.span.start,
            end: unit.span.end,
            text,
            block: u32::try_from(unit.block + 1).unwrap_or(u32::MAX),
            standing,
            tags,
            adjudications: rulings,
            evidence,
            remarks: self
                .touching(&self.remarks, unit.span)
                .flat_map(|(_, remarks)| remarks.iter().cloned())
                .collect(),
            queries: Vec::new(),
            // In doubt one comes back to it; in doubt nothing is published.
            flagged: flagged.yes,
            publish: publish.yes && !publish.differ,
            conflicts,
            debts,
        })
    }

    fn evidence_on_unit(
        &self,
        span: Span,
        people: &People,
        conflicts: &mut Vec<ConflictView>,
    ) -> Vec<EvidenceView> {
        let ids: BTreeSet<EvidenceId> = self
            .touching(&self.evidence_on, span)
            .flat_map(|(_, ids)| ids.iter().copied())
            .collect();
        let mut found: Vec<(EventId, EvidenceView)> = Vec::new();
        for id in ids {
            let Some(heads) = self.evidence.get(&id) else {
                continue;
            };
            let link = heads.iter().find(|head| head.field == Field::Link);
            let Some((link, (_, _, source))) =
                link.and_then(|head| Some((head, linked(&head.value)?)))
            else {
                continue;
            };
            let about = self
                .sources
                .get(&source)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let mut text = |heads: &[Head], field: Field| {
                let (value, others) = shown_text(heads, field);
                if !others.is_empty() {
                    conflicts.push(ConflictView {
                        field: field.name().into(),
                        values: others,
                    });
                }
                value
            };
            let url = text(about, Field::SourceUrl);
            text(about, Field::SourceTitle);
            let known = source_text(source, about);
            let (title, sensitivity) = (known.name().to_owned(), known.sensitivity);
            let view = EvidenceView {
                id: id.to_string(),
                source: source.to_string(),
                title,
                url,
                sensitivity,
                quotation: text(heads, Field::Quotation),
                locator: text(heads, Field::Locator),
                checker: people.name(link.author),
            };
            found.push((link.event, view));
        }
        found.sort_by_key(|(event, _)| *event);
        found.into_iter().map(|(_, view)| view).collect()
    }

    /// The whole article, as it shows.
    #[must_use]
    pub fn view(&self, people: &People) -> ArticleView {
        let sentences: Vec<SentenceView> = (0..self.units.len())
            .filter_map(|n| self.sentence(n, people))
            .collect();
        let blocks = self
            .draft
            .blocks()
            .iter()
            .enumerate()
            .map(|(n, (kind, span))| BlockView {
                n: u32::try_from(n + 1).unwrap_or(u32::MAX),
                kind: *kind,
                start: span.start,
                end: span.end,
            });
        ArticleView {
            article: self.draft.id().to_string(),
            title: self.title(),
            text: self.draft.text().to_owned(),
            lang: self.language(),
            authors: self.authors(),
            publisher: self.publisher(),
            published: self.published(),
            url: self.url(),
            provenance: self.provenance(),
            sample: self.is_sample(),
            blocks: blocks.collect(),
            readings: self.reading_views(people),
            counts: coverage::counts(&sentences),
            sentences,
        }
    }

    /// Counts alone.
    #[must_use]
    pub fn counts(&self, people: &People) -> Counts {
        let sentences: Vec<SentenceView> = (0..self.units.len())
            .filter_map(|n| self.sentence(n, people))
            .collect();
        coverage::counts(&sentences)
    }
}
