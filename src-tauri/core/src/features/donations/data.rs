//! Gifts and payments as a holder of personal data.
use super::{FiscalYear, Kind, list, store};
use crate::error::Result;
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Scope, Value};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, WriteTx};

/// Exports and erases what this feature knows about a person.
pub struct DonationsData;

impl PersonData for DonationsData {
    fn name(&self) -> &'static str {
        "donations"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["donation"]
    }

    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>> {
        let rows = store::rows(tx, person)?;
        if rows.is_empty() {
            return Ok(vec![]);
        }
        let paid = |kind: Kind| rows.iter().any(|(_, of)| of.kind == kind);
        let used_for = [(Kind::Contribution, "fees"), (Kind::Gift, "donors")];
        let purposes = used_for.into_iter().filter(|(kind, _)| paid(*kind)).map(|(_, key)| key).chain(["fiscal"]);
        let purposes = purposes.map(str::to_owned).collect();
        let word = |kind: Kind| Datum::new("donation-field-kind", Value::Word(format!("donation-{}", kind.as_str())));
        let records = if tx.keys().holds(Compartment::Giving) {
            let full = |d: super::DonationView| {
                let mut record = vec![
                    word(d.kind),
                    Datum::new("donation-field-on", Value::Date(d.on)),
                    Datum::new("donation-field-amount", Value::Cents(d.amount_cents)),
                ];
                record.extend(Datum::text("donation-field-remark", &d.remark));
                record
            };
            list::opened(tx, person)?.into_iter().map(full).collect()
        } else {
            let sealed = |(_, of): (DonationId, FiscalYear)| {
                vec![
                    word(of.kind),
                    Datum::new("donation-field-year", Value::Text(of.year.to_string())),
                    Datum::new("donation-field-amount", Value::Sealed),
                ]
            };
            rows.into_iter().map(sealed).collect()
        };
        Ok(vec![Block {
            holder: "donations".into(),
            title: "holder-donations".into(),
            purposes,
            source: "source-entered".into(),
            records,
        }])
    }

    fn count(&self, tx: &ReadTx<'_>, person: PersonId, scope: Scope) -> Result<Vec<(String, u32)>> {
        let n = going(tx, person, scope)?.len();
        Ok(if n == 0 { vec![] } else { vec![("erased-donation".to_owned(), u32::try_from(n).unwrap_or(u32::MAX))] })
    }

    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, scope: Scope) -> Result<Erased> {
        let going = going(tx, person, scope)?;
        for id in &going {
            store::delete(tx, *id)?;
        }
        let mut erased = Erased::default();
        erased.add("erased-donation", "donation", going.into_iter().map(|id| id.0).collect());
        Ok(erased)
    }
}

/// The rows that an erasure deletes: all of them, or those that the law no longer requires.
fn going(tx: &ReadTx<'_>, person: PersonId, scope: Scope) -> Result<Vec<DonationId>> {
    let goes = |of: &FiscalYear| match scope {
        Scope::Whole => true,
        Scope::KeepFiscal { from, .. } => of.ends < from,
    };
    Ok(store::rows(tx, person)?.into_iter().filter(|(_, of)| goes(of)).map(|(id, _)| id).collect())
}
