//! What comes out of PDFs, and how others are refused. Small ones are written here by hand; one
//! that LibreOffice wrote lies among the fixtures.

mod hostile;

use std::fmt::Write as _;
use stet_core::error::Code;
use stet_core::view::BlockKind;

use crate::document::{Choices, Document, LeftOut};
use crate::read;

/// A PDF of these objects; the first one is the catalog.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        let _ = writeln!(end, "{place:010} 00000 n ");
    }
    let _ = write!(
        end,
        "trailer <</Size {} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1
    );
    bytes.extend(end.bytes());
    bytes
}

fn stream(head: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{head} /Length {}>>\nstream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream");
    bytes
}

const FONT: &str =
    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>";

/// A PDF of pages with these contents; `F` is Helvetica, `X` the extra object.
fn pages(contents: &[&str], extra: Option<Vec<u8>>) -> Vec<u8> {
    let first = 4;
    let kids: Vec<String> = (0..contents.len())
        .map(|at| format!("{} 0 R", first + 2 * at))
        .collect();
    let extra_at = first + 2 * contents.len();
    let mut objects = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        format!(
            "<</Type /Pages /Kids [{}] /Count {}>>",
            kids.join(" "),
            kids.len()
        )
        .into_bytes(),
        FONT.as_bytes().to_vec(),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(
            format!(
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R \
                 /Resources <</Font <</F 3 0 R>> /XObject <</X {extra_at} 0 R>>>>>>",
                first + 2 * at + 1
            )
            .into_bytes(),
        );
        objects.push(stream("", content.as_bytes()));
    }
    objects.extend(extra);
    file(&objects)
}

/// Content that shows lines at a place, 14 points below each other.
fn lines(x: u32, top: u32, size: u32, lines: &[&str]) -> String {
    let mut content = format!("BT /F {size} Tf {x} {top} Td 14 TL\n");
    for line in lines {
        let _ = writeln!(content, "({line}) Tj T*");
    }
    content + "ET\n"
}

fn parsed(bytes: &[u8]) -> Document {
    read("a.pdf", bytes, &Choices::default()).unwrap()
}

fn kept(document: &Document) -> Vec<(BlockKind, &str)> {
    let kept = document
        .blocks
        .iter()
        .filter(|block| block.left_out.is_none());
    kept.map(|block| (block.kind, block.text.as_str()))
        .collect()
}

/// The article of the formats' fixtures, as LibreOffice set it; and in the layouts of ../pdf.
const LAYOUTS: [(&str, &str); 4] = [
    (
        "formats/article.pdf",
        "one column, the end in two, paragraphs apart",
    ),
    (
        "pdf/newspaper.pdf",
        "Letter, two columns, justified, hyphenated, first lines indented",
    ),
    (
        "pdf/book.pdf",
        "small pages, justified, hyphenated, indented, a large initial",
    ),
    (
        "pdf/ragged.pdf",
        "two columns, ragged, wide lines, paragraphs hardly apart",
    ),
];

#[test]
fn the_article_that_libreoffice_wrote_comes_back() {
    use BlockKind::{Caption, Deck, Heading, Headline, ListItem, Paragraph, Quotation, TableCell};
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");
    let mut expected = vec![Headline, Deck, Paragraph, Paragraph, Paragraph, Heading];
    expected.extend([Paragraph, Paragraph, Quotation, Paragraph, Paragraph]);
    expected.extend([ListItem, ListItem, ListItem, Heading, Paragraph]);
    expected.extend([TableCell; 9]);
    expected.extend([
        Caption, Paragraph, Heading, Paragraph, Paragraph, Paragraph, Heading,
    ]);
    expected.extend([Paragraph, ListItem, ListItem, Paragraph]);
    let source = std::fs::read_to_string(format!("{fixtures}/formats/article.fodt")).unwrap();
    let source = words_of_markup(&source);
    for (path, layout) in LAYOUTS {
        let document = parsed(&std::fs::read(format!("{fixtures}/{path}")).unwrap());
        let kinds: Vec<BlockKind> = kept(&document).iter().map(|(kind, _)| *kind).collect();
        assert_eq!(
            kinds, expected,
            "{layout}: each block is what it was written as"
        );
        for (_, text) in kept(&document) {
            assert!(
                source.lines().any(|line| line.trim() == text),
                "{layout}: a whole paragraph as it was written: {text}"
            );
        }
        let notes: Vec<&str> = document
            .remarks
            .iter()
            .map(|remark| remark.text.as_str())
            .collect();
        assert!(
            matches!(notes[..], [first, second] if first.starts_with("Port Ellery traffic")
                && second.ends_with("has seen a copy.")),
            "{layout}: both footnotes: {notes:?}"
        );
        for (why, ends) in [
            (LeftOut::RunningHead, "desk copy"),
            (LeftOut::PageNumber, ""),
        ] {
            let of_kind = document
                .blocks
                .iter()
                .filter(|block| block.left_out == Some(why));
            let texts: Vec<&str> = of_kind.map(|block| block.text.as_str()).collect();
            assert!(texts.len() >= 2, "{layout}: on each page: {why:?}");
            assert!(
                texts.iter().all(|text| text.ends_with(ends)),
                "{layout}: {texts:?}"
            );
        }
        assert_eq!(document.meta.authors, ["Mara Lindqvist"], "{layout}");
        assert_eq!(document.meta.language, "en-GB", "{layout}");
    }
}

