//! Whole pages, made for this, and what is read of them.

use stet_core::error::Code;
use stet_core::view::RemarkKind;

use crate::document::{Choices, Document, LeftOut};

const STORY: &str = include_str!("story.html");

fn read(bytes: &[u8]) -> Document {
    crate::read("page.html", bytes, &Choices::default()).unwrap()
}

/// `kind: words` of each block of the article, the words cut short.
fn shown(document: &Document) -> Vec<String> {
    let kept = document
        .blocks
        .iter()
        .filter(|block| block.left_out.is_none());
    kept.map(|block| {
        let words: Vec<&str> = block.text.split(' ').take(4).collect();
        format!("{:?}: {}", block.kind, words.join(" "))
    })
    .collect()
}

#[test]
fn a_news_page() {
    let choices = Choices {
        address: Some("https://www.tidings.example/harbour/cranes".into()),
        ..Choices::default()
    };
    let document = crate::read("cranes.html", STORY.as_bytes(), &choices).unwrap();
    assert_eq!(
        shown(&document),
        [
            "Headline: Quarrel over the cranes",
            "Deck: The port wants to",
            "Credit: By Ann Lee and",
            "Caption: The north quay on",
            "Paragraph: The harbour board said",
            "Paragraph: Dockers doubt that. “We",
            "Quotation: “A crane does not",
            "Heading: What the tests found",
            "Paragraph: In March the board",
            "ListItem: Two of eleven containers",
            "ListItem: One cable was found",
            "Paragraph: The report is due",
        ]
    );
    let meta = &document.meta;
    assert_eq!(meta.title, "Quarrel over the cranes");
    assert_eq!(meta.authors, ["Ann Lee", "Bo Chen"]);
    assert_eq!(meta.publisher, "Tidings");
    assert_eq!(meta.published, "2026-11-05");
    assert_eq!(
        meta.url,
        "https://www.tidings.example/harbour/cranes-quarrel"
    );
    assert_eq!(meta.language, "en-GB");
    let around: String = document
        .blocks
        .iter()
        .filter(|block| block.left_out == Some(LeftOut::AroundArticle))
        .map(|block| format!("{}\n", block.text))
        .collect();
    for words in [
        "Home · World · Sport",
        "Most read",
        "I never liked that quay",
        "All rights",
    ] {
        assert!(
            around.contains(words),
            "{words:?} is left out, not lost: {around}"
        );
    }
    assert!(!around.contains("tracker"), "scripts are no text: {around}");
}

#[test]
fn links_have_whole_addresses_and_places() {
    let choices = Choices {
        address: Some("https://www.tidings.example/harbour/cranes".into()),
        ..Choices::default()
    };
    let document = crate::read("cranes.html", STORY.as_bytes(), &choices).unwrap();
    let kept = |block: u32| document.blocks[block as usize].left_out.is_none();
    let links: Vec<(String, &str)> = document
        .remarks
        .iter()
        .filter(|remark| remark.kind == RemarkKind::Link && kept(remark.block))
        .map(|remark| {
            let text = &document.blocks[remark.block as usize].text;
            let words = text
                .chars()
                .skip(remark.start.0 as usize)
                .take((remark.end.0 - remark.start.0) as usize);
            (words.collect(), remark.text.as_str())
        })
        .collect();
    assert_eq!(
        links,
        [
            (
                "said on Monday".into(),
                "https://www.tidings.example/harbour/statement"
            ),
            ("a survey".into(), "https://union.example/survey?year=2026"),
        ],
        "relative ones are resolved; those to scripts, mail and places in the page go"
    );
}

