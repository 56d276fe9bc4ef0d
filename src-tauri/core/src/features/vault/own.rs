//! One's own passphrase and keys. Asking again: what outlives the session (a recovery sheet, a user, a role, a computer that remembers) wants the passphrase of
//! who is at the keyboard, for a screen that was left open must not be enough.
use super::at_hand::{Change, header_of};
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

/// Is it the passphrase of the person at the keyboard? Their slot, opened with it.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`.
pub(super) fn check(s: &Session, passphrase: &Passphrase) -> Result<Opened> {
    wait::check(s.folder(), s.around().clock.now())?;
    let (header, held) = header_of(s)?;
    let slot = header.user_slot(held.user).or_missing(Code::UserMissing)?;
    match slot.open(header.vault, Opener::Passphrase(passphrase))? {
        Some(opened) if opened.identity.public()? == held.opened.identity.public()? => {
            wait::end(s.folder());
            Ok(opened)
        }
        _ => {
            // The wait begins after the work of this attempt.
            wait::note_failure(s.folder(), s.around().clock.now());
            Err(Error::new(Code::VaultWrongPassphrase))
        }
    }
}

/// A way in: whose, under which passphrase, for which private halves.
pub(super) struct WayIn<'a> {
    /// Whose.
    pub user: UserId,
    /// Which slot.
    pub id: Uuid,
    /// The passphrase that opens it.
    pub passphrase: &'a Passphrase,
    /// What a guess costs.
    pub cost: Cost,
    /// What it wraps.
    pub identity: &'a Identity,
    /// What is pinned.
    pub pin: Pin,
}

/// A slot in place of all that the user had: computers that remember them would open with private halves of before.
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

/// Keys of one's own that nobody had before, under this passphrase; and new data keys of all that the old ones opened. The change
/// is signed with the old ones. What the session goes on with.
///
/// # Errors
/// When the operating system has no random bytes or memory.
pub(super) fn new_keys(s: &Session, change: &mut Change, passphrase: &Passphrase) -> Result<(Opened, Uuid)> {
    let user = s.user().or_missing(Code::VaultLocked)?;
    let identity = Identity::make()?;
    let own = change.roster.user_mut(user)?;
    (own.keys, own.first_passphrase) = (identity.public()?, false);
    change.renew(&change.before.roster.held_by(Holder::User(user)))?;
    let pin = change.sign()?;
    let (id, cost) = (s.around().ids.next(), cost_of(&change.header, s.around()));
    let opened = only_way_in(change, &WayIn { user, id, passphrase, cost, identity: &identity, pin })?;
    Ok((opened, id))
}
