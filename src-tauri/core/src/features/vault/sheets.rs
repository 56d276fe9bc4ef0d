//! What making a recovery sheet does to the roster: the new one is added, old ones go, and what those opened gets new
//! keys.
use super::at_hand::Change;
use super::in_hand::InHand;
use super::keyring::roster::{Holder, Roster, Sheet, SheetState};
use super::keyring::slots::SlotOf;
use crate::error::{Code, Error, Result};
use crate::kernel::sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) fn join(in_hand: &Option<InHand>, change: &mut Change) -> Result<()> {
    in_hand.as_ref().map_or(Ok(()), |sheet| sheet.join(change))
}

/// Compartments as an argument of an error: `giving confidential`.
pub(super) fn named<'a>(which: impl IntoIterator<Item = &'a Compartment>) -> String {
    let names: Vec<_> = which.into_iter().map(|c| c.as_str()).collect();
    names.join(" ")
}

/// The compartments that this sheet does not open, according to the roster.
pub(super) fn lacks(roster: &Roster, sheet: Uuid) -> Vec<Compartment> {
    let opens = roster.held_by(Holder::Sheet(sheet));
    Compartment::ALL.iter().copied().filter(|c| !opens.contains(c)).collect()
}

/// What the confirmed and used sheets open: those that somebody relies on.
fn held_by_sheets(roster: &Roster, sheets: &[Sheet]) -> BTreeSet<Compartment> {
    let counted_on = sheets.iter().filter(|s| s.state != SheetState::Made);
    counted_on.flat_map(|s| roster.held_by(Holder::Sheet(s.id))).collect()
}

/// A new sheet must not open less than those it replaces, or what only they open could be lost for ever.
///
/// # Errors
/// `vault.sheet_lacks` with the compartments.
pub(super) fn refuse_less(change: &Change, former: &[Sheet]) -> Result<()> {
    let held = held_by_sheets(&change.before.roster, former);
    let lacking: Vec<_> = held.iter().filter(|c| !change.can_give(**c)).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Error::new(Code::VaultSheetLacks).arg("compartments", named(lacking))) }
}

/// Removes sheets from the roster with their slots, and renews what they opened.
pub(super) fn take_away(change: &mut Change, void: impl Fn(&Sheet) -> bool) -> Result<()> {
    let gone: Vec<Uuid> = change.roster.sheets.iter().filter(|s| void(s)).map(|s| s.id).collect();
    let opened: BTreeSet<_> = gone.iter().flat_map(|id| change.before.roster.held_by(Holder::Sheet(*id))).collect();
    change.roster.sheets.retain(|s| !gone.contains(&s.id));
    for key in &mut change.roster.compartments {
        key.holders.retain(|h| !matches!(h, Holder::Sheet(id) if gone.contains(id)));
    }
    change.header.slots.retain(|slot| !matches!(slot.of, SlotOf::Sheet(id) if gone.contains(&id)));
    change.renew(&opened)
}
