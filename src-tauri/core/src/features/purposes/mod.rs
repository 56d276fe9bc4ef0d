//! Purposes of processing: why the association keeps data, on which basis, and what it asks where the basis is consent.
mod list;
mod pack;

pub use list::{PurposeRow, list};
pub use pack::{Basis, ConsentText, Purpose};

pub(crate) use pack::{all, by_key, get, hash};
