//! One line of the list, and the parts of the list.
use super::{Relation, Restriction};
use crate::kernel::id::PersonId;
use serde::{Deserialize, Serialize};

/// A part of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PeopleTab")]
pub enum Tab {
    /// Everyone.
    #[default]
    All,
    /// Current members.
    Members,
    /// Current donors.
    Donors,
    /// Current volunteers.
    Volunteers,
    /// People who were members and no longer are.
    Former,
}

impl Tab {
    /// All parts, in their order above.
    pub(super) const ALL: [Tab; 5] = [Tab::All, Tab::Members, Tab::Donors, Tab::Volunteers, Tab::Former];
}

/// How many people each part of the list has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PeopleCounts")]
pub struct Counts {
    /// Everyone.
    pub all: u32,
    /// Current members.
    pub members: u32,
    /// Current donors.
    pub donors: u32,
    /// Current volunteers.
    pub volunteers: u32,
    /// People who were members and no longer are.
    pub former: u32,
}

impl Counts {
    pub(super) fn of_part(self, tab: Tab) -> u32 {
        match tab {
            Tab::All => self.all,
            Tab::Members => self.members,
            Tab::Donors => self.donors,
            Tab::Volunteers => self.volunteers,
            Tab::Former => self.former,
        }
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PersonRow {
    /// The person's id, as `people_get` takes it.
    pub id: PersonId,
    /// The name as people say it: `Anneke van den Berg`.
    pub name: String,
    /// The name as lists show it: `Berg, Anneke van den`.
    pub sort_name: String,
    /// Relations, those without an end first.
    pub relations: Vec<Relation>,
    /// Main e-mail address, empty for none.
    pub email: String,
    /// Main telephone number; empty for none and for a role that may not see it.
    pub phone: String,
    /// Town; empty for a role that may not see addresses.
    pub city: String,
    /// Member number; empty for a role that may not see it.
    pub member_number: String,
    /// Does somebody else in the lists of this role have the same name?
    pub namesake: bool,
    /// Year of birth, to tell namesakes apart; `null` for everyone else, and for a role that may not see it.
    pub birth_year: Option<i32>,
    /// Why the person is restricted; `null` if they are not.
    pub restricted: Option<Restriction>,
    /// The usual consents: the newsletter, then photos. Empty for a role that may not see consents.
    pub consents: Vec<RowConsent>,
}

/// The consent state of one person for one purpose. The feature `consent` fills it in: it may use this one, but not the
/// other way round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RowConsent {
    /// The purpose's stable name: `newsletter_members`.
    pub purpose: String,
    /// The consent state.
    #[ts(type = "ConsentState")]
    pub state: &'static str,
    /// Does this purpose ask for consent? Otherwise a person can only object to it.
    pub asks_consent: bool,
}
