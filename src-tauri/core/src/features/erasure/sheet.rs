//! What is kept of an erasure: what went, what stayed, and what was checked afterwards.
use crate::features::retention::Stay;
use crate::kernel::id::{ErasureId, UserId};
use crate::kernel::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What is kept of an erasure for its proof. Names nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sheet {
    /// People erased whole.
    pub(super) erased: u32,
    /// People erased in part.
    pub(super) partly: u32,
    /// What went: the id of a text with `$n`, and the number.
    pub(super) counts: Vec<(String, u32)>,
    /// Under which rule, and how many people; `None` for people whom nothing kept.
    pub(super) rules: Vec<(Option<String>, u32)>,
    /// What stayed, and of how many people.
    pub(super) stays: Vec<(Stay, u32)>,
    /// What was checked afterwards.
    pub(super) checked: Checked,
}

/// What was checked afterwards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checked {
    /// Pages of `data.db` that were read back, decrypted; 0 where nobody could search any more.
    pub(super) pages: u32,
    /// Strings of the erased people that were looked for; those that someone who stays has too cannot be.
    pub(super) strings: u32,
    /// Other files of the folder that were searched.
    pub(super) files: u32,
    /// Files in the folder that are not the vault's own and name somebody who was erased.
    pub(super) strangers: u32,
    /// The key of before was tried and opened nothing.
    pub(super) old_key_refused: bool,
    /// Strings that still stood in the vault's own files at the last search. It stays when the file is cleaned once more
    /// and nobody knows any longer what to look for.
    #[serde(default)]
    pub(super) residue: u32,
}

/// One erasure as stored.
pub(super) struct Stored {
    pub(super) id: ErasureId,
    pub(super) number: String,
    pub(super) done_at: Timestamp,
    pub(super) done_by: Option<UserId>,
    pub(super) pending: bool,
    pub(super) sheet: Sheet,
    pub(super) ledger_hash: Vec<u8>,
}
