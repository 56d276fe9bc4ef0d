//! One person, with what the role may see: what it may not see is not there, rather than hidden.
use super::{Email, Name, NewEmail, NewPerson, NewPhone, Phone, Relation, Restriction, Standing, store};
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
    /// What only some roles see; `null` for the others.
    pub full: Option<FullView>,
    /// The note; `null` without the right or where there is none.
    pub note: Option<String>,
    /// May this role read notes at all?
    pub note_visible: bool,
    /// Restricted, and why.
    pub restricted: Option<Restriction>,
    /// Until when a fiscal restriction lasts.
    pub restricted_until: Option<Date>,
    /// When the row last changed; goes back with a change.
    pub changed_at: Timestamp,
}

/// What a viewer does not see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FullView {
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Country, empty for the association's own.
    pub country: String,
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

fn view(tx: &ReadTx<'_>, id: PersonId) -> Result<PersonView> {
    let record = store::get(tx, id)?;
    if !visible(tx, record.restricted) {
        return Err(Error::new(Code::PersonMissing));
    }
    let fiscal = record.restricted == Some(Restriction::Fiscal);
    let note_visible = tx.may(Permission::NotesSee) && tx.keys().holds(Compartment::Confidential);
    let full = tx.may(Permission::PeopleSeeAll).then(|| FullView {
        street: record.street.clone(),
        postcode: record.postcode.clone(),
        city: record.city.clone(),
        country: record.country.clone(),
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
        phones: store::phones(tx, id)?,
        relations: store::relations(tx, id)?,
        full,
        note: if note_visible && !fiscal { store::note(tx, id)? } else { None },
        note_visible,
        restricted: record.restricted,
        restricted_until: record.restricted_until,
        changed_at: record.changed_at,
        name: record.name,
    })
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

/// Refuses a person that the role may not see, as one who is not there.
///
/// # Errors
/// `person.missing`.
pub(crate) fn ensure_visible(tx: &ReadTx<'_>, id: PersonId) -> Result<()> {
    match visible(tx, store::get(tx, id)?.restricted) {
        true => Ok(()),
        false => Err(Error::new(Code::PersonMissing)),
    }
}

/// A stored person in the form of an entered one: to compare with and to fill the form.
pub(super) fn as_entered(tx: &ReadTx<'_>, record: store::PersonRecord) -> Result<NewPerson> {
    let note =
        if tx.may(Permission::NotesSee) { store::note(tx, record.id)?.unwrap_or_default() } else { String::new() };
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
        note,
    })
}

/// What an import compares with and completes.
///
/// # Errors
/// `person.missing`.
pub(crate) fn entered(tx: &ReadTx<'_>, person: PersonId) -> Result<NewPerson> {
    as_entered(tx, store::get(tx, person)?)
}

/// The facts that retention counts with.
///
/// # Errors
/// `person.missing`.
pub(crate) fn standing(tx: &ReadTx<'_>, person: PersonId) -> Result<Standing> {
    let record = store::get(tx, person)?;
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
    Ok(store::get(tx, person)?.name)
}
