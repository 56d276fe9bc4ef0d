//! The core of Ledenkluis: everything it decides, without a window.
//!
#![doc = include_str!("../README.md")]
pub mod api;
pub mod app;
pub mod error;
pub mod features;
pub mod kernel;
pub mod ops;
mod paper;
pub mod text;
