//! Another passphrase for the person at the keyboard: with it other keys of their own, and new data keys of all that they hold, so
//! that the passphrase of before opens nothing of after, whatever header somebody kept.
use super::at_hand::Change;
use super::keyring::passphrase;
use super::own;
use crate::error::{Code, OrError, Result};
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

/// Changes the passphrase of the person at the keyboard. Computers that remember them ask for it again.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`, `input.invalid`, `vault.read_only`.
pub fn change_passphrase(s: &mut Session, req: ChangePassphrase) -> Result<Done<()>> {
    let user = s.user().or_missing(Code::VaultLocked)?;
    let mut change = Change::begin(s)?;
    passphrase::check("new", &req.new, &[&change.header.association, change.header.name_of(user)])?;
    own::check(s, &req.old)?;
    let (opened, slot) = own::new_keys(s, &mut change, &req.new)?;
    change.write_as(s, Op::VaultChangePassphrase, opened, slot, |tx| Ok(tx.changed(user, ())))
}
