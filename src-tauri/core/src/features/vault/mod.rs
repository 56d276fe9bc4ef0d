//! The vault: a folder with a header (who may open it) and a database. Passphrases, slots, recovery, locking, new keys.
//! Keys decide who can read what; the program and the trail decide and tell who changes what.
mod calibrate;
mod compartments;
mod header;
mod keys;
mod lock_file;
mod pairs;
mod passphrase;
mod recovery;
mod sheet;
mod slots;
mod tags;
#[cfg(test)]
mod tests;
mod wait;

pub use lock_file::InUse;
pub use passphrase::{Judgement, Strength, StrengthRequest, Words, WordsRequest, words};
