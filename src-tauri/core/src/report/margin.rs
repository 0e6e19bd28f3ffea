//! What stands in the margin beside a sentence.

use super::{
    model::{Decided, Opinion},
    words,
};
use crate::view::Standing;

/// What stands beside the sentence: the finding behind what it shows, shortened; initials where
/// several people worked.
pub(super) fn margin(
    standing: Standing,
    tags: &[Opinion],
    decided: &[Decided],
    several: bool,
) -> String {
    // Where people differed, what was decided is what matters.
    let held = decided
        .iter()
        .find(|one| one.holds && !one.reason.is_empty());
    if let Some(held) = held.filter(|_| standing != Standing::Disagreement) {
        return clip(&held.reason, 110);
    }
    if standing == Standing::Disagreement {
        let said = |o: &Opinion| {
            o.tag
                .map(|tag| format!("{} {}", o.initials, words::tag_name(tag)))
        };
        return tags
            .iter()
            .filter(|o| o.counts())
            .filter_map(said)
            .collect::<Vec<_>>()
            .join(", ");
    }
    let behind: Vec<&Opinion> = tags
        .iter()
        .filter(|o| o.counts() && o.tag.map(words::standing_of) == Some(standing))
        .collect();
    let first = behind
        .iter()
        .find(|o| !o.finding.is_empty())
        .or(behind.first());
    let Some(first) = first else {
        return String::new();
    };
    // The margin is narrow: what is settled takes few words, trouble may take more.
    let text = match standing {
        Standing::Disputed => clip(&first.finding, 110),
        Standing::Verified => clip(opening(&first.finding), 60),
        Standing::AttributedOnly => match behind.iter().find(|o| !o.speaker.is_empty()) {
            Some(named) => clip(&named.speaker, 60),
            None => "Speaker not named.".to_owned(),
        },
        Standing::NoClaim | Standing::Untagged | Standing::Disagreement => return String::new(),
    };
    match (several, text.is_empty()) {
        (false, _) => text,
        (true, true) => first.initials.clone(),
        (true, false) => format!("{text} · {}", first.initials),
    }
}

/// The first sentence of a finding, as a rule its gist; the notes have the rest.
fn opening(finding: &str) -> &str {
    let end = finding
        .match_indices(['.', '\n'])
        .map(|(at, found)| at + found.len());
    let at_end = |&end: &usize| {
        finding[end..].starts_with(char::is_whitespace) || finding[..end].ends_with('\n')
    };
    end.into_iter()
        .find(at_end)
        .map_or(finding, |end| &finding[..end])
}

/// At most `most` characters, whole words, with an ellipsis if anything is left out.
#[must_use]
pub fn clip(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let head = &text[..cut];
    let at_space = head
        .rfind(char::is_whitespace)
        .filter(|&at| at > cut / 2)
        .unwrap_or(cut);
    format!(
        "{}…",
        head[..at_space]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.'))
    )
}
