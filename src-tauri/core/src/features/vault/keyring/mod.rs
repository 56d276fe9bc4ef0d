//! The keyring: keys, who holds them, and how that is proven. It knows neither the database nor sessions.
//!
//! # Terms
//! - A **compartment** is a part of the vault with a symmetric *data key* of its own: `main` (all of `data.db`, by
//!   SQLCipher), `giving` and `confidential` (single values inside it, sealed once more).
//! - A **holder** is a user or a recovery sheet to whom a data key is sealed. Every user holds `main`; a user's roles
//!   decide about the other compartments.
//! - An **identity** is a holder's two key pairs, X25519 and Ed25519. A **slot** stores its private keys, wrapped.
//! - The **roster** is the signed list of users, sheets and current data keys. A **pin** is what one user has last seen
//!   of the roster and of the trail.
//! - The **header** is the file with the slots, the sealed data keys, the rosters and the seal. There are two of them.
//!
//! # Threats
//! The vault's folder may be somewhere others can write: in a cloud, on a stick, on a shared disk. So nothing in it is
//! trusted merely because it is there.
//!
//! - **A stranger** has every state the folder ever had, and can write in it. They must not be able to read anything,
//!   to make a user work in a vault that they can read, or to restore an earlier state unnoticed.
//! - **A user with few rights** also has their own passphrase. They must not be able to read other roles' compartments,
//!   to give themselves or an invented user a role, or to rewrite what others signed.
//! - **Somebody who lost access** (a former user, an old passphrase, an old sheet, a forgotten computer) has every
//!   earlier state and the keys of that time. They must not be able to read anything written afterwards.
//! - **An administrator** decides who the users are. Without the recovery sheet they must not be able to read a
//!   compartment that another user's role needs and their own roles do not, or to keep the private keys of a user who
//!   has replaced the first passphrase that the administrator chose.
//!
//! Not prevented: a user who may write the main data can write it with another program (the signed trail then shows
//! that it was not the others); malware that runs as the user; an old copy of the whole vault, on a computer that never
//! saw a later one.
//!
//! # How
//! - [`identity`], [`slots`]: a slot wraps both private keys and the pin with AES-256-GCM. The wrapping key comes from
//!   a passphrase (Argon2id), or by HKDF from a random secret that a computer stores or that is printed on the recovery
//!   sheet. The associated data binds it to vault, slot, owner and parameters.
//! - [`roster`]: canonical JSON, signed with Ed25519. It names the hash of the roster before it and, for each
//!   compartment, the holders and a commitment (SHA-256) that only the current data key matches.
//! - [`steps`], [`chain`]: which signatures allow which change, and the walk from the pinned roster to the newest one
//!   by allowed changes only. A vault that somebody else made is refused, because no such path leads to it from my pin.
//! - [`data_keys`]: sealed with HPKE in base mode (RFC 9180), which does not authenticate the sender. So an opened key
//!   is accepted only if it matches the commitment in a verified roster.
//! - [`seal`]: which `data.db` was last locked, signed by the user who locked it.
//! - [`header`]: the file: a checksum that tells damage from a wrong passphrase, and an HMAC by the main key over
//!   everything else.
//!
//! Revoking access means renewing: the user's identity is replaced or removed, and every compartment it opened gets a
//! new key. If no signer holds that key, the roster marks it, and the next holder renews it during their unlock.
//!
//! # Two rules that may surprise
//! - *Every* holder may renew a compartment's key. A viewer who changes their passphrase has to renew the main key, and
//!   a holder knows the key anyway.
//! - The recovery sheet can sign, because nobody else could if the last administrator forgot their passphrase. It may
//!   replace the public keys of one user, renew and give the keys that it holds, as any holder may, and change its own
//!   state. Anything else needs an administrator's signature as well.
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
