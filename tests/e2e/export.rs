//! The report, saved in the formats that are no text: through the real window, with the keys and
//! choices of a person.

use std::{fs, path::Path};

use crate::{
    driver::{Driver, key::CTRL},
    stage::Stage,
};

/// Chooses a format and waits for what it looks like.
fn choose(window: &Driver, format: &str) {
    window.click(format);
    window.see("[role=region][aria-label=\"The report\"]");
    window.wait(
        "the save button",
        "return [...document.querySelectorAll('button')].some((one) => one.innerText === 'Save…' && !one.disabled)",
    );
}

fn bytes(folder: &Path, end: &str) -> Vec<u8> {
    fs::read_dir(folder)
        .expect("the folder of reports")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|found| found == end))
        .map(|path| fs::read(path).expect("the file can be read"))
        .unwrap_or_else(|| panic!("no .{end} was saved"))
}

#[test]
fn a_report_is_saved_as_pdf_and_for_word() {
    let mut stage = Stage::new();
    let out = stage.path("reports");
    stage.will_save_in(&out);
    let note = stage.path("opened");
    stage.will_note_in(&note);
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'e');
    window.see("iframe");
    for (name, end, begins) in [
        ("PDF", "pdf", b"%PDF-".as_slice()),
        ("Word", "docx", b"PK\x03\x04".as_slice()),
    ] {
        let window = stage.window();
        choose(window, name);
        stage.keep_picture(&format!("export-{end}"));
        let window = stage.window();
        window.click("Save…");
        window.wait(
            "where it is",
            &format!("return [...document.querySelectorAll('.path')].some((one) => one.innerText.endsWith('.{end}') && one.innerText.includes('/'))"),
        );
        assert!(bytes(&out, end).starts_with(begins), "{name}");
        window.click("Open");
        let opened = (0..100)
            .find_map(|_| {
                std::thread::sleep(std::time::Duration::from_millis(50));
                fs::read_to_string(&note)
                    .ok()
                    .filter(|words| words.ends_with(end))
            })
            .unwrap_or_default();
        assert!(opened.starts_with("open "), "{name}: {opened}");
    }
    assert_eq!(
        fs::read_dir(&out).expect("the folder of reports").count(),
        2,
        "two files, and no part of one"
    );
}
