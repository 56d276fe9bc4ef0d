//! The gifts and payments of one person. Who looks at them leaves a row in the trail, once for each person and session.
use super::{DonationView, Kind, Sealed, store};
use crate::error::{Code, OrError, Result};
use crate::features::people::{self, ByPerson};
use crate::kernel::id::{DonationId, PersonId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Op;
use std::collections::BTreeSet;

/// The gifts and payments of one person, newest first.
///
/// # Errors
/// `person.missing`; `vault.key_missing`; `vault.damaged`; `permission.denied`.
pub fn list(s: &mut Session, req: ByPerson) -> Result<Vec<DonationView>> {
    let gifts = s.read(Op::DonationView.needs(), |tx| {
        people::standing(tx, req.person)?;
        opened(tx, req.person)
    })?;
    let mut seen = s.kept::<Seen>().map(|seen| seen.0.clone()).unwrap_or_default();
    // A vault that was opened for looking only takes no rows.
    if !gifts.is_empty() && !s.is_read_only() && seen.insert(req.person) {
        s.write(Op::DonationView, |tx| Ok(tx.changed(req.person, ()).counted(gifts.len())))?;
        s.keep(Seen(seen));
    }
    Ok(gifts)
}

/// Whose gifts were looked at in this session.
struct Seen(BTreeSet<PersonId>);

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
