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
    let start = sorted.partition_point(|(id, _)| *id < person);
    let length = sorted[start..].iter().take_while(|(id, _)| *id == person).count();
    start..start + length
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
        self.places[range_of(&self.places, person)].iter().map(|(_, at)| self.texts.get(*at))
    }
}
