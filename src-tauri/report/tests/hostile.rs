//! Whatever stands in an article, a finding or an address comes out inert in every format.

mod common;

use common::{ANA, Builder, KIM, bytes};
use stet_core::view::{ArticleView, BlockKind, Tag};
use stet_report::Format;

/// An article that has `text` in every place that takes text.
fn everywhere(text: &str) -> ArticleView {
    let mut b = Builder::new(text);
    b.view.lang = text.into();
    b.view.article = text.into();
    b.view.published = text.into();
    b.block(BlockKind::Headline, &[("H1", text)])
        .block(BlockKind::ListItem, &[("1", text), ("2", text)])
        .block(BlockKind::Quotation, &[("3", text)]);
    let tag = b.tag("1", (text, text), Tag::Disputed, text);
    tag.correction = format!("{text} {text}");
    tag.at = text.into();
    b.tag("2", KIM, Tag::AttributedOnly, text).speaker = text.into();
    b.tag("3", KIM, Tag::Verified, text);
    b.tag("3", ANA, Tag::Disputed, text);
    b.source("1", text, text, text, text, text)
        .source("2", "two", "Two", text, text, text);
    b.sentence("1").publish = true;
    b.sentence("2").debts = vec![text.into()];
    b.sentence("2").label = text.into();
    b.done()
}

const HOSTILE: &[(&str, &str)] = &[
    ("script", "<script>alert(1)</script>"),
    (
        "closing what we opened",
        "</title></style></main></body></html><script>x</script>",
    ),
    ("an event in an attribute", "\" onmouseover=\"alert(1)"),
    (
        "an event with the other quote",
        "' onfocus='alert(1)' autofocus='",
    ),
    (
        "an image that calls home",
        "<img src=https://evil.example/x onerror=alert(1)>",
    ),
    ("a comment", "--><script>x</script><!--"),
    ("CDATA", "]]><script>x</script>"),
    ("an entity", "&lt;script&gt;&#60;script&#62;"),
    ("a script address", "javascript:alert(1)"),
    ("a script address in capitals", "JaVaScRiPt:alert(1)"),
    ("a script address with a tab", "java\tscript:alert(1)"),
    (
        "a script address in disguise",
        "javascript://example.org/%0aalert(1)",
    ),
    ("a data address", "data:text/html,<script>alert(1)</script>"),
    ("a file address", "file:///etc/passwd"),
    (
        "an address with a user part",
        "https://good.example@evil.example/",
    ),
    (
        "an address that breaks out",
        "https://example.org/\"><script>x</script>",
    ),
    (
        "an address in angle brackets",
        "https://example.org/><script>x</script>",
    ),
    ("a Markdown link", "[click](javascript:alert(1))"),
    ("a Markdown image", "![x](https://evil.example/x)"),
    ("a reference", "[x]: https://evil.example"),
    ("a footnote of ours", "[^s1]: forged"),
    ("a code fence", "```\n# forged\n```"),
    ("a heading in the second line", "one\n# two\n=====\n---"),
    (
        "a list in the second line",
        "one\n- two\n1. three\n    four",
    ),
    ("a table", "a | b\n--- | ---\n1 | 2"),
    (
        "a bare address",
        "see www.evil.example and http://evil.example and evil@evil.example",
    ),
    ("hard breaks", "a\\\nb  \nc"),
    ("front matter", "---\ntitle: x\n---"),
    ("a template", "{{ 7*7 }} {% x %} ${x}"),
    ("a formula", "=HYPERLINK(\"https://evil.example\")"),
    ("style", "</style><style>*{display:none}"),
    ("bidi override", "user\u{202e}txt.exe"),
    ("bidi isolates left open", "\u{2066}\u{2067}\u{2068}"),
    ("zero width", "pass\u{200b}\u{feff}\u{2060}word"),
    ("tags", "\u{e0041}\u{e0042}"),
    ("NUL and other controls", "a\0b\u{1b}[31mc\u{7f}\u{85}"),
    ("line separators", "a\u{2028}b\u{2029}c"),
    ("non-characters", "\u{ffff}\u{fdd0}\u{1fffe}"),
    ("emoji", "👩\u{200d}🚒 🇨🇭 ☎\u{fe0f}"),
    ("right to left", "السد العالي בנין הסכר"),
    ("no spaces", "大坝建于一九三六年。"),
    ("combining", "Z\u{35c}\u{35c}\u{35c}\u{35c}a\u{35c}lgo"),
    ("empty", ""),
    ("only spaces", "  \n\t "),
];

/// Tags and attributes of ours that may stand in a page; a scan, not a parser: every `<` in the
/// page must open one of these.
fn active_html(html: &str) -> Option<String> {
    const OURS: &[&str] = &[
        "!DOCTYPE",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "article",
        "link",
        "footer",
        "section",
        "div",
        "span",
        "p",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "ol",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "svg",
        "path",
        "strong",
        "b",
        "bdi",
        "q",
        "del",
        "ins",
        "blockquote",
    ];
    for (at, _) in html.match_indices('<') {
        let tag = html[at + 1..].trim_start_matches('/');
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '!')
            .collect();
        let inside = &tag[..tag.find('>').unwrap_or(tag.len())];
        // Take the values out; what is left are names of attributes.
        let names: String = inside.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        let event = names.split_whitespace().skip(1).any(|name| {
            name.starts_with("on") || name == "src=" || name == "srcset=" || name.contains('\'')
        });
        let link = inside.split("href=\"").nth(1).is_some_and(|href| {
            !(href.starts_with('#') || href.starts_with("http://") || href.starts_with("https://"))
        });
        if !OURS.contains(&name.as_str()) || event || link {
            return Some(format!("<{inside}>"));
        }
    }
    None
}

