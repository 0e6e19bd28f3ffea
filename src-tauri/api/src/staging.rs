//! Reading what is to be imported, away from the session's thread: the session says what is to be
//! done ([`Work`]), any thread does it, the session takes what came of it ([`Done`]). In
//! between the session answers everything else, how far it has come and “stop” among it.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering},
    },
};

use stet_core::{
    error::{Code, Error, Result},
    report,
};

use crate::{
    commands::{Stage, Staging},
    fetch,
    import::Reading,
    original::{self, Original},
    received::Received,
    worker::Reader,
};

/// What those who read and those who look on share.
#[derive(Clone, Debug, Default)]
pub struct Watch(Arc<Watched>);

#[derive(Debug, Default)]
struct Watched {
    stopped: AtomicBool,
    stage: AtomicU8,
    bytes: AtomicU32,
    /// 0: not known.
    of: AtomicU32,
}

impl Watch {
    /// Asks whoever reads to stop.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }

    /// Whether this is the other one.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Goes on unless it was asked to stop.
    pub(crate) fn go_on(&self) -> Result<()> {
        if self.is_stopped() {
            Err(Error::new(Code::Cancelled, "It was stopped.", ""))
        } else {
            Ok(())
        }
    }

    pub(crate) fn at(&self, stage: Stage) {
        let number = match stage {
            Stage::Fetching => 1,
            Stage::Reading => 2,
        };
        self.0.stage.store(number, Ordering::Relaxed);
    }

    pub(crate) fn has(&self, bytes: usize, of: Option<u64>) {
        let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        self.0.bytes.store(count(bytes as u64), Ordering::Relaxed);
        self.0
            .of
            .store(of.map_or(0, |of| count(of).max(1)), Ordering::Relaxed);
    }

    /// How far it has come.
    #[must_use]
    pub fn look(&self) -> Staging {
        let stage = match self.0.stage.load(Ordering::Relaxed) {
            1 => Some(Stage::Fetching),
            2 => Some(Stage::Reading),
            _ => None,
        };
        Staging {
            stage,
            bytes: self.0.bytes.load(Ordering::Relaxed),
            of: Some(self.0.of.load(Ordering::Relaxed)).filter(|of| *of > 0),
        }
    }
}

/// Where an article comes from.
pub(crate) enum Source {
    /// A file on disk.
    File(PathBuf),
    /// Bytes that are here already.
    Here(Original),
    /// The web.
    Address(String, fetch::Rules),
}

/// A reading that is to be done, on any thread.
pub struct Work {
    pub(crate) handle: String,
    pub(crate) source: Source,
    pub(crate) reader: Reader,
    pub(crate) watch: Watch,
}

/// A reading that was done: the session takes it.
pub struct Done {
    pub(crate) handle: String,
    pub(crate) watch: Watch,
    pub(crate) reading: Result<Found>,
}

/// What was read.
pub(crate) enum Found {
    /// An article.
    Article(Box<Reading>),
    /// A report that carries its work.
    Report(Box<Received>),
}

impl Work {
    /// Does it; may take a minute.
    #[must_use]
    pub fn run(self) -> Done {
        let reading = self.read();
        Done {
            handle: self.handle,
            watch: self.watch,
            reading,
        }
    }

    fn read(&self) -> Result<Found> {
        let original = match &self.source {
            Source::File(path) => original::open(path)?,
            Source::Here(original) => original.clone(),
            Source::Address(address, rules) => {
                self.watch.at(Stage::Fetching);
                fetch::fetch(address, rules, &self.watch)?
            }
        };
        self.watch.go_on()?;
        self.watch.at(Stage::Reading);
        // The web hands over articles; work is taken from nobody but who was asked for it.
        if !matches!(self.source, Source::Address(..)) && report::is_report(&original.bytes) {
            return Received::new(original).map(Box::new).map(Found::Report);
        }
        let document = self.reader.read(&original, &self.watch)?;
        Ok(Found::Article(Box::new(Reading::new(original, document))))
    }
}
