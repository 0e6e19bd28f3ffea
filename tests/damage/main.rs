//! The own database: damaged, rescued, backed up, copied, written by two.

mod backups;
mod copies;
mod own;
mod salvaged;
mod two;
mod work;
