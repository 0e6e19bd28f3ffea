//! Texts cut into sentences, block by block.

use stet_core::{draft::Draft, json::Json, text::Span};

/// The sentences of one block of text as starts and ends, in code points. Without a language it is
/// guessed.
#[must_use]
pub fn segment(text: &str, language: Option<&str>, keep_quotations: bool) -> Vec<[u32; 2]> {
    let language = language.unwrap_or_else(|| stet_language::guess_language(text));
    let found =
        stet_language::sentences(text, language, stet_language::Options { keep_quotations });
    found
        .into_iter()
        .map(|span| [span.start, span.end])
        .collect()
}

/// Sentences of a draft, found block by block so that none crosses a block.
pub(crate) fn sentences(draft: &Draft, language: &str, keep_quotations: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    for (_, block) in draft.blocks() {
        let found = stet_language::sentences(
            draft.slice(*block),
            language,
            stet_language::Options { keep_quotations },
        );
        spans.extend(
            found
                .into_iter()
                .map(|span| Span::new(block.start.0 + span.start, block.start.0 + span.end)),
        );
    }
    spans
}

pub(crate) fn segmentation(draft: &Draft, language: &str, keep_quotations: bool) -> Json {
    let offsets = sentences(draft, language, keep_quotations)
        .into_iter()
        .flat_map(|span| [span.start.0, span.end.0])
        .map(|offset| Json::Int(offset.into()))
        .collect();
    Json::map([
        ("sentences", Json::List(offsets)),
        (
            "splitter",
            Json::Int(stet_language::SPLITTER_VERSION.into()),
        ),
    ])
}
