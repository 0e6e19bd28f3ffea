use stet_core::draft::{Block, Draft};
use stet_core::view::BlockKind;

use super::*;

#[path = "tests/docx.rs"]
mod docx;
#[path = "tests/epub.rs"]
mod epub;
#[path = "tests/hostile.rs"]
mod hostile;
#[path = "tests/markdown.rs"]
mod markdown;
#[path = "tests/mutants.rs"]
mod mutants;
#[path = "tests/odt.rs"]
mod odt;
#[path = "tests/packed.rs"]
mod packed;
#[path = "tests/packs.rs"]
mod packs;
#[path = "tests/plain.rs"]
mod plain;
#[path = "tests/rtf.rs"]
mod rtf;

/// Reads without any choice made.
fn read_plainly(name: &str, bytes: &[u8]) -> Result<Document> {
    read(name, bytes, &Choices::default())
}

/// The article's blocks as drafts take them.
fn kept(document: &Document) -> Vec<Block> {
    let kept = document
        .blocks
        .iter()
        .filter(|block| block.left_out.is_none());
    kept.map(|block| Block::new(block.kind, block.text.as_str()))
        .collect()
}

/// `kind: words` for every block of the draft.
fn shown(document: &Document) -> Vec<String> {
    let draft = Draft::new(&kept(document));
    let kind = |kind: BlockKind| match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "p",
        BlockKind::ListItem => "item",
        BlockKind::Quotation => "quote",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::TableCell => "cell",
    };
    draft
        .blocks()
        .iter()
        .map(|(of, span)| format!("{}: {}", kind(*of), draft.slice(*span)))
        .collect()
}

/// Each remark as `kind by author on “words”: text`; for one on a place, the words before it.
fn remarks(document: &Document) -> Vec<String> {
    use crate::document::RemarkKind;
    let remarks = document.remarks.iter().map(|remark| {
        let text = &document.blocks[remark.block as usize].text;
        let (start, end) = (remark.start.0 as usize, remark.end.0 as usize);
        let words = |from: usize, to: usize| text.chars().take(to).skip(from).collect::<String>();
        let on = if start < end {
            format!("on “{}”", words(start, end))
        } else {
            format!("after “{}”", words(start.saturating_sub(11), start))
        };
        let kind = match remark.kind {
            RemarkKind::Comment => "comment",
            RemarkKind::Footnote => "note",
            RemarkKind::Link => "link",
        };
        format!(
            "{kind} by {} {on}: {}",
            remark.author,
            remark.text.replace('\n', " / ")
        )
    });
    remarks.collect()
}

#[test]
fn encodings() {
    let table: [(&str, &[u8], &str, &[&str]); 11] = [
        ("ASCII", b"Plain.", "Plain.", &[]),
        ("UTF-8", "Zürich – “so”.".as_bytes(), "Zürich – “so”.", &[]),
        (
            "UTF-8 with a mark",
            b"\xef\xbb\xbfZ\xc3\xbcrich.",
            "Zürich.",
            &[],
        ),
        (
            "UTF-16 little-endian",
            b"\xff\xfeD\0\xe4\0m\0.\0",
            "Däm.",
            &[],
        ),
        ("UTF-16 big-endian", b"\xfe\xff\0D\0\xe4\0m\0.", "Däm.", &[]),
        (
            "a surrogate pair",
            b"\xff\xfe\x3d\xd8\x00\xde.\0",
            "😀.",
            &[],
        ),
        (
            "a lone surrogate",
            b"\xff\xfeA\0\x3d\xd8B\0.\0",
            "A\u{fffd}B.",
            &["Some of it is no valid UTF-16 and shows as \u{fffd}."],
        ),
        (
            "half a unit at the end",
            b"\xff\xfeA\0.\0B",
            "A.\u{fffd}",
            &["Some of it is no valid UTF-16 and shows as \u{fffd}."],
        ),
        (
            "Windows-1252",
            b"Z\xfcrich \x96 \x93so\x94.",
            "Zürich – “so”.",
            &[],
        ),
        (
            "UTF-8 with one bad byte",
            b"Z\xc3\xbcrich, K\xc3\xb6ln\xff.",
            "Zürich, Köln\u{fffd}.",
            &["One place in it is no valid UTF-8 and shows as \u{fffd}."],
        ),
        (
            "a mark settles it",
            b"\xef\xbb\xbfa\xff b\xfe.",
            "a\u{fffd} b\u{fffd}.",
            &["2 places in it are no valid UTF-8 and show as \u{fffd}."],
        ),
    ];
    for (why, bytes, text, notes) in table {
        let document = read_plainly("a.txt", bytes).unwrap();
        assert_eq!(document.blocks[0].text, text, "{why}");
        assert_eq!(document.notes, notes, "{why}");
        let guessed = document.encoding.is_some_and(|one| one.guessed);
        assert_eq!(guessed, why == "Windows-1252", "{why}: a guess or not");
    }
}

