//! What follows from the tags: what has to be decided, who said what, what is open.

use super::{
    model::{Attributed, Decision, Open, Sentence, Why},
    words,
};
use crate::{
    coverage,
    view::{SentenceView, Standing, TagState},
};

/// What somebody has to decide: disputes, disagreements, and proposals of better wording.
pub(super) fn decisions(sentences: &[Sentence]) -> Vec<Decision> {
    let why = |sentence: &Sentence| match sentence.standing {
        Standing::Disputed => Some(Why::Disputed),
        Standing::Disagreement => {
            let mut ids = sentence
                .tags
                .iter()
                .filter(|o| o.counts() && o.tag.is_some())
                .map(|o| &o.checker_id);
            let first = ids.next();
            Some(if first.is_some() && ids.all(|id| Some(id) == first) {
                Why::Fork
            } else {
                Why::Disagreement
            })
        }
        _ => sentence
            .tags
            .iter()
            .any(|o| !o.changes.is_empty())
            .then_some(Why::Wording),
    };
    let decision = |(at, sentence): (usize, &Sentence)| {
        why(sentence).map(|why| Decision {
            at,
            label: sentence.label.clone(),
            why,
        })
    };
    sentences.iter().enumerate().filter_map(decision).collect()
}

pub(super) fn attributed(sentences: &[Sentence]) -> Vec<Attributed> {
    let of = |(at, sentence): (usize, &Sentence)| {
        let named = sentence
            .tags
            .iter()
            .filter(|o| o.counts())
            .map(|o| o.speaker.as_str())
            .find(|speaker| !speaker.is_empty());
        Attributed {
            at,
            label: sentence.label.clone(),
            speaker: named.unwrap_or("").to_owned(),
        }
    };
    sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| s.standing == Standing::AttributedOnly)
        .map(of)
        .collect()
}

/// "9 disputed (9a); 9b attributed-only", for sentences whose parts stand differently.
pub(super) fn parts(sentences: &[SentenceView]) -> Vec<String> {
    let mut lines = Vec::new();
    for parts in coverage::wholes(sentences) {
        let whole = coverage::roll_up(parts.iter().map(|part| part.standing));
        if parts.iter().all(|part| part.standing == whole) {
            continue;
        }
        let (same, other): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.standing == whole);
        let label = parts
            .first()
            .map_or("", |part| coverage::whole_label(&part.label));
        let labels = words::list(
            &same
                .iter()
                .map(|part| part.label.clone())
                .collect::<Vec<_>>(),
        );
        let mut line = format!("{label} {} ({labels})", words::standing_name(whole));
        for part in other {
            line.push_str(&format!(
                "; {} {}",
                part.label,
                words::standing_name(part.standing)
            ));
        }
        lines.push(line);
    }
    lines
}

pub(super) fn open(sentences: &[Sentence]) -> Vec<Open> {
    let why = |sentence: &Sentence| {
        if sentence.standing == Standing::Disagreement {
            return "checkers differ".to_owned();
        }
        let left = sentence
            .tags
            .iter()
            .filter(|o| !o.counts())
            .find_map(|o| o.tag.map(|tag| (words::tag_name(tag), o)));
        match left {
            Some((tag, o)) if o.state == TagState::Suspended => {
                format!("was {tag} before the words changed")
            }
            Some((tag, o)) if o.state == TagState::Ambiguous => {
                format!("was {tag}; the words now stand more than once")
            }
            Some((tag, _)) => format!("a tag ({tag}) lies on other boundaries than this sentence"),
            None => "nobody has concluded".to_owned(),
        }
    };
    sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| !coverage::is_closed(s.standing))
        .map(|(at, s)| Open {
            at,
            label: s.label.clone(),
            why: why(s),
        })
        .collect()
}
