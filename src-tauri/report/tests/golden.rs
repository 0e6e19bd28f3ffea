//! Whole reports against files that people have looked at. `STET_UPDATE_GOLDEN=1` writes them anew.

mod common;

use std::{fs, path::PathBuf};

use stet_report::Format;

/// The name with the format's extension; formats that share one with an earlier format say which.
fn file_name(name: &str, format: Format) -> String {
    let extension = format.extension();
    let first = Format::ALL.iter().find(|one| one.extension() == extension);
    if first == Some(&format) {
        format!("{name}.{extension}")
    } else {
        format!("{name}.{}.{extension}", format.name())
    }
}

#[test]
fn reports_are_as_they_were_looked_at() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let update = std::env::var_os("STET_UPDATE_GOLDEN").is_some();
    for (name, view) in [
        ("sample", common::sample()),
        ("everything", common::everything()),
    ] {
        for &format in Format::ALL.iter().filter(|format| format.is_text()) {
            let file = file_name(name, format);
            let path = folder.join(&file);
            let whole = String::from_utf8(common::bytes(&view, format)).expect("reports are UTF-8");
            let now = common::without_faces(&whole);
            if update {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &now).unwrap();
            }
            let then = fs::read_to_string(&path).unwrap_or_else(|error| {
                panic!(
                    "{}: {error}; STET_UPDATE_GOLDEN=1 writes it",
                    path.display()
                )
            });
            let first = now
                .lines()
                .zip(then.lines())
                .enumerate()
                .find(|(_, (now, then))| now != then);
            assert!(
                now == then,
                "{file} has changed, first at {first:?}; if rightly so, run with STET_UPDATE_GOLDEN=1"
            );
        }
    }
}

/// What is read on the pages, in its order; where lines break is the typesetter's business.
#[cfg(feature = "pdf")]
#[test]
fn pages_say_what_they_said_when_they_were_looked_at() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    for (name, view) in [
        ("sample", common::sample()),
        ("everything", common::everything()),
    ] {
        let Some(now) = common::pdf_text(&common::bytes(&view, Format::Pdf)) else {
            return;
        };
        let path = folder.join(format!("{name}.pdf.txt"));
        if std::env::var_os("STET_UPDATE_GOLDEN").is_some() {
            fs::write(&path, &now).unwrap();
        }
        let then = fs::read_to_string(&path).unwrap_or_default();
        let mut pairs = now.split_whitespace().zip(then.split_whitespace());
        let first = pairs.find(|(now, then)| now != then);
        assert_eq!(first, None, "{name}: read, and read when it was looked at");
        let count = |text: &str| text.split_whitespace().count();
        assert_eq!(count(&now), count(&then), "{name}: words");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for &format in Format::ALL.iter().filter(|format| format.is_text()) {
        let bytes = || common::bytes(&common::everything(), format);
        assert_eq!(bytes(), bytes(), "{}", format.name());
    }
}
