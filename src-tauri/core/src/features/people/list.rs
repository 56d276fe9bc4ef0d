//! The list of people: one page at a time, searched in memory, sorted by surname without its prefix.
use super::bulk::relations_of;
use super::roster::{Matching, Roster};
use super::row::{Counts, PersonRow, Tab};
use super::{Standing, store, view};
use crate::error::{Check, Result};
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Permission, Topic};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Which people to list, and which page of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields, rename = "PeopleFilter")]
pub struct Filter {
    /// The part of the list; everyone if left out.
    pub tab: Option<Tab>,
    /// Words to search for; typing errors are tolerated. Without words nobody is left out.
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
    /// The rows of this page, by name or, after a search, best match first.
    pub rows: Vec<PersonRow>,
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

/// The facts that retention is calculated from, for everyone whom the role may see, in list order.
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
