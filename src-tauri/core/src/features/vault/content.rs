//! A hash of what is in `data.db`, independent of its encryption. After a crash SQLite restores pages from its journal
//! under other initialisation vectors: the page seals then differ, the content does not.
use crate::error::{Code, OrError, Result};
use crate::kernel::pages::Pages;
use crate::kernel::secret::Key;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

/// SHA-256 over the numbers and the plain content of all pages in use.
///
/// # Errors
/// `vault.damaged` when this key did not write a page; I/O errors.
pub(super) fn content_of(path: &Path, key: &Key) -> Result<[u8; 32]> {
    let (unused, mut digest) = (unused(path, key)?, Sha256::new());
    let mut pages = Pages::open(path, key)?;
    while let Some((number, body)) = pages.next()? {
        if !unused.contains(&number) {
            digest.update(number.to_be_bytes());
            digest.update(body);
        }
    }
    #[cfg(test)]
    sealing::done();
    Ok(digest.finalize().into())
}

/// The leaves of the free-page list (SQLite file format, 1.5). Nobody reads them, and a journal does not restore their
/// content.
fn unused(path: &Path, key: &Key) -> Result<BTreeSet<u32>> {
    let mut pages = Pages::open(path, key)?;
    let number = |page: &[u8], at: usize| page.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes);
    let first = pages.at(1)?.and_then(|page| number(page, 32)).or_refuse(Code::VaultDamaged)?;
    let (mut trunk, mut trunks, mut leaves) = (first, BTreeSet::new(), BTreeSet::new());
    // A list that loops back to itself is damage; stop there.
    while trunk != 0 && trunks.insert(trunk) {
        let page = pages.at(trunk)?.or_refuse(Code::VaultDamaged)?;
        let count = usize::try_from(number(page, 4).unwrap_or_default()).or_broken()?;
        leaves.extend((0..count).map_while(|leaf| number(page, 8 + leaf * 4)));
        trunk = number(page, 0).unwrap_or_default();
    }
    Ok(leaves)
}

/// What happens in the folder during a lock, for the tests.
#[cfg(test)]
pub(super) mod sealing {
    use std::cell::Cell;

    thread_local! {
        static THEN: Cell<Option<Box<dyn FnOnce()>>> = const { Cell::new(None) };
    }

    /// Does this once, when the content of the data was read next.
    pub(in super::super) fn then(does: Box<dyn FnOnce()>) {
        THEN.set(Some(does));
    }

    pub(super) fn done() {
        if let Some(does) = THEN.take() {
            does();
        }
    }
}
