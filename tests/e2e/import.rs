//! An article of one's own: chosen as a file, pasted, tagged, handed over.

use std::{fs, path::PathBuf};

use serde_json::json;

use crate::{
    driver::key::{CTRL, ENTER, HOME, SHIFT},
    job::saved,
    stage::Stage,
};

const ARTICLE: &str = "# The ferry that never sailed\n\nThe ferry was launched on 3 May 2021. It has not carried a passenger since, the operator says.\n\n“We are waiting for a certificate,” said Mara Holt, its director. The certificate costs 400 dollars.\n";

#[test]
fn a_file_is_chosen_imported_and_tagged() {
    let mut stage = Stage::new();
    let file = stage.path("ferry.md");
    fs::write(&file, ARTICLE).expect("an article to import");
    stage.will_pick(&file);
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'o');
    window.see("#import-form");
    let title = window.run("return document.activeElement.value", json!([]));
    assert_eq!(
        title, "The ferry that never sailed",
        "the title was found, and has the focus"
    );
    stage.keep_picture("import");
    let window = stage.window();
    window.press(&ENTER.to_string());
    window.read("0 of 5 closed");
    window.press(&HOME.to_string());
    window.press("nvaad");
    window.read("5 of 5 closed");
    saved(window);
    let articles = stage.ask(&["articles"]);
    let ferry = articles
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["title"] == "The ferry that never sailed")
        .cloned()
        .unwrap_or_default();
    let shown = stage.ask(&[
        "show",
        ferry["article"].as_str().expect("it is in the library"),
    ]);
    let tags: Vec<&str> = shown["sentences"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["standing"].as_str())
        .collect();
    assert_eq!(
        tags,
        [
            "no-claim",
            "verified",
            "attributed-only",
            "attributed-only",
            "disputed"
        ]
    );
}

#[test]
fn text_is_pasted_and_imported_once() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    for expected in ["0 of 2 closed", "already in your library"] {
        window.chord(&[CTRL, SHIFT], 'v');
        window.see("dialog textarea");
        window.press("The bridge opened in 1911. It was closed in 1983.");
        window.click("Go on");
        if expected.contains("closed") {
            window.see("#import-form");
            window.press(&ENTER.to_string());
        }
        window.read(expected);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_one_line() {
    let mut stage = Stage::new();
    let file = stage.path("picture.txt");
    fs::write(
        &file,
        [0x89, b'P', b'N', b'G', 0, 0, 0, 1, 0, 0xFF, 0xFE, 0],
    )
    .expect("a file that is no text");
    stage.will_pick(&file);
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'o');
    window.see("dialog [role=alert]");
    assert_eq!(
        stage.ask(&["articles"]).as_array().map(Vec::len),
        Some(1),
        "the library is as before"
    );
}

/// A real news article, where the machine has one: in the folder that `STET_SHARED` names, or in
/// one called `shared` beside the checkout.
fn real_article() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let shared = std::env::var_os("STET_SHARED").map_or_else(beside, PathBuf::from);
    let mut files: Vec<PathBuf> = fs::read_dir(shared.join("articles"))
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    files.sort();
    files.into_iter().next()
}

#[test]
fn a_real_article_from_file_to_report() {
    let Some(file) = real_article() else {
        println!("skipped: no data");
        return;
    };
    let mut stage = Stage::new();
    let out = stage.path("reports");
    stage.will_pick(&file);
    stage.will_save_in(&out);
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'o');
    window.see("#import-form");
    window.press(&ENTER.to_string());
    window.read("0 of 12 closed");
    window.press(&HOME.to_string());
    window.press("avaavvadavnv");
    window.read("12 of 12 closed");
    saved(window);
    stage.keep_picture("real-article");
    let window = stage.window();
    window.chord(&[CTRL], 'e');
    window.see("iframe");
    window.click("Save…");
    window.read("Saved: ");
    let report = fs::read_dir(&out)
        .expect("the folder of reports")
        .flatten()
        .next()
        .expect("a report was saved")
        .path();
    assert!(
        fs::read_to_string(report).is_ok_and(|text| text.contains("</html>")),
        "the report is whole"
    );
}
