//! Stet's truth and what is made of it, without I/O, SQL, clock or randomness.
pub mod error;
pub mod text;
pub mod view;
