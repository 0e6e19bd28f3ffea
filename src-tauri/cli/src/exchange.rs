//! Commands that hand work over and take it in: reports, shares, merges.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use stet_api::{
    Paper, ReportAsked, ReportFormat, ReportNotes, ReportOptions, Session, commands::ShareAsk,
};
use stet_core::{
    error::{Code, Error},
    report::{Dossier, Profile, Sentence},
};

use crate::{
    args::Report,
    output::{Out, Stop, one_line},
    shapes::MergedShape,
};

/// `stet report`: the file is written whole or not at all.
pub fn report(session: &mut Session, asked: &Report, out: Out) -> Result<(), Stop> {
    let format = ReportFormat::from_name(&asked.format).ok_or_else(|| {
        Error::new(
            Code::FormatUnknown,
            "There is no such format.",
            "stet report --help lists them.",
        )
    })?;
    let profile = asked.profile.as_deref().and_then(Profile::from_name);
    let what = ReportAsked {
        articles: &asked.articles,
        profile: profile.unwrap_or_else(|| format.profile()),
        date: asked.date.as_deref(),
    };
    if format == ReportFormat::Pdf
        && let Some(why) = stet_api::large_pdf(&session.dossier(&what)?, format)
    {
        out.note(&why, "");
    }
    let bytes = session.report_bytes(
        &what,
        format,
        ReportOptions {
            paper: match asked.paper.as_str() {
                "letter" => Paper::Letter,
                _ => Paper::A4,
            },
            notes: match asked.notes.as_str() {
                "endnotes" => ReportNotes::Endnotes,
                "all-comments" => ReportNotes::AllComments,
                _ => ReportNotes::Comments,
            },
        },
    )?;
    if format == ReportFormat::ClaimReview && !publishes(&session.dossier(&what)?) {
        out.note(
            "No check in it is published, so the document is empty.",
            "stet publish ARTICLE RANGE publishes checks that are verified, disputed or attributed-only.",
        );
    }
    if asked.output == Path::new("-") {
        let mut stdout = io::stdout().lock();
        stdout.write_all(&bytes)?;
        return Ok(stdout.flush()?);
    }
    stet_api::write_whole(&asked.output, &bytes)?;
    let path = asked.output.display().to_string();
    out.answer(
        &serde_json::json!({ "path": path, "format": format.name(), "bytes": bytes.len() }),
        |to| writeln!(to, "{path}"),
    )
}

fn publishes(dossier: &Dossier) -> bool {
    let mut sentences = dossier.reports.iter().flat_map(|one| &one.sentences);
    sentences.any(Sentence::is_published)
}

/// `stet share`.
pub fn share(session: &mut Session, ask: &ShareAsk, output: &Path, out: Out) -> Result<(), Stop> {
    let shared = session.share(ask, output)?;
    let path = output.display().to_string();
    out.answer(&serde_json::json!({ "path": path, "events": shared.events, "blobs": shared.blobs, "unsealed": shared.unsealed }), |to| {
        writeln!(to, "{path}: {} steps and {} texts", shared.events, shared.blobs)
    })?;
    if shared.unsealed > 0 {
        out.note(
            &format!(
                "{} steps were left out: nobody who can vouch for them works on this machine.",
                shared.unsealed
            ),
            "Ask their author for a share.",
        );
    }
    Ok(())
}

/// `stet merge`: several files are one merge, all of them or none, told of and undone together.
pub fn merge(
    session: &mut Session,
    files: &[PathBuf],
    (dry_run, blind): (bool, bool),
    passphrase: &str,
    out: Out,
) -> Result<(), Stop> {
    for file in files {
        let looked = session.look_at_share(file, passphrase)?;
        if !looked.note.is_empty() {
            // As anybody may have written it, so it must not look like words of ours.
            let note: Vec<String> = looked.note.lines().map(one_line).collect();
            let name = one_line(&file.display().to_string());
            out.note(&format!("Note in {name}: “{}”", note.join(" / ")), "");
        }
        if !looked.missing.is_empty() {
            out.note(
                &looked.missing,
                "Ask its owner for: stet share -o COPY.stet",
            );
        }
    }
    let all = session.merge_files_as_one(files, passphrase, dry_run)?;
    if blind {
        session.read_blind(&all)?;
    }
    out.answer(&MergedShape::from(&all), |to| {
        writeln!(to, "{}", stet_api::in_one_line(&all, dry_run))
    })
}
