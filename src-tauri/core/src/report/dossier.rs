//! One or several reports handed over together: what every writer is given.

use serde::Serialize;

use super::{
    model::Report,
    profile::Profile,
    record::Record,
    secret::{Secret, Secrets},
    words,
};

/// One or several reports, handed over as one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// Its title: that of the article, or "Dossier of 3 articles".
    pub title: String,
    /// Whom it is for.
    pub profile: Profile,
    /// Its date, ISO 8601: the latest of the reports.
    pub date: String,
    /// Program and version that wrote it.
    pub program: String,
    /// Who publishes the checks.
    pub house: House,
    /// The reports, in the order asked for.
    #[serde(rename = "articles")]
    pub reports: Vec<Report>,
    /// The work itself, for another Stet to take in; only for the lawyer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    /// What must not be in any file made of it.
    #[serde(skip)]
    pub secrets: Vec<Secret>,
}

/// Who publishes the checks; may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct House {
    /// Name, or empty.
    pub name: String,
    /// Address (http or https), or empty.
    pub url: String,
}

impl Dossier {
    /// Binds reports of one profile together.
    #[must_use]
    pub fn new(reports: Vec<(Report, Vec<Secret>)>, profile: Profile, house: House) -> Self {
        let (mut reports, secrets): (Vec<Report>, Vec<Vec<Secret>>) = reports.into_iter().unzip();
        // What is secret in one article may be written about in another; and what another one says,
        // or the house is called, is printed anyway.
        let mut said: Vec<&str> = vec![&house.name, &house.url];
        for report in &reports {
            said.push(&report.article.text);
            said.extend(report.sentences.iter().map(|one| one.text.as_str()));
        }
        let secrets = Secrets::new(secrets.into_iter().flatten().collect(), &said);
        if reports.len() > 1 {
            for report in &mut reports {
                report.hide(&secrets);
            }
        }
        let secrets = secrets.into_list();
        let title = match reports.as_slice() {
            [one] => one.article.title.clone(),
            several => format!(
                "Dossier of {}",
                words::number(several.len(), "article", "articles")
            ),
        };
        let newest =
            |of: fn(&Report) -> &String| reports.iter().map(of).max().cloned().unwrap_or_default();
        Self {
            title,
            profile,
            date: newest(|report| &report.article.date),
            program: newest(|report| &report.article.program),
            house,
            record: None,
            secrets,
            reports,
        }
    }
}
