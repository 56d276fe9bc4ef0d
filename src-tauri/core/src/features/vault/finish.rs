//! The second half of a change of keys, which the unlock after a crash does too: the data is re-encrypted as the roster
//! says, then the old keys go.
use super::folder;
use super::held::{Held, header_of};
use super::keyring::data_keys::DataKeys;
use super::keyring::header::Header;
use super::keyring::roster::Roster;
use super::save::save_header;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::reseal::{self, reseal};
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::secret::Key;
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
    let one = |(c, v, k): (Compartment, u32, &Key)| {
        let mut one = CompartmentKeys::new();
        one.insert(c, v, k.clone());
        one
    };
    let old = keys.iter().filter(|(c, v, _)| is_old(*c, *v)).map(one).collect();
    (old, right)
}
