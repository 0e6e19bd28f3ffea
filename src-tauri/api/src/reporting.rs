//! Reports of an article, and what to look at before handing one over.

use stet_core::{
    error::{Code, Error, Result},
    report::{self, Check, Input, PersonRef},
};
use stet_report::Format;

use crate::{PROGRAM, Session};

impl Session {
    /// A report as bytes. Without `date`: the day of the last step on the article, so that the
    /// same state gives the same bytes.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `database-*`.
    pub fn report_bytes(
        &mut self,
        article: &str,
        format: Format,
        date: Option<&str>,
    ) -> Result<Vec<u8>> {
        if let Some(date) = date.filter(|date| !stet_core::time::is_date(date)) {
            return Err(Error::new(
                Code::ValueRefused,
                format!("“{date}” is not a date."),
                "Write it as 2026-11-05.",
            ));
        }
        let view = self.view(article)?;
        let people: Vec<PersonRef> = {
            let people = self.store()?.people()?;
            people
                .all()
                .map(|(actor, name)| PersonRef {
                    name: name.to_owned(),
                    id: actor.fingerprint(),
                    initials: people.initials(actor),
                })
                .collect()
        };
        let steps = self.steps(Some(article), u32::MAX)?;
        let at = |row: Option<&stet_store::StepRow>| {
            row.map(|row| row.view.at.clone()).unwrap_or_default()
        };
        let (first, last) = (at(steps.last()), at(steps.first()));
        let date = date.map_or_else(
            || last.split('T').next().unwrap_or_default().to_owned(),
            str::to_owned,
        );
        let report = report::build(Input {
            article: &view,
            people: &people,
            date: &date,
            steps: u32::try_from(steps.len()).unwrap_or(u32::MAX),
            first: &first,
            last: &last,
            program: PROGRAM,
        });
        Ok(stet_report::write(&report, format))
    }

    /// What is owed before an article is handed over.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn checks(&mut self, article: &str) -> Result<Vec<Check>> {
        Ok(report::checks(&self.view(article)?))
    }

    /// A file name to propose: the title in plain letters, and the format's extension.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn file_name(&mut self, article: &str, format: Format) -> Result<String> {
        let title = self.view(article)?.title;
        let plain: String = title
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let words: Vec<&str> = plain
            .split('-')
            .filter(|word| !word.is_empty())
            .take(8)
            .collect();
        let stem = if words.is_empty() {
            "report".to_owned()
        } else {
            words.join("-")
        };
        Ok(format!("{stem}.{}", format.extension()))
    }
}

/// The format of this name.
///
/// # Errors
/// `format-unknown`.
pub(crate) fn format(name: &str) -> Result<Format> {
    Format::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        Error::new(
            Code::FormatUnknown,
            format!("There is no report format “{name}”."),
            format!("Choose one of: {}.", names.join(", ")),
        )
    })
}
