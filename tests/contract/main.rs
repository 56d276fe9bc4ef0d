//! What must hold for every feature, asked of the program itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]
mod commands;
mod forgotten;
mod holders;
mod matrix;
mod migrations;
mod path;
mod reported;
mod schema;
mod texts;
mod under_main;
mod values;
