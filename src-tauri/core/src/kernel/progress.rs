//! Progress and cancelling of long work. Shared with the shell outside the one lock, so that a cancel can arrive.
use crate::error::{Code, Error, Result};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

#[derive(Default)]
struct State {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

/// Steps done and steps in all; a total of 0 says that no job runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Steps done.
    pub done: u64,
    /// Steps in all.
    pub total: u64,
}

/// How far a long job is: counts of rows, people or pages. Cloning shares the state.
#[derive(Clone, Default)]
pub struct Progress(Arc<State>);

impl Progress {
    /// Begins a job of `total` steps and forgets an earlier cancel.
    pub fn start(&self, total: u64) {
        self.0.total.store(total, Ordering::Relaxed);
        self.0.done.store(0, Ordering::Relaxed);
        self.0.cancelled.store(false, Ordering::Relaxed);
    }

    /// One step further.
    ///
    /// # Errors
    /// `job.cancelled` when the person at the keyboard asked to stop: the caller returns it, the transaction rolls back.
    pub fn step(&self) -> Result<()> {
        self.0.done.fetch_add(1, Ordering::Relaxed);
        if self.0.cancelled.load(Ordering::Relaxed) { Err(Error::new(Code::JobCancelled)) } else { Ok(()) }
    }

    /// Asks the running job to stop at its next step.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// How far the job is.
    pub fn counts(&self) -> Counts {
        Counts { done: self.0.done.load(Ordering::Relaxed), total: self.0.total.load(Ordering::Relaxed) }
    }

    /// Does a job run?
    pub fn runs(&self) -> bool {
        self.counts().total > 0
    }

    /// The job ended.
    pub fn finish(&self) {
        self.0.total.store(0, Ordering::Relaxed);
    }
}
