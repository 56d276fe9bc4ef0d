//! The core of Ledenkluis: everything it decides, without a window.
#![allow(dead_code, unused_imports)] // while the frame grows: steps arrive before their callers
pub mod api;
pub mod app;
pub mod error;
pub mod features;
pub mod kernel;
pub mod ops;
pub mod print;
pub mod text;
