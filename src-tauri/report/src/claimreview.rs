//! The checks that the analyst publishes, as schema.org ClaimReview in JSON-LD: for search engines
//! and fact-check archives. What is in it and what is not: docs/claimreview.md.

use serde::Serialize;
use stet_core::{
    error::Result,
    report::{Dossier, Report, Sentence, Source, clip, meanings},
    time,
};

use crate::{Options, inert::link, json};

/// A claim is quoted up to here, in characters; more is cut at a word.
const LONGEST_CLAIM: usize = 300;

/// One published check. The web page prints the same as microdata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review<'a> {
    /// The sentence: its index in the report's `sentences`.
    pub at: usize,
    /// Its words, cut at a word if they are long.
    pub claim: String,
    /// Who makes the claim: the named speakers; else who wrote the article; else who published it.
    pub claimants: Vec<Claimant<'a>>,
    /// Day on which the article appeared, ISO 8601, if it is known as a day.
    pub appeared: Option<&'a str>,
    /// The article's address, if it is one that may be linked.
    pub appearance: Option<String>,
    /// What it was found to be, in our word: "Disputed".
    pub rating: &'static str,
    /// What that word says and does not say.
    pub meaning: &'static str,
    /// What was found, one paragraph a checker; may be empty.
    pub finding: String,
    /// What it rests on.
    pub sources: Vec<Support<'a>>,
    /// Day of the report, ISO 8601, if it is one.
    pub reviewed: Option<&'a str>,
    /// Name of the house that publishes the check, or empty.
    pub house: &'a str,
    /// Where it publishes, if that may be linked.
    pub url: Option<String>,
}

/// Who makes a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimant<'a> {
    /// Somebody or some body whom the sentence names: which of the two is not known.
    Speaker(&'a str),
    /// A person who wrote the article.
    Author(&'a str),
    /// The organisation that published it.
    Publisher(&'a str),
}

impl<'a> Claimant<'a> {
    /// The name.
    pub fn name(&self) -> &'a str {
        match self {
            Self::Speaker(name) | Self::Author(name) | Self::Publisher(name) => name,
        }
    }

    /// The schema.org type, where it is known.
    pub fn kind(&self) -> Option<&'static str> {
        match self {
            Self::Speaker(_) => None,
            Self::Author(_) => Some("Person"),
            Self::Publisher(_) => Some("Organization"),
        }
    }
}

/// A source that a check rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support<'a> {
    /// Its title, or what stands in its place where it is withheld.
    pub title: &'a str,
    /// Its address, if it may be linked.
    pub url: Option<String>,
}

impl Review<'_> {
    /// What a reader of such data requires and this one lacks, as schema.org calls it: `author`
    /// (the house) and `url` (where the check is published). Empty when it is complete.
    pub fn missing(&self) -> Vec<&'static str> {
        let lacks = [
            (self.house.is_empty(), "author"),
            (self.url.is_none(), "url"),
        ];
        lacks
            .into_iter()
            .filter_map(|(lacks, name)| lacks.then_some(name))
            .collect()
    }

    /// Why it is incomplete, in one line.
    pub fn incomplete(&self) -> Option<String> {
        let missing: Vec<&str> = self
            .missing()
            .into_iter()
            .map(|name| match name {
                "author" => "author (the house that publishes the check)",
                _ => "url (where the check is published)",
            })
            .collect();
        (!missing.is_empty()).then(|| format!("Incomplete. Missing: {}.", missing.join("; ")))
    }
}

/// The published checks of one article, in text order.
pub fn reviews<'a>(report: &'a Report, dossier: &'a Dossier) -> Vec<Review<'a>> {
    let published = report.sentences.iter().enumerate();
    published
        .filter(|(_, sentence)| sentence.is_published())
        .map(|(at, sentence)| review(at, sentence, report, dossier))
        .collect()
}

