//! The base for every feature: the single write path, the database, the audit log (the trail), and small types that
//! make the correct code also the shortest. Depends on no feature.
pub mod db;
pub mod files;
pub mod id;
pub mod nothing;
pub(crate) mod pages;
pub mod person_data;
pub mod progress;
pub mod reseal;
pub mod reserve;
pub mod sealed;
pub mod secret;
pub mod session;
pub(crate) mod stored;
pub mod texts;
pub mod time;
pub mod trail;
