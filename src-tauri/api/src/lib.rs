//! A session and its commands, typed, once, for every front.
pub mod commands;
