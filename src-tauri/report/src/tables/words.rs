//! Words and signs that several formats use alike.

use std::collections::BTreeMap;

use stet_core::{
    report::{Dossier, Opinion},
    view::{BlockKind, Fit, Standing, TagState},
};

/// The sign of a standing; never without its word.
pub(crate) const fn glyph(standing: Standing) -> &'static str {
    match standing {
        Standing::Verified => "✓",
        Standing::Disputed => "✗",
        Standing::AttributedOnly => "❝",
        Standing::NoClaim => "–",
        Standing::Untagged => "○",
        Standing::Disagreement => "≠",
    }
}

/// The name of a kind of text.
pub(crate) const fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list item",
        BlockKind::Quotation => "quotation",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::TableCell => "table cell",
    }
}

/// Why a tag does not count for its sentence, in brackets; empty when it does.
pub(crate) const fn aside(opinion: &Opinion) -> &'static str {
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => " (suspended: the words changed since)",
        (TagState::Ambiguous, _) => " (unplaced: the words now stand more than once)",
        (TagState::Current, Fit::Exact) => "",
        (TagState::Current, Fit::Wider) => " (given to a longer stretch)",
        (TagState::Current, Fit::Narrower) => " (given to a part)",
        (TagState::Current, Fit::Partial) => " (given to other boundaries)",
    }
}

/// What each article of a dossier is called: its title, with its draft where two have the same.
pub(crate) fn names(dossier: &Dossier) -> Vec<String> {
    let titles = || dossier.reports.iter().map(|report| &report.article.title);
    let mut often: BTreeMap<&str, u32> = BTreeMap::new();
    for title in titles() {
        *often.entry(title).or_default() += 1;
    }
    dossier
        .reports
        .iter()
        .map(|report| match report.article.title.as_str() {
            "" => format!("Untitled ({})", report.article.article),
            title if often.get(title) > Some(&1) => format!("{title} ({})", report.article.article),
            title => title.to_owned(),
        })
        .collect()
}
