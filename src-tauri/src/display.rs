//! Whether a window can be opened at all. The toolkit would panic; people get one line instead.

use std::panic;

const NONE: &str = "there is no display to open a window on. Set DISPLAY or WAYLAND_DISPLAY, or use the command line: stet --help.";

/// Refuses where the system names no display.
///
/// # Errors
/// The line to print.
pub fn require() -> Result<(), String> {
    if cfg!(any(target_os = "macos", target_os = "windows")) {
        return Ok(());
    }
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if named("DISPLAY") || named("WAYLAND_DISPLAY") {
        Ok(())
    } else {
        Err(NONE.into())
    }
}

/// Builds the application. A display that is named but does not answer makes the toolkit panic
/// inside; that panic ends here, as the same line.
///
/// # Errors
/// The line to print.
pub fn quietly<T>(build: impl FnOnce() -> tauri::Result<T>) -> Result<T, String> {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let built = panic::catch_unwind(panic::AssertUnwindSafe(build));
    panic::set_hook(usual);
    match built {
        Ok(built) => built.map_err(|error| format!("the window could not be opened: {error}.")),
        Err(_) => Err(NONE.into()),
    }
}
