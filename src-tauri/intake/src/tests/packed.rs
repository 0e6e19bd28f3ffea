//! Files of ZIP formats, made by the tests themselves.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// A ZIP file of these parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let packing = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default().compression_method(packing);
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str =
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The name spaces that the parts of a Word document need here.
pub const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml""#;

/// A Word document with this body and these parts beside it, each with the kind of its relationship.
pub fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let package = format!(
        r#"{RELATIONS}<Relationship Id="a" Type="{TYPE}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let mut relations = format!(
        r#"{RELATIONS}<Relationship Id="web" Type="{TYPE}/hyperlink" Target="https://a.example/x" TargetMode="External"/><Relationship Id="file" Type="{TYPE}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>"#
    );
    for (kind, _) in parts {
        relations +=
            &format!(r#"<Relationship Id="{kind}" Type="{TYPE}/{kind}" Target="{kind}.xml"/>"#);
    }
    relations += "</Relationships>";
    let names: Vec<String> = parts
        .iter()
        .map(|(kind, _)| format!("word/{kind}.xml"))
        .collect();
    let mut all: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", package.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    all.extend(
        names
            .iter()
            .zip(parts)
            .map(|(name, (_, text))| (name.as_str(), text.as_bytes())),
    );
    zip(&all)
}

/// A Word document with this body.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// The name spaces of OpenDocument.
pub const OPEN: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink""#;

/// The content of an OpenDocument text.
pub fn open_content(styles: &str, body: &str) -> String {
    format!(
        "<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

/// An OpenDocument text.
pub fn odt(styles: &str, body: &str) -> Vec<u8> {
    let content = open_content(styles, body);
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

const CONTAINER: &str = r#"<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

/// A book of these chapters; `more` goes into the list of its parts, `parts` are those.
pub fn epub_with(chapters: &[&str], metadata: &str, more: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut items, mut spine) = (String::new(), String::new());
    let mut texts = Vec::new();
    for (at, chapter) in chapters.iter().enumerate() {
        items += &format!(
            r#"<item id="c{at}" href="c%20{at}.xhtml" media-type="application/xhtml+xml"/>"#
        );
        spine += &format!(r#"<itemref idref="c{at}"/>"#);
        let text = format!(
            r#"<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>No</title></head><body>{chapter}</body></html>"#
        );
        texts.push((format!("OEBPS/c {at}.xhtml"), text));
    }
    let package = format!(
        r#"<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata><manifest>{items}{more}</manifest><spine>{spine}</spine></package>"#
    );
    let mut all: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/content.opf", package.as_bytes()),
    ];
    all.extend(
        texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes())),
    );
    all.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    zip(&all)
}

/// A book of these chapters.
pub fn epub(chapters: &[&str]) -> Vec<u8> {
    epub_with(chapters, "", "", &[])
}
