//! Does the unlock screen show who may open the vault? If not, users type their name and the header contains none.
use super::accounts;
use super::at_hand::write_with_header;
use super::held::header_of;
use crate::error::Result;
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::{Op, Permission};
use serde::Deserialize;

/// Show or hide the names on the unlock screen.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "VaultNames")]
pub struct NamesRequest {
    /// Hide them? Users then type their name to unlock.
    pub hidden: bool,
}

/// Shows or hides the names on the unlock screen.
///
/// # Errors
/// `permission.denied`, `vault.read_only`, `disk.full`.
pub fn names(s: &mut Session, req: NamesRequest) -> Result<Done<()>> {
    s.allow(Op::VaultNames)?;
    let known = s.read(Permission::Own, accounts::list)?;
    let (mut header, held) = header_of(s)?;
    header.names_hidden = req.hidden;
    for user in &mut header.names {
        let name = known.iter().find(|a| a.id == user.id && !req.hidden).map(|a| a.name.clone());
        user.name = name.unwrap_or_default();
    }
    let fields: &[&str] = if req.hidden { &["hidden"] } else { &["shown"] };
    write_with_header(s, Op::VaultNames, &mut header, &held, |tx| Ok(tx.changed(Subject::NONE, ()).fields(fields)))
}
