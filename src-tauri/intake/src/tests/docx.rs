use super::packed::{WORD, docx, docx_with};
use super::*;
use crate::document::Changes;

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// A run.
fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn styled(style: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#,
        r(text)
    )
}

fn blocks(bytes: &[u8], changes: Changes) -> Vec<String> {
    let choices = Choices {
        changes,
        ..Choices::default()
    };
    shown(&read("a.docx", bytes, &choices).unwrap())
}

#[test]
fn word_as_it_is_written() {
    let box_of = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let table = [
        ("a word in two runs", format!("<w:p>{}{}</w:p>", r("It rai"), r("ned.")), vec!["p: It rained."]),
        ("white space of the file is none of the text", "<w:p>\n <w:r>\n  <w:t> It  </w:t>\n </w:r><w:r><w:t xml:space=\"preserve\"> rained.</w:t></w:r></w:p>".into(), vec!["p: It rained."]),
        ("smart tags and content controls", format!("<w:p><w:smartTag w:element=\"place\">{}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>", r("In Bern "), r("it rained.")), vec!["p: In Bern it rained."]),
        ("a request to fill in", format!("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}", p("Click here."), p("It rained.")), vec!["p: It rained."]),
        ("tabs, breaks, hyphens", "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e.</w:t></w:r></w:p>".into(), vec!["p: a b c\u{2011}d\u{ad}e."]),
        ("two breaks end a paragraph", "<w:p><w:r><w:t>One came.</w:t><w:br/><w:br/><w:t>Two left.</w:t></w:r></w:p>".into(), vec!["p: One came.", "p: Two left."]),
        ("symbols", "<w:p><w:r><w:t>a </w:t><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:t xml:space=\"preserve\"> b.</w:t></w:r></w:p>".into(), vec!["p: a→ b."]),
        ("a field's result, not its instruction", format!("<w:p>{}{}<w:r><w:instrText> REF x </w:instrText></w:r>{}{}{}{}</w:p>", r("See "), field("begin"), field("separate"), r("page 3"), field("end"), r(".")), vec!["p: See page 3."]),
        ("a field in a field's instruction", format!("<w:p>{b}<w:r><w:instrText>IF </w:instrText></w:r>{b}{s}{}{e}{s}{}{e}</w:p>", r("no"), r("Yes."), b = field("begin"), s = field("separate"), e = field("end")), vec!["p: Yes."]),
        ("a field that never ends hides no more than its paragraph", format!("<w:p>{}{}</w:p>{}", field("begin"), r("lost"), p("It rained.")), vec!["p: It rained."]),
        ("a text box once, after its paragraph", format!("<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>", r("It "), box_of("Aside."), box_of("Aside."), r("rained.")), vec!["p: It rained.", "p: Aside."]),
        ("an old text box", format!("<w:p><w:r><w:pict>{}</w:pict></w:r>{}</w:p>", box_of("Aside."), r("It rained.")), vec!["p: It rained.", "p: Aside."]),
        ("tables", format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("Year"), p("2026")), vec!["cell: Year", "cell: 2026"]),
        ("a table in a table", format!("<w:tbl><w:tr><w:tc>{a}<w:tbl><w:tr><w:tc>{b}</w:tc><w:tc>{b}</w:tc></w:tr></w:tbl></w:tc><w:tc>{a}</w:tc></w:tr></w:tbl>", a = p("out"), b = p("in")), vec!["cell: out", "cell: in", "cell: in", "cell: out"]),
        ("a table of one cell is a frame", format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("It rained."), p("It stopped.")), vec!["p: It rained.", "p: It stopped."]),
        ("a list, without its marks", format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>{}</w:p>{}", r("one"), p("It rained.")), vec!["item: one", "p: It rained."]),
        ("a heading by its level", format!("{}<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>{}</w:p>{}", p("It rained."), r("Then"), p("It stopped.")), vec!["p: It rained.", "heading: Then", "p: It stopped."]),
        ("a heading in bold only", format!("{}<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>What came then</w:t></w:r></w:p>{}", p("It rained all day and all night."), p("It stopped in the morning.")), vec!["p: It rained all day and all night.", "heading: What came then", "p: It stopped in the morning."]),
        ("hidden words", format!("<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>rained.</w:t></w:r></w:p>", r("It ")), vec!["p: It rained."]),
        ("how it looked before is no text", "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>It rained.</w:t></w:r></w:p>".into(), vec!["p: It rained."]),
        ("formulas", "<w:p xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath><w:r><w:t xml:space=\"preserve\"> holds.</w:t></w:r></w:p>".into(), vec!["p: a=b holds."]),
        ("ruby above words", format!("<w:p><w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r></w:p>", r("kan"), r("漢字。")), vec!["p: 漢字。"]),
    ];
    for (why, body, expected) in table {
        assert_eq!(blocks(&docx(&body), Changes::Accepted), expected, "{why}");
    }
}

