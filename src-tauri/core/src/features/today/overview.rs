//! The overview, gathered from the other features in one transaction.
use super::item::Item;
use super::members::{self, Birthday, Members};
use crate::error::{Code, Result};
use crate::features::consent::{self, ConsentCount};
use crate::features::{erasure, people, retention, settings};
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Permission;
use serde::Serialize;
use std::sync::Arc;

/// Everything on the Today page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TodayOverview")]
pub struct Overview {
    /// Tasks for now, most urgent first.
    pub now: Vec<Item>,
    /// Tasks for this month.
    pub month: Vec<Item>,
    /// Members, and how many joined and left; zero for a role that may not see all people.
    pub members: Members,
    /// The answers per purpose, for purposes that people were asked about.
    pub consent: Vec<ConsentCount>,
    /// Birthdays within a week, at most five, for roles that may see everyone.
    pub birthdays: Vec<Birthday>,
    /// True if there are no people yet; only for roles that see everyone.
    pub empty: bool,
}

/// Everything on the Today page, as far as the role may see it.
///
/// # Errors
/// `permission.denied`.
pub fn overview(s: &Session) -> Result<Overview> {
    s.read(Permission::Own, gather)
}

fn gather(tx: &ReadTx<'_>) -> Result<Overview> {
    let full = tx.may(Permission::PeopleSeeAll);
    let everyone = if full { people::everyone(tx)? } else { Arc::default() };
    let mut now = vec![];
    if tx.may(Permission::VaultManage) && !settings::read_all(tx)?.recovery_confirmed {
        now.push(Item { kind: "recovery".into(), ..Item::default() });
    }
    if tx.may(Permission::RetentionRun) {
        let count = match retention::count_due(tx) {
            // The unlock already reported that nothing is counted, and how to go on.
            Err(e) if e.code() == Code::ClockDoubtful => 0,
            counted => counted?,
        };
        if count > 0 {
            now.push(Item { kind: "retention".into(), count, ..Item::default() });
        }
    }
    let mut month = vec![];
    if tx.may(Permission::ConsentWrite) {
        month.extend(members::sixteen(tx, &everyone)?);
    }
    let consent = asked_about(tx)?;
    if tx.may(Permission::ConsentWrite) {
        month.extend(consent.iter().filter_map(missing));
    }
    Ok(Overview {
        now,
        month,
        consent,
        members: if full {
            members::members(&everyone, &erasure::tallies(tx)?, tx.today())
        } else {
            Members { total: 0, years: vec![] }
        },
        birthdays: members::birthdays(tx, &everyone)?,
        empty: full && everyone.is_empty(),
    })
}

/// The two purposes with the most answers. A purpose about which nobody was asked is no task yet.
fn asked_about(tx: &ReadTx<'_>) -> Result<Vec<ConsentCount>> {
    if !tx.may(Permission::ConsentSeeAll) {
        return Ok(vec![]);
    }
    let answers = |c: &ConsentCount| c.given + c.refused + c.unknown;
    let mut counts = consent::counts(tx)?;
    counts.retain(|c| answers(c) > 0);
    counts.sort_by_key(|c| std::cmp::Reverse(answers(c)));
    counts.truncate(2);
    Ok(counts)
}

/// Counts missing answers and ticks without proof: neither permits anything.
fn missing(c: &ConsentCount) -> Option<Item> {
    let count = c.open + c.unknown;
    let args = [("purpose", c.name.clone()), ("purpose_en", c.name_en.clone()), ("key", c.key.clone())];
    let args = args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    (count > 0).then(|| Item { kind: "missing".into(), count, persons: vec![], args })
}
