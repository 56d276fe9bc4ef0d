//! The row that typed letters go to: the list is sorted by surname, and of 100,000 rows the page holds a few.
use super::list::MOST_WORDS;
use super::roster::{Roster, Row};
use super::row::Tab;
use crate::error::{Check, Result};
use crate::features::search::fold;
use crate::kernel::session::Session;
use crate::ops::Permission;
use serde::{Deserialize, Serialize};

/// The list as the page shows it, and what was typed in it.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceRequest {
    /// The part of the list.
    #[serde(default)]
    pub tab: Tab,
    /// The words that the list was searched for; empty for all of it.
    #[serde(default)]
    pub q: String,
    /// The first letters of the name as lists show it.
    pub letters: String,
    /// Where to begin, so that the same letter again goes on to the next row.
    pub from: u32,
}

/// The row found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PlaceInList")]
pub struct Place {
    /// Its number from 0; `null` when no row fits.
    pub row: Option<u32>,
}

/// The row that begins with the letters, from `from` on and then from the first row. In a whole list, which is sorted,
/// the row that comes after the letters when none begins with them.
///
/// # Errors
/// `permission.denied`; `input.invalid` for more letters than any name has.
pub fn place(s: &Session, req: PlaceRequest) -> Result<Place> {
    s.read(Permission::PeopleSee, |tx| {
        Check::new().at_most("q", &req.q, MOST_WORDS).at_most("letters", &req.letters, MOST_WORDS).done()?;
        let roster = Roster::read(tx)?;
        let rows = roster.matching(tx, req.tab, &req.q)?.rows;
        // Folded where it is compared: in a sorted list those are only a few names.
        let name = |row: &Row| fold(roster.sort_name(row));
        let row = find(&rows, name, &fold(&req.letters), req.from as usize, req.q.trim().is_empty());
        Ok(Place { row: row.and_then(|row| u32::try_from(row).ok()) })
    })
}

fn find(rows: &[&Row], name: impl Fn(&Row) -> String, letters: &str, from: usize, sorted: bool) -> Option<usize> {
    let begins = |row: &&Row| name(row).starts_with(letters);
    if !sorted {
        let (before, after) = rows.split_at(from.min(rows.len()));
        let next = after.iter().position(begins).map(|row| row + before.len());
        return next.or_else(|| before.iter().position(begins));
    }
    if rows.get(from).is_some_and(begins) {
        return Some(from);
    }
    let wanted = letters.chars().count();
    let first = rows.partition_point(|row| name(row).chars().take(wanted).lt(letters.chars()));
    rows.len().checked_sub(1).map(|last| first.min(last))
}
