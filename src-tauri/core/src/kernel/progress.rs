//! Progress and cancellation of long work. The shell shares this outside the application's one lock, so that a cancel
//! can arrive while a job holds that lock.
//!
//! Every request gets a turn: a number assigned when the request arrives, not when it starts. A cancel applies to all
//! requests that arrived before it, including those that have not started, and to none that arrive later. So no cancel
//! is lost, and none lingers to hit the next request.
use crate::error::{Code, Error, Result};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

struct State {
    done: AtomicU64,
    total: AtomicU64,
    /// The latest turn handed out.
    asked: AtomicU64,
    /// The turn of the running request.
    running: AtomicU64,
    /// Requests up to and including this turn must stop.
    cancelled: AtomicU64,
    /// Requests up to and including this turn may no longer start.
    refused: AtomicU64,
    /// The number of callers waiting to lock. No request may start while this is not zero.
    shutting: AtomicU64,
}

/// The steps done and the total; a total of 0 means that no job is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Steps done so far.
    pub done: u64,
    /// Steps in total; 0 while no job is running.
    pub total: u64,
}

/// The place of a request in the order of arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u64);

/// The progress of a long job, counted in rows, people or pages. Clones share the state.
#[derive(Clone)]
pub struct Progress(Arc<State>);

impl Default for Progress {
    fn default() -> Self {
        let zero = AtomicU64::default;
        // Work that did not ask for a turn counts as turn 1.
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
    /// Hands out the next turn. Call it before waiting for the lock on the application.
    pub fn ask(&self) -> Turn {
        Turn(self.0.asked.fetch_add(1, SeqCst) + 1)
    }

    /// Starts the request that has this turn.
    ///
    /// # Errors
    /// `job.cancelled` when the vault is being locked, or was locked after the request arrived.
    pub fn begin(&self, turn: Turn) -> Result<()> {
        self.0.running.store(turn.0, SeqCst);
        let shut = self.0.shutting.load(SeqCst) > 0 || turn.0 <= self.0.refused.load(SeqCst);
        if shut { Err(Error::new(Code::JobCancelled)) } else { Ok(()) }
    }

    /// Starts a job of `total` steps.
    pub fn start(&self, total: u64) {
        self.0.total.store(total, SeqCst);
        self.0.done.store(0, SeqCst);
    }

    /// Counts one step.
    ///
    /// # Errors
    /// `job.cancelled` when the user asked to stop. The caller returns it and the transaction rolls back.
    pub fn step(&self) -> Result<()> {
        self.0.done.fetch_add(1, SeqCst);
        self.check()
    }

    /// Checks for cancellation without counting a step, for use inside inner loops.
    ///
    /// # Errors
    /// As `step`.
    pub fn check(&self) -> Result<()> {
        let stop = self.0.running.load(SeqCst) <= self.0.cancelled.load(SeqCst) || self.0.shutting.load(SeqCst) > 0;
        if stop { Err(Error::new(Code::JobCancelled)) } else { Ok(()) }
    }

    /// Asks all requests that have arrived so far to stop at their next step.
    pub fn cancel(&self) {
        self.0.cancelled.fetch_max(self.0.asked.load(SeqCst), SeqCst);
    }

    /// For a caller that is about to lock. Asks the running request to stop and lets no other start while the returned
    /// guard lives. Requests that were already waiting never start.
    pub fn shut(&self) -> Shut {
        self.0.shutting.fetch_add(1, SeqCst);
        self.0.refused.fetch_max(self.0.asked.load(SeqCst), SeqCst);
        self.cancel();
        Shut(self.clone())
    }

    /// The steps done and the total.
    pub fn counts(&self) -> Counts {
        Counts { done: self.0.done.load(SeqCst), total: self.0.total.load(SeqCst) }
    }

    /// Whether a job is running.
    pub fn runs(&self) -> bool {
        self.counts().total > 0
    }

    /// Ends the job, so that `runs` is false.
    pub fn finish(&self) {
        self.0.total.store(0, SeqCst);
    }
}

/// A guard: no request starts while it lives.
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
