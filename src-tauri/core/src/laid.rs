//! What lies on a span: each checker's tag, finding, wording and speaker; and how stored values
//! are read.

use std::collections::BTreeSet;

use crate::{
    adjudication::Adjudication,
    draft::{Draft, TextHash},
    head::Head,
    ids::{Actor, EventId, SourceId},
    json::Json,
    people::People,
    schema::{Field, Scope},
    state,
    text::{CodePoint, Span},
    time,
    view::{AdjudicationView, BlockKind, Fit, RemarkView, Tag, TagState, TagView},
};

/// The current values on one span.
#[derive(Clone, Debug, Default)]
pub(crate) struct Laid {
    pub(crate) heads: Vec<Head>,
}

impl Laid {
    pub(crate) fn tags(&self, fit: Fit, people: &People) -> Vec<(EventId, TagView)> {
        let authors: BTreeSet<Actor> = self
            .heads
            .iter()
            .filter(|head| head.field.scope() == Scope::Checker)
            .map(|head| head.author)
            .collect();
        let mut tags = Vec::new();
        for author in authors {
            let own: Vec<&Head> = self
                .heads
                .iter()
                .filter(|head| head.author == author)
                .collect();
            let text = |field: Field| {
                let values = own
                    .iter()
                    .filter(|head| head.field == field)
                    .filter_map(|head| head.value.as_text());
                values
                    .filter(|text| !text.is_empty())
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect::<Vec<_>>()
                    .join(" / ")
            };
            let (correction, speaker) = (text(Field::Correction), text(Field::Speaker));
            let one = |event: EventId, tag: Option<Tag>, finding: &str| TagView {
                checker: people.name(author),
                checker_id: author.fingerprint(),
                tag,
                finding: finding.to_owned(),
                correction: correction.clone(),
                speaker: speaker.clone(),
                at: time::iso(event.time_ms()),
                state: TagState::Current,
                fit,
                mine: people.is_me(author),
            };
            let judgements: Vec<&&Head> = own
                .iter()
                .filter(|head| head.field == Field::Judgement)
                .collect();
            for head in &judgements {
                let tag = head.value.get("tag").and_then(tag);
                let finding = head
                    .value
                    .get("finding")
                    .and_then(Json::as_text)
                    .unwrap_or_default();
                // A plain retraction with nothing beside it is silence.
                if tag.is_some()
                    || !finding.is_empty()
                    || !correction.is_empty()
                    || !speaker.is_empty()
                {
                    tags.push((head.event, one(head.event, tag, finding)));
                }
            }
            if judgements.is_empty()
                && (!correction.is_empty() || !speaker.is_empty())
                && let Some(head) = own.iter().max_by_key(|head| head.event)
            {
                tags.push((head.event, one(head.event, None, "")));
            }
        }
        tags
    }

    /// What was decided about `tags`, those that touch a sentence on which this lies with `fit`.
    pub(crate) fn rulings(
        &self,
        fit: Fit,
        people: &People,
        tags: &[(EventId, TagView)],
    ) -> Vec<AdjudicationView> {
        let heads = self.heads.iter();
        let mut rulings: Vec<(EventId, AdjudicationView)> = heads
            .filter(|head| head.field == Field::Adjudication)
            .filter_map(|head| {
                let decided = Adjudication::read(&head.value)?;
                let checker_id = head.author.fingerprint();
                let own = tags.iter().any(|(event, tag)| {
                    tag.checker_id == checker_id && decided.judged.contains(event)
                });
                let view = AdjudicationView {
                    event: head.event.to_string(),
                    holds: fit == Fit::Exact && decided.holds(tags),
                    tag: decided.tag,
                    reason: decided.reason,
                    checker: people.name(head.author),
                    checker_id,
                    at: time::iso(head.event.time_ms()),
                    mine: people.is_me(head.author),
                    own,
                    fit,
                };
                Some((head.event, view))
            })
            .collect();
        rulings.sort_by_key(|(event, _)| *event);
        rulings.into_iter().map(|(_, view)| view).collect()
    }

    /// Whether people said yes, and whether others said no, to a shared question.
    pub(crate) fn said(&self, field: Field) -> Said {
        let values: BTreeSet<bool> = self
            .heads
            .iter()
            .filter(|head| head.field == field)
            .filter_map(|head| head.value.as_bool())
            .collect();
        Said {
            yes: values.contains(&true),
            differ: values.len() > 1,
        }
    }
}

/// What people said to a shared question of yes or no.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said {
    pub(crate) yes: bool,
    pub(crate) differ: bool,
}

