//! The truth: what events mean, histories of several people in any order, undo, shares.

mod history;
mod laws;
mod mutants;
mod properties;
mod refused;
mod undone;
mod unknown;
mod shared;
mod hostile;
