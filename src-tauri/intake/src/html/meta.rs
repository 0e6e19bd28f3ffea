//! What a page says of itself: JSON-LD, meta elements of the usual vocabularies, links, `<time>`.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};
use url::Url;

use super::{date, json_ld};
use crate::document::Meta;
use stet_core::draft::collapse;

/// The longest name of an author, in code points; longer ones are sentences.
const LONGEST_NAME: usize = 80;
/// The most authors that are listed.
const MOST_AUTHORS: usize = 50;

/// A page's head, and what in its body is marked up for machines.
#[derive(Debug, Default)]
pub struct Head {
    /// As documents have it; the title is that of the article, free of the site's name.
    pub meta: Meta,
    /// What the article is about, in the page's words.
    pub description: String,
    /// The text of the article as the page declares it.
    pub body: Option<String>,
    /// What links are relative to.
    pub base: Option<Url>,
}

/// What is collected on one way through the page.
#[derive(Default)]
struct Found {
    /// Contents of meta elements by name or property, in lower case; in page order.
    named: HashMap<String, Vec<String>>,
    scripts: Vec<String>,
    title: String,
    headings: Vec<String>,
    canonical: String,
    base: String,
    language: String,
    authors: Vec<String>,
    times: Vec<String>,
}

/// Reads a page; `address` is where it was fetched from.
pub fn read(page: &Document, address: Option<&str>) -> Head {
    let found = Found::collect(page);
    let declared = json_ld::read(found.scripts.iter().map(String::as_str)).unwrap_or_default();
    let address = address.and_then(web_address);
    let base = match (&address, found.base.is_empty()) {
        (Some(address), false) => address.join(&found.base).ok(),
        (None, false) => web_address(&found.base),
        (_, true) => address.clone(),
    };
    let resolve = |link: &str| {
        let link = link.trim();
        let resolved = match &base {
            Some(base) if !link.is_empty() => base.join(link).ok(),
            _ => Url::parse(link).ok(),
        };
        resolved.filter(is_web).map(String::from)
    };
    let url = [
        found.canonical.as_str(),
        found.one(&["og:url"]),
        declared.url.as_str(),
    ]
    .into_iter()
    .find_map(resolve)
    .or_else(|| address.as_ref().map(ToString::to_string))
    .unwrap_or_default();
    let base = base.or_else(|| web_address(&url));
    let publisher = collapse(&first(&[
        &declared.publisher,
        found.one(&[
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "citation_journal_title",
        ]),
        found.one(&["article:publisher", "publisher", "application-name"]),
    ]));
    let publisher = Some(publisher)
        .filter(|name| !is_address(name))
        .unwrap_or_default();
    let description = collapse(&first(&[
        found.one(&["og:description", "description", "twitter:description"]),
        &declared.description,
    ]));
    let body = Some(declared.body.clone()).filter(|body| !body.is_empty());
    Head {
        meta: Meta {
            title: title(&found, &declared, &publisher),
            authors: authors(&found, &declared, &publisher),
            published: published(&found, &declared, &url),
            language: language(&found, &declared),
            publisher,
            url,
        },
        description,
        body,
        base,
    }
}

impl Found {
    fn collect(page: &Document) -> Self {
        let mut found = Self::default();
        for node in page.root().descendants_it() {
            if let Some(name) = node.node_name() {
                found.element(&name, node);
            }
        }
        found
    }

    fn element(&mut self, name: &str, node: NodeRef<'_>) {
        let attribute = |name: &str| node.attr(name).unwrap_or_default();
        match name {
            "meta" => {
                let content = attribute("content");
                for key in ["name", "property", "itemprop", "http-equiv"] {
                    let key = attribute(key).trim().to_lowercase();
                    if !key.is_empty() && !content.trim().is_empty() {
                        let all = self.named.entry(key).or_default();
                        if all.len() < MOST_AUTHORS {
                            all.push(content.trim().to_owned());
                        }
                    }
                }
            }
            "script" if attribute("type").eq_ignore_ascii_case("application/ld+json") => {
                self.scripts.push(node.text().to_string());
            }
            "title" if self.title.is_empty() => self.title = collapse(&node.text()),
            "h1" if self.headings.len() < 20 => self.headings.push(collapse(&node.text())),
            "link"
                if self.canonical.is_empty()
                    && attribute("rel").eq_ignore_ascii_case("canonical") =>
            {
                self.canonical = attribute("href").to_string();
            }
            "base" if self.base.is_empty() => self.base = attribute("href").to_string(),
            "html" => {
                self.language = first(&[&attribute("lang"), &attribute("xml:lang")]);
            }
            _ => {}
        }
        let property = attribute("itemprop");
        if matches!(&*property, "datePublished") || name == "time" {
            let value = first(&[&attribute("datetime"), &attribute("content"), &node.text()]);
            // Marked ones go before those that only are there.
            let at = if name == "time" && property.is_empty() {
                self.times.len()
            } else {
                0
            };
            if self.times.len() < 20 {
                self.times.insert(at, value);
            }
        }
        let is_author = attribute("rel")
            .split_whitespace()
            .any(|rel| rel == "author")
            || property.split_whitespace().any(|name| name == "author");
        if is_author && name != "link" && name != "meta" && self.authors.len() < MOST_AUTHORS {
            self.authors.push(collapse(&node.text()));
        }
    }

    /// The first of these that the page gives.
    fn one(&self, names: &[&str]) -> &str {
        names
            .iter()
            .find_map(|name| self.named.get(*name)?.first())
            .map_or("", String::as_str)
    }

