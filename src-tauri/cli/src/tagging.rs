//! Commands that make one step each.

use stet_api::{Direction, Notes, Session, Step};
use stet_core::{
    error::{Code, Error, Result},
    text::{CodePoint, Span},
    view::{Sensitivity, Tag},
};

use crate::{
    args,
    output::{Out, Stop, one_line},
    shapes::StepShape,
};

/// What a sentence can be tagged, and the word that takes one's own tag away.
pub const TAGS: [&str; 5] = [
    "verified",
    "disputed",
    "attributed-only",
    "no-claim",
    "clear",
];

/// The tag that a word of [`TAGS`] means.
///
/// # Errors
/// `usage` for any other word.
pub fn tag_named(word: &str) -> Result<Option<Tag>> {
    match word {
        "verified" => Ok(Some(Tag::Verified)),
        "disputed" => Ok(Some(Tag::Disputed)),
        "attributed-only" => Ok(Some(Tag::AttributedOnly)),
        "no-claim" => Ok(Some(Tag::NoClaim)),
        "clear" => Ok(None),
        _ => Err(Error::new(
            Code::Usage,
            format!("“{word}” is no tag."),
            format!("Choose one of: {}.", TAGS.join(", ")),
        )),
    }
}

/// `stet tag`.
pub fn tag(session: &mut Session, asked: args::Tag, out: Out) -> std::result::Result<(), Stop> {
    let (Some(article), Some(range), Some(word)) = (asked.article, asked.range, asked.tag) else {
        return Err(Error::new(
            Code::Usage,
            "An article, sentences and a tag are needed.",
            "stet tag --help shows how.",
        )
        .into());
    };
    let notes = Notes {
        finding: asked.finding,
        correction: asked.correction,
        speaker: asked.speaker,
        sources: asked.source,
        sensitivity: asked.protected.then_some(Sensitivity::Protected),
    };
    let spans = session.spans(&article, &range)?;
    let step = session.tag_with(&article, &spans, tag_named(&word)?, &notes)?;
    done(session, step.as_ref(), out)
}

/// `stet flag`.
pub fn flag(
    session: &mut Session,
    article: &str,
    range: &str,
    on: bool,
    out: Out,
) -> std::result::Result<(), Stop> {
    let spans = session.spans(article, range)?;
    let step = session.flag_sentences(article, &spans, on)?;
    done(session, step.as_ref(), out)
}

/// `stet publish`.
pub fn publish(
    session: &mut Session,
    article: &str,
    range: &str,
    on: bool,
    out: Out,
) -> std::result::Result<(), Stop> {
    let spans = session.spans(article, range)?;
    let step = session.publish_sentences(article, &spans, on)?;
    done(session, step.as_ref(), out)
}

/// `stet split`.
pub fn split(
    session: &mut Session,
    article: &str,
    sentence: &str,
    at: u32,
    out: Out,
) -> std::result::Result<(), Stop> {
    let within = session.spans(article, sentence)?;
    if !within
        .iter()
        .any(|span| span.start.0 <= at && at < span.end.0)
    {
        let places: Vec<String> = within
            .iter()
            .map(|span| format!("{}–{}", span.start.0 + 1, span.end.0.saturating_sub(1)))
            .collect();
        let message = format!("Offset {at} does not lie in sentence {sentence}.");
        return Err(Error::new(
            Code::BoundaryRefused,
            message,
            format!(
                "Offsets count characters of the whole text; inside it they are {}.",
                places.join(", ")
            ),
        )
        .into());
    }
    let step = session.split_at(article, CodePoint(at))?;
    done(session, step.as_ref(), out)
}

/// `stet join`.
pub fn join(
    session: &mut Session,
    article: &str,
    sentence: &str,
    out: Out,
) -> std::result::Result<(), Stop> {
    let span = only(session.spans(article, sentence)?, sentence)?;
    let step = session.join_next(article, span)?;
    done(session, step.as_ref(), out)
}

/// `stet undo` and `stet redo`.
pub fn turn(
    session: &mut Session,
    direction: Direction,
    out: Out,
) -> std::result::Result<(), Stop> {
    let step = session.turn(direction)?;
    done(session, Some(&step), out)
}

fn only(spans: Vec<Span>, named: &str) -> Result<Span> {
    match spans.as_slice() {
        [one] => Ok(*one),
        several => Err(Error::new(
            Code::Usage,
            format!("{named} names {} sentences.", several.len()),
            "Name one of them by its label, such as 9b.",
        )),
    }
}

pub(crate) fn done(
    session: &Session,
    step: Option<&Step>,
    out: Out,
) -> std::result::Result<(), Stop> {
    let shape = StepShape::new(step, &session.identity().name);
    out.answer(&shape, |to| match step {
        Some(step) => writeln!(to, "{}", one_line(&step.label)),
        None => writeln!(to, "It is so already; nothing was changed."),
    })
}
