//! Plans about evidence and its sources.

use crate::{
    article::Article,
    draft::TextHash,
    error::{Code, Error, Result},
    ids::{EvidenceId, SourceId},
    json::Json,
    plan::{Change, Plan, check_text, known, named},
    protected::WITHHELD,
    schema::{Entity, Field},
    text::Span,
    view::Sensitivity,
};

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
