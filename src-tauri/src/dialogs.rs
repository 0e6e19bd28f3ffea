//! The system's file dialogs. Asked from here and never from the page, which only learns handles.

use std::path::PathBuf;

use stet_core::error::{Code, Error, Result};
use tauri::WebviewWindow;

const ARTICLES: &[&str] = &["txt", "text", "md", "markdown"];

/// Lets the person choose articles. Empty when cancelled.
///
/// # Errors
/// `internal`: the dialog could not be shown.
pub async fn pick(window: &WebviewWindow) -> Result<Vec<PathBuf>> {
    #[cfg(debug_assertions)]
    if let Some(answer) = scripted("STET_TEST_PICK") {
        return Ok(answer.into_iter().collect());
    }
    let files = ask(window, |parent| {
        let dialog = rfd::AsyncFileDialog::new().set_parent(parent).set_title("Import articles");
        dialog.add_filter("Articles", ARTICLES).add_filter("All files", &["*"]).pick_files()
    });
    Ok(files.await?.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect())
}

/// Lets the person choose where to save. None when cancelled.
///
/// # Errors
/// `internal`: the dialog could not be shown.
pub async fn save(window: &WebviewWindow, name: &str) -> Result<Option<PathBuf>> {
    #[cfg(debug_assertions)]
    if let Some(answer) = scripted("STET_TEST_SAVE") {
        return Ok(answer.map(|folder| folder.join(name)));
    }
    let name = name.to_owned();
    let file = ask(window, move |parent| rfd::AsyncFileDialog::new().set_parent(parent).set_title("Save").set_file_name(name).save_file());
    Ok(file.await?.map(|file| file.path().to_owned()))
}

/// Toolkits want dialogs made on the window's thread and waited for elsewhere.
async fn ask<T, F>(window: &WebviewWindow, make: impl FnOnce(&WebviewWindow) -> F + Send + 'static) -> Result<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let unshown = || Error::new(Code::Internal, "The file dialog could not be shown.", "Try again, or drop the file on the window.");
    let (send, mut receive) = tauri::async_runtime::channel(1);
    let parent = window.clone();
    let shown = window.run_on_main_thread(move || {
        let dialog = make(&parent);
        tauri::async_runtime::spawn(async move {
            // Nobody waits any more only when the program ends.
            let _ = send.send(dialog.await).await;
        });
    });
    shown.map_err(|_| unshown())?;
    receive.recv().await.ok_or_else(unshown)
}

/// The answer that a test gives in a dialog's place: a path, or nothing for “Cancel”. Builds that
/// people get do not contain this.
#[cfg(debug_assertions)]
fn scripted(variable: &str) -> Option<Option<PathBuf>> {
    std::env::var_os(variable).map(|value| Some(PathBuf::from(value)).filter(|path| !path.as_os_str().is_empty()))
}
