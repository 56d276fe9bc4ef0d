//! Attacks on a vault. Whoever attacks reads and writes the format with tools of their own (`format`, `forge`), written apart from
//! the program's, and the vault is then opened through the door as its users do. Each test is a row of "Who is kept from what".
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
