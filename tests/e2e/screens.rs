//! Every screen, in every appearance: axe finds nothing, nothing needs sideways scrolling, and a
//! picture is kept of each for people to look at.

use serde_json::json;

use crate::{
    axe,
    driver::key::{CTRL, ENTER, ESC, HOME},
    stage::Stage,
};

#[test]
fn first_run() {
    let mut stage = Stage::new();
    stage
        .open_with(&[])
        .read("Your name, as it will stand in reports");
    axe::clean(&stage, "first-run");
}

#[test]
fn reading_and_tagging() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    window.press(&HOME.to_string());
    window.press("xx");
    axe::clean(&stage, "main");
}

#[test]
fn library() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'l');
    window.see("table");
    axe::clean(&stage, "library");
}

#[test]
fn export() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'e');
    window.see("iframe");
    window.wait(
        "the report",
        "return document.querySelector('iframe').contentDocument?.adoptedStyleSheets?.length === 1",
    );
    axe::clean(&stage, "export");
}

#[test]
fn settings_help_and_palette() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], ',');
    window.read("Settings");
    axe::clean(&stage, "settings");
    let window = stage.window();
    window.press(&ESC.to_string());
    window.see("[data-at]");
    window.chord(&[CTRL], 'k');
    window.see("dialog[open]");
    window.press("signing keys");
    window.press(&ENTER.to_string());
    window.wait(
        "the list of people",
        "return document.activeElement.id === 'people' && document.querySelectorAll('[aria-labelledby=people] li').length > 0",
    );
    stage.keep_picture("people");
    let window = stage.window();
    window.press(&ESC.to_string());
    window.see("[data-at]");
    window.press("?");
    window.see("dialog[open]");
    axe::clean(&stage, "help");
    let window = stage.window();
    window.press(&ESC.to_string());
    window.wait(
        "the help to go",
        "return !document.querySelector('dialog[open]')",
    );
    window.chord(&[CTRL], 'k');
    window.see("dialog[open]");
    axe::clean(&stage, "palette");
}

#[test]
fn import() {
    let mut stage = Stage::new();
    let file = stage.path("ferry.md");
    std::fs::write(
        &file,
        "# The ferry that never sailed\n\nIt was launched on 3 May 2021. It has not sailed since, its operator says.\n",
    )
    .expect("an article");
    stage.will_pick(&file);
    let window = stage.open();
    window.see("[data-at]");
    window.chord(&[CTRL], 'o');
    window.see("#import-form");
    axe::clean(&stage, "import");
}

#[test]
fn a_damaged_database() {
    let mut stage = Stage::new();
    std::fs::write(stage.database(), vec![b'x'; 20_000]).expect("a file that is no database");
    let window = stage.open();
    window.read("Quit");
    axe::clean(&stage, "trouble");
}

/// 320 × 215 is what a window of 1280 × 860 holds at a zoom of 400 %.
#[test]
fn narrow() {
    let mut stage = Stage::new();
    stage.open().see("[data-at]");
    for (width, height, name) in [
        (320, 640, "narrow-320"),
        (600, 800, "narrow-600"),
        (900, 800, "narrow-900"),
        (320, 215, "zoom-400"),
    ] {
        let window = stage.window();
        window.resize(width, height);
        window.wait("the new size", &format!("return innerWidth === {width}"));
        std::thread::sleep(std::time::Duration::from_millis(300));
        let wide = window.run(
            "return document.documentElement.scrollWidth - innerWidth",
            json!([]),
        );
        stage.keep_picture(name);
        assert!(
            wide.as_i64().is_some_and(|over| over <= 0),
            "{name}: {wide} pixels stand over the edge"
        );
    }
}
