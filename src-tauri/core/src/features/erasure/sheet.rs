//! The record of an erasure: what was erased, what was kept, and what was checked afterwards.
use crate::features::retention::Stay;
use crate::kernel::id::{ErasureId, UserId};
use crate::kernel::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The record of an erasure for its proof. It names nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sheet {
    /// The number of people erased in full.
    pub(super) erased: u32,
    /// The number of people erased in part.
    pub(super) partly: u32,
    /// What was erased: the id of a text with `$n`, and the number.
    pub(super) counts: Vec<(String, u32)>,
    /// The number of people per retention rule; `None` for people whom no rule kept.
    pub(super) rules: Vec<(Option<String>, u32)>,
    /// What was kept, with the number of people.
    pub(super) stays: Vec<(Stay, u32)>,
    pub(super) checked: Checked,
}

/// What was checked afterwards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checked {
    /// Pages of `data.db` that were read back and decrypted; 0 if no search was possible.
    pub(super) pages: u32,
    /// Strings that were searched for, without those that somebody who stays has too.
    pub(super) strings: u32,
    /// Other files in the folder that were searched; 0 if one of them contains such a string.
    pub(super) files: u32,
    /// Files in the folder that are not part of the vault and contain such a string.
    pub(super) strangers: u32,
    /// The old key was tried and no longer opens the file.
    pub(super) old_key_refused: bool,
    /// Strings that were still in the vault's own files at the last search. Kept when the file is cleaned again after
    /// the strings to search for were lost.
    #[serde(default)]
    pub(super) residue: u32,
}

pub(super) struct Stored {
    pub(super) id: ErasureId,
    pub(super) number: String,
    pub(super) done_at: Timestamp,
    pub(super) done_by: Option<UserId>,
    pub(super) pending: bool,
    pub(super) sheet: Sheet,
    pub(super) ledger_hash: Vec<u8>,
}
