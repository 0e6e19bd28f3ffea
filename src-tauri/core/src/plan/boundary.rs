//! Plans that move boundaries.

use crate::{
    article::Article,
    error::{Code, Error, Result},
    json::Json,
    plan::{Change, Plan, known},
    schema::{Entity, Field},
    text::{CodePoint, Span},
    units,
};

/// Splits a sentence before `at`.
///
/// # Errors
/// `boundary-refused`.
pub fn plan_split(article: &Article, at: CodePoint) -> Result<Plan> {
    let n = units::unit_at(article.units(), at).ok_or_else(|| {
        Error::new(
            Code::BoundaryRefused,
            "No sentence lies there.",
            "Choose a place inside a sentence.",
        )
    })?;
    let place = units::check_split(article.draft(), article.units(), n, at)?;
    let label = article.units()[n].label;
    Ok(boundary(article, place, true, format!("split {label}")))
}

/// Joins a sentence with the next one of its block.
///
/// # Errors
/// `sentence-unknown`, `boundary-refused`.
pub fn plan_join(article: &Article, span: Span) -> Result<Plan> {
    known(article, &[span])?;
    let n = article.unit_at(span).unwrap_or_default();
    let place = units::check_join(article.draft(), article.units(), n)?;
    Ok(boundary(
        article,
        place,
        false,
        format!(
            "joined {} with {}",
            article.units()[n].label,
            article.units()[n + 1].label
        ),
    ))
}

fn boundary(article: &Article, place: CodePoint, stands: bool, label: String) -> Plan {
    let change = Change::new(
        Entity::Boundary(article.draft().id(), place),
        Field::Boundary,
        Json::Bool(stands),
    );
    Plan::about(article.draft().id(), label, vec![change])
}
