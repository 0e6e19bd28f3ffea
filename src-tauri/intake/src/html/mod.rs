//! A web page → its article. The page is surveyed once, block by block; two extractors tell which
//! blocks are the article; the blocks keep the kinds that the page's elements give them. What is
//! not of the article stays in the document, left out, so that a person can put it back.

mod align;
mod arrange;
mod choose;
mod date;
mod extractors;
mod hints;
mod json_ld;
mod limit;
mod meta;
mod survey;
mod weights;

use std::borrow::Cow;

use dom_query::Document;
use stet_core::error::Result;
use url::Url;

use crate::decode::{Hints, decode};
use crate::document::{Choices, Remark};
use crate::title::ends_like_sentence;
use crate::{Parsed, document::FoundBlock};

/// How far into a file its encoding is declared, in bytes.
const DECLARED_WITHIN: usize = 4096;
/// A page with less text than this, in code points, is a piece that somebody copied, or nothing.
const SHORT_PAGE: u32 = 1500;
/// An article has at least so many code points that are not in links.
const SHORTEST_ARTICLE: u32 = 40;

/// Reads a page; without an article all its blocks are left out.
pub fn parse(called: &str, bytes: &[u8], choices: &Choices) -> Result<Parsed> {
    let address = choices.address.as_deref();
    let declared = declared_encoding(bytes);
    let domain = address.and_then(domain);
    let hints = Hints {
        chosen: choices.encoding.as_deref(),
        declared: declared.as_deref(),
        domain: domain.as_deref(),
    };
    let decoded = decode(called, bytes, hints)?;
    let mut parsed = of_markup(&decoded.text, address);
    parsed.notes.splice(0..0, decoded.notes);
    parsed.encoding = Some(decoded.encoding);
    Ok(parsed)
}

/// Reads a page's markup; `address` is where it was fetched from.
pub fn of_markup(text: &str, address: Option<&str>) -> Parsed {
    let markup = limit::limit(text);
    let mut notes = Vec::new();
    if let Cow::Owned(_) = markup {
        notes.push(
            "The page's elements nest too deep, are too many or have too many attributes; some \
             were left out, no text was."
                .into(),
        );
    }
    let page = Document::from(&*markup);
    let head = meta::read(&page, address);
    let survey = survey::survey(&page);
    let witnesses =
        extractors::Witnesses::hear(&markup, page, survey.elements, head.body.as_deref());
    let mut chosen = choose::choose(&survey, &witnesses);
    if !is_article(&survey, &chosen) {
        chosen = piece(&survey);
    }
    let (blocks, links) = arrange::arrange(survey, &chosen, &head);
    Parsed {
        remarks: resolve(links, head.base.as_ref(), &blocks),
        blocks,
        notes,
        meta: head.meta,
        ..Parsed::default()
    }
}

/// Whether what was chosen has sentences of its own.
fn is_article(survey: &survey::Survey, chosen: &[bool]) -> bool {
    let own: u32 = chosen
        .iter()
        .zip(&survey.signals)
        .filter(|(kept, signals)| **kept && !matches!(signals.tag, survey::Tag::Heading(_)))
        .map(|(_, signals)| signals.length.saturating_sub(signals.linked))
        .sum();
    own >= SHORTEST_ARTICLE
}

/// All of a short page that has a sentence, but what stands in menus and the like; else nothing.
fn piece(survey: &survey::Survey) -> Vec<bool> {
    use hints::Hint::{
        Advertisement, Comments, Footer, Form, Hidden, Navigation, Overlay, Related,
    };
    let length: u32 = survey.signals.iter().map(|signals| signals.length).sum();
    let around = [
        Advertisement,
        Comments,
        Footer,
        Form,
        Hidden,
        Navigation,
        Overlay,
        Related,
    ];
    let mut kept: Vec<bool> = survey
        .signals
        .iter()
        .map(|signals| {
            length < SHORT_PAGE
                && signals.linked * 2 < signals.length.max(1)
                && !around.iter().any(|hint| signals.hints.has(*hint))
        })
        .collect();
    let has_sentence =
        survey
            .blocks
            .iter()
            .zip(&survey.signals)
            .zip(&kept)
            .any(|((block, signals), kept)| {
                *kept
                    && !matches!(signals.tag, survey::Tag::Heading(_))
                    && ends_like_sentence(&block.text)
            });
    if !has_sentence {
        kept.fill(false);
    }
    kept
}

/// Links with whole web addresses; those to places in the page and to anything else go.
fn resolve(links: Vec<Remark>, base: Option<&Url>, blocks: &[FoundBlock]) -> Vec<Remark> {
    let whole = |mut link: Remark| {
        let address = link.text.trim();
        if address.starts_with('#') || blocks.get(link.block as usize).is_none() {
            return None;
        }
        let url = base.map_or_else(|| Url::parse(address), |base| base.join(address));
        link.text = url.ok().filter(meta::is_web)?.to_string();
        Some(link)
    };
    links.into_iter().filter_map(whole).collect()
}

/// The encoding that a page declares in a meta element or in an XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = |mark: &str, within: &str| {
        let rest = within[within.find(mark)? + mark.len()..].trim_start();
        let rest = rest.strip_prefix('=')?.trim_start();
        let label: String = rest
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
            .collect();
        (!label.is_empty()).then_some(label)
    };
    if head.trim_start().starts_with("<?xml")
        && let Some(end) = head.find("?>")
        && let Some(label) = after("encoding", &head[..end])
    {
        return Some(label);
    }
    head.match_indices("<meta").find_map(|(at, _)| {
        let tag = &head[at..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        after("charset", tag)
    })
}

/// The last label of an address's host: `de`.
fn domain(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let label = url.host_str()?.rsplit('.').next()?;
    Some(label.to_ascii_lowercase())
}

#[cfg(test)]
#[path = "tests/corpus.rs"]
mod corpus;
#[cfg(test)]
#[path = "tests/fit.rs"]
mod fit;
#[cfg(test)]
#[path = "tests/pages.rs"]
mod golden;
#[cfg(test)]
#[path = "tests/hostile.rs"]
mod hostile;
#[cfg(test)]
#[path = "tests/measured.rs"]
mod measured;