#[test]
fn what_is_not_read_is_called_by_its_name() {
    use Code::{FileBinary, FileEmpty, FormatUnknown};
    let table: [(&str, &str, &[u8], Code, &str); 15] = [
        ("nothing", "a.txt", b"", FileEmpty, "a.txt is empty."),
        ("nothing typed", "-", b"", FileEmpty, "The text is empty."),
        (
            "white space only",
            "a.txt",
            b" \n\t\xc2\xa0\r\n",
            FileEmpty,
            "There are no words in a.txt.",
        ),
        (
            "a mark only",
            "a.txt",
            b"\xef\xbb\xbf",
            FileEmpty,
            "There are no words in a.txt.",
        ),
        (
            "Markdown without words",
            "a.md",
            b"***\n\n<!-- -->\n",
            FileEmpty,
            "There are no words in a.md.",
        ),
        (
            "ZIP",
            "a.zip",
            b"PK\x03\x04..",
            FormatUnknown,
            "a.zip is a ZIP file",
        ),
        (
            "PNG",
            "a.png",
            b"\x89PNG\r\n\x1a\n\0",
            FormatUnknown,
            "a.png is a PNG picture",
        ),
        (
            "a page without an article",
            "a.b.html",
            b"<p>x",
            FileEmpty,
            "No article was found in a.b.html.",
        ),
        (
            "a name nobody knows",
            "a.xyz",
            b"x",
            FormatUnknown,
            "a.xyz is a .xyz file",
        ),
        (
            "an own database",
            "a.stet",
            b"SQLite format 3\0",
            FormatUnknown,
            "a.stet is a database, not an article.",
        ),
        (
            "NULs",
            "a.txt",
            b"abc\0def",
            FileBinary,
            "a.txt is not text: it holds NUL bytes.",
        ),
        (
            "UTF-16 without a mark",
            "a.txt",
            b"a\0b\0",
            FileBinary,
            "a.txt is not text: it holds NUL bytes.",
        ),
        (
            "UTF-32",
            "a.txt",
            b"\xff\xfe\0\0a\0\0\0",
            FileBinary,
            "a.txt is not text: it holds NUL bytes.",
        ),
        (
            "NULs in UTF-16",
            "a.txt",
            b"\xff\xfea\0\0\0",
            FileBinary,
            "a.txt is not text: it holds NUL bytes.",
        ),
        (
            "noise",
            "a.txt",
            b"\x01\x02\x0f\x0e\x03ab",
            FileBinary,
            "a.txt is not text: 5 of its 7 characters are control characters.",
        ),
    ];
    for (why, name, bytes, code, message) in table {
        let error = read_plainly(name, bytes).unwrap_err();
        assert_eq!(
            (error.code, error.message.split("; Stet reads").next()),
            (code, Some(message)),
            "{why}"
        );
        assert!(!error.hint.is_empty(), "{why}: says what to do");
    }
}

#[test]
fn size_is_capped() {
    let error = read_plainly("a.txt", &vec![b'a'; MOST_BYTES + 1]).unwrap_err();
    assert_eq!(
        (error.code, error.message.as_str()),
        (
            Code::FileTooLarge,
            "a.txt has 33 MiB; Stet reads up to 32 MiB."
        )
    );
    for name in ["a.txt", "a.md"] {
        let error = read_plainly(name, "a.\n\n".repeat(MOST_BLOCKS + 2).as_bytes()).unwrap_err();
        assert_eq!(error.code, Code::FileTooLarge, "{name}");
        assert!(
            read_plainly(name, "a.\n\n".repeat(MOST_BLOCKS).as_bytes()).is_ok(),
            "{name}: as many as may be"
        );
    }
}

#[test]
fn formats_go_by_extension() {
    let table = [
        ("a.txt", Some(Format::Text)),
        ("A.TXT", Some(Format::Text)),
        ("-", Some(Format::Text)),
        ("notes", Some(Format::Text)),
        ("/a.b/notes", Some(Format::Text)),
        (".profile", Some(Format::Text)),
        ("a.", Some(Format::Text)),
        ("C:\\x.pdf\\a.md", Some(Format::Markdown)),
        ("a.txt.markdown", Some(Format::Markdown)),
        ("a.docx", Some(Format::Docx)),
    ];
    for (name, expected) in table {
        assert_eq!(Format::of_name(name), expected, "{name}");
    }
    for format in Format::ALL {
        assert!(!format.title().is_empty());
        for end in format.extensions() {
            assert_eq!(
                Format::of_name(&format!("x.{end}")),
                Some(format),
                "each extension is one format's"
            );
        }
    }
}

#[test]
fn what_no_report_could_hold_is_left_out() {
    let text =
        "It rained.\u{7}\u{1b} ".to_owned() + &"And it rained. ".repeat(20) + "\u{fffe}\u{fdd0}";
    let document = read_plainly("-", text.as_bytes()).unwrap();
    assert!(document.blocks[0].text.starts_with("It rained. And"));
    assert_eq!(
        document.notes,
        ["4 control characters that cannot be shown were left out."]
    );
    let entity = read_plainly("a.md", b"It rained&#1; all day.").unwrap();
    assert_eq!(
        shown(&entity),
        ["p: It rained all day."],
        "nor does it come in by an entity"
    );
}
