//! The current user's passphrase and keys. What outlives the session (a recovery sheet, a user, a role, a computer that
//! remembers the user) asks for the passphrase again, because an unattended screen must not be enough.
use super::at_hand::Change;
use super::held::header_of;
use super::keyring::chain::Pin;
use super::keyring::identity::Identity;
use super::keyring::keys::Cost;
use super::keyring::roster::Holder;
use super::keyring::slots::{Opened, Opener, Slot, SlotOf};
use super::unlock::cost_of;
use super::wait;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::UserId;
use crate::kernel::secret::Passphrase;
use crate::kernel::session::Session;
use uuid::Uuid;

/// Checks the current user's passphrase. Returns their slot, opened with it.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`.
pub(super) fn check(s: &Session, passphrase: &Passphrase) -> Result<Opened> {
    wait::check(s.folder(), s.around().clock.now())?;
    let (header, held) = header_of(s)?;
    let slot = header.user_slot(held.user).or_refuse(Code::UserMissing)?;
    match slot.open(header.vault, Opener::Passphrase(passphrase))? {
        Some(opened) if opened.identity.public()? == held.opened.identity.public()? => {
            wait::end(s.folder());
            Ok(opened)
        }
        _ => {
            // The wait starts after the work of this attempt.
            wait::note_failure(s.folder(), s.around().clock.now());
            Err(Error::new(Code::VaultWrongPassphrase))
        }
    }
}

/// A passphrase slot to be made.
pub(super) struct WayIn<'a> {
    pub user: UserId,
    pub id: Uuid,
    pub passphrase: &'a Passphrase,
    pub cost: Cost,
    /// The private keys it wraps.
    pub identity: &'a Identity,
    /// The pin it wraps.
    pub pin: Pin,
}

/// Replaces all slots of the user by this one: computers that remember the user would open with the old private keys.
///
/// # Errors
/// When the operating system has no random bytes or memory.
pub(super) fn only_way_in(change: &mut Change, way: &WayIn<'_>) -> Result<Opened> {
    let (vault, of) = (change.header.vault, SlotOf::User(way.user));
    change.header.slots.retain(|s| ![of, SlotOf::Device(way.user)].contains(&s.of));
    let opener = Opener::Passphrase(way.passphrase);
    let (slot, opened) = Slot::make(vault, way.id, of, opener, way.cost, way.identity, way.pin)?;
    change.header.slots.push(slot);
    Ok(opened)
}

/// New private keys for the current user, under this passphrase, and new data keys for everything the old ones opened.
/// The old keys sign the change. Returns the opened slot and its id, with which the session continues.
///
/// # Errors
/// When the operating system has no random bytes or memory.
pub(super) fn new_keys(s: &Session, change: &mut Change, passphrase: &Passphrase) -> Result<(Opened, Uuid)> {
    let user = s.user();
    let identity = Identity::make()?;
    let own = change.roster.user_mut(user)?;
    (own.keys, own.first_passphrase) = (identity.public()?, false);
    change.renew(&change.before.roster.held_by(Holder::User(user)))?;
    let pin = change.sign()?;
    let (id, cost) = (s.around().ids.next(), cost_of(&change.header, s.around()));
    let opened = only_way_in(change, &WayIn { user, id, passphrase, cost, identity: &identity, pin })?;
    Ok((opened, id))
}
