use super::packed::{epub, epub_with};
use super::*;

#[test]
fn books_as_they_are_written() {
    let table: [(&str, &[&str], &[&str]); 14] = [
        (
            "chapters in the order of the spine",
            &[
                "<h1>Rain</h1><p>It rained.</p>",
                "<h2>Then</h2><p>It stopped.</p>",
            ],
            &[
                "headline: Rain",
                "p: It rained.",
                "heading: Then",
                "p: It stopped.",
            ],
        ),
        (
            "what stands in what",
            &[
                "<p>It rained.</p><ul><li>one</li><li><p>two</p></li></ul><blockquote><p>Indeed.</p></blockquote><figure><img alt=\"no\"/><figcaption>Rain on a roof</figcaption></figure>",
            ],
            &[
                "p: It rained.",
                "item: one",
                "item: two",
                "quote: Indeed.",
                "caption: Rain on a roof",
            ],
        ),
        (
            "tables",
            &["<table><tr><th>Year</th><td>2026</td></tr></table>"],
            &["cell: Year", "cell: 2026"],
        ),
        (
            "words without a paragraph",
            &["It rained.<div>It stopped.</div>Then not."],
            &["p: It rained.", "p: It stopped.", "p: Then not."],
        ),
        (
            "entities of HTML",
            &["<p>It&nbsp;rained &mdash; R&amp;D &#8220;so&#x201D;.</p>"],
            &["p: It rained — R&D “so”."],
        ),
        (
            "slips in the nesting",
            &["<p>It <b>rained.</p><p>It</b> stopped & went.<p>So.</div>"],
            &["p: It rained.", "p: It stopped & went.", "p: So."],
        ),
        (
            "lines broken",
            &["<p>It rained,<br/>they say.<br/><br/>It stopped.</p>"],
            &["p: It rained, they say.", "p: It stopped."],
        ),
        (
            "navigation, scripts, hidden parts",
            &[
                "<nav><ol><li>no</li></ol></nav><script>no</script><p hidden=\"hidden\">no</p><p>It <span epub:type=\"pagebreak\">12</span>rained.</p>",
            ],
            &["p: It rained."],
        ),
        (
            "classes that say what they are",
            &["<p class=\"x title\">Rain</p><p class=\"byline\">Ann Lee</p><p>It rained.</p>"],
            &["headline: Rain", "credit: Ann Lee", "p: It rained."],
        ),
        (
            "readings above words",
            &["<p><ruby>漢字<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>。</p>"],
            &["p: 漢字。"],
        ),
        (
            "pictures of letters are none",
            &["<svg xmlns=\"http://www.w3.org/2000/svg\"><text>no</text></svg><p>It rained.</p>"],
            &["p: It rained."],
        ),
        (
            "words within a link to another part",
            &["<p>See <a href=\"#x\">below</a>.</p>"],
            &["p: See below."],
        ),
        (
            "a heading that links back",
            &["<p>It rained.</p><h2><a href=\"toc.xhtml#x\">Then</a></h2><p>It stopped.</p>"],
            &["p: It rained.", "heading: Then", "p: It stopped."],
        ),
        (
            "a heading in bold only",
            &[
                "<p>It rained all day and all night.</p><p><b>What came then</b></p><p>It stopped in the morning.</p>",
            ],
            &[
                "p: It rained all day and all night.",
                "heading: What came then",
                "p: It stopped in the morning.",
            ],
        ),
    ];
    for (why, chapters, expected) in table {
        let document = read_plainly("a.epub", &epub(chapters)).unwrap();
        assert_eq!(shown(&document), expected, "{why}");
    }
}

#[test]
fn notes_and_links_are_on_their_words() {
    let chapters = [
        r##"<p>It rained.<a epub:type="noteref" href="#n1"><sup>1</sup></a> It stopped.<sup><a href="c%201.xhtml#n2">2</a></sup> See <a href="https://a.example/x">this <i>page</i></a>.</p><aside epub:type="footnote" id="n1"><p><a href="#r1">1</a> Report, p. 4.</p></aside>"##,
        r##"<section epub:type="endnotes"><h2>Notes</h2><ol><li epub:type="endnote" id="n2"><p>Interview. <a epub:type="backlink" href="c%200.xhtml#r2">↩</a></p></li></ol></section>"##,
    ];
    let document = read_plainly("a.epub", &epub(&chapters)).unwrap();
    assert_eq!(
        shown(&document),
        ["p: It rained. It stopped. See this page.", "heading: Notes"]
    );
    assert_eq!(
        remarks(&document),
        [
            "note by  after “It rained.”: Report, p. 4.",
            "note by  after “It stopped.”: Interview.",
            "link by  on “this page”: https://a.example/x",
        ]
    );
}

#[test]
fn metadata_contents_and_styles() {
    let metadata = r#"<dc:title>Rain</dc:title><dc:title>A book</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Chen</dc:creator><dc:publisher>The Ledger</dc:publisher><dc:date opf:event="modification">2026-02-02</dc:date><dc:date>2026-01-05T08:00:00Z</dc:date><dc:language>en-GB</dc:language><dc:identifier>urn:isbn:1</dc:identifier><dc:source>https://a.example/rain</dc:source>"#;
    let more = r#"<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="s" href="s.css" media-type="text/css"/>"#;
    let nav = r#"<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="c%200.xhtml">First
 part</a></li></ol></nav></body></html>"#;
    let chapter = r#"<p>It rained all day and all night, and then some.</p><p>First part</p><p>It stopped.</p><p class="big">What came then</p><p>It rained again, for most of a week, as it does here.</p>"#;
    let bytes = epub_with(
        &[chapter],
        metadata,
        more,
        &[
            ("OEBPS/nav.xhtml", nav),
            ("OEBPS/s.css", ".big { font-weight: bold; }"),
        ],
    );
    let document = read_plainly("book", &bytes).unwrap();
    assert_eq!(
        shown(&document)[1],
        "heading: First part",
        "the contents list it"
    );
    assert_eq!(
        shown(&document)[3],
        "heading: What came then",
        "its class is bold"
    );
    let meta = document.meta;
    assert_eq!(
        (meta.title.as_str(), meta.publisher.as_str()),
        ("Rain", "The Ledger")
    );
    assert_eq!(meta.authors, ["Ann Lee", "Bo Chen"]);
    assert_eq!(
        (meta.published.as_str(), meta.language.as_str()),
        ("2026-01-05", "en-GB")
    );
    assert_eq!(meta.url, "https://a.example/rain");
}
