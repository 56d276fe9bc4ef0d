//! Progress and cancelling of long work. Shared with the shell outside the one lock, so that a cancel can arrive.
//!
//! Work has a turn: a number given out when it was asked for, not when it began. A cancel reaches everything that was asked for
//! before it, also what has not begun yet, and nothing that is asked for later. So none is lost, and none is left lying for
//! the next.
use crate::error::{Code, Error, Result};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

struct State {
    done: AtomicU64,
    total: AtomicU64,
    /// The last turn that was given out.
    asked: AtomicU64,
    /// The turn of what runs now.
    running: AtomicU64,
    /// Every turn up to this one is to stop.
    cancelled: AtomicU64,
    /// No turn up to this one may begin any more.
    refused: AtomicU64,
    /// How many wait to lock: meanwhile nothing may begin.
    shutting: AtomicU64,
}

/// Steps done and steps in all; a total of 0 says that no job runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Steps done.
    pub done: u64,
    /// Steps in all.
    pub total: u64,
}

/// When something was asked for, among all that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u64);

/// How far a long job is: counts of rows, people or pages. Cloning shares the state.
#[derive(Clone)]
pub struct Progress(Arc<State>);

impl Default for Progress {
    fn default() -> Self {
        let zero = AtomicU64::default;
        // Work that took no turn has the first one.
        let (asked, running) = (AtomicU64::new(1), AtomicU64::new(1));
        Progress(Arc::new(State {
            done: zero(),
            total: zero(),
            asked,
            running,
            cancelled: zero(),
            refused: zero(),
            shutting: zero(),
        }))
    }
}

impl Progress {
    /// A turn for what is asked for now. Taken before waiting for the application.
    pub fn ask(&self) -> Turn {
        Turn(self.0.asked.fetch_add(1, SeqCst) + 1)
    }

    /// What was asked for at `turn` begins.
    ///
    /// # Errors
    /// `job.cancelled` when the vault is being locked, or was since it was asked for.
    pub fn begin(&self, turn: Turn) -> Result<()> {
        self.0.running.store(turn.0, SeqCst);
        let shut = self.0.shutting.load(SeqCst) > 0 || turn.0 <= self.0.refused.load(SeqCst);
        if shut { Err(Error::new(Code::JobCancelled)) } else { Ok(()) }
    }

    /// A job of `total` steps begins.
    pub fn start(&self, total: u64) {
        self.0.total.store(total, SeqCst);
        self.0.done.store(0, SeqCst);
    }

    /// One step further.
    ///
    /// # Errors
    /// `job.cancelled` when the person at the keyboard asked to stop: the caller returns it, the transaction rolls back.
    pub fn step(&self) -> Result<()> {
        self.0.done.fetch_add(1, SeqCst);
        self.check()
    }

    /// May the work go on? For the inside of loops whose steps nobody counts.
    ///
    /// # Errors
    /// As `step`.
    pub fn check(&self) -> Result<()> {
        let stop = self.0.running.load(SeqCst) <= self.0.cancelled.load(SeqCst) || self.0.shutting.load(SeqCst) > 0;
        if stop { Err(Error::new(Code::JobCancelled)) } else { Ok(()) }
    }

    /// Asks everything that was asked for so far to stop at its next step.
    pub fn cancel(&self) {
        self.0.cancelled.fetch_max(self.0.asked.load(SeqCst), SeqCst);
    }

    /// For whoever is going to lock: what runs is asked to stop, and as long as the answer lives nothing else begins. What was
    /// asked for before and waits never begins.
    pub fn shut(&self) -> Shut {
        self.0.shutting.fetch_add(1, SeqCst);
        self.0.refused.fetch_max(self.0.asked.load(SeqCst), SeqCst);
        self.cancel();
        Shut(self.clone())
    }

    /// How far the job is.
    pub fn counts(&self) -> Counts {
        Counts { done: self.0.done.load(SeqCst), total: self.0.total.load(SeqCst) }
    }

    /// Does a job run?
    pub fn runs(&self) -> bool {
        self.counts().total > 0
    }

    /// The job ended.
    pub fn finish(&self) {
        self.0.total.store(0, SeqCst);
    }
}

/// Nothing begins while it lives.
pub struct Shut(Progress);

impl Drop for Shut {
    fn drop(&mut self) {
        self.0.0.shutting.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<()>) -> Option<Code> {
        result.err().map(|e| e.code())
    }

    #[test]
    fn a_cancel_reaches_what_was_asked_for_and_has_not_begun_and_nothing_that_is_asked_for_later() {
        let progress = Progress::default();
        let before = progress.ask();
        progress.cancel();
        let after = progress.ask();
        progress.begin(before).unwrap();
        progress.start(3);
        assert_eq!(code(progress.step()), Some(Code::JobCancelled));
        progress.begin(after).unwrap();
        progress.start(3);
        assert_eq!((code(progress.step()), code(progress.check())), (None, None));
        progress.cancel();
        assert_eq!(code(progress.check()), Some(Code::JobCancelled));
    }

    #[test]
    fn while_somebody_waits_to_lock_nothing_begins_and_what_waited_never_does() {
        let progress = Progress::default();
        let waits = progress.ask();
        let shut = progress.shut();
        let during = progress.ask();
        assert_eq!(code(progress.begin(during)), Some(Code::JobCancelled));
        assert_eq!(code(progress.check()), Some(Code::JobCancelled));
        drop(shut);
        assert_eq!(code(progress.begin(waits)), Some(Code::JobCancelled));
        assert_eq!(code(progress.begin(during)), None);
        assert_eq!(code(progress.begin(progress.ask())), None);
    }
}
