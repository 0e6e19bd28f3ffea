//! `make bench`: one table of measured times, and the same as JSON in target/bench.json. Everything
//! runs in one process on one disk, so that what is compared was measured under one load.
//! `bench api`, `bench language`, `bench merging`, `bench reports` and `bench window` measure one part.

mod api;
mod language;
mod merging;
mod reports;
mod table;
mod taguette;
mod text;
mod window;

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    // What is imported is read by a process of its own, here as anywhere.
    if let Some(code) = stet_api::run_if_asked() {
        return code;
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    std::fs::create_dir_all(&target).expect("a target folder");
    // Not the system's temporary folder, which may be memory: a commit must reach a disk.
    let folder = tempfile::tempdir_in(&target).expect("a folder on the disk of the build");
    let part = std::env::args().nth(1);
    let wants = |name: &str| part.as_deref().is_none_or(|part| part == name);
    let mut rows = Vec::new();
    if wants("api") {
        rows.extend(api::measure(folder.path()));
    }
    if wants("language") {
        rows.extend(language::measure());
    }
    if wants("merging") {
        rows.extend(merging::measure(folder.path()));
    }
    if wants("reports") {
        rows.extend(reports::measure(folder.path()));
    }
    if wants("window") {
        rows.extend(window::measure(folder.path()));
    }
    table::print(&rows);
    std::fs::write(target.join("bench.json"), table::json(&rows)).expect("bench.json is written");
    if rows.iter().all(table::Row::is_ok) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
