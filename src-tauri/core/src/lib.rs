//! The core of Ledenkluis: everything it decides, without a window.
pub mod error;
pub mod features;
pub mod kernel;
pub mod text;
