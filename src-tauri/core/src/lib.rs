//! Stet's truth and what is made of it, without I/O, SQL, clock or randomness.

pub mod annotation;
pub mod article;
pub use laid::{linked, tag_name};
pub mod coverage;
pub mod draft;
pub mod error;
pub mod event;
pub mod head;
pub mod ids;
pub mod json;
pub mod label;
mod laid;
pub mod people;
pub mod plan;
pub mod policy;
pub mod protected;
pub mod range;
pub mod report;
pub mod schema;
pub mod seal;
mod showing;
pub use showing::{source_text, strictest};
pub mod state;
pub mod text;
pub mod time;
pub mod units;
pub mod view;
