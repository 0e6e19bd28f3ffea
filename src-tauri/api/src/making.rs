//! Writing a report, away from the session's thread: the session says what the report says
//! ([`Making`], a copy of everything that is needed), any thread writes it. Meanwhile the session
//! answers everything else, “stop” among it.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use stet_core::{
    error::Result,
    report::{Dossier, Report},
};
use stet_report::{Drawn, Format, Options};

use crate::{
    commands::{Preview, ReportCheck, ReportText},
    machine, preview, reporting,
    staging::Watch,
    write_whole,
};

/// What a session knows of the reports it has given away to be written.
#[derive(Default)]
pub(crate) struct Reports {
    preview: Watch,
    saving: Watch,
    turn: Arc<Mutex<()>>,
}

impl Reports {
    /// A new preview; the one before is no longer wanted.
    pub(crate) fn preview(&mut self) -> (Watch, Arc<Mutex<()>>) {
        self.preview.stop();
        self.preview = Watch::default();
        (self.preview.clone(), Arc::clone(&self.turn))
    }

    /// A new file.
    pub(crate) fn file(&mut self) -> (Watch, Arc<Mutex<()>>) {
        self.saving = Watch::default();
        (self.saving.clone(), Arc::clone(&self.turn))
    }

    /// Asks whoever writes to stop.
    pub(crate) fn stop(&self) {
        self.preview.stop();
        self.saving.stop();
    }
}

/// A report that is to be written, on any thread.
pub struct Making {
    pub(crate) dossier: Dossier,
    pub(crate) format: Format,
    pub(crate) options: Options,
    pub(crate) checks: Vec<ReportCheck>,
    pub(crate) watch: Watch,
    pub(crate) turn: Arc<Mutex<()>>,
}

impl Making {
    /// A file name to propose.
    #[must_use]
    pub fn file_name(&self) -> String {
        reporting::proposed_name(&self.dossier, self.format)
    }

    /// Writes the report to `path`, whole or not at all. A writer is stopped between two steps of
    /// its work; what it makes after it was asked to stop is thrown away.
    ///
    /// # Errors
    /// `cancelled`, `report-*`, `file-*`, `disk-full`: what lay at `path` still lies there.
    pub fn save(self, path: &Path) -> Result<()> {
        let bytes = self.bytes()?;
        self.watch.go_on()?;
        write_whole(path, &bytes)
    }

    /// The report as it is shown before it is saved.
    ///
    /// # Errors
    /// `cancelled`, `report-*`.
    pub fn preview(self) -> Result<ReportText> {
        let (bytes, preview) = if let Some(why) = reporting::large_pdf(&self.dossier, self.format) {
            (Vec::new(), Preview::Held { why })
        } else if self.is_pdf() {
            // One setting of the pages gives the file and its pictures.
            let drawn = self.drawn(preview::MOST_PAGES)?;
            let shown = preview::pages(drawn.pages, drawn.beyond);
            (drawn.bytes, shown)
        } else {
            let bytes = self.bytes()?;
            let shown = preview::of(&self, &bytes)?;
            (bytes, shown)
        };
        self.watch.go_on()?;
        let reports = &self.dossier.reports;
        let mut handed_over: Vec<String> = reports
            .iter()
            .map(|report| report.handed_over.clone())
            .filter(|line| !line.is_empty())
            .collect();
        handed_over.dedup();
        let summary: Vec<String> = reports.iter().map(summary).collect();
        Ok(ReportText {
            preview,
            file_name: self.file_name(),
            bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            summary: summary.join("\n\n"),
            handed_over,
            checks: self.checks,
        })
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        if self.is_pdf() {
            return Ok(self.drawn(0)?.bytes);
        }
        self.watch.go_on()?;
        let bytes = stet_report::guarded(
            &self.dossier,
            self.format,
            self.options,
            &machine::machine(),
        )?;
        self.watch.go_on()?;
        Ok(bytes)
    }

    fn is_pdf(&self) -> bool {
        self.format == Format::Pdf
    }

    /// Setting pages takes memory and both hands: one after the other, and none that is no longer
    /// wanted when its turn comes.
    fn drawn(&self, pages: usize) -> Result<Drawn> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let go_on = || self.watch.go_on();
        go_on()?;
        stet_report::guarded_pages(
            &self.dossier,
            self.options,
            &machine::machine(),
            pages,
            &go_on,
        )
    }
}

/// What a message to an editor says of a report.
fn summary(report: &Report) -> String {
    let lines = [
        &report.article.title,
        &report.headline,
        &report.summary,
        &report.coverage,
        &report.checked_by,
    ];
    let said: Vec<&str> = lines
        .into_iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    said.join("\n")
}
