//! What the language rules point out in an article, in the shape that crosses to a reader, and the
//! words by which a kept answer is known to be the same rules' on the same text.

use std::collections::HashMap;

use stet_core::{
    annotation::{Annotations, AtomKind, AtomView, Stance, SuggestionView},
    draft::Draft,
    error::Result,
    text::Span,
};
use stet_language::{
    ATTRIBUTION_VERSION, Attribution, CodePointSpan, Confidence, Polarity,
    atoms::{self, ATOMS_VERSION, Atom, Day, Days, Value},
};

use crate::Session;

impl Session {
    /// What the language rules point out in an article: kept since it was imported, made anew
    /// where the rules, the language or the publication date are others now.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn annotations_of(&mut self, article: &str) -> Result<Annotations> {
        let article = &self.desk(article)?.article;
        let (language, published) = (article.language(), article.published());
        let hash = article.draft().id();
        let made_by = made_by(&language, &published);
        if let Some(kept) = self.store()?.kept_annotations(hash, &made_by)?
            && let Ok(kept) = serde_json::from_str(&kept)
        {
            return Ok(kept);
        }
        let article = &self.desk(&hash.to_string())?.article;
        let made = annotate(
            article.draft(),
            article.first_segmentation(),
            &language,
            &published,
        );
        if let Ok(value) = serde_json::to_string(&made) {
            self.store()?.keep_annotations(hash, &made_by, &value);
        }
        Ok(made)
    }
}

/// What the annotations of a text depend on beside the text and its sentences. What was kept under
/// other words is made anew.
pub(crate) fn made_by(language: &str, published: &str) -> String {
    format!("attribution {ATTRIBUTION_VERSION}, atoms {ATOMS_VERSION}, {language}, {published}")
}

/// Attributions and atoms of a draft. `sentences` is its first segmentation; `published` an ISO
/// 8601 date, or empty.
pub(crate) fn annotate(
    draft: &Draft,
    sentences: &[Span],
    language: &str,
    published: &str,
) -> Annotations {
    let spans: Vec<CodePointSpan> = sentences.iter().map(|span| given(*span)).collect();
    let text = draft.text();
    let language = language.split('-').next().unwrap_or_default();
    let mut suggestions: Vec<SuggestionView> =
        stet_language::attribute(text, &spans, &paragraphs(draft, sentences), language)
            .into_iter()
            .filter_map(|found| suggestion(draft, sentences, found))
            .collect();
    suggestions.sort_by_key(|one| (one.start, u8::MAX - one.confidence));
    Annotations {
        suggestions,
        atoms: atom_views(text, &spans, language, Day::parse(published)),
    }
}

/// Numbers of the sentences that begin a block.
fn paragraphs(draft: &Draft, sentences: &[Span]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut block = usize::MAX;
    for (n, sentence) in sentences.iter().enumerate() {
        let own = draft
            .blocks()
            .partition_point(|(_, span)| span.end <= sentence.start);
        if own != block {
            block = own;
            starts.push(n);
        }
    }
    starts
}

fn suggestion(draft: &Draft, sentences: &[Span], found: Attribution) -> Option<SuggestionView> {
    let sentence = sentences.get(found.sentence)?;
    let source = found.source.map(taken);
    Some(SuggestionView {
        start: sentence.start,
        end: sentence.end,
        cue: found.cue.map(taken),
        source,
        speaker: source
            .map(|span| draft.slice(span).to_owned())
            .unwrap_or_default(),
        content: found.content.into_iter().map(taken).collect(),
        cites: found.cites.map(taken),
        confidence: found.confidence.percent(),
        weak: found.confidence < Confidence::SHOWN,
        rule: found.rule.name().to_owned(),
        reason: found.rule.reason().to_owned(),
        denied: found.polarity == Polarity::Negative,
        stance: match found.stance {
            stet_language::Stance::Neutral => Stance::Neutral,
            stet_language::Stance::Vouching => Stance::Vouching,
            stet_language::Stance::Distancing => Stance::Distancing,
        },
    })
}

fn atom_views(
    text: &str,
    sentences: &[CodePointSpan],
    language: &str,
    published: Option<Day>,
) -> Vec<AtomView> {
    let found = atoms::atoms(text, sentences, language);
    let mut same = HashMap::new();
    for (group, members) in (0_u32..).zip(atoms::links(&found, text, published)) {
        same.extend(members.into_iter().map(|member| (member, group)));
    }
    let mut views: Vec<AtomView> = found
        .iter()
        .enumerate()
        .map(|(n, atom)| AtomView {
            start: taken(atom.span).start,
            end: taken(atom.span).end,
            kind: kind(atom.kind),
            same: same.get(&n).copied(),
            resolved: published
                .and_then(|day| resolved(atom, day))
                .unwrap_or_default(),
            near: Vec::new(),
        })
        .collect();
    for pair in atoms::near_figures(&found, text) {
        let place = |n: usize| found.get(n).map(|atom| taken(atom.span));
        if let (Some(first), Some(second)) = (place(pair.first), place(pair.second)) {
            views[pair.first].near.push(second);
            views[pair.second].near.push(first);
        }
    }
    views
}

/// What a date means, where its words alone do not say it.
fn resolved(atom: &Atom, published: Day) -> Option<String> {
    let Some(Value::Date(expression)) = atom.value else {
        return None;
    };
    let days = atoms::resolve(expression, published)?;
    Some(iso(days))
}

fn iso(days: Days) -> String {
    let day = |day: Day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    if days.first == days.last {
        day(days.first)
    } else {
        format!("{}/{}", day(days.first), day(days.last))
    }
}

const fn kind(kind: atoms::AtomKind) -> AtomKind {
    match kind {
        atoms::AtomKind::Person => AtomKind::Person,
        atoms::AtomKind::Place => AtomKind::Place,
        atoms::AtomKind::Organization => AtomKind::Organization,
        atoms::AtomKind::Name => AtomKind::Name,
        atoms::AtomKind::Date => AtomKind::Date,
        atoms::AtomKind::Number => AtomKind::Number,
        atoms::AtomKind::Superlative => AtomKind::Superlative,
        atoms::AtomKind::Quotation => AtomKind::Quotation,
    }
}

const fn taken(span: CodePointSpan) -> Span {
    Span::new(span.start, span.end)
}

const fn given(span: Span) -> CodePointSpan {
    CodePointSpan {
        start: span.start.0,
        end: span.end.0,
    }
}
