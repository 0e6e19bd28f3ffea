//! Plans: what a step will say, worked out from an article without writing anything. The store
//! turns a plan into one step: one transaction, one undo.

mod boundary;
mod evidence;

use std::sync::Arc;

use crate::{
    article::Article,
    draft::TextHash,
    error::{Code, Error, Result},
    event::Chain,
    head::Head,
    ids::Actor,
    json::Json,
    protected::SALT_BYTES,
    schema::{Entity, Field},
    tag_name,
    text::Span,
    view::Tag,
};

pub use boundary::{plan_join, plan_split};
pub use evidence::{SourceText, link, plan_evidence, plan_sensitivity};

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
