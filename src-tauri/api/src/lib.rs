//! A session and its commands, typed, once, for every front: the window and the command line are
//! two ways of calling this. No Tauri, no SQL.

mod annotations;
mod answers;
mod attributed;
mod beside;
mod carried;
mod choices;
pub mod commands;
mod cut;
mod desk;
mod extract;
mod facts;
mod fetch;
mod files;
mod folder;
mod identity;
mod import;
mod keys;
mod library;
mod locked;
mod machine;
mod making;
mod merging;
mod notices;
mod options;
mod original;
mod preview;
mod protect;
mod reading;
mod received;
mod reporting;
mod sample;
mod session;
mod settling;
mod shapes;
mod sharing;
mod staged;
mod staging;
mod who;
mod window;
mod work;
mod worker;

pub use attributed::{Attributed, attributed};
pub use beside::{Done, Work};
pub use choices::{BlockChoices, ImportChoices, Imported};
pub use cut::segment;
pub use extract::extract;
pub use facts::{Fact, Facts, facts};
pub use fetch::Rules;
pub use files::write_whole;
pub use folder::{Folder, folder};
pub use identity::Identity;
pub use import::{extensions, is_read};
pub use keys::{KEY_END, KeyFile, LOST_KEY};
pub use making::Making;
pub use merging::{MergeDone, MergeWork, in_one_line};
pub use options::Options;
pub use protect::Marked;
pub use reporting::{Asked as ReportAsked, large_pdf};
pub use session::Session;
pub use sharing::{Sharing, kind_of};
pub use staging::Watch;
pub use stet_intake::MOST_BYTES;
pub use stet_report::{
    Format as ReportFormat, Notes as ReportNotes, Options as ReportOptions, Paper,
};
pub use stet_store::{Check, Direction, Looked, Merged, Salvaged, SetAside, Shared, Step, StepRow};
pub use work::{Notes, is_web_address};
pub use worker::{Reader, run_if_asked};

/// Merging and reports allocate by the million, and on several threads: with this a large merge
/// takes three quarters of the time that it takes with the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Program and version, as reports print it.
pub const PROGRAM: &str = concat!("Stet ", env!("CARGO_PKG_VERSION"));
