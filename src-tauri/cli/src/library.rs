//! Commands that bring articles in and show what is there.

use std::{
    io::{self, Read, Write},
    path::Path,
};

use stet_api::{ImportChoices, Imported, Rules, Session};
use stet_core::{
    error::{Code, Error},
    view::{ArticleView, RemarkKind, SentenceView, Standing, TagView},
};

use crate::{
    args::Import,
    output::{Out, Stop, one_line},
    shapes::{ArticleShape, ImportedShape},
};

/// `stet import`: each input whole or not at all; what fails is said, the rest is imported.
pub fn import(session: &mut Session, asked: &Import, out: Out) -> Result<(), Stop> {
    let one = asked.inputs.len() == 1 && !asked.inputs.iter().any(|input| input.is_dir());
    if asked.title.is_some() && !one {
        return Err(Error::new(
            Code::Usage,
            "--title names one article, and several are imported.",
            "Import that one by itself.",
        )
        .into());
    }
    // Fails for all inputs alike, so it is said once.
    session.store()?;
    let choices = ImportChoices {
        title: asked.title.clone().unwrap_or_default(),
        language: asked.lang.clone().unwrap_or_default(),
        published: asked.published.clone(),
        keep_quotations: asked.keep_quotations.then_some(true),
        ..ImportChoices::default()
    };
    let (mut imported, mut failed): (Vec<Imported>, Vec<Error>) = (Vec::new(), Vec::new());
    let mut notes = Vec::new();
    for input in &asked.inputs {
        if !input.is_dir() {
            match import_one(session, input, asked, &choices) {
                Ok(some) => imported.extend(some),
                Err(error) => failed.push(error),
            }
            continue;
        }
        match stet_api::folder(input) {
            Ok(folder) => {
                notes.extend(folder.note());
                failed.extend(folder.errors);
                for file in &folder.files {
                    match session.import_file(file, &choices) {
                        Ok(some) => imported.extend(some),
                        Err(error) => failed.push(of_file(file, error)),
                    }
                }
            }
            Err(error) => failed.push(error),
        }
    }
    if imported.is_empty() && failed.len() == 1 {
        return Err(failed.remove(0).into());
    }
    let shapes: Vec<ImportedShape<'_>> = imported.iter().map(ImportedShape::from).collect();
    out.answer(&shapes, |to| {
        imported.iter().try_for_each(|one| {
            let here = if one.already_here {
                ", already here"
            } else {
                ""
            };
            writeln!(
                to,
                "{}  {} ({} sentences, {}{here})",
                one.article,
                one_line(&one.title),
                one.sentences,
                one.lang
            )
        })
    })?;
    notes
        .iter()
        .chain(imported.iter().flat_map(|one| &one.notes))
        .for_each(|note| out.note(note, ""));
    failed.iter().for_each(|error| out.error(error));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Stop::Said)
    }
}

/// Of many files, says which one it was.
fn of_file(file: &Path, mut error: Error) -> Error {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if !error.message.contains(&*name) {
        error.message = format!("{}: {}", file.display(), error.message);
    }
    error
}

fn import_one(
    session: &mut Session,
    input: &Path,
    asked: &Import,
    choices: &ImportChoices,
) -> stet_core::error::Result<Vec<Imported>> {
    if let Some(address) = input.to_str().filter(|text| is_address(text)) {
        let rules = Rules {
            allow_private: asked.allow_private,
            ..Rules::default()
        };
        return session.import_address(address, rules, choices);
    }
    if input != Path::new("-") {
        return session.import_file(input, choices);
    }
    let mut bytes = Vec::new();
    // One byte more than is read tells that there is too much.
    let most = stet_api::MOST_BYTES as u64 + 1;
    io::stdin()
        .lock()
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Error::new(
                Code::FileFailed,
                format!("Standard input could not be read: {error}."),
                "Give the text as a file.",
            )
        })?;
    session.import_bytes("-", bytes, choices)
}

