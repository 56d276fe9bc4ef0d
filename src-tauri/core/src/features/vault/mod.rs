//! The vault: a folder with a header (who may open it) and a database. Passphrases, slots, recovery, locking, renewing
//! keys. Keys decide who can read what; the program decides who may change what, and the trail records who did.
//!
//! # Who can open what
//! `keyring` explains it. In short: every user has keys of their own, a signed list names the users and the current
//! data keys, and access is taken away with new keys. Being an administrator gives no key as such. The founder holds
//! every compartment's key until somebody is added whose role needs it. From then on only that role and the recovery
//! sheet hold it, and an administrator who has to give it again types in the groups of the sheet.
mod accounts;
mod aside;
#[cfg(test)]
mod aside_tests;
mod at_hand;
mod begin;
mod change_passphrase;
mod cloud;
mod content;
mod create;
mod door;
#[cfg(test)]
mod door_tests;
mod evidence;
mod finish;
mod folder;
mod former;
mod held;
mod in_hand;
mod journal;
#[cfg(test)]
mod journal_tests;
mod keychain;
mod keyring;
mod lock_file;
mod looking;
mod members;
mod memory;
mod names;
mod open;
mod own;
mod pen;
mod plain;
mod put_away;
mod records;
mod recover;
#[cfg(test)]
mod recover_tests;
mod recovered;
mod remember;
mod renew;
#[cfg(test)]
mod replaced_tests;
mod save;
mod sheet;
#[cfg(test)]
mod sheet_tests;
mod sheets;
mod state;
mod told;
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
pub use keychain::{DeviceKeys, NoDeviceKeys};
pub use keyring::passphrase::{Judgement, Strength, StrengthRequest, Words, WordsRequest, strength, words};
pub use lock_file::InUse;
pub use names::{NamesRequest, names};
pub use recover::{
    RecoveryAsked, RecoveryConfirm, RecoveryGroup, RecoveryGroupRight, RecoveryRequest, RecoverySave, RecoveryText,
    recovery_confirm, recovery_group, recovery_make, recovery_save, recovery_text,
};
pub use recovered::UnlockRecovery;
pub use remember::Remember;
pub use state::{Me, Phase, VaultState, VaultUser};
pub use told::clock_right;
pub use unlock::Unlock;
pub use verify::{VaultFinding, VaultVerdict, verify};

pub use aside::SetAside;
pub(crate) use aside::{set_aside_of, version, version_of};
pub(crate) use cloud::place;
pub(crate) use create::{create, take_back};
pub(crate) use door::Door;
pub(crate) use folder::{is_vault, place_for};
pub(crate) use former::forget_former;
pub(crate) use keyring::keys::start_threads;
pub(crate) use members::{
    Duties, Member, NewMember, add_member, administrators, change_member, members, remove_member,
};
pub(crate) use open::remember_written;
pub(crate) use put_away::put_away;
pub(crate) use recovered::by_recovery;
pub(crate) use remember::{remember, remembered, secret_for};
pub(crate) use renew::rekey;
pub(crate) use state::{locked, me, open as open_state};
pub(crate) use unlock::{Confirmed, by_device, by_passphrase};
