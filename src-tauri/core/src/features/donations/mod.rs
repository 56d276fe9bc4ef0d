//! Gifts and payments. Only the treasurer can read the details. That somebody paid in a given year needs no special
//! key, because retention depends on it.
mod data;
mod list;
mod record;
mod store;

use crate::kernel::id::DonationId;
use crate::kernel::stored::stored;
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

pub use data::DonationsData;
pub use list::list;
pub use record::{NewDonation, record};

pub(crate) use record::add;
pub(crate) use store::{all_years, years};

stored! {
    /// What was paid.
    #[ts(rename = "DonationKind")]
    pub enum Kind {
        /// A gift.
        Gift = "gift",
        /// A membership fee.
        Contribution = "contribution",
    }
}

/// What is known about a gift or payment without the key of `giving`: enough to calculate how long it must be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FiscalYear {
    pub(crate) kind: Kind,
    /// The calendar year.
    pub(crate) year: i32,
    /// The last day of its book year, by the setting at the time of recording.
    pub(crate) ends: Date,
}

/// A gift or payment, decrypted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DonationView {
    /// Its id, to which the sealed part is bound.
    pub id: DonationId,
    /// Gift or membership fee.
    pub kind: Kind,
    /// The day it was paid.
    pub on: Date,
    /// How much, in cents.
    #[ts(type = "number")]
    pub amount_cents: i64,
    /// Free remark; empty for none.
    pub remark: String,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    on: Date,
    amount_cents: i64,
    remark: String,
}
