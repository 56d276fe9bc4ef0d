//! Recording a gift or a payment.
use super::{FiscalYear, Kind, Sealed, store};
use crate::error::{Check, Code, OrError, Result};
use crate::features::{people, settings};
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Done, Session, WriteTx};
use crate::kernel::time::Date;
use crate::ops::Op;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A gift or payment as entered.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewDonation {
    /// Who paid.
    pub person: PersonId,
    /// Gift or membership fee.
    pub kind: Kind,
    /// The day it was paid; not in the future.
    pub on: Date,
    /// How much, in cents; more than zero.
    #[ts(type = "number")]
    pub amount_cents: i64,
    /// Free remark, at most 400 characters.
    #[serde(default)]
    pub remark: String,
}

/// Records a gift or payment.
///
/// # Errors
/// `person.missing`, `person.restricted`; `vault.key_missing`; `input.invalid`; `permission.denied`.
pub fn record(s: &mut Session, new: NewDonation) -> Result<Done<DonationId>> {
    s.write(Op::DonationRecord, |tx| {
        let id = add(tx, &new)?;
        Ok(tx.changed(new.person, id))
    })
}

/// The step behind `record`.
///
/// # Errors
/// As `record`.
pub(crate) fn add(tx: &WriteTx<'_>, new: &NewDonation) -> Result<DonationId> {
    Check::new()
        .ensure("amount_cents", new.amount_cents > 0, Code::FieldAmount)
        .ensure("on", new.on <= tx.today(), Code::FieldDateFuture)
        .at_most("remark", &new.remark, 400)
        .done()?;
    people::ensure_free(people::standing(tx, new.person)?.restricted)?;
    let id: DonationId = tx.make_id();
    let sealed = Sealed { on: new.on, amount_cents: new.amount_cents, remark: new.remark.trim().to_owned() };
    let plain = Zeroizing::new(serde_json::to_vec(&sealed).or_broken()?);
    let blob = tx.keys().seal(Compartment::Giving, "donation", id.0, &plain)?;
    let ends = new.on.book_year_end(settings::read_all(tx)?.book_year_end);
    store::insert(tx, id, new.person, &FiscalYear { kind: new.kind, year: new.on.year(), ends }, &blob)?;
    Ok(id)
}