#[test]
fn both_sides_of_changes() {
    let mark = |change: &str| format!("<w:pPr><w:rPr><w:{change} w:id=\"1\"/></w:rPr></w:pPr>");
    let table = [
        (
            "words put in and taken out",
            format!(
                "<w:p>{}<w:ins w:id=\"1\">{}</w:ins><w:del w:id=\"2\"><w:r><w:delText xml:space=\"preserve\">snowed</w:delText></w:r></w:del>{}</w:p>",
                r("It "),
                r("rained"),
                r(".")
            ),
            vec!["p: It rained."],
            vec!["p: It snowed."],
        ),
        (
            "words moved",
            format!(
                "<w:p><w:moveFrom w:id=\"1\">{}</w:moveFrom>{}<w:moveTo w:id=\"2\">{}</w:moveTo></w:p>",
                r("Today "),
                r("it rained "),
                r("today.")
            ),
            vec!["p: it rained today."],
            vec!["p: Today it rained"],
        ),
        (
            "a paragraph's end taken out",
            format!(
                "<w:p>{}{}</w:p>{}",
                mark("del"),
                r("It rained, "),
                p("and it stopped.")
            ),
            vec!["p: It rained, and it stopped."],
            vec!["p: It rained,", "p: and it stopped."],
        ),
        (
            "a paragraph's end put in",
            format!(
                "<w:p>{}{}</w:p>{}",
                mark("ins"),
                r("It rained. "),
                p("It stopped.")
            ),
            vec!["p: It rained.", "p: It stopped."],
            vec!["p: It rained. It stopped."],
        ),
        (
            "a paragraph taken out whole",
            format!(
                "{}<w:p>{}<w:del w:id=\"3\"><w:r><w:delText>No.</w:delText></w:r></w:del></w:p>{}",
                p("One came."),
                mark("del"),
                p("Two left.")
            ),
            vec!["p: One came.", "p: Two left."],
            vec!["p: One came.", "p: No.", "p: Two left."],
        ),
        (
            "put in within a link",
            format!(
                "<w:p><w:hyperlink r:id=\"web\">{}<w:ins w:id=\"1\">{}</w:ins></w:hyperlink></w:p>",
                r("It "),
                r("rained.")
            ),
            vec!["p: It rained."],
            vec!["p: It"],
        ),
        (
            "put in, then taken out again",
            format!(
                "<w:p>{}<w:ins w:id=\"1\"><w:del w:id=\"2\"><w:r><w:delText>not </w:delText></w:r></w:del></w:ins>{}</w:p>",
                r("It "),
                r("rained.")
            ),
            vec!["p: It rained."],
            vec!["p: It rained."],
        ),
        (
            "a number put in is no end of a paragraph",
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/><w:ins w:id=\"1\"/></w:numPr></w:pPr><w:ins w:id=\"2\">{}</w:ins></w:p>{}",
                r("one"),
                p("It rained.")
            ),
            vec!["item: one", "p: It rained."],
            vec!["p: It rained."],
        ),
    ];
    for (why, body, accepted, original) in table {
        let bytes = docx(&body);
        assert_eq!(
            blocks(&bytes, Changes::Accepted),
            accepted,
            "{why}: accepted"
        );
        assert_eq!(
            blocks(&bytes, Changes::Original),
            original,
            "{why}: original"
        );
        assert!(
            read_plainly("a.docx", &bytes).unwrap().tracked_changes,
            "{why}: said so"
        );
    }
}

