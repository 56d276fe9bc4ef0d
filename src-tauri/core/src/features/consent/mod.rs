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
use crate::kernel::stored::stored;
use crate::kernel::time::{Date, Timestamp};
use crate::text::Language;

pub use data::ConsentData;
pub use list::list;
pub use of::{ConsentLine, ConsentRow, history, of};
pub use overview::{ConsentCount, overview};
pub use record::{RecordConsent, record};
pub use reopen::{ReopenConsent, reopen};
pub use withdraw::{WithdrawConsent, withdraw};

pub(crate) use of::{Stand, standing, standing_of_all};
pub(crate) use overview::counts;
pub(crate) use record::{OF_AGE, is_given, mark_unknown, said, take_back_of_list};
pub(crate) use refuse::refuse;

stored! {
    /// The state of a consent.
    #[ts(rename = "ConsentState")]
    pub enum State {
        /// Yes.
        Given = "given",
        /// No.
        Refused = "refused",
        /// First yes, then no; or an objection to a purpose that does not ask.
        Withdrawn = "withdrawn",
        /// Nobody asked, which is not a no.
        NotAsked = "not_asked",
        /// A tick in an imported list: no proof, so it permits nothing.
        Unknown = "unknown",
    }
}

stored! {
    /// How the choice reached the association.
    #[derive(Default)]
    #[ts(rename = "ConsentHow")]
    pub enum How {
        /// A form on paper.
        Paper = "paper",
        /// By telephone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// Face to face.
        InPerson = "in_person",
        /// From an imported list: no proof of a yes, but a no or an objection counts.
        Import = "import",
        /// Nobody recorded how.
        #[default]
        NotRecorded = "not_recorded",
    }
}

stored! {
    /// Who made the choice.
    #[derive(Default)]
    #[ts(rename = "ConsentBy")]
    pub enum By {
        /// The person.
        #[default]
        Subject = "subject",
        /// A parent or guardian.
        Guardian = "guardian",
        /// Nobody recorded who.
        NotRecorded = "not_recorded",
    }
}

/// The question that a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    version: u32,
    language: Language,
    hash: Vec<u8>,
}

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
