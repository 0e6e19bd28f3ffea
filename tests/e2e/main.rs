//! End to end, in the real window: what a person does, with the keys a person presses, on a screen
//! without a monitor. What came of it is read back through the command line.

mod axe;
mod blind;
mod crash;
mod export;
mod import;
mod job;
mod opens;
mod screens;
mod together;

use stet_tests::{driver, stage};
