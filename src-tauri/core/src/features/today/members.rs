//! Members who joined and left, and birthdays.
use super::item::{Item, Named};
use crate::error::{OrError, Result};
use crate::features::consent;
use crate::features::erasure::Tally;
use crate::features::people::{self, RelationKind, Standing};
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::kernel::time::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The number of members, and how many joined and left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Members {
    /// Members today, without those who are restricted.
    pub total: u32,
    /// The last six years, oldest first.
    pub years: Vec<MemberYear>,
}

/// Who joined and left in one calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MemberYear {
    /// The calendar year.
    pub year: i32,
    /// Memberships that began in it, including those of erased people.
    pub joined: u32,
    /// Memberships that ended in it, including those of erased people.
    pub left: u32,
}

/// The birthday of a member, today or in the next six days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Birthday {
    /// The person's id.
    pub person: PersonId,
    /// The name as people say it: `Anneke van den Berg`.
    pub name: String,
    /// The day, this year or the next.
    pub on: Date,
    /// The age they reach.
    pub age: u32,
}

const YEARS: i32 = 6;
const WEEK: u64 = 6;

/// Current members, and those who joined and left. Erased members are included from the anonymous counters.
pub(super) fn members(everyone: &[Standing], erased: &[Tally], today: Date) -> Members {
    let memberships = || everyone.iter().flat_map(|p| &p.relations).filter(|r| r.kind == RelationKind::Member);
    let count = |year: i32, day: fn(&people::Relation) -> Option<Date>| {
        u32::try_from(memberships().filter(|r| day(r).is_some_and(|d| d.year() == year)).count()).unwrap_or(u32::MAX)
    };
    let counted = |year: i32, what: fn(&Tally) -> u32| {
        erased.iter().filter(|t| t.kind == RelationKind::Member && t.year == year).map(what).sum::<u32>()
    };
    let years = (today.year() - YEARS + 1..=today.year())
        .map(|year| MemberYear {
            year,
            joined: count(year, |r| r.started_on) + counted(year, |t| t.joined),
            left: count(year, |r| r.ended_on) + counted(year, |t| t.gone),
        })
        .collect();
    let now = everyone.iter().filter(|p| p.restricted.is_none() && is_member(p, today)).count();
    Members { total: u32::try_from(now).unwrap_or(u32::MAX), years }
}

/// The last day of a membership still belongs to it, so an end date in the future does not count yet.
fn is_member(p: &Standing, today: Date) -> bool {
    p.relations.iter().any(|r| r.kind == RelationKind::Member && !r.is_over(today))
}

/// Birthdays of members from today to six days ahead, soonest first.
pub(super) fn birthdays(tx: &ReadTx<'_>, everyone: &[Standing]) -> Result<Vec<Birthday>> {
    let today = tx.today();
    let mut days: Vec<(Date, Date, PersonId)> = everyone
        .iter()
        .filter(|p| p.restricted.is_none() && is_member(p, today))
        .filter_map(|p| Some((next_birthday(p.birth_date?, today)?, p.birth_date?, p.id)))
        .filter(|(day, ..)| *day <= today.plus_days(WEEK))
        .collect();
    days.sort();
    days.truncate(5);
    let of = |(on, born, person): (Date, Date, PersonId)| {
        Ok(Birthday { person, name: people::names(tx, person)?.display(), on, age: born.years_until(on) })
    };
    days.into_iter().map(of).collect()
}

/// How many of those who turn 16 are named.
const NAMED: usize = 20;

/// The members who turn 16 within a month: from then on they decide for themselves (UAVG art. 5).
pub(super) fn sixteen(tx: &ReadTx<'_>, everyone: &[Standing]) -> Result<Option<Item>> {
    let (today, until) = (tx.today(), tx.today().plus_months(1));
    let turns = |p: &Standing| {
        p.birth_date.map(|d| d.plus_months(12 * consent::OF_AGE)).filter(|d| (today..=until).contains(d))
    };
    let members = everyone.iter().filter(|p| p.restricted.is_none() && is_member(p, today));
    let mut all: Vec<(PersonId, Date)> = members.filter_map(|p| turns(p).map(|on| (p.id, on))).collect();
    all.sort_by_key(|(_, on)| *on);
    let named = |(person, on)| Ok(Named { person, on, name: people::names(tx, person)?.display() });
    let persons = all.iter().copied().take(NAMED).map(named).collect::<Result<Vec<_>>>()?;
    let count = u32::try_from(all.len()).or_broken()?;
    Ok((count > 0).then(|| Item { kind: "sixteen".into(), count, persons, args: BTreeMap::new() }))
}

/// People born on 29 February have their birthday on 1 March in other years.
fn next_birthday(born: Date, today: Date) -> Option<Date> {
    use chrono::Datelike;
    let in_year = |year| Date::of(year, born.0.month(), born.0.day()).or_else(|| Date::of(year, 3, 1));
    in_year(today.year()).filter(|d| *d >= today).or_else(|| in_year(today.year() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_at_the_turn_of_the_year_is_near() {
        let on = |y, m, d| Date::of(y, m, d).unwrap();
        assert_eq!(next_birthday(on(1961, 1, 2), on(2026, 12, 30)), Some(on(2027, 1, 2)));
        assert_eq!(next_birthday(on(1961, 12, 30), on(2026, 12, 30)), Some(on(2026, 12, 30)));
        assert_eq!(next_birthday(on(1964, 2, 29), on(2027, 2, 25)), Some(on(2027, 3, 1)));
    }
}
