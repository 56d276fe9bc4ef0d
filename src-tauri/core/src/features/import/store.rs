//! The tables of imports, one function per statement.
use super::filled::Filled;
use crate::error::{Code, OrError, Result};
use crate::features::search::fold;
use crate::kernel::id::{ImportId, PersonId, RelationId, UserId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::Timestamp;
use rusqlite::params;
use serde::Serialize;

/// An import in the list of imports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ImportRow {
    /// The id, which undoing needs.
    pub id: ImportId,
    /// When it ran.
    pub at: Timestamp,
    /// The name of the user who ran it, also if they have left.
    pub by: Option<String>,
    /// The file name. Where it held the name of an erased person, only the extension is left.
    pub file_name: String,
    /// Rows that added a person.
    pub new: u32,
    /// Rows that completed a person.
    pub updated: u32,
    /// When it was undone; `null` if it was not.
    pub undone_at: Option<Timestamp>,
    /// The last moment at which it can be undone; `null` if it no longer can.
    pub undo_until: Option<Timestamp>,
}

/// When the same file was last imported. The hash of a file depends on every note in it, so it is sealed with the key
/// of the notes. A file whose hash was sealed with another key is not recognised.
pub(super) fn earlier(tx: &ReadTx<'_>, hash: &[u8; 32]) -> Result<Option<Timestamp>> {
    let sql = "SELECT id, at, sealed FROM import WHERE sealed IS NOT NULL AND undone_at IS NULL ORDER BY at DESC, id";
    let imports: Vec<(ImportId, Timestamp, Vec<u8>)> = tx.rows(sql, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let is_same = |(id, _, sealed): &(ImportId, Timestamp, Vec<u8>)| {
        tx.keys().open(Compartment::Confidential, "import", id.0, sealed).is_ok_and(|known| known.as_slice() == hash)
    };
    Ok(imports.into_iter().find(is_same).map(|(_, at, _)| at))
}

pub(super) struct NewImport<'a> {
    pub(super) id: ImportId,
    pub(super) file_name: &'a str,
    pub(super) file_hash: &'a [u8; 32],
    pub(super) added: usize,
    pub(super) completed: usize,
}

pub(super) fn insert(tx: &WriteTx<'_>, new: &NewImport<'_>) -> Result<()> {
    let sealed = tx.keys().seal(Compartment::Confidential, "import", new.id.0, new.file_hash)?;
    tx.execute(
        "INSERT INTO import (id, at, by, file_name, sealed, added, completed, replica) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            new.id,
            tx.now(),
            tx.user(),
            new.file_name,
            sealed,
            i64::try_from(new.added).or_broken()?,
            i64::try_from(new.completed).or_broken()?,
            tx.replica()
        ],
    )?;
    Ok(())
}

pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<ImportRow>> {
    let names = tx.user_names()?;
    let sql = "SELECT id, at, by, file_name, added, completed, undone_at FROM import ORDER BY at DESC, id DESC";
    tx.rows(sql, [], |r| {
        let by: Option<UserId> = r.get(2)?;
        Ok(ImportRow {
            id: r.get(0)?,
            at: r.get(1)?,
            by: by.and_then(|id| names.iter().find(|(user, _)| *user == id).map(|(_, name)| name.clone())),
            file_name: r.get(3)?,
            new: r.get(4)?,
            updated: r.get(5)?,
            undone_at: r.get(6)?,
            undo_until: None,
        })
    })
}

/// When an import ran, and when it was undone.
pub(super) fn get(tx: &ReadTx<'_>, id: ImportId) -> Result<(Timestamp, Option<Timestamp>)> {
    let row = tx.row("SELECT at, undone_at FROM import WHERE id = ?1", [id], |r| Ok((r.get(0)?, r.get(1)?)))?;
    row.or_refuse(Code::ImportMissing)
}

pub(super) fn mark_undone(tx: &WriteTx<'_>, id: ImportId) -> Result<()> {
    tx.execute("UPDATE import SET undone_at = ?2 WHERE id = ?1", params![id, tx.now()])?;
    Ok(())
}

/// A person whom an import added or completed.
pub(super) struct Touched {
    pub(super) person: PersonId,
    pub(super) created: bool,
    pub(super) fingerprint: Vec<u8>,
}

