//! New data keys for everyone, without anyone's passphrase: after an erasure (old disk blocks stay readable with the
//! old key) and whenever somebody loses access. First the signed roster names the new keys, then the data is
//! re-encrypted, then the old keys go. After a crash at any moment the vault opens, and the next unlock finishes what
//! the roster says and nothing else.
//!
//! Compartments whose key the current user does not hold keep theirs. For an erasure that is enough: their values are
//! in pages of `data.db`, and those are under the new main key.
use super::at_hand::Change;
use super::held::{Held, header_of};
use super::keyring::data_keys::DataKeys;
use super::keyring::roster::Roster;
use crate::error::{Code, Error, Result};
use crate::kernel::reseal;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Session, Subject};
use crate::ops::{Op, Permission};
use std::collections::BTreeSet;

/// Makes new data keys for every compartment that the current user holds, and removes the safety copies of migrations.
///
/// # Errors
/// `vault.read_only`, `vault.header_damaged`, `disk.full`, `vault.copy_stays`; the vault then still opens, and the next
/// unlock continues.
pub(crate) fn rekey(s: &mut Session) -> Result<()> {
    let (_, held) = header_of(s)?;
    renew(s, &held.followed.roster.held_by(held.who))
}

/// Makes new data keys for these compartments.
///
/// # Errors
/// As `rekey`.
pub(super) fn renew(s: &mut Session, which: &BTreeSet<Compartment>) -> Result<()> {
    let mut change = Change::begin(s)?;
    change.renew(which)?;
    change.sign()?;
    change.write(s, Op::VaultRekey, |tx| Ok(tx.changed(Subject::NONE, ())))?;
    Ok(())
}

/// The compartments that are marked for renewal and that this session holds.
pub(super) fn marked(held: &Held) -> BTreeSet<Compartment> {
    let roster = &held.followed.roster;
    let own = roster.held_by(held.who);
    roster.compartments.iter().filter(|k| k.renew && own.contains(&k.compartment)).map(|k| k.compartment).collect()
}

/// Gives a read-only session the key versions in use: in the middle of a change of keys the sealed values may be under
/// either.
pub(super) fn use_versions_in_use(s: &mut Session, keys: &DataKeys) -> Result<()> {
    let mut in_use = s.keys().clone();
    for compartment in Compartment::ALL.iter().copied() {
        let version = s.read(Permission::Own, |tx| reseal::version_in_use(tx, compartment))?;
        if let Some((version, key)) = version.and_then(|v| Some((v, keys.get(compartment, v)?))) {
            in_use.insert(compartment, version, key.clone());
        }
    }
    s.replace_keys(in_use);
    Ok(())
}

/// The compartments that nobody could open any more, not even with a recovery sheet.
pub(super) fn lost(before: &Roster, after: &Roster) -> Vec<Compartment> {
    let held = |roster: &Roster, c: Compartment| roster.key(c).is_ok_and(|k| !k.holders.is_empty());
    Compartment::ALL.iter().copied().filter(|c| held(before, *c) && !held(after, *c)).collect()
}

/// Refuses a change after which nobody could open some compartment.
///
/// # Errors
/// `user.last_key`.
pub(super) fn check_no_key_is_lost(before: &Roster, after: &Roster) -> Result<()> {
    if lost(before, after).is_empty() { Ok(()) } else { Err(Error::new(Code::UserLastKey)) }
}
