//! What others take for a page's article: two extractors that fail on different pages, and what
//! the page itself declares.

use dom_query::Document;
use dom_smoothie::Readability;
use trafilatura::{ExtractionFocus, Options};

use super::survey;

/// Larger pages, in bytes and in elements, are left to the faster extractor alone: no page that
/// people read is so large, and neither takes time in proportion to every page's size.
const MOST_BYTES_FOR_STRICT: usize = 4 * 1024 * 1024;
const MOST_ELEMENTS_FOR_STRICT: u32 = 50_000;
/// The most elements that it is asked about, too.
const MOST_ELEMENTS: u32 = 150_000;
/// A declared text shorter than this, in bytes, is a teaser.
const SHORTEST_DECLARED: usize = 500;

/// Texts that the article's blocks should be in, one a witness; empty where one saw none.
pub struct Witnesses {
    /// Keeps little that is not of the article, and loses some of it.
    pub strict: String,
    /// Keeps nearly all of it, and more.
    pub generous: String,
    /// As the page declares it in schema.org's `articleBody`.
    pub declared: String,
}

impl Witnesses {
    /// Hears them on a page of so many elements, which changes the page.
    pub fn hear(markup: &str, page: Document, elements: u32, declared: Option<&str>) -> Self {
        let small = markup.len() <= MOST_BYTES_FOR_STRICT && elements <= MOST_ELEMENTS_FOR_STRICT;
        let mut heard = Self {
            strict: String::new(),
            generous: String::new(),
            declared: declared
                .filter(|text| text.len() >= SHORTEST_DECLARED)
                .map(|text| text_of(&Document::from(text)))
                .unwrap_or_default(),
        };
        if small {
            heard.strict = strict(markup);
        }
        if elements <= MOST_ELEMENTS {
            heard.generous = generous(page);
        }
        heard
    }
}

fn strict(markup: &str) -> String {
    let options = Options::default()
        .with_links(true)
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_focus(ExtractionFocus::FavorPrecision);
    // An error here says that there is no article.
    trafilatura::extract(markup, &options)
        .map(|found| text_of(&Document::from(found.content_html)))
        .unwrap_or_default()
}

fn generous(page: Document) -> String {
    Readability::with_document(page, None, None)
        .ok()
        .and_then(|mut reader| reader.parse().ok())
        .map(|found| text_of(&Document::from(found.content)))
        .unwrap_or_default()
}

/// The words of a piece of markup, blocks apart.
fn text_of(page: &Document) -> String {
    let mut text = String::new();
    for block in survey::survey(page).blocks {
        text.push_str(&block.text);
        text.push('\n');
    }
    text
}
