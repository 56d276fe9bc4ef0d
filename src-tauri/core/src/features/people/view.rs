//! One person, with only what the role may see: other fields are absent from the answer, not hidden by the UI.
use super::{Email, Name, NewEmail, NewPerson, NewPhone, Phone, Relation, Restriction, Source, Standing, store};
use crate::error::{Code, Error, Result};
use crate::kernel::id::PersonId;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::{Date, Timestamp};
use crate::ops::Permission;
use serde::{Deserialize, Serialize};

/// Which person.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ByPerson {
    /// The person's id. Somebody whom the role may not see counts as missing.
    pub person: PersonId,
}

/// A person as the role may see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PersonView {
    /// The person's id, as `people_get` takes it.
    pub id: PersonId,
    /// The name in its parts.
    pub name: Name,
    /// The name as people say it: `Anneke van den Berg`.
    pub display_name: String,
    /// The name as lists show it: `Berg, Anneke van den`.
    pub sort_name: String,
    /// Up to two letters for the round badge.
    pub badge: String,
    /// E-mail addresses, the main one first.
    pub emails: Vec<Email>,
    /// Telephone numbers, the main one first; empty for a role that may not see them.
    pub phones: Vec<Phone>,
    /// Relations, those without an end first.
    pub relations: Vec<Relation>,
    /// Where the person lives; `null` for a role that may not see it.
    pub address: Option<Address>,
    /// What only some roles may see; `null` for the others.
    pub full: Option<FullView>,
    /// Is there a note that this role may read? `people_note` returns the text and leaves a row in the trail.
    pub has_note: bool,
    /// Why the person is restricted; `null` if they are not.
    pub restricted: Option<Restriction>,
    /// Last day of a fiscal restriction; `null` without one.
    pub restricted_until: Option<Date>,
    /// When the row last changed; a change sends it back as `seen`.
    pub changed_at: Timestamp,
}

/// Where a person lives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Address {
    /// Street and number; empty if unknown.
    pub street: String,
    /// Postcode; empty if unknown.
    pub postcode: String,
    /// Town; empty if unknown.
    pub city: String,
    /// Country; empty means the association's own.
    pub country: String,
}

/// What neither a viewer nor a treasurer may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FullView {
    /// Date of birth; `null` if unknown.
    pub birth_date: Option<Date>,
    /// Age today, in years; `null` without a date of birth.
    pub age: Option<u32>,
    /// Member number, as text; empty for none.
    pub member_number: String,
    /// How the person came into the vault.
    pub source: Source,
}

/// Shows one person.
///
/// # Errors
/// `person.missing`, also for a person whom the role may not see; `permission.denied`.
pub fn get(s: &Session, req: ByPerson) -> Result<PersonView> {
    s.read(Permission::PeopleSee, |tx| view(tx, req.person))
}

pub(super) fn view(tx: &ReadTx<'_>, id: PersonId) -> Result<PersonView> {
    let record = seen(tx, id)?;
    let address = tx.may(Permission::PeopleSeePayer).then(|| Address {
        street: record.street.clone(),
        postcode: record.postcode.clone(),
        city: record.city.clone(),
        country: record.country.clone(),
    });
    let full = tx.may(Permission::PeopleSeeAll).then(|| FullView {
        birth_date: record.birth_date,
        age: record.birth_date.map(|d| d.years_until(tx.today())),
        member_number: record.member_number.clone(),
        source: record.source,
    });
    Ok(PersonView {
        id,
        display_name: record.name.display(),
        sort_name: record.name.sorted(),
        badge: record.name.badge(),
        emails: store::emails(tx, id)?,
        phones: if tx.may(Permission::PeopleSeePhone) { store::phones(tx, id)? } else { vec![] },
        relations: store::relations(tx, id)?.into_iter().map(|r| as_seen(tx, r)).collect(),
        address,
        full,
        has_note: is_note_readable(tx, record.restricted) && store::has_note(tx, id)?,
        restricted: record.restricted,
        restricted_until: record.restricted_until,
        changed_at: record.changed_at,
        name: record.name,
    })
}

/// A relation as the role may see it: its dates are only for roles that may see what a payment needs.
pub(super) fn as_seen(tx: &ReadTx<'_>, relation: Relation) -> Relation {
    if tx.may(Permission::PeopleSeePayer) {
        relation
    } else {
        Relation { started_on: None, ended_on: None, ..relation }
    }
}

/// Is a person in the lists of this role? Someone kept only for tax law is in the treasurer's list alone. Someone on
/// hold at their own request is in those of the secretary and the privacy contact, who answer for the hold.
pub(super) fn listed(tx: &ReadTx<'_>, restricted: Option<Restriction>) -> bool {
    match restricted {
        None => true,
        Some(Restriction::Fiscal) => tx.may(Permission::DonationsSee),
        Some(Restriction::Request) => tx.may(Permission::RetentionRun),
    }
}

