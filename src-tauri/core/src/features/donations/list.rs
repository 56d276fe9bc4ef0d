//! The gifts and payments of one person.
use super::{DonationView, Kind, Sealed, store};
use crate::error::{Code, OrError, Result};
use crate::features::people::{self, ByPerson};
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Permission;

/// The gifts and payments of one person, newest first.
///
/// # Errors
/// `person.missing`; `vault.key_missing`; `vault.damaged`; `permission.denied`.
pub fn list(s: &Session, req: ByPerson) -> Result<Vec<DonationView>> {
    s.read(Permission::DonationsSee, |tx| {
        people::standing(tx, req.person)?;
        opened(tx, req.person)
    })
}

pub(super) fn opened(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<DonationView>> {
    let open = |(id, kind, blob): (DonationId, Kind, Vec<u8>)| {
        let plain = tx.keys().open(Compartment::Giving, "donation", id.0, &blob)?;
        let Sealed { on, amount_cents, remark } = serde_json::from_slice(&plain).or_missing(Code::VaultDamaged)?;
        Ok(DonationView { id, kind, on, amount_cents, remark })
    };
    let mut all = store::list(tx, person)?.into_iter().map(open).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|d| std::cmp::Reverse(d.on));
    Ok(all)
}
