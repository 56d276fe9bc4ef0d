//! The table of gifts and payments, one function per statement.
use super::{FiscalYear, Kind};
use crate::error::Result;
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::session::{ReadTx, WriteTx};
use rusqlite::{Row, params};
use std::collections::HashMap;

pub(super) fn insert(tx: &WriteTx<'_>, id: DonationId, person: PersonId, of: &FiscalYear, sealed: &[u8]) -> Result<()> {
    tx.execute(
        "INSERT INTO donation (id, person, kind, year, year_ends_on, sealed, changed_at, replica)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![id, person, of.kind, of.year, of.ends, sealed, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn list(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<(DonationId, Kind, Vec<u8>)>> {
    tx.rows("SELECT id, kind, sealed FROM donation WHERE person = ?1 ORDER BY year DESC, id DESC", [person], |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?))
    })
}

fn year(r: &Row<'_>) -> rusqlite::Result<FiscalYear> {
    Ok(FiscalYear { kind: r.get("kind")?, year: r.get("year")?, ends: r.get("year_ends_on")? })
}

/// The rows of one person with their years, newest first. Needs no key of `giving`.
pub(super) fn rows(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<(DonationId, FiscalYear)>> {
    let sql = "SELECT id, kind, year, year_ends_on FROM donation WHERE person = ?1 ORDER BY year DESC, id DESC";
    tx.rows(sql, [person], |r| Ok((r.get("id")?, year(r)?)))
}

/// The years of one person's gifts and payments, newest first. Needs no key of `giving`.
pub(crate) fn years(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<FiscalYear>> {
    Ok(rows(tx, person)?.into_iter().map(|(_, year)| year).collect())
}

/// The years of everyone's gifts and payments, in the same way.
pub(crate) fn all_years(tx: &ReadTx<'_>) -> Result<HashMap<PersonId, Vec<FiscalYear>>> {
    let sql = "SELECT person, kind, year, year_ends_on FROM donation ORDER BY year DESC";
    let mut by_person: HashMap<PersonId, Vec<FiscalYear>> = HashMap::new();
    for (person, year) in tx.rows(sql, [], |r| Ok((r.get::<_, PersonId>("person")?, year(r)?)))? {
        by_person.entry(person).or_default().push(year);
    }
    Ok(by_person)
}

pub(super) fn delete(tx: &WriteTx<'_>, id: DonationId) -> Result<()> {
    tx.execute("DELETE FROM donation WHERE id = ?1", [id])?;
    Ok(())
}
