//! Plans: what a step will say, worked out from an article without writing anything. The store
//! turns a plan into one step: one transaction, one undo.

use std::sync::Arc;

use crate::{
    article::Article,
    draft::TextHash,
    error::{Code, Error, Result},
    event::Chain,
    head::Head,
    ids::{Actor, EvidenceId, SourceId},
    json::Json,
    protected::{SALT_BYTES, WITHHELD},
    schema::{Entity, Field},
    tag_name,
    text::{CodePoint, Span},
    units,
    view::{Sensitivity, Tag},
};

/// Longest text a field takes, in code points: beyond it somebody pasted a document.
pub const MAX_FIELD_CODE_POINTS: usize = 100_000;

/// One value to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// To what.
    pub entity: Entity,
    /// To which field.
    pub field: Field,
    /// The value; `null` retracts.
    pub value: Json,
    /// Say it even if it is so already: what is shared with one article must be complete in it.
    pub repeat: bool,
    /// Set where not everybody may read the words: they are kept as [`crate::protected`] says.
    pub salt: Option<[u8; SALT_BYTES]>,
}

impl Change {
    /// A value to be given unless it stands already.
    #[must_use]
    pub const fn new(entity: Entity, field: Field, value: Json) -> Self {
        Self {
            entity,
            field,
            value,
            repeat: false,
            salt: None,
        }
    }
}

/// A step to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The chain's subject: a text's hash, or [`Chain::LIBRARY`].
    pub about: String,
    /// The step, in words.
    pub label: String,
    /// The values.
    pub changes: Vec<Change>,
    /// Blobs that the values speak of, beside those the store makes of long values.
    pub blobs: Vec<Arc<[u8]>>,
}

impl Plan {
    /// A step about one text.
    #[must_use]
    pub fn about(draft: TextHash, label: impl Into<String>, changes: Vec<Change>) -> Self {
        Self {
            about: draft.base64url(),
            label: label.into(),
            changes,
            blobs: Vec::new(),
        }
    }

    /// A step that belongs to no article.
    #[must_use]
    pub fn library(label: impl Into<String>, changes: Vec<Change>) -> Self {
        Self {
            about: Chain::LIBRARY.into(),
            label: label.into(),
            changes,
            blobs: Vec::new(),
        }
    }
}

/// Refuses text that no field takes: longer than [`MAX_FIELD_CODE_POINTS`].
///
/// # Errors
/// `value-refused`.
pub fn check_text(text: &str) -> Result<String> {
    if text.chars().count() > MAX_FIELD_CODE_POINTS {
        return Err(Error::new(
            Code::ValueRefused,
            format!("This text is longer than a field takes ({MAX_FIELD_CODE_POINTS} characters)."),
            "Keep the document as a source and quote the passage.",
        ));
    }
    Ok(text.trim().to_owned())
}

/// Labels of sentences as a step names them: `3`, `3, 5`, `12 sentences`.
fn named(article: &Article, spans: &[Span]) -> String {
    let labels: Vec<String> = spans
        .iter()
        .filter_map(|span| article.unit_at(*span))
        .map(|n| article.units()[n].label.to_string())
        .collect();
    if labels.len() <= 3 {
        labels.join(", ")
    } else {
        format!("{} sentences", labels.len())
    }
}

fn known(article: &Article, spans: &[Span]) -> Result<()> {
    match spans.iter().find(|span| article.unit_at(**span).is_none()) {
        None if !spans.is_empty() => Ok(()),
        _ => Err(Error::new(
            Code::SentenceUnknown,
            "No sentence lies exactly there.",
            "The boundaries may have changed; look at the article again.",
        )),
    }
}

/// Tags sentences, or clears one's own tag. A changed tag starts with an empty finding, since the
/// reasoning was about the old one; the same tag, a first tag and clearing keep it. `finding`
/// overrides that.
///
/// # Errors
/// `sentence-unknown`, `value-refused`.
pub fn plan_tag(
    article: &Article,
    me: Actor,
    spans: &[Span],
    tag: Option<Tag>,
    finding: Option<&str>,
) -> Result<Plan> {
    known(article, spans)?;
    let finding = finding.map(check_text).transpose()?;
    let changes = spans.iter().map(|span| {
        let (old_tag, old_finding) = judgement(&article.own(*span, me, Field::Judgement));
        let keeps = tag.is_none() || old_tag.is_none() || old_tag.as_deref() == tag.map(tag_name);
        let finding = finding
            .clone()
            .unwrap_or_else(|| if keeps { old_finding } else { String::new() });
        Change::new(
            Entity::Span(article.draft().id(), *span),
            Field::Judgement,
            judgement_value(tag.map(tag_name), &finding),
        )
    });
    let what = tag.map_or("cleared", tag_name);
    let label = if tag.is_some() {
        format!("tagged {} {what}", named(article, spans))
    } else {
        format!("cleared {}", named(article, spans))
    };
    Ok(Plan::about(article.draft().id(), label, changes.collect()))
}

