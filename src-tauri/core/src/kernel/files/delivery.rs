//! Puts documents in place, all or none. Every part is written before the first gets its final name, and replaced files
//! are given up only when the caller calls `keep`.
use super::own::{Aside, part_in, put_aside, sweep_abandoned, sync, wipe};
use super::place::Spot;
use super::target::{Target, Written};
use crate::error::{Code, Error, Result};
use crate::kernel::id::FileToken;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::PathBuf;
use tempfile::NamedTempFile;

/// A document to deliver.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The destination.
    pub target: &'a Target,
    /// The file name for printing: a reference, never the name of a person.
    pub name: &'a str,
    /// The content.
    pub bytes: &'a [u8],
    /// The number of pages; 0 for a file without pages.
    pub pages: u32,
}

/// The resolved destination of one document.
pub(super) struct Goal {
    /// The path to show to the user.
    pub(super) shown: PathBuf,
    pub(super) spot: Spot,
    /// Whether the user agreed to replace an existing file.
    pub(super) replace: bool,
    pub(super) open: FileToken,
}

/// Documents that are in place. Dropping this without `keep` restores the previous state.
#[must_use]
pub struct Delivered {
    written: Vec<Written>,
    placed: Vec<Placed>,
}

/// A document in place, and the file it replaced.
struct Placed {
    path: PathBuf,
    before: Option<Aside>,
}

impl Delivered {
    /// Keeps the documents and wipes the files they replaced.
    pub fn keep(mut self) -> Vec<Written> {
        for before in self.placed.drain(..).filter_map(|placed| placed.before) {
            before.wipe();
        }
        std::mem::take(&mut self.written)
    }
}

impl Drop for Delivered {
    fn drop(&mut self) {
        for placed in self.placed.drain(..).rev() {
            let _ = match placed.before {
                Some(before) => before.put_back(&placed.path),
                None => wipe(&placed.path).is_ok(),
            };
        }
    }
}

/// Writes all parts, then moves each into place.
pub(super) fn put(goals: Vec<Goal>, documents: &[Document<'_>]) -> Result<Delivered> {
    goals.iter().for_each(|goal| sweep_abandoned(goal.spot.folder()));
    let parts = goals.iter().zip(documents).map(|(goal, document)| part(goal, document.bytes));
    let parts: Vec<NamedTempFile> = parts.collect::<Result<_>>()?;
    let mut delivered = Delivered { written: vec![], placed: vec![] };
    for ((goal, document), part) in goals.into_iter().zip(documents).zip(parts) {
        delivered.placed.push(place(&goal, part)?);
        delivered.written.push(Written {
            pages: document.pages,
            bytes: document.bytes.len() as u64,
            sha256: hex::encode(Sha256::digest(document.bytes)),
            path: goal.shown.display().to_string(),
            open: goal.open,
        });
    }
    Ok(delivered)
}

fn part(goal: &Goal, bytes: &[u8]) -> Result<NamedTempFile> {
    let mut part = part_in(goal.spot.folder())?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    Ok(part)
}

fn place(goal: &Goal, part: NamedTempFile) -> Result<Placed> {
    let path = goal.spot.path();
    let before = if goal.replace && goal.spot.is_taken() { Some(put_aside(&path, goal.spot.folder())?) } else { None };
    let done = if goal.replace { part.persist(&path) } else { part.persist_noclobber(&path) };
    if let Err(e) = done {
        if let Some(before) = before {
            before.put_back(&path);
        }
        return Err(e.error.into());
    }
    let placed = Placed { path, before };
    // The document is in place. If its folder cannot be synced, that is no reason to remove it again.
    let _ = sync(goal.spot.folder());
    Ok(placed)
}

/// Refuses a destination where no document may go.
pub(super) fn check(spot: &Spot, replace: bool) -> Result<()> {
    if spot.lies_in_a_vault() {
        return Err(Error::new(Code::FileInVault));
    }
    if spot.is_taken() && !replace { Err(Error::new(Code::FileExists)) } else { Ok(()) }
}
