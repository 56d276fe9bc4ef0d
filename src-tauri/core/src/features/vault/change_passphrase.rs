//! Another passphrase for the person at the keyboard: the same key pair, wrapped anew. Nothing else changes.
use super::open::{header_of, write_with_header};
use super::slots::{self, Opener};
use super::unlock::cost_of;
use super::{passphrase, wait};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::secret::Passphrase;
use crate::kernel::session::{Done, Session};
use crate::ops::Op;
use serde::Deserialize;

/// Another passphrase.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The one that holds until now.
    #[ts(type = "string")]
    pub old: Passphrase,
    /// The one from now on.
    #[ts(type = "string")]
    pub new: Passphrase,
}

/// Changes the passphrase of the person at the keyboard.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`, `input.invalid`, `vault.read_only`.
pub fn change_passphrase(s: &mut Session, req: ChangePassphrase) -> Result<Done<()>> {
    wait::check(s.folder(), s.around().clock.now())?;
    let (mut header, keys) = header_of(s)?;
    let user = s.user().or_missing(Code::VaultLocked)?;
    let name = header.user(user)?.name.clone();
    passphrase::check("new", &req.new, &[&header.association, &name])?;
    let slot = header.user_slot(user).or_missing(Code::UserMissing)?.clone();
    let Some(private) = slots::open_private(header.vault, &slot, Opener::Passphrase(&req.old))? else {
        // The wait begins after the work of this attempt.
        wait::note_failure(s.folder(), s.around().clock.now());
        return Err(Error::new(Code::VaultWrongPassphrase));
    };
    wait::forget(s.folder());
    let new = slots::rewrap(header.vault, &slot, private, Opener::Passphrase(&req.new), cost_of(&header))?;
    for place in header.slots.iter_mut().filter(|s| s.id == slot.id) {
        *place = new.clone();
    }
    header.user_mut(user)?.must_change_passphrase = false;
    write_with_header(s, Op::VaultChangePassphrase, &mut header, &keys, |tx| Ok(tx.changed(user, ())))
}
