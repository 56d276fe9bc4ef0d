//! Where a document goes, and what was written there.
use crate::kernel::id::FileToken;
use serde::{Deserialize, Serialize};

/// The destination of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Target {
    /// A file that the user chose.
    File {
        /// The token of a path that the user chose.
        file: FileToken,
    },
    /// The private folder for printing, which is wiped on lock and quit.
    Print,
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Written {
    /// The number of pages; 0 for a file without pages.
    pub pages: u32,
    /// The size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// The path to show to the user.
    pub path: String,
    /// The token with which the shell opens it in the system's viewer.
    pub open: FileToken,
}
