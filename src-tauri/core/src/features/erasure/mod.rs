//! Erasure: everything or all but what the tax law holds, and the proof of it. A person is gone from the file, and so is
//! the key that could have read what is left on the disk.
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
