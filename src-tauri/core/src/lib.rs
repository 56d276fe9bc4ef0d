//! The core of Ledenkluis: everything it decides, without a window.
//!
#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(feature = "testing"),
    allow(unreachable_pub, reason = "public where tests look in, which is where the lints run")
)]

pub mod api;
pub mod app;
pub mod error;
pub mod ops;
mod paper;
pub mod text;

// Callers know `api`, `app`, `error`, `ops` and `text`. Tests also look behind the front door: the feature `testing` lets them in, and no
// package for users is built with it (the dependency check of `cargo xtask test`).
#[cfg(not(feature = "testing"))]
mod features;
#[cfg(feature = "testing")]
pub mod features;
#[cfg(not(feature = "testing"))]
mod kernel;
#[cfg(feature = "testing")]
pub mod kernel;
