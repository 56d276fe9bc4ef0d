//! Writing a header of an open vault, where others may have put theirs meanwhile.
use super::evidence::of_other_data;
use super::folder;
use super::held::{Held, OwnHeader};
use super::keyring::header::Header;
use crate::error::{Code, Error, Result};
use crate::kernel::session::Session;

/// Keeps the headers of other data of this vault that came into the folder while it is open: that data may come too,
/// and the next header that this session writes would take their place.
///
/// # Errors
/// As `folder::put_beside`.
pub(super) fn keep_foreign_headers(s: &Session) -> Result<()> {
    let Some(OwnHeader(own)) = s.kept::<OwnHeader>() else { return Ok(()) };
    let came = folder::headers(s.folder()).unwrap_or_default();
    let is_foreign = |header: &&Header| header.vault == own.vault && *header != own;
    let foreign: Vec<_> = came.iter().filter(is_foreign).collect();
    let of_other = of_other_data(s, foreign.iter().copied())?;
    let comes_after = foreign.iter().copied().filter(|header| header.unproven_number() > own.unproven_number());
    comes_after.chain(&of_other).try_for_each(|header| folder::put_beside(s.folder(), header))
}

/// Writes a header that changes neither the users nor the keys.
///
/// # Errors
/// `vault.read_only`, `disk.full` and other write errors.
pub(super) fn save_header(s: &mut Session, header: &mut Header, held: &Held) -> Result<()> {
    if s.is_read_only() {
        return Err(Error::new(Code::VaultReadOnly));
    }
    header.prove(&held.keys, &held.followed.roster)?;
    keep_foreign_headers(s)?;
    folder::write_headers(s.folder(), header)?;
    s.keep(OwnHeader(header.clone()));
    Ok(())
}
