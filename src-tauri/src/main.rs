//! The desktop program: `stet-desktop`.

// On Windows a second, black window would open for the console.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    // Asked to read a file as a worker, it does nothing else.
    if let Some(code) = stet_api::run_if_asked() {
        return code;
    }
    stet_desktop::run()
}
