//! Steps on an article: tags, notes, flags, what is published, boundaries, undo and redo.

use stet_core::{
    error::{Code, Error, Result},
    ids::{EvidenceId, SourceId},
    plan::{self, SourceText},
    schema::Field,
    text::Span,
    view::{Sensitivity, Tag},
};
use stet_store::{Direction, Step, StepRow};

use crate::Session;

impl Session {
    /// Tags sentences, or clears one's own tags.
    ///
    /// # Errors
    /// `article-*`, `sentence-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn tag_sentences(
        &mut self,
        article: &str,
        spans: &[Span],
        tag: Option<Tag>,
        finding: Option<&str>,
    ) -> Result<Option<Step>> {
        self.work(article, |article, me| {
            plan::plan_tag(article, me.actor(), spans, tag, finding)
        })
    }

    /// Tags, and says wording, speaker and sources in the same step, as the command line does.
    ///
    /// # Errors
    /// As for [`Self::tag_sentences`]; `source-unknown`.
    pub fn tag_with(
        &mut self,
        article: &str,
        spans: &[Span],
        tag: Option<Tag>,
        notes: &Notes,
    ) -> Result<Option<Step>> {
        let sources = notes
            .sources
            .iter()
            .map(|text| {
                let source = self.source_named(text)?;
                let sensitivity = notes.sensitivity.unwrap_or(source.sensitivity);
                Ok(SourceText {
                    sensitivity,
                    ..source
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let ids = sources
            .iter()
            .map(|_| self.evidence_ids(spans))
            .collect::<Result<Vec<_>>>()?;
        self.work(article, |article, me| {
            let mut plan =
                plan::plan_tag(article, me.actor(), spans, tag, notes.finding.as_deref())?;
            for (field, text) in [
                (Field::Correction, &notes.correction),
                (Field::Speaker, &notes.speaker),
            ] {
                if let Some(text) = text {
                    plan.changes
                        .extend(plan::plan_text(article, spans, field, text)?.changes);
                }
            }
            for (source, ids) in sources.iter().zip(&ids) {
                plan.changes
                    .extend(plan::plan_evidence(article, ids, source, "", "")?.changes);
            }
            Ok(plan)
        })
    }

    /// A source by its id, or a new one for an address.
    pub(crate) fn source_named(&mut self, text: &str) -> Result<SourceText> {
        match self.known_source(text) {
            Err(error) if error.code == Code::SourceUnknown && is_web_address(text) => {
                Ok(self.new_source(text)?)
            }
            known => known,
        }
    }

    /// A source that nobody has used yet.
    pub(crate) fn new_source(&self, url: &str) -> Result<SourceText> {
        let id = SourceId::drawn(self.options.random()?);
        Ok(SourceText::new(id, String::new(), url.to_owned()))
    }

    /// A source that is used, by its id or address.
    pub(crate) fn known_source(&mut self, text: &str) -> Result<SourceText> {
        self.store()?.used_source(text)?.ok_or_else(|| {
            Error::new(
                Code::SourceUnknown,
                format!("No source “{text}” is here."),
                "Give an http or https address, or the id of a known source.",
            )
        })
    }

    pub(crate) fn evidence_ids(&self, spans: &[Span]) -> Result<Vec<(Span, EvidenceId)>> {
        spans
            .iter()
            .map(|span| Ok((*span, EvidenceId(self.options.random()?))))
            .collect()
    }

    /// Flags or unflags.
    ///
    /// # Errors
    /// As for [`Self::tag_sentences`].
    pub fn flag_sentences(
        &mut self,
        article: &str,
        spans: &[Span],
        on: bool,
    ) -> Result<Option<Step>> {
        self.work(article, |article, _| plan::plan_flag(article, spans, on))
    }

    /// Says that the checks of sentences may be published, or may not.
    ///
    /// # Errors
    /// As for [`Self::tag_sentences`].
    pub fn publish_sentences(
        &mut self,
        article: &str,
        spans: &[Span],
        on: bool,
    ) -> Result<Option<Step>> {
        self.work(article, |article, _| plan::plan_publish(article, spans, on))
    }

    /// Splits a sentence before a code point of the article's text.
    ///
    /// # Errors
    /// `article-*`, `boundary-refused`, `database-*`.
    pub fn split_at(
        &mut self,
        article: &str,
        at: stet_core::text::CodePoint,
    ) -> Result<Option<Step>> {
        let step = self.work(article, |article, _| plan::plan_split(article, at))?;
        self.desk = None;
        Ok(step)
    }

    /// Joins a sentence with the next one.
    ///
    /// # Errors
    /// `article-*`, `sentence-unknown`, `boundary-refused`, `database-*`.
    pub fn join_next(&mut self, article: &str, span: Span) -> Result<Option<Step>> {
        let step = self.work(article, |article, _| plan::plan_join(article, span))?;
        self.desk = None;
        Ok(step)
    }

    /// Undoes or redoes.
    ///
    /// # Errors
    /// `undo-nothing`, `undo-declined`, `database-*`.
    pub fn turn(&mut self, direction: Direction) -> Result<Step> {
        let now = self.now();
        let step = self.store()?.step_back_or_forth(direction, now)?;
        self.desk = None;
        Ok(step)
    }

    /// Steps, newest first.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn steps(&mut self, article: Option<&str>, limit: u32) -> Result<Vec<StepRow>> {
        let about = article.map(|article| self.resolve(article)).transpose()?;
        self.store()?.steps(about, limit)
    }
}

/// What the command line may say beside a tag.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Finding; none keeps what the rule of tagging keeps.
    pub finding: Option<String>,
    /// Proposed wording.
    pub correction: Option<String>,
    /// Speaker.
    pub speaker: Option<String>,
    /// Ids or addresses of sources.
    pub sources: Vec<String>,
    /// Who may read their names; none: as it is, of new ones everybody.
    pub sensitivity: Option<Sensitivity>,
}

/// Whether this is an http or https address with a host: the only ones that are ever opened.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    stet_report::link(text).is_some()
}

pub(crate) fn not_an_address(text: &str) -> Error {
    Error::new(
        Code::LinkRefused,
        format!("“{text}” is not a web address."),
        "Only http and https addresses are kept as such; put anything else into the title.",
    )
}
