//! What everybody noted, as W3C Web Annotations (JSON-LD): for readers of web pages, annotation
//! servers and archives. Each annotation stands by itself.
//!
//! Positions count code points of the canonical text. On the article's own page, which has more
//! around it, they are hints, and the quotation decides.

use serde::Serialize;
use stet_core::{
    error::Result,
    report::{Cited, Dossier, Opinion, Profile, Report, Sentence, Source, tag_name},
    text::{CodePoint, Index, Span},
    view::{Fit, TagState},
};

use crate::{
    Options,
    guid::{guid, is_moment},
    inert::link,
    json,
};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// As many characters before and after a quotation tell it from others like it.
const AROUND: u32 = 32;

/// Writes one collection of all reports' annotations, on one page.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let items: Vec<Annotation> = dossier.reports.iter().flat_map(of_report).collect();
    let drafts: Vec<&str> = dossier
        .reports
        .iter()
        .map(|report| report.article.article.as_str())
        .collect();
    let collection = urn(&[&["collection", dossier.profile.name()], drafts.as_slice()].concat());
    let page = urn(&["page", &collection]);
    Ok(json::inert(&Collection {
        context: CONTEXT,
        id: collection,
        kind: "AnnotationCollection",
        label: &dossier.title,
        generator: Agent {
            id: urn(&["program", &dossier.program]),
            kind: "Software",
            name: &dossier.program,
        },
        total: items.len(),
        // A collection of nothing has no pages.
        first: (!items.is_empty()).then_some(Page {
            id: page,
            kind: "AnnotationPage",
            start_index: 0,
            items,
        }),
    }))
}

fn urn(parts: &[&str]) -> String {
    format!("urn:uuid:{}", guid(parts))
}

fn of_report(report: &Report) -> Vec<Annotation<'_>> {
    let index = Index::new(&report.article.text);
    let length = CodePoint(u32::try_from(report.article.text.chars().count()).unwrap_or(u32::MAX));
    let mut all = Vec::new();
    for sentence in &report.sentences {
        let place = Place {
            report,
            sentence,
            index: &index,
            length,
        };
        for (nth, opinion) in sentence.tags.iter().enumerate() {
            all.extend(of_opinion(&place, opinion, nth));
        }
        all.extend(of_sources(&place));
    }
    all
}

/// A sentence, and the text that it stands in.
struct Place<'a, 'i> {
    report: &'a Report,
    sentence: &'a Sentence,
    index: &'i Index,
    length: CodePoint,
}

impl<'a> Place<'a, '_> {
    /// The id of an annotation here; `what` tells it from the others.
    fn id(&self, what: &[&str]) -> String {
        let (start, end) = (self.sentence.start.0, self.sentence.end.0);
        let (start, end) = (start.to_string(), end.to_string());
        let here = ["annotation", &self.report.article.article, &start, &end];
        urn(&[here.as_slice(), what].concat())
    }

    /// Whose id; readers must not be able to put together what one person did in two articles.
    fn creator(&self, opinion: &'a Opinion) -> Agent<'a> {
        let id = opinion.checker_id.as_str();
        Agent {
            id: match self.report.profile {
                Profile::Public => urn(&["person", &self.report.article.article, id]),
                Profile::Editor | Profile::Legal => urn(&["person", id]),
            },
            kind: "Person",
            name: &opinion.checker,
        }
    }

    fn target(&self) -> Target<'a> {
        let Sentence { start, end, .. } = *self.sentence;
        let article = &self.report.article;
        let around = |start, end| {
            (!self.report.quoted).then(|| self.index.slice(&article.text, Span { start, end }))
        };
        let before = CodePoint(start.0.saturating_sub(AROUND));
        let after = CodePoint(end.0.saturating_add(AROUND).min(self.length.0));
        Target {
            source: link(&article.url).unwrap_or_else(|| draft(&article.article)),
            selector: (
                Quote {
                    kind: "TextQuoteSelector",
                    exact: &self.sentence.text,
                    prefix: around(before, start),
                    suffix: around(end, after),
                },
                Position {
                    kind: "TextPositionSelector",
                    start: start.0,
                    end: end.0,
                },
            ),
        }
    }
}

/// A text that has no address of its own.
fn draft(id: &str) -> String {
    let plain: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("urn:stet:draft:{plain}")
}

