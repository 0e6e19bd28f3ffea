//! The window's powers, pinned: whoever widens them changes this list too, and says why.

use std::{fs, path::Path};

use serde_json::{Value, json};

fn read(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    serde_json::from_slice(&fs::read(&path).unwrap()).unwrap()
}

#[test]
fn the_page_may_ask_for_exactly_this() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/capabilities");
    assert_eq!(
        fs::read_dir(folder).unwrap().count(),
        1,
        "there is one capability"
    );
    let capability = read("src-tauri/capabilities/main.json");
    assert_eq!(
        capability["permissions"],
        json!([
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "allow-call",
            "allow-pick-files",
            "allow-save-report",
            "allow-save-share",
            "allow-save-key",
            "allow-open-saved",
            "allow-show-saved",
            "allow-save-copy",
            "allow-open-link",
            "allow-quit",
            "allow-painted"
        ])
    );
    assert_eq!(capability["windows"], json!(["main"]), "for one window");
    assert_eq!(capability.get("remote"), None, "for no page from elsewhere");
}

#[test]
fn the_page_is_held_by_exactly_this() {
    let config = read("tauri.conf.json");
    let app = &config["app"];
    assert_eq!(
        app["withGlobalTauri"], false,
        "no door in the page's own global space"
    );
    assert_eq!(
        app["security"],
        json!({
            "capabilities": ["main"],
            "freezePrototype": true,
            "assetProtocol": {"enable": false, "scope": []},
            "csp": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self' data:; connect-src ipc: http://ipc.localhost; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
        })
    );
    assert_eq!(
        config.get("plugins"),
        None,
        "no plugin brings powers of its own"
    );
}
