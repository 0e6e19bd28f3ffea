//! Evidence as the window adds and edits it.

use stet_core::{
    error::Result,
    json::Json,
    plan::{self, Change, Plan},
    protected,
    schema::{Entity, Field},
};

use crate::{
    Session,
    commands::{AddEvidence, Done, EditEvidence},
};

/// A text value, or a retraction if there is no text.
fn text_or_null(text: &str) -> Result<Json> {
    let text = plan::check_text(text)?;
    Ok(if text.is_empty() {
        Json::Null
    } else {
        Json::text(text)
    })
}

impl Session {
    pub(super) fn added_evidence(&mut self, takes: &AddEvidence) -> Result<Done> {
        let source = if takes.source.is_empty() {
            let mut source = match takes.url.as_str() {
                "" => self.new_source("")?,
                url => self.source_named(url)?,
            };
            if !takes.title.trim().is_empty() {
                source.title = Some(takes.title.clone());
            }
            source
        } else {
            self.source_named(&takes.source)?
        };
        // In the step itself, so that a new source is protected from the start.
        let source = plan::SourceText {
            sensitivity: takes.sensitivity.unwrap_or(source.sensitivity),
            ..source
        };
        let ids = self.evidence_ids(&takes.spans)?;
        let step = self.work(&takes.article, |article, _| {
            plan::plan_evidence(article, &ids, &source, &takes.quotation, &takes.locator)
        })?;
        self.done(&takes.article, step)
    }

    pub(super) fn edited_evidence(&mut self, takes: &EditEvidence) -> Result<Done> {
        let (id, source) = self.evidence(&takes.article, &takes.id)?;
        if !takes.url.trim().is_empty() && !crate::is_web_address(takes.url.trim()) {
            return Err(crate::work::not_an_address(&takes.url));
        }
        let known = self.store()?.source(source)?;
        let other = takes.sensitivity.filter(|one| *one != known.sensitivity);
        let marked = other.map(|one| self.mark(source, one)).transpose()?;
        // What is withheld here cannot have been edited: it stays as it stands.
        let heads = self.store()?.heads_of(&Entity::Evidence(id))?;
        let withheld = |field| {
            let mut said = heads.iter().filter(|head| head.field == field);
            said.any(|head| protected::blob_of(&head.value).is_some())
        };
        let mut changes = Vec::new();
        for (field, text) in [
            (Field::Quotation, &takes.quotation),
            (Field::Locator, &takes.locator),
        ] {
            if !withheld(field) || !text.is_empty() {
                changes.push((Entity::Evidence(id), field, text));
            }
        }
        if !known.is_withheld() || takes.title != known.name() {
            changes.push((Entity::Source(source), Field::SourceTitle, &takes.title));
        }
        if known.url.is_some() || !takes.url.is_empty() {
            changes.push((Entity::Source(source), Field::SourceUrl, &takes.url));
        }
        let changes = changes
            .into_iter()
            .map(|(entity, field, text)| Ok(Change::new(entity, field, text_or_null(text)?)))
            .collect::<Result<Vec<_>>>()?;
        let step = self.work(&takes.article, |article, _| {
            Ok(Plan::about(
                article.draft().id(),
                "edited a source",
                changes,
            ))
        })?;
        let Some(marked) = marked else {
            return self.done(&takes.article, step);
        };
        // Every sentence that uses the source shows it.
        let done = self.done(&takes.article, step.or(marked.step))?;
        Ok(Done {
            whole: Some(self.view(&takes.article)?),
            note: Some(marked.note).filter(|note| !note.is_empty()),
            ..done
        })
    }
}
