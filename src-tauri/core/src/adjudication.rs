//! What was decided where people differ, and what a sentence therefore shows.
//!
//! A decision names the tags it judged. As long as no other tag lies on the sentence, it is what
//! the sentence shows; a tag that it did not judge reopens it, whatever any clock says.

use std::collections::BTreeSet;

use crate::{
    head::Head,
    ids::EventId,
    json::Json,
    laid::{Laid, tag},
    people::People,
    tag_name,
    view::{AdjudicationView, Fit, Standing, Tag, TagState, TagView},
};

/// A decision, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjudication {
    /// The tag that was decided on.
    pub tag: Tag,
    /// Why; may be empty.
    pub reason: String,
    /// The events of the tags that were judged.
    pub judged: BTreeSet<EventId>,
}

impl Adjudication {
    /// Reads a stored value; `None` of a retraction, and of what is not a decision.
    #[must_use]
    pub fn read(value: &Json) -> Option<Self> {
        let judged = value.get("judged").and_then(Json::as_list)?;
        Some(Self {
            tag: value.get("tag").and_then(tag)?,
            reason: value
                .get("reason")
                .and_then(Json::as_text)
                .unwrap_or_default()
                .to_owned(),
            judged: judged
                .iter()
                .filter_map(|id| EventId::parse(id.as_text()?))
                .collect(),
        })
    }

    /// The value that is stored.
    #[must_use]
    pub fn value(&self) -> Json {
        let judged = self.judged.iter().map(|id| Json::text(id.to_string()));
        Json::map([
            ("judged", Json::List(judged.collect())),
            ("reason", Json::text(self.reason.clone())),
            ("tag", Json::text(tag_name(self.tag))),
        ])
    }

    /// Whether it holds over these tags of one sentence: it judged all that lie exactly on it, and
    /// at least one of those it judged is still there.
    pub(crate) fn holds(&self, tags: &[(EventId, TagView)]) -> bool {
        let mut given = tags.iter().filter(|(_, tag)| tag.tag.is_some());
        let newer = |(event, tag): &(EventId, TagView)| {
            closes(tag) && tag.tag.is_some() && !self.judged.contains(event)
        };
        !tags.iter().any(newer) && given.any(|(event, _)| self.judged.contains(event))
    }
}

/// Whether a tag speaks of exactly the sentence's words.
fn closes(tag: &TagView) -> bool {
    tag.fit == Fit::Exact && tag.state == TagState::Current
}

/// What a sentence shows: the decision that holds; else the tag on which all checkers agree; else
/// that they differ, be they two people or one person on two machines.
///
/// Whoever decided without a tag of his own is a checker with that tag once the decision was
/// reopened: else a single new tag would outvote it unseen.
pub(crate) fn standing(tags: &[TagView], rulings: &[AdjudicationView]) -> Standing {
    let exact = || rulings.iter().filter(|ruling| ruling.fit == Fit::Exact);
    let closing = || tags.iter().filter(|tag| closes(tag) && tag.tag.is_some());
    let held: BTreeSet<Tag> = exact()
        .filter(|ruling| ruling.holds)
        .map(|ruling| ruling.tag)
        .collect();
    let mut said: BTreeSet<Tag> = closing().filter_map(|tag| tag.tag).collect();
    if !held.is_empty() {
        said = held;
    } else if !said.is_empty() {
        let reopened = exact().filter(|ruling| {
            let has_own = closing().any(|tag| tag.checker_id == ruling.checker_id);
            !has_own
        });
        said.extend(reopened.map(|ruling| ruling.tag));
    }
    let mut said = said.into_iter();
    match (said.next(), said.next()) {
        (None, _) => Standing::Untagged,
        (Some(_), Some(_)) => Standing::Disagreement,
        (Some(Tag::Verified), None) => Standing::Verified,
        (Some(Tag::Disputed), None) => Standing::Disputed,
        (Some(Tag::AttributedOnly), None) => Standing::AttributedOnly,
        (Some(Tag::NoClaim), None) => Standing::NoClaim,
    }
}

/// What a sentence shows on which exactly these current values lie, and no others.
#[must_use]
pub fn shown(heads: Vec<Head>) -> Standing {
    let (laid, nobody) = (Laid { heads }, People::default());
    let mut tags = laid.tags(Fit::Exact, &nobody);
    tags.sort_by_key(|(event, _)| *event);
    let rulings = laid.rulings(Fit::Exact, &nobody, &tags);
    let tags: Vec<TagView> = tags.into_iter().map(|(_, tag)| tag).collect();
    standing(&tags, &rulings)
}

#[cfg(test)]
mod tests;
