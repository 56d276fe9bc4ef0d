//! Changes the passphrase of the current user. They get a new identity and every compartment they hold gets a new data
//! key, so the old passphrase opens nothing written afterwards, whatever old header somebody kept.
use super::at_hand::Change;
use super::keyring::passphrase;
use super::own;
use crate::error::Result;
use crate::kernel::secret::Passphrase;
use crate::kernel::session::{Done, Session};
use crate::ops::Op;
use serde::Deserialize;

/// A change of passphrase.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The current passphrase.
    #[ts(type = "string")]
    pub old: Passphrase,
    /// The new passphrase. One that is easily guessed is refused.
    #[ts(type = "string")]
    pub new: Passphrase,
}

/// Changes the passphrase of the current user. Computers that remember them ask for the passphrase again.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`, `input.invalid`, `vault.read_only`.
pub fn change_passphrase(s: &mut Session, req: ChangePassphrase) -> Result<Done<()>> {
    let user = s.user();
    let mut change = Change::begin(s)?;
    passphrase::check("new", &req.new, &[&change.header.association, change.header.name_of(user)])?;
    own::check(s, &req.old)?;
    let (opened, slot) = own::new_keys(s, &mut change, &req.new)?;
    change.write_as(s, Op::VaultChangePassphrase, opened, slot, |tx| Ok(tx.changed(user, ())))
}
