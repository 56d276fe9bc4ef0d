//! The tables of people, one function per statement.
use super::bulk::text;
use super::{Email, Name, NewPerson, NewRelation, Phone, Relation, Restriction, Source};
use crate::error::{Code, OrError, Result};
use crate::kernel::id::{EmailId, PersonId, PhoneId, RelationId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::{Date, Timestamp};
use rusqlite::{Row, params};

/// A row of `person`.
pub(super) struct PersonRecord {
    pub(super) id: PersonId,
    pub(super) name: Name,
    pub(super) birth_date: Option<Date>,
    pub(super) member_number: String,
    pub(super) street: String,
    pub(super) postcode: String,
    pub(super) city: String,
    pub(super) country: String,
    pub(super) restricted: Option<Restriction>,
    pub(super) restricted_until: Option<Date>,
    pub(super) source: Source,
    pub(super) created_at: Timestamp,
    pub(super) changed_at: Timestamp,
}

/// The columns that `name_from_row` reads, after the id.
const NAME: &str = "id, initials, given_name, prefix, surname, partner_prefix, partner_surname, name_use";

fn name_from_row(r: &Row<'_>) -> rusqlite::Result<Name> {
    let mut name = Name::default();
    read_name(r, &mut name)?;
    Ok(name)
}

/// Reads a name into the memory of another.
fn read_name(r: &Row<'_>, name: &mut Name) -> rusqlite::Result<()> {
    let Name { initials, given_name, prefix, surname, partner_prefix, partner_surname, name_use } = name;
    for (part, column) in [initials, given_name, prefix, surname, partner_prefix, partner_surname].into_iter().zip(1..)
    {
        part.clear();
        part.push_str(text(r, column)?);
    }
    *name_use = r.get(7)?;
    Ok(())
}

/// The columns of `PersonRecord` that come after those of `NAME`.
const REST: &str = "birth_date, member_number, street, postcode, city, country, restricted, restricted_until, source, created_at, \
     changed_at";

/// The columns of `NAME` and `REST`, by position: looking a name up for every field of every row is a quarter of the time.
pub(super) fn from_row(r: &Row<'_>) -> rusqlite::Result<PersonRecord> {
    Ok(PersonRecord {
        id: r.get(0)?,
        name: name_from_row(r)?,
        birth_date: r.get(8)?,
        member_number: r.get(9)?,
        street: r.get(10)?,
        postcode: r.get(11)?,
        city: r.get(12)?,
        country: r.get(13)?,
        restricted: r.get(14)?,
        restricted_until: r.get(15)?,
        source: r.get(16)?,
        created_at: r.get(17)?,
        changed_at: r.get(18)?,
    })
}

pub(super) fn get(tx: &ReadTx<'_>, id: PersonId) -> Result<PersonRecord> {
    tx.row(&format!("SELECT {NAME}, {REST} FROM person WHERE id = ?1"), [id], from_row)?.or_refuse(Code::PersonMissing)
}

pub(super) fn all(tx: &ReadTx<'_>) -> Result<Vec<PersonRecord>> {
    tx.rows(&format!("SELECT {NAME}, {REST} FROM person ORDER BY sort_key, id"), [], from_row)
}

/// What the list shows of a person, and what it is sorted by.
pub(super) struct Listed<'r> {
    pub(super) id: PersonId,
    pub(super) name: &'r Name,
    pub(super) birth_date: Option<Date>,
    pub(super) member_number: &'r str,
    pub(super) city: &'r str,
    pub(super) restricted: Option<Restriction>,
    pub(super) sort_key: &'r str,
}

/// Everyone, as they are listed, in the order of the table.
pub(super) fn each_listed(tx: &ReadTx<'_>, mut f: impl FnMut(&Listed<'_>) -> Result<()>) -> Result<()> {
    let mut name = Name::default();
    tx.each(&format!("SELECT {NAME}, birth_date, member_number, city, restricted, sort_key FROM person"), [], |r| {
        read_name(r, &mut name)?;
        f(&Listed {
            id: r.get(0)?,
            name: &name,
            birth_date: r.get(8)?,
            member_number: text(r, 9)?,
            city: text(r, 10)?,
            restricted: r.get(11)?,
            sort_key: text(r, 12)?,
        })
    })
}

/// What is searched of a person.
pub(super) struct Searched<'r> {
    pub(super) id: PersonId,
    pub(super) name: &'r Name,
    pub(super) member_number: &'r str,
    pub(super) street: &'r str,
    pub(super) postcode: &'r str,
    pub(super) city: &'r str,
}

/// Everyone, as they are searched, in the order of the table.
pub(super) fn each_searched(tx: &ReadTx<'_>, mut f: impl FnMut(&Searched<'_>) -> Result<()>) -> Result<()> {
    let mut name = Name::default();
    tx.each(&format!("SELECT {NAME}, member_number, street, postcode, city FROM person"), [], |r| {
        read_name(r, &mut name)?;
        f(&Searched {
            id: r.get(0)?,
            name: &name,
            member_number: text(r, 8)?,
            street: text(r, 9)?,
            postcode: text(r, 10)?,
            city: text(r, 11)?,
        })
    })
}

