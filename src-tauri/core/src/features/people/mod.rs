//! People: the data subjects. Their names the Dutch way, how to reach them, and their relations with the association.
mod change;
mod check;
mod create;
mod data;
mod export;
mod known;
mod list;
mod name;
mod note;
mod relation;
mod similar;
mod store;
mod trail;
mod view;

use crate::kernel::id::{EmailId, PersonId, PhoneId, RelationId};
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

pub use change::{ChangePerson, change};
pub use create::create;
pub use data::PeopleData;
pub use export::{PeopleExport, PersonExport, export};
pub use list::{Counts, Filter, Page, PersonRow, RowConsent, Tab, list};
pub use name::{Name, NameUse};
pub use note::{PersonNote, note};
pub use relation::{EndRelation, ReopenRelation, StartRelation, end_relation, reopen_relation, start_relation};
pub use similar::{Similar, SimilarRequest, similar};
pub use trail::{TrailOfPerson, trail, whole_trail};
pub use view::{ByPerson, PersonView, get};

pub(crate) use change::update;
pub(crate) use check::normal_postcode;
pub(crate) use create::insert;
pub(crate) use known::{Known, add_relation, known, relations_of, remove_relation, tidied};
pub(crate) use list::everyone;
pub(crate) use name::{initials_of, split_prefix};
pub(crate) use view::{ensure_free, ensure_visible, entered, is_anybody, known_without_key, names, standing};

/// A person as entered. Only the name is required; every field has a purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct NewPerson {
    /// The name.
    #[serde(flatten)]
    pub name: Name,
    /// E-mail addresses, the main one first.
    pub emails: Vec<NewEmail>,
    /// Telephone numbers, the main one first.
    pub phones: Vec<NewPhone>,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Country, empty for the association's own.
    pub country: String,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Member number.
    pub member_number: String,
    /// Relations with the association.
    pub relations: Vec<NewRelation>,
    /// Free note; the person may read it. Sealed; empty for none.
    pub note: String,
}

/// An e-mail address as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewEmail {
    /// `home`, `work`, `parent` or the user's own word.
    pub label: String,
    /// The address.
    pub address: String,
}

/// A telephone number as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewPhone {
    /// `mobile`, `home`, `work`, `parent` or the user's own word.
    pub label: String,
    /// The number, any spelling.
    pub number: String,
}

/// What somebody is to the association.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Member.
    Member,
    /// Donor.
    Donor,
    /// Volunteer.
    Volunteer,
    /// Contact.
    Contact,
}

impl RelationKind {
    /// Its stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            RelationKind::Member => "member",
            RelationKind::Donor => "donor",
            RelationKind::Volunteer => "volunteer",
            RelationKind::Contact => "contact",
        }
    }

    fn of(name: &str) -> Option<Self> {
        [RelationKind::Member, RelationKind::Donor, RelationKind::Volunteer, RelationKind::Contact]
            .into_iter()
            .find(|k| k.as_str() == name)
    }
}

/// A relation as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewRelation {
    /// What.
    pub kind: RelationKind,
    /// From when; `null` if nobody knows.
    #[serde(default)]
    pub started_on: Option<Date>,
    /// Until when, if it ended.
    #[serde(default)]
    pub ended_on: Option<Date>,
    /// It ended, also if nobody knows when.
    #[serde(default)]
    pub ended: bool,
}

/// An e-mail address as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Email {
    /// Its id.
    pub id: EmailId,
    /// Label.
    pub label: String,
    /// The address.
    pub address: String,
}

/// A telephone number as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Phone {
    /// Its id.
    pub id: PhoneId,
    /// Label.
    pub label: String,
    /// E.164 where it could be read as such, else as entered.
    pub number: String,
}

/// A relation as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Relation {
    /// Its id.
    pub id: RelationId,
    /// What.
    pub kind: RelationKind,
    /// From when, if known.
    pub started_on: Option<Date>,
    /// The last day, if that is known; it may be still to come.
    pub ended_on: Option<Date>,
    /// Is it over today?
    pub ended: bool,
}

impl Relation {
    /// Is it over on a day? A list that was made yesterday does not know of today.
    pub(crate) fn is_over(&self, on: Date) -> bool {
        self.ended || self.ended_on.is_some_and(|last| last < on)
    }
}

/// Why a person is restricted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Restriction {
    /// The person asked for it (art. 18 AVG).
    Request,
    /// Erased in part: kept for the tax law only.
    Fiscal,
}

/// The facts of a person that retention counts with. No names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Who.
    pub(crate) id: PersonId,
    /// The name as lists show it.
    pub(crate) sort_name: String,
    /// Date of birth.
    pub(crate) birth_date: Option<Date>,
    /// All relations.
    pub(crate) relations: Vec<Relation>,
    /// Restricted, and why.
    pub(crate) restricted: Option<Restriction>,
    /// Until when a fiscal restriction lasts.
    pub(crate) restricted_until: Option<Date>,
}
