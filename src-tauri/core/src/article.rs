//! An article as it stands: a text, its sentences, and everybody's current values laid on them.
//! Built from heads ([`Head`]) that the store reads; a function of them, nothing else.

mod about;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    draft::{Draft, TextHash},
    head::Head,
    ids::{Actor, EvidenceId, ReadingId, SourceId},
    json::Json,
    laid::{Laid, block_kind, linked, observed, place, remarks, sentences, shown_text},
    schema::{Entity, Field},
    text::{CodePoint, Span},
    units::{self, Unit},
    view::RemarkView,
};

/// An article, ready to be looked at sentence by sentence.
#[derive(Clone, Debug)]
pub struct Article {
    pub(crate) draft: Draft,
    meta: Vec<Head>,
    base: Vec<Span>,
    pub(crate) boundaries: BTreeMap<CodePoint, Vec<Head>>,
    pub(crate) units: Vec<Unit>,
    pub(crate) laid: BTreeMap<Span, Laid>,
    pub(crate) evidence: BTreeMap<EvidenceId, Vec<Head>>,
    pub(crate) sources: BTreeMap<SourceId, Vec<Head>>,
    pub(crate) evidence_on: BTreeMap<Span, BTreeSet<EvidenceId>>,
    /// By where they start; an empty one stands on the character before it.
    pub(crate) remarks: BTreeMap<Span, Vec<RemarkView>>,
    pub(crate) readings: BTreeMap<ReadingId, Vec<Head>>,
    /// Whoever reads it blind: of others' work nothing is laid on it then.
    pub(crate) blind_to_all_but: Option<Actor>,
    longest: u32,
}

impl Article {
    /// Lays `heads` (all that speak of this text, its evidence and their sources) on `text`.
    /// `None` if the text and its observed blocks and sentences do not fit together.
    #[must_use]
    pub fn new(hash: TextHash, text: String, heads: Vec<Head>) -> Option<Self> {
        let (meta, rest): (Vec<_>, Vec<_>) = heads
            .into_iter()
            .partition(|head| matches!(head.entity, Entity::Draft(_)));
        let kinds = observed(&meta, Field::Blocks)?
            .get("kinds")
            .and_then(Json::as_list)?
            .iter()
            .map(block_kind)
            .collect::<Option<Vec<_>>>()?;
        let draft = Draft::restore(text, &kinds).filter(|draft| draft.id() == hash)?;
        let base = sentences(observed(&meta, Field::Segmentation)?, &draft)?;
        let mut article = Self {
            draft,
            meta,
            base,
            boundaries: BTreeMap::new(),
            units: Vec::new(),
            laid: BTreeMap::new(),
            evidence: BTreeMap::new(),
            sources: BTreeMap::new(),
            evidence_on: BTreeMap::new(),
            remarks: BTreeMap::new(),
            readings: BTreeMap::new(),
            blind_to_all_but: None,
            longest: 0,
        };
        for head in rest {
            article.lay(head);
        }
        let ids: Vec<EvidenceId> = article.evidence.keys().copied().collect();
        article.link_evidence(ids);
        article.lay_remarks();
        article.settle();
        Some(article)
    }

    /// The first segmentation: sentences as they were found at import, before anybody moved a
    /// boundary.
    #[must_use]
    pub fn first_segmentation(&self) -> &[Span] {
        &self.base
    }

    /// Whether this belongs to another text: a step may touch several.
    fn is_elsewhere(&self, entity: &Entity) -> bool {
        entity.draft().is_some_and(|hash| hash != self.draft.id())
    }

    fn lay(&mut self, head: Head) {
        if self.is_elsewhere(&head.entity) || self.hides(&head) {
            return;
        }
        match &head.entity {
            Entity::Draft(_) => self.meta.push(head),
            Entity::Span(_, span) => {
                self.longest = self.longest.max(span.len());
                self.laid.entry(*span).or_default().heads.push(head);
            }
            Entity::Boundary(_, at) => self.boundaries.entry(*at).or_default().push(head),
            Entity::Evidence(id) => self.evidence.entry(*id).or_default().push(head),
            Entity::Source(id) => self.sources.entry(*id).or_default().push(head),
            Entity::Reading(_, id) => self.readings.entry(*id).or_default().push(head),
            Entity::Person(_) => {}
        }
    }

    fn link_evidence(&mut self, ids: impl IntoIterator<Item = EvidenceId>) {
        for id in ids {
            let heads = self.evidence.get(&id).into_iter().flatten();
            for link in heads.filter(|head| head.field == Field::Link) {
                if let Some((hash, span, _)) = linked(&link.value)
                    && hash == self.draft.id()
                {
                    self.longest = self.longest.max(span.len());
                    self.evidence_on.entry(span).or_default().insert(id);
                }
            }
        }
    }

    /// What the files held beside the text; the same remark of two files is one.
    fn lay_remarks(&mut self) {
        self.remarks.clear();
        let all: BTreeSet<RemarkView> = self
            .meta
            .iter()
            .filter(|head| head.field == Field::Remarks)
            .flat_map(|head| remarks(&head.value, &self.draft))
            .collect();
        for remark in all {
            let on = place(&remark);
            self.longest = self.longest.max(on.len());
            self.remarks.entry(on).or_default().push(remark);
        }
    }

    /// Cuts the text into sentences and parts: the first segmentation, corrected by boundaries.
    /// Where two people differ about a boundary it stands: the finer cut loses nothing.
    fn settle(&mut self) {
        let overrides = self.boundaries.iter().filter_map(|(at, heads)| {
            let stands = heads
                .iter()
                .filter_map(|head| head.value.as_bool())
                .reduce(|a, b| a || b)?;
            Some((*at, stands))
        });
        self.units = units::units(&self.draft, &self.base, &overrides.collect());
    }

