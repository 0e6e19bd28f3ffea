//! The last look before a document leaves: what its reader must not learn is looked for in the bytes
//! themselves, however they were packed, escaped or encoded.
//!
//! Names and addresses of withheld sources may stand nowhere. Of this machine:
//!
//! * a path into the user's folder or that of temporary files, and `file://`, may stand nowhere;
//! * names of the user's account and of the machine are often ordinary names or words (Mark, the
//!   guardian). They count in what a document says about itself (its properties), and where they
//!   are part of a path or an address; elsewhere only if no person is called so: six characters and
//!   more with a digit or hyphen among letters;
//! * what the article itself says, or the work that a report for the lawyer carries, is no leak;
//!   nor are names that the report prints anyway.
//!
//! Names of sources that are words of the program itself ("Report") are told apart from leaks by
//! writing the same document without anybody's words.

mod parts;
mod patterns;
mod pdf;

use std::fmt;

use stet_core::{
    error::{Code, Error, Result},
    report::{Dossier, Needles, Secret},
};

use crate::{Drawn, Format, Options, write};
use parts::{Part, besides_record, parts};
use patterns::Patterns;

/// What would tell about the machine; each empty if unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Machine {
    /// The user's folder.
    pub home: String,
    /// The account's name.
    pub user: String,
    /// The machine's name.
    pub host: String,
    /// The folder of temporary files.
    pub temporary: String,
}

/// What must not be in a document.
#[derive(Clone, Debug)]
pub struct Forbidden<'a> {
    /// Words about withheld sources.
    pub secrets: &'a [Secret],
    /// Words about this machine.
    pub machine: &'a Machine,
    /// What the articles and the carried work say, which is no leak.
    pub said: Vec<&'a str>,
}

/// What leaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A withheld source: its place in the list.
    Source(usize),
    /// A path into the user's folder.
    Home,
    /// A path to temporary files.
    Temporary,
    /// An address of a file.
    FileAddress,
    /// The account's name, in a path or as no person is called.
    User,
    /// The machine's name, likewise.
    Host,
    /// The account's name in what the document says about itself.
    UserNamed,
    /// The machine's name, likewise.
    HostNamed,
}

/// What leaks, and in which part of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    /// What.
    pub what: What,
    /// The part, for people: "docProps/core.xml".
    pub part: String,
}

/// What is forbidden in a dossier's documents.
impl<'a> Forbidden<'a> {
    /// Its secrets, and what is known of the machine.
    #[must_use]
    pub fn of(dossier: &'a Dossier, machine: &'a Machine) -> Self {
        let mut said = Vec::new();
        for report in &dossier.reports {
            said.push(report.article.text.as_str());
            // Of somebody else's article readers get sentences alone.
            said.extend(report.sentences.iter().map(|one| one.text.as_str()));
        }
        let record = dossier.record.iter();
        said.extend(
            record
                .flat_map(|record| record.events.iter().chain(&record.blobs))
                .map(String::as_str),
        );
        Self {
            secrets: &dossier.secrets,
            machine,
            said,
        }
    }
}

/// The first leak of a document, if there is any.
#[must_use]
pub fn scan(bytes: &[u8], _: Format, forbidden: &Forbidden<'_>) -> Option<Leak> {
    leaks(&parts(bytes), forbidden).into_iter().next()
}

/// Writes a document and looks it over.
///
/// # Errors
/// `report-leak`, with the sentence to go to; and as for [`write`].
pub fn guarded(
    dossier: &Dossier,
    format: Format,
    options: Options,
    machine: &Machine,
) -> Result<Vec<u8>> {
    let bytes = write(dossier, format, options)?;
    checked(&bytes, dossier, format, options, machine)?;
    Ok(bytes)
}

/// Writes a PDF with pictures of its first `most` pages, and looks it over. `go_on` is asked between
/// the steps of the work, and ends it with its error.
///
/// # Errors
/// As for [`guarded`], and what `go_on` says.
pub fn guarded_pages(
    dossier: &Dossier,
    options: Options,
    machine: &Machine,
    most: usize,
    go_on: &dyn Fn() -> Result<()>,
) -> Result<Drawn> {
    let drawn = crate::pdf::drawn(dossier, options, most, go_on)?;
    checked(&drawn.bytes, dossier, Format::Pdf, options, machine)?;
    Ok(drawn)
}

