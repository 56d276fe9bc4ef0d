//! The tables of consent. Nothing here changes an event, and only an erasure deletes one.
use super::{Asked, Event, How, State};
use crate::error::Result;
use crate::kernel::db::marks;
use crate::kernel::id::{ConsentEventId, ImportId, PersonId, PurposeId};
use crate::kernel::session::{ReadTx, WriteTx};
use crate::text::Language;
use rusqlite::{Row, ToSql, params, params_from_iter};

const COLUMNS: &str = "id, person, purpose, state, chosen_on, how, said_by, remark, version, language, hash, undoes, recorded_at, recorded_by";

fn from_row(r: &Row<'_>) -> rusqlite::Result<Event> {
    let version: Option<u32> = r.get("version")?;
    Ok(Event {
        id: r.get("id")?,
        person: r.get("person")?,
        purpose: r.get("purpose")?,
        state: r.get("state")?,
        chosen_on: r.get("chosen_on")?,
        how: r.get("how")?,
        by: r.get("said_by")?,
        remark: r.get("remark")?,
        asked: match version {
            Some(version) => {
                let language = Language::of_tag(&r.get::<_, String>("language")?);
                Some(Asked { version, language, hash: r.get("hash")? })
            }
            None => None,
        },
        undoes: r.get("undoes")?,
        recorded_at: r.get("recorded_at")?,
        recorded_by: r.get("recorded_by")?,
    })
}

/// All events of a person, oldest first: by the day of the choice, then by the time of recording.
pub(super) fn list(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Event>> {
    let sql = format!("SELECT {COLUMNS} FROM consent_event WHERE person = ?1 ORDER BY chosen_on, recorded_at, id");
    tx.rows(&sql, [person], from_row)
}

/// The events of everyone, oldest first.
pub(super) fn all(tx: &ReadTx<'_>) -> Result<Vec<Event>> {
    tx.rows(&format!("SELECT {COLUMNS} FROM consent_event ORDER BY chosen_on, recorded_at, id"), [], from_row)
}

/// The events for some purposes, oldest first, with only the columns that determine everyone's current state.
pub(super) fn brief(tx: &ReadTx<'_>, purposes: &[PurposeId]) -> Result<Vec<Brief>> {
    let sql = format!("{BRIEF} WHERE purpose IN ({}) {OLDEST_FIRST}", marks(purposes.len()));
    tx.rows(&sql, params_from_iter(purposes), brief_from_row)
}

/// The same, of one person.
pub(super) fn brief_of(tx: &ReadTx<'_>, person: PersonId, purposes: &[PurposeId]) -> Result<Vec<Brief>> {
    // The plus keeps the database from using the index by purpose, which has everyone.
    let sql = format!("{BRIEF} WHERE +purpose IN ({}) AND person = ? {OLDEST_FIRST}", marks(purposes.len()));
    let ids = purposes.iter().map(|purpose| purpose as &dyn ToSql).chain([&person as &dyn ToSql]);
    tx.rows(&sql, params_from_iter(ids), brief_from_row)
}

const BRIEF: &str = "SELECT id, person, purpose, state, undoes FROM consent_event";
const OLDEST_FIRST: &str = "ORDER BY chosen_on, recorded_at, id";

fn brief_from_row(r: &Row<'_>) -> rusqlite::Result<Brief> {
    Ok(Brief { id: r.get(0)?, person: r.get(1)?, purpose: r.get(2)?, state: r.get(3)?, undoes: r.get(4)? })
}

/// An event without its proof.
pub(super) struct Brief {
    pub(super) id: ConsentEventId,
    pub(super) person: PersonId,
    pub(super) purpose: PurposeId,
    pub(super) state: State,
    pub(super) undoes: Option<ConsentEventId>,
}

pub(super) fn insert(tx: &WriteTx<'_>, e: &Event) -> Result<()> {
    tx.execute(
        "INSERT INTO consent_event (id, person, purpose, state, chosen_on, how, said_by, remark, version, language, hash,
           undoes, recorded_at, recorded_by, replica)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            e.id,
            e.person,
            e.purpose,
            e.state,
            e.chosen_on,
            e.how,
            e.by,
            e.remark,
            e.asked.as_ref().map(|a| a.version),
            e.asked.as_ref().map(|a| a.language.tag()),
            e.asked.as_ref().map(|a| &a.hash),
            e.undoes,
            e.recorded_at,
            e.recorded_by,
            tx.replica()
        ],
    )?;
    Ok(())
}

/// Stores the exact words of a question, once for each version, language and hash.
pub(super) fn insert_text(tx: &WriteTx<'_>, purpose: PurposeId, asked: &Asked, words: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO consent_text (purpose, version, language, words, hash) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (purpose, version, language, hash) DO NOTHING",
        params![purpose, asked.version, asked.language.tag(), words, asked.hash],
    )?;
    Ok(())
}

/// The exact words of a question, if they are stored under this hash.
pub(super) fn find_text(tx: &ReadTx<'_>, purpose: PurposeId, asked: &Asked) -> Result<Option<String>> {
    tx.row(
        "SELECT words FROM consent_text WHERE purpose = ?1 AND version = ?2 AND language = ?3 AND hash = ?4",
        params![purpose, asked.version, asked.language.tag(), asked.hash],
        |r| r.get(0),
    )
}

/// For an erasure: deletes the events of one person. The row in `consent_erasing` makes the trigger allow that.
pub(super) fn delete(tx: &WriteTx<'_>, person: PersonId) -> Result<Vec<ConsentEventId>> {
    let ids = tx.rows("SELECT id FROM consent_event WHERE person = ?1", [person], |r| r.get(0))?;
    tx.execute("INSERT INTO consent_erasing (person) VALUES (?1)", [person])?;
    tx.execute("DELETE FROM consent_event WHERE person = ?1", [person])?;
    tx.execute("DELETE FROM consent_erasing WHERE person = ?1", [person])?;
    Ok(ids)
}

/// For undoing an import: deletes what it recorded of one person, and nothing older, which has smaller ids. The row in
/// `consent_erasing` makes the trigger allow that.
pub(super) fn delete_of_list(tx: &WriteTx<'_>, person: PersonId, import: ImportId) -> Result<usize> {
    tx.execute("INSERT INTO consent_erasing (person) VALUES (?1)", [person])?;
    let sql = "DELETE FROM consent_event WHERE person = ?1 AND how = ?2 AND id > ?3";
    let deleted = tx.execute(sql, params![person, How::Import, import])?;
    tx.execute("DELETE FROM consent_erasing WHERE person = ?1", [person])?;
    Ok(deleted)
}