/// May this role open a person? A role that answers access requests may open anyone, even people in none of its lists.
pub(super) fn visible(tx: &ReadTx<'_>, restricted: Option<Restriction>) -> bool {
    listed(tx, restricted) || tx.may(Permission::ReportMake)
}

/// The record of a person whom the role may see; anybody else is reported as missing. Every read or write by id goes
/// through here.
///
/// # Errors
/// `person.missing`.
pub(super) fn seen(tx: &ReadTx<'_>, id: PersonId) -> Result<store::PersonRecord> {
    let record = store::get(tx, id)?;
    if visible(tx, record.restricted) { Ok(record) } else { Err(Error::new(Code::PersonMissing)) }
}

/// Refuses a person whom the role may not see, as if they did not exist.
///
/// # Errors
/// `person.missing`.
pub(crate) fn ensure_visible(tx: &ReadTx<'_>, id: PersonId) -> Result<()> {
    seen(tx, id).map(drop)
}

/// A stored person in the shape of an entered one, for comparing; with the note only if the role may see notes.
pub(super) fn as_entered(tx: &ReadTx<'_>, record: store::PersonRecord) -> Result<NewPerson> {
    let note =
        if tx.may(Permission::NotesSee) { store::note(tx, record.id)?.unwrap_or_default() } else { String::new() };
    Ok(NewPerson { note, ..without_note(tx, record)? })
}

fn without_note(tx: &ReadTx<'_>, record: store::PersonRecord) -> Result<NewPerson> {
    Ok(NewPerson {
        emails: store::emails(tx, record.id)?
            .into_iter()
            .map(|e| NewEmail { label: e.label, address: e.address })
            .collect(),
        phones: store::phones(tx, record.id)?
            .into_iter()
            .map(|p| NewPhone { label: p.label, number: p.number })
            .collect(),
        name: record.name,
        street: record.street,
        postcode: record.postcode,
        city: record.city,
        country: record.country,
        birth_date: record.birth_date,
        member_number: record.member_number,
        relations: vec![],
        note: String::new(),
    })
}

/// A stored person in the shape of an entered one: what an import compares with and completes.
///
/// # Errors
/// `person.missing`.
pub(crate) fn entered(tx: &ReadTx<'_>, person: PersonId) -> Result<NewPerson> {
    as_entered(tx, seen(tx, person)?)
}

/// What is known about a person with the main key alone: everything entered except the note, and when the note was last
/// written.
///
/// # Errors
/// `person.missing`.
pub(crate) fn known_without_key(tx: &ReadTx<'_>, person: PersonId) -> Result<(NewPerson, Option<Timestamp>)> {
    let record = seen(tx, person)?;
    Ok((without_note(tx, record)?, store::note_written_at(tx, person)?))
}

/// Is there any person at all, whether or not this role may see them?
pub(crate) fn is_anybody(tx: &ReadTx<'_>) -> Result<bool> {
    store::is_anybody(tx)
}

/// The facts that retention is calculated from.
///
/// # Errors
/// `person.missing`.
pub(crate) fn standing(tx: &ReadTx<'_>, person: PersonId) -> Result<Standing> {
    let record = seen(tx, person)?;
    Ok(Standing {
        id: person,
        sort_name: record.name.sorted(),
        birth_date: record.birth_date,
        relations: store::relations(tx, person)?,
        restricted: record.restricted,
        restricted_until: record.restricted_until,
    })
}

/// Refuses a person who is restricted for whatever reason: nothing about them may be written.
///
/// # Errors
/// `person.restricted`.
pub(crate) fn ensure_free(restricted: Option<Restriction>) -> Result<()> {
    match restricted {
        None => Ok(()),
        Some(_) => Err(Error::new(Code::PersonRestricted)),
    }
}

/// The person's name in its parts.
///
/// # Errors
/// `person.missing`.
pub(crate) fn names(tx: &ReadTx<'_>, person: PersonId) -> Result<Name> {
    Ok(seen(tx, person)?.name)
}

/// May the role read the note of a person, if there is one?
fn is_note_readable(tx: &ReadTx<'_>, restricted: Option<Restriction>) -> bool {
    tx.may(Permission::NotesSee) && tx.keys().holds(Compartment::Confidential) && has_kept_note(restricted)
}

/// A person who is kept only for tax law has no note.
pub(super) fn has_kept_note(restricted: Option<Restriction>) -> bool {
    restricted != Some(Restriction::Fiscal)
}
