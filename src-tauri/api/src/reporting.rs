//! Reports of an article, and what to look at before handing one over.

use stet_core::{
    error::{Code, Error, Result},
    report::{self, Check, Dossier, House, Input, PersonRef, Profile, Report, Secret},
};
use stet_report::{Format, Options};

use crate::{PROGRAM, Session, machine::machine};

/// The setting that says who publishes the checks.
const HOUSE_NAME: &str = "house-name";
/// The setting that says their address, http or https.
const HOUSE_URL: &str = "house-url";

/// What a report is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The articles, in the order in which they appear.
    pub articles: &'a [String],
    /// Whom it is for.
    pub profile: Profile,
    /// The report's date. Without one: the day of the last step on the article, so that the same
    /// state gives the same bytes.
    pub date: Option<&'a str>,
}

impl Session {
    /// Reports on articles as one document, ready to be written.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `database-*`.
    pub fn dossier(&mut self, asked: &Asked<'_>) -> Result<Dossier> {
        if let Some(date) = asked.date.filter(|date| !stet_core::time::is_date(date)) {
            return Err(Error::new(
                Code::ValueRefused,
                format!("“{date}” is not a date."),
                "Write it as 2026-11-05.",
            ));
        }
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
        let reports = asked
            .articles
            .iter()
            .map(|article| self.report_on(article, asked, &people))
            .collect::<Result<Vec<_>>>()?;
        Ok(Dossier::new(reports, asked.profile, self.house()?))
    }

    /// Who publishes the checks, as this database's settings say.
    fn house(&mut self) -> Result<House> {
        let settings = self.store()?.settings()?;
        let setting = |key| {
            let found = settings.iter().find(|(name, _)| name == key);
            found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
        };
        Ok(House {
            name: setting(HOUSE_NAME),
            // Anything but an address of the web would be a link to who knows what.
            url: Some(setting(HOUSE_URL))
                .filter(|url| crate::is_web_address(url))
                .unwrap_or_default(),
        })
    }

    fn report_on(
        &mut self,
        article: &str,
        asked: &Asked<'_>,
        people: &[PersonRef],
    ) -> Result<(Report, Vec<Secret>)> {
        let view = self.view(article)?;
        let desk = self.desk(article)?;
        let agreements = desk.article.agreements(&desk.people);
        let steps = self.steps(Some(article), u32::MAX)?;
        let at = |row: Option<&stet_store::StepRow>| {
            row.map(|row| row.view.at.clone()).unwrap_or_default()
        };
        let (first, last) = (at(steps.last()), at(steps.first()));
        let date = asked.date.map_or_else(
            || last.split('T').next().unwrap_or_default().to_owned(),
            str::to_owned,
        );
        Ok(report::build(Input {
            article: &view,
            people,
            date: &date,
            steps: u32::try_from(steps.len()).unwrap_or(u32::MAX),
            first: &first,
            last: &last,
            program: PROGRAM,
            profile: asked.profile,
            agreements: &agreements,
        }))
    }

    /// Reports as bytes of a format.
    ///
    /// # Errors
    /// As for [`Self::dossier`], and `report-*`.
    pub fn report_bytes(
        &mut self,
        asked: &Asked<'_>,
        format: Format,
        options: Options,
    ) -> Result<Vec<u8>> {
        let dossier = self.dossier_in(asked, format)?;
        stet_report::guarded(&dossier, format, options, &machine())
    }

    /// The same document for a format: JSON for the lawyer carries the work itself, so that
    /// another Stet can take it in.
    ///
    /// # Errors
    /// As for [`Self::dossier`].
    pub(crate) fn dossier_in(&mut self, asked: &Asked<'_>, format: Format) -> Result<Dossier> {
        if format != Format::Json || asked.profile != Profile::Legal {
            return self.dossier(asked);
        }
        for article in asked.articles {
            self.refuse_blind(article)?;
        }
        self.dossier_with_work(asked)
    }

    /// What is owed before an article is handed over.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn checks(&mut self, article: &str) -> Result<Vec<Check>> {
        Ok(report::checks(&self.view(article)?))
    }
}

/// Sentences from which a PDF takes some ten seconds and a gigabyte of memory (docs/measured.md).
const MANY_FOR_PDF: usize = 4_000;

/// What is to be said before a PDF is made that takes long.
#[must_use]
pub fn large_pdf(dossier: &Dossier, format: Format) -> Option<String> {
    let sentences: usize = dossier.reports.iter().map(|one| one.sentences.len()).sum();
    (format == Format::Pdf && sentences > MANY_FOR_PDF).then(|| {
        format!(
            "A PDF of {sentences} sentences has many hundred pages: setting them takes ten seconds and a gigabyte of memory for about every 4,000. A web page or a Word document of it takes a second."
        )
    })
}

/// A file name to propose: the title in plain letters, whom it is for where that is not the
/// editor, and the format's extension.
pub(crate) fn proposed_name(dossier: &Dossier, format: Format) -> String {
    let mut stem = slug(&dossier.title, "report");
    if dossier.profile != Profile::Editor {
        stem = format!("{stem}-{}", dossier.profile.name());
    }
    format!("{stem}.{}", format.extension())
}

/// The first words of a title as a file's name; `otherwise` where it has none.
pub(crate) fn slug(title: &str, otherwise: &str) -> String {
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
    // Systems take 255 bytes, and some scripts four for a letter.
    let stem: String = words.join("-").chars().take(48).collect();
    Some(stem)
        .filter(|stem| !stem.is_empty())
        .unwrap_or_else(|| otherwise.to_owned())
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
