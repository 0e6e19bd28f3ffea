//! Files that nobody should have to be afraid of: damaged, locked, empty, made to do harm.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const MIB: usize = 1024 * 1024;

/// What becomes of a file.
pub enum Ends {
    /// It is refused with one of these codes; these words are said.
    Refused(&'static [&'static str], &'static [&'static str]),
    /// It is read, or refused: it does no harm either way.
    Either,
}

/// One file.
pub struct Article {
    /// What is wrong with it.
    pub cause: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Makes it.
    pub bytes: fn() -> Vec<u8>,
    /// What becomes of it.
    pub ends: Ends,
}

const fn refused(
    cause: &'static str,
    name: &'static str,
    codes: &'static [&'static str],
    says: &'static [&'static str],
    bytes: fn() -> Vec<u8>,
) -> Article {
    Article {
        cause,
        name,
        bytes,
        ends: Ends::Refused(codes, says),
    }
}

const fn either(cause: &'static str, name: &'static str, bytes: fn() -> Vec<u8>) -> Article {
    Article {
        cause,
        name,
        bytes,
        ends: Ends::Either,
    }
}

const NO_TEXT: &[&str] = &["file-binary"];
const DAMAGED: &[&str] = &["file-damaged"];
const LOCKED: &[&str] = &["file-locked"];
const EMPTY: &[&str] = &["file-empty"];
const LARGE: &[&str] = &["file-too-large"];