#[test]
fn html_is_inert() {
    for (why, text) in HOSTILE {
        let html = String::from_utf8(bytes(&everywhere(text), Format::Html)).unwrap();
        assert_eq!(active_html(&html), None, "{why}");
        assert_eq!(
            html.matches("</style>").count(),
            1,
            "{why}: our style alone"
        );
        assert_eq!(
            html.matches("url(").count(),
            html.matches("url(data:font/woff2;base64,").count(),
            "{why}: nothing is loaded but the page's own faces"
        );
    }
}

#[test]
fn hidden_characters_are_visible_in_every_format() {
    const HIDDEN: &[char] = &[
        '\0',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{ad}',
        '\u{200b}',
        '\u{200e}',
        '\u{2028}',
        '\u{2029}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{feff}',
        '\u{e0041}',
        '\u{e0042}',
        '\u{ffff}',
        '\u{fdd0}',
    ];
    for (why, text) in HOSTILE {
        for &format in Format::ALL.iter().filter(|format| format.is_text()) {
            let out = String::from_utf8(bytes(&everywhere(text), format)).unwrap();
            // A byte order mark at the start is the format's own.
            let out = out.strip_prefix('\u{feff}').unwrap_or(&out);
            let left: Vec<char> = out.chars().filter(|c| HIDDEN.contains(c)).collect();
            assert!(left.is_empty(), "{why} in {}: {left:?}", format.name());
        }
    }
}

#[test]
fn json_gives_every_text_back() {
    for (why, text) in HOSTILE {
        let json = String::from_utf8(bytes(&everywhere(text), Format::Json)).unwrap();
        assert!(
            !json.contains('<'),
            "{why}: cannot close an element it may be put in"
        );
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["articles"][0]["sentences"][0]["text"], *text, "{why}");
        assert_eq!(
            value["articles"][0]["sentences"][1]["tags"][0]["finding"], *text,
            "{why}"
        );
    }
}

/// What a Markdown reader makes of it besides text: an address we would not link, markup, an
/// image, code, mathematics, a table, a footnote that we did not write.
fn active_markdown(markdown: &str) -> Option<String> {
    use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
    let all = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, all) {
        let active = match &event {
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Rule
            | Event::TaskListMarker(_) => true,
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                *link_type != LinkType::Autolink
                    || stet_report::link(dest_url).as_deref() != Some(dest_url.as_ref())
            }
            Event::Start(
                Tag::Image { .. }
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Table(_)
                | Tag::MetadataBlock(_)
                | Tag::DefinitionList
                | Tag::Superscript
                | Tag::Subscript,
            ) => true,
            _ => false,
        };
        if active {
            return Some(format!("{event:?}"));
        }
    }
    // GitHub makes links of these, which the parser above does not.
    let bare = |line: &&str| {
        let line = line.replace("<http", "");
        line.contains("www.")
            || line.match_indices("://").any(|(at, _)| {
                !line[..at].ends_with('\\')
                    && !line.starts_with("    s://")
                    && !line.starts_with("    ://")
            })
    };
    markdown.lines().find(bare).map(str::to_owned)
}

/// The shape of the document: its blocks, without the texts. Only lengths of texts may differ.
fn shape(markdown: &str) -> Vec<String> {
    use pulldown_cmark::{Event, Options, Parser};
    let events = Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION);
    events
        .filter_map(|event| match event {
            Event::Start(tag) => Some(format!("{tag:?}")).filter(|tag| {
                !tag.starts_with("Link") && !tag.starts_with("Str") && !tag.starts_with("Emph")
            }),
            _ => None,
        })
        .collect()
}

#[test]
fn markdown_is_inert() {
    let render =
        |text: &str| String::from_utf8(bytes(&everywhere(text), Format::Markdown)).unwrap();
    let plain = shape(&render("A plain sentence."));
    for (why, text) in HOSTILE {
        let markdown = render(text);
        assert_eq!(active_markdown(&markdown), None, "{why}");
        if !text.trim().is_empty() {
            assert_eq!(
                shape(&markdown),
                plain,
                "{why}: headings, lists, quotations and notes are ours alone"
            );
        }
    }
}

#[test]
fn a_word_of_a_megabyte_is_set_like_any_other() {
    for word in [
        "x".repeat(1 << 20),
        "1".repeat(1 << 20),
        "é*<".repeat(1 << 18),
        "\u{202e}".repeat(1 << 16),
    ] {
        let mut b = Builder::new("Long");
        b.block(BlockKind::Paragraph, &[("1", &word)]);
        b.tag("1", KIM, Tag::Disputed, &word).correction = format!("{word}!");
        let view = b.done();
        // A published claim is cut; of the text as a whole nothing is.
        let whole = |format: &&Format| format.is_text() && **format != Format::ClaimReview;
        for &format in Format::ALL.iter().filter(whole) {
            assert!(
                bytes(&view, format).len() >= word.len() / 3,
                "{}",
                format.name()
            );
        }
    }
}

#[test]
fn an_article_without_blocks_has_a_report() {
    let view = Builder::new("").done();
    // These list sentences and nothing else: here none.
    let lists = [Format::ClaimReview, Format::Annotations, Format::Csv];
    let says = |format: &&Format| format.is_text() && !lists.contains(format);
    for &format in Format::ALL.iter().filter(says) {
        let out = String::from_utf8(bytes(&view, format)).unwrap();
        assert!(
            out.contains("There is no sentence to check."),
            "{}",
            format.name()
        );
    }
}
