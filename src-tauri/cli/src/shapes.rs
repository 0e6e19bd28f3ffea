//! The JSON of the contract, key by key. What the window needs beside it stays out, so that
//! scripts do not come to lean on it.

use serde::Serialize;
use stet_api::{Imported, Merged, Step};
use stet_core::{
    annotation::{Annotations, AtomView, SuggestionView},
    ids::encode,
    text::CodePoint,
    time,
    view::{
        AdjudicationView, ArticleView, BlockView, EvidenceView, Fit, RemarkView, SentenceView,
        Standing, Tag, TagState, TagView,
    },
};

/// One article of `import`.
#[derive(Serialize)]
pub struct ImportedShape<'a> {
    article: &'a str,
    title: &'a str,
    lang: &'a str,
    blocks: u32,
    sentences: u32,
    already_here: bool,
}

impl<'a> From<&'a Imported> for ImportedShape<'a> {
    fn from(one: &'a Imported) -> Self {
        Self {
            article: &one.article,
            title: &one.title,
            lang: &one.lang,
            blocks: one.blocks,
            sentences: one.sentences,
            already_here: one.already_here,
        }
    }
}

/// `show`.
#[derive(Serialize)]
pub struct ArticleShape<'a> {
    article: &'a str,
    title: &'a str,
    text: &'a str,
    lang: &'a str,
    authors: &'a [String],
    publisher: &'a str,
    published: &'a str,
    url: &'a str,
    blocks: &'a [BlockView],
    sentences: Vec<SentenceShape<'a>>,
}

#[derive(Serialize)]
struct SentenceShape<'a> {
    n: u32,
    label: &'a str,
    start: CodePoint,
    end: CodePoint,
    text: &'a str,
    block: u32,
    standing: Standing,
    tags: Vec<TagShape<'a>>,
    adjudications: Vec<AdjudicationShape<'a>>,
    suggestions: Vec<SuggestionView>,
    atoms: Vec<AtomView>,
    evidence: &'a [EvidenceView],
    remarks: &'a [RemarkView],
    queries: &'a [serde_json::Value],
}

#[derive(Serialize)]
struct TagShape<'a> {
    checker: &'a str,
    checker_id: &'a str,
    tag: Option<Tag>,
    finding: &'a str,
    correction: &'a str,
    speaker: &'a str,
    at: &'a str,
    state: TagState,
    fit: Fit,
}

#[derive(Serialize)]
struct AdjudicationShape<'a> {
    checker: &'a str,
    checker_id: &'a str,
    tag: Tag,
    reason: &'a str,
    at: &'a str,
    own: bool,
    holds: bool,
    fit: Fit,
}

impl<'a> From<&'a AdjudicationView> for AdjudicationShape<'a> {
    fn from(one: &'a AdjudicationView) -> Self {
        Self {
            checker: &one.checker,
            checker_id: &one.checker_id,
            tag: one.tag,
            reason: &one.reason,
            at: &one.at,
            own: one.own,
            holds: one.holds,
            fit: one.fit,
        }
    }
}

impl<'a> ArticleShape<'a> {
    /// The article with what the language rules point out in it.
    pub fn new(view: &'a ArticleView, found: &Annotations) -> Self {
        Self {
            article: &view.article,
            title: &view.title,
            text: &view.text,
            lang: &view.lang,
            authors: &view.authors,
            publisher: &view.publisher,
            published: &view.published,
            url: &view.url,
            blocks: &view.blocks,
            sentences: view
                .sentences
                .iter()
                .map(|one| SentenceShape::new(one, found.on(one.span())))
                .collect(),
        }
    }
}

impl<'a> SentenceShape<'a> {
    fn new(one: &'a SentenceView, found: Annotations) -> Self {
        Self {
            n: one.n,
            label: &one.label,
            start: one.start,
            end: one.end,
            text: &one.text,
            block: one.block,
            standing: one.standing,
            tags: one.tags.iter().map(TagShape::from).collect(),
            adjudications: one
                .adjudications
                .iter()
                .map(AdjudicationShape::from)
                .collect(),
            suggestions: found.suggestions,
            atoms: found.atoms,
            evidence: &one.evidence,
            remarks: &one.remarks,
            queries: &one.queries,
        }
    }
}

impl<'a> From<&'a TagView> for TagShape<'a> {
    fn from(one: &'a TagView) -> Self {
        Self {
            checker: &one.checker,
            checker_id: &one.checker_id,
            tag: one.tag,
            finding: &one.finding,
            correction: &one.correction,
            speaker: &one.speaker,
            at: &one.at,
            state: one.state,
            fit: one.fit,
        }
    }
}

/// A step as it was saved; all empty if everything was so already.
#[derive(Default, Serialize)]
pub struct StepShape {
    step: Option<String>,
    /// In words.
    pub label: String,
    at: Option<String>,
    checker: String,
}

impl StepShape {
    /// What `checker` did.
    pub fn new(step: Option<&Step>, checker: &str) -> Self {
        step.map_or_else(Self::default, |step| Self {
            step: Some(encode(&step.id.0)),
            label: step.label.clone(),
            at: Some(time::iso(step.at_ms)),
            checker: checker.to_owned(),
        })
    }
}

/// `merge`.
#[derive(Serialize)]
pub struct MergedShape {
    seen: u64,
    new: u64,
    already_here: u64,
    disagreements: u64,
    set_aside: Vec<SetAsideShape>,
    have: u64,
    of: u64,
    new_articles: u64,
}

#[derive(Serialize)]
struct SetAsideShape {
    reason: String,
    count: u64,
}

impl From<&Merged> for MergedShape {
    fn from(merged: &Merged) -> Self {
        let set_aside = merged
            .set_aside
            .iter()
            .map(|one| SetAsideShape {
                reason: one.reason.clone(),
                count: one.count,
            })
            .collect();
        Self {
            seen: merged.seen,
            new: merged.new,
            already_here: merged.already_here,
            disagreements: merged.disagreements,
            set_aside,
            have: merged.have,
            of: merged.of,
            new_articles: merged.new_articles,
        }
    }
}
