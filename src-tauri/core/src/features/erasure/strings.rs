//! What to search for after an erasure: every text that the vault holds about the erased people, except what somebody
//! who stays, a user or the program itself has too.
use super::scan::Needles;
use crate::error::{OrError, Result};
use crate::kernel::db::quoted;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::Value;
use crate::kernel::session::ReadTx;
use std::collections::BTreeSet;

/// Tables with texts that are not about data subjects: the association, its users, consent texts, and the program's own
/// texts in the trail and in the records of erasures.
const OTHERS: &[&str] = &["setting", "user_account", "consent_text", "trail", "erasure"];

/// The date of birth is stored in the form that is searched for. Other dates do not identify a person.
const BORN: &str = "person-field-birth-date";

/// The file name of a list belongs to everybody in it, so it is not searched for. `scrub` removes names from it.
const OF_ALL: &str = "source-list-file";

/// Every text about one person.
pub(super) fn of(tx: &ReadTx<'_>, person: PersonId) -> Result<BTreeSet<String>> {
    let mut strings = BTreeSet::new();
    for holder in tx.holders() {
        for datum in holder.export(tx, person)?.into_iter().flat_map(|block| block.records).flatten() {
            match datum.value {
                Value::Text(text) if datum.label != OF_ALL => {
                    strings.extend(text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()));
                }
                Value::Date(day) if datum.label == BORN => drop(strings.insert(day.to_string())),
                _ => {}
            }
        }
    }
    Ok(strings)
}

/// The strings that nobody else has, now that the people are erased.
pub(super) fn own(tx: &ReadTx<'_>, strings: BTreeSet<String>) -> Result<Vec<String>> {
    let strings: Vec<String> = strings.into_iter().collect();
    let shared = shared(tx, &strings)?;
    Ok(strings.into_iter().enumerate().filter(|(i, _)| !shared.contains(i)).map(|(_, s)| s).collect())
}

/// The strings that are also in a row that stays, now that the people are erased. Only tables that a holder erases from
/// count, plus `OTHERS`. In any other table a string may be a leftover, so it must be found.
pub(super) fn shared(tx: &ReadTx<'_>, strings: &[String]) -> Result<BTreeSet<usize>> {
    let needles = Needles::new(strings)?;
    let mut shared = BTreeSet::new();
    let schema = tx.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", [], |r| r.get::<_, String>(0))?;
    schema.iter().for_each(|sql| needles.find_also(sql.as_bytes(), &mut shared));
    for table in tx.holders().iter().flat_map(|h| h.tables()).chain(OTHERS) {
        look_in(tx, table, &needles, &mut shared)?;
    }
    Ok(shared)
}

/// How many bytes of rows are searched at once.
const AT_ONCE: usize = 1 << 16;

/// Looks in the texts of a table. A page has the texts of a row next to each other, so they are searched like that:
/// "Kanaaldijk 4" and "9999 ZR" would match "Kanaaldijk 49".
fn look_in(tx: &ReadTx<'_>, table: &str, needles: &Needles, shared: &mut BTreeSet<usize>) -> Result<()> {
    let sql = "SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT'";
    let columns: Vec<String> = tx.rows(sql, [table], |r| Ok(quoted(&r.get::<_, String>(0)?)))?;
    if columns.is_empty() {
        return Ok(());
    }
    let mut rows = vec![];
    tx.each(&format!("SELECT {} FROM {}", columns.join(", "), quoted(table)), [], |row| {
        for column in 0..columns.len() {
            rows.extend_from_slice(row.get_ref(column)?.as_bytes_or_null().or_broken()?.unwrap_or_default());
        }
        // No string that is searched for goes over the end of a line, and many rows at once are searched faster.
        rows.push(b'\n');
        if rows.len() > AT_ONCE {
            needles.find_also(&rows, shared);
            rows.clear();
        }
        Ok(())
    })?;
    needles.find_also(&rows, shared);
    Ok(())
}
