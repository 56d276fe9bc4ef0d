//! Drafts: what somebody typed and did not save before he left, the vault locked or the program ended. Encrypted, his alone,
//! and gone after a week or with the first erasure.
mod data;
mod keep;
mod list;
mod store;

use crate::kernel::time::Timestamp;

pub use data::DraftsData;
pub use keep::{ByPlace, NewDraft, drop_one, keep};
pub use list::{Draft, list};

pub(crate) use keep::expire;

/// How long a draft is kept: a week.
const KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// A draft of before this moment has had its time.
fn oldest(now: Timestamp) -> Timestamp {
    Timestamp(now.0.saturating_sub(KEPT_MS))
}
