//! Erasure of people, in full or except for what tax law requires, and the proof of it. An erased person is gone from
//! the file, and so is the key that could have read remains on the disk.
mod confirm;
mod finish;
mod list;
mod overflow;
mod proof;
mod run;
mod scan;
mod sheet;
mod store;
mod strings;

pub use list::{ByErasure, ErasureRow, list, print_proof};
pub use run::{ErasureDone, RunErasure, run};

pub(crate) use finish::after_unlock;
pub(crate) use store::{Tally, tallies};
