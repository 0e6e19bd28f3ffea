use super::*;
use crate::document::Changes;

fn rtf(text: &str) -> Vec<u8> {
    let head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Times;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1,H1;}{\s2 Title;}{\s3\sbasedon1 Between;}{\s4 Quote;}{\*\cs5 Secret;}}";
    format!("{head}{text}}}").into_bytes()
}

#[test]
fn rtf_as_it_is_written() {
    let table = [
        (
            "paragraphs",
            r"\pard It rained.\par It stopped.\par",
            vec!["p: It rained.", "p: It stopped."],
        ),
        (
            "the last one without an end",
            r"It rained.",
            vec!["p: It rained."],
        ),
        (
            "line ends are layout",
            "It rai\r\nned.",
            vec!["p: It rained."],
        ),
        (
            "a backslash before a line end is a paragraph",
            "It rained.\\\nIt stopped.",
            vec!["p: It rained.", "p: It stopped."],
        ),
        (
            "the document's code page",
            r"Z\'fcrich \'96 \'93so\'94.",
            vec!["p: Zürich – “so”."],
        ),
        (
            "a font's code page",
            r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2.}",
            vec!["p: Привет."],
        ),
        (
            "two bytes a character",
            r"{\f3 \'93\'fa\'96\'7b\'81\'42}",
            vec!["p: 日本。"],
        ),
        (
            "numbers in UTF-16, with what stands for them",
            r"\uc1\u26085 ?\u26412\'3f\u12290?",
            vec!["p: 日本。"],
        ),
        ("below zero", r"a\u-3913 ?.", vec!["p: a\u{f0b7}."]),
        ("two halves", r"\u-10179 ?\u-8704 ?.", vec!["p: 😀."]),
        ("half of one", r"a\u-10179 ? b.", vec!["p: a b."]),
        (
            "nothing stands for them",
            r"\uc0\u252 ber.",
            vec!["p: über."],
        ),
        ("a symbol font", r"a {\f2 \'ae} b", vec!["p: a → b"]),
        (
            "words for characters",
            r"\ldblquote a\emdash b\rdblquote\~c\_d\-e\tab f.",
            vec!["p: “a—b” c\u{2011}d\u{ad}e f."],
        ),
        (
            "styles",
            r"\pard\s2 Rain\par\pard\s0 It rained.\par\pard\s3 Then\par\pard\s4 Indeed\par\pard\outlinelevel1 Last\par\pard It stopped.",
            vec![
                "headline: Rain",
                "p: It rained.",
                "heading: Then",
                "quote: Indeed",
                "heading: Last",
                "p: It stopped.",
            ],
        ),
        (
            "lists without their marks",
            r"{\listtext\tab 1.}\pard\ls1 one\par{\pntext 2.\tab}two\par\pard It rained.",
            vec!["item: one", "item: two", "p: It rained."],
        ),
        (
            "tables",
            r"\trowd\cellx1\cellx2\pard\intbl Year\cell 2026\cell\row\pard It rained.",
            vec!["cell: Year", "cell: 2026", "p: It rained."],
        ),
        (
            "a table of one cell is a frame",
            r"\trowd\cellx1\pard\intbl It rained.\par It stopped.\cell\row\pard It did.",
            vec!["p: It rained.", "p: It stopped.", "p: It did."],
        ),
        (
            "a field's result",
            r"See {\field{\*\fldinst PAGEREF x}{\fldrslt page 3}}.",
            vec!["p: See page 3."],
        ),
        (
            "hidden words",
            r"It {\v not \b ever }rained.",
            vec!["p: It rained."],
        ),
        (
            "heads, pictures and unknown parts",
            r"{\header no}{\footerf no}{\pict\wmetafile8 0102}{\*\unknown no {no}}{\*\bkmkstart no}It rained.{\object{\*\objdata 01}{\result{ Yes.}}}",
            vec!["p: It rained. Yes."],
        ),
        (
            "binary data",
            r"{\pict\bin4 }}}}}It rained.",
            vec!["p: It rained."],
        ),
        (
            "Unicode beside its shadow",
            r"{\upr{no}{\*\ud yes}}.",
            vec!["p: yes."],
        ),
        (
            "a text box once",
            r"It {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Aside.\par}}{\shprslt no}}rained.",
            vec!["p: It rained.", "p: Aside."],
        ),
        (
            "what follows the last brace",
            r"It rained.}no",
            vec!["p: It rained."],
        ),
    ];
    for (why, text, expected) in table {
        let document = read_plainly("a.rtf", &rtf(text)).unwrap();
        assert_eq!(shown(&document), expected, "{why}");
    }
}

#[test]
fn both_sides_of_changes_and_remarks_on_their_words() {
    let bytes = rtf(
        r#"{\info{\title Rain & wind}{\author Ann Lee; Cy Roe}{\creatim\yr2026}}The {\*\atrfstart 1}bridge {\*\atrfend 1}{\*\atnid AL}{\*\atnauthor Ann Lee}\chatn{\*\annotation{\*\atnref 1}{\*\atndate 1}Which?\par One?}fell.{\super\chftn{\footnote\pard {\super\chftn} Report, p. 4.}} It {\revised rained}{\deleted snowed}.{\deleted\par}{\deleted No.}\par See {\field{\*\fldinst{HYPERLINK "\\l x"}}{\fldrslt this}} and {\field{\*\fldinst{HYPERLINK {"https://a.example/x"}}}{\fldrslt{\ul that}}}.{\*\annotation Really?}"#,
    );
    let read_as = |changes| {
        let choices = Choices {
            changes,
            ..Choices::default()
        };
        read("a.rtf", &bytes, &choices).unwrap()
    };
    let (now, before) = (read_as(Changes::Accepted), read_as(Changes::Original));
    assert_eq!(
        shown(&now),
        ["p: The bridge fell. It rained.", "p: See this and that."]
    );
    assert_eq!(
        shown(&before),
        [
            "p: The bridge fell. It snowed.",
            "p: No.",
            "p: See this and that."
        ]
    );
    assert!(now.tracked_changes);
    let expected = [
        "comment by Ann Lee on “bridge”: Which? / One?",
        "note by  after “ridge fell.”: Report, p. 4.",
        "link by  on “that”: https://a.example/x",
        "comment by  after “s and that.”: Really?",
    ];
    assert_eq!(remarks(&now), expected);
    assert_eq!(remarks(&before), expected);
    assert_eq!(now.meta.authors, ["Ann Lee", "Cy Roe"]);
    assert_eq!(
        now.meta.published, "",
        "when it was saved is not when it appeared"
    );
}

#[test]
fn a_file_cut_off_says_so() {
    let document = read_plainly("a.rtf", br"{\rtf1 It rained. {\b And").unwrap();
    assert_eq!(shown(&document), ["p: It rained. And"]);
    assert_eq!(
        document.notes,
        ["The file ends in the middle of something: look whether words are missing."]
    );
}
