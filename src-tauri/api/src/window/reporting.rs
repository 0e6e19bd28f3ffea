//! Reports as the window asks for them.

use stet_core::error::{Code, Error, Result};
use stet_report::{Format, Options, undrawn};

use crate::{
    ReportAsked, Session,
    commands::{ReportAsk, ReportCheck},
    making::Making,
    reporting,
};

impl Session {
    /// A report that is to be shown; one that was to be shown before is no longer wanted.
    pub(crate) fn making_preview(&mut self, ask: &ReportAsk) -> Result<Making> {
        let mut making = self.making(ask)?;
        (making.watch, making.turn) = self.reports.preview();
        Ok(making)
    }

    /// A report that is to be written to a file.
    ///
    /// # Errors
    /// `article-*`, `format-unknown`, `database-*`.
    pub fn making_file(&mut self, ask: &ReportAsk) -> Result<Making> {
        let mut making = self.making(ask)?;
        (making.watch, making.turn) = self.reports.file();
        Ok(making)
    }

    /// Stops what is being written.
    pub(crate) fn stop_reports(&self) {
        self.reports.stop();
    }

    fn making(&mut self, ask: &ReportAsk) -> Result<Making> {
        let format = reporting::format(&ask.format)?;
        if ask.articles.is_empty() {
            return Err(Error::new(
                Code::Usage,
                "A report needs an article.",
                "Choose one.",
            ));
        }
        let asked = ReportAsked {
            articles: &ask.articles,
            profile: ask.profile,
            date: None,
        };
        let dossier = self.dossier_in(&asked, format)?;
        let mut checks = Vec::new();
        for article in &ask.articles {
            let found = self.checks(article)?;
            checks.extend(found.into_iter().map(|check| ReportCheck {
                article: article.clone(),
                message: check.message,
                labels: check.labels,
            }));
        }
        if format == Format::Pdf {
            checks.extend(undrawn(&dossier).into_iter().filter_map(|one| {
                Some(ReportCheck {
                    article: ask.articles.get(one.report)?.clone(),
                    message: format!(
                        "letters that a PDF cannot draw ({}) stand as boxes; other formats have them",
                        one.scripts
                    ),
                    labels: one.labels,
                })
            }));
        }
        Ok(Making {
            dossier,
            format,
            options: Options {
                paper: ask.paper,
                notes: ask.notes,
            },
            checks,
            watch: crate::Watch::default(),
            turn: std::sync::Arc::default(),
        })
    }
}
