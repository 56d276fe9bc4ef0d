//! One person, with what the role may see: what it may not see is not there, rather than hidden.
use super::{Email, Name, NewEmail, NewPerson, NewPhone, Phone, Relation, Restriction, Standing, note, store};
use crate::error::{Code, Error, Result};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::{Date, Timestamp};
use crate::ops::Permission;
use serde::{Deserialize, Serialize};

/// Which person.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ByPerson {
    /// Who.
    pub person: PersonId,
}

/// A person as the role may see him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PersonView {
    /// Who.
    pub id: PersonId,
    /// The name in its parts.
    pub name: Name,
    /// As spoken to: `Anneke van den Berg`.
    pub display_name: String,
    /// As in a list: `Berg, Anneke van den`.
    pub sort_name: String,
    /// Two letters.
    pub badge: String,
    /// E-mail addresses.
    pub emails: Vec<Email>,
    /// Telephone numbers.
    pub phones: Vec<Phone>,
    /// Relations, running ones first.
    pub relations: Vec<Relation>,
    /// Where the person lives; `null` for a role that does not see it.
    pub address: Option<Address>,
    /// What only some roles see; `null` for the others.
    pub full: Option<FullView>,
    /// Is there a note that this role may read? What it says `people_note` answers, and who asks leaves a row.
    pub has_note: bool,
    /// Restricted, and why.
    pub restricted: Option<Restriction>,
    /// Until when a fiscal restriction lasts.
    pub restricted_until: Option<Date>,
    /// When the row last changed; goes back with a change.
    pub changed_at: Timestamp,
}

/// Where a person lives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Country, empty for the association's own.
    pub country: String,
}

/// What neither a viewer nor a treasurer sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FullView {
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Age today, in years.
    pub age: Option<u32>,
    /// Member number.
    pub member_number: String,
    /// `entered` or `imported`.
    pub source: String,
}

/// One person.
///
/// # Errors
/// `person.missing`, also for one that the role may not see; `permission.denied`.
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
        source: record.source.clone(),
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
        has_note: note::is_readable(tx, record.restricted) && store::has_note(tx, id)?,
        restricted: record.restricted,
        restricted_until: record.restricted_until,
        changed_at: record.changed_at,
        name: record.name,
    })
}

/// A relation as the role sees it: since when and until when is for who may know what a payment needs.
pub(super) fn as_seen(tx: &ReadTx<'_>, relation: Relation) -> Relation {
    match tx.may(Permission::PeopleSeePayer) {
        true => relation,
        false => Relation { started_on: None, ended_on: None, ..relation },
    }
}

/// Kept for the tax law only: in the treasurer's list alone. On hold by request: the secretary and the privacy contact answer
/// for it.
pub(super) fn listed(tx: &ReadTx<'_>, restricted: Option<Restriction>) -> bool {
    match restricted {
        None => true,
        Some(Restriction::Fiscal) => tx.may(Permission::DonationsSee),
        Some(Restriction::Request) => tx.may(Permission::RetentionRun),
    }
}

/// Whoever answers a request for access must be able to open everyone, also who stands in no list of his.
pub(super) fn visible(tx: &ReadTx<'_>, restricted: Option<Restriction>) -> bool {
    listed(tx, restricted) || tx.may(Permission::ReportMake)
}

/// A person whom the role may see; any other is as one who is not there. Whatever is asked or done about a person by id
/// goes through here.
///
/// # Errors
/// `person.missing`.
pub(super) fn seen(tx: &ReadTx<'_>, id: PersonId) -> Result<store::PersonRecord> {
    let record = store::get(tx, id)?;
    match visible(tx, record.restricted) {
        true => Ok(record),
        false => Err(Error::new(Code::PersonMissing)),
    }
}

/// Refuses a person whom the role may not see, as one who is not there.
///
/// # Errors
/// `person.missing`.
pub(crate) fn ensure_visible(tx: &ReadTx<'_>, id: PersonId) -> Result<()> {
    seen(tx, id).map(drop)
}

/// A stored person in the form of an entered one: to compare with and to fill the form.
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

/// What an import compares with and completes.
///
/// # Errors
/// `person.missing`.
pub(crate) fn entered(tx: &ReadTx<'_>, person: PersonId) -> Result<NewPerson> {
    as_entered(tx, seen(tx, person)?)
}

/// What is known of a person without any key but the vault's own: all that is entered but the note, and of that when it was
/// last written.
///
/// # Errors
/// `person.missing`.
pub(crate) fn known_without_key(tx: &ReadTx<'_>, person: PersonId) -> Result<(NewPerson, Option<Timestamp>)> {
    let record = seen(tx, person)?;
    Ok((without_note(tx, record)?, store::note_written_at(tx, person)?))
}

/// Is there anybody at all, whoever may see them?
///
/// # Errors
/// When the database fails.
pub(crate) fn is_anybody(tx: &ReadTx<'_>) -> Result<bool> {
    store::is_anybody(tx)
}

/// The facts that retention counts with.
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

/// Refuses somebody who is restricted, whatever the reason: of him nothing may be written.
///
/// # Errors
/// `person.restricted`.
pub(crate) fn ensure_free(restricted: Option<Restriction>) -> Result<()> {
    match restricted {
        None => Ok(()),
        Some(_) => Err(Error::new(Code::PersonRestricted)),
    }
}

/// How the person is spoken to.
///
/// # Errors
/// `person.missing`.
pub(crate) fn names(tx: &ReadTx<'_>, person: PersonId) -> Result<Name> {
    Ok(seen(tx, person)?.name)
}
