//! The placeholder for commands without a request or without an answer.
use serde::{Deserialize, Serialize};

/// An empty request or answer: `{}`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}
