//! The session on a thread of its own. Requests run there one after the other in the order in
//! which the page made them, so a step can never overtake the one before, and the screen's thread
//! never waits for the disk.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex,
        mpsc::{Sender, channel},
    },
    thread::{Builder, JoinHandle},
};

use stet_api::Session;
use stet_core::error::{Code, Error, Result};

type Job = Box<dyn FnOnce(&mut Result<Session>) + Send>;

/// The way to the session's thread.
pub struct Keeper {
    jobs: Mutex<Option<Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Keeper {
    /// Starts the thread, which opens the session. Where that fails, every request is answered
    /// with the reason.
    pub fn start(open: impl FnOnce() -> Result<Session> + Send + 'static) -> Self {
        let (jobs, queue) = channel::<Job>();
        let thread = Builder::new().name("session".into()).spawn(move || {
            let mut session = open();
            for job in queue {
                job(&mut session);
            }
        });
        // Without a thread every request is answered with an error, which the page shows.
        let thread = thread.ok();
        Self {
            jobs: Mutex::new(thread.is_some().then_some(jobs)),
            thread: Mutex::new(thread),
        }
    }

    /// Runs `work` after everything that was asked before, then `done` with what came of it.
    /// A fault inside `work` is answered as an error; the transaction it broke is rolled back.
    pub fn ask<T: 'static>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
        done: impl FnOnce(Result<T>) + Send + 'static,
    ) {
        let job: Job = Box::new(move |session| {
            done(match session {
                Ok(session) => catch_unwind(AssertUnwindSafe(|| work(session)))
                    .unwrap_or_else(|_| Err(fault())),
                Err(error) => Err(error.clone()),
            });
        });
        let refused = match self.jobs.lock() {
            Ok(jobs) => match jobs.as_ref() {
                Some(jobs) => jobs.send(job).err().map(|unsent| unsent.0),
                None => Some(job),
            },
            Err(_) => Some(job),
        };
        if let Some(job) = refused {
            job(&mut Err(fault()));
        }
    }

    /// As [`Keeper::ask`], for those who wait.
    ///
    /// # Errors
    /// What `work` answers.
    pub async fn answer<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (send, mut receive) = tauri::async_runtime::channel(1);
        self.ask(work, move |answer| {
            // Nobody listens any more only when the program ends.
            let _ = send.blocking_send(answer);
        });
        receive.recv().await.unwrap_or_else(|| Err(fault()))
    }

    /// Lets everything that was asked come to its end, and ends the thread.
    pub fn finish(&self) {
        if let Ok(mut jobs) = self.jobs.lock() {
            jobs.take();
        }
        let thread = self.thread.lock().ok().and_then(|mut thread| thread.take());
        if let Some(thread) = thread {
            // It cannot have panicked: faults are caught job by job.
            let _ = thread.join();
        }
    }
}

fn fault() -> Error {
    Error::new(
        Code::Internal,
        "Something went wrong inside Stet.",
        "Your work up to here is saved. Close the window and start again.",
    )
}
