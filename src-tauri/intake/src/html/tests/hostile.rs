//! Pages made to hurt, and any bytes at all: read or refused, in time that grows with their size.

use stet_core::error::Code;

use crate::document::Choices;

#[test]
fn hostile_pages_are_answered() {
    let story = "<p>The ferry to the islands will not sail before Thursday, the company said.</p>";
    let many = if cfg!(debug_assertions) {
        2_000
    } else {
        200_000
    };
    let table = [
        ("deep divisions", "<div>".repeat(many) + story),
        ("deep mixtures", "<div><p><b id=1>".repeat(many / 4) + story),
        (
            "bold without end",
            (0..many).map(|n| format!("<b c={n}>")).collect::<String>() + story,
        ),
        (
            "tables in tables",
            "<table><tr><td>".repeat(many / 8) + story,
        ),
        ("links without end", "<a><p>".repeat(many / 4) + story),
        (
            "attributes",
            format!("<p {}>{story}", "a=1 b ".repeat(many)),
        ),
        (
            "lists of lists in JSON-LD",
            format!(
                "<script type='application/ld+json'>{}</script>{story}",
                "[".repeat(many)
            ),
        ),
        ("angle brackets", "<".repeat(many) + story),
        ("pictures in pictures", "<svg>".repeat(many) + story),
        ("a long word", "a".repeat(many) + story),
        ("many blocks", "<div>a</div>".repeat(many) + story),
    ];
    for (why, page) in table {
        match crate::read("page.html", page.as_bytes(), &Choices::default()) {
            Ok(document) => assert!(document.blocks.len() <= 20_001, "{why}"),
            Err(error) => assert_eq!(error.code, Code::FileEmpty, "{why}"),
        }
    }
}

mod properties {
    use proptest::prelude::*;
    use stet_core::view::BlockKind;

    use super::*;

    /// Markup as it comes, with the tags that matter here.
    fn markup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("The board said that the crane would be tested for eight weeks. ".to_owned()),
            "</?(p|div|b|a|li|ul|table|tr|td|h1|h2|blockquote|figcaption|figure|br|nav|article)>",
            "<a href='/[a-z]{1,5}'>",
            "<(div|p) class='(caption|byline|comment|pullquote|related)'>",
            "[ -~\u{80}-\u{2100}]{0,20}",
        ];
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    fn check(bytes: &[u8]) {
        let Ok(document) = crate::read("page.html", bytes, &Choices::default()) else {
            return;
        };
        for remark in &document.remarks {
            let block = &document.blocks[remark.block as usize];
            let length = block.text.chars().count();
            assert!(remark.start <= remark.end && remark.end.0 as usize <= length);
            assert!(remark.text.starts_with("http"));
        }
        let headlines = document
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Headline && block.left_out.is_none());
        assert!(headlines.count() <= 1);
        assert!(
            document
                .blocks
                .iter()
                .all(|block| !block.text.trim().is_empty())
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            check(&bytes);
        }

        #[test]
        fn any_markup(markup in markup()) {
            check(markup.as_bytes());
        }
    }
}