fn of_opinion<'a>(
    place: &Place<'a, '_>,
    opinion: &'a Opinion,
    nth: usize,
) -> Option<Annotation<'a>> {
    let mut body = Vec::new();
    let counts = opinion.counts();
    if let Some(tag) = opinion.tag {
        if counts {
            body.push(Body::text("tagging", tag_name(tag)));
        } else {
            // It does not tag these words, and so must not look as if it did.
            let said = format!("Tagged {} {}.", tag_name(tag), elsewhere(opinion));
            body.push(Body::text("describing", said));
        }
    }
    for (purpose, text) in [
        ("commenting", &opinion.finding),
        ("editing", &opinion.correction),
    ] {
        if !text.is_empty() {
            body.push(Body::text(purpose, text.as_str()));
        }
    }
    if !opinion.speaker.is_empty() {
        let speaker = format!("Speaker: {}", opinion.speaker);
        body.push(Body::text("describing", speaker));
    }
    let motivation = match opinion.tag {
        _ if body.is_empty() => return None,
        Some(_) if counts => "assessing",
        _ if !opinion.correction.is_empty() => "editing",
        _ => "commenting",
    };
    let nth = nth.to_string();
    Some(Annotation {
        context: CONTEXT,
        id: place.id(&["opinion", &opinion.checker_id, &nth]),
        kind: "Annotation",
        motivation,
        creator: Some(place.creator(opinion)),
        created: Some(opinion.at.as_str()).filter(|at| is_moment(at)),
        body,
        target: place.target(),
    })
}

/// Which words a tag speaks of that does not speak of exactly these.
const fn elsewhere(opinion: &Opinion) -> &'static str {
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => "before the words changed",
        (TagState::Ambiguous, _) => "in an earlier draft that has the sentence once",
        (TagState::Current, Fit::Wider) => "as part of a longer passage",
        (TagState::Current, Fit::Narrower) => "in part",
        (TagState::Current, Fit::Exact | Fit::Partial) => "in a passage that overlaps it",
    }
}

/// What the sentence rests on: links to the sources, with the passage quoted.
fn of_sources<'a>(place: &Place<'a, '_>) -> Option<Annotation<'a>> {
    let mut body = Vec::new();
    for cited in &place.sentence.evidence {
        let sources = &place.report.sources;
        if let Ok(at) = sources.binary_search_by_key(&cited.source, |source| source.number) {
            of_source(&mut body, cited, &sources[at]);
        }
    }
    (!body.is_empty()).then(|| Annotation {
        context: CONTEXT,
        id: place.id(&["sources"]),
        kind: "Annotation",
        motivation: "linking",
        creator: None,
        created: None,
        body,
        target: place.target(),
    })
}

fn of_source<'a>(body: &mut Vec<Body<'a>>, cited: &'a Cited, source: &'a Source) {
    let url = link(&source.url);
    let quotation = Some(cited.quotation.as_str()).filter(|text| !text.is_empty());
    let mut said = format!("Source {}: {}", source.number, source.title);
    if source
        .title
        .starts_with(&format!("Source {} (", source.number))
    {
        // Withheld: what stands in the name's place says its number already.
        said.clone_from(&source.title);
    }
    for (before, text) in [(", ", Some(cited.locator.as_str())), (": ", quotation)] {
        let unsaid = text.filter(|text| !text.is_empty() && (before == ", " || url.is_none()));
        said.extend(unsaid.into_iter().flat_map(|text| [before, text]));
    }
    body.push(Body::text("describing", said));
    body.extend(url.map(|source| Body::Linked {
        kind: "SpecificResource",
        purpose: "linking",
        source,
        selector: quotation.map(|exact| Quote {
            kind: "TextQuoteSelector",
            exact,
            prefix: None,
            suffix: None,
        }),
    }));
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'a str,
    generator: Agent<'a>,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Page<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    start_index: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<&'a str>,
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Agent<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Text {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        format: &'static str,
        value: std::borrow::Cow<'a, str>,
    },
    Linked {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        source: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        selector: Option<Quote<'a>>,
    },
}

impl<'a> Body<'a> {
    fn text(purpose: &'static str, value: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self::Text {
            kind: "TextualBody",
            purpose,
            format: "text/plain",
            value: value.into(),
        }
    }
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    selector: (Quote<'a>, Position),
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'a str>,
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}
