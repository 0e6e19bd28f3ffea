//! The own database: damaged, rescued, backed up, copied, written by two.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod backups;
mod copies;
mod own;
mod places;
mod salvaged;
mod two;
mod work;
