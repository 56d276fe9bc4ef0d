//! The list of people: one page at a time, searched in memory, sorted by surname without its prefix.
use super::name::other_spellings;
use super::{Relation, RelationKind, Restriction, Standing, search, store, view};
use crate::error::{Check, Result};
use crate::features::search::fold;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::Date;
use crate::ops::{Permission, Topic};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;
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
    const ALL: [Tab; 5] = [Tab::All, Tab::Members, Tab::Donors, Tab::Volunteers, Tab::Former];
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

/// Everyone whom the role may see, in memory. Unrelated to the roster of the vault's users.
pub(super) struct Roster {
    rows: Vec<PersonRow>,
    /// The parts of the list that each row belonged to on `day`.
    parts: Vec<Parts>,
    day: Date,
    /// People in no list, found only by typing the whole name, so that an access request can be answered.
    by_whole_name: Vec<PersonRow>,
}

/// The rows that match, best first.
pub(super) struct Matching<'r> {
    pub(super) rows: Vec<&'r PersonRow>,
    /// How many of these, at the end, only resemble what was typed.
    alike: usize,
}

impl Roster {
    pub(super) fn read(tx: &ReadTx<'_>) -> Result<Arc<Roster>> {
        tx.cached(&[Topic::People], roster)
    }

    /// Who is in the list, in its order.
    fn ids(&self) -> impl Iterator<Item = PersonId> {
        self.rows.iter().map(|row| row.id)
    }

    /// The parts of the list that each row belongs to.
    fn parts(&self, today: Date) -> Cow<'_, [Parts]> {
        // While the date is in doubt, this list may be of another day.
        if self.day == today { Cow::Borrowed(&self.parts) } else { Cow::Owned(parts_on(&self.rows, today)) }
    }

    /// The rows of a part of the list that match the words; without words, all of them.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn matching(&self, tx: &ReadTx<'_>, tab: Tab, q: &str) -> Result<Matching<'_>> {
        let parts = self.parts(tx.today());
        if q.trim().is_empty() {
            let rows = self.rows.iter().zip(parts.iter()).filter(|(_, parts)| parts.has(tab));
            return Ok(Matching { rows: rows.map(|(row, _)| row).collect(), alike: 0 });
        }
        let hits = search::index(tx, self.ids())?.find(q, &other_spellings(q));
        let listed = |found: Vec<u32>| -> Vec<&PersonRow> {
            let rows = found.into_iter().filter(|n| parts.get(*n as usize).is_some_and(|parts| parts.has(tab)));
            rows.filter_map(|n| self.rows.get(n as usize)).collect()
        };
        let mut rows = listed(hits.certain);
        rows.extend(self.by_whole_name.iter().filter(|r| is_whole_name(r, q)));
        let alike = listed(hits.alike);
        let few = alike.len();
        rows.extend(alike);
        Ok(Matching { rows, alike: few })
    }
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
        let counts = Counts::of(&roster.parts(today));
        let (offset, limit) = (filter.offset.unwrap_or(0) as usize, filter.limit.unwrap_or(200) as usize);
        Ok(Page {
            total: counts.of_part(tab),
            matching: u32::try_from(matching.len()).unwrap_or(u32::MAX),
            alike: u32::try_from(alike).unwrap_or(u32::MAX),
            counts,
            rows: matching.into_iter().skip(offset).take(limit).map(|r| on(tx, r, today)).collect(),
        })
    })
}

/// A row as of today: the list in memory may date from yesterday, and it holds dates that not every role may see.
fn on(tx: &ReadTx<'_>, row: &PersonRow, today: Date) -> PersonRow {
    let mut row = row.clone();
    for relation in &mut row.relations {
        relation.ended = relation.is_over(today);
    }
    row.relations = row.relations.into_iter().map(|r| view::as_seen(tx, r)).collect();
    row
}

/// The parts of the list that a row belongs to, in the order of `Tab::ALL`.
#[derive(Clone, Copy)]
struct Parts([bool; Tab::ALL.len()]);

impl Parts {
    fn has(self, tab: Tab) -> bool {
        self.0[tab as usize]
    }
}

