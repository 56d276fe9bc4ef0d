//! What every feature stands on: the one write path, the database, the trail, and the small types that make the
//! right thing the short thing. Knows no feature.
pub mod id;
pub mod progress;
pub mod secret;
pub mod time;
