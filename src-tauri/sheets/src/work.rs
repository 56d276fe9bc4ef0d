//! What a file may cost. A file of a few bytes can demand hours of work or all memory: a repeat count of four billion,
//! a number format that is processed again for every cell, one heading shared by a thousand columns. So every reader,
//! and the code that analyses a list afterwards, charges each thing that a file can demand to an account that grows
//! with the size of the file. Charging steps also checks for cancellation.
use crate::refusal::{Refusal, Result, Why, too_large};
use std::cell::Cell;
use std::rc::Rc;

/// Steps that any file may take, plus more for each of its bytes. A step is about 0.1 microseconds in an unoptimised
/// build: one attribute of an element, a few characters. A cell takes about a hundred steps.
const STEPS: u64 = 50_000_000;
const STEPS_PER_BYTE: u64 = 24;
/// Bytes of memory that any file may use, plus more for each of its bytes.
const ROOM: u64 = 224 * 1024 * 1024;
const ROOM_PER_BYTE: u64 = 16;

struct Account {
    steps: Cell<u64>,
    room: Cell<u64>,
    is_stopped: Box<dyn Fn() -> bool>,
}

/// The account of one file. Clones share it.
#[derive(Clone)]
pub struct Work(Rc<Account>);

impl Work {
    /// An account for a file of this size. `is_stopped` is called at every charge of steps; once it returns true,
    /// reading ends with `Cancelled`.
    pub fn of(bytes: u64, is_stopped: impl Fn() -> bool + 'static) -> Self {
        let (steps, room) = (STEPS + STEPS_PER_BYTE * bytes, ROOM + ROOM_PER_BYTE * bytes);
        Work(Rc::new(Account { steps: Cell::new(steps), room: Cell::new(room), is_stopped: Box::new(is_stopped) }))
    }

    /// Charges work.
    ///
    /// # Errors
    /// `TooLarge` when the account is empty, `Cancelled` when the work was stopped.
    pub fn steps(&self, n: usize) -> Result<()> {
        if (self.0.is_stopped)() {
            return Err(Refusal::new(Why::Cancelled));
        }
        let left = self.0.steps.get().checked_sub(n as u64).ok_or_else(too_large)?;
        self.0.steps.set(left);
        Ok(())
    }

    /// Charges memory that stays in use until the list has been analysed.
    ///
    /// # Errors
    /// `TooLarge` when the account is empty.
    pub fn room(&self, bytes: usize) -> Result<()> {
        let left = self.0.room.get().checked_sub(bytes as u64).ok_or_else(too_large)?;
        self.0.room.set(left);
        Ok(())
    }

    /// An account with exactly this much left, for tests of what reading costs.
    pub fn limited(steps: u64, room: u64) -> Self {
        Work(Rc::new(Account { steps: Cell::new(steps), room: Cell::new(room), is_stopped: Box::new(|| false) }))
    }

    /// The steps and the bytes that are left.
    pub fn left(&self) -> (u64, u64) {
        (self.0.steps.get(), self.0.room.get())
    }
}

impl Default for Work {
    /// The account of a large file, never cancelled.
    fn default() -> Self {
        Work::of(50_000_000, || false)
    }
}
