//! The shell: the window, its dialogs and its one door to the session. Thin: no rule of the domain
//! lives here, so that whatever the window does the command line does too.

mod arguments;
mod dialogs;
mod display;
mod frame;
mod graphics;
mod ipc;
mod keeper;
mod link;
mod saved;
mod watch;
mod window;

use std::{process::ExitCode, time::Instant};

use clap::Parser;
use stet_api::{Options, Session};
use tauri::{Manager, RunEvent};

use crate::{arguments::Arguments, frame::Remembered, ipc::Shell, keeper::Keeper};

/// Runs the program: reads the arguments, opens the window, returns when it is closed.
///
/// Exit code 1, with one line on standard error, where there is no display or no home folder.
#[must_use]
pub fn run() -> ExitCode {
    let began = Instant::now();
    // Started by another of us to read a file: nothing else happens then.
    if let Some(code) = stet_api::run_if_asked() {
        return code;
    }
    graphics::suit_machine();
    let arguments = Arguments::parse();
    match open(arguments, began) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("stet-desktop: {message}");
            ExitCode::FAILURE
        }
    }
}

fn open(arguments: Arguments, began: Instant) -> Result<(), String> {
    display::require()?;
    let options =
        Options::system(arguments.db, arguments.checker).map_err(|error| error.to_string())?;
    let remembered = Remembered::read(options.config.join("window.json"));
    let cache = options.data.join("window");
    let keeper = Keeper::start(move || Session::open(options));
    let place = remembered.frame();
    let builder = tauri::Builder::default()
        .manage(Shell::new(keeper, began))
        .manage(remembered)
        .invoke_handler(ipc::handler())
        .on_window_event(window::on_event)
        .setup(move |app| {
            window::open(app.handle(), place, cache, arguments.sample)?;
            watch::start(app.handle().clone());
            app.state::<Shell>().wait_with(arguments.files);
            Ok(())
        });
    let app = display::quietly(move || builder.build(tauri::generate_context!()))?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Remembered>().write();
            app.state::<Shell>().keeper.finish();
        }
    });
    Ok(())
}
