//! Stands in where Stet is built without its typesetter (without the feature `pdf`).

use stet_core::{
    error::{Code, Error, Result},
    report::Dossier,
};

use crate::{Drawn, Options, Undrawn};

/// Says that there is no PDF.
///
/// # Errors
/// `format-unknown`, always.
pub fn document(_: &Dossier, _: Options) -> Result<Vec<u8>> {
    Err(none())
}

/// Says that there is no PDF.
///
/// # Errors
/// `format-unknown`, always.
pub fn drawn(_: &Dossier, _: Options, _: usize, _: &dyn Fn() -> Result<()>) -> Result<Drawn> {
    Err(none())
}

/// Nothing, where there is no PDF.
#[must_use]
pub fn undrawn(_: &Dossier) -> Vec<Undrawn> {
    Vec::new()
}

fn none() -> Error {
    Error::new(
        Code::FormatUnknown,
        "This Stet was built without PDF.",
        "Take HTML and print it, or a Stet built with its feature `pdf`.",
    )
}
