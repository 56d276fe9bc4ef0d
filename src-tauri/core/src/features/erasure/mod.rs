//! Erasure: everything or all but what the tax law holds, and the proof of it. A person is gone from the file, and so is
//! the key that could have read what is left on the disk.
mod confirm;
mod finish;
mod list;
mod overflow;
mod proof;
mod run;
mod scan;
mod store;
mod strings;

use crate::features::retention::Stay;
use crate::kernel::id::ErasureId;
use serde::{Deserialize, Serialize};

pub use list::{ByErasure, ErasureRow, list, print_proof};
pub use run::{ErasureDone, RunErasure, run};

pub(crate) use finish::after_unlock;
pub(crate) use store::{Tally, tallies};

/// What is kept of an erasure for its proof. Names nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Sheet {
    /// People erased whole.
    erased: u32,
    /// People erased in part.
    partly: u32,
    /// What went: the id of a text with `$n`, and the number.
    counts: Vec<(String, u32)>,
    /// Under which rule, and how many people; `None` for people whom nothing kept.
    rules: Vec<(Option<String>, u32)>,
    /// What stayed, and of how many people.
    stays: Vec<(Stay, u32)>,
    /// What was checked afterwards.
    checked: Checked,
}

/// What was checked afterwards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Checked {
    /// Pages of `data.db` that were read back, decrypted; 0 where nobody could search any more.
    pages: u32,
    /// Strings of the erased people that were looked for; those that someone who stays has too cannot be.
    strings: u32,
    /// Other files of the folder that were searched.
    files: u32,
    /// Files in the folder that are not the vault's own and name somebody who was erased.
    strangers: u32,
    /// The key of before was tried and opened nothing.
    old_key_refused: bool,
    /// Strings that still stood in the vault's own files at the last search. It stays when the file is cleaned once more
    /// and nobody knows any longer what to look for.
    #[serde(default)]
    residue: u32,
}

/// One erasure as stored.
struct Stored {
    id: ErasureId,
    number: String,
    done_at: crate::kernel::time::Timestamp,
    done_by: Option<crate::kernel::id::UserId>,
    pending: bool,
    sheet: Sheet,
    ledger_hash: Vec<u8>,
}