pub(super) fn is_anybody(tx: &ReadTx<'_>) -> Result<bool> {
    tx.one("SELECT EXISTS (SELECT 1 FROM person)", [], |r| r.get(0))
}

pub(super) fn insert_person(tx: &WriteTx<'_>, id: PersonId, p: &NewPerson, source: Source) -> Result<()> {
    tx.execute(
        "INSERT INTO person (id, initials, given_name, prefix, surname, partner_prefix, partner_surname, name_use, sort_key,
           birth_date, member_number, street, postcode, city, country, source, created_at, changed_at, replica)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17, ?18)",
        params![
            id, p.name.initials, p.name.given_name, p.name.prefix, p.name.surname, p.name.partner_prefix, p.name.partner_surname,
            p.name.name_use, p.name.sort_key(), p.birth_date, p.member_number, p.street, p.postcode, p.city, p.country,
            source, tx.now(), tx.replica()
        ],
    )?;
    Ok(())
}

pub(super) fn update_person(tx: &WriteTx<'_>, id: PersonId, p: &NewPerson) -> Result<()> {
    tx.execute(
        "UPDATE person SET initials = ?2, given_name = ?3, prefix = ?4, surname = ?5, partner_prefix = ?6, partner_surname = ?7,
           name_use = ?8, sort_key = ?9, birth_date = ?10, member_number = ?11, street = ?12, postcode = ?13, city = ?14,
           country = ?15, changed_at = ?16, replica = ?17 WHERE id = ?1",
        params![
            id, p.name.initials, p.name.given_name, p.name.prefix, p.name.surname, p.name.partner_prefix, p.name.partner_surname,
            p.name.name_use, p.name.sort_key(), p.birth_date, p.member_number, p.street, p.postcode, p.city, p.country,
            tx.now(), tx.replica()
        ],
    )?;
    Ok(())
}

/// Keeps name and address, as tax law requires, and restricts the person so that the ordinary lists leave them out.
pub(super) fn keep_fiscal(tx: &WriteTx<'_>, id: PersonId, until: Date) -> Result<()> {
    tx.execute(
        "UPDATE person SET birth_date = NULL, member_number = '', restricted = ?5, restricted_until = ?2, changed_at = ?3,
           replica = ?4 WHERE id = ?1",
        params![id, until, tx.now(), tx.replica(), Restriction::Fiscal],
    )?;
    Ok(())
}

pub(super) fn delete_person(tx: &WriteTx<'_>, id: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM person WHERE id = ?1", [id])
}

