//! The core of Ledenkluis: everything it decides, without a window.
pub mod api;
pub mod app;
pub mod error;
pub mod features;
pub mod kernel;
pub mod ops;
pub mod print;
pub mod text;
