//! User stories through `api::dispatch`, with the trail that they leave.
mod audit;
mod consent;
mod demo;
mod donations;
mod drafts;
mod erasure;
mod erasure_check;
mod export;
mod import;
mod people;
mod recovery;
mod report;
mod retention;
mod settings;
mod today;
mod users;
mod vault;
