//! What leaves the vault about one person: the access report as PDF and JSON, and the record that it was given.
mod data;
mod document;
mod gather;
mod make;
mod report;
mod store;

pub use data::DisclosureData;
pub use make::{Kind, ReportMade, ReportRequest, report};
#[cfg(feature = "testing")]
pub use report::{Association, Event, Item, Keep, Recipient, Report, Right, Section, Subject, Use};