pub(crate) fn fit(sentence: Span, tag: Span) -> Fit {
    if sentence == tag {
        Fit::Exact
    } else if tag.contains(sentence) {
        Fit::Wider
    } else if sentence.contains(tag) {
        Fit::Narrower
    } else {
        Fit::Partial
    }
}

pub(crate) fn tag(value: &Json) -> Option<Tag> {
    serde_json::from_value(serde_json::Value::String(value.as_text()?.to_owned())).ok()
}

/// The stored name of a tag.
#[must_use]
pub const fn tag_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Verified => "verified",
        Tag::Disputed => "disputed",
        Tag::AttributedOnly => "attributed-only",
        Tag::NoClaim => "no-claim",
    }
}

pub(crate) fn block_kind(value: &Json) -> Option<BlockKind> {
    serde_json::from_value(serde_json::Value::String(value.as_text()?.to_owned())).ok()
}

pub(crate) fn observed(heads: &[Head], field: Field) -> Option<&Json> {
    let mut of_field: Vec<&Head> = heads.iter().filter(|head| head.field == field).collect();
    of_field.sort_by_key(|head| head.event);
    state::shown(field, of_field.iter().map(|head| &head.value))
}

/// The text that a shared field shows, and all values when they differ.
pub(crate) fn shown_text(heads: &[Head], field: Field) -> (String, Vec<String>) {
    let mut values: Vec<(EventId, &str)> = heads
        .iter()
        .filter(|head| head.field == field)
        .filter_map(|head| Some((head.event, head.value.as_text()?)))
        .collect();
    values.sort_unstable();
    let distinct: BTreeSet<&str> = values.iter().map(|(_, text)| *text).collect();
    let others = if distinct.len() > 1 {
        distinct.into_iter().map(str::to_owned).collect()
    } else {
        Vec::new()
    };
    (
        values
            .first()
            .map(|(_, text)| (*text).to_owned())
            .unwrap_or_default(),
        others,
    )
}

/// What evidence joins: the text, the span of it, the source. `None` once it was taken away.
#[must_use]
pub fn linked(link: &Json) -> Option<(TextHash, Span, SourceId)> {
    let draft = TextHash::from_base64url(link.get("draft")?.as_text()?)?;
    let span = Span::new(link.get("start")?.as_u32()?, link.get("end")?.as_u32()?);
    Some((
        draft,
        span,
        SourceId::parse(link.get("source")?.as_text()?)?,
    ))
}

/// Reads stored remarks; one that is not what it should be, or lies outside the text, is none.
pub(crate) fn remarks(value: &Json, draft: &Draft) -> Vec<RemarkView> {
    let end = draft
        .blocks()
        .last()
        .map_or(CodePoint(0), |(_, span)| span.end);
    let read = |one: &Json| {
        let text = |key| one.get(key).and_then(Json::as_text).map(str::to_owned);
        let view = RemarkView {
            start: CodePoint(one.get("start")?.as_u32()?),
            end: CodePoint(one.get("end")?.as_u32()?),
            kind: serde_json::from_value(serde_json::Value::String(text("kind")?)).ok()?,
            author: text("author").unwrap_or_default(),
            text: text("text")?,
        };
        (view.start <= view.end && view.end <= end).then_some(view)
    };
    let list = value.get("remarks").and_then(Json::as_list);
    list.into_iter().flatten().filter_map(read).collect()
}

/// The words a remark lies on: where it only hangs on a place, the character before it, so that a
/// note after the full stop belongs to the sentence that ends there.
pub(crate) fn place(remark: &RemarkView) -> Span {
    if remark.start < remark.end {
        return Span {
            start: remark.start,
            end: remark.end,
        };
    }
    let start = remark.start.0.saturating_sub(1);
    Span::new(start, start + 1)
}

/// Reads a stored segmentation; `None` unless its spans lie in order within the text's blocks.
pub(crate) fn sentences(value: &Json, draft: &Draft) -> Option<Vec<Span>> {
    let numbers = value
        .get("sentences")
        .and_then(Json::as_list)?
        .iter()
        .map(Json::as_u32)
        .collect::<Option<Vec<_>>>()?;
    let mut spans = Vec::with_capacity(numbers.len() / 2);
    let mut blocks = draft.blocks().iter().map(|(_, span)| *span).peekable();
    let mut from = 0;
    for pair in numbers.chunks(2) {
        let [start, end] = pair else { return None };
        let span = Span::new(*start, *end);
        while blocks.peek()?.end <= span.start {
            blocks.next();
        }
        if span.is_empty() || *start < from || !blocks.peek()?.contains(span) {
            return None;
        }
        from = *end;
        spans.push(span);
    }
    Some(spans)
}
