//! The history of a sentence, in words.

use stet_core::{in_words, json::Json, schema::Field};

/// An assignment as a history tells it.
pub(crate) fn told(field: Field, value: &Json, active: bool) -> String {
    let said = in_words(field, value);
    if active {
        said
    } else {
        format!("undone: {said}")
    }
}
