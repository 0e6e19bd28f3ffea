//! More hostile texts, in every format there is: what is packed is unpacked, and nothing in it acts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{
    bytes, formats,
    hostile::{HOSTILE, everywhere, files},
};

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
