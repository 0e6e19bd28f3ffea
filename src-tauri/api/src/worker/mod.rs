//! The worker: files are read by a process of their own, which has lowered its limits, has no
//! network and no files, and gives one answer. Whatever is in a file, it takes down that process
//! and nothing else.

use stet_core::error::Result;
use stet_intake::Document;

use crate::{import::Original, staging::Watch};

/// Who reads.
#[derive(Clone, Debug)]
pub struct Reader(How);

#[derive(Clone, Debug)]
enum How {
    /// This process: only for tests, which have no program to start.
    Here,
}

impl Reader {
    /// Reads in this process, without any limit: for tests only.
    #[must_use]
    pub const fn within() -> Self {
        Self(How::Here)
    }

    /// Reads what is to be imported.
    pub(crate) fn read(&self, original: &Original, watch: &Watch) -> Result<Document> {
        watch.go_on()?;
        match &self.0 {
            How::Here => stet_intake::read(&original.name, &original.bytes, &original.choices),
        }
    }
}
