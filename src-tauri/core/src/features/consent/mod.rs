//! Consent: who agreed to what, in which words, and who took it back. Events are only ever added.
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

/// How a consent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ConsentState")]
pub enum State {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// Yes at first, then no; or an objection where nobody was asked.
    Withdrawn,
    /// Nobody asked. That is not a no.
    NotAsked,
    /// A tick in an old list: no proof, and it permits nothing.
    Unknown,
}

impl State {
    /// Its stable name.
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

/// How the association heard of it.
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
    /// Out of an imported list: no proof of a yes, yet a no or an objection holds.
    Import,
    /// Nobody said how.
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

/// Who said it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ConsentBy")]
pub enum By {
    /// The person.
    #[default]
    Subject,
    /// A parent or guardian.
    Guardian,
    /// Nobody said who.
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

/// The words that a person answered.
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
