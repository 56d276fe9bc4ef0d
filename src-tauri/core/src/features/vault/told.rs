//! What is reported at the unlock: failed attempts since the last time, a damaged header, accounts that differ from the
//! roster, a date that cannot be right, an older state opened by choice, compartments that a recovery sheet did not
//! restore.
use super::aside::{self, SetAside};
use super::door::{Begun, Coming, Door};
use super::sheets::named;
use super::verify::{VaultFinding, finding};
use super::{evidence, folder, memory, wait};
use crate::error::{Code, Error, Result};
use crate::features::settings;
use crate::kernel::nothing::Nothing;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Done, Session, Subject};
use crate::kernel::time::Timestamp;
use crate::ops::{Op, Permission};
use std::path::Path;

/// How far the clock may be behind the last row: two computers never agree exactly.
const SLACK_MS: i64 = 60 * 60 * 1000;
/// How long a vault may go unopened before the user has to confirm the date.
const YEAR_MS: i64 = 366 * 24 * 60 * 60 * 1000;

/// The findings to report, and the last undoubted time while the date is doubted. Kept with the session.
#[derive(Debug, Clone, Default)]
pub(super) struct Told(Vec<VaultFinding>, Option<Timestamp>);

impl Told {
    /// The findings before anything is written.
    pub(super) fn at_the_door(door: &Door<'_>, folder: &Path, coming: &Coming<'_>, begun: &Begun) -> Result<Self> {
        let mut told = Told::default();
        told.0.extend(in_the_folder(folder, door.around.clock.now()));
        told.0.extend(aside::set_aside_of(door.home, folder).map(|aside| told_aside(&aside)));
        told.0.extend(older_by_choice(door, coming, begun)?);
        if memory::of(door.home, folder, begun.header.vault).is_lost() {
            told.0.push(finding(Code::VaultMemoryLost, &[]));
        }
        let last = begun.session.read(Permission::Own, |tx| {
            // Rows written with a doubted date say nothing about time.
            let undoubted = settings::undoubted_until(tx)?;
            Ok(undoubted.or(tx.last_row()?.map(|row| row.at)))
        })?;
        let doubted = last.filter(|_| !coming.said.clock_is_right);
        if let Some(last) = doubted.filter(|last| is_doubtful(door.around.clock.now(), *last)) {
            told.0.push(finding(Code::ClockDoubtful, &[("last", last.0.to_string())]));
            told.1 = Some(last);
        }
        Ok(told)
    }

    /// The last undoubted time, while the date is doubted.
    pub(super) fn undoubted_until(&self) -> Option<Timestamp> {
        self.1
    }

    /// Migrates the tables of an older program. The last undoubted time is stored in the same transaction: after a
    /// crash just behind it, the last row would be that of the migration, with its doubted date.
    ///
    /// # Errors
    /// As `Session::migrate`.
    pub(super) fn bring_up_to_date(&self, s: &Session) -> Result<()> {
        s.migrate(|tx| settings::keep_undoubted(tx, self.undoubted_until()))
    }

    /// Leaves a row in the trail about failed attempts: the file that counts them is removed once they were reported.
    /// On a full disk there is no row, but the user is told all the same.
    pub(super) fn note_attempts(&self, s: &mut Session, folder: &Path) {
        if let Some(failed) = wait::untold(folder) {
            let count = usize::try_from(failed.count).unwrap_or(usize::MAX);
            let _ = s.write(Op::VaultAttempts, |tx| Ok(tx.changed(Subject::NONE, ()).counted(count)));
        }
    }

    /// Adds a finding if accounts differed from the roster.
    pub(super) fn differing_users(&mut self, count: usize) {
        if count > 0 {
            self.0.push(finding(Code::UserDiffers, &[("count", count.to_string())]));
        }
    }

    /// Adds a finding if the user has lost compartments that the recovery sheet does not open.
    pub(super) fn lost_parts(&mut self, lost: &[Compartment]) {
        if !lost.is_empty() {
            self.0.push(finding(Code::VaultPartsLost, &[("compartments", named(lost))]));
        }
    }

