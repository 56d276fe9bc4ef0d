//! A task, as the overview lists it.
use crate::kernel::id::PersonId;
use crate::kernel::time::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A task on the Today page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TodayItem")]
pub struct Item {
    /// Its kind: names the texts `today-item-<kind>` and `today-item-<kind>-body`; the UI knows where it leads.
    pub kind: String,
    /// The number to show; 0 for none.
    pub count: u32,
    /// Whom it is about, if those are few: the first by day.
    pub persons: Vec<Named>,
    /// Arguments of the texts; days as `YYYY-MM-DD`.
    pub args: BTreeMap<String, String>,
}

/// A person with their name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "NamedPerson")]
pub struct Named {
    /// The person's id.
    pub person: PersonId,
    /// The name as people say it: `Anneke van den Berg`.
    pub name: String,
    /// The day that the task is about.
    pub on: Date,
}
