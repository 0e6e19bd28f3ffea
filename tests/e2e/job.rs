//! The main job, whole: every sentence of the sample tagged by keyboard, a finding, a split, undo,
//! the program closed and opened again, the report saved and read.

use std::fs;

use serde_json::{Value, json};

use crate::{
    driver::{
        Driver,
        key::{CTRL, ENTER, ESC, HOME, RIGHT},
    },
    stage::Stage,
};

/// The sentence that has the cursor, by its label.
pub fn current(window: &Driver) -> String {
    window
        .run(
            "return document.querySelector('[data-at].current')?.dataset.label ?? ''",
            json!([]),
        )
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Waits until the last step is on disk.
pub fn saved(window: &Driver) {
    window.wait("“saved” in the last line", "const bar = document.querySelector('footer'); return /saved/i.test(bar?.innerText ?? '') && !/saving|unsaved/i.test(bar.innerText)");
}

/// Opens the library's article whose title begins so.
pub fn open_article(window: &Driver, title: &str) {
    window.click(title);
    window.see("[data-at]");
}

fn sentences(stage: &Stage, article: &str) -> Vec<Value> {
    stage.ask(&["show", article])["sentences"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

fn mine(sentence: &Value) -> Option<&Value> {
    sentence["tags"]
        .as_array()?
        .iter()
        .find(|tag| tag["checker"] == "Ada Lind")
}

#[test]
fn the_sample_from_first_key_to_report() {
    let mut stage = Stage::new();
    let out = stage.path("reports");
    stage.will_save_in(&out);
    stage.open().see("[data-at]");
    let article = stage.ask(&["articles"])[0]["article"]
        .as_str()
        .expect("the sample is in the library")
        .to_owned();

    // Every sentence gets the tag that stands, so that nothing ends as a disagreement; the open
    // ones get one kind each.
    let before = sentences(&stage, &article);
    assert!(
        before.len() >= 28,
        "the sample has about 30 sentences, found {}",
        before.len()
    );
    let mut fresh = ["v", "d", "a", "n"].iter().cycle();
    let keys: String = before
        .iter()
        .map(|sentence| match sentence["standing"].as_str() {
            Some("verified") => "v",
            Some("disputed") => "d",
            Some("attributed-only") => "a",
            Some("no-claim") => "n",
            _ => fresh.next().unwrap_or(&"v"),
        })
        .collect();
    let window = stage.window();
    window.press(&HOME.to_string());
    window.press(&keys);
    window.read(&format!("{0} of {0} closed", before.len()));
    saved(window);
    let after = sentences(&stage, &article);
    for (sentence, key) in after.iter().zip(keys.chars()) {
        let tag = mine(sentence)
            .and_then(|tag| tag["tag"].as_str())
            .unwrap_or_default();
        assert!(
            tag.starts_with(key),
            "sentence {} was given “{key}” and holds “{tag}”",
            sentence["label"]
        );
        assert_ne!(
            sentence["standing"], "untagged",
            "sentence {}",
            sentence["label"]
        );
    }
    stage.keep_picture("all-tagged");

    // A finding, written and saved with the keys.
    let window = stage.window();
    window.press(&HOME.to_string());
    window.press("m");
    window.wait(
        "the finding to have the focus",
        "return document.activeElement?.id === 'field-finding'",
    );
    window.press("Minutes of 4 May 1936, page 12: “finished”.");
    window.chord(&[CTRL], ENTER);
    saved(window);
    window.wait(
        "the next sentence",
        "return document.querySelector('[data-at].current')?.dataset.at === '1'",
    );
    let findings = sentences(&stage, &article);
    assert_eq!(
        mine(&findings[0]).map(|tag| &tag["finding"]),
        Some(&json!("Minutes of 4 May 1936, page 12: “finished”.")),
        "the finding is on disk"
    );

    // A sentence split at the caret, and put together again by undo.
    window.press("jj");
    let label = current(window);
    window.press(&ENTER.to_string());
    window.wait(
        "the sentence in hand",
        "return document.activeElement?.id === 'field-hand'",
    );
    let space = window
        .run(
            "const field = document.activeElement; return field.value.indexOf(' ', 20)",
            json!([]),
        )
        .as_u64()
        .expect("a space to split at");
    window.press(
        &RIGHT
            .to_string()
            .repeat(usize::try_from(space).unwrap_or_default() + 1),
    );
    window.press("/");
    let part = format!("[data-label=\"{label}a\"]");
    window.see(&part);
    saved(window);
    assert_eq!(
        sentences(&stage, &article).len(),
        before.len() + 1,
        "split into two parts"
    );
    window.press(&ESC.to_string());
    window.wait(
        "the text to have the focus",
        "return document.activeElement?.closest('[data-place]')?.dataset.place === 'text'",
    );
    window.chord(&[CTRL], 'z');
    window.see(&format!("[data-label=\"{label}\"]"));
    saved(window);
    let undone = sentences(&stage, &article);
    assert_eq!(undone.len(), before.len(), "undo joins it again");
    assert_eq!(undone, findings, "undo brings back exactly what was there");

    // Closed, opened again: everything is there.
    stage.close();
    let window = stage.open();
    window.see("table");
    open_article(window, "The dam");
    window.read(&format!("{0} of {0} closed", before.len()));
    window.press(&HOME.to_string());
    window.wait(
        "the finding",
        "return document.querySelector('#field-finding')?.value.startsWith('Minutes of 4 May')",
    );
    assert_eq!(
        sentences(&stage, &article),
        findings,
        "the next start finds everything"
    );

    // The report, as the window shows it and as the file that is handed over.
    let window = stage.window();
    window.chord(&[CTRL], 'e');
    window.see("iframe");
    let styled = "const page = document.querySelector('iframe').contentDocument; const one = page?.querySelector('main, article, body'); return !!one && page.adoptedStyleSheets.length === 1 && page.adoptedStyleSheets[0].cssRules.length > 10";
    window.wait("the report in its own style", styled);
    stage.keep_picture("export");
    let window = stage.window();
    window.click("Save…");
    window.read("Saved: ");
    let file = fs::read_dir(&out)
        .expect("the folder of reports")
        .flatten()
        .next()
        .expect("a report was saved")
        .path();
    let report = fs::read_to_string(&file).expect("the report is text");
    assert!(report.starts_with("<!DOCTYPE html>"), "an HTML page");
    assert!(report.contains("Minutes of 4 May 1936"), "with the finding");
    assert!(report.contains("Ada Lind"), "with the checker's name");
    assert!(!report.contains("<script"), "without a script");
    assert!(
        !report.contains(stage.path("").to_str().unwrap_or("/")),
        "without a path of this machine"
    );
    let twin = stage.path("by-command-line.html");
    let made = stage.stet(&[
        "report",
        &article,
        "--format",
        "html",
        "-o",
        &twin.display().to_string(),
    ]);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    assert_eq!(
        fs::read_to_string(twin).ok(),
        Some(report),
        "the command line writes the same bytes"
    );
}

#[test]
fn what_another_program_writes_appears() {
    let mut stage = Stage::new();
    stage.open().see("[data-at]");
    let article = stage.ask(&["articles"])[0]["article"]
        .as_str()
        .expect("the sample is in the library")
        .to_owned();
    let open = sentences(&stage, &article)
        .iter()
        .find(|one| one["standing"] == "untagged")
        .cloned()
        .expect("the sample leaves some open");
    let label = open["label"].as_str().unwrap_or_default().to_owned();
    let out = stage.stet(&[
        "--as",
        "Bo Ek",
        "tag",
        &article,
        &label,
        "disputed",
        "--finding",
        "Written from outside.",
    ]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    stage
        .window()
        .see(&format!("[data-label=\"{label}\"].disputed"));
}
