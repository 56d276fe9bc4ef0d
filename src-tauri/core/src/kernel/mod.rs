//! What every feature stands on: the one write path, the database, the trail, and the small types that make the
//! right thing the short thing. Knows no feature.
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
pub mod time;
pub mod trail;