fn review<'a>(
    at: usize,
    sentence: &'a Sentence,
    report: &'a Report,
    dossier: &'a Dossier,
) -> Review<'a> {
    let (rating, meaning) = meanings()
        .into_iter()
        .find(|meaning| meaning.standing == sentence.standing)
        .map_or(("", ""), |meaning| (meaning.name, meaning.text));
    let findings: Vec<&str> = sentence
        .tags
        .iter()
        .filter(|opinion| opinion.counts() && opinion.tag.is_some())
        .map(|opinion| opinion.finding.trim())
        .filter(|finding| !finding.is_empty())
        .collect();
    let number = |source: &Source| source.number;
    let cited = sentence.cites().into_iter();
    let sources = cited
        .filter_map(|cited| report.sources.binary_search_by_key(&cited, number).ok())
        .map(|at| &report.sources[at])
        .map(|source| Support {
            title: &source.title,
            url: link(&source.url),
        });
    let day = |text: &'a str| time::is_date(text).then_some(text);
    Review {
        at,
        claim: clip(&sentence.text, LONGEST_CLAIM),
        claimants: claimants(sentence, report),
        appeared: day(&report.article.published),
        appearance: link(&report.article.url),
        rating,
        meaning,
        finding: findings.join("\n\n"),
        sources: sources.collect(),
        reviewed: day(&report.article.date),
        house: dossier.house.name.trim(),
        url: link(&dossier.house.url),
    }
}

fn claimants<'a>(sentence: &'a Sentence, report: &'a Report) -> Vec<Claimant<'a>> {
    let mut speakers: Vec<&str> = Vec::new();
    for opinion in sentence.tags.iter().filter(|opinion| opinion.counts()) {
        let speaker = opinion.speaker.trim();
        if !speaker.is_empty() && !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    if !speakers.is_empty() {
        return speakers.into_iter().map(Claimant::Speaker).collect();
    }
    let article = &report.article;
    let named = |name: &&str| !name.is_empty();
    let authors = article.authors.iter().map(|name| name.trim()).filter(named);
    let mut who: Vec<Claimant<'_>> = authors.map(Claimant::Author).collect();
    if who.is_empty() {
        let publisher = Some(article.publisher.trim()).filter(named);
        who.extend(publisher.map(Claimant::Publisher));
    }
    who
}

/// Writes the published checks of all reports as one graph; nothing published is an empty one.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let of = |report| reviews(report, dossier).into_iter();
    let graph: Vec<Node> = dossier
        .reports
        .iter()
        .flat_map(|report| of(report).map(|review| node(review, &report.article.title)))
        .collect();
    Ok(json::inert(&Graph {
        context: "https://schema.org",
        graph,
    }))
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

/// A check in schema.org's words. What is not known is left out, never made up.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Node<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creative_work_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    claim_reviewed: String,
    item_reviewed: Claim<'a>,
    review_rating: Rating,
    #[serde(skip_serializing_if = "String::is_empty")]
    review_body: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Claim<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    appearance: Option<Thing<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rating {
    #[serde(rename = "@type")]
    kind: &'static str,
    alternate_name: &'static str,
    rating_explanation: &'static str,
}

/// Anything with a name and perhaps an address.
#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

fn node<'a>(review: Review<'a>, title: &'a str) -> Node<'a> {
    let description = review.incomplete();
    let thing = |kind, name, url| Thing { kind, name, url };
    let claimants = review.claimants.iter();
    let sources = review.sources.into_iter();
    Node {
        kind: "ClaimReview",
        creative_work_status: description.is_some().then_some("Incomplete"),
        description,
        claim_reviewed: review.claim,
        item_reviewed: Claim {
            kind: "Claim",
            author: claimants
                .map(|who| thing(who.kind(), who.name(), None))
                .collect(),
            date_published: review.appeared,
            appearance: review
                .appearance
                .map(|url| thing(Some("Article"), title, Some(url))),
        },
        review_rating: Rating {
            kind: "Rating",
            alternate_name: review.rating,
            rating_explanation: review.meaning,
        },
        review_body: review.finding,
        citation: sources
            .map(|source| thing(Some("CreativeWork"), source.title, source.url))
            .collect(),
        author: (!review.house.is_empty())
            .then(|| thing(Some("Organization"), review.house, review.url.clone())),
        date_published: review.reviewed,
        url: review.url,
    }
}
