//! The list in memory: everyone whom the role may see, in the order of the list.
use super::bulk::{Contacts, Walk};
use super::name::other_spellings;
use super::row::{Counts, PersonRow, Tab};
use super::{Relation, RelationKind, Restriction, search, store, view};
use crate::error::{OrError, Result};
use crate::features::search::fold;
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::kernel::texts::{Span, Texts, beginning};
use crate::kernel::time::Date;
use crate::ops::{Permission, Topic};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Everyone whom the role may see. Unrelated to the roster of the vault's users.
#[derive(Default)]
pub(super) struct Roster {
    rows: Vec<Row>,
    texts: Texts,
    /// Of everyone, sorted by person.
    relations: Vec<(PersonId, Relation)>,
    /// The parts of the list that each row belonged to on `day`.
    parts: Vec<Parts>,
    day: Option<Date>,
    /// People in no list, found only by typing the whole name, so that an access request can be answered.
    by_whole_name: Vec<Row>,
}

/// A row of the list, as `PersonRow`.
pub(super) struct Row {
    id: PersonId,
    name: Span,
    sort_name: Span,
    email: Span,
    phone: Span,
    city: Span,
    member_number: Span,
    relations: Range<u32>,
    namesake: bool,
    birth_year: Option<i32>,
    restricted: Option<Restriction>,
}

/// The rows that match, best first.
pub(super) struct Matching<'r> {
    pub(super) rows: Vec<&'r Row>,
    /// How many of these, at the end, only resemble what was typed.
    pub(super) alike: usize,
}

impl Roster {
    /// The list, made anew only when somebody changed.
    pub(super) fn read(tx: &ReadTx<'_>) -> Result<Arc<Roster>> {
        tx.cached(&[Topic::People], build)
    }

    pub(super) fn counts(&self, today: Date) -> Counts {
        let parts = self.parts(today);
        let count = |tab| u32::try_from(parts.iter().filter(|parts| parts.has(tab)).count()).unwrap_or(u32::MAX);
        Counts {
            all: count(Tab::All),
            members: count(Tab::Members),
            donors: count(Tab::Donors),
            volunteers: count(Tab::Volunteers),
            former: count(Tab::Former),
        }
    }

    pub(super) fn sort_name(&self, row: &Row) -> &str {
        self.texts.get(row.sort_name)
    }

    /// The rows of a part of the list that match the words; without words, all of them.
    pub(super) fn matching(&self, tx: &ReadTx<'_>, tab: Tab, q: &str) -> Result<Matching<'_>> {
        let parts = self.parts(tx.today());
        if q.trim().is_empty() {
            let rows = self.rows.iter().zip(parts.iter()).filter(|(_, parts)| parts.has(tab));
            return Ok(Matching { rows: rows.map(|(row, _)| row).collect(), alike: 0 });
        }
        let hits = search::index(tx, self.rows.iter().map(|row| row.id))?.find(q, &other_spellings(q));
        let listed = |found: Vec<u32>| -> Vec<&Row> {
            let rows = found.into_iter().filter(|n| parts.get(*n as usize).is_some_and(|parts| parts.has(tab)));
            rows.filter_map(|n| self.rows.get(n as usize)).collect()
        };
        let mut rows = listed(hits.certain);
        rows.extend(self.by_whole_name.iter().filter(|row| self.is_whole_name(row, q)));
        let alike = listed(hits.alike);
        let few = alike.len();
        rows.extend(alike);
        Ok(Matching { rows, alike: few })
    }

    /// A row as of today: the list in memory may date from yesterday, and it holds dates that not every role may see.
    pub(super) fn shown(&self, tx: &ReadTx<'_>, row: &Row, today: Date) -> PersonRow {
        let as_of_today = |relation: &Relation| {
            let ended = relation.is_over(today);
            view::as_seen(tx, Relation { ended, ..relation.clone() })
        };
        let text = |at| self.texts.get(at).to_owned();
        PersonRow {
            id: row.id,
            name: text(row.name),
            sort_name: text(row.sort_name),
            relations: self.relations_of(row).map(as_of_today).collect(),
            email: text(row.email),
            phone: text(row.phone),
            city: text(row.city),
            member_number: text(row.member_number),
            namesake: row.namesake,
            birth_year: row.birth_year,
            restricted: row.restricted,
            consents: vec![],
        }
    }

    /// The parts of the list that each row belongs to.
    fn parts(&self, today: Date) -> Cow<'_, [Parts]> {
        // While the date is in doubt, this list may be of another day.
        if self.day == Some(today) { Cow::Borrowed(&self.parts) } else { Cow::Owned(self.parts_on(today)) }
    }

    fn parts_on(&self, today: Date) -> Vec<Parts> {
        let parts = |row| Parts(Tab::ALL.map(|tab| self.belongs(row, tab, today)));
        self.rows.iter().map(parts).collect()
    }

