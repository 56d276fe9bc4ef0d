//! Rules that hold for every feature, checked against the program itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]
mod commands;
mod forgotten;
mod holders;
mod leftover;
mod matrix;
#[cfg(target_os = "linux")]
mod memory;
mod migrations;
mod open_list;
mod path;
mod reported;
mod schema;
mod security;
mod texts;
mod under_main;
mod undone;
mod values;

/// The allocator of both shells, which wipes memory when it is freed.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);
