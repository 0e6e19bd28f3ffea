//! Helpers shared by the tests across the crates: chance that can be repeated, small articles, a
//! machine with databases on it, a second opinion on what events mean, and the real window.
pub mod article;
pub mod chance;
pub mod command;
pub mod driver;
pub mod machine;
pub mod many;
pub mod oracle;
pub mod stage;
