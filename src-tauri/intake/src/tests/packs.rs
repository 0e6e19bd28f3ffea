//! Hostile and damaged files of the formats of word processors: refused with a reason, at once.

use std::time::{Duration, Instant};

use super::packed::{OPEN, WORD, docx, docx_with, epub, epub_with, odt, open_content, zip};
use super::*;

/// The same ZIP file with each part marked as encrypted.
fn encrypted(mut bytes: Vec<u8>) -> Vec<u8> {
    for (header, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> = bytes
            .windows(4)
            .enumerate()
            .filter(|(_, at)| at == header)
            .map(|(at, _)| at)
            .collect();
        for at in places {
            bytes[at + flags] |= 1;
        }
    }
    bytes
}

fn replaced(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, at)| *at == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty(), "there is something to replace");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

const LAUGHS: &str = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"#;

#[test]
fn bad_files_are_refused_with_the_reason() {
    use Code::{FileDamaged, FileEmpty, FileLocked, FileTooLarge, FormatUnknown};
    let megabytes = " ".repeat(30 << 20);
    let ole: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain(vec![0; 600])
        .collect();
    let wrapped: Vec<u8> = ole
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let good = docx("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>");
    let cut = good[..good.len() / 2].to_vec();
    let deep = |open: &str, close: &str| open.repeat(300) + &close.repeat(300);
    let many: Vec<String> = (0..2_001).map(|n| format!("p{n}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let twice = replaced(
        zip(&[
            ("word/document.xml", b"<a/>"),
            ("word/documenu.xml", b"<b/>"),
        ]),
        b"word/documenu.xml",
        b"word/document.xml",
    );
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let protected = r#"<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></enc:EncryptedData></encryption>"#;
    let mime: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    let book: (&str, &[u8]) = ("mimetype", b"application/epub+zip");
    let table: Vec<(&str, &str, Vec<u8>, Code, &str)> = vec![
        ("junk as Word", "a.docx", b"junk".to_vec(), FileDamaged, "a.docx is damaged: it is no Word document, whatever its name says."),
        ("junk as OpenDocument", "a.odt", b"junk".to_vec(), FileDamaged, "it is no OpenDocument text"),
        ("junk as a flat one", "a.fodt", b"junk".to_vec(), FileDamaged, "it is no OpenDocument text"),
        ("junk as a book", "a.epub", b"junk".to_vec(), FileDamaged, "it is no EPUB book"),
        ("junk as RTF", "a.rtf", b"junk".to_vec(), FileDamaged, "it is no RTF document"),
        ("an older Word document", "a.doc", ole.clone(), FormatUnknown, "a.doc is an old Office file"),
        ("the same, renamed", "a.docx", ole, FormatUnknown, "a.docx is an old Office file"),
        ("Word, encrypted", "a.docx", wrapped, FileLocked, "a.docx is encrypted: it opens with a password only."),
        ("cut off", "a.docx", cut.clone(), FileDamaged, "it is no complete ZIP file"),
        ("cut off, as OpenDocument", "a.odt", cut.clone(), FileDamaged, "it is no complete ZIP file"),
        ("cut off, as a book", "a.epub", cut, FileDamaged, "it is no complete ZIP file"),
        ("a head of a ZIP file only", "a.epub", b"PK\x03\x04".to_vec(), FileDamaged, "it is no complete ZIP file"),
        ("an empty ZIP file", "a.docx", zip(&[]), FileDamaged, "its part “word/document.xml” is missing"),
        ("encrypted parts", "a.docx", encrypted(good.clone()), FileLocked, "its parts open with a password only"),
        ("an encrypted OpenDocument", "a.odt", zip(&[mime, ("META-INF/manifest.xml", manifest.as_bytes()), ("content.xml", b"\x01\x02")]), FileLocked, "it opens with a password only"),
        ("a protected book", "a.epub", epub_with(&["<p>It.</p>"], "", "", &[("META-INF/encryption.xml", protected)]), FileLocked, "protected it against copying"),
        ("a bomb in Word", "a.docx", docx(&megabytes), FileTooLarge, "unfolds into far more than it holds"),
        ("a bomb in OpenDocument", "a.odt", odt("", &megabytes), FileTooLarge, "unfolds into far more than it holds"),
        ("a bomb in a book", "a.epub", epub(&[&megabytes]), FileTooLarge, "unfolds into far more than it holds"),
        ("a bomb beside the text", "a.docx", docx_with("", &[("styles", &megabytes)]), FileTooLarge, "“word/styles.xml” unfolds"),
        ("too many parts", "a.docx", zip(&many), FileTooLarge, "it has more than 2000 parts"),
        ("two parts of one name", "a.docx", twice, FileDamaged, "two of its parts have one name"),
        ("a billion laughs in Word", "a.docx", zip(&[("word/document.xml", format!("{LAUGHS}<w:document {WORD}>&c;</w:document>").as_bytes())]), FileDamaged, "it declares a document type of its own"),
        ("a billion laughs in OpenDocument", "a.odt", zip(&[mime, ("content.xml", (LAUGHS.to_owned() + &open_content("", "&c;")).as_bytes())]), FileDamaged, "it declares a document type of its own"),
        ("a billion laughs, flat", "a.fodt", (LAUGHS.to_owned() + "<x>&c;</x>").into_bytes(), FileDamaged, "it declares a document type of its own"),
        ("a billion laughs in a book", "a.epub", epub_with(&["<p>It.</p>"], "", r#"<item id="x" href="x.xhtml" properties="nav" media-type="y"/>"#, &[("OEBPS/x.xhtml", LAUGHS)]), FileDamaged, "it declares a document type of its own"),
        ("deep Word", "a.docx", docx(&deep("<w:p>", "</w:p>")), FileDamaged, "nest deeper than 256"),
        ("deep OpenDocument", "a.odt", odt("", &deep("<text:p>", "</text:p>")), FileDamaged, "nest deeper than 256"),
        ("a deep book", "a.epub", epub(&[&deep("<div>", "</div>")]), FileDamaged, "nest deeper than 256"),
        ("deep RTF", "a.rtf", ("{\\rtf1".to_owned() + &"{".repeat(1_000_000)).into_bytes(), FileDamaged, "nest deeper than 256"),
        ("no text in Word", "a.docx", zip(&[("word/styles.xml", b"<x/>")]), FileDamaged, "“word/document.xml” is missing"),
        ("no text in OpenDocument", "a.odt", zip(&[mime]), FileDamaged, "“content.xml” is missing"),
        ("no container", "a.epub", zip(&[book]), FileDamaged, "“META-INF/container.xml” is missing"),
        ("a container that names nothing", "a.epub", zip(&[book, ("META-INF/container.xml", b"<container/>")]), FileDamaged, "its container names no book"),
        ("a container that leads out", "a.epub", zip(&[book, ("META-INF/container.xml", b"<rootfile full-path='../../x'/>")]), FileDamaged, "its container leads out of it"),
        ("a missing chapter", "a.epub", epub_with(&[], "", r#"<item id="x" href="x.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="x"/></spine><manifest>"#, &[]), FileDamaged, "“OEBPS/x.xhtml” is missing"),
        ("a book without chapters", "a.epub", epub(&[]), FileDamaged, "its list of chapters is empty or missing"),
        ("a workbook", "a.docx", zip(&[("word/document.xml", b"<workbook/>")]), FileDamaged, "its main part is no Word document"),
        ("a sheet", "a.odt", zip(&[mime, ("content.xml", format!("<office:document-content {OPEN}><office:body><office:spreadsheet/></office:body></office:document-content>").as_bytes())]), FileDamaged, "there is no text document in it"),
        ("broken XML", "a.docx", docx("<w:p></w:r>"), FileDamaged, "its XML is broken"),
        ("XML that ends early", "a.fodt", b"<x><y>".to_vec(), FileDamaged, "its XML ends too early"),
        ("noise for XML", "a.docx", zip(&[("word/document.xml", b"\x00\xff\xfe<")]), FileDamaged, ""),
        ("no words", "a.docx", docx("<w:p/>"), FileEmpty, "There are no words in a.docx."),
        ("no words in RTF", "a.rtf", b"{\\rtf1}".to_vec(), FileEmpty, "There are no words in a.rtf."),
    ];
    assert!(table.len() >= 40);
    for (why, name, bytes, code, message) in table {
        let begun = Instant::now();
        let error = read_plainly(name, &bytes).expect_err(why);
        assert_eq!(error.code, code, "{why}: {error}");
        assert!(error.message.contains(message), "{why}: {error}");
        assert!(
            error.message.chars().count() < 200 && !error.hint.is_empty(),
            "{why}: {error}"
        );
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "{why} took {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn what_looks_bad_but_is_not_is_read() {
    let text = format!(
        "<w:document {WORD}><w:body><w:p><w:hyperlink r:id=\"x\"><w:r><w:t>It rained.</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"
    );
    let outside = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="y/officeDocument" Target="../../../etc/passwd"/><Relationship Id="z" Type="y/styles" Target="nowhere.xml"/></Relationships>"#;
    let table: Vec<(&str, Vec<u8>)> = vec![
        (
            "names that lead out of the file",
            zip(&[
                ("../../evil", b"x"),
                ("/abs", b"x"),
                ("word/document.xml", text.as_bytes()),
            ]),
        ),
        (
            "relationships that lead out of it, or nowhere",
            zip(&[
                ("_rels/.rels", outside.as_bytes()),
                ("word/_rels/document.xml.rels", outside.as_bytes()),
                ("word/document.xml", text.as_bytes()),
            ]),
        ),
        (
            "a bomb that nobody asks for",
            zip(&[
                ("word/media/a.png", &vec![0; 20 << 20]),
                ("word/document.xml", text.as_bytes()),
            ]),
        ),
        (
            "references that nobody declared",
            zip(&[(
                "word/document.xml",
                text.replace("It", "&x;It")
                    .replace("&x;", "&lt;")
                    .as_bytes(),
            )]),
        ),
    ];
    for (why, bytes) in table {
        let document =
            read_plainly("a.docx", &bytes).unwrap_or_else(|error| panic!("{why}: {error}"));
        assert!(shown(&document)[0].ends_with("It rained."), "{why}");
        assert_eq!(document.remarks, [], "{why}: no link leads there");
    }
    let named = read_plainly(
        "story.txt",
        &docx("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>"),
    )
    .unwrap();
    assert_eq!(named.format, Format::Docx, "contents count, not the name");
}

#[test]
fn time_grows_with_size() {
    let many = |part: &str, times: usize| part.repeat(times);
    let numbered = |part: &str, times: usize| {
        (0..times)
            .map(|n| part.replace('#', &n.to_string()))
            .collect::<String>()
    };
    let words = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>";
    let ranges = numbered("<w:commentRangeStart w:id=\"#\"/>", 50_000);
    // Varied, so that it does not pack like a bomb.
    let paragraphs = numbered("<w:p><w:r><w:t>deep #</w:t></w:r></w:p>", 30_000);
    let styles = format!(
        "<w:styles {WORD}>{}</w:styles>",
        numbered(
            "<w:style w:type=\"paragraph\" w:styleId=\"S#\"><w:basedOn w:val=\"S1#\"/></w:style>",
            30_000
        )
    );
    let table: Vec<(&str, &str, Vec<u8>)> = vec![
        (
            "comments that never end, over many paragraphs",
            "a.docx",
            docx(&format!("<w:p>{ranges}</w:p>{paragraphs}")),
        ),
        (
            "fields that never end",
            "a.docx",
            docx(&format!(
                "<w:p>{}</w:p>{words}",
                numbered(
                    "<w:r><w:fldChar w:id=\"#\" w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                    3_000
                )
            )),
        ),
        (
            "many styles",
            "a.docx",
            docx_with(&paragraphs, &[("styles", &styles)]),
        ),
        (
            "many attributes",
            "a.docx",
            docx(&format!("<w:p {}/>{words}", numbered(" a#='#'", 30_000))),
        ),
        (
            "many name spaces",
            "a.docx",
            docx(&format!("<w:p {}/>{words}", numbered(" xmlns:a#='#'", 200))),
        ),
        (
            "lone ampersands",
            "a.epub",
            epub(&[&(numbered("& #", 100_000) + "deep")]),
        ),
        (
            "elements never closed",
            "a.epub",
            epub(&[&(numbered("<p id='#'>", 200) + "deep")]),
        ),
        (
            "ends without beginnings",
            "a.epub",
            epub(&[&(numbered("</b#></p>", 50_000) + "deep")]),
        ),
        (
            "links in links",
            "a.epub",
            epub(&[&(numbered("<a href='https://a.example/#'>", 200) + "deep")]),
        ),
        (
            "comments in one place",
            "a.fodt",
            open_content(
                "",
                &format!(
                    "<text:p>{}deep</text:p>",
                    numbered(
                        "<office:annotation><text:p>#</text:p></office:annotation>",
                        30_000
                    )
                ),
            )
            .replace("document-content", "document")
            .into_bytes(),
        ),
        (
            "groups",
            "a.rtf",
            ("{\\rtf1 ".to_owned() + &many("{\\b}", 300_000) + "deep}").into_bytes(),
        ),
        (
            "comments begun",
            "a.rtf",
            ("{\\rtf1 ".to_owned()
                + &numbered("{\\*\\atrfstart #}", 50_000)
                + &many("deep\\par ", 50_000)
                + "}")
                .into_bytes(),
        ),
        (
            "fields",
            "a.rtf",
            ("{\\rtf1 ".to_owned() + &many("{\\field{\\*\\fldinst X}{\\fldrslt ", 80) + "deep}")
                .into_bytes(),
        ),
        (
            "binary data beyond the end",
            "a.rtf",
            b"{\\rtf1 deep\\bin2147483647 x}".to_vec(),
        ),
        (
            "styles in RTF",
            "a.rtf",
            ("{\\rtf1{\\stylesheet".to_owned()
                + &numbered("{\\s#\\sbasedon1# x;}", 30_000)
                + "}"
                + &many("\\s5 deep\\par ", 30_000)
                + "}")
                .into_bytes(),
        ),
    ];
    for (why, name, bytes) in table {
        let begun = Instant::now();
        let document = read_plainly(name, &bytes);
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(10), "{why} took {took:?}");
        match document {
            Ok(document) => assert!(
                shown(&document).iter().any(|line| line.contains("deep")),
                "{why}"
            ),
            Err(error) => assert_ne!(error.code, Code::Internal, "{why}: {error}"),
        }
    }
}
