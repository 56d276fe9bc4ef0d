//! The gifts and payments of one person. Reading them leaves a row in the trail.
use super::{DonationView, Kind, Sealed, store};
use crate::error::{Code, OrError, Result};
use crate::features::people::{self, ByPerson};
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Op;

/// The gifts and payments of one person, newest first.
///
/// # Errors
/// `person.missing`; `vault.key_missing`; `vault.damaged`; `permission.denied`; in a read-only session `view.in_use`
/// and `view.no_row`.
pub fn list(s: &mut Session, req: ByPerson) -> Result<Vec<DonationView>> {
    s.view(Op::DonationView, |tx| {
        people::ensure_visible(tx, req.person)?;
        let gifts = opened(tx, req.person)?;
        let count = gifts.len();
        Ok(match count {
            0 => tx.nothing_to_show(gifts),
            _ => tx.shown(req.person, gifts).counted(count),
        })
    })
}

pub(super) fn opened(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<DonationView>> {
    let open = |(id, kind, blob): (DonationId, Kind, Vec<u8>)| {
        let plain = tx.keys().open(Compartment::Giving, "donation", id.0, &blob)?;
        let Sealed { on, amount_cents, remark } = serde_json::from_slice(&plain).or_refuse(Code::VaultDamaged)?;
        Ok(DonationView { id, kind, on, amount_cents, remark })
    };
    let mut all = store::list(tx, person)?.into_iter().map(open).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|d| std::cmp::Reverse(d.on));
    Ok(all)
}
