//! What was looked at, by kind of text.

use super::model::Scope;
use crate::{
    coverage,
    view::{ArticleView, BlockKind, SentenceView},
};

/// What was checked, by kind of text.
pub(super) fn scope(article: &ArticleView) -> Scope {
    const KINDS: [(&str, &[BlockKind]); 6] = [
        (
            "text",
            &[
                BlockKind::Paragraph,
                BlockKind::ListItem,
                BlockKind::Quotation,
                BlockKind::TableCell,
            ],
        ),
        ("headline", &[BlockKind::Headline]),
        ("deck", &[BlockKind::Deck]),
        ("headings", &[BlockKind::Heading]),
        ("captions", &[BlockKind::Caption]),
        ("credits", &[BlockKind::Credit]),
    ];
    let kinds: std::collections::BTreeMap<u32, BlockKind> = article
        .blocks
        .iter()
        .map(|block| (block.n, block.kind))
        .collect();
    let mut scope = Scope::default();
    for (name, group) in KINDS {
        let pieces: Vec<&SentenceView> = article
            .sentences
            .iter()
            .filter(|piece| {
                group.contains(kinds.get(&piece.block).unwrap_or(&BlockKind::Paragraph))
            })
            .collect();
        let parts: Vec<&[&SentenceView]> = pieces
            .chunk_by(|a, b| coverage::whole_label(&a.label) == coverage::whole_label(&b.label))
            .collect();
        let closed = parts
            .iter()
            .filter(|parts| {
                coverage::is_closed(coverage::roll_up(parts.iter().map(|p| p.standing)))
            })
            .count();
        match (parts.len(), closed) {
            (0, _) => {}
            (all, closed) if closed == all => scope.checked.push(name.into()),
            (_, 0) => scope.not_checked.push(name.into()),
            (all, closed) => scope.partly.push(format!("{name} ({closed} of {all})")),
        }
    }
    // Stet reads words. Somebody has to say that nobody looked at the rest.
    scope.not_checked.push("pictures".into());
    scope
}

impl Scope {
    /// "Checked: text. Partly: captions (1 of 2). Not checked: pictures."
    #[must_use]
    pub fn as_line(&self) -> String {
        let parts = [
            ("Checked", &self.checked),
            ("Partly checked", &self.partly),
            ("Not checked", &self.not_checked),
        ];
        let said = parts
            .iter()
            .filter(|(_, kinds)| !kinds.is_empty())
            .map(|(name, kinds)| format!("{name}: {}.", kinds.join(", ")));
        said.collect::<Vec<_>>().join(" ")
    }
}