    fn belongs(&self, row: &Row, tab: Tab, today: Date) -> bool {
        let now = |kind| self.relations_of(row).any(|r| r.kind == kind && !r.is_over(today));
        match tab {
            Tab::All => true,
            Tab::Members => now(RelationKind::Member),
            Tab::Donors => now(RelationKind::Donor),
            Tab::Volunteers => now(RelationKind::Volunteer),
            Tab::Former => !now(RelationKind::Member) && self.relations_of(row).any(|r| r.kind == RelationKind::Member),
        }
    }

    fn relations_of(&self, row: &Row) -> impl Iterator<Item = &Relation> {
        let range = row.relations.start as usize..row.relations.end as usize;
        self.relations.get(range).unwrap_or_default().iter().map(|(_, relation)| relation)
    }

    fn is_whole_name(&self, row: &Row, typed: &str) -> bool {
        let typed = fold(typed.trim());
        typed == fold(self.texts.get(row.name)) || typed == fold(self.sort_name(row))
    }
}

/// The parts of the list that a row belongs to, in the order of `Tab::ALL`.
#[derive(Clone, Copy)]
struct Parts([bool; Tab::ALL.len()]);

impl Parts {
    fn has(self, tab: Tab) -> bool {
        self.0[tab as usize]
    }
}

/// A row with what it is sorted by, and whether it is in the list.
struct Sorted {
    row: Row,
    key: Span,
    beginning: u64,
    listed: bool,
}

fn build(tx: &ReadTx<'_>) -> Result<Roster> {
    let day = tx.today();
    let mut roster = Roster { relations: store::all_relations(tx)?, day: Some(day), ..Roster::default() };
    let (mut sorted, keys) = read_rows(tx, &mut roster)?;
    let by_text = |a: &Sorted, b: &Sorted| (keys.get(a.key), a.row.id).cmp(&(keys.get(b.key), b.row.id));
    sorted.sort_unstable_by(|a, b| a.beginning.cmp(&b.beginning).then_with(|| by_text(a, b)));
    let (mut listed, others): (Vec<Sorted>, Vec<Sorted>) = sorted.into_iter().partition(|one| one.listed);
    mark_namesakes(&mut listed, &keys);
    roster.rows = listed.into_iter().map(|one| one.row).collect();
    roster.by_whole_name = others.into_iter().map(|one| one.row).collect();
    roster.texts.shrink();
    roster.parts = roster.parts_on(day);
    Ok(roster)
}

/// The rows in the order of the table, and the texts that they are sorted by.
fn read_rows(tx: &ReadTx<'_>, roster: &mut Roster) -> Result<(Vec<Sorted>, Texts)> {
    let (full, payer) = (tx.may(Permission::PeopleSeeAll), tx.may(Permission::PeopleSeePayer));
    let (emails, phones) = (Contacts::emails(tx)?, Contacts::phones_as_seen(tx)?);
    let (mut sorted, mut keys) = (vec![], Texts::default());
    let [mut to_relations, mut to_emails, mut to_phones] = [Walk::default(), Walk::default(), Walk::default()];
    let Roster { texts, relations, .. } = roster;
    store::each_listed(tx, |p| {
        if !view::visible(tx, p.restricted) {
            return Ok(());
        }
        let own = to_relations.range_of(relations, p.id);
        let row = Row {
            id: p.id,
            name: texts.written(|out| p.name.write_display(out))?,
            sort_name: texts.written(|out| p.name.write_sorted(out))?,
            email: texts.add(emails.next_of(&mut to_emails, p.id).next().unwrap_or_default())?,
            phone: texts.add(phones.next_of(&mut to_phones, p.id).next().unwrap_or_default())?,
            city: texts.add(if payer { p.city } else { "" })?,
            member_number: texts.add(if full { p.member_number } else { "" })?,
            relations: u32::try_from(own.start).or_broken()?..u32::try_from(own.end).or_broken()?,
            namesake: false,
            birth_year: p.birth_date.filter(|_| full).map(Date::year),
            restricted: p.restricted,
        };
        let (key, beginning) = (keys.add(p.sort_key)?, beginning(p.sort_key));
        sorted.push(Sorted { row, key, beginning, listed: view::listed(tx, p.restricted) });
        Ok(())
    })?;
    Ok((sorted, keys))
}

/// Rows are sorted by name, so namesakes are neighbours. Only they need the year of birth.
fn mark_namesakes(rows: &mut [Sorted], keys: &Texts) {
    for same in rows.chunk_by_mut(|a, b| keys.get(a.key) == keys.get(b.key)) {
        let several = same.len() > 1;
        for one in same {
            one.row.namesake = several;
            one.row.birth_year = one.row.birth_year.filter(|_| several);
        }
    }
}
