//! What a file may cost. A file of a few bytes can ask for the work of hours and the memory of a whole computer: a repeat of four
//! billion, a format that every number walks over, a heading that a thousand columns share. So every reader, and what looks
//! at a list afterwards, pays for each thing that the file can ask for, from an account that grows with the size of the file.
//! Paying is also where a cancel arrives.
use crate::limits::too_large;
use crate::refusal::{Refusal, Result, Why};
use std::cell::Cell;
use std::rc::Rc;

/// Steps that any file may take, and more for each of its bytes. A step is about a tenth of a microsecond in a build that is not
/// optimised: an attribute of an element, a few characters. A cell takes about a hundred.
const STEPS: u64 = 50_000_000;
const STEPS_PER_BYTE: u64 = 24;
/// Bytes of memory that any file may keep, and more for each of its bytes.
const ROOM: u64 = 224 * 1024 * 1024;
const ROOM_PER_BYTE: u64 = 16;

struct Account {
    steps: Cell<u64>,
    room: Cell<u64>,
    is_stopped: Box<dyn Fn() -> bool>,
}

/// The account of one file. Cloning shares it.
#[derive(Clone)]
pub struct Work(Rc<Account>);

impl Work {
    /// For a file of so many bytes. `is_stopped` is asked at every payment for work; once it says true, reading ends with `Cancelled`.
    pub fn of(bytes: u64, is_stopped: impl Fn() -> bool + 'static) -> Self {
        let (steps, room) = (STEPS + STEPS_PER_BYTE * bytes, ROOM + ROOM_PER_BYTE * bytes);
        Work(Rc::new(Account { steps: Cell::new(steps), room: Cell::new(room), is_stopped: Box::new(is_stopped) }))
    }

    /// Pays for work.
    ///
    /// # Errors
    /// `TooLarge` when the account is empty, `Cancelled` when somebody stopped the work.
    pub fn steps(&self, n: usize) -> Result<()> {
        if (self.0.is_stopped)() {
            return Err(Refusal::new(Why::Cancelled));
        }
        let left = self.0.steps.get().checked_sub(n as u64).ok_or_else(too_large)?;
        self.0.steps.set(left);
        Ok(())
    }

    /// Pays for memory that is kept until the list has been looked at.
    ///
    /// # Errors
    /// `TooLarge` when the account is empty.
    pub fn room(&self, bytes: usize) -> Result<()> {
        let left = self.0.room.get().checked_sub(bytes as u64).ok_or_else(too_large)?;
        self.0.room.set(left);
        Ok(())
    }

    /// With exactly this much, for tests of what reading costs.
    pub fn limited(steps: u64, room: u64) -> Self {
        Work(Rc::new(Account { steps: Cell::new(steps), room: Cell::new(room), is_stopped: Box::new(|| false) }))
    }

    /// Steps and bytes that are left.
    pub fn left(&self) -> (u64, u64) {
        (self.0.steps.get(), self.0.room.get())
    }
}

impl Default for Work {
    /// As large as that of a large file, and never stopped.
    fn default() -> Self {
        Work::of(50_000_000, || false)
    }
}
