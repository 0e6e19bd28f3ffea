//! Limits to a page's markup before it is parsed. For every tag the parser looks through the open
//! elements, and for every attribute through those of its tag: a hostile page of some megabytes,
//! deep or wide, would take it hours; and every element takes memory. So tags beyond the limits are taken out; all text stays.

use std::borrow::Cow;

/// The most elements open at a time; no page that people wrote comes near it.
const DEEPEST: usize = 256;
/// The most formatting elements (`<b>`) that are closed by what holds them and not by themselves:
/// the parser opens each of them again in whatever follows.
const MOST_REOPENED: usize = 256;
/// The most attributes of a tag.
const MOST_ATTRIBUTES: usize = 256;
/// The most tags of a page: twenty times those of a very long one.
const MOST_TAGS: usize = 400_000;

/// The markup without tags that lie too deep or are too wide; owned if there were such.
pub fn limit(markup: &str) -> Cow<'_, str> {
    let mut limiter = Limiter::default();
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = markup[at..].find('<') {
        let start = at + found;
        let tag = Tag::read(&markup[start..]);
        at = start + tag.length;
        if limiter.drops(&tag) {
            out.push_str(&markup[copied..start]);
            copied = at;
        } else if tag.is_raw_text() {
            // `<` means nothing until the element's own end.
            at += raw_text(&markup[at..], tag.name);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(markup);
    }
    out.push_str(&markup[copied..]);
    Cow::Owned(out)
}

#[derive(Default)]
struct Limiter {
    /// Names of open elements, outermost first.
    open: Vec<u64>,
    /// How many of them are of SVG or MathML, where nothing is closed by what follows.
    foreign: usize,
    reopened: usize,
    tags: usize,
}

