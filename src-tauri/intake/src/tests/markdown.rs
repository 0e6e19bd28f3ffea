use super::*;

#[test]
fn structures_become_blocks() {
    let table: [(&str, &str, &[&str]); 29] = [
        (
            "headline and paragraphs",
            "# Dam fails\n\nIt broke.\n\nIt\nrained.",
            &["headline: Dam fails", "p: It broke.", "p: It rained."],
        ),
        (
            "an underlined headline",
            "Dam fails\n===\n\nIt broke.",
            &["headline: Dam fails", "p: It broke."],
        ),
        (
            "further headings",
            "# Dam\n\n## Why\n\n# More\n\nIt broke.",
            &[
                "headline: Dam",
                "heading: Why",
                "heading: More",
                "p: It broke.",
            ],
        ),
        (
            "a first heading of another level is no headline",
            "Note.\n\n## Why\n\n# Dam",
            &["p: Note.", "heading: Why", "heading: Dam"],
        ),
        (
            "a short first paragraph is one, as in plain text",
            "Dam fails\n\nIt broke.",
            &["headline: Dam fails", "p: It broke."],
        ),
        (
            "the deck",
            "# Dam\n\n*Two hurt,\none lost.*\n\nIt broke.",
            &["headline: Dam", "deck: Two hurt, one lost.", "p: It broke."],
        ),
        (
            "a deck in bold and with a link",
            "# Dam\n\n**Two [hurt](x).**\n\nIt broke.",
            &["headline: Dam", "deck: Two hurt.", "p: It broke."],
        ),
        (
            "not wholly emphasised",
            "# Dam\n\n*Two* hurt.\n\nIt broke.",
            &["headline: Dam", "p: Two hurt.", "p: It broke."],
        ),
        (
            "not right after the headline",
            "# Dam\n\nIt broke.\n\n*Two hurt.*",
            &["headline: Dam", "p: It broke.", "p: Two hurt."],
        ),
        (
            "caption and credit",
            "Caption: The *dam*.\n\nCredit: A. B.\n\nIt broke.",
            &["caption: The dam.", "credit: A. B.", "p: It broke."],
        ),
        (
            "the words alone are none",
            "It broke.\n\nCaption:\n\nCredit where due.",
            &["p: It broke.", "p: Caption:", "p: Credit where due."],
        ),
        (
            "a picture's words are a caption",
            "It broke.\n\n![The *dam*](a.png \"title\")\n\n![](b.png)",
            &["p: It broke.", "caption: The dam"],
        ),
        (
            "a picture in a paragraph",
            "It ![the dam](a.png) broke.",
            &["p: It broke.", "caption: the dam"],
        ),
        (
            "a quotation of two paragraphs",
            "It broke.\n\n> So sad.\n>\n> So old.",
            &["p: It broke.", "quote: So sad.", "quote: So old."],
        ),
        (
            "lists, tight and loose",
            "It broke.\n\n- one\n- two\n\n1. three\n\n2. four",
            &[
                "p: It broke.",
                "item: one",
                "item: two",
                "item: three",
                "item: four",
            ],
        ),
        (
            "a list in a list",
            "It broke.\n\n- one\n  - two\n\n  more",
            &["p: It broke.", "item: one", "item: two", "item: more"],
        ),
        (
            "a quotation in a list",
            "It broke.\n\n- one\n\n  > two\n\n  three",
            &["p: It broke.", "item: one", "quote: two", "item: three"],
        ),
        (
            "a list of things to do",
            "It broke.\n\n- [x] one\n- [ ] two",
            &["p: It broke.", "item: one", "item: two"],
        ),
        (
            "a table, row by row",
            "It broke.\n\n| a | b |\n|---|:-:|\n| *c* | |\n| d | e |",
            &[
                "p: It broke.",
                "cell: a",
                "cell: b",
                "cell: c",
                "cell: d",
                "cell: e",
            ],
        ),
        (
            "links, marks and code keep their words",
            "It [broke](http://x.y) **on** ~~a~~ `Mon` <http://z.w>.",
            &["p: It broke on a Mon http://z.w."],
        ),
        (
            "a block of code",
            "It broke.\n\n```rust\nlet a;\n\nlet b;\n```\n\n    c",
            &["p: It broke.", "p: let a; let b;", "p: c"],
        ),
        (
            "hard breaks are spaces",
            "It  \nbroke\\\non Monday.",
            &["p: It broke on Monday."],
        ),
        (
            "a rule says nothing",
            "It broke.\n\n---\n\nIt rained.",
            &["p: It broke.", "p: It rained."],
        ),
        (
            "entities and escapes are what they stand for",
            "A&amp;B &lt; 3 \\* 4\\. &copy; &#233;.",
            &["p: A&B < 3 * 4. © é."],
        ),
        (
            "quotation marks stay as typed",
            "\"It\" broke -- so...",
            &["p: \"It\" broke -- so..."],
        ),
        (
            "footnotes follow where they stand",
            "It broke[^1].\n\n[^1]: Says the board.\n\nIt rained.",
            &["p: It broke.", "p: Says the board.", "p: It rained."],
        ),
        (
            "link definitions are not text",
            "It [broke][1].\n\n[1]: http://x.y 'z'",
            &["p: It broke."],
        ),
        (
            "a rule at the top is no settings",
            "---\nIt broke on Monday.\n\n---\n\nIt rained.",
            &["p: It broke on Monday.", "p: It rained."],
        ),
        (
            "wrapped Chinese takes no spaces",
            "水坝决口，\n无人受伤。",
            &["p: 水坝决口，无人受伤。"],
        ),
    ];
    for (why, text, expected) in table {
        let document = read_plainly("a.md", text.as_bytes()).unwrap();
        assert_eq!(shown(&document), expected, "{why}");
        assert!(document.notes.is_empty(), "{why}: {:?}", document.notes);
        let windows = read_plainly("a.md", text.replace('\n', "\r\n").as_bytes()).unwrap();
        assert_eq!(shown(&windows), expected, "{why}, with CRLF");
    }
}

