//! One thing to do, as the overview lists it.
use crate::kernel::id::PersonId;
use serde::Serialize;
use std::collections::BTreeMap;

/// One thing to do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TodayItem")]
pub struct Item {
    /// Which: the texts `today-item-<kind>` and `today-item-<kind>-body`; the page knows where it leads.
    pub kind: String,
    /// The number in the tile; 0 for none.
    pub count: u32,
    /// Whom it is about, where it is about few.
    pub persons: Vec<Named>,
    /// Arguments of the texts; days as `YYYY-MM-DD`.
    pub args: BTreeMap<String, String>,
}

/// A person with his name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "NamedPerson")]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// As spoken to.
    pub name: String,
}
