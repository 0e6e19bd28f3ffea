use super::packed::{OPEN, odt, open_content};
use super::*;
use crate::document::Changes;

const STYLES: &str = r#"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Heading_20_3" style:family="paragraph"/>
<style:style style:name="Own" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Ring" style:family="paragraph" style:parent-style-name="Rung"/><style:style style:name="Rung" style:family="paragraph" style:parent-style-name="Ring"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="bold" fo:language="fr" fo:country="CA"/></style:style>"#;

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

fn styled(style: &str, text: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{text}</text:p>")
}

#[test]
fn opendocument_as_it_is_written() {
    let table = [
        ("spaces, tabs, line breaks", p("It<text:s text:c=\"3\"/>rained<text:tab/>all<text:line-break/>day."), vec!["p: It rained all day."]),
        ("white space of the file", p("\n  It\n  <text:span>rained</text:span>.\n"), vec!["p: It rained."]),
        ("a title", styled("Title", "Rain") + &p("It rained."), vec!["headline: Rain", "p: It rained."]),
        ("a style of a style", p("It rained.") + &styled("P1", "Indeed"), vec!["p: It rained.", "quote: Indeed"]),
        ("headings by element, name and level", p("It rained.") + "<text:h text:outline-level=\"2\">One</text:h>" + &styled("Heading_20_3", "Two") + &styled("Own", "Three"), vec!["p: It rained.", "heading: One", "heading: Two", "heading: Three"]),
        ("styles in a ring", styled("Ring", "It rained."), vec!["p: It rained."]),
        ("lists in lists", "<text:list><text:list-item><text:number>1.</text:number><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list>".to_owned() + &p("It rained."), vec!["item: one", "item: two", "p: It rained."]),
        ("tables", "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell><table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table>".into(), vec!["cell: Year", "cell: 2026"]),
        ("a frame with a picture and its words", p("It <draw:frame><draw:text-box><text:p text:style-name=\"Illustration\"><draw:frame><draw:image><office:binary-data>AAAA</office:binary-data></draw:image><svg:title>no</svg:title></draw:frame>Rain on a roof</text:p></draw:text-box></draw:frame>rained."), vec!["p: It rained.", "caption: Rain on a roof"]),
        ("hidden words", p("It <text:span text:style-name=\"T1\">not <text:span text:style-name=\"T2\">ever </text:span></text:span>rained."), vec!["p: It rained."]),
        ("a hidden section", format!("<text:section text:display=\"none\">{}</text:section>{}", p("No."), p("It rained.")), vec!["p: It rained."]),
        ("contents", "<text:table-of-content><text:table-of-content-source><text:index-title-template>No</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Rain 3</text:p></text:index-body></text:table-of-content>".to_owned() + &p("It rained."), vec!["p: It rained."]),
        ("ruby", p("<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>。"), vec!["p: 漢字。"]),
        ("a document in a document", p("It <draw:frame><draw:object><office:document><office:body><office:text><text:p>no</text:p></office:text></office:body></office:document></draw:object></draw:frame>rained."), vec!["p: It rained."]),
        ("sections and soft page breaks", format!("<text:section>{}</text:section>", p("It <text:soft-page-break/>rained.")), vec!["p: It rained."]),
    ];
    for (why, body, expected) in table {
        let document = read_plainly("a.odt", &odt(STYLES, &body)).unwrap();
        assert_eq!(shown(&document), expected, "{why}");
        let flat = open_content(STYLES, &body).replace("document-content", "document");
        let document = read_plainly("a.fodt", flat.as_bytes()).unwrap();
        assert_eq!(shown(&document), expected, "{why}, flat");
    }
}

#[test]
fn both_sides_of_changes_and_remarks_on_their_words() {
    let body = r#"<text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region><text:changed-region xml:id="b" text:id="b"><text:deletion><office:change-info><dc:creator>No</dc:creator></office:change-info><text:p>snowed.</text:p><text:p>It </text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>The <office:annotation office:name="x"><dc:creator>Ann Lee</dc:creator><dc:date>2026-01-01</dc:date><text:list><text:list-item><text:p>Which?</text:p></text:list-item></text:list></office:annotation>bridge<office:annotation-end office:name="x"/> fell.<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>Report, <text:span>p. 4</text:span>.</text:p></text:note-body></text:note> It <text:change-start text:change-id="a"/>rained.</text:p>
<text:p>It <text:change-end text:change-id="a"/><text:change text:change-id="b"/>stopped.<office:annotation office:name="y"><dc:creator>Bo</dc:creator><text:p>When?</text:p></office:annotation></text:p>
<text:p>See <text:a xlink:href="https://a.example/x">here</text:a> or <text:a xlink:href="javascript:alert(1)">there</text:a>.</text:p>"#;
    let bytes = odt("", body);
    let read_as = |changes| {
        let choices = Choices {
            changes,
            ..Choices::default()
        };
        read("a.odt", &bytes, &choices).unwrap()
    };
    let (now, before) = (read_as(Changes::Accepted), read_as(Changes::Original));
    assert_eq!(
        shown(&now),
        [
            "p: The bridge fell. It rained.",
            "p: It stopped.",
            "p: See here or there."
        ]
    );
    assert_eq!(
        shown(&before),
        [
            "p: The bridge fell. It snowed.",
            "p: It stopped.",
            "p: See here or there."
        ]
    );
    assert!(now.tracked_changes);
    let expected = [
        "comment by Ann Lee on “bridge”: Which?",
        "note by  after “ridge fell.”: Report, p. 4.",
        "comment by Bo after “It stopped.”: When?",
        "link by  on “here”: https://a.example/x",
    ];
    assert_eq!(remarks(&now), expected);
    assert_eq!(remarks(&before), expected);
}

#[test]
fn metadata() {
    let meta = format!(
        r#"<office:document-meta {OPEN} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><dc:title>Rain &amp; wind</dc:title><dc:creator>Bo</dc:creator><meta:initial-creator>Ann Lee; Cy Roe</meta:initial-creator><dc:date>2026-01-01T00:00:00</dc:date><dc:language>en-US</dc:language></office:meta></office:document-meta>"#
    );
    let content = open_content(
        STYLES,
        "<text:p><text:span text:style-name=\"T2\">Il a plu toute la journée, dit-on.</text:span></text:p>",
    );
    let bytes = packed::zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("meta.xml", meta.as_bytes()),
        ("content.xml", content.as_bytes()),
    ]);
    let meta = read_plainly("-", &bytes).unwrap().meta;
    assert_eq!(
        (meta.title.as_str(), meta.language.as_str()),
        ("Rain & wind", "fr-CA"),
        "most words are French"
    );
    assert_eq!(meta.authors, ["Ann Lee", "Cy Roe"], "who began it");
    assert_eq!(
        meta.published, "",
        "when it was saved is not when it appeared"
    );
}