impl Limiter {
    fn drops(&mut self, tag: &Tag<'_>) -> bool {
        let key = key(tag.name);
        match tag.kind {
            Kind::Other => false,
            Kind::End => {
                if let Some(at) = self.open.iter().rposition(|name| *name == key) {
                    for name in self.open.drain(at..).skip(1) {
                        self.reopened += usize::from(is_formatting(name));
                    }
                    self.foreign = self.open.iter().filter(|name| is_foreign(**name)).count();
                }
                false
            }
            Kind::Start => {
                self.tags += 1;
                let deep = self.foreign > 0 || !closes_itself(tag.name);
                let drops = tag.attributes > MOST_ATTRIBUTES
                    || self.tags > MOST_TAGS
                    || deep && self.open.len() >= DEEPEST
                    || is_formatting(key) && self.reopened >= MOST_REOPENED;
                if deep && !drops {
                    self.foreign += usize::from(is_foreign(key));
                    self.open.push(key);
                }
                drops
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Start,
    End,
    /// A comment, a declaration, or no tag at all.
    Other,
}

struct Tag<'a> {
    kind: Kind,
    name: &'a str,
    /// In bytes, with the angle brackets.
    length: usize,
    /// How many there are at most.
    attributes: usize,
}

impl<'a> Tag<'a> {
    /// Reads what starts with `<`.
    fn read(markup: &'a str) -> Self {
        let bytes = markup.as_bytes();
        let other = |length| Self {
            kind: Kind::Other,
            name: "",
            length,
            attributes: 0,
        };
        let (kind, from) = match bytes.get(1) {
            Some(b'/') => (Kind::End, 2),
            Some(b'!') if markup.starts_with("<!--") => {
                // `<!-->` ends at once.
                return other(
                    markup[2..]
                        .find("-->")
                        .map_or(markup.len(), |end| end + 2 + 3),
                );
            }
            Some(b'!' | b'?') => {
                return other(markup.find('>').map_or(markup.len(), |end| end + 1));
            }
            _ => (Kind::Start, 1),
        };
        if !bytes.get(from).is_some_and(u8::is_ascii_alphabetic) {
            return other(1);
        }
        let name = bytes[from..]
            .iter()
            .position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
            .map_or(markup.len(), |end| from + end);
        let mut quote = None;
        let (mut attributes, mut between, mut value) = (0, true, false);
        let mut end = markup.len();
        for (at, byte) in bytes.iter().enumerate().skip(name) {
            match (quote, byte) {
                (Some(open), _) if open == *byte => {
                    quote = None;
                    between = true;
                }
                (Some(_), _) => {}
                (None, b'>') => {
                    end = at + 1;
                    break;
                }
                // A quote opens a value only after the equals sign.
                (None, b'"' | b'\'') if value => quote = Some(*byte),
                (None, b'=') => {
                    value = true;
                    continue;
                }
                (None, b'/') => between = true,
                (None, byte) if byte.is_ascii_whitespace() => {
                    between = true;
                    continue;
                }
                (None, _) => attributes += usize::from(std::mem::take(&mut between) && !value),
            }
            value = false;
        }
        Self {
            kind,
            name: &markup[from..name],
            length: end,
            attributes,
        }
    }

    fn is_raw_text(&self) -> bool {
        self.kind == Kind::Start
            && [
                "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
                "noscript",
            ]
            .iter()
            .any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

/// Length in bytes of text up to `</name`.
fn raw_text(markup: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = markup[at..].find("</") {
        let start = at + found;
        let rest = &markup.as_bytes()[start + 2..];
        if rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return start;
        }
        at = start + 2;
    }
    markup.len()
}

/// The first eight letters of a name, in lower case, as a number.
fn key(name: &str) -> u64 {
    let mut key = [0; 8];
    for (to, from) in key.iter_mut().zip(name.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    u64::from_be_bytes(key)
}

fn is_foreign(name: u64) -> bool {
    name == key("svg") || name == key("math")
}

fn is_formatting(name: u64) -> bool {
    [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ]
    .iter()
    .any(|other| name == key(other))
}

/// Elements without content, and those that the next one of their kind closes.
fn closes_itself(name: &str) -> bool {
    [
        "area", "base", "basefont", "bgsound", "body", "br", "col", "colgroup", "dd", "dt",
        "embed", "frame", "head", "hr", "html", "image", "img", "input", "keygen", "li", "link",
        "meta", "optgroup", "option", "p", "param", "source", "tbody", "td", "tfoot", "th",
        "thead", "tr", "track", "wbr",
    ]
    .iter()
    .any(|other| name.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_much_goes() {
        let wide = |count: usize| {
            let attributes: String = (0..count).map(|n| format!(" a{n}='>'")).collect();
            format!("x<b{attributes}>y</b>")
        };
        let table = [
            (
                "what people write",
                "<p>a<br>b <a href=\"x>y\">c</a><!-- > -->".to_owned(),
                None,
            ),
            ("no tags at all", "1 < 2 << 3 </ 4 <".to_owned(), None),
            (
                "a thousand paragraphs without end",
                "<p>a<li>b".repeat(1000),
                None,
            ),
            ("as deep as may be", "<div>".repeat(256) + "a", None),
            (
                "deeper",
                "<div>".repeat(300) + "a",
                Some("<div>".repeat(256) + "a"),
            ),
            ("many, but closed", "<div><i>a</i></div>".repeat(1000), None),
            (
                "script is no markup",
                format!("<script>{}</script>a", "<div>".repeat(999)),
                None,
            ),
            (
                "pictures nest everything",
                "<svg>".to_owned() + &"<tr>".repeat(999),
                Some("<svg>".to_owned() + &"<tr>".repeat(255)),
            ),
            (
                "bold that is never closed itself",
                "<div><b></div>".repeat(300) + "a",
                Some("<div><b></div>".repeat(256) + &"<div></div>".repeat(44) + "a"),
            ),
            (
                "too many",
                "<br>".repeat(400_010) + "a",
                Some("<br>".repeat(400_000) + "a"),
            ),
            ("wide", wide(200), None),
            ("too wide", wide(300), Some("xy</b>".to_owned())),
            ("an unclosed comment", "a<!-- <div>".to_owned(), None),
            ("an unclosed tag", "a<div b='".to_owned(), None),
        ];
        for (why, markup, expected) in table {
            assert_eq!(
                limit(&markup),
                expected.as_deref().unwrap_or(&markup),
                "{why}"
            );
        }
    }
}
