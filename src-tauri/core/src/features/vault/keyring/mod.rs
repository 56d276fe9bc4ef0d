//! The keyring: keys, who holds them, and the proof of it. It knows neither the database nor a session.
//!
//! # Who is kept from what
//! The folder of a vault may lie where others write: in a cloud, on a stick, on a shared disk. So nothing in it is believed
//! because it is there.
//!
//! | who | has | is kept from |
//! | --- | --- | --- |
//! | a stranger | every state that the folder ever had, and may write in it | reading; making somebody work in a vault that a stranger can read; putting an earlier state back unnoticed |
//! | a user with few rights | the same, and their own passphrase | compartments of other roles; giving themselves or a ghost a role; rewriting what others signed |
//! | a former user, an old passphrase, an old sheet, a forgotten computer | every earlier state and the keys of then | whatever is written after |
//! | an administrator | decides who belongs | compartments that their roles do not open; the private halves of a user whose first passphrase they chose |
//!
//! What it cannot do: keep somebody who may write the main data from writing it with a program of their own (the signed trail
//! tells that it was not the others); stop malware at work as the user; tell a whole vault of an earlier day on a computer that
//! never saw the later one.
//!
//! # How
//! - [`identity`]: every user has one pair of keys to seal to and one to sign with; so has the recovery sheet. [`slots`] wrap the
//!   private halves under a passphrase, under the secret of a computer, or under the groups on paper.
//! - [`roster`]: the signed statement of who belongs, and which data key of each compartment is the right one, by a commitment
//!   that only that key fits. [`steps`]: which signature allows which change. [`chain`]: from the roster that a slot has pinned to
//!   the newest one, by allowed steps only. A vault that somebody else made has no way from my pin.
//! - [`data_keys`]: sealed with HPKE to those whom the roster names, believed only when they fit its commitment.
//! - [`seal`]: which `data.db` was locked away, signed by who locked it.
//! - [`header`]: the file around it all, and how damage is told from a wrong passphrase.
//!
//! Two differences from a plain reading of the design, with the same guarantees. *Every* holder may renew a compartment's key,
//! not only a role that erases: a viewer who gets another passphrase must renew the main key too, and a holder knows the key
//! anyway. And the recovery sheet signs, for where the last administrator forgot their passphrase nobody else could: it may
//! replace the keys of one user and nothing else, and beside an administrator it gives keys that it holds.
pub(crate) mod calibrate;
pub(crate) mod chain;
pub(crate) mod compartments;
pub(crate) mod data_keys;
pub(crate) mod header;
pub(crate) mod identity;
pub(crate) mod keys;
pub(crate) mod pairs;
pub(crate) mod passphrase;
pub(crate) mod recovery;
pub(crate) mod roster;
pub(crate) mod seal;
pub(crate) mod slots;
#[cfg(test)]
mod step_tests;
pub(crate) mod steps;
#[cfg(test)]
mod tests;
