//! The overview: gathered from what the other features say, in one reading.
use super::members::{self, Birthday, Members};
use crate::error::Result;
use crate::features::{people, settings};
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Permission;
use serde::Serialize;

/// All of Today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TodayOverview")]
pub struct Overview {
    /// To do now, worst first.
    pub now: Vec<Item>,
    /// To do this month.
    pub month: Vec<Item>,
    /// Members, for who may see people.
    pub members: Option<Members>,
    /// Birthdays within a week, for who may see dates of birth.
    pub birthdays: Vec<Birthday>,
    /// Nobody is in the vault yet.
    pub empty: bool,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TodayItem")]
pub struct Item {
    /// Which: the texts `today-item-<kind>` and `today-item-<kind>-body`; the page knows where it leads.
    pub kind: String,
    /// How it looks.
    pub tile: Tile,
    /// The number in the tile; 0 for none.
    pub count: u32,
}

/// How urgent a thing to do is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TodayTile")]
pub enum Tile {
    /// Too late.
    Late,
    /// Soon.
    Warn,
    /// In its time.
    Calm,
}

/// All of Today, as far as the role may see it.
///
/// # Errors
/// `permission.denied`.
pub fn overview(s: &Session) -> Result<Overview> {
    s.read(Permission::Own, gather)
}

fn gather(tx: &ReadTx<'_>) -> Result<Overview> {
    let everyone = if tx.may(Permission::PeopleSee) { people::everyone(tx)? } else { vec![] };
    let mut now = vec![];
    if tx.may(Permission::VaultManage) && !settings::read_all(tx)?.recovery_confirmed {
        now.push(Item { kind: "recovery".into(), tile: Tile::Warn, count: 0 });
    }
    Ok(Overview {
        now,
        month: vec![],
        members: tx.may(Permission::PeopleSee).then(|| members::members(&everyone, tx.today())),
        birthdays: if tx.may(Permission::PeopleSeeAll) { members::birthdays(tx, &everyone)? } else { vec![] },
        empty: everyone.is_empty(),
    })
}
