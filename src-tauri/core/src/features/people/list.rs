//! The list of people: one page at a time, searched in memory, sorted by surname without its prefix.
use super::bulk::relations_of;
use super::roster::{Matching, Roster};
use super::{Relation, Restriction, Standing, store, view};
use crate::error::{Check, Result};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Permission, Topic};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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
    /// Former members.
    Former,
}

impl Tab {
    /// All parts, in their order above.
    pub(super) const ALL: [Tab; 5] = [Tab::All, Tab::Members, Tab::Donors, Tab::Volunteers, Tab::Former];
}

/// Which people.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields, rename = "PeopleFilter")]
pub struct Filter {
    /// The part of the list.
    pub tab: Option<Tab>,
    /// Words to search for; typing errors are tolerated.
    pub q: Option<String>,
    /// How many rows to skip.
    pub offset: Option<u32>,
    /// At most this many rows; 200 if left out.
    pub limit: Option<u32>,
}

/// One page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PeoplePage")]
pub struct Page {
    /// People in this part of the list.
    pub total: u32,
    /// How many people match the words. May include people outside the list who were found by their whole name.
    pub matching: u32,
    /// How many of these, at the end, only resemble the words: a typing error away.
    pub alike: u32,
    /// People per part of the list.
    pub counts: Counts,
    /// The rows of this page.
    pub rows: Vec<PersonRow>,
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
    /// Former members.
    pub former: u32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// The name as people say it.
    pub name: String,
    /// The name as lists show it.
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
    /// The purpose's stable name.
    pub purpose: String,
    /// The consent state.
    #[ts(type = "ConsentState")]
    pub state: &'static str,
    /// Does this purpose ask for consent? Otherwise a person can only object to it.
    pub asks_consent: bool,
}

/// The longest search text: longer than any name with all its parts.
pub(super) const MOST_WORDS: usize = 1_500;

/// One page of the list.
///
/// # Errors
/// `permission.denied`; `input.invalid` for a search text longer than any name.
pub fn list(s: &Session, filter: Filter) -> Result<Page> {
    s.read(Permission::PeopleSee, |tx| {
        let tab = filter.tab.unwrap_or_default();
        let q = filter.q.as_deref().unwrap_or_default();
        Check::new().at_most("q", q, MOST_WORDS).done()?;
        let roster = Roster::read(tx)?;
        let today = tx.today();
        let Matching { rows: matching, alike } = roster.matching(tx, tab, q)?;
        let counts = roster.counts(today);
        let (offset, limit) = (filter.offset.unwrap_or(0) as usize, filter.limit.unwrap_or(200) as usize);
        Ok(Page {
            total: counts.of_part(tab),
            matching: u32::try_from(matching.len()).unwrap_or(u32::MAX),
            alike: u32::try_from(alike).unwrap_or(u32::MAX),
            counts,
            rows: matching.into_iter().skip(offset).take(limit).map(|row| roster.shown(tx, row, today)).collect(),
        })
    })
}

impl Counts {
    fn of_part(self, tab: Tab) -> u32 {
        match tab {
            Tab::All => self.all,
            Tab::Members => self.members,
            Tab::Donors => self.donors,
            Tab::Volunteers => self.volunteers,
            Tab::Former => self.former,
        }
    }
}

/// The facts that retention is calculated from, for everyone whom the role may see, in list order.
///
/// # Errors
/// When the database fails.
pub(crate) fn everyone(tx: &ReadTx<'_>) -> Result<Arc<Vec<Standing>>> {
    tx.cached(&[Topic::People], read_everyone)
}

fn read_everyone(tx: &ReadTx<'_>) -> Result<Vec<Standing>> {
    let all_relations = store::all_relations(tx)?;
    let standing = |p: store::PersonRecord| Standing {
        id: p.id,
        sort_name: p.name.sorted(),
        birth_date: p.birth_date,
        relations: relations_of(&all_relations, p.id),
        restricted: p.restricted,
        restricted_until: p.restricted_until,
    };
    Ok(store::all(tx)?.into_iter().filter(|p| view::visible(tx, p.restricted)).map(standing).collect())
}