/// Looks a document over that was written of the dossier.
///
/// # Errors
/// As for [`guarded`].
pub fn checked(
    bytes: &[u8],
    dossier: &Dossier,
    format: Format,
    options: Options,
    machine: &Machine,
) -> Result<()> {
    let forbidden = Forbidden::of(dossier, machine);
    let mut all = match format {
        Format::Json if dossier.record.is_some() => besides_record(bytes),
        _ => parts(bytes),
    };
    if bytes.starts_with(b"%PDF") {
        all.extend(data(dossier));
    }
    let mut found = leaks(&all, &forbidden);
    if found
        .iter()
        .any(|leak| matches!(leak.what, What::Source(_)))
    {
        let blank = blank(dossier);
        let mut own = parts(&write(&blank, format, options)?);
        if bytes.starts_with(b"%PDF") {
            own.extend(data(&blank));
        }
        let own = leaks(&own, &forbidden);
        found.retain(|leak| !own.iter().any(|ours| ours.what == leak.what));
    }
    if found.iter().any(|leak| leak.what >= What::UserNamed) {
        let printed: Vec<Part> = data(dossier)
            .into_iter()
            .map(|part| Part {
                about: true,
                ..part
            })
            .collect();
        let printed = leaks(&printed, &forbidden);
        found.retain(|leak| {
            leak.what < What::UserNamed || !printed.iter().any(|said| said.what == leak.what)
        });
    }
    found.first().map_or(Ok(()), |leak| {
        Err(refused(dossier, format, leak, &forbidden))
    })
}

/// What a PDF is set from.
fn data(dossier: &Dossier) -> Option<Part> {
    Some(Part {
        name: "the pages".into(),
        text: serde_json::to_string(&dossier.reports).ok()? + &dossier.title,
        about: false,
        bare: false,
    })
}

/// The same dossier without anybody's words but the articles'.
fn blank(dossier: &Dossier) -> Dossier {
    let mut blank = dossier.clone();
    for report in &mut blank.reports {
        report.texts_mut(&mut |_, text| {
            if !text.is_empty() {
                "·".clone_into(text);
            }
        });
        for opinion in report.sentences.iter_mut().flat_map(|one| &mut one.tags) {
            opinion.changes.clear();
        }
    }
    blank.title = "·".into();
    blank.record = None;
    blank
}

/// Every leak once, the gravest first.
fn leaks(parts: &[Part], forbidden: &Forbidden<'_>) -> Vec<Leak> {
    let needles = Needles::new(forbidden.secrets.iter().map(Secret::text));
    let patterns = Patterns::of(forbidden.machine);
    // Worked out once a pattern, and only of one that stands in the document.
    let mut said = vec![None; patterns.all.len()];
    let mut found: Vec<Leak> = Vec::new();
    let mut add = |what, part: &Part| {
        if !found.iter().any(|leak| leak.what == what) {
            let part = part.name.clone();
            found.push(Leak { what, part });
        }
    };
    for part in parts {
        for which in needles.said_in(&part.text) {
            add(What::Source(which), part);
        }
        // A tag in its middle would end a path in the bare text, too: what stands there stands in
        // the whole.
        if part.bare {
            continue;
        }
        for which in patterns.said_in(&part.text) {
            let pattern = &patterns.all[which];
            let counts = part.about || !pattern.about;
            if counts && !*said[which].get_or_insert_with(|| patterns.is_said(which, forbidden)) {
                add(pattern.what, part);
            }
        }
    }
    found.sort();
    found
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Source(_) => "a source that is withheld from this reader",
            Self::Home => "a path into your own folder on this computer",
            Self::Temporary => "a path to temporary files on this computer",
            Self::FileAddress => "the address of a file on a computer (file:)",
            Self::User | Self::UserNamed => "the name of your account on this computer",
            Self::Host | Self::HostNamed => "the name of this computer",
        })
    }
}

/// Says what leaks and where to go; not the words themselves.
fn refused(dossier: &Dossier, format: Format, leak: &Leak, forbidden: &Forbidden<'_>) -> Error {
    let what = match leak.what {
        What::Source(n) => dossier.secrets.get(n).map_or_else(
            || leak.what.to_string(),
            |secret| format!("the name or address of {}", secret.instead()),
        ),
        other => other.to_string(),
    };
    let message = |place: &str| {
        format!(
            "The report ({}) would tell {what}: it stands in {place}. Nothing was handed over.",
            format.name()
        )
    };
    let found = whereabouts(dossier, leak.what, forbidden);
    let Some(place) = found else {
        return Error::new(
            Code::ReportLeak,
            message(&leak.part),
            "No sentence says it, so this is a fault of Stet: another format may do meanwhile.",
        );
    };
    let hint = match leak.what {
        What::Source(_) => {
            "Take it out there, or hand over a report whose reader may know the source."
        }
        _ => "Take it out there and export again.",
    };
    Error::new(Code::ReportLeak, message(&place), hint)
}

/// The first text that says it: "the finding on sentence 9".
fn whereabouts(dossier: &Dossier, what: What, forbidden: &Forbidden<'_>) -> Option<String> {
    let secret = match what {
        What::Source(n) => forbidden.secrets.get(n).map(Secret::text),
        _ => None,
    };
    let needles = Needles::new(secret);
    let patterns = Patterns::of(forbidden.machine);
    let mut place = None;
    for report in &dossier.reports {
        report.clone().texts_mut(&mut |at, text| {
            let says = || {
                let mut said = patterns.said_in(text).into_iter();
                said.any(|which| patterns.all[which].what == what)
            };
            if place.is_none() && (!needles.said_in(text).is_empty() || says()) {
                place = Some(at.to_string());
            }
        });
    }
    place
}