#[test]
fn what_is_left_out_is_said() {
    let html = "Raw HTML was left out. Words missing? Save the article as plain text.";
    let front = "The settings at the top of the file (front matter) were left out.";
    let table: [(&str, &str, &[&str], &[&str]); 5] = [
        (
            "tags in a paragraph",
            "It <b>broke</b>.",
            &["p: It broke."],
            &[html],
        ),
        (
            "a line break is a space",
            "It<br/>broke<BR>.",
            &["p: It broke ."],
            &[],
        ),
        (
            "a block of HTML",
            "It broke.\n\n<div>\nlost\n</div>\n\nIt rained.",
            &["p: It broke.", "p: It rained."],
            &[html],
        ),
        (
            "scripts",
            "<script>alert(1)</script>\n\nIt broke.",
            &["p: It broke."],
            &[html],
        ),
        (
            "settings",
            "---\ntitle: Dam\ntags:\n  - a\n# why\n---\n\nIt broke.",
            &["p: It broke."],
            &[front],
        ),
    ];
    for (why, text, blocks, notes) in table {
        let document = read_plainly("a.md", text.as_bytes()).unwrap();
        assert_eq!(shown(&document), blocks, "{why}");
        assert_eq!(document.notes, notes, "{why}");
    }
}

#[test]
fn one_text_in_two_formats_meets() {
    let text = "Dam fails\n\nIt broke on Monday.\n\nTwo people were hurt, the board said.";
    let plain = read_plainly("a.txt", text.as_bytes()).unwrap();
    let marked = read_plainly(
        "b.md",
        format!("# {}", text.replace("Two people", "**Two\npeople**")).as_bytes(),
    )
    .unwrap();
    assert_eq!(
        Draft::new(&kept(&plain)).id(),
        Draft::new(&kept(&marked)).id()
    );
    assert_eq!(
        (plain.meta.title, plain.format),
        ("Dam fails".into(), Format::Text)
    );
    assert_eq!(
        (marked.meta.title, marked.format),
        ("Dam fails".into(), Format::Markdown)
    );
}
