//! Helpers shared by the tests across the crates: chance that can be repeated, small articles, a
//! machine with databases on it, and a second opinion on what events mean.

pub mod article;
pub mod chance;
pub mod command;
pub mod machine;
pub mod oracle;