pub(super) fn emails(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Email>> {
    tx.rows("SELECT id, label, address FROM email WHERE person = ?1 ORDER BY place", [person], |r| {
        Ok(Email { id: r.get(0)?, label: r.get(1)?, address: r.get(2)? })
    })
}

pub(super) fn insert_email(tx: &WriteTx<'_>, person: PersonId, place: usize, label: &str, address: &str) -> Result<()> {
    let id: EmailId = tx.make_id();
    tx.execute(
        "INSERT INTO email (id, person, label, address, place) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, person, label, address, i64::try_from(place).or_broken()?],
    )?;
    Ok(())
}

pub(super) fn delete_emails(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM email WHERE person = ?1", [person])
}

pub(super) fn phones(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Phone>> {
    tx.rows("SELECT id, label, number FROM phone WHERE person = ?1 ORDER BY place", [person], |r| {
        Ok(Phone { id: r.get(0)?, label: r.get(1)?, number: r.get(2)? })
    })
}

pub(super) fn insert_phone(tx: &WriteTx<'_>, person: PersonId, place: usize, label: &str, number: &str) -> Result<()> {
    let id: PhoneId = tx.make_id();
    tx.execute(
        "INSERT INTO phone (id, person, label, number, place) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, person, label, number, i64::try_from(place).or_broken()?],
    )?;
    Ok(())
}

pub(super) fn delete_phones(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM phone WHERE person = ?1", [person])
}

/// A relation, whose columns begin at `first`, as of a day: one whose last day is not yet past has not ended. Without a day, as stored.
fn relation_from_row(r: &Row<'_>, first: usize, on: Option<Date>) -> rusqlite::Result<Relation> {
    let (ended, ended_on): (bool, Option<Date>) = (r.get(first + 4)?, r.get(first + 3)?);
    Ok(Relation {
        id: r.get(first)?,
        kind: r.get(first + 1)?,
        started_on: r.get(first + 2)?,
        ended_on,
        ended: ended && ended_on.zip(on).is_none_or(|(last, day)| last < day),
    })
}

const RELATION: &str = "id, kind, started_on, ended_on, ended";

pub(super) fn relations(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Relation>> {
    relations_on(tx, person, Some(tx.today()))
}

/// Like `relations`, but as of another day than today; without a day, as stored.
pub(super) fn relations_on(tx: &ReadTx<'_>, person: PersonId, on: Option<Date>) -> Result<Vec<Relation>> {
    let sql = format!("SELECT {RELATION} FROM relation WHERE person = ?1 ORDER BY ended, started_on, id");
    tx.rows(&sql, [person], |r| relation_from_row(r, 0, on))
}

/// All relations, by person. Sorted here: for that the database would look up each row by an index.
pub(super) fn all_relations(tx: &ReadTx<'_>) -> Result<Vec<(PersonId, Relation)>> {
    let today = Some(tx.today());
    let mut all: Vec<(PersonId, bool, Relation)> =
        tx.rows(&format!("SELECT person, {RELATION} FROM relation"), [], |r| {
            Ok((r.get(0)?, r.get(5)?, relation_from_row(r, 1, today)?))
        })?;
    // As `relations`: an end as it is stored, whatever day it is.
    all.sort_unstable_by_key(|(person, ended, relation)| (*person, *ended, relation.started_on, relation.id));
    Ok(all.into_iter().map(|(person, _, relation)| (person, relation)).collect())
}

pub(super) fn get_relation(tx: &ReadTx<'_>, id: RelationId) -> Result<(PersonId, Relation)> {
    let sql = format!("SELECT person, {RELATION} FROM relation WHERE id = ?1");
    let today = Some(tx.today());
    tx.row(&sql, [id], |r| Ok((r.get(0)?, relation_from_row(r, 1, today)?)))?.or_refuse(Code::RelationMissing)
}

pub(super) fn insert_relation(tx: &WriteTx<'_>, person: PersonId, relation: &NewRelation) -> Result<RelationId> {
    let id: RelationId = tx.make_id();
    tx.execute(
        "INSERT INTO relation (id, person, kind, started_on, ended_on, ended, changed_at, replica)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            id,
            person,
            relation.kind.as_str(),
            relation.started_on,
            relation.ended_on,
            relation.ended,
            tx.now(),
            tx.replica()
        ],
    )?;
    Ok(id)
}

pub(super) fn end_relation(tx: &WriteTx<'_>, id: RelationId, on: Date) -> Result<()> {
    tx.execute(
        "UPDATE relation SET ended = 1, ended_on = ?2, changed_at = ?3, replica = ?4 WHERE id = ?1",
        params![id, on, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn reopen_relation(tx: &WriteTx<'_>, id: RelationId) -> Result<()> {
    tx.execute(
        "UPDATE relation SET ended = 0, ended_on = NULL, changed_at = ?2, replica = ?3 WHERE id = ?1",
        params![id, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn update_relation(tx: &WriteTx<'_>, id: RelationId, to: &NewRelation) -> Result<()> {
    tx.execute(
        "UPDATE relation SET started_on = ?2, ended_on = ?3, ended = ?4, changed_at = ?5, replica = ?6 WHERE id = ?1",
        params![id, to.started_on, to.ended_on, to.ended, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn delete_relation(tx: &WriteTx<'_>, id: RelationId) -> Result<()> {
    tx.execute("DELETE FROM relation WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn delete_relations(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM relation WHERE person = ?1", [person])
}

pub(super) fn has_note(tx: &ReadTx<'_>, person: PersonId) -> Result<bool> {
    tx.one("SELECT EXISTS (SELECT 1 FROM person_note WHERE person = ?1)", [person], |r| r.get(0))
}

/// When the note was last written, if there is one. This needs no key, because it reveals nothing of the text.
pub(super) fn note_written_at(tx: &ReadTx<'_>, person: PersonId) -> Result<Option<Timestamp>> {
    tx.row("SELECT changed_at FROM person_note WHERE person = ?1", [person], |r| r.get(0))
}

pub(super) fn people_with_notes(tx: &ReadTx<'_>) -> Result<Vec<PersonId>> {
    tx.rows("SELECT person FROM person_note", [], |r| r.get(0))
}

/// The note, decrypted. Refuses without the key of compartment `confidential`.
pub(super) fn note(tx: &ReadTx<'_>, person: PersonId) -> Result<Option<String>> {
    let sealed: Option<Vec<u8>> = tx.row("SELECT sealed FROM person_note WHERE person = ?1", [person], |r| r.get(0))?;
    let Some(sealed) = sealed else { return Ok(None) };
    let plain = tx.keys().open(Compartment::Confidential, "person_note", person.0, &sealed)?;
    Ok(Some(String::from_utf8(plain.to_vec()).or_refuse(Code::VaultDamaged)?))
}

pub(super) fn put_note(tx: &WriteTx<'_>, person: PersonId, text: &str) -> Result<()> {
    let sealed = tx.keys().seal(Compartment::Confidential, "person_note", person.0, text.as_bytes())?;
    tx.execute(
        "INSERT INTO person_note (person, sealed, changed_at, replica) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person) DO UPDATE SET sealed = ?2, changed_at = ?3, replica = ?4",
        params![person, sealed, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn delete_note(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM person_note WHERE person = ?1", [person])
}
