//! The annotation database. Truth is a set of events that is only ever added to; the rest of the
//! file is a picture of it, dropped and rebuilt when its version differs, and what is local.

mod append;
mod backup;
mod built_on;
mod bulk;
mod check;
mod current;
mod dump;
mod fault;
mod hands;
mod header;
mod incoming;
mod local;
mod log;
mod merge;
mod open;
mod pages;
mod progress;
mod project;
mod read;
mod rebuild;
mod received;
mod recital;
mod reciter;
mod replica;
mod salvage;
mod select;
mod share;
mod source;
mod sources;
mod undo;
mod verdict;

pub use append::Step;
pub use backup::{BackupFile, KEPT_BACKUPS};
pub use check::Check;
pub use header::is_database;
pub use merge::{Merged, SetAside};
pub use open::{Place, Store};
pub use progress::{Phase, Progress};
pub use read::{AuthorRow, DraftRow, Said, StepRow};
pub use received::{Looked, Receiving, look_at};
pub use reciter::{Reciter, Within, recite};
pub use salvage::{Salvaged, salvage};
pub use select::Wanted;
pub use share::{MAX_NOTE_BYTES, Shared, Weight, check_note};
pub use undo::Direction;

/// `application_id` of every file of ours: "STET".
pub const APPLICATION_ID: i32 = 0x5354_4554;
/// Version of the shared tables that this program writes.
pub const FORMAT_VERSION: u32 = 1;
/// Version of the projection; raising it makes every file rebuild its own at the next opening.
pub const PROJECTION_VERSION: u32 = 7;
