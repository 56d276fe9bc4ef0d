//! After the transaction: the database file is rewritten, gets a new key, and is searched. Until then the erasure is
//! pending, and the next erasure or the next unlock finishes it. What to search for is remembered while the vault is
//! open.
use super::scan::{self, Needles};
use super::sheet::{Checked, Stored};
use super::{store, strings};
use crate::error::{Code, Error, Result};
use crate::features::vault;
use crate::kernel::id::ErasureId;
use crate::kernel::reserve;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Session, Subject};
use crate::ops::{Op, Permission};
use std::path::Path;

/// A finished transaction and the strings to search for. After a crash the strings are lost.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) erasure: ErasureId,
    pub(super) strings: Vec<String>,
}

/// The erasures of this session that are not clean yet.
struct Jobs(Vec<Job>);

/// Remembers what to search for.
pub(super) fn remember(s: &mut Session, job: Job) {
    let mut jobs = jobs(s);
    jobs.push(job);
    s.keep(Jobs(jobs));
}

fn jobs(s: &Session) -> Vec<Job> {
    s.kept::<Jobs>().map(|jobs| jobs.0.clone()).unwrap_or_default()
}

/// Cleans and checks every pending erasure; returns how many foreign files in the folder contain an erased string.
pub(super) fn finish(s: &mut Session) -> Result<u32> {
    // A report that waits to be printed may be about an erased person.
    s.around().files.wipe_prints()?;
    let folder = s.folder().to_owned();
    let old_key = s.keys().get(Compartment::Main)?.1.clone();
    s.vacuum()?;
    vault::rekey(s)?;
    let data = folder.join("data.db");
    let old_key_refused = scan::each_page(&data, &old_key, |_, _| ()).is_err_and(|e| e.code() == Code::VaultDamaged);
    let mut jobs = jobs(s);
    let mut pending = s.read(Op::ErasureCheck.needs(), |tx| {
        Ok(store::list(tx)?.into_iter().filter(|e| e.pending).collect::<Vec<Stored>>())
    })?;
    for erasure in &mut pending {
        let job = jobs.iter().find(|job| job.erasure == erasure.id);
        let checked = match job {
            Some(job) => check(s, &folder, &job.strings)?,
            // Nothing can be searched after a crash. The old key is still checked, and an earlier finding stays.
            None => Checked { residue: erasure.sheet.checked.residue, ..Checked::default() },
        };
        erasure.sheet.checked = Checked { old_key_refused, ..checked };
        // With a finding the erasure stays pending, so that the next attempt searches again.
        erasure.pending = job.is_some() && checked.residue > 0;
    }
    let strangers = pending.iter().map(|e| e.sheet.checked.strangers).sum();
    s.write(Op::ErasureCheck, |tx| {
        for erasure in &pending {
            store::settle(tx, erasure)?;
        }
        Ok(tx.changed(Subject::NONE, ()).counted(pending.iter().filter(|e| !e.pending).count()))
    })?;
    jobs.retain(|job| pending.iter().any(|e| e.pending && e.id == job.erasure));
    let clean = jobs.is_empty();
    s.keep(Jobs(jobs));
    // If there is no room for the reserve now, the next unlock tries again.
    let _ = reserve::ensure(&folder);
    if clean { Ok(strangers) } else { Err(Error::new(Code::ErasureResidue)) }
}

fn check(s: &Session, folder: &Path, strings: &[String]) -> Result<Checked> {
    let needles = Needles::new(strings)?;
    let found = scan::look_through(folder, s.keys().get(Compartment::Main)?.1, &needles)?;
    // Somebody who stays may have been given the same text since the erasure, and the program has texts of its own.
    let shared = if found.in_data.is_empty() {
        Default::default()
    } else {
        s.read(Op::ErasureCheck.needs(), |tx| strings::shared(tx, strings))?
    };
    let (own, strange): (Vec<_>, Vec<_>) = found.in_files.iter().partition(|path| is_own(path));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Checked {
        pages: found.pages,
        strings: count(needles.strings().difference(&shared).count()),
        files: if strange.is_empty() && own.is_empty() { found.files } else { 0 },
        strangers: count(strange.len()),
        old_key_refused: false,
        residue: count(found.in_data.difference(&shared).count() + own.len()),
    })
}

/// Whether the vault itself writes this file.
fn is_own(path: &Path) -> bool {
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    name.starts_with("data") || name.starts_with("header.")
}

/// On unlock: finishes what a crash or a full disk interrupted, and allocates the reserve. A failure here must not keep
/// the user out; the erasure stays pending.
pub(crate) fn after_unlock(s: &mut Session) {
    if s.is_read_only() || !s.may(Permission::RetentionRun) {
        return;
    }
    let pending = s.read(Permission::RetentionRun, |tx| Ok(store::list(tx)?.iter().any(|e| e.pending)));
    if pending.unwrap_or(false) {
        let folder = s.folder().to_owned();
        let _ = reserve::with_room(&folder, || finish(s));
    }
    let _ = reserve::ensure(s.folder());
}
