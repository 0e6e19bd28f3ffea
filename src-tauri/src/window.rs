//! The one window: where it opens, what it may load, what happens to it.

use std::path::PathBuf;

use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Url, WebviewUrl, WebviewWindowBuilder, Window,
    WindowEvent, webview::NewWindowResponse, window::Color,
};

use crate::{
    frame::{Frame, Remembered},
    ipc::Shell,
    watch::Focus,
};

const LABEL: &str = "main";
const SIZE: (f64, f64) = (1280.0, 860.0);
const LEAST: (f64, f64) = (320.0, 400.0);
const PAPER: Color = Color(0xFF, 0xFD, 0xF8, 0xFF);

/// Opens the window where it last stood, or in the middle. The web view keeps what it must in
/// `cache`; nothing of an article is in there.
///
/// # Errors
/// Whatever the system refuses.
pub fn open(
    app: &AppHandle,
    frame: Option<Frame>,
    cache: PathBuf,
    sample: bool,
) -> tauri::Result<()> {
    app.manage(Focus::default());
    let page = WebviewUrl::App(
        if sample {
            "index.html#sample"
        } else {
            "index.html"
        }
        .into(),
    );
    let mut window = WebviewWindowBuilder::new(app, LABEL, page)
        .title("Stet")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .data_directory(cache)
        .background_color(PAPER)
        .zoom_hotkeys_enabled(false)
        .on_navigation(own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    let frame = frame.filter(|frame| visible(app, frame));
    window = match frame {
        Some(frame) => window.maximized(frame.maximized),
        None => window.center(),
    };
    let window = window.build()?;
    if let Some(frame) = frame {
        window.set_size(tauri::PhysicalSize::new(frame.width, frame.height))?;
        window.set_position(tauri::PhysicalPosition::new(frame.x, frame.y))?;
    }
    Ok(())
}

/// Whether an address is the program's own page, or the empty frame in which a report is shown.
fn own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        "about" => matches!(url.path(), "srcdoc" | "blank"),
        _ => false,
    }
}

/// A window on a screen that was unplugged would open where nobody sees it.
fn visible(app: &AppHandle, frame: &Frame) -> bool {
    let screens = app.available_monitors().unwrap_or_default();
    screens.iter().any(|screen| {
        let (at, size) = (screen.position(), screen.size());
        let inside = |value: i32, from: i32, length: u32| {
            i64::from(value) >= i64::from(from) - 40
                && i64::from(value) < i64::from(from) + i64::from(length) - 40
        };
        inside(frame.x, at.x, size.width) && inside(frame.y, at.y, size.height)
    })
}

/// Notes moves, focus and dropped files.
pub fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::Resized(_) | WindowEvent::Moved(_) => note(window),
        WindowEvent::Focused(focused) => window.state::<Focus>().set(*focused),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let (app, paths) = (window.app_handle().clone(), paths.clone());
            tauri::async_runtime::spawn(async move {
                if let Ok(handles) = app.state::<Shell>().stage(paths).await {
                    // A page that is gone needs no event.
                    let _ = app.emit_to(LABEL, "dropped", handles);
                }
            });
        }
        _ => {}
    }
}

fn note(window: &Window) {
    let remembered = window.state::<Remembered>();
    let (Ok(at), Ok(size), Ok(maximized)) = (
        window.outer_position(),
        window.inner_size(),
        window.is_maximized(),
    ) else {
        return;
    };
    if window.is_minimized().unwrap_or(false) || size.width == 0 {
        return;
    }
    let now = Frame {
        x: at.x,
        y: at.y,
        width: size.width,
        height: size.height,
        maximized,
    };
    let before = remembered.frame();
    remembered.note(match before {
        Some(before) if maximized => Frame {
            maximized,
            ..before
        },
        _ => now,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_page_is_loaded() {
        let table = [
            (
                "its page on Linux and macOS",
                "tauri://localhost/index.html#sample",
                true,
            ),
            ("its page on Windows", "http://tauri.localhost/", true),
            ("the frame of a report", "about:srcdoc#s4", true),
            ("a web page", "https://example.org/", false),
            (
                "a host that only begins so",
                "http://tauri.localhost.example.org/",
                false,
            ),
            ("a file", "file:///etc/passwd", false),
            ("data", "data:text/html,hello", false),
            ("a script", "javascript:alert(1)", false),
        ];
        for (why, address, passes) in table {
            assert_eq!(own(&address.parse().unwrap()), passes, "{why}: {address}");
        }
    }
}