fn parts_on(rows: &[PersonRow], today: Date) -> Vec<Parts> {
    let parts = |row: &PersonRow| Parts(Tab::ALL.map(|tab| belongs(row, tab, today)));
    rows.iter().map(parts).collect()
}

impl Counts {
    fn of(rows: &[Parts]) -> Self {
        let count = |tab| u32::try_from(rows.iter().filter(|parts| parts.has(tab)).count()).unwrap_or(u32::MAX);
        Counts {
            all: count(Tab::All),
            members: count(Tab::Members),
            donors: count(Tab::Donors),
            volunteers: count(Tab::Volunteers),
            former: count(Tab::Former),
        }
    }

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

fn belongs(row: &PersonRow, tab: Tab, today: Date) -> bool {
    let now = |kind| row.relations.iter().any(|r| r.kind == kind && !r.is_over(today));
    match tab {
        Tab::All => true,
        Tab::Members => now(RelationKind::Member),
        Tab::Donors => now(RelationKind::Donor),
        Tab::Volunteers => now(RelationKind::Volunteer),
        Tab::Former => !now(RelationKind::Member) && row.relations.iter().any(|r| r.kind == RelationKind::Member),
    }
}

fn is_whole_name(row: &PersonRow, typed: &str) -> bool {
    let typed = fold(typed.trim());
    typed == fold(&row.name) || typed == fold(&row.sort_name)
}

fn roster(tx: &ReadTx<'_>) -> Result<Roster> {
    let (full, payer) = (tx.may(Permission::PeopleSeeAll), tx.may(Permission::PeopleSeePayer));
    let mut emails = store::main_emails(tx)?;
    let mut phones = if tx.may(Permission::PeopleSeePhone) { store::main_phones(tx)? } else { HashMap::new() };
    let mut relations = store::grouped(store::all_relations(tx)?);
    let everyone: Vec<_> = store::listed(tx)?.into_iter().filter(|p| view::visible(tx, p.restricted)).collect();
    let mut row = |p: &store::Listed| PersonRow {
        id: p.id,
        name: p.name.display(),
        sort_name: p.name.sorted(),
        relations: relations.remove(&p.id).unwrap_or_default(),
        email: emails.remove(&p.id).unwrap_or_default(),
        phone: phones.remove(&p.id).unwrap_or_default(),
        city: if payer { p.city.clone() } else { String::new() },
        member_number: if full { p.member_number.clone() } else { String::new() },
        namesake: false,
        birth_year: p.birth_date.filter(|_| full).map(Date::year),
        restricted: p.restricted,
        consents: vec![],
    };
    let (listed, others): (Vec<_>, Vec<_>) =
        everyone.into_iter().partition(|p: &store::Listed| view::listed(tx, p.restricted));
    let mut rows: Vec<PersonRow> = listed.iter().map(&mut row).collect();
    let by_whole_name = others.iter().map(&mut row).collect();
    mark_namesakes(&mut rows, &listed);
    let day = tx.today();
    Ok(Roster { parts: parts_on(&rows, day), day, rows, by_whole_name })
}

/// Rows are sorted by name, so namesakes are neighbours. Only they need the year of birth.
fn mark_namesakes(rows: &mut [PersonRow], listed: &[store::Listed]) {
    let mut rest = rows;
    for group in listed.chunk_by(|a, b| a.sort_key == b.sort_key) {
        let (same, after) = rest.split_at_mut(group.len().min(rest.len()));
        for row in same.iter_mut() {
            row.namesake = group.len() > 1;
            row.birth_year = row.birth_year.filter(|_| group.len() > 1);
        }
        rest = after;
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
    let mut relations = store::grouped(store::all_relations(tx)?);
    let standing = |p: store::PersonRecord| Standing {
        id: p.id,
        sort_name: p.name.sorted(),
        birth_date: p.birth_date,
        relations: relations.remove(&p.id).unwrap_or_default(),
        restricted: p.restricted,
        restricted_until: p.restricted_until,
    };
    Ok(store::all(tx)?.into_iter().filter(|p| view::visible(tx, p.restricted)).map(standing).collect())
}
