//! The report's model: what a report says, as plain data. The formats are written by `stet-report`.

mod build;
mod checks;
mod conclusions;
mod dates;
pub mod diff;
mod dossier;
mod margin;
mod model;
mod needles;
mod people;
mod profile;
mod reading;
mod record;
mod scope;
mod second;
mod secret;
mod texts;
mod words;

pub use build::{Input, PersonRef, build};
pub use checks::checks;
pub use dates::date;
pub use dossier::{Dossier, House};
pub use margin::clip;
pub use model::{
    Article, Attributed, Block, Check, Cited, Decided, Decision, Meaning, Open, Opinion, Person,
    Report, Scope, Sentence, Source, Totals, Why,
};
pub use needles::{Found, Needles, decoded};
pub use profile::Profile;
pub use record::{MAX_REPORT_BYTES, REPORT_VERSION, Record, SealText, is_report};
pub use second::{SecondReading, Table};
pub use secret::Secret;
pub use texts::Place;
pub use words::{meanings, standing_name, standing_of, tag_name};