/// All of them.
pub const ARTICLES: &[Article] = &[
    // Junk under each extension.
    refused("junk", "a.txt", NO_TEXT, &["a.txt"], noise),
    refused("junk", "a.md", NO_TEXT, &["a.md"], noise),
    refused("junk", "a.html", NO_TEXT, &["a.html"], noise),
    refused("junk", "a.pdf", DAMAGED, &["a.pdf"], noise),
    refused("junk", "a.docx", DAMAGED, &["a.docx"], noise),
    refused("junk", "a.odt", DAMAGED, &["a.odt"], noise),
    refused("junk", "a.epub", DAMAGED, &["a.epub"], noise),
    refused("junk", "a.rtf", DAMAGED, &["a.rtf"], noise),
    refused(
        "junk",
        "a.eml",
        &["file-binary", "file-damaged", "file-empty"],
        &["a.eml"],
        noise,
    ),
    refused("junk", "a.msg", DAMAGED, &["a.msg"], noise),
    refused(
        "a picture called a page",
        "a.html",
        &["format-unknown"],
        &["a PNG picture"],
        || [b"\x89PNG\r\n\x1a\n".to_vec(), noise()].concat(),
    ),
    // Cut off in the middle.
    refused("truncated", "cut.pdf", DAMAGED, &["cut.pdf"], || {
        half(include_bytes!("../fixtures/formats/article.pdf"))
    }),
    refused("truncated", "cut.docx", DAMAGED, &["cut.docx"], || {
        half(include_bytes!("../fixtures/formats/article.docx"))
    }),
    refused("truncated", "cut.odt", DAMAGED, &["cut.odt"], || {
        half(include_bytes!("../fixtures/formats/article.odt"))
    }),
    refused("truncated", "cut.epub", DAMAGED, &["cut.epub"], || {
        half(include_bytes!("../fixtures/formats/article.epub"))
    }),
    either("truncated", "cut.rtf", || {
        half(include_bytes!("../fixtures/formats/article.rtf"))
    }),
    either("truncated", "cut.fodt", || {
        half(include_bytes!("../fixtures/formats/article.fodt"))
    }),
    // Locked.
    refused(
        "encrypted",
        "locked.docx",
        LOCKED,
        &["locked.docx", "password"],
        office_lock,
    ),
    refused(
        "encrypted",
        "locked.odt",
        LOCKED,
        &["locked.odt", "password"],
        || {
            let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="99"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>"#;
            zipped(&[
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("META-INF/manifest.xml", manifest.as_bytes()),
                ("content.xml", &noise()),
            ])
        },
    ),
    refused("encrypted", "locked.epub", LOCKED, &["locked.epub"], || {
        let encryption = r#"<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><enc:CipherData><enc:CipherReference URI="OEBPS/one.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>"#;
        book(
            &noise(),
            &[("META-INF/encryption.xml", encryption.as_bytes())],
        )
    }),
    refused(
        "encrypted",
        "locked.pdf",
        &["file-locked", "file-damaged"],
        &["locked.pdf"],
        locked_pdf,
    ),
    // Bombs.
    refused("a bomb", "bomb.docx", LARGE, &["bomb.docx"], || {
        word(&document(&" ".repeat(300 * MIB)))
    }),
    refused("a bomb", "bomb.odt", LARGE, &["bomb.odt"], || {
        open_document(format!("<text:p>{}</text:p>", "a".repeat(300 * MIB)).as_bytes())
    }),
    refused("a bomb", "bomb.epub", LARGE, &["bomb.epub"], || {
        book(
            format!("<html><body><p>{}</p></body></html>", "a".repeat(300 * MIB)).as_bytes(),
            &[],
        )
    }),
    refused(
        "very many parts",
        "parts.docx",
        LARGE,
        &["parts.docx"],
        || {
            let names: Vec<String> = (0..5_000).map(|n| format!("word/media/{n}.xml")).collect();
            let parts: Vec<(&str, &[u8])> = names
                .iter()
                .map(|name| (name.as_str(), &b"x"[..]))
                .collect();
            zipped(&parts)
        },
    ),
    // Entities that grow.
    refused(
        "a billion laughs",
        "laughs.docx",
        &["file-damaged", "file-too-large"],
        &["laughs.docx"],
        || word(&laughs("w:document")),
    ),
    refused(
        "a billion laughs",
        "laughs.fodt",
        &["file-damaged", "file-too-large"],
        &["laughs.fodt"],
        || laughs("office:document").into_bytes(),
    ),
    either("a billion laughs", "laughs.html", || {
        laughs("html").into_bytes()
    }),
    // Large.
    refused(
        "a text of 100 MB",
        "large.txt",
        LARGE,
        &["large.txt", "MiB"],
        || b"A line of a text that has no end. ".repeat(3_000_000),
    ),
    either("a page of 10 MB", "large.html", || {
        let mut page = b"<html><head><title>Long</title></head><body><article>".to_vec();
        page.extend(
            b"<p>The port said on Monday that 41 vessels had waited, and more would come.</p>"
                .repeat(130_000),
        );
        page
    }),
    either("one paragraph of 8 MB", "long.txt", || {
        b"word ".repeat(1_600_000)
    }),
    either("8 MB without a space", "solid.txt", || vec![b'a'; 8 * MIB]),
    either("a letter a line", "lines.txt", || {
        b"a\n\n".repeat(1_000_000)
    }),
    either("8 MB of tags", "tags.html", || {
        b"<b><i>".repeat(8 * MIB / 6)
    }),
    // Deep.
    either("nested 1,000,000 deep", "deep.html", || {
        [b"<div>".repeat(1_000_000), b"text".to_vec()].concat()
    }),
    either("nested 1,000,000 deep", "deep.md", || {
        [b">".repeat(1_000_000), b" text".to_vec()].concat()
    }),
    either("lists nested 1,000,000 deep", "list.md", || {
        [b"- ".repeat(1_000_000), b"text".to_vec()].concat()
    }),
    either("brackets nested 1,000,000 deep", "link.md", || {
        b"[".repeat(1_000_000)
    }),
    either("nested 1,000,000 deep", "deep.rtf", || {
        [
            b"{\\rtf1 ".to_vec(),
            b"{".repeat(1_000_000),
            b"text".to_vec(),
        ]
        .concat()
    }),
    refused(
        "nested 1,000,000 deep",
        "deep.docx",
        &["file-damaged", "file-too-large"],
        &["deep.docx"],
        || word(&document(&"<w:p>".repeat(1_000_000))),
    ),
    refused(
        "nested 1,000,000 deep",
        "deep.fodt",
        &["file-damaged", "file-too-large"],
        &["deep.fodt"],
        || "<a>".repeat(1_000_000).into_bytes(),
    ),
    either("messages in messages", "deep.eml", || {
        [
            b"Content-Type: message/rfc822\r\n\r\n".repeat(100_000),
            b"Subject: x\r\n\r\ntext".to_vec(),
        ]
        .concat()
    }),
    // Nothing to read.
    refused(
        "an empty page",
        "empty.html",
        EMPTY,
        &["empty.html"],
        || b"<html><head><title>x</title></head><body></body></html>".to_vec(),
    ),
    refused(
        "a page of scripts",
        "script.html",
        EMPTY,
        &["script.html"],
        || {
            [
                b"<html><body><script>".to_vec(),
                b"var a = 1;".repeat(1000),
                b"</script></body></html>".to_vec(),
            ]
            .concat()
        },
    ),
    refused(
        "a PDF of pictures",
        "scan.pdf",
        EMPTY,
        &["scan.pdf"],
        pictures,
    ),
    refused(
        "an empty document",
        "empty.docx",
        EMPTY,
        &["empty.docx"],
        || word(&document("<w:p/>")),
    ),
    refused(
        "a ZIP file called a document",
        "zip.docx",
        &["file-damaged", "format-unknown"],
        &["zip.docx"],
        || zipped(&[("a.txt", b"hello")]),
    ),
];

