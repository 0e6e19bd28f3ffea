//! The report, saved in the formats that are no text: through the real window, with the keys and
//! choices of a person.

use std::{fs, path::Path};

use crate::{
    driver::{
        Driver,
        key::{CTRL, ENTER},
    },
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

/// The end of the name of what the system was given to open or to show.
fn handed_over(note: &Path, how: &str) -> String {
    (0..100)
        .find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(50));
            let words = fs::read_to_string(note).ok()?;
            let path = words.strip_prefix(how)?;
            Some(path.rsplit('.').next()?.to_owned())
        })
        .unwrap_or_default()
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
        assert_eq!(handed_over(&note, "open "), end, "{name}");
        window.click("Show in folder");
        assert_eq!(handed_over(&note, "show "), end, "{name}");
    }
    let window = stage.window();
    // The clipboard is for whoever presses something, not for a script.
    window.run("[...document.querySelectorAll('button')].find((one) => one.innerText === 'Copy summary').focus()", serde_json::json!([]));
    window.press(&ENTER.to_string());
    window.wait(
        "that it was copied",
        "return [...document.querySelectorAll('button')].some((one) => one.innerText === 'Copied')",
    );
    // Any other program would be given the same.
    window.run("const field = document.createElement('textarea'); field.id = 'elsewhere'; document.body.append(field); field.focus();", serde_json::json!([]));
    window.chord(&[CTRL], 'v');
    window.wait(
        "the summary, pasted",
        "const said = document.getElementById('elsewhere').value; return said.includes('sentences') && said.includes('Checked by')",
    );
    assert_eq!(
        fs::read_dir(&out).expect("the folder of reports").count(),
        2,
        "two files, and no part of one"
    );
}
