//! The list: one page at a time, searched in memory, sorted on the surname without its prefix.
use super::name::other_spellings;
use super::{Relation, RelationKind, Restriction, Standing, store, view};
use crate::error::{Check, Result};
use crate::features::search::{Index, fold};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::Date;
use crate::ops::{Permission, Topic};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A part of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PeopleTab")]
pub enum Tab {
    /// Everyone.
    #[default]
    All,
    /// Members now.
    Members,
    /// Donors now.
    Donors,
    /// Volunteers now.
    Volunteers,
    /// Once members, not now.
    Former,
}

/// Which people.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields, rename = "PeopleFilter")]
pub struct Filter {
    /// The part of the list.
    pub tab: Option<Tab>,
    /// Words to look for; typing errors are found.
    pub q: Option<String>,
    /// Leave out so many from the start.
    pub offset: Option<u32>,
    /// At most so many; 200 if not said.
    pub limit: Option<u32>,
}

/// One page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PeoplePage")]
pub struct Page {
    /// People in this part of the list.
    pub total: u32,
    /// Of those, the ones that match the words.
    pub matching: u32,
    /// People a part.
    pub counts: Counts,
    /// The page.
    pub rows: Vec<PersonRow>,
}

/// People a part of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PeopleCounts")]
pub struct Counts {
    /// Everyone.
    pub all: u32,
    /// Members now.
    pub members: u32,
    /// Donors now.
    pub donors: u32,
    /// Volunteers now.
    pub volunteers: u32,
    /// Once members, not now.
    pub former: u32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// As spoken to.
    pub name: String,
    /// As sorted.
    pub sort_name: String,
    /// Relations, running ones first.
    pub relations: Vec<Relation>,
    /// Main e-mail address, empty for none.
    pub email: String,
    /// Main telephone number, empty for none and for a role that does not see it.
    pub phone: String,
    /// Town; empty for a role that does not see addresses.
    pub city: String,
    /// Member number; empty for a role that does not see it.
    pub member_number: String,
    /// Restricted, and why.
    pub restricted: Option<Restriction>,
    /// How the person stands to what most are asked: the newsletter, then photos; empty for a role that sees no consents.
    pub consents: Vec<RowConsent>,
}

/// How the person of a line stands to one purpose. The feature `consent` fills it in, which stands on this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RowConsent {
    /// The purpose's stable name.
    pub purpose: String,
    /// How it stands.
    #[ts(type = "ConsentState")]
    pub state: &'static str,
    /// Is a person asked for this? Else it is an objection.
    pub asks_consent: bool,
}

/// Everyone whom the role may see, in memory with the index over them.
struct Roster {
    rows: Vec<PersonRow>,
    index: Index,
    /// In no list, and found only by who types the whole name: to answer a request for access.
    by_whole_name: Vec<PersonRow>,
}

/// Longer than any name with all its parts.
pub(super) const MOST_WORDS: usize = 1_500;

/// One page of the list.
///
/// # Errors
/// `permission.denied`; `input.invalid` for more words than any name has.
pub fn list(s: &Session, filter: Filter) -> Result<Page> {
    s.read(Permission::PeopleSee, |tx| {
        let tab = filter.tab.unwrap_or_default();
        let q = filter.q.as_deref().unwrap_or_default();
        Check::new().at_most("q", q, MOST_WORDS).done()?;
        let roster = tx.cached(Topic::People, roster)?;
        let found = roster.index.find(q, &other_spellings(q));
        let today = tx.today();
        let mut matching: Vec<&PersonRow> =
            found.iter().filter_map(|n| roster.rows.get(*n as usize)).filter(|r| belongs(r, tab, today)).collect();
        matching.extend(roster.by_whole_name.iter().filter(|r| is_whole_name(r, q)));
        let count = |tab| count(&roster.rows, tab, today);
        let counts = Counts {
            all: count(Tab::All),
            members: count(Tab::Members),
            donors: count(Tab::Donors),
            volunteers: count(Tab::Volunteers),
            former: count(Tab::Former),
        };
        let (offset, limit) = (filter.offset.unwrap_or(0) as usize, filter.limit.unwrap_or(200) as usize);
        Ok(Page {
            total: count(tab),
            matching: u32::try_from(matching.len()).unwrap_or(u32::MAX),
            counts,
            rows: matching.into_iter().skip(offset).take(limit).map(|r| on(tx, r, today)).collect(),
        })
    })
}

/// A line as it is today: the list in memory may be of yesterday. The list in memory counts with days that not every role
/// sees.
fn on(tx: &ReadTx<'_>, row: &PersonRow, today: Date) -> PersonRow {
    let mut row = row.clone();
    for relation in &mut row.relations {
        relation.ended = relation.is_over(today);
    }
    row.relations = row.relations.into_iter().map(|r| view::as_seen(tx, r)).collect();
    row
}

fn count(rows: &[PersonRow], tab: Tab, today: Date) -> u32 {
    u32::try_from(rows.iter().filter(|r| belongs(r, tab, today)).count()).unwrap_or(u32::MAX)
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
    let mut emails = grouped(store::all_emails(tx)?);
    let mut phones = match tx.may(Permission::PeopleSeePhone) {
        true => grouped(store::all_phones(tx)?),
        false => HashMap::new(),
    };
    let mut relations = grouped(store::all_relations(tx)?);
    let (mut rows, mut by_whole_name, mut index) = (vec![], vec![], Index::default());
    for p in store::all(tx)? {
        if !view::visible(tx, p.restricted) {
            continue;
        }
        let (emails, phones) = (emails.remove(&p.id).unwrap_or_default(), phones.remove(&p.id).unwrap_or_default());
        let mut words = vec![p.name.display(), p.name.initials.clone()];
        words.extend(p.name.search_words());
        words.extend(emails.iter().cloned());
        words.extend(phones.iter().flat_map(|n| [n.clone(), n.replace("+31", "0")]));
        // A word that the role does not see finds nothing either.
        if payer {
            words.extend([p.street.clone(), p.postcode.clone(), p.postcode.replace(' ', ""), p.city.clone()]);
        }
        if full {
            words.push(p.member_number.clone());
        }
        let row = PersonRow {
            id: p.id,
            name: p.name.display(),
            sort_name: p.name.sorted(),
            relations: relations.remove(&p.id).unwrap_or_default(),
            email: emails.into_iter().next().unwrap_or_default(),
            phone: phones.into_iter().next().unwrap_or_default(),
            city: if payer { p.city } else { String::new() },
            member_number: if full { p.member_number } else { String::new() },
            restricted: p.restricted,
            consents: vec![],
        };
        if view::listed(tx, row.restricted) {
            index.add(&words.join("\n"));
            rows.push(row);
        } else {
            by_whole_name.push(row);
        }
    }
    Ok(Roster { rows, index, by_whole_name })
}

pub(super) fn grouped<T>(pairs: Vec<(PersonId, T)>) -> HashMap<PersonId, Vec<T>> {
    let mut groups: HashMap<PersonId, Vec<T>> = HashMap::new();
    for (id, value) in pairs {
        groups.entry(id).or_default().push(value);
    }
    groups
}

/// The facts of everyone whom the role may see that retention counts with, in the order of the list.
///
/// # Errors
/// When the database fails.
pub(crate) fn everyone(tx: &ReadTx<'_>) -> Result<Vec<Standing>> {
    let mut relations = grouped(store::all_relations(tx)?);
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
