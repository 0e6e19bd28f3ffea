//! How the web view draws where there is no graphics card.

/// Lets the web view draw without OpenGL on a Linux machine that has no card to draw with: a virtual
/// machine, a remote desktop, a test. WebKit would then run OpenGL on the processor, which took
/// twice as long for a key's picture (docs/measured.md); its plain renderer is made for that case.
///
/// To be called first: it sets a variable of the environment, which is for a program of one thread.
/// Whoever has set the variable decides.
pub fn suit_machine() {
    #[cfg(target_os = "linux")]
    if !has_card() {
        // Without it the picture is the same, only later.
        let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    }
}

/// Whether the kernel offers a card to render with.
#[cfg(target_os = "linux")]
fn has_card() -> bool {
    let names = std::fs::read_dir("/dev/dri")
        .into_iter()
        .flatten()
        .flatten();
    names
        .map(|entry| entry.file_name())
        .any(|name| name.to_string_lossy().starts_with("renderD"))
}
