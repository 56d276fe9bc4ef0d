//! What is read of everyone at once. Reads in the order of the tables and sorts here: for an order by an index the
//! database would look up each row. Texts go into few allocations, because making one for each field of each person
//! costs more than reading it.
use super::Relation;
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::kernel::texts::{Span, Texts};
use crate::ops::Permission;
use rusqlite::Row;
use std::ops::Range;

/// The text in a column, without a copy.
pub(super) fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<&'r str> {
    Ok(row.get_ref(column)?.as_str()?)
}

/// Where one person's values are, in values sorted by person.
pub(super) fn range_of<T>(sorted: &[(PersonId, T)], person: PersonId) -> Range<usize> {
    Walk::default().range_of(sorted, person)
}

/// A walk through values sorted by person, for people who come in almost the same order: the next one is mostly where
/// the last one ended, and need not be searched for.
#[derive(Default)]
pub(super) struct Walk {
    at: usize,
}

impl Walk {
    /// Where one person's values are; always in the same values.
    pub(super) fn range_of<T>(&mut self, sorted: &[(PersonId, T)], person: PersonId) -> Range<usize> {
        let is_before = |at: usize| at.checked_sub(1).and_then(|at| sorted.get(at)).is_none_or(|(id, _)| *id < person);
        let is_next = |at: usize| sorted.get(at).is_none_or(|(id, _)| *id >= person);
        if !is_before(self.at) || !is_next(self.at) {
            self.at = sorted.partition_point(|(id, _)| *id < person);
        }
        let start = self.at;
        self.at += sorted[start..].iter().take_while(|(id, _)| *id == person).count();
        start..self.at
    }
}

/// One person's relations, from those of everyone.
pub(super) fn relations_of(all: &[(PersonId, Relation)], person: PersonId) -> Vec<Relation> {
    all[range_of(all, person)].iter().map(|(_, relation)| relation.clone()).collect()
}

/// The e-mail addresses or the telephone numbers of everyone.
#[derive(Default)]
pub(super) struct Contacts {
    texts: Texts,
    /// Sorted by person, then by their order for that person.
    places: Vec<(PersonId, Span)>,
}

impl Contacts {
    pub(super) fn emails(tx: &ReadTx<'_>) -> Result<Self> {
        Self::read(tx, "SELECT person, place, address FROM email")
    }

    pub(super) fn phones(tx: &ReadTx<'_>) -> Result<Self> {
        Self::read(tx, "SELECT person, place, number FROM phone")
    }

    /// The telephone numbers that the role may see: all or none.
    pub(super) fn phones_as_seen(tx: &ReadTx<'_>) -> Result<Self> {
        if tx.may(Permission::PeopleSeePhone) { Self::phones(tx) } else { Ok(Self::default()) }
    }

    fn read(tx: &ReadTx<'_>, sql: &str) -> Result<Self> {
        let (mut texts, mut all) = (Texts::default(), Vec::<(PersonId, i64, Span)>::new());
        tx.each(sql, [], |row| {
            all.push((row.get(0)?, row.get(1)?, texts.add(text(row, 2)?)?));
            Ok(())
        })?;
        all.sort_unstable_by_key(|(person, place, _)| (*person, *place));
        Ok(Contacts { texts, places: all.into_iter().map(|(person, _, at)| (person, at)).collect() })
    }

    /// Those of one person, the main one first.
    pub(super) fn of(&self, person: PersonId) -> impl Iterator<Item = &str> {
        self.next_of(&mut Walk::default(), person)
    }

    /// The same, on a walk through everyone.
    pub(super) fn next_of<'s>(&'s self, walk: &mut Walk, person: PersonId) -> impl Iterator<Item = &'s str> + use<'s> {
        self.places[walk.range_of(&self.places, person)].iter().map(|(_, at)| self.texts.get(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::PersonId;
    use uuid::Uuid;

    #[test]
    fn a_walk_finds_what_a_search_finds_in_whatever_order_people_come() {
        let id = |n: u128| PersonId(Uuid::from_u128(n));
        let sorted: Vec<(PersonId, u8)> = [1, 1, 3, 4, 4, 4, 7].map(|n| (id(n), 0)).to_vec();
        for order in [[0, 1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1, 0], [4, 4, 1, 7, 0, 3, 8, 2, 5]] {
            let mut walk = Walk::default();
            for n in order {
                let there: Vec<usize> = (0..sorted.len()).filter(|at| sorted[*at].0 == id(n)).collect();
                let range = walk.range_of(&sorted, id(n));
                assert_eq!(range.clone().collect::<Vec<_>>(), there, "{n} of {order:?}");
                assert!(sorted[..range.start].iter().all(|(other, _)| *other < id(n)));
            }
        }
    }
}
