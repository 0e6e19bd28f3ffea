//! Reads files and prints what was found in each, one line of JSON a file: for measuring, and for
//! looking at what a parser makes of a file.
//!
//! `cargo run --release -p stet-intake --example read -- FILE…`

use std::{env, fs, process::ExitCode};

use stet_intake::{Choices, read};

fn main() -> ExitCode {
    let mut failed = false;
    for name in env::args().skip(1) {
        let bytes = match fs::read(&name) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{name}: {error}");
                failed = true;
                continue;
            }
        };
        let line = match read(&name, &bytes, &Choices::default()) {
            Ok(document) => serde_json::to_string(&document),
            Err(error) => {
                failed = true;
                serde_json::to_string(&error)
            }
        };
        println!("{}", line.unwrap_or_default());
    }
    ExitCode::from(u8::from(failed))
}
