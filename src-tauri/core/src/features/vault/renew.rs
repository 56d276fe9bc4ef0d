//! New data keys for everyone, without anyone's passphrase: after an erasure (old disk blocks stay readable with the
//! old key) and whenever somebody loses access. First the signed roster names the new keys, then the data is
//! re-encrypted, then the old keys go. After a crash at any moment the vault opens, and the next unlock finishes what
//! the roster says and nothing else.
//!
//! Compartments whose key the current user does not hold keep theirs. For an erasure that is enough: their values are
//! in pages of `data.db`, and those are under the new main key.
use super::at_hand::{Change, Held, header_of, save_header};
use super::folder;
use super::keyring::data_keys::DataKeys;
use super::keyring::header::Header;
use super::keyring::roster::Roster;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::reseal::{self, reseal};
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::session::{Session, Subject};
use crate::ops::{Op, Permission};
use std::collections::BTreeSet;

/// How far a change of keys has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The roster names the new keys.
    Announced,
    /// The sealed columns are under the new keys.
    Resealed,
    /// `data.db` is under the new key.
    Rekeyed,
    /// The header contains only the new keys.
    Settled,
}

/// Called after every step; tests stop there, as a crash would.
pub(super) type AfterStep<'a> = &'a mut dyn FnMut(Step) -> Result<()>;

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

/// Finishes a change of keys that a roster announced, if there is one.
///
/// # Errors
/// `disk.full`, `vault.copy_stays` and the like; it can be finished later.
pub(super) fn finish(s: &mut Session) -> Result<()> {
    finish_step_by_step(s, &mut |_| Ok(()))
}

/// Is the data under its new keys, and did only the removal of a safety copy fail? The old keys then stay in the
/// header, and the removal is tried again.
pub(super) fn is_done_but_for_a_copy(s: &Session, why: &Error) -> bool {
    why.code() == Code::VaultCopyStays && !s.is_lost()
}

/// Does the header contain an old key of a compartment whose current key is available?
fn is_under_way(header: &Header, roster: &Roster, keys: &DataKeys) -> bool {
    header.keys.iter().any(|k| {
        roster.key(k.compartment).is_ok_and(|right| k.version < right.version && keys.holds(roster, k.compartment))
    })
}

/// `finish`, calling `after` at every step.
pub(super) fn finish_step_by_step(s: &mut Session, after: AfterStep<'_>) -> Result<()> {
    let (mut header, mut held) = header_of(s)?;
    let roster = held.followed.roster.clone();
    if !is_under_way(&header, &roster, &held.keys) {
        return let_go(s, held);
    }
    after(Step::Announced)?;
    let (old, new) = by_age(&roster, &held.keys);
    let is_sealed_anew = s.read(Permission::Own, |tx| reseal::is_under(tx, &new))?;
    if !is_sealed_anew {
        s.write(Op::VaultRekey, |tx| {
            let rows = reseal(tx, &old, &new)?;
            Ok(tx.changed(Subject::NONE, ()).counted(rows))
        })?;
    }
    s.replace_keys(new.clone());
    after(Step::Resealed)?;
    let (version, key) = new.get(Compartment::Main)?;
    if held.main != version {
        s.rekey_database(held.keys.get(Compartment::Main, held.main).or_refuse(Code::VaultKeyMissing)?, key)?;
        held.main = version;
        s.keep(held.clone());
    }
    after(Step::Rekeyed)?;
    // This comes before the header drops the old keys: after that, nothing looks any more for copies that a crash left.
    folder::wipe_safety_copies(s.folder())?;
    let is_right = |c: Compartment, v: u32| roster.key(c).is_ok_and(|right| right.version == v);
    let settled: BTreeSet<_> = new.iter().map(|(c, ..)| c).collect();
    header.keys.retain(|k| !settled.contains(&k.compartment) || is_right(k.compartment, k.version));
    held.keys.retain(is_right);
    save_header(s, &mut header, &held)?;
    after(Step::Settled)?;
    let_go(s, held)
}

/// Drops the keys that were only available for this change: the session keeps what its user holds.
fn let_go(s: &mut Session, mut held: Held) -> Result<()> {
    let own = held.followed.roster.held_by(held.who);
    held.keys.retain(|c, _| own.contains(&c));
    s.replace_keys(held.keys.right(&held.followed.roster));
    s.keep(held);
    Ok(())
}

/// The available keys: each old version separately, and the current ones.
fn by_age(roster: &Roster, keys: &DataKeys) -> (Vec<CompartmentKeys>, CompartmentKeys) {
    let right = keys.right(roster);
    let is_old = |c: Compartment, v: u32| right.get(c).is_ok_and(|(now, _)| v < now);
    let one = |(c, v, k): (Compartment, u32, &crate::kernel::secret::Key)| {
        let mut one = CompartmentKeys::new();
        one.insert(c, v, k.clone());
        one
    };
    let old = keys.iter().filter(|(c, v, _)| is_old(*c, *v)).map(one).collect();
    (old, right)
}

/// The compartments that are marked for renewal and that this session holds.
pub(super) fn marked(held: &Held) -> BTreeSet<Compartment> {
    let roster = &held.followed.roster;
    let own = roster.held_by(held.who);
    roster.compartments.iter().filter(|k| k.renew && own.contains(&k.compartment)).map(|k| k.compartment).collect()
}

/// Gives a read-only session the key versions in use: in the middle of a change of keys the sealed values may be under
/// either.
///
/// # Errors
/// When the database fails.
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
