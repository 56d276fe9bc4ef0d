//! After the transaction: the file is rewritten, gets a new key, and is read back. Until that is done the erasure is
//! pending, and the next one or the next unlock finishes it.
use super::scan::{self, Needles};
use super::{Checked, store, strings};
use crate::error::{Code, Error, Result};
use crate::features::vault;
use crate::kernel::id::ErasureId;
use crate::kernel::reserve;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Session, Subject};
use crate::ops::{Op, Permission};
use std::path::Path;

/// The erasure that was just done, and what to look for. After a crash nobody knows any more what to look for.
pub(super) struct Job {
    pub(super) erasure: ErasureId,
    pub(super) strings: Vec<String>,
}

/// Cleans and checks; answers how many strange files name somebody who was erased.
pub(super) fn finish(s: &mut Session, job: Option<Job>) -> Result<u32> {
    let folder = s.folder().to_owned();
    let old_key = s.keys().get(Compartment::Main)?.1.clone();
    s.vacuum()?;
    vault::rekey(s)?;
    let data = folder.join("data.db");
    let old_key_refused = scan::each_page(&data, &old_key, |_, _| ()).is_err_and(|e| e.code() == Code::VaultDamaged);
    let checked = check(s, &folder, job.as_ref().map_or(&[][..], |j| &j.strings))?;
    let done = s.write(Op::ErasureCheck, |tx| {
        let pending: Vec<_> = store::list(tx)?.into_iter().filter(|e| e.pending).collect();
        let n = pending.len();
        for mut erasure in pending {
            // Of an earlier one, only what holds for it too: the new key.
            let own = job.as_ref().is_some_and(|j| j.erasure == erasure.id);
            erasure.sheet.checked = if own { checked.clone() } else { Checked::default() };
            erasure.sheet.checked.old_key_refused = old_key_refused;
            store::settle(tx, erasure.id, &erasure.sheet)?;
        }
        Ok(tx.changed(Subject::NONE, checked.strangers).counted(n))
    })?;
    // Room that cannot be taken again now is taken at the next unlock.
    let _ = reserve::ensure(&folder);
    Ok(done.value)
}

fn check(s: &Session, folder: &Path, strings: &[String]) -> Result<Checked> {
    if strings.is_empty() {
        return Ok(Checked::default());
    }
    let shared = s.read(Op::ErasureRun.needs(), |tx| strings::shared(tx, strings))?;
    let sought: Vec<String> =
        strings.iter().enumerate().filter(|(i, _)| !shared.contains(i)).map(|(_, s)| s.clone()).collect();
    let needles = Needles::new(&sought)?;
    let found = scan::look_through(folder, s.keys().get(Compartment::Main)?.1, &needles)?;
    let (own, strange): (Vec<_>, Vec<_>) = found.in_files.iter().partition(|path| is_own(path));
    if !found.in_data.is_empty() || !own.is_empty() {
        return Err(Error::new(Code::ErasureResidue));
    }
    Ok(Checked {
        pages: found.pages,
        strings: u32::try_from(needles.len()).unwrap_or(u32::MAX),
        files: if strange.is_empty() { found.files } else { 0 },
        strangers: u32::try_from(strange.len()).unwrap_or(u32::MAX),
        old_key_refused: false,
    })
}

/// A file that the vault itself writes.
fn is_own(path: &Path) -> bool {
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    name.starts_with("data") || name.starts_with("header.json")
}

/// At the unlock: finishes what a crash or a full disk left, and takes the reserve room. A fault here must not keep
/// anybody out: the erasure stays pending.
pub(crate) fn after_unlock(s: &mut Session) {
    if s.is_read_only() || !s.may(Permission::RetentionRun) {
        return;
    }
    let pending = s.read(Permission::RetentionRun, |tx| Ok(store::list(tx)?.iter().any(|e| e.pending)));
    if pending.unwrap_or(false) {
        let _ = reserve::release(s.folder());
        let _ = finish(s, None);
    }
    let _ = reserve::ensure(s.folder());
}
