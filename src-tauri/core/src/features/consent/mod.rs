//! Consent: who agreed to what, in which words, and who withdrew it. Events are only added; only an erasure deletes
//! them.
mod data;
mod list;
mod of;
mod overview;
mod record;
mod refuse;
mod reopen;
mod store;
mod withdraw;

use crate::kernel::id::{ConsentEventId, PersonId, PurposeId, UserId};
use crate::kernel::time::{Date, Timestamp};
use crate::text::Language;
use serde::{Deserialize, Serialize};

pub use data::ConsentData;
pub use list::list;
pub use of::{ConsentLine, ConsentRow, history, of};
pub use overview::{ConsentCount, overview};
pub use record::{RecordConsent, record};
pub use reopen::{ReopenConsent, reopen};
pub use withdraw::{WithdrawConsent, withdraw};

pub(crate) use of::{Stand, standing, standing_of_all};
pub(crate) use overview::counts;
pub(crate) use record::{OF_AGE, mark_unknown, said};
pub(crate) use refuse::refuse;

/// The state of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ConsentState")]
pub enum State {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// First yes, then no; or an objection to a purpose that does not ask.
    Withdrawn,
    /// Nobody asked, which is not a no.
    NotAsked,
    /// A tick in an imported list: no proof, so it permits nothing.
    Unknown,
}

impl State {
    /// Its stable name, as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Given => "given",
            State::Refused => "refused",
            State::Withdrawn => "withdrawn",
            State::NotAsked => "not_asked",
            State::Unknown => "unknown",
        }
    }

    fn of(name: &str) -> Self {
        [State::Given, State::Refused, State::Withdrawn, State::Unknown]
            .into_iter()
            .find(|s| s.as_str() == name)
            .unwrap_or(State::NotAsked)
    }
}

/// How the choice reached the association.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ConsentHow")]
pub enum How {
    /// A form on paper.
    Paper,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// Face to face.
    InPerson,
    /// From an imported list: no proof of a yes, but a no or an objection counts.
    Import,
    /// Nobody recorded how.
    #[default]
    NotRecorded,
}

impl How {
    const fn as_str(self) -> &'static str {
        match self {
            How::Paper => "paper",
            How::Phone => "phone",
            How::Email => "email",
            How::InPerson => "in_person",
            How::Import => "import",
            How::NotRecorded => "not_recorded",
        }
    }

    fn of(name: &str) -> Self {
        [How::Paper, How::Phone, How::Email, How::InPerson, How::Import]
            .into_iter()
            .find(|h| h.as_str() == name)
            .unwrap_or_default()
    }
}

/// Who made the choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ConsentBy")]
pub enum By {
    /// The person.
    #[default]
    Subject,
    /// A parent or guardian.
    Guardian,
    /// Nobody recorded who.
    NotRecorded,
}

impl By {
    const fn as_str(self) -> &'static str {
        match self {
            By::Subject => "subject",
            By::Guardian => "guardian",
            By::NotRecorded => "not_recorded",
        }
    }

    fn of(name: &str) -> Self {
        [By::Subject, By::Guardian].into_iter().find(|b| b.as_str() == name).unwrap_or(By::NotRecorded)
    }
}

/// The question that a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    version: u32,
    language: Language,
    hash: Vec<u8>,
}

/// One event as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    id: ConsentEventId,
    person: PersonId,
    purpose: PurposeId,
    state: State,
    chosen_on: Date,
    how: How,
    by: By,
    remark: String,
    asked: Option<Asked>,
    undoes: Option<ConsentEventId>,
    recorded_at: Timestamp,
    recorded_by: Option<UserId>,
}
