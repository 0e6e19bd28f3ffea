//! The truth: what events mean, histories of several people in any order, undo, shares.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod history;
mod hostile;
mod laws;
mod mutants;
mod properties;
mod refused;
mod settled;
mod shared;
mod undone;
mod unknown;
