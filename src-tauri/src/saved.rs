//! What was saved, handed to the system: opened, or shown in its folder.

use std::path::Path;

use stet_core::error::{Code, Error, Result};

/// Opens a file with the program that the system has for it.
///
/// # Errors
/// `file-missing`: it is no longer there. `file-failed`: no program would take it.
pub fn open(path: &Path) -> Result<()> {
    there(path)?;
    #[cfg(debug_assertions)]
    if scripted("open", path) {
        return Ok(());
    }
    open::that_detached(path).map_err(|error| unopened(path, &error))
}

/// Shows a file in its folder, chosen where the system's file manager can do that.
///
/// # Errors
/// As for [`open`].
pub fn show(path: &Path) -> Result<()> {
    there(path)?;
    #[cfg(debug_assertions)]
    if scripted("show", path) {
        return Ok(());
    }
    if system::show(path) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    open::that_detached(folder).map_err(|error| unopened(folder, &error))
}

fn there(path: &Path) -> Result<()> {
    if path.exists() {
        return Ok(());
    }
    Err(Error::new(
        Code::FileMissing,
        format!("{} is no longer there.", path.display()),
        "Save the report again.",
    ))
}

fn unopened(path: &Path, error: &std::io::Error) -> Error {
    Error::new(
        Code::FileFailed,
        format!(
            "The system opened no program for {}: {error}.",
            path.display()
        ),
        "Open it from your file manager.",
    )
}

#[cfg(target_os = "linux")]
mod system {
    //! The file managers' own interface (org.freedesktop.FileManager1).

    use std::path::Path;

    use gtk::{gio, glib, prelude::ToVariant};

    /// Whether the file manager took it.
    pub fn show(path: &Path) -> bool {
        let Ok(address) = glib::filename_to_uri(path, None) else {
            return false;
        };
        let Ok(bus) = gio::bus_get_sync(gio::BusType::Session, gio::Cancellable::NONE) else {
            return false;
        };
        let asked = (vec![address.to_string()], String::new()).to_variant();
        bus.call_sync(
            Some("org.freedesktop.FileManager1"),
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1",
            "ShowItems",
            Some(&asked),
            None,
            gio::DBusCallFlags::NONE,
            3_000,
            gio::Cancellable::NONE,
        )
        .is_ok()
    }
}

#[cfg(target_os = "macos")]
mod system {
    use std::{path::Path, process::Command};

    /// Whether the Finder took it.
    pub fn show(path: &Path) -> bool {
        let asked = Command::new("open").arg("-R").arg(path).status();
        asked.is_ok_and(|status| status.success())
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod system {
    use std::{path::Path, process::Command};

    /// Whether the Explorer took it.
    pub fn show(path: &Path) -> bool {
        Command::new("explorer")
            .arg("/select,")
            .arg(path)
            .spawn()
            .is_ok()
    }
}

/// Writes down what would have been opened, where a test asks for that. Builds that people get do
/// not contain this.
#[cfg(debug_assertions)]
fn scripted(what: &str, path: &Path) -> bool {
    std::env::var_os("STET_TEST_OPENED")
        .is_some_and(|note| std::fs::write(note, format!("{what} {}", path.display())).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_not_opened() {
        let gone = std::env::temp_dir().join("stet-no-such-report.html");
        for opened in [open(&gone), show(&gone)] {
            assert_eq!(opened.unwrap_err().code, Code::FileMissing);
        }
    }
}