    fn all(&self, names: &[&str]) -> Vec<String> {
        names
            .iter()
            .find_map(|name| self.named.get(*name))
            .cloned()
            .unwrap_or_default()
    }
}

fn title(found: &Found, declared: &json_ld::Declared, publisher: &str) -> String {
    let title = first(&[
        &declared.headline,
        found.one(&[
            "og:title",
            "citation_title",
            "dc.title",
            "dcterms.title",
            "twitter:title",
        ]),
        &found.title,
    ]);
    // Markup and its entities stand in some of them.
    let title = Document::fragment(title.as_str()).text().to_string();
    without_site(&collapse(&title), &found.headings, publisher)
}

/// A title without the site's name before or after it.
fn without_site(title: &str, headings: &[String], publisher: &str) -> String {
    const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];
    // The page itself may show which part is the headline.
    let shown = headings
        .iter()
        .filter(|heading| heading.chars().count() > 10);
    for heading in shown {
        let rest = title
            .strip_prefix(heading.as_str())
            .or_else(|| title.strip_suffix(heading.as_str()));
        let parted = |rest: &str| {
            SEPARATORS
                .iter()
                .any(|mark| rest.starts_with(mark.trim_end()) || rest.ends_with(mark.trim_start()))
        };
        if rest.is_some_and(parted) {
            return heading.clone();
        }
    }
    let bare = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let site = bare(publisher);
    if site.is_empty() {
        return title.to_owned();
    }
    for mark in SEPARATORS {
        if let Some((rest, end)) = title.rsplit_once(mark)
            && bare(end) == site
        {
            return rest.trim().to_owned();
        }
        if let Some((start, rest)) = title.split_once(mark)
            && bare(start) == site
        {
            return rest.trim().to_owned();
        }
    }
    title.to_owned()
}

fn authors(found: &Found, declared: &json_ld::Declared, publisher: &str) -> Vec<String> {
    let given = [
        declared.authors.clone(),
        found.all(&[
            "citation_author",
            "article:author",
            "author",
            "dc.creator",
            "dcterms.creator",
        ]),
        found.all(&["parsely-author", "sailthru.author", "byl", "author"]),
        found.authors.clone(),
    ];
    for list in given {
        let mut names: Vec<String> = Vec::new();
        for name in list.iter().flat_map(|text| people(text)) {
            if name != publisher && !names.contains(&name) && names.len() < MOST_AUTHORS {
                names.push(name);
            }
        }
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

/// The names in a byline: “By Ann Lee and Bo Chen, Staff”.
pub fn people(byline: &str) -> Vec<String> {
    let mut line = collapse(byline);
    for before in [
        "by ", "von ", "par ", "por ", "di ", "text: ", "author: ", "by: ",
    ] {
        let head = line.get(..before.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(before)) {
            line = line[before.len()..].trim().to_owned();
            break;
        }
    }
    let mut names = vec![line];
    for mark in [" and ", " und ", " et ", " & ", ";", " | ", " / "] {
        names = names
            .iter()
            .flat_map(|name| name.split(mark))
            .map(|name| name.trim().to_owned())
            .collect();
    }
    names = names
        .iter()
        .flat_map(|name| {
            // “Lee, Ann” is one name; “Ann Lee, Bo Chen” are two.
            let several = name
                .split(',')
                .all(|part| part.split_whitespace().count() > 1);
            let parts: Vec<&str> = if several {
                name.split(',').collect()
            } else {
                vec![name]
            };
            parts.into_iter().map(|part| part.trim().to_owned())
        })
        .collect();
    names.retain(|name| {
        name.chars().any(char::is_alphabetic)
            && name.chars().count() <= LONGEST_NAME
            && !is_address(name)
            && !name.contains('@')
    });
    names
}

fn published(found: &Found, declared: &json_ld::Declared, url: &str) -> String {
    let named = [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dcterms.created",
        "dcterms.issued",
        "dc.date.issued",
        "dc.date",
        "dcterms.date",
        "parsely-pub-date",
        "sailthru.date",
        "publish-date",
        "publish_date",
        "publication_date",
        "pubdate",
        "article.published",
        "date",
    ];
    let named = named.iter().map(|name| found.one(&[name]));
    std::iter::once(declared.published.as_str())
        .chain(named)
        .chain(found.times.iter().map(String::as_str))
        .find_map(date::iso)
        .or_else(|| date::in_address(url))
        .unwrap_or_default()
}

fn language(found: &Found, declared: &json_ld::Declared) -> String {
    let language = first(&[
        &found.language,
        found.one(&[
            "content-language",
            "language",
            "dc.language",
            "dcterms.language",
        ]),
        &declared.language,
        found.one(&["og:locale"]),
    ]);
    let tag = language.trim().replace('_', "-");
    let is_tag = tag.len() <= 35
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && tag.split('-').next().is_some_and(|part| part.len() >= 2);
    if is_tag { tag } else { String::new() }
}

/// The first text that is not empty.
fn first(texts: &[&str]) -> String {
    let text = texts.iter().find(|text| !text.trim().is_empty());
    text.map(|text| text.trim().to_owned()).unwrap_or_default()
}

fn is_address(text: &str) -> bool {
    text.starts_with("http:") || text.starts_with("https:") || text.starts_with("www.")
}

fn web_address(text: &str) -> Option<Url> {
    Url::parse(text.trim()).ok().filter(is_web)
}

/// Whether an address may be opened.
pub fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}
