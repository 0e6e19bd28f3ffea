//! Plans that settle what differs. Each settles one thing: there is none that agrees to all.

use std::collections::BTreeSet;

use crate::{
    adjudication::Adjudication,
    article::Article,
    conflict::{ConflictKind, Found, Settling},
    draft::TextHash,
    error::{Code, Error, Result},
    head::Head,
    ids::EventId,
    json::Json,
    laid::tag,
    people::People,
    plan::{Change, Plan, check_text},
    schema::{Entity, Field},
    tag_name,
    text::Span,
    view::Tag,
};

/// Decides on a tag for a sentence, over all tags that lie on it now; no tag takes the decision
/// back. Deciding on one's own tag is allowed, and said wherever the decision is shown.
///
/// # Errors
/// `sentence-unknown`; `value-refused`, also where there is no tag to judge.
pub fn plan_adjudicate(
    article: &Article,
    span: Span,
    decided: Option<Tag>,
    reason: &str,
) -> Result<Plan> {
    let label = article
        .unit_at(span)
        .map(|n| article.units()[n].label.to_string());
    let Some(label) = label else {
        return Err(Error::new(
            Code::SentenceUnknown,
            "No sentence lies exactly there.",
            "The boundaries may have changed; look at the article again.",
        ));
    };
    let judged = judged(article, span);
    if judged.is_empty() {
        return Err(Error::new(
            Code::ValueRefused,
            format!("Nobody has tagged {label}, so there is nothing to decide."),
            "Tag it yourself.",
        ));
    }
    let value = match decided {
        Some(tag) => Adjudication {
            tag,
            reason: check_text(reason)?,
            judged,
        }
        .value(),
        None => Json::Null,
    };
    let change = Change::new(article.span(span), Field::Adjudication, value);
    let words = match decided {
        Some(tag) => format!("decided on {label}: {}", tag_name(tag)),
        None => format!("took the decision on {label} back"),
    };
    Ok(Plan::about(article.draft().id(), words, vec![change]))
}

/// The tags that somebody who decides about a sentence sees on it, whatever their fit.
fn judged(article: &Article, span: Span) -> BTreeSet<EventId> {
    let heads = article
        .touching(&article.laid, span)
        .flat_map(|(_, laid)| &laid.heads);
    heads
        .filter(|head| head.field == Field::Judgement)
        .filter(|head| head.value.get("tag").and_then(tag).is_some())
        .map(|head| head.event)
        .collect()
}

/// Settles a conflict by the side that `event` names: a decision on that side's tag, or that
/// side's value said anew. `links` as for [`Article::conflicts`].
///
/// # Errors
/// `conflict-unknown` if it is settled already; `value-refused` where only its author can say.
pub fn plan_settle(
    article: &Article,
    (people, links): (&People, &[Head]),
    id: &str,
    event: &str,
    reason: &str,
) -> Result<Plan> {
    let found = article.differing(people, links);
    let found = found.into_iter().find(|one| one.conflict.id == id);
    let side = found.and_then(|found| {
        let head = found
            .heads
            .iter()
            .copied()
            .find(|head| head.event.to_string() == event)?;
        Some((found, head))
    });
    let Some((found, head)) = side else {
        return Err(Error::new(
            Code::ConflictUnknown,
            "This is settled already, or one of its sides has changed.",
            "Look at the conflicts again.",
        ));
    };
    let settled = || format!("settled {}", what(&found));
    let draft = article.draft().id();
    match found.conflict.settling {
        Settling::Theirs => Err(Error::new(
            Code::ValueRefused,
            format!(
                "Both are {}’s own words; nobody else can choose between them.",
                people.name(head.author)
            ),
            "Ask whose they are to settle it and to share again.",
        )),
        Settling::Assign => {
            let change = Change::new(head.entity.clone(), head.field, head.value.clone());
            Ok(Plan::about(draft, settled(), vec![change]))
        }
        Settling::Adjudicate => {
            let span = found.span.unwrap_or(Span::new(0, 0));
            if found.conflict.kind == ConflictKind::Fit && people.is_me(head.author) {
                let value = head.value.clone();
                let change = Change::new(article.span(span), Field::Judgement, value);
                return Ok(Plan::about(draft, settled(), vec![change]));
            }
            let Some(decided) = head.value.get("tag").and_then(tag) else {
                return Err(Error::new(
                    Code::ValueRefused,
                    "That side has no tag to decide on.",
                    "Choose the other side, or decide on a tag yourself.",
                ));
            };
            plan_adjudicate(article, span, Some(decided), reason)
        }
    }
}

fn what(found: &Found<'_>) -> String {
    let conflict = &found.conflict;
    match conflict.label.as_str() {
        "" => format!("the article’s {}", conflict.field),
        label => format!("{} of {label}", conflict.field),
    }
}

/// Says that one text is nearly the same as another, or (`None`) that it is not.
///
/// # Errors
/// `value-refused` if it is the same text.
pub fn plan_same(one: TextHash, other: Option<TextHash>) -> Result<Plan> {
    if other == Some(one) {
        return Err(Error::new(
            Code::ValueRefused,
            "These are the same text already.",
            "Name two articles.",
        ));
    }
    let value = other.map_or(Json::Null, |other| Json::text(other.base64url()));
    let change = Change::new(Entity::Draft(one), Field::Same, value);
    let words = match other {
        Some(other) => format!("the same as {other}"),
        None => "an article of its own".to_owned(),
    };
    Ok(Plan::about(one, words, vec![change]))
}
