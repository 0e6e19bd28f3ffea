//! Who a report is for, and what of an article they see. A view is narrowed once, before the report
//! is built, so that no writer can print what its reader must not see.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::secret::{Secret, Secrets};
use crate::view::{ArticleView, EvidenceView, Fit, Provenance, Sensitivity, Standing, TagState};

/// Who a report is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Readers: what was found and by which public sources; nobody's name, nothing that is still
    /// argued about, and of somebody else's article only the sentences that were checked.
    Public,
    /// The editor: everything but protected sources.
    #[default]
    Editor,
    /// The lawyer: everything.
    Legal,
}

impl Profile {
    /// All, from the narrowest.
    pub const ALL: [Self; 3] = [Self::Public, Self::Editor, Self::Legal];

    /// What the command line and the window call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Editor => "editor",
            Self::Legal => "legal",
        }
    }

    /// From its name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whom it is for, as a report's first line says it.
    #[must_use]
    pub const fn audience(self) -> &'static str {
        match self {
            Self::Public => "for readers",
            Self::Editor => "for the editor",
            Self::Legal => "for the lawyer",
        }
    }

    /// Whether the name of such a source is printed.
    #[must_use]
    pub const fn names(self, sensitivity: Sensitivity) -> bool {
        match self {
            Self::Public => matches!(sensitivity, Sensitivity::Public),
            Self::Editor => !matches!(sensitivity, Sensitivity::Protected),
            Self::Legal => true,
        }
    }

    /// Whether of this article only sentences are quoted, not the whole text.
    #[must_use]
    pub const fn quotes(self, provenance: Provenance) -> bool {
        matches!((self, provenance), (Self::Public, Provenance::Theirs))
    }
}

/// The article as a reader of this profile sees it, and what they must not learn. `numbers` are
/// those of the sources in the report.
pub(super) fn narrowed(
    view: &ArticleView,
    profile: Profile,
    numbers: &BTreeMap<String, u32>,
) -> (ArticleView, Secrets) {
    let mut seen = view.clone();
    let secrets = withhold(&mut seen, profile, numbers);
    if profile == Profile::Public {
        publish(&mut seen);
    }
    (seen, secrets)
}

/// Takes the names out of sources that are not for this reader, and out of all that was written.
fn withhold(view: &mut ArticleView, profile: Profile, numbers: &BTreeMap<String, u32>) -> Secrets {
    let open = |used: &EvidenceView| profile.names(used.sensitivity);
    // Two values for the name of a withheld source give it away as the name itself does. They do
    // not say of which source they are: what an open one is called stays.
    let known: BTreeSet<String> = view
        .sentences
        .iter()
        .flat_map(|one| &one.evidence)
        .filter(|used| open(used))
        .flat_map(|used| [used.title.clone(), used.url.clone()])
        .collect();
    let mut secrets = Vec::new();
    for one in &mut view.sentences {
        let mut withheld = None;
        for used in one.evidence.iter_mut().filter(|used| !open(used)) {
            let number = numbers.get(&used.source).copied().unwrap_or(0);
            let instead = format!("Source {number} ({})", used.sensitivity.name());
            for text in [&mut used.title, &mut used.url] {
                secrets.extend(Secret::of(text, &instead));
                text.clear();
            }
            used.title.clone_from(&instead);
            used.quotation.clear();
            used.locator.clear();
            withheld = Some(instead);
        }
        let Some(instead) = withheld else { continue };
        for conflict in &mut one.conflicts {
            let field = conflict.field.rsplit('.').next().unwrap_or_default();
            if !["title", "url", "quotation", "locator"].contains(&field) {
                continue;
            }
            for value in &mut conflict.values {
                if matches!(field, "title" | "url") && !known.contains(value) {
                    secrets.extend(Secret::of(value, &instead));
                }
                value.clone_from(&instead);
            }
        }
    }
    let secrets = Secrets::new(secrets, &[&view.text]);
    let hide = |text: &mut String| {
        secrets.hide_in(text);
    };
    for one in &mut view.sentences {
        for tag in &mut one.tags {
            [
                &mut tag.finding,
                &mut tag.correction,
                &mut tag.speaker,
                &mut tag.checker,
            ]
            .into_iter()
            .for_each(hide);
        }
        for ruling in &mut one.adjudications {
            [&mut ruling.reason, &mut ruling.checker]
                .into_iter()
                .for_each(hide);
        }
        for used in &mut one.evidence {
            [
                &mut used.title,
                &mut used.url,
                &mut used.quotation,
                &mut used.locator,
                &mut used.checker,
            ]
            .into_iter()
            .for_each(hide);
        }
        one.conflicts
            .iter_mut()
            .flat_map(|conflict| &mut conflict.values)
            .for_each(hide);
        for remark in &mut one.remarks {
            [&mut remark.author, &mut remark.text]
                .into_iter()
                .for_each(hide);
        }
        one.debts.iter_mut().for_each(hide);
    }
    [
        &mut view.title,
        &mut view.publisher,
        &mut view.published,
        &mut view.url,
    ]
    .into_iter()
    .for_each(hide);
    view.authors.iter_mut().for_each(hide);
    secrets
}

/// Leaves what stands, and takes away names, what is owed and what is proposed.
fn publish(view: &mut ArticleView) {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for one in &mut view.sentences {
        one.tags.retain(|tag| {
            (tag.state, tag.fit) == (TagState::Current, Fit::Exact) && tag.tag.is_some()
        });
        if one.standing == Standing::Disagreement {
            // That people differ is said; who thinks what is theirs until they agree.
            one.tags.clear();
            one.adjudications.clear();
        }
        one.adjudications.retain(|ruling| ruling.holds);
        for ruling in &mut one.adjudications {
            ruling.checker.clear();
            ruling.checker_id.clear();
        }
        if !one.adjudications.is_empty() {
            // What was decided against is no longer said to readers.
            one.tags
                .retain(|tag| tag.tag.map(super::words::standing_of) == Some(one.standing));
        }
        for tag in &mut one.tags {
            let next = format!("Checker {}", names.len() + 1);
            let name = names.entry(tag.checker_id.clone()).or_insert(next);
            tag.checker.clone_from(name);
            tag.checker_id = name.to_lowercase().replace(' ', "-");
            tag.correction.clear();
        }
        for used in &mut one.evidence {
            used.checker.clear();
        }
        one.debts.clear();
        one.conflicts.clear();
        one.remarks.clear();
        one.queries.clear();
        one.flagged = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_profile_names_what_it_may() {
        for (profile, public, internal, protected) in [
            (Profile::Public, true, false, false),
            (Profile::Editor, true, true, false),
            (Profile::Legal, true, true, true),
        ] {
            assert_eq!(
                Sensitivity::ALL.map(|one| profile.names(one)),
                [public, internal, protected],
                "{profile:?}"
            );
        }
    }

    #[test]
    fn only_readers_get_quotations_and_only_of_other_peoples_articles() {
        for profile in Profile::ALL {
            assert!(
                !profile.quotes(Provenance::Ours),
                "{profile:?}: ours is ours to show"
            );
            assert_eq!(
                profile.quotes(Provenance::Theirs),
                profile == Profile::Public,
                "{profile:?}"
            );
        }
    }
}
