//! People, the data subjects: Dutch names, contact details, and relations with the association.
mod bulk;
mod change;
mod check;
mod create;
mod data;
mod doubles;
mod export;
pub(crate) mod identity;
mod known;
mod list;
mod name;
mod note;
mod phone;
mod place;
mod relation;
mod roster;
mod row;
mod search;
mod similar;
mod store;
mod trail;
mod view;

use crate::kernel::id::{EmailId, PersonId, PhoneId, RelationId};
use crate::kernel::stored::stored;
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

pub use change::{ChangePerson, change};
pub use create::create;
pub use data::PeopleData;
pub use doubles::{Double, doubles};
pub use export::{PeopleExport, PersonExport, export};
pub use identity::Because;
pub use list::{Filter, Page, list};
pub use name::{Name, NameUse};
pub use note::{PersonNote, note};
pub use place::{Place, PlaceRequest, place};
pub use relation::{
    ChangeRelation, EndRelation, RelationDates, ReopenRelation, StartRelation, change_relation, end_relation,
    reopen_relation, start_relation,
};
pub use row::{Counts, PersonRow, RowConsent, Tab};
pub use similar::{Similar, SimilarRequest, similar};
pub use trail::{TrailOfPerson, trail, whole_trail};
pub use view::{Address, ByPerson, FullView, PersonView, get};

pub(crate) use change::update;
pub(crate) use check::{FieldOf, normal_postcode, tidied};
pub(crate) use create::insert;
pub(crate) use known::{Known, add_relation, known, relations_of, remove_relation};
pub(crate) use list::everyone;
pub(crate) use name::{initials_of, split_prefix};
pub(crate) use phone::international_phone;
pub(crate) use trail::lines_of;
pub(crate) use view::{ensure_free, ensure_visible, entered, is_anybody, known_without_key, names, standing};

/// A person as entered. Only a name is required; every field serves a purpose of processing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct NewPerson {
    /// The name. Something other than a prefix must be filled in.
    #[serde(flatten)]
    pub name: Name,
    /// E-mail addresses, the main one first.
    pub emails: Vec<NewEmail>,
    /// Telephone numbers, the main one first.
    pub phones: Vec<NewPhone>,
    /// Street and number; empty if unknown.
    pub street: String,
    /// Postcode; empty if unknown. A Dutch one is stored as `1234 AB`.
    pub postcode: String,
    /// Town; empty if unknown.
    pub city: String,
    /// Country; empty means the association's own.
    pub country: String,
    /// Date of birth; `null` if unknown. Not in the future, and not before 1880.
    pub birth_date: Option<Date>,
    /// Member number, as text; empty for none.
    pub member_number: String,
    /// Relations with the association; ignored when a person is changed.
    pub relations: Vec<NewRelation>,
    /// Free note, stored sealed; empty for none. The person has the right to read it.
    pub note: String,
}

/// An e-mail address as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewEmail {
    /// `home`, `work`, `parent` or a label of the user's own.
    pub label: String,
    /// The address. An entry with a blank one is dropped.
    pub address: String,
}

/// A telephone number as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct NewPhone {
    /// `mobile`, `home`, `work`, `parent` or a label of the user's own.
    pub label: String,
    /// The number, in any notation. An entry with a blank one is dropped.
    pub number: String,
}

stored! {
    /// What somebody is to the association.
    pub enum RelationKind {
        /// Belongs to the association.
        Member = "member",
        /// Gives money.
        Donor = "donor",
        /// Does tasks for the association.
        Volunteer = "volunteer",
        /// Anyone else the association keeps in touch with.
        Contact = "contact",
    }
}

/// A relation as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewRelation {
    /// The kind of relation.
    pub kind: RelationKind,
    /// First day; `null` if unknown.
    #[serde(default)]
    pub started_on: Option<Date>,
    /// Last day, if it has an end and the day is known.
    #[serde(default)]
    pub ended_on: Option<Date>,
    /// Does it have an end? True even if the last day is unknown.
    #[serde(default)]
    pub ended: bool,
}

/// An e-mail address as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Email {
    /// Its id, until the next change of the person: that gives every address a new one.
    pub id: EmailId,
    /// `home`, `work`, `parent`, a label of the user's own, or empty.
    pub label: String,
    /// The address as entered, without white space around it.
    pub address: String,
}

/// A telephone number as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Phone {
    /// Its id, until the next change of the person: that gives every number a new one.
    pub id: PhoneId,
    /// `mobile`, `home`, `work`, `parent`, a label of the user's own, or empty.
    pub label: String,
    /// In E.164 form where it could be parsed, otherwise as entered.
    pub number: String,
}

/// A relation as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Relation {
    /// The id by which it is ended, continued or changed.
    pub id: RelationId,
    /// The kind of relation.
    pub kind: RelationKind,
    /// First day, if known.
    pub started_on: Option<Date>,
    /// Last day, if known; it may lie in the future.
    pub ended_on: Option<Date>,
    /// Is it over today?
    pub ended: bool,
}

impl Relation {
    /// Is it over on this day? A cached list may date from yesterday, so `ended` alone is not enough.
    pub(crate) fn is_over(&self, on: Date) -> bool {
        self.ended || self.ended_on.is_some_and(|last| last < on)
    }
}

stored! {
    /// How a person came into the vault.
    #[ts(rename = "PersonSource")]
    pub enum Source {
        /// Typed in.
        Entered = "entered",
        /// From a list.
        Imported = "imported",
    }
}

stored! {
    /// Why a person is restricted.
    pub enum Restriction {
        /// The person asked for it (art. 18 AVG).
        Request = "request",
        /// Erased in part: only what tax law requires is kept.
        Fiscal = "fiscal",
    }
}

/// The facts about a person that retention is calculated from, with the name for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) id: PersonId,
    /// The name as lists show it.
    pub(crate) sort_name: String,
    pub(crate) birth_date: Option<Date>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) restricted: Option<Restriction>,
    /// Last day of a fiscal restriction.
    pub(crate) restricted_until: Option<Date>,
}