/// Whether an input is an address of the web, or would be one: `ftp://…` is refused as such, not
/// looked for as a file.
fn is_address(input: &str) -> bool {
    let scheme = input.split_once("://").map_or("", |(scheme, _)| scheme);
    !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `stet articles`.
pub fn articles(session: &mut Session, out: Out) -> Result<(), Stop> {
    let rows = session.articles()?;
    out.answer(&rows, |to| {
        if rows.is_empty() {
            writeln!(
                to,
                "The library is empty. stet import FILE brings an article in."
            )?;
        }
        rows.iter().try_for_each(|row| {
            let counts = row.counts;
            let closed = counts.sentences - counts.untagged - counts.disagreement;
            let same = row.same_as.as_ref();
            let same = same.map_or(String::new(), |other| {
                format!(", nearly the same as {other}")
            });
            writeln!(
                to,
                "{}  {}  ({closed} of {} closed, {}{same})",
                row.article,
                one_line(&row.title),
                counts.sentences,
                row.lang
            )
        })
    })
}

/// `stet show`.
pub fn show(session: &mut Session, article: &str, out: Out) -> Result<(), Stop> {
    let view = session.view(article)?;
    if !out.json {
        return out.answer(&(), |to| show_words(&view, to));
    }
    let found = session.annotations_of(article)?;
    out.answer(&ArticleShape::new(&view, &found), |_| Ok(()))
}

fn show_words(view: &ArticleView, to: &mut dyn Write) -> io::Result<()> {
    writeln!(
        to,
        "{}  {} ({})",
        view.article,
        one_line(&view.title),
        view.lang
    )?;
    let width = view
        .sentences
        .iter()
        .map(|one| one.label.chars().count())
        .max()
        .unwrap_or(0);
    let mut block = 0;
    for one in &view.sentences {
        if one.block != block {
            writeln!(to)?;
            block = one.block;
        }
        let flag = if one.flagged { " ⚑" } else { "" };
        writeln!(
            to,
            "{:>width$} {}{flag} {}",
            one.label,
            glyph(one.standing),
            one_line(&one.text)
        )?;
        said_of(one, width + 3, to)?;
    }
    Ok(())
}

fn said_of(one: &SentenceView, indent: usize, to: &mut dyn Write) -> io::Result<()> {
    let mut line = |what: &str, text: &str| {
        if text.is_empty() {
            Ok(())
        } else {
            writeln!(to, "{:indent$}{what}{}", "", one_line(text))
        }
    };
    for tag in &one.tags {
        let who = one_line(&tag.checker);
        line(
            "",
            &format!(
                "{who}: {}{}",
                tag_word(tag),
                if tag.finding.is_empty() {
                    String::new()
                } else {
                    format!(". {}", tag.finding)
                }
            ),
        )?;
        line("proposed: ", &tag.correction)?;
        line("said by: ", &tag.speaker)?;
    }
    for remark in &one.remarks {
        let kind = match remark.kind {
            RemarkKind::Comment => "comment",
            RemarkKind::Footnote => "note",
            RemarkKind::Link => "link",
        };
        let by = if remark.author.is_empty() {
            String::new()
        } else {
            format!(" by {}", one_line(&remark.author))
        };
        line(&format!("{kind}{by}: "), &remark.text)?;
    }
    for evidence in &one.evidence {
        let url = if evidence.title == evidence.url {
            ""
        } else {
            &evidence.url
        };
        let told: Vec<&str> = [&evidence.title, url, &evidence.locator]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        line("source: ", &told.join(", "))?;
    }
    Ok(())
}

fn tag_word(tag: &TagView) -> String {
    let word = tag.tag.map_or("no tag", stet_core::tag_name);
    match tag.fit {
        stet_core::view::Fit::Exact => word.into(),
        stet_core::view::Fit::Wider => format!("{word} (of more than this)"),
        stet_core::view::Fit::Narrower => format!("{word} (of a piece of this)"),
        stet_core::view::Fit::Partial => format!("{word} (of words that overlap this)"),
    }
}

/// The sign of a standing tag, as in the window and in reports.
fn glyph(standing: Standing) -> char {
    match standing {
        Standing::Verified => '✓',
        Standing::Disputed => '✗',
        Standing::AttributedOnly => '❝',
        Standing::NoClaim => '–',
        Standing::Untagged => '○',
        Standing::Disagreement => '≠',
    }
}

/// `stet log`.
pub fn log(session: &mut Session, article: Option<&str>, out: Out) -> Result<(), Stop> {
    let rows = session.steps(article, u32::MAX)?;
    let views: Vec<_> = rows.iter().map(|row| &row.view).collect();
    out.answer(&views, |to| {
        rows.iter().try_for_each(|row| {
            let undone = if row.active { "" } else { " (undone)" };
            writeln!(
                to,
                "{}  {}: {}{undone}",
                row.view.at,
                one_line(&row.view.checker),
                one_line(&row.view.label)
            )
        })
    })
}

/// `stet sample`, for `make run`: what the window's first run does.
pub fn sample(session: &mut Session, out: Out) -> Result<(), Stop> {
    let article = session.import_sample()?;
    out.answer(&serde_json::json!({ "article": article }), |to| {
        writeln!(to, "{article}")
    })
}
