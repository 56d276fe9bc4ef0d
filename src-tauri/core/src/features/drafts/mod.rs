//! Drafts: what a user typed and did not save before they left, the vault locked or the program ended. They are
//! encrypted, only for that user, and gone after a week or with the next erasure.
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

/// Drafts from before this moment have expired.
fn oldest(now: Timestamp) -> Timestamp {
    Timestamp(now.0.saturating_sub(KEPT_MS))
}
