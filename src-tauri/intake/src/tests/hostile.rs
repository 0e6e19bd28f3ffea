use proptest::prelude::*;

use super::*;

#[test]
fn hostile_texts_are_read_in_time_that_grows_with_their_size() {
    let table = [
        ("quotations in quotations", ">".repeat(100_000) + " deep"),
        ("quotations with spaces", "> ".repeat(50_000) + "deep"),
        ("lists in lists", "- ".repeat(50_000) + "deep"),
        ("lists and quotations", "> - ".repeat(25_000) + "deep"),
        (
            "indented lists",
            (0..2_000)
                .map(|n| format!("{}- deep\n", "  ".repeat(n)))
                .collect(),
        ),
        (
            "a deep list, then empty lines",
            "- ".repeat(5_000) + "deep" + &"\n".repeat(300_000) + "deep",
        ),
        (
            "a deep quotation, then lines",
            ">".repeat(20_000) + "deep" + &"\n> deep".repeat(100_000),
        ),
        ("brackets never closed", "[".repeat(100_000) + " deep"),
        (
            "pictures in pictures",
            "![".repeat(50_000) + "deep" + &"](x)".repeat(50_000),
        ),
        (
            "links in links",
            "[".repeat(50_000) + "deep" + &"](x)".repeat(50_000),
        ),
        ("emphasis never closed", "*a _b ".repeat(50_000) + "deep"),
        (
            "emphasis in emphasis",
            "*".repeat(50_000) + "deep" + &"*".repeat(50_000),
        ),
        (
            "back ticks of every length",
            (1..1_000).map(|n| "`".repeat(n) + " deep ").collect(),
        ),
        ("HTML never closed", "<a ".repeat(100_000) + "deep"),
        ("comments never closed", "deep <!-- ".repeat(50_000)),
        (
            "declarations never closed",
            "deep <!X <? <![CDATA[ ".repeat(20_000),
        ),
        ("footnotes", "[^1]: deep ".repeat(20_000)),
        (
            "link definitions",
            (0..50_000)
                .map(|n| format!("[a{n}]: x\n"))
                .collect::<String>()
                + "\n[a1] deep",
        ),
        (
            "a wide table",
            "|a".repeat(20_000) + "|\n" + &"|-".repeat(20_000) + "|\n|deep|\n",
        ),
        ("one line of a megabyte", "deep ".repeat(210_000)),
        ("one word of a megabyte", "deep".repeat(262_144)),
        (
            "one space of a megabyte",
            "deep".to_owned() + &" ".repeat(1 << 20) + "end",
        ),
        ("line ends only", "\r".repeat(1 << 20) + "deep"),
        ("entities", "&amp;&#x110000;&#0;".repeat(50_000) + "deep"),
        ("combining marks", "e\u{301}".repeat(200_000) + "deep"),
    ];
    for (why, text) in table {
        for name in ["a.txt", "a.md"] {
            let begun = std::time::Instant::now();
            let document = read_plainly(name, text.as_bytes());
            let took = begun.elapsed();
            assert!(took.as_secs() < 10, "{why} as {name} took {took:?}");
            let document = document.unwrap_or_else(|error| panic!("{why} as {name}: {error}"));
            let draft = Draft::new(&kept(&document));
            assert!(
                draft.text().contains("deep") || name == "a.md",
                "{why} as {name} lost its word"
            );
            assert!(
                document.meta.title.chars().count() <= 200,
                "{why}: {}",
                document.meta.title
            );
        }
    }
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(name in "(a|-)(\\.(txt|md|x))?", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(document) = read_plainly(&name, &bytes) {
            prop_assert!(!Draft::new(&kept(&document)).text().is_empty());
            prop_assert!(!document.meta.title.trim().is_empty());
        }
    }

    #[test]
    fn no_markdown_makes_it_panic(text in "[a-cé *_`>#|\\[\\]()!<>:\n0-9-]{0,200}") {
        let _ = read_plainly("a.md", text.as_bytes());
    }

    #[test]
    fn plain_text_loses_no_word(text in "[a-cA-Cé0-9 .,!\n\r\t]{0,200}") {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        if let Ok(document) = read_plainly("-", text.as_bytes()) {
            prop_assert_eq!(words(Draft::new(&kept(&document)).text()), words(&text));
        }
    }
}
