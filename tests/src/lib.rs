//! Helpers shared by the tests across the crates.