#[test]
fn small_pages() {
    let long = "The ferry to the islands will not sail before Thursday, the company said. ";
    let table: [(&str, String, &[&str]); 8] = [
        (
            "a piece that was pasted",
            "<p>The mill burned down in 1931.</p><p>It was <b>never</b> rebuilt.</p>".into(),
            &[
                "Paragraph: The mill burned down",
                "Paragraph: It was never rebuilt.",
            ],
        ),
        (
            "broken markup",
            format!("<div><p>{long}<p>{long}<b><i>{long}</b></i></div></span><p>{long}"),
            &[
                "Paragraph: The ferry to the",
                "Paragraph: The ferry to the",
                "Paragraph: The ferry to the",
            ],
        ),
        (
            "lines and paragraphs of breaks",
            format!("<div>{long}{long}<br><br>{long}<br>{long}</div>"),
            &[
                "Paragraph: The ferry to the",
                "Paragraph: The ferry to the",
                "Paragraph: The ferry to the",
            ],
        ),
        (
            "a quotation",
            format!(
                "<p>{long}{long}</p><blockquote><p>We shall sail when the wind drops.</p></blockquote><p>{long}</p>"
            ),
            &[
                "Paragraph: The ferry to the",
                "Quotation: We shall sail when",
                "Paragraph: The ferry to the",
            ],
        ),
        (
            "hidden characters stay",
            format!("<p>{long}A\u{202e}B\u{200b}C.</p>"),
            &["Paragraph: The ferry to the"],
        ),
        (
            "a table that lays out the page",
            format!(
                "<table><tr><td><a href='/'>Home</a></td><td><p>{long}{long}</p><p>{long}</p></td></tr></table>"
            ),
            &["Paragraph: The ferry to the", "Paragraph: The ferry to the"],
        ),
        (
            "XHTML",
            format!(
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{long}</p></body></html>"
            ),
            &["Paragraph: The ferry to the"],
        ),
        (
            "an entity of XML is no bomb here",
            format!("<!DOCTYPE html [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><p>{long}&c;</p>"),
            &["Paragraph: The ferry to the"],
        ),
    ];
    for (why, page, expected) in table {
        assert_eq!(shown(&read(page.as_bytes())), expected, "{why}");
    }
    let hidden = read(format!("<p>{long}A\u{202e}B\u{200b}C.</p>").as_bytes());
    assert!(hidden.blocks[0].text.ends_with("A\u{202e}B\u{200b}C."));
}

#[test]
fn pages_without_an_article() {
    let table = [
        ("nothing in it", "<html><body></body></html>".to_owned()),
        (
            "frames",
            "<frameset><frame src=a.html><noframes>No.</noframes></frameset>".into(),
        ),
        (
            "only a script",
            "<script>document.write('<p>A story of words.')</script>".into(),
        ),
        (
            "a menu",
            "<ul>".to_owned()
                + &"<li><a href='/x'>A section of the site</a></li>".repeat(40)
                + "</ul>",
        ),
        (
            "a form to log in",
            "<form><label>Name</label><input><label>Word</label></form>".into(),
        ),
    ];
    for (why, page) in table {
        let error = crate::read("page.html", page.as_bytes(), &Choices::default()).unwrap_err();
        assert_eq!(error.code, Code::FileEmpty, "{why}");
        assert_eq!(error.message, "No article was found in page.html.", "{why}");
        assert!(error.hint.contains("paste"), "{why}: says what to do");
    }
}

