//! The truth: what events mean, histories of several people in any order, undo, shares.

mod decided;
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
