//! What is known of a pair before anything is compared.
use super::weights as w;

/// How likely a match is before anything is compared. In bits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prior {
    /// Against strangers.
    pub(super) strangers: f64,
    /// Against housemates who are not known.
    pub(super) housemates: f64,
}

impl Prior {
    /// For a row of a list of so many, against one of so many who are known. `newcomers`: how many new housemates come, in
    /// place of somebody who is absent, for one member who comes back.
    pub(super) fn known(rows: usize, known: usize, newcomers: f64) -> Self {
        Prior { strangers: -size(rows.max(known)), housemates: -newcomers.log2() }
    }

    /// For two records of one list or vault of so many, in which few are there twice.
    pub(super) fn twice(records: usize) -> Self {
        Prior { strangers: w::TWICE.log2() - size(records), housemates: w::TWICE.log2() }
    }
}

/// A vault of fewer people says little about how many share a name.
const FEW: usize = 512;

/// log2 of a number of people.
fn size(people: usize) -> f64 {
    f64::from(u32::try_from(people.max(FEW)).unwrap_or(u32::MAX)).log2()
}
