//! Once a second: has another process written, has the window moved?

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use stet_api::commands::{Commands, Nothing};
use tauri::{AppHandle, Emitter, Manager};

use crate::{frame::Remembered, ipc::Shell};

/// Whether the window has the focus. Until a window manager says otherwise, it has.
pub struct Focus(AtomicBool);

impl Default for Focus {
    fn default() -> Self {
        Self(AtomicBool::new(true))
    }
}

impl Focus {
    /// Notes it.
    pub fn set(&self, focused: bool) {
        self.0.store(focused, Ordering::Relaxed);
    }
}

/// Starts watching, for as long as the program runs.
pub fn start(app: AppHandle) {
    let watching = thread::Builder::new().name("watch".into()).spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(1));
            app.state::<Remembered>().write();
            if app.state::<Focus>().0.load(Ordering::Relaxed) {
                let page = app.clone();
                app.state::<Shell>().keeper.ask(
                    |session| session.poll(Nothing {}),
                    move |changes| {
                        if changes.is_ok_and(|changes| changes.elsewhere) {
                            // A page that is gone needs no event.
                            let _ = page.emit("changed", ());
                        }
                    },
                );
            }
        }
    });
    if let Err(error) = watching {
        eprintln!("stet-desktop: changes made elsewhere will only show after a restart: {error}.");
    }
}
