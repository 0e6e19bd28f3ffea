//! axe-core in the window, in each appearance.

use std::{fs, path::Path};

use serde_json::json;

use crate::{driver::Driver, stage::Stage};

/// Name, theme and contrast of what people can choose.
pub const APPEARANCES: &[(&str, &str, &str)] = &[
    ("light", "light", "normal"),
    ("dark", "dark", "normal"),
    ("light-contrast", "light", "high"),
    ("dark-contrast", "dark", "high"),
];

/// Shows the screen in an appearance.
pub fn dress(window: &Driver, theme: &str, contrast: &str) {
    window.run(
        "const root = document.documentElement; root.dataset.theme = arguments[0]; root.dataset.contrast = arguments[1]",
        json!([theme, contrast]),
    );
    window.run_later("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))", json!([]));
}

/// Asserts that axe finds nothing on a screen in any appearance, and keeps a picture of each.
pub fn clean(stage: &Stage, screen: &str) {
    let window = stage.window();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let source = fs::read_to_string(&file)
        .expect("axe-core is among the packages of ui: run `npm ci` there");
    window.run(
        &format!("if (!window.axe) {{ {source} }}; return true"),
        json!([]),
    );
    for (name, theme, contrast) in APPEARANCES {
        dress(window, theme, contrast);
        let found = window.run_later(
            "const done = arguments[0]; axe.run(document, {iframes: false}).then((all) => done(all.violations.map((one) => one.id + ': ' + one.help + '\\n  ' + one.nodes.map((node) => node.html + ' ' + (node.any[0]?.message ?? node.failureSummary)).join('\\n  '))), (error) => done(['axe failed: ' + error]))",
            json!([]),
        );
        let found: Vec<&str> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one.as_str())
            .collect();
        stage.keep_picture(&format!("{screen}-{name}"));
        assert!(
            found.is_empty(),
            "axe on {screen}, {name}: {} findings\n{}",
            found.len(),
            found.join("\n")
        );
    }
    dress(window, "system", "system");
}