/// The value of a judgement; no tag and no finding is a retraction.
fn judgement_value(tag: Option<&str>, finding: &str) -> Json {
    match (tag, finding) {
        (None, "") => Json::Null,
        (None, finding) => Json::map([("finding", Json::text(finding))]),
        (Some(tag), "") => Json::map([("tag", Json::text(tag))]),
        (Some(tag), finding) => {
            Json::map([("finding", Json::text(finding)), ("tag", Json::text(tag))])
        }
    }
}

/// Tag and finding of one's own current judgement: of several (a fork), the last by event.
fn judgement(own: &[&Head]) -> (Option<String>, String) {
    let value = own.last().map(|head| &head.value);
    let text = |key| {
        value
            .and_then(|value| value.get(key))
            .and_then(Json::as_text)
            .map(str::to_owned)
    };
    (text("tag"), text("finding").unwrap_or_default())
}

/// Sets one's finding; the tag stays.
///
/// # Errors
/// `sentence-unknown`, `value-refused`.
pub fn plan_finding(article: &Article, me: Actor, span: Span, finding: &str) -> Result<Plan> {
    known(article, &[span])?;
    let (tag, _) = judgement(&article.own(span, me, Field::Judgement));
    let value = judgement_value(tag.as_deref(), &check_text(finding)?);
    let change = Change::new(
        Entity::Span(article.draft().id(), span),
        Field::Judgement,
        value,
    );
    Ok(Plan::about(
        article.draft().id(),
        format!("finding on {}", named(article, &[span])),
        vec![change],
    ))
}

/// Sets one's proposed wording or speaker; empty takes it away.
///
/// # Errors
/// `sentence-unknown`, `value-refused`.
pub fn plan_text(article: &Article, spans: &[Span], field: Field, text: &str) -> Result<Plan> {
    known(article, spans)?;
    let text = check_text(text)?;
    let what = if field == Field::Correction {
        "wording for"
    } else {
        "speaker of"
    };
    let value = if text.is_empty() {
        Json::Null
    } else {
        Json::text(text)
    };
    let changes = spans.iter().map(|span| {
        Change::new(
            Entity::Span(article.draft().id(), *span),
            field,
            value.clone(),
        )
    });
    Ok(Plan::about(
        article.draft().id(),
        format!("{what} {}", named(article, spans)),
        changes.collect(),
    ))
}

/// Flags, or unflags.
///
/// # Errors
/// `sentence-unknown`.
pub fn plan_flag(article: &Article, spans: &[Span], on: bool) -> Result<Plan> {
    let what = if on { "flagged" } else { "unflagged" };
    say(article, spans, Field::Flag, on, what)
}

/// Says that the checks of sentences may be published, or may not.
///
/// # Errors
/// `sentence-unknown`.
pub fn plan_publish(article: &Article, spans: &[Span], on: bool) -> Result<Plan> {
    let what = if on { "published" } else { "unpublished" };
    say(article, spans, Field::Publish, on, what)
}

fn say(article: &Article, spans: &[Span], field: Field, on: bool, what: &str) -> Result<Plan> {
    known(article, spans)?;
    let changes = spans.iter().map(|span| {
        Change::new(
            Entity::Span(article.draft().id(), *span),
            field,
            Json::Bool(on),
        )
    });
    Ok(Plan::about(
        article.draft().id(),
        format!("{what} {}", named(article, spans)),
        changes.collect(),
    ))
}

/// Splits a sentence before `at`.
///
/// # Errors
/// `boundary-refused`.
pub fn plan_split(article: &Article, at: CodePoint) -> Result<Plan> {
    let n = units::unit_at(article.units(), at).ok_or_else(|| {
        Error::new(
            Code::BoundaryRefused,
            "No sentence lies there.",
            "Choose a place inside a sentence.",
        )
    })?;
    let place = units::check_split(article.draft(), article.units(), n, at)?;
    let label = article.units()[n].label;
    Ok(boundary(article, place, true, format!("split {label}")))
}

/// Joins a sentence with the next one of its block.
///
/// # Errors
/// `sentence-unknown`, `boundary-refused`.
pub fn plan_join(article: &Article, span: Span) -> Result<Plan> {
    known(article, &[span])?;
    let n = article.unit_at(span).unwrap_or_default();
    let place = units::check_join(article.draft(), article.units(), n)?;
    Ok(boundary(
        article,
        place,
        false,
        format!(
            "joined {} with {}",
            article.units()[n].label,
            article.units()[n + 1].label
        ),
    ))
}

