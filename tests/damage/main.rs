//! The own database: damaged, rescued, backed up, copied, written by two.

mod backups;
mod copies;
mod own;
mod places;
mod salvaged;
mod two;
mod work;
