//! Disclosures (what was given to whom, and when) and the numbers of reports.
use crate::error::Result;
use crate::kernel::id::{DisclosureId, PersonId};
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::Timestamp;
use rusqlite::params;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Disclosure {
    pub(super) id: DisclosureId,
    pub(super) number: String,
    pub(super) at: Timestamp,
}

pub(super) fn insert(tx: &WriteTx<'_>, person: PersonId, number: &str) -> Result<DisclosureId> {
    let id: DisclosureId = tx.make_id();
    tx.execute(
        "INSERT INTO disclosure (id, person, kind, number, at, made_by, replica) VALUES (?1, ?2, 'access', ?3, ?4, ?5, ?6)",
        params![id, person, number, tx.now(), tx.user(), tx.replica()],
    )?;
    Ok(id)
}

/// The next number of a year. It is counted apart from the disclosures, so that erasing one never frees its number.
pub(super) fn take_number(tx: &WriteTx<'_>, year: i32) -> Result<String> {
    tx.execute(
        "INSERT INTO disclosure_number (year, last) VALUES (?1, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1",
        [year],
    )?;
    let last: i64 = tx.one("SELECT last FROM disclosure_number WHERE year = ?1", [year], |r| r.get(0))?;
    Ok(format!("{year}-{last:04}"))
}

pub(super) fn list(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Disclosure>> {
    tx.rows("SELECT id, number, at FROM disclosure WHERE person = ?1 ORDER BY at, id", [person], |r| {
        Ok(Disclosure { id: r.get(0)?, number: r.get(1)?, at: r.get(2)? })
    })
}

pub(super) fn delete(tx: &WriteTx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM disclosure WHERE person = ?1", [person])?;
    Ok(())
}
