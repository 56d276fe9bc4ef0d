//! What stands where a command needs no request, or has no answer.
use serde::{Deserialize, Serialize};

/// A request or an answer without content: `{}`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}
