//! Commands about what people differ on: `conflicts`, `adjudicate`, `settle`, `same`.

use stet_api::Session;
use stet_core::{
    conflict::{Conflict, ConflictKind, Settling, Side},
    error::{Code, Error},
};

use crate::{
    output::{Out, Stop, one_line},
    tagging::{done, tag_named},
};

/// `stet conflicts`.
pub fn list(session: &mut Session, article: Option<&str>, out: Out) -> Result<(), Stop> {
    let conflicts = session.conflicts_of(article)?;
    out.answer(&conflicts, |to| {
        if conflicts.is_empty() {
            return writeln!(to, "Nobody differs.");
        }
        for one in &conflicts {
            writeln!(to, "{} {}: {}", one.article, place(one), kind(one))?;
            if !one.text.is_empty() {
                writeln!(to, "    {}", one_line(&one.text))?;
            }
            for side in &one.sides {
                writeln!(to, "    {}", told(side))?;
            }
            writeln!(to, "    {}", what_to_do(one))?;
        }
        Ok(())
    })
}

fn place(one: &Conflict) -> &str {
    if one.label.is_empty() {
        "whole"
    } else {
        &one.label
    }
}

fn kind(one: &Conflict) -> String {
    let kind = match one.kind {
        ConflictKind::Disagreement => "people differ".to_owned(),
        ConflictKind::Fork => "one person’s two values".to_owned(),
        ConflictKind::Shared => format!("two values for {}", one.field),
        ConflictKind::Fit => "tags given to other boundaries".to_owned(),
    };
    if one.reopened {
        format!("{kind}; tagged anew after it was decided")
    } else {
        kind
    }
}

fn told(side: &Side) -> String {
    let own = if side.mine { ", yours" } else { "" };
    let mut told = format!(
        "{} {} ({}{own}): {}",
        side.at,
        one_line(&side.checker),
        side.checker_id,
        one_line(&side.value)
    );
    if !side.words.is_empty() {
        told.push_str(&format!(" — of “{}”", one_line(&side.words)));
    }
    told
}

fn what_to_do(one: &Conflict) -> String {
    let (article, label) = (&one.article, &one.label);
    match (one.settling, one.sides.first()) {
        (Settling::Adjudicate, _) => {
            format!("stet adjudicate {article} {label} TAG --reason WHY")
        }
        (Settling::Assign, Some(side)) => {
            format!("stet settle {article} '{}' {}", one.id, side.event)
        }
        (Settling::Theirs, _) | (Settling::Assign, None) => {
            "only its author can say which of the two is meant".to_owned()
        }
    }
}

/// `stet adjudicate`.
pub fn adjudicate(
    session: &mut Session,
    (article, sentence): (&str, &str),
    tag: &str,
    reason: &str,
    out: Out,
) -> Result<(), Stop> {
    let spans = session.spans(article, sentence)?;
    // One thing at a time: nobody decides on what he has not looked at.
    let [span] = spans.as_slice() else {
        return Err(Error::new(
            Code::Usage,
            format!("“{sentence}” names several sentences."),
            "Decide on one sentence at a time.",
        )
        .into());
    };
    let step = session.adjudicate_sentence(article, *span, tag_named(tag)?, reason)?;
    done(session, step.as_ref(), out)
}

/// `stet settle`.
pub fn settle(
    session: &mut Session,
    article: &str,
    (conflict, side): (&str, &str),
    reason: &str,
    out: Out,
) -> Result<(), Stop> {
    let step = session.settle_conflict(article, conflict, side, reason)?;
    done(session, step.as_ref(), out)
}

/// `stet same`.
pub fn same(
    session: &mut Session,
    article: &str,
    other: Option<&str>,
    out: Out,
) -> Result<(), Stop> {
    let step = session.declare_same(article, other)?;
    done(session, step.as_ref(), out)
}