pub(super) fn insert_person(tx: &WriteTx<'_>, import: ImportId, touched: &Touched) -> Result<()> {
    tx.execute(
        "INSERT INTO import_person (import, person, created, fingerprint) VALUES (?1, ?2, ?3, ?4)",
        params![import, touched.person, touched.created, touched.fingerprint],
    )?;
    Ok(())
}

pub(super) fn people(tx: &ReadTx<'_>, import: ImportId) -> Result<Vec<Touched>> {
    let sql = "SELECT person, created, fingerprint FROM import_person WHERE import = ?1 ORDER BY person";
    tx.rows(sql, [import], |r| Ok(Touched { person: r.get(0)?, created: r.get(1)?, fingerprint: r.get(2)? }))
}

/// An import as the source of a person's data.
pub(super) struct Provenance {
    pub(super) id: ImportId,
    pub(super) at: Timestamp,
    pub(super) file_name: String,
    pub(super) created: bool,
    pub(super) undone_at: Option<Timestamp>,
}

/// The imports that added or completed a person, oldest first.
pub(super) fn provenance(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Provenance>> {
    let sql =
        "SELECT i.id, i.at, i.file_name, p.created, i.undone_at FROM import_person p JOIN import i ON i.id = p.import
               WHERE p.person = ?1 ORDER BY i.at, i.id";
    tx.rows(sql, [person], |r| {
        Ok(Provenance { id: r.get(0)?, at: r.get(1)?, file_name: r.get(2)?, created: r.get(3)?, undone_at: r.get(4)? })
    })
}

/// Stores a field that an import filled. Of two rows about one person the first counts: it knows what was there.
pub(super) fn insert_field(tx: &WriteTx<'_>, import: ImportId, person: PersonId, filled: Filled) -> Result<()> {
    let (field, before, relation) = filled.stored();
    tx.execute(
        "INSERT INTO import_field (import, person, field, before, relation) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (import, person, field) DO NOTHING",
        params![import, person, field, i64::try_from(before).or_broken()?, relation],
    )?;
    Ok(())
}

pub(super) fn fields(tx: &ReadTx<'_>, import: ImportId, person: PersonId) -> Result<Vec<Filled>> {
    let sql = "SELECT field, before, relation FROM import_field WHERE import = ?1 AND person = ?2 ORDER BY field";
    let rows: Vec<(String, u32, Option<RelationId>)> =
        tx.rows(sql, params![import, person], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let filled = |(field, before, relation): (String, u32, _)| Filled::of_stored(&field, before as usize, relation);
    rows.into_iter().map(|row| filled(row).or_refuse(Code::DatabaseBroken)).collect()
}

/// Forgets which fields of a person imports filled. Comes before `forget`.
pub(super) fn forget_fields(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM import_field WHERE person = ?1", [person])
}

pub(super) fn forget(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM import_person WHERE person = ?1", [person])
}

/// Removes the names of erased people from file names. Of such a file name only the extension stays.
pub(super) fn forget_names(tx: &WriteTx<'_>, strings: &[String]) -> Result<()> {
    let sought: Vec<String> = strings.iter().map(|s| fold(s.trim())).collect();
    let sql = "SELECT id, file_name FROM import";
    for (id, name) in tx.rows(sql, [], |r| Ok((r.get::<_, ImportId>(0)?, r.get::<_, String>(1)?)))? {
        let folded = fold(&name);
        if sought.iter().any(|s| names(&folded, s)) {
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
            let ending = ending.filter(|e| ["csv", "xlsx", "xls", "ods", "txt"].contains(&e.as_str()));
            let rest = format!("…{}", ending.map(|e| format!(".{e}")).unwrap_or_default());
            tx.execute("UPDATE import SET file_name = ?2 WHERE id = ?1", params![id, rest])?;
        }
    }
    Ok(())
}

/// Whether a file name contains this text. Short texts only count as whole words: `Jan` is not in `januari`.
fn names(file_name: &str, sought: &str) -> bool {
    match sought.chars().count() {
        0..3 => false,
        3..5 => {
            let mut words = file_name.split(|c: char| !c.is_alphanumeric());
            sought.chars().all(char::is_alphabetic) && words.any(|word| word == sought)
        }
        _ => file_name.contains(sought),
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_short_name_is_found_as_a_word_and_a_long_one_anywhere() {
        assert!(names("leden_vos 2024.xlsx", "vos") && names("ledenjansen.csv", "jansen"));
        assert!(!names("januari.csv", "jan") && !names("leden 2024.csv", "2024") && !names("a.csv", "a"));
    }
}
