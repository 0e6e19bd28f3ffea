//! Whatever stands in an article, a finding or a name comes back as what it is.

use stet_core::view::{ArticleView, BlockKind, Tag};
use stet_report::Notes;

use super::{
    NOTES,
    common::{ANA, Builder, KIM, dossier},
    package::{Node, Word},
    sound, word,
};

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
    b.sentence("2").debts = vec![text.into()];
    b.sentence("2").label = text.into();
    b.done()
}

/// Texts that come back letter for letter.
const AS_THEY_ARE: &[(&str, &str)] = &[
    (
        "markup of Word's",
        "</w:t></w:r><w:r><w:fldSimple w:instr=\"DDEAUTO c:\\\\x\"/>",
    ),
    ("an attribute's end", "\"/><w:altChunk r:id=\"x\"/> '"),
    ("an entity", "&lt;x&gt; &#60; &xxe;"),
    ("CDATA and a comment", "]]> <!-- x --> <![CDATA[ <?x?>"),
    (
        "a document type",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    ),
    (
        "a field",
        "{ DDEAUTO cmd \"/c calc\" } { HYPERLINK \"https://evil.example\" }",
    ),
    ("a field of contents", "TC \"forged\" \\l 1"),
    ("a formula", "=HYPERLINK(\"https://evil.example\")"),
    ("a script address", "javascript:alert(1)"),
    ("a file address", "file:///etc/passwd"),
    ("a share", "\\\\evil.example\\share\\x"),
    ("a user part", "https://good.example@evil.example/"),
    ("a host that Word trips over", "https://a..b.example/"),
    ("a port that is none", "https://example.org:99999/"),
    ("a template", "{{ 7*7 }} ${x} %s"),
    ("emoji", "👩\u{200d}🚒 🇨🇭 ☎\u{fe0f}"),
    ("right to left", "السد العالي 49 בנין הסכר"),
    ("scripts in turn", "The سد and 大坝, 1936."),
    ("no spaces", "大坝建于一九三六年。"),
    ("combining", "Z\u{35c}\u{35c}\u{35c}a\u{35c}lgo"),
    ("spaces at the ends", "  two  "),
    ("lines and tabs", "one\n\ttwo\nthree"),
    (
        "long",
        "0123456789abcdefghij0123456789abcdefghij0123456789abcdefghij0123456789abcdefghij",
    ),
];

#[test]
fn texts_come_back_as_what_they_are() {
    for (why, text) in AS_THEY_ARE {
        for notes in NOTES {
            let word = word(&dossier(&everywhere(text)), notes);
            sound(why, &word);
            let document = word.read("word/document.xml").join("\n");
            // Title, label, four sentences, findings, sources.
            assert!(document.matches(text).count() >= 8, "{why}: {document}");
            let part = match notes {
                Notes::Endnotes => "word/endnotes.xml",
                Notes::Comments | Notes::AllComments => "word/comments.xml",
            };
            assert!(
                word.read(part).join("\n").contains(text),
                "{why}: in {part}"
            );
        }
    }
}

#[test]
fn nothing_from_outside_acts() {
    let plain = actors(&word(
        &dossier(&everywhere("A plain sentence.")),
        Notes::Comments,
    ));
    for (why, text) in AS_THEY_ARE {
        let word = word(&dossier(&everywhere(text)), Notes::Comments);
        assert_eq!(
            actors(&word),
            plain,
            "{why}: fields and controls are ours alone"
        );
        assert_eq!(
            word.all("word/_rels/document.xml.rels", "Relationship", "TargetMode"),
            Vec::<String>::new(),
            "{why}: is no address that may be followed"
        );
    }
    let linked = word(
        &dossier(&everywhere("https://example.org/a?b=c&d#e")),
        Notes::Comments,
    );
    let relations = linked.nodes("word/_rels/document.xml.rels");
    assert!(
        relations.iter().any(|node| matches!(node, Node::Open(_, attributes)
            if attributes.get("Target").is_some_and(|target| target == "https://example.org/a?b=c&d#e"))),
        "a web address is linked"
    );
}

/// How many elements there are that could do something, by name.
fn actors(word: &Word) -> Vec<(&'static str, usize)> {
    [
        "w:fldSimple",
        "w:instrText",
        "w:fldChar",
        "w:sdt",
        "w:altChunk",
        "w:object",
        "w:drawing",
        "w:subDoc",
    ]
    .map(|name| (name, word.count(name)))
    .to_vec()
}

#[test]
fn hidden_characters_are_seen_in_every_part() {
    for (why, text, shown) in [
        (
            "bidi override",
            "user\u{202e}txt.exe",
            "user⟦U+202E⟧txt.exe",
        ),
        ("isolates left open", "\u{2066}\u{2067}", "⟦U+2066⟧⟦U+2067⟧"),
        (
            "zero width",
            "pass\u{200b}\u{feff}word",
            "pass⟦U+200B⟧⟦U+FEFF⟧word",
        ),
        (
            "controls",
            "a\0b\u{1b}[31mc\u{85}",
            "a⟦U+0000⟧b⟦U+001B⟧[31mc⟦U+0085⟧",
        ),
        ("non-characters", "\u{ffff}\u{fdd0}", "⟦U+FFFF⟧⟦U+FDD0⟧"),
        ("tags", "\u{e0041}", "⟦U+E0041⟧"),
        ("line separators", "a\u{2028}b", "a⟦U+2028⟧b"),
    ] {
        for notes in NOTES {
            let word = word(&dossier(&everywhere(text)), notes);
            sound(why, &word);
            assert!(
                word.read("word/document.xml")
                    .join("\n")
                    .matches(shown)
                    .count()
                    >= 8,
                "{why}"
            );
            for (name, part) in &word.parts {
                let left: Vec<char> = text
                    .chars()
                    .filter(|&c| !c.is_ascii_graphic() && part.contains(c))
                    .collect();
                assert!(left.is_empty(), "{why}: {left:?} in {name}");
            }
        }
    }
}

#[test]
fn a_word_of_a_megabyte_is_set_like_any_other() {
    for text in [
        "x".repeat(1 << 20),
        "é水*<".repeat(1 << 13),
        "\u{202e}".repeat(1 << 15),
    ] {
        let mut b = Builder::new("Long");
        b.block(BlockKind::Paragraph, &[("1", &text)]);
        b.tag("1", KIM, Tag::Disputed, &text).correction = format!("{text}!");
        sound("long", &word(&dossier(&b.done()), Notes::Comments));
    }
}

#[test]
fn an_article_without_text_has_a_report() {
    for text in ["", "  \n\t "] {
        sound("empty", &word(&dossier(&everywhere(text)), Notes::Comments));
    }
    for notes in NOTES {
        sound(
            "no blocks",
            &word(&dossier(&Builder::new("").done()), notes),
        );
    }
}
