//! The arguments of the desktop program.

use std::path::PathBuf;

use clap::Parser;

/// Stet: check an article line by line.
#[derive(Debug, Parser)]
#[command(name = "stet-desktop", version)]
pub struct Arguments {
    /// The annotation database; made if missing
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Work under this name
    #[arg(long = "as", value_name = "NAME")]
    pub checker: Option<String>,
    /// Open the built-in sample article
    #[arg(long)]
    pub sample: bool,
    /// Shares and articles that were opened with Stet: the window asks what to do with them. A
    /// received file is never worked in; the database is named by --db
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}