    pub(super) fn keep_in(self, s: &mut Session) {
        s.doubt_the_clock(self.0.iter().any(|f| f.code == Code::ClockDoubtful.as_str()));
        s.keep(self);
    }
}

/// What to report to the user who has just unlocked the vault.
pub(super) fn told(s: &Session) -> Vec<VaultFinding> {
    s.kept::<Told>().map(|told| told.0.clone()).unwrap_or_default()
}

/// Reports what could not be finished at the unlock and yet keeps nobody out.
pub(super) fn left_undone(s: &mut Session, why: &Error) {
    let mut told = s.kept::<Told>().cloned().unwrap_or_default();
    if !told.0.iter().any(|found| found.code == why.code().as_str()) {
        told.0.push(finding(why.code(), &[]));
    }
    s.keep(told);
}

/// The user confirms that the date of this computer is right.
///
/// # Errors
/// `vault.read_only`, `disk.full`.
pub fn clock_right(s: &mut Session, _: Nothing) -> Result<Done<()>> {
    let done = s.write(Op::VaultClockRight, |tx| {
        settings::keep_undoubted(tx, None)?;
        Ok(tx.changed(Subject::NONE, ()))
    })?;
    let rest = told(s).into_iter().filter(|f| f.code != Code::ClockDoubtful.as_str()).collect();
    Told(rest, None).keep_in(s);
    Ok(done)
}

/// Is this an earlier state, opened by choice? Then what was done after it has to be done again, and whoever goes on
/// with it must know that after the door too.
fn older_by_choice(door: &Door<'_>, coming: &Coming, begun: &Begun) -> Result<Option<VaultFinding>> {
    if !coming.said.older_is_right {
        return Ok(None);
    }
    if !begun.is_forked && evidence::check_memory(&begun.session, door.home, &begun.header, begun.is_as_sealed).is_ok()
    {
        return Ok(None);
    }
    let until = begun.session.read(Permission::Own, |tx| tx.last_row())?.map_or(0, |row| row.at.0);
    let is_forked = begun.is_forked || evidence::is_forked(&begun.session, door.home, &begun.header)?;
    let code = if is_forked { Code::VaultForkOpened } else { Code::VaultOlderOpened };
    Ok(Some(finding(code, &[("until", until.to_string())])))
}

/// A version of this vault lies elsewhere, or was lost, since a lock on this computer.
fn told_aside(aside: &SetAside) -> VaultFinding {
    finding(Code::VaultSetAside, &[("how", aside.how().to_owned()), ("place", aside.places.join(", "))])
}

/// The findings that the files in the folder give.
fn in_the_folder(folder: &Path, now: Timestamp) -> Vec<VaultFinding> {
    let mut found = vec![];
    if let Some(failed) = wait::untold(folder) {
        let mut args = vec![("count", failed.count.to_string()), ("last", failed.last.0.to_string())];
        if failed.are_typing_errors(now) {
            args.push(("typing", "yes".to_owned()));
        }
        found.push(finding(Code::VaultFailedAttempts, &args));
    }
    match folder::headers(folder).unwrap_or_default().as_slice() {
        [first, second] if first != second => found.push(finding(Code::VaultHeadersDiffer, &[])),
        [_, _] => {}
        _ => found.push(finding(Code::VaultSecondHeader, &[])),
    }
    let copies = folder::look_alikes(folder);
    if !copies.is_empty() {
        found.push(finding(Code::VaultOtherCopies, &[("names", copies.join(", "))]));
    }
    found
}

fn is_doubtful(now: Timestamp, last: Timestamp) -> bool {
    now.0 < last.0.saturating_sub(SLACK_MS) || now.0 > last.0.saturating_add(YEAR_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_the_last_row_or_a_year_after_it_is_doubtful() {
        let last = Timestamp(1_800_000_000_000);
        for (offset, doubtful) in
            [(0, false), (-SLACK_MS, false), (-SLACK_MS - 1, true), (YEAR_MS, false), (YEAR_MS + 1, true)]
        {
            assert_eq!(is_doubtful(Timestamp(last.0 + offset), last), doubtful, "{offset}");
        }
    }
}