#[test]
fn encodings() {
    let russian = "Порт откроют в четверг, сообщила компания. Кран испытывали восемь недель.";
    let japanese = "港は木曜日に開くと会社は発表した。クレーンは八週間試験された。";
    let page = |head: &str, text: &str| format!("<html><head>{head}</head><p>{text}</p>");
    let meta = |label: &str| {
        format!("<meta http-equiv=Content-Type content='text/html; charset={label}'>")
    };
    let table = [
        (
            "declared",
            meta("windows-1251"),
            russian,
            "windows-1251",
            false,
        ),
        (
            "declared briefly",
            "<meta charset=\"Shift_JIS\">".into(),
            japanese,
            "Shift_JIS",
            false,
        ),
        ("not declared", String::new(), russian, "windows-1251", true),
        ("not declared", String::new(), japanese, "Shift_JIS", true),
        (
            "escaped",
            meta("iso-2022-jp"),
            japanese,
            "ISO-2022-JP",
            false,
        ),
        ("not declared", String::new(), russian, "UTF-8", false),
        (
            "declared wrongly",
            meta("windows-1252"),
            russian,
            "UTF-8",
            false,
        ),
        (
            "declared as what cannot be",
            meta("utf-16"),
            russian,
            "UTF-8",
            false,
        ),
    ];
    for (why, head, text, name, guessed) in table {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
        let page = page(&head, text);
        let document = read(&encoding.encode(&page).0);
        let why = format!("{name} {why}");
        assert_eq!(document.blocks[0].text, text, "{why}");
        let found = document.encoding.unwrap();
        assert_eq!(
            (found.name.as_str(), found.guessed),
            (name, guessed),
            "{why}"
        );
    }
    let choices = Choices {
        encoding: Some("koi8-r".into()),
        ..Choices::default()
    };
    let bytes = encoding_rs::KOI8_R
        .encode(&page("", russian))
        .0
        .into_owned();
    let document = crate::read("page.html", &bytes, &choices).unwrap();
    assert_eq!(
        document.blocks[0].text, russian,
        "the person's choice settles it"
    );
}

#[test]
fn what_pages_say_of_themselves() {
    let text =
        "The ferry to the islands will not sail before Thursday, the company said. ".repeat(3);
    let table: [(&str, &str, [&str; 5]); 6] = [
        (
            "Open Graph",
            "<meta property='og:title' content='No ferry | The Isle'><meta property='og:site_name' content='The Isle'>\
             <meta property='article:published_time' content='2026-11-05T08:00:00Z'><meta name=author content='By Ann Lee'>\
             <link rel=canonical href='https://isle.example/ferry'>",
            [
                "No ferry",
                "Ann Lee",
                "The Isle",
                "2026-11-05",
                "https://isle.example/ferry",
            ],
        ),
        (
            "a paper's citation",
            "<meta name=citation_title content='On ferries'><meta name=citation_author content='Lee, Ann'>\
             <meta name=citation_author content='Chen, Bo'><meta name=citation_date content='2026/11/05'>\
             <meta name=citation_journal_title content='Journal of Ferries'>",
            [
                "On ferries",
                "Lee, Ann; Chen, Bo",
                "Journal of Ferries",
                "2026-11-05",
                "",
            ],
        ),
        (
            "Dublin Core",
            "<title>x</title><meta name='DC.title' content='Ferries'><meta name='dc.creator' content='Ann Lee and Bo Chen'>\
             <meta name='dc.date' content='5 November 2026'><meta name='dc.publisher' content='Isle'>",
            ["Ferries", "Ann Lee; Bo Chen", "Isle", "2026-11-05", ""],
        ),
        (
            "a graph, with references and a line break in a string",
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"},\
             {\"@type\":[\"NewsArticle\"],\"headline\":\"No\nferry\",\"author\":{\"@id\":\"#a\"},\"publisher\":{\"name\":\"Isle\"},\
             \"datePublished\":\"2026-11-05\"}]}</script>",
            ["No ferry", "Ann Lee", "Isle", "2026-11-05", ""],
        ),
        (
            "nothing but a title and a time",
            "<title>No ferry - Isle News</title><meta name=application-name content='Isle News'><body><time datetime='2026-11-05'>x</time>",
            ["No ferry", "", "Isle News", "2026-11-05", ""],
        ),
        (
            "no address but the web's, no date but a whole one",
            "<title>Ferry</title><link rel=canonical href='javascript:alert(1)'><meta name=date content='11/05/2026'>\
             <meta name=author content='https://isle.example/ann'>",
            ["Ferry", "", "", "", ""],
        ),
    ];
    for (why, head, [title, authors, publisher, published, url]) in table {
        let meta = read(format!("{head}<p>{text}</p>").as_bytes()).meta;
        assert_eq!(
            [
                meta.title,
                meta.authors.join("; "),
                meta.publisher,
                meta.published,
                meta.url
            ],
            [title, authors, publisher, published, url],
            "{why}"
        );
    }
}
