//! Embeds the built page and the window's one capability.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(&[
            "call",
            "pick_files",
            "save_report",
            "save_share",
            "save_key",
            "open_saved",
            "show_saved",
            "save_copy",
            "open_link",
            "quit",
            "painted",
        ]));
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("The app's configuration does not hold: {error:#}");
        std::process::exit(1);
    }
}