fn boundary(article: &Article, place: CodePoint, stands: bool, label: String) -> Plan {
    let change = Change::new(
        Entity::Boundary(article.draft().id(), place),
        Field::Boundary,
        Json::Bool(stands),
    );
    Plan::about(article.draft().id(), label, vec![change])
}

/// A source, as evidence needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// Its id.
    pub id: SourceId,
    /// Title, or empty; none where it is protected and not here.
    pub title: Option<String>,
    /// Address, or empty; none where it is protected and not here.
    pub url: Option<String>,
    /// Who may read its name.
    pub sensitivity: Sensitivity,
}

impl SourceText {
    /// A source that everybody may name.
    #[must_use]
    pub const fn new(id: SourceId, title: String, url: String) -> Self {
        Self {
            id,
            title: Some(title),
            url: Some(url),
            sensitivity: Sensitivity::Public,
        }
    }

    /// Whether some of it is protected and not here.
    #[must_use]
    pub const fn is_withheld(&self) -> bool {
        self.title.is_none() || self.url.is_none()
    }

    /// Its title, or empty; that it is not here.
    #[must_use]
    pub fn listed_title(&self) -> &str {
        match &self.title {
            Some(title) if !title.is_empty() || self.url.is_some() => title,
            _ => WITHHELD,
        }
    }

    /// Its title; its address where it has none; else that it is not here.
    #[must_use]
    pub fn name(&self) -> &str {
        let said = [&self.title, &self.url].into_iter().flatten();
        let mut named = said.map(String::as_str).filter(|text| !text.is_empty());
        named
            .next()
            .unwrap_or(if self.is_withheld() { WITHHELD } else { "" })
    }
}

/// Uses a source for sentences: one piece of evidence for each. The source's title and address are
/// said again, since whoever gets this article alone must get them too; what is withheld here
/// stays as it stands.
///
/// # Errors
/// `sentence-unknown`, `value-refused`.
pub fn plan_evidence(
    article: &Article,
    spans: &[(Span, EvidenceId)],
    source: &SourceText,
    quotation: &str,
    locator: &str,
) -> Result<Plan> {
    let only: Vec<Span> = spans.iter().map(|(span, _)| *span).collect();
    known(article, &only)?;
    if source.name().is_empty() {
        return Err(Error::new(
            Code::ValueRefused,
            "A source needs a title or an address.",
            "Enter one of the two.",
        ));
    }
    let said = |field, text: String| Change {
        repeat: true,
        ..Change::new(Entity::Source(source.id), field, Json::text(text))
    };
    let mut changes = Vec::new();
    for (field, text) in [
        (Field::SourceTitle, &source.title),
        (Field::SourceUrl, &source.url),
    ] {
        if let Some(text) = text {
            changes.push(said(field, check_text(text)?));
        }
    }
    if source.sensitivity != Sensitivity::Public {
        changes.push(said(Field::Sensitivity, source.sensitivity.name().into()));
    }
    for (span, id) in spans {
        changes.push(Change::new(
            Entity::Evidence(*id),
            Field::Link,
            link(article.draft().id(), *span, source.id),
        ));
        for (field, text) in [(Field::Quotation, quotation), (Field::Locator, locator)] {
            let text = check_text(text)?;
            if !text.is_empty() {
                changes.push(Change::new(Entity::Evidence(*id), field, Json::text(text)));
            }
        }
    }
    Ok(Plan::about(
        article.draft().id(),
        format!("source for {}", named(article, &only)),
        changes,
    ))
}

/// Says who may read a source's name, and says its name and what is quoted of it again, so that
/// they stand as their sensitivity asks: `again` are the words as they are here. It belongs to no
/// article: whoever is handed one must know it, whichever that is, and it names nothing.
#[must_use]
pub fn plan_sensitivity(
    source: SourceId,
    sensitivity: Sensitivity,
    again: Vec<(Entity, Field, String)>,
) -> Plan {
    let mut changes = vec![Change::new(
        Entity::Source(source),
        Field::Sensitivity,
        Json::text(sensitivity.name()),
    )];
    // What was protected stays so in its events; a share that may name the source brings the words.
    if sensitivity == Sensitivity::Protected {
        let said = again.into_iter().filter(|(_, _, text)| !text.is_empty());
        changes
            .extend(said.map(|(entity, field, text)| Change::new(entity, field, Json::text(text))));
    }
    Plan::library(format!("made a source {}", sensitivity.name()), changes)
}

/// The value that joins a span and a source.
#[must_use]
pub fn link(draft: TextHash, span: Span, source: SourceId) -> Json {
    Json::map([
        ("draft", Json::text(draft.base64url())),
        ("end", Json::Int(span.end.0.into())),
        ("source", Json::text(source.to_string())),
        ("start", Json::Int(span.start.0.into())),
    ])
}
