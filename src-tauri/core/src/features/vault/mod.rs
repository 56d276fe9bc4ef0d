//! The vault: a folder with a header (who may open it) and a database. Passphrases, slots, recovery, locking, new keys.
//! Keys decide who can read what; the program and the trail decide and tell who changes what.
//!
//! # Who can open what
//! Every slot (a user's passphrase, a computer that remembers it, the recovery sheet) is a key pair; the data keys that its
//! role needs are sealed to its public half. So anyone who holds a data key can give it, or a new version of it, to the
//! others without their passphrases; and nobody can give a key that he does not hold. The right to run the vault gives no
//! key. The founder holds every compartment's key until somebody is added whose role needs it; from then on only that role
//! and the recovery sheet hold it, and the groups of the sheet are typed in when an administrator has to give it again.
//!
//! # What keys do not stop
//! Every user can open `data.db`, so with a tool of his own he could change what the program would not let him change: the
//! trail tells of what the program did, not of such a tool. A user keeps what he once could read; removing him makes new
//! keys for what comes. Whoever puts back header and data of an earlier day has the vault of that day.
mod accounts;
mod calibrate;
mod change_passphrase;
mod cloud;
mod compartments;
mod create;
mod folder;
mod former;
mod header;
mod keys;
mod lock_file;
mod looking;
mod members;
mod names;
mod open;
mod pairs;
mod passphrase;
mod recover;
mod recovery;
mod rekey;
mod remember;
mod sheet;
mod slots;
mod state;
mod tags;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trouble_tests;
mod unlock;
mod verify;
mod wait;
#[cfg(test)]
mod world;
#[cfg(test)]
mod world_tests;

pub use change_passphrase::{ChangePassphrase, change_passphrase};
pub use cloud::Place;
pub use create::{KdfRequest, NewVault, VaultMade};
pub use lock_file::InUse;
pub use names::{NamesRequest, names};
pub use passphrase::{Judgement, Strength, StrengthRequest, Words, WordsRequest, strength, words};
pub use recover::{
    RecoveryAsked, RecoveryConfirm, RecoveryGroup, RecoveryGroupRight, RecoveryRequest, RecoverySave, RecoveryText,
    recovery_confirm, recovery_group, recovery_make, recovery_save, recovery_text,
};
pub use remember::Remember;
pub use state::{Me, Phase, VaultState, VaultUser};
pub use unlock::{Unlock, UnlockRecovery};
pub use verify::{VaultFinding, VaultVerdict, verify};

pub(crate) use cloud::place;
pub(crate) use create::create;
pub(crate) use folder::{is_vault, place_for};
pub(crate) use former::forget_former;
pub(crate) use members::{Member, NewMember, add_member, change_member, members, remove_member};
pub(crate) use open::Door;
pub(crate) use rekey::rekey;
pub(crate) use remember::{Keychain, remember, remembered, secret_for};
pub(crate) use state::{locked, me, open as open_state};
pub(crate) use unlock::{by_device, by_passphrase, by_recovery};
