//! The desktop program: `stet-desktop`.

// On Windows a second, black window would open for the console.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    stet_desktop::run()
}
