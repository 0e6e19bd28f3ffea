//! Stet's truth and what is made of it, without I/O, SQL, clock or randomness.
pub mod draft;
pub mod error;
pub mod label;
pub mod range;
pub mod text;
pub mod units;
pub mod view;
