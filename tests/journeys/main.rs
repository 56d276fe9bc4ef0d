//! User stories through the typed commands of the core, and the rows that they leave in the trail.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]
mod audit;
mod consent;
mod demo;
mod disk;
mod donations;
mod drafts;
mod elsewhere;
mod erasure;
mod erasure_check;
mod export;
mod former;
mod import;
mod import_noes;
mod import_values;
mod import_who;
mod looking;
mod people;
mod recovery;
mod report;
mod retention;
mod settings;
mod today;
mod told;
mod users;
mod vault;
