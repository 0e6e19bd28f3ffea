//! The system's file dialogs. Asked from here and never from the page, which only learns handles.

use std::path::PathBuf;

use serde::Deserialize;
use stet_core::error::{Code, Error, Result};
use tauri::WebviewWindow;

/// What is chosen in a dialog.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Files to be imported.
    Articles,
    /// What a colleague sent.
    Shares,
    /// A key that was kept in a file.
    Keys,
}

impl What {
    /// The dialog's title, what such files are called, and how their names end.
    fn words(self) -> (&'static str, &'static str, Vec<&'static str>) {
        match self {
            Self::Articles => ("Import articles", "Articles", stet_api::extensions()),
            Self::Shares => (
                "Merge what a colleague sent",
                "Annotation databases and reports",
                vec!["stet", "json", "age"],
            ),
            Self::Keys => (
                "Bring a key from a file",
                "Signing keys",
                vec![stet_api::KEY_END],
            ),
        }
    }
}

/// Lets the person choose files. Empty when cancelled.
///
/// # Errors
/// `internal`: the dialog could not be shown.
pub async fn pick(window: &WebviewWindow, what: What) -> Result<Vec<PathBuf>> {
    #[cfg(debug_assertions)]
    if let Some(answer) = scripted("STET_TEST_PICK") {
        return Ok(answer.into_iter().collect());
    }
    ask(window, move |window, answer| {
        system::pick(window, what, answer)
    })
    .await
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
    Ok(ask(window, move |window, answer| {
        system::save(window, &name, answer)
    })
    .await?
    .into_iter()
    .next())
}

/// Where a dialog puts what was chosen; nothing when the person cancelled.
type Answer = Box<dyn Fn(Vec<PathBuf>) + Send>;

/// Toolkits want dialogs shown on the window's thread, and waited for elsewhere.
async fn ask(
    window: &WebviewWindow,
    show: impl FnOnce(&WebviewWindow, Answer) + Send + 'static,
) -> Result<Vec<PathBuf>> {
    let unshown = || {
        Error::new(
            Code::Internal,
            "The file dialog could not be shown.",
            "Try again, or drop the file on the window.",
        )
    };
    let (send, mut receive) = tauri::async_runtime::channel(1);
    let answer: Answer = Box::new(move |chosen| {
        // Nobody waits any more only when the program ends.
        let _ = send.try_send(chosen);
    });
    let parent = window.clone();
    window
        .run_on_main_thread(move || show(&parent, answer))
        .map_err(|_| unshown())?;
    receive.recv().await.ok_or_else(unshown)
}

#[cfg(target_os = "linux")]
mod system {
    //! GTK's dialog, which becomes the desktop's own where there is a portal.

    use std::cell::RefCell;

    use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType, prelude::*};
    use tauri::WebviewWindow;

    use super::{Answer, What};

    pub fn pick(window: &WebviewWindow, what: What, answer: Answer) {
        let (title, name, ends) = what.words();
        let dialog = dialog(window, title, FileChooserAction::Open);
        dialog.set_select_multiple(true);
        let wanted = FileFilter::new();
        wanted.set_name(Some(name));
        for end in ends {
            wanted.add_pattern(&format!("*.{end}"));
            wanted.add_pattern(&format!("*.{}", end.to_uppercase()));
        }
        let all = FileFilter::new();
        all.set_name(Some("All files"));
        all.add_pattern("*");
        dialog.add_filter(wanted);
        dialog.add_filter(all);
        show(dialog, answer);
    }

    pub fn save(window: &WebviewWindow, name: &str, answer: Answer) {
        let dialog = dialog(window, "Save", FileChooserAction::Save);
        dialog.set_current_name(name);
        dialog.set_do_overwrite_confirmation(true);
        show(dialog, answer);
    }

    fn dialog(window: &WebviewWindow, title: &str, action: FileChooserAction) -> FileChooserNative {
        FileChooserNative::new(
            Some(title),
            window.gtk_window().ok().as_ref(),
            action,
            None,
            None,
        )
    }

    fn show(dialog: FileChooserNative, answer: Answer) {
        // Nobody else holds the dialog: it lives until it is answered.
        let held = RefCell::new(Some(dialog.clone()));
        dialog.connect_response(move |dialog, response| {
            answer(if response == ResponseType::Accept {
                dialog.filenames()
            } else {
                Vec::new()
            });
            dialog.destroy();
            held.take();
        });
        dialog.show();
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    //! The system's dialog, by way of rfd.

    use tauri::WebviewWindow;

    use super::{Answer, What};

    pub fn pick(window: &WebviewWindow, what: What, answer: Answer) {
        let (title, name, ends) = what.words();
        let dialog = rfd::AsyncFileDialog::new()
            .set_parent(window)
            .set_title(title);
        let chosen = dialog
            .add_filter(name, &ends)
            .add_filter("All files", &["*"])
            .pick_files();
        tauri::async_runtime::spawn(async move {
            answer(
                chosen
                    .await
                    .unwrap_or_default()
                    .iter()
                    .map(|file| file.path().to_owned())
                    .collect(),
            );
        });
    }

    pub fn save(window: &WebviewWindow, name: &str, answer: Answer) {
        let chosen = rfd::AsyncFileDialog::new()
            .set_parent(window)
            .set_title("Save")
            .set_file_name(name)
            .save_file();
        tauri::async_runtime::spawn(async move {
            answer(
                chosen
                    .await
                    .iter()
                    .map(|file| file.path().to_owned())
                    .collect(),
            );
        });
    }
}

/// The answer that a test gives in a dialog's place: a path, or nothing for “Cancel”. Builds that
/// people get do not contain this.
#[cfg(debug_assertions)]
fn scripted(variable: &str) -> Option<Option<PathBuf>> {
    std::env::var_os(variable)
        .map(|value| Some(PathBuf::from(value)).filter(|path| !path.as_os_str().is_empty()))
}
