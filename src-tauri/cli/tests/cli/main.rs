//! The binary itself, from outside: what it accepts, prints and leaves behind.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it must be")]
#[cfg(unix)]
mod links;
mod lists;
mod people;
mod place;
mod seen;
mod targets;
mod vault;
mod wording;
