//! The window opens.

use serde_json::json;

use crate::stage::Stage;

#[test]
fn the_window_opens_on_the_sample() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    assert_eq!(window.title(), "Stet");
    let refused = window.run("return [...performance.getEntriesByType('resource')].filter((one) => !one.name.startsWith('tauri://') && !one.name.startsWith('ipc://')).map((one) => one.name)", json!([]));
    assert_eq!(refused, json!([]), "the page loads nothing from outside");
}

#[test]
fn the_page_cannot_reach_the_system() {
    let mut stage = Stage::new();
    let window = stage.open();
    window.see("[data-at]");
    let table = [
        (
            "a global door",
            "return String('__TAURI__' in window)",
            "false",
        ),
        (
            "eval",
            "try { return String(eval('1 + 1')) } catch (error) { return 'refused' }",
            "refused",
        ),
    ];
    for (why, script, expected) in table {
        assert_eq!(window.run(script, json!([])), expected, "{why}");
    }
    let asks = [
        ("a window's own powers", "plugin:window|close", "{}"),
        (
            "another window",
            "plugin:webview|create_webview_window",
            "{\"options\": {\"label\": \"other\", \"url\": \"https://example.org\"}}",
        ),
        (
            "paths of the system",
            "plugin:path|resolve_directory",
            "{\"directory\": 1}",
        ),
        (
            "emitting events",
            "plugin:event|emit",
            "{\"event\": \"changed\", \"payload\": null}",
        ),
    ];
    for (why, command, takes) in asks {
        let said = window.run_later(
            "const done = arguments[2]; window.__TAURI_INTERNALS__.invoke(arguments[0], JSON.parse(arguments[1])).then(() => done('let through'), (error) => done(String(error)))",
            json!([command, takes]),
        );
        assert!(
            said.as_str()
                .is_some_and(|said| said.contains("not allowed")),
            "{why}: {command} said {said}"
        );
    }
    let said = window.run_later(
        "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('open_link', {url: 'file:///etc/passwd'}).then(() => done('let through'), (error) => done(error.code))",
        json!([]),
    );
    assert_eq!(said, "link-refused", "only web addresses are opened");
    window.run("const link = document.createElement('a'); link.href = 'https://example.org/'; document.body.append(link); link.click(); return true", json!([]));
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(
        window
            .run("return location.href", json!([]))
            .as_str()
            .is_some_and(|at| at.starts_with("tauri://localhost")),
        "the window never leaves its page"
    );
}
