//! What is done beside the session, because it takes its time: files are read, reports are written.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use stet_core::error::Result;

use crate::{
    Session,
    commands::{MergeAsk, ReportText, misfit},
    making::Making,
    merging::{MergeDone, MergeWork},
    staging,
};

/// Something that is to be done, on any thread.
pub enum Work {
    /// A reading.
    Read(staging::Work),
    /// A report.
    Report(Box<Making>),
    /// A merge, or the look before it.
    Merge(Box<MergeWork>),
}

/// What came of it: the session takes it.
pub enum Done {
    /// A reading.
    Read(staging::Done),
    /// A report.
    Report(Box<Result<ReportText>>),
    /// A merge, or the look before it.
    Merge(Box<MergeDone>),
}

impl Work {
    /// Does it; may take a minute.
    #[must_use]
    pub fn run(self) -> Done {
        match self {
            Self::Read(work) => Done::Read(work.run()),
            Self::Report(making) => Done::Report(Box::new(making.preview())),
            Self::Merge(work) => Done::Merge(Box::new(work.run())),
        }
    }
}

impl Session {
    /// What has to be done before a command can be answered: on another thread, and handed to
    /// [`Self::finish`], so that nothing waits for it but its own answer. `None` of a command that
    /// takes no time: it is answered by [`crate::commands::Commands::call`].
    ///
    /// # Errors
    /// `usage`, `file-missing`; of a report `article-*`, `format-unknown`, `database-*`.
    pub fn begin(&mut self, name: &str, takes: &RawValue) -> Result<Option<Work>> {
        fn of<'t, T: Deserialize<'t>>(name: &str, takes: &'t RawValue) -> Result<T> {
            serde_json::from_str(takes.get()).map_err(|error| misfit(name, &error))
        }
        Ok(Some(match name {
            "stage_text" => Work::Read(self.text_work(of(name, takes)?)?),
            "stage_file" => Work::Read(self.file_work(of(name, takes)?)?),
            "stage_address" => Work::Read(self.address_work(of(name, takes)?)?),
            "restage" => Work::Read(self.again_work(of(name, takes)?)?),
            "report" => Work::Report(Box::new(self.making_preview(&of(name, takes)?)?)),
            "merge_preview" | "merge_files" => {
                let ask: MergeAsk = of(name, takes)?;
                let work = self.merge_work(&ask, name == "merge_preview")?;
                Work::Merge(Box::new(work))
            }
            _ => return Ok(None),
        }))
    }

    /// Takes what was done: the answer to the command that it was begun for.
    ///
    /// # Errors
    /// Why it could not be done; `cancelled`.
    pub fn finish(&mut self, done: Done) -> Result<String> {
        match done {
            Done::Read(done) => answer("stage", &self.staged(done)?),
            Done::Report(made) => answer("report", &(*made)?),
            Done::Merge(done) => answer("merge", &self.merged(*done)?),
        }
    }
}

fn answer(name: &str, gives: &impl Serialize) -> Result<String> {
    serde_json::to_string(gives).map_err(|error| misfit(name, &error))
}
