//! New data keys for everyone, without anyone's passphrase: after an erasure (old disk blocks stay readable with the old
//! key) and after removing a user. A crash at any moment leaves a vault that opens, and the next unlock finishes the work:
//! the header first tells of both versions, then the data follows, then the old version goes.
//!
//! Compartments whose key the person at the keyboard does not hold keep theirs. That is enough for an erasure: their blobs
//! lie in pages of `data.db`, and those are under the new main key.
use super::folder;
use super::header::{DataKey, Header};
use super::keys::make_key;
use super::open::{Held, header_of, save_header};
use super::slots::{self, DataKeys};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::reseal::reseal;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::session::{Session, Subject};
use crate::ops::Op;

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The header tells of both versions.
    Announced,
    /// The sealed columns are under the new keys.
    Resealed,
    /// `data.db` is under the new key.
    Rekeyed,
    /// The header tells of the new version only.
    Settled,
}

/// Called after every step; tests stop here as a crash would.
pub(super) type AfterStep<'a> = &'a mut dyn FnMut(Step) -> Result<()>;

/// Makes new data keys for every compartment that the person at the keyboard holds, and seals them to every slot that may
/// hold them. Removes the copies that migrations put aside.
///
/// # Errors
/// `vault.read_only`, `vault.header_damaged`, `disk.full`; the vault then still opens, and the next unlock goes on.
pub(crate) fn rekey(s: &mut Session) -> Result<()> {
    rekey_step_by_step(s, &mut |_| Ok(()))
}

pub(super) fn rekey_step_by_step(s: &mut Session, after: AfterStep<'_>) -> Result<()> {
    if s.is_read_only() {
        return Err(Error::new(Code::VaultReadOnly));
    }
    finish_what_was_left(s)?;
    let (mut header, mut keys) = header_of(s)?;
    announce(&mut header, &mut keys)?;
    save_header(s, &mut header, &keys)?;
    s.keep(Held(keys.clone()));
    after(Step::Announced)?;
    finish(s, header, keys, None, after)
}

/// Finishes a change of keys that failed earlier in this session.
pub(super) fn finish_what_was_left(s: &mut Session) -> Result<()> {
    let (header, keys) = header_of(s)?;
    if is_under_way(&header, &keys) { finish(s, header, keys, None, &mut |_| Ok(())) } else { Ok(()) }
}

/// Are there two versions of any key that we hold?
pub(super) fn is_under_way(header: &Header, keys: &DataKeys) -> bool {
    Compartment::ALL.iter().any(|c| header.versions(*c).count() > 1 && keys.holds(header, *c))
}

/// Adds a version of every key that is held, sealed to the proven members that still hold the version before.
pub(super) fn announce(header: &mut Header, keys: &mut DataKeys) -> Result<()> {
    for compartment in Compartment::ALL {
        let old = header.newest(*compartment);
        if keys.get(*compartment, old).is_none() {
            continue;
        }
        let new = old.checked_add(1).or_broken()?;
        let is_old = |d: &&DataKey| d.compartment == *compartment && d.version == old;
        let members = header.compartments.iter().find(is_old).or_broken()?.members.clone();
        keys.insert(*compartment, new, make_key()?);
        header.compartments.push(DataKey { compartment: *compartment, version: new, members: vec![], tag: vec![] });
        for member in members {
            let still = header.slots.iter().any(|s| {
                s.id == member.slot
                    && s.public_key == member.public_key
                    && s.keys.iter().any(|k| (k.compartment, k.version) == (*compartment, old))
            });
            if still {
                slots::grant(header, member.slot, *compartment, new, keys)?;
            }
        }
    }
    Ok(())
}

/// Brings the data to the newest versions and lets go of the old ones. `main_now` is the version that `data.db` is under,
/// where that is known; it is the oldest one if not.
pub(super) fn finish(
    s: &mut Session,
    mut header: Header,
    mut keys: DataKeys,
    main_now: Option<u32>,
    after: AfterStep<'_>,
) -> Result<()> {
    let (old, new) = by_age(&header, &keys);
    s.write(Op::VaultRekey, |tx| {
        let rows = reseal(tx, &old, &new)?;
        Ok(tx.changed(Subject::NONE, ()).counted(rows))
    })?;
    s.replace_keys(new.clone());
    after(Step::Resealed)?;
    let (version, key) = new.get(Compartment::Main)?;
    let now = main_now.or_else(|| header.versions(Compartment::Main).min()).or_broken()?;
    if now != version {
        // The header keeps the old version until the data was read back whole under the new one.
        s.rekey_database(keys.get(Compartment::Main, now).or_missing(Code::VaultKeyMissing)?, key)?;
    }
    after(Step::Rekeyed)?;
    for (compartment, version, _) in new.iter() {
        header.compartments.retain(|d| d.compartment != compartment || d.version == version);
        for slot in &mut header.slots {
            slot.keys.retain(|k| k.compartment != compartment || k.version == version);
        }
        keys.keep_only(compartment, version);
    }
    save_header(s, &mut header, &keys)?;
    after(Step::Settled)?;
    s.keep(Held(keys));
    folder::wipe_safety_copies(s.folder())
}

/// The keys held: all versions but the newest, each apart; and the newest.
fn by_age(header: &Header, keys: &DataKeys) -> (Vec<CompartmentKeys>, CompartmentKeys) {
    let (mut old, mut new) = (vec![], CompartmentKeys::new());
    for (compartment, version, key) in keys.iter() {
        if version == header.newest(compartment) {
            new.insert(compartment, version, key.clone());
        } else {
            let mut one = CompartmentKeys::new();
            one.insert(compartment, version, key.clone());
            old.push(one);
        }
    }
    (old, new)
}
