//! Small articles, cut into sentences at full stops.

use stet_core::{
    draft::{Block, Draft},
    json::Json,
    plan::{Change, Plan},
    schema::{Entity, Field},
    view::BlockKind,
};

/// The `n`th of the articles that every machine here may come across.
#[must_use]
pub fn article(n: usize) -> Draft {
    let town = ["Lyme", "Ulm", "Gaeta", "Żary", "Vyborg"][n % 5];
    Draft::new(&[
        Block::new(
            BlockKind::Headline,
            format!("The dam of {town} holds, says engineer {n}"),
        ),
        Block::new(
            BlockKind::Paragraph,
            format!(
                "The wall at {town} was built in 19{n:02}. It is 49 metres high. “It will stand,” said Ana Lee. Nobody asked why."
            ),
        ),
        Block::new(
            BlockKind::Paragraph,
            format!(
                "The council of {town} paid 3.2 million. A second wall is planned. It opens in May."
            ),
        ),
    ])
}

/// The step that imports a draft, as any machine would make it.
#[must_use]
pub fn import(draft: &Draft) -> Plan {
    let entity = Entity::Draft(draft.id());
    let kinds = draft.blocks().iter().map(|(kind, _)| {
        Json::text(if *kind == BlockKind::Headline {
            "headline"
        } else {
            "paragraph"
        })
    });
    let sentences = sentences(draft)
        .into_iter()
        .flat_map(|(start, end)| [Json::Int(start), Json::Int(end)]);
    let mut plan = Plan::about(
        draft.id(),
        "imported",
        vec![
            Change::new(
                entity.clone(),
                Field::Blocks,
                Json::map([("kinds", Json::List(kinds.collect()))]),
            ),
            Change::new(
                entity,
                Field::Segmentation,
                Json::map([
                    ("sentences", Json::List(sentences.collect())),
                    ("splitter", Json::text("full stops")),
                ]),
            ),
        ],
    );
    plan.blobs.push(draft.text().as_bytes().into());
    plan
}

fn sentences(draft: &Draft) -> Vec<(i64, i64)> {
    let mut out = Vec::new();
    for (_, block) in draft.blocks() {
        let words: Vec<char> = draft.slice(*block).chars().collect();
        let mut start = 0;
        for at in 0..words.len() {
            let last = at + 1 == words.len();
            if last || (words[at + 1] == ' ' && matches!(words[at], '.' | '”')) {
                let base = i64::from(block.start.0);
                out.push((
                    base + i64::try_from(start).unwrap_or(0),
                    base + i64::try_from(at).unwrap_or(0) + 1,
                ));
                start = at + 2;
            }
        }
    }
    out
}