    /// Puts the current `heads` of `entities` in the place of what was there. Returns the indices
    /// of the sentences to look at again, or `None` if the cut itself may have changed.
    pub fn renew(&mut self, entities: &BTreeSet<Entity>, heads: Vec<Head>) -> Option<Vec<usize>> {
        let mut spans: BTreeSet<Span> = BTreeSet::new();
        let mut whole = false;
        for entity in entities {
            if self.is_elsewhere(entity) {
                continue;
            }
            match entity {
                Entity::Span(_, span) => {
                    self.laid.remove(span);
                    spans.insert(*span);
                }
                Entity::Evidence(id) => {
                    for span in self.spans_of(*id) {
                        spans.insert(span);
                        if let Some(on) = self.evidence_on.get_mut(&span) {
                            on.remove(id);
                        }
                    }
                    self.evidence.remove(id);
                }
                Entity::Source(id) => {
                    spans.extend(
                        self.evidence_of(*id)
                            .into_iter()
                            .flat_map(|id| self.spans_of(id)),
                    );
                    self.sources.remove(id);
                }
                Entity::Draft(_) => {
                    self.meta.clear();
                    whole = true;
                }
                Entity::Boundary(_, at) => {
                    self.boundaries.remove(at);
                    whole = true;
                }
                Entity::Reading(_, id) => {
                    self.readings.remove(id);
                    whole = true;
                }
                Entity::Person(_) => whole = true,
            }
        }
        for head in heads {
            self.lay(head);
        }
        self.link_evidence(entities.iter().filter_map(|entity| match entity {
            Entity::Evidence(id) => Some(*id),
            _ => None,
        }));
        spans.extend(entities.iter().flat_map(|entity| {
            if let Entity::Evidence(id) = entity {
                self.spans_of(*id)
            } else {
                Vec::new()
            }
        }));
        if whole {
            self.lay_remarks();
            self.settle();
            return None;
        }
        let touched: BTreeSet<usize> = spans.iter().flat_map(|span| self.units_on(*span)).collect();
        Some(touched.into_iter().collect())
    }

    pub(crate) fn spans_of(&self, id: EvidenceId) -> Vec<Span> {
        let links = self
            .evidence
            .get(&id)
            .into_iter()
            .flatten()
            .filter(|head| head.field == Field::Link);
        links
            .filter_map(|head| linked(&head.value))
            .map(|(_, span, _)| span)
            .collect()
    }

    pub(crate) fn evidence_of(&self, source: SourceId) -> Vec<EvidenceId> {
        let uses = |heads: &Vec<Head>| {
            heads.iter().any(|head| {
                head.field == Field::Link
                    && linked(&head.value).is_some_and(|(_, _, id)| id == source)
            })
        };
        self.evidence
            .iter()
            .filter(|(_, heads)| uses(heads))
            .map(|(id, _)| *id)
            .collect()
    }

    fn units_on(&self, span: Span) -> Vec<usize> {
        let first = self
            .units
            .partition_point(|unit| unit.span.end <= span.start);
        (first..self.units.len())
            .take_while(|n| self.units[*n].span.start < span.end)
            .collect()
    }

    /// Spans of `map` that touch `span`. Nothing laid is longer than `longest`, so the search
    /// starts that far before it.
    pub(crate) fn touching<'m, V>(
        &self,
        map: &'m BTreeMap<Span, V>,
        span: Span,
    ) -> impl Iterator<Item = (Span, &'m V)> {
        let from = Span::new(span.start.0.saturating_sub(self.longest), 0);
        let to = Span::new(span.end.0, 0);
        map.range(from..to)
            .filter(move |(other, _)| other.overlaps(span))
            .map(|(other, value)| (*other, value))
    }

    /// Every current value that is laid on it.
    pub(crate) fn all_heads(&self) -> impl Iterator<Item = &Head> {
        let laid = self.laid.values().flat_map(|laid| &laid.heads);
        let kept = self.boundaries.values().chain(self.evidence.values());
        let kept = kept.chain(self.sources.values()).flatten();
        self.meta.iter().chain(laid).chain(kept)
    }

    /// The entity of a stretch of its text.
    pub(crate) const fn span(&self, span: Span) -> Entity {
        Entity::Span(self.draft.id(), span)
    }

    /// The text and its blocks.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Its sentences and parts.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The index of the sentence that is exactly `span`.
    #[must_use]
    pub fn unit_at(&self, span: Span) -> Option<usize> {
        self.units
            .binary_search_by_key(&span, |unit| unit.span)
            .ok()
    }

    /// The current values that `who` gave to a field of exactly this span, in the order of events.
    #[must_use]
    pub fn own(&self, span: Span, who: Actor, field: Field) -> Vec<&Head> {
        let heads = self
            .laid
            .get(&span)
            .into_iter()
            .flat_map(|laid| &laid.heads);
        let mut own: Vec<&Head> = heads
            .filter(|head| head.author == who && head.field == field)
            .collect();
        own.sort_by_key(|head| head.event);
        own
    }

    /// The source that evidence uses, with its title and address; `None` if there is no such
    /// evidence here.
    #[must_use]
    pub fn source_of(&self, evidence: EvidenceId) -> Option<(SourceId, String, String)> {
        let link = self
            .evidence
            .get(&evidence)?
            .iter()
            .find(|head| head.field == Field::Link)?;
        let (_, _, source) = linked(&link.value)?;
        let about = self
            .sources
            .get(&source)
            .map(Vec::as_slice)
            .unwrap_or_default();
        Some((
            source,
            shown_text(about, Field::SourceTitle).0,
            shown_text(about, Field::SourceUrl).0,
        ))
    }
}
