//! What those who merge and those who look on, from another thread, share.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering},
};

/// What a merge is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It has not begun.
    #[default]
    Waiting,
    /// Rows of a file are read and looked at.
    Reading,
    /// Events are taken in.
    Taking,
    /// What they touch is worked out again.
    Settling,
}

/// How far a merge has come, and whether it is to stop.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    stopped: AtomicBool,
    phase: AtomicU8,
    done: AtomicU64,
    /// 0: not known.
    of: AtomicU64,
}

impl Progress {
    /// Asks whoever merges to stop: everything stays as it was.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }

    /// Whether this is the other one.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// What it is at, how much of that is done, and how much there is (0: not known).
    #[must_use]
    pub fn look(&self) -> (Phase, u64, u64) {
        let phase = match self.0.phase.load(Ordering::Relaxed) {
            1 => Phase::Reading,
            2 => Phase::Taking,
            3 => Phase::Settling,
            _ => Phase::Waiting,
        };
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        (phase, count(&self.0.done), count(&self.0.of))
    }

    /// Begins a phase with `of` pieces (0: not known).
    pub(crate) fn begin(&self, phase: Phase, of: u64) {
        self.0.phase.store(phase as u8, Ordering::Relaxed);
        self.0.done.store(0, Ordering::Relaxed);
        self.0.of.store(of, Ordering::Relaxed);
    }

    /// Notes that `more` pieces are done. Fails as an interrupted statement does if it is to stop,
    /// so that the transaction around it is rolled back like after any other failure.
    pub(crate) fn advance(&self, more: u64) -> rusqlite::Result<()> {
        self.0.done.fetch_add(more, Ordering::Relaxed);
        if !self.is_stopped() {
            return Ok(());
        }
        let stopped = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_INTERRUPT);
        Err(rusqlite::Error::SqliteFailure(stopped, None))
    }
}
