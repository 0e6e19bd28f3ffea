//! The program is killed in the middle of a word.

use serde_json::json;

use crate::{
    driver::key::{HOME, RIGHT, SHIFT},
    job::{open_article, saved},
    stage::Stage,
};

#[test]
fn a_crash_keeps_what_was_tagged_and_what_was_being_written() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    window.resize(1100, 700);
    window.press("u");
    window.chord(&[SHIFT], 'v');
    window.press("m");
    window.wait(
        "the finding to have the focus",
        "return document.activeElement?.id === 'field-finding'",
    );
    // A step that is answered with the whole article once lost the cursor.
    saved(window);
    let label = crate::job::current(window);
    assert_ne!(label, "", "a sentence has the cursor");
    window.press("Asked the archive, no answer y");
    // Words are kept when typing rests; the place of the window once a second.
    std::thread::sleep(std::time::Duration::from_millis(1800));
    stage.crash();

    let window = stage.open();
    window.see("table");
    open_article(window, "The dam");
    let found = window.run("return [innerWidth, innerHeight]", json!([]));
    assert_eq!(found, json!([1100, 700]), "the window has its size again");
    window.run(
        "document.querySelector(`[data-label=\"${arguments[0]}\"]`).click()",
        json!([label]),
    );
    window.wait("the unsaved words", "return document.querySelector('#field-finding')?.value === 'Asked the archive, no answer y'");
    window.read("not saved yet");
    let article = stage.ask(&["articles"])[0]["article"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let shown = stage.ask(&["show", &article]);
    let sentence = shown["sentences"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["label"] == label.as_str())
        .cloned()
        .unwrap_or_default();
    let tag = sentence["tags"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|tag| tag["checker"] == "Ada Lind")
        .cloned()
        .unwrap_or_default();
    assert_eq!(tag["tag"], "verified", "the tag was on disk");
    assert_eq!(
        tag["finding"], "",
        "what was not saved is not in the article"
    );

    // And then it is saved as usual.
    let window = stage.window();
    window.press("m");
    window.press(&RIGHT.to_string());
    window.chord(&[crate::driver::key::CTRL], crate::driver::key::ENTER);
    saved(window);
    window.press(&HOME.to_string());
}
