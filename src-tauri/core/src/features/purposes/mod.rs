//! Purposes of processing: why the association keeps data, on which legal basis, and what it asks if that is consent.
mod list;
mod pack;

pub use list::{PurposeRow, list};
pub use pack::{Basis, Purpose};

pub(crate) use pack::{all, by_key, get, hash};
