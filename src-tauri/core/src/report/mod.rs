//! The report's model: what a report says, as plain data. The formats are written by `stet-report`.

mod build;
mod checks;
pub mod diff;
mod model;
mod people;
mod words;

pub use build::{Input, PersonRef, build, clip};
pub use checks::checks;
pub use model::{
    Article, Attributed, Block, Check, Cited, Decision, Meaning, Open, Opinion, Person, Report,
    Scope, Sentence, Source, Totals, Why,
};
pub use words::{date, meanings, standing_name, standing_of, tag_name};
