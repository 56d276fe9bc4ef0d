//! The table of gifts and payments, one function a statement.
use super::Kind;
use crate::error::Result;
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::session::{ReadTx, WriteTx};
use rusqlite::params;
use std::collections::HashMap;

pub(super) fn insert(
    tx: &WriteTx<'_>,
    id: DonationId,
    person: PersonId,
    kind: Kind,
    year: i32,
    sealed: &[u8],
) -> Result<()> {
    tx.execute(
        "INSERT INTO donation (id, person, kind, year, sealed, changed_at, replica) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![id, person, kind.as_str(), year, sealed, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn list(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<(DonationId, Kind, Vec<u8>)>> {
    tx.rows("SELECT id, kind, sealed FROM donation WHERE person = ?1 ORDER BY year DESC, id DESC", [person], |r| {
        Ok((r.get(0)?, Kind::of(&r.get::<_, String>(1)?), r.get(2)?))
    })
}

/// The rows with their years, newest first: no key needed.
pub(super) fn rows(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<(DonationId, Kind, i32)>> {
    tx.rows("SELECT id, kind, year FROM donation WHERE person = ?1 ORDER BY year DESC, id DESC", [person], |r| {
        Ok((r.get(0)?, Kind::of(&r.get::<_, String>(1)?), r.get(2)?))
    })
}

/// The kinds and years of one person's gifts and payments, newest first: no key needed.
///
/// # Errors
/// When the database fails.
pub(crate) fn years(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<(Kind, i32)>> {
    Ok(rows(tx, person)?.into_iter().map(|(_, kind, year)| (kind, year)).collect())
}

/// The same for everyone.
///
/// # Errors
/// When the database fails.
pub(crate) fn all_years(tx: &ReadTx<'_>) -> Result<HashMap<PersonId, Vec<(Kind, i32)>>> {
    let all = tx.rows("SELECT person, kind, year FROM donation ORDER BY year DESC", [], |r| {
        Ok((r.get::<_, PersonId>(0)?, Kind::of(&r.get::<_, String>(1)?), r.get::<_, i32>(2)?))
    })?;
    let mut by_person: HashMap<PersonId, Vec<(Kind, i32)>> = HashMap::new();
    for (person, kind, year) in all {
        by_person.entry(person).or_default().push((kind, year));
    }
    Ok(by_person)
}

pub(super) fn delete(tx: &WriteTx<'_>, id: DonationId) -> Result<()> {
    tx.execute("DELETE FROM donation WHERE id = ?1", [id])?;
    Ok(())
}
