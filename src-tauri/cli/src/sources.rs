//! Commands about sources.

use serde::Serialize;
use stet_api::Session;
use stet_core::view::Sensitivity;

use crate::{
    output::{Out, Stop, one_line},
    shapes::StepShape,
};

/// A source of `sources`.
#[derive(Serialize)]
struct SourceShape {
    id: String,
    title: String,
    url: String,
    sensitivity: Sensitivity,
    uses: u32,
}

/// `stet sources`.
pub fn list(session: &mut Session, out: Out) -> Result<(), Stop> {
    let sources: Vec<SourceShape> = session
        .source_list()?
        .into_iter()
        .map(|(source, uses)| SourceShape {
            id: source.id.to_string(),
            title: source.listed_title().to_owned(),
            sensitivity: source.sensitivity,
            url: source.url.unwrap_or_default(),
            uses,
        })
        .collect();
    out.answer(&sources, |to| {
        if sources.is_empty() {
            writeln!(
                to,
                "No sentence has a source yet. stet tag … --source URL gives it one."
            )?;
        }
        sources.iter().try_for_each(|one| {
            let told: Vec<&str> = [one.title.as_str(), one.url.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            writeln!(
                to,
                "{}  {} ({}, {} uses)",
                one.id,
                one_line(&told.join(", ")),
                one.sensitivity.name(),
                one.uses
            )
        })
    })
}

/// `stet protect`.
pub fn protect(
    session: &mut Session,
    source: &str,
    sensitivity: &str,
    out: Out,
) -> Result<(), Stop> {
    let sensitivity = Sensitivity::parse(sensitivity).unwrap_or_default();
    let marked = session.mark_source(source, sensitivity)?;
    let shape = StepShape::new(marked.step.as_ref(), &session.identity().name);
    out.answer(&shape, |to| match &marked.step {
        Some(step) => writeln!(to, "{}", step.label),
        None => writeln!(to, "It is {} already.", sensitivity.name()),
    })?;
    if !marked.note.is_empty() {
        out.note(&marked.note, "");
    }
    Ok(())
}