/// The words of flat OpenDocument, a paragraph a line, without footnotes and tags.
fn words_of_markup(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if ["</text:p>", "</text:h>"]
            .iter()
            .any(|end| rest.starts_with(end))
        {
            text.push('\n');
        }
        let end = if rest.starts_with("<text:note ") {
            rest.find("</text:note>")
                .map(|at| at + "</text:note>".len())
        } else {
            rest.find('>').map(|at| at + 1)
        };
        rest = &rest[end.unwrap_or(rest.len())..];
    }
    text.push_str(rest);
    text.replace("&apos;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn encrypted_files() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/pdf");
    let locked = std::fs::read(format!("{fixtures}/locked.pdf")).unwrap();
    let error = read("a.pdf", &locked, &Choices::default()).unwrap_err();
    assert_eq!(error.code, Code::FileLocked, "a password to open it");
    assert_eq!(
        error.message,
        "a.pdf is encrypted and opens with a password only."
    );
    let restricted = std::fs::read(format!("{fixtures}/restricted.pdf")).unwrap();
    assert_eq!(
        kept(&parsed(&restricted)).first().map(|(_, text)| *text),
        Some("The bridge over the river is closed."),
        "a password to change it only"
    );
}

#[test]
fn lines_become_paragraphs() {
    let wide = "The bridge over the river was closed for the whole of the";
    let more = "winter, and those who had to cross it took the ferry, as";
    for (why, content, blocks) in [
        (
            "a line that had room ends a paragraph",
            lines(
                72,
                700,
                12,
                &[
                    wide,
                    more,
                    "before.",
                    "On Monday it was opened again, and the first to cross it",
                    "was a dog.",
                ],
            ),
            &[
                "The bridge over the river was closed for the whole of the winter, and those who had to cross it took the ferry, as before.",
                "On Monday it was opened again, and the first to cross it was a dog.",
            ][..],
        ),
        (
            "a gap begins one",
            lines(72, 700, 12, &[wide, more]) + &lines(72, 660, 12, &[wide, more]),
            &[
                "The bridge over the river was closed for the whole of the winter, and those who had to cross it took the ferry, as",
                "The bridge over the river was closed for the whole of the winter, and those who had to cross it took the ferry, as",
            ],
        ),
        (
            "words cut by a line are healed",
            lines(
                72,
                700,
                12,
                &[
                    "The inspectors of the harbour have asked the govern-",
                    "ment for a long-",
                    "term plan.",
                ],
            ),
            &["The inspectors of the harbour have asked the government for a long-term plan."],
        ),
        (
            "letters set one by one",
            "BT /F 12 Tf 72 700 Td [(T) -30 (h) 20 (e) -300 (b) (o) 10 (l) (t) (s)] TJ ET"
                .to_owned(),
            &["The bolts"],
        ),
        (
            "letters drawn twice",
            "BT /F 12 Tf 72 700 Td (Bolts) Tj ET BT /F 12 Tf 72.3 700 Td (Bolts) Tj ET".to_owned(),
            &["Bolts"],
        ),
        (
            "a page turned on its side",
            "BT /F 12 Tf 0 1 -1 0 300 72 Tm (The bridge is closed.) Tj ET".to_owned(),
            &["The bridge is closed."],
        ),
        (
            "words that the file says instead of its letters",
            "/Span <</ActualText (bridge)>> BDC BT /F 12 Tf 72 700 Td (br1dge) Tj ET EMC"
                .to_owned(),
            &["bridge"],
        ),
    ] {
        let document = parsed(&pages(&[&content], None));
        let texts: Vec<&str> = kept(&document).iter().map(|(_, text)| *text).collect();
        assert_eq!(texts, blocks, "{why}");
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let text = lines(72, 700, 12, &["The bridge over the river is closed."]);
    let picture = "q 612 0 0 792 0 0 cm /X Do Q".to_owned();
    let gray = || {
        Some(stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
            b"\x80",
        ))
    };
    let mixed = pages(&[&text, &picture, &picture, &picture], gray());
    assert_eq!(
        parsed(&mixed).notes,
        ["Pages 2–4 are pictures without text: what they show is not here."],
        "scanned pages among others"
    );
    let hidden = format!("{picture} BT 3 Tr /F 12 Tf 72 700 Td (The bridge is closed.) Tj ET");
    let document = parsed(&pages(&[&hidden], gray()));
    assert_eq!(
        document.notes.len(),
        1,
        "recognised text: {:?}",
        document.notes
    );
    let error = read("a.pdf", &pages(&[&picture], gray()), &Choices::default()).unwrap_err();
    assert_eq!(error.code, Code::FileEmpty, "pictures only");
    assert_eq!(
        error.message,
        "Its only page is a picture: there is no text in a.pdf that can be read."
    );
}