#[test]
fn styles_say_what_a_paragraph_is() {
    let styles = format!(
        r#"<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="U"><w:name w:val="Subtitle"/></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Between"/><w:basedOn w:val="H"/></w:style>
        <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
        <w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:name w:val="Byline"/></w:style>
        <w:style w:type="paragraph" w:styleId="L"><w:name w:val="Bulleted"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="I"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="R1"><w:name w:val="Ring"/><w:basedOn w:val="R2"/></w:style>
        <w:style w:type="paragraph" w:styleId="R2"><w:name w:val="Rung"/><w:basedOn w:val="R1"/></w:style>
        <w:style w:type="character" w:styleId="V"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#
    );
    let table = [
        ("T", "headline: Words"),
        ("U", "deck: Words"),
        ("H", "heading: Words"),
        ("Mine", "heading: Words"),
        ("Q", "quote: Words"),
        ("C", "caption: Words"),
        ("B", "credit: Words"),
        ("L", "item: Words"),
        ("R1", "p: Words"),
        ("Nowhere", "p: Words"),
    ];
    for (style, expected) in table {
        let body = p("It rained.") + &styled(style, "Words") + &p("It stopped.");
        let document = read_plainly("a.docx", &docx_with(&body, &[("styles", &styles)])).unwrap();
        assert_eq!(shown(&document)[1], expected, "{style}");
        assert_eq!(document.meta.language, "de-AT", "from the defaults");
    }
    let contents = styled("I", "Then 3") + &p("It rained.");
    let document = read_plainly("a.docx", &docx_with(&contents, &[("styles", &styles)])).unwrap();
    assert_eq!(shown(&document), ["p: It rained."], "contents are left out");
    assert_eq!(document.blocks.len(), 2, "but kept to be put back");
    let secret = format!(
        "<w:p>{}<w:r><w:rPr><w:rStyle w:val=\"V\"/></w:rPr><w:t>not </w:t></w:r>{}</w:p>",
        r("It "),
        r("rained.")
    );
    let document = read_plainly("a.docx", &docx_with(&secret, &[("styles", &styles)])).unwrap();
    assert_eq!(shown(&document), ["p: It rained."], "hidden by a style");
    assert_eq!(document.notes, ["Hidden text in it was left out."]);
}

#[test]
fn comments_and_notes_are_on_their_words() {
    let comments = format!(
        r#"<w:comments {WORD}><w:comment w:id="0" w:author="Ann Lee"><w:p w14:paraId="A1">{}</w:p></w:comment>
        <w:comment w:id="1" w:author="Bo Chen"><w:p w14:paraId="B1">{}</w:p></w:comment>
        <w:comment w:id="2" w:author="Cy"><w:p><w:r><w:annotationRef/></w:r>{}</w:p>{}</w:comment></w:comments>"#,
        r("Who says?"),
        r("The mayor."),
        r("One."),
        p("Two.")
    );
    let threads = format!(
        r#"<w15:commentsEx {WORD}><w15:commentEx w15:paraId="A1" w15:done="0"/><w15:commentEx w15:paraId="B1" w15:paraIdParent="A1"/></w15:commentsEx>"#
    );
    let footnotes = format!(
        r#"<w:footnotes {WORD}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote></w:footnotes>"#,
        r(" Annual report, p. 4.")
    );
    let endnotes = format!(
        r#"<w:endnotes {WORD}><w:endnote w:id="1">{}</w:endnote></w:endnotes>"#,
        p("Interview.")
    );
    let body = format!(
        r#"<w:p>{}<w:commentRangeStart w:id="0"/>{}{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{}<w:r><w:footnoteReference w:id="1"/></w:r>{}<w:r><w:endnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>
        <w:p>{}<w:commentRangeStart w:id="2"/>{}</w:p><w:p>{}<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r></w:p>
        <w:p><w:hyperlink r:id="web">{}</w:hyperlink><w:hyperlink r:id="file">{}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://b.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        r("The "),
        r("bridge "),
        r("fell "),
        r(" today."),
        r(" It rained."),
        r("Nobody was "),
        r("hurt."),
        r("So they say."),
        r("Here"),
        r(" and there "),
        r("too.")
    );
    let parts = [
        ("comments", comments.as_str()),
        ("commentsExtended", threads.as_str()),
        ("footnotes", footnotes.as_str()),
        ("endnotes", endnotes.as_str()),
    ];
    let document = read_plainly("a.docx", &docx_with(&body, &parts)).unwrap();
    assert_eq!(
        remarks(&document),
        [
            "comment by Ann Lee on “bridge fell”: Who says?",
            "comment by Bo Chen on “bridge fell”: The mayor.",
            "note by  after “fell today.”: Annual report, p. 4.",
            "note by  after “ It rained.”: Interview.",
            "comment by Cy on “hurt.”: One. / Two.",
            "link by  on “Here”: https://a.example/x",
            "link by  on “too.”: http://b.example",
        ]
    );
    assert_eq!(
        shown(&document)[0],
        "p: The bridge fell today. It rained.",
        "without the marks of notes"
    );
}

#[test]
fn strict_and_oddly_named_documents() {
    let strict = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>It rained.</x:t></x:r></x:p></x:body></x:document>"#;
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Word/Document2.xml"/></Relationships>"#;
    let utf_16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(strict.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (why, bytes) in [("strict", strict.as_bytes()), ("in UTF-16", &utf_16)] {
        let parts: [(&str, &[u8]); 2] = [
            ("_rels/.rels", relations.as_bytes()),
            ("word/document2.xml", bytes),
        ];
        let document = read_plainly("a.docx", &packed::zip(&parts)).unwrap();
        assert_eq!(shown(&document), ["p: It rained."], "{why}");
    }
}
