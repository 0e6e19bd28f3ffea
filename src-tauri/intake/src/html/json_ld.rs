//! What a page says of itself in JSON-LD (schema.org), wherever in the graph it stands.

use serde_json::Value;

/// Types of things that are articles; others that end alike (`BlogPosting`) too.
const ARTICLES: [&str; 5] = ["Article", "Posting", "NewsArticle", "Report", "Review"];
/// How deep the graph is searched.
const DEEPEST: usize = 8;

/// What an article's description says. Empty where it says nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Declared {
    pub headline: String,
    pub authors: Vec<String>,
    pub publisher: String,
    pub published: String,
    pub url: String,
    pub language: String,
    pub description: String,
    pub body: String,
}

/// Reads the scripts of a page; the first description of an article counts.
pub fn read<'a>(scripts: impl Iterator<Item = &'a str>) -> Option<Declared> {
    let scripts: Vec<Value> = scripts.filter_map(parse).collect();
    let mut articles = Vec::new();
    for script in &scripts {
        collect(script, 0, &mut articles);
    }
    // Of several (teasers are described, too) the fullest: one with a headline and a date.
    let article = articles
        .iter()
        .find(|article| article.get("headline").is_some() && article.get("datePublished").is_some())
        .or(articles.first())?;
    let all = |id: &str| scripts.iter().find_map(|script| by_id(script, id, 0));
    let text = |key: &str| article.get(key).map(plain).unwrap_or_default();
    let first = |keys: &[&str]| {
        keys.iter()
            .map(|key| text(key))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    };
    let names = |key: &str| {
        let mut names = Vec::new();
        if let Some(value) = article.get(key) {
            collect_names(value, &all, &mut names);
        }
        names
    };
    Some(Declared {
        headline: first(&["headline", "name"]),
        authors: [names("author"), names("creator")]
            .into_iter()
            .find(|names| !names.is_empty())
            .unwrap_or_default(),
        publisher: names("publisher").into_iter().next().unwrap_or_default(),
        published: first(&["datePublished", "dateCreated"]),
        url: article
            .get("mainEntityOfPage")
            .map(|page| page.get("@id").map_or_else(|| plain(page), plain))
            .filter(|url| url.starts_with("http"))
            .unwrap_or_else(|| text("url")),
        language: first(&["inLanguage"]),
        description: first(&["description"]),
        body: first(&["articleBody"]),
    })
}

fn parse(script: &str) -> Option<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_start_matches("<!--")
        .trim_end_matches("]]>")
        .trim_end_matches("-->")
        .trim_end_matches(';');
    // Line breaks inside of strings are no JSON, yet common.
    serde_json::from_str(bare)
        .or_else(|_| serde_json::from_str(&bare.replace(['\n', '\r', '\t'], " ")))
        .ok()
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| ARTICLES.iter().any(|end| kind.ends_with(end)))
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

fn collect<'a>(value: &'a Value, depth: usize, articles: &mut Vec<&'a Value>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, depth + 1, articles);
            }
        }
        Value::Object(_) if is_article(value) => articles.push(value),
        Value::Object(fields) => {
            for key in [
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "itemListElement",
            ] {
                if let Some(value) = fields.get(key) {
                    collect(value, depth + 1, articles);
                }
            }
        }
        _ => {}
    }
}

fn by_id<'a>(value: &'a Value, id: &str, depth: usize) -> Option<&'a Value> {
    match value {
        Value::Array(values) if depth <= DEEPEST => {
            values.iter().find_map(|value| by_id(value, id, depth + 1))
        }
        Value::Object(fields) => {
            let named = fields.contains_key("name")
                && fields.get("@id").and_then(Value::as_str) == Some(id);
            if named {
                return Some(value);
            }
            fields
                .get("@graph")
                .filter(|_| depth <= DEEPEST)
                .and_then(|graph| by_id(graph, id, depth + 1))
        }
        _ => None,
    }
}

/// Names of persons or organisations: texts, things with a name, references to such, lists.
fn collect_names<'a>(
    value: &'a Value,
    all: &impl Fn(&str) -> Option<&'a Value>,
    names: &mut Vec<String>,
) {
    let named = |value: &Value| value.get("name").map(plain).filter(|name| !name.is_empty());
    match value {
        Value::String(name) => names.push(name.clone()),
        Value::Array(values) => {
            for value in values.iter().take(50) {
                match value {
                    Value::Array(_) => {}
                    _ => collect_names(value, all, names),
                }
            }
        }
        Value::Object(fields) => {
            let referred = || named(all(fields.get("@id")?.as_str()?)?);
            match fields.get("name") {
                Some(Value::Array(several)) => names.extend(several.iter().map(plain)),
                _ => names.extend(named(value).or_else(referred)),
            }
        }
        _ => {}
    }
}

/// A value as text: the first of a list.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values
            .first()
            .filter(|first| first.is_string())
            .map(plain)
            .unwrap_or_default(),
        _ => String::new(),
    }
}