/// Bytes of every value, NUL among them, without any order.
fn noise() -> Vec<u8> {
    let mut state = 0x9E37_79B9_u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    };
    std::iter::repeat_with(next).take(20_000).collect()
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let how = SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, how).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    )
}

fn word(document: &str) -> Vec<u8> {
    zipped(&[
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#),
        ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn open_document(body: &[u8]) -> Vec<u8> {
    let mut content = br#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>"#.to_vec();
    content.extend_from_slice(body);
    content.extend_from_slice(b"</office:text></office:body></office:document-content>");
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
    ])
}

fn book(chapter: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let container = br#"<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
    let package = br#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"#;
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("OEBPS/p.opf", package),
        ("OEBPS/one.xhtml", chapter),
    ];
    parts.extend(more);
    zipped(&parts)
}

/// Ten entities, each ten of the one before: 10 GB of text in a kilobyte.
fn laughs(root: &str) -> String {
    let mut dtd = format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY a0 \"ha ha ha \">");
    for n in 1..10 {
        let before = format!("&a{};", n - 1).repeat(10);
        dtd.push_str(&format!("<!ENTITY a{n} \"{before}\">"));
    }
    format!("{dtd}]><{root}>&a9;</{root}>")
}

/// An Office file under a password is another kind of file: a container with two streams. Its
/// directory alone is made here.
fn office_lock() -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for name in ["/EncryptionInfo", "/EncryptedPackage"] {
        container
            .create_stream(name)
            .unwrap()
            .write_all(&noise())
            .unwrap();
    }
    container.flush().unwrap();
    container.into_inner().into_inner()
}

/// A PDF from its objects, with a table of where they lie.
fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", n + 1).bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        )
        .bytes(),
    );
    file
}

/// Three pages, each a picture and nothing else.
fn pictures() -> Vec<u8> {
    let draw = b"q 500 0 0 700 50 50 cm /I Do Q";
    let content = [
        format!("<< /Length {} >>\nstream\n", draw.len()).into_bytes(),
        draw.to_vec(),
        b"\nendstream".to_vec(),
    ]
    .concat();
    let picture = [b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 64 >>\nstream\n".to_vec(), vec![b'z'; 64], b"\nendstream".to_vec()].concat();
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R /Resources << /XObject << /I 7 0 R >> >> >>".to_vec();
    pdf(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>".to_vec(),
            page.clone(),
            page.clone(),
            page,
            content,
            picture,
        ],
        "",
    )
}

/// A PDF that asks for a password: of its lock only the names are right.
fn locked_pdf() -> Vec<u8> {
    let secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    pdf(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>".to_vec(),
            format!(
                "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <{secret}> /U <{secret}> >>"
            )
            .into_bytes(),
        ],
        "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
    )
}
