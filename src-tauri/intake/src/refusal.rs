//! How files are refused whose format is known: damaged, locked, or far larger than they look.

use stet_core::error::{Code, Error};

/// The file is not what its format asks for; `why` is a clause without a full stop.
pub fn damaged(called: &str, why: &str) -> Error {
    Error::new(
        Code::FileDamaged,
        format!("{called} is damaged: {why}."),
        "Open it in the program that wrote it and save it again, or paste its text.",
    )
}

/// The file opens with a password only; `how` says what was seen of that.
pub fn locked(called: &str, how: &str) -> Error {
    Error::new(
        Code::FileLocked,
        format!("{called} is encrypted: {how}."),
        "Take the password off in the program that wrote it, save it, and import it again.",
    )
}

/// The file unfolds into more than may be; `why` is a clause without a full stop.
pub fn unfolds(called: &str, why: &str) -> Error {
    Error::new(
        Code::FileTooLarge,
        format!("{called} is refused: {why}."),
        "If you trust it, copy its text into a .txt file, or paste it.",
    )
}
