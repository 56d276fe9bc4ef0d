//! Retention: what is past its retention period, why, and what the program proposes. A person always decides.
mod after_end;
mod bars;
mod data;
mod due;
mod facts;
mod keep;
mod list;
mod plan;
mod preview;
mod rules;
mod said;
mod store;

pub use after_end::{AfterEnd, AfterEndRequest, after_end};
pub use bars::{KeepBar, While};
pub use data::RetentionData;
pub use due::Proposal;
pub use keep::{KeepLonger, keep, unkeep};
pub use list::{DueGroup, DueRequest, DueRow, KeptUntil, RetentionDue, UntilRequest, due, until};
pub use plan::Stay;
pub use preview::{ErasurePreview, RuleRow, Rules, keep_bars, preview, rules};
pub use rules::{Action, Rule, Start, Status, Unit};
pub use said::{Arg, Said};

pub(crate) use list::count_due;
pub(crate) use plan::{Planned, plan};
pub(crate) use preview::bars_of;
pub(crate) use rules::pack;
pub(crate) use rules::term;
