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
    ATTRIBUTION_VERSION, Attribution, CodePointSpan, Confidence, MEASURED, MEASURED_ELSEWHERE,
    Polarity,
    atoms::{self, ATOMS_VERSION, Atom, Day, Days, Value},
};

use crate::{Session, commands::LanguageFigures};

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

/// How good the suggestions were found to be, as the language crate's own tests hold them to it.
pub(crate) fn figures() -> LanguageFigures {
    let percent = |tenths: u16| u8::try_from((tenths + 5) / 10).unwrap_or(100);
    LanguageFigures {
        texts: MEASURED.texts.to_owned(),
        precision: percent(MEASURED.sentence.precision),
        recall: percent(MEASURED.sentence.recall),
        elsewhere: MEASURED_ELSEWHERE.texts.to_owned(),
        precision_elsewhere: percent(MEASURED_ELSEWHERE.sentence.precision),
        recall_elsewhere: percent(MEASURED_ELSEWHERE.sentence.recall),
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
    // A name of several proper nouns is one for who reads; links tell of its first.
    let goes_on =
        |n: usize| n > 0 && found[n].kind.is_name() && found[n].whole == found[n - 1].whole;
    let mut views: Vec<Option<AtomView>> = found
        .iter()
        .enumerate()
        .map(|(n, atom)| {
            (!goes_on(n)).then(|| AtomView {
                start: taken(atom.whole).start,
                end: taken(atom.whole).end,
                kind: kind(atom.kind),
                same: same.get(&n).copied(),
                resolved: published
                    .and_then(|day| resolved(atom, day))
                    .unwrap_or_default(),
                near: Vec::new(),
            })
        })
        .collect();
    for pair in atoms::near_figures(&found, text) {
        for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
            if let (Some(Some(view)), Some(other)) = (views.get_mut(one), found.get(other)) {
                view.near.push(taken(other.span));
            }
        }
    }
    let mut views: Vec<AtomView> = views.into_iter().flatten().collect();
    views.sort_by_key(|one| (one.start, one.end));
    views
}

/// What a date means, where its words alone do not say it.
fn resolved(atom: &Atom, published: Day) -> Option<String> {
    let Some(Value::Date(expression)) = atom.value else {
        return None;
    };
    if expression.is_absolute() {
        return None;
    }
    atoms::resolve(expression, published).map(iso)
}

/// One day as 2026-11-03, several as 2026-11-02/2026-11-08 (ISO 8601).
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
