//! Retention: what is past its term, why, and what the program proposes. A person decides.
mod bars;
mod due;
mod rules;
mod said;

pub use bars::{KeepBar, While};
pub use due::Proposal;
pub use rules::{Action, Pack, Rule, Start, Status, Unit};
pub use said::{Arg, Said};
