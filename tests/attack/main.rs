//! Attacks on a vault. Attackers read and write the format with tools of their own (`format`, `forge`), written
//! independently of the program; then users unlock the vault as usual. The attackers are those of "Threats" in
//! `vault/keyring/mod.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stops where something is not as it must be, and an attacker writes files as they like"
)]
#![expect(clippy::disallowed_methods, reason = "whoever attacks writes and opens files as they like")]
mod administrator;
mod damage;
mod forge;
mod format;
mod former;
mod insider;
mod rules;
mod scene;
mod steps;
mod stranger;
mod time;
mod trail;
mod viewer;
