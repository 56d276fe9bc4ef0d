//! What was done with the data of one person, and by whom.
use super::ensure_visible;
use crate::error::Result;
use crate::features::audit::{self, Line};
use crate::kernel::id::PersonId;
use crate::kernel::session::Session;
use crate::ops::Permission;
use serde::{Deserialize, Serialize};

/// The lines about one person.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TrailOfPerson")]
pub struct TrailOfPerson {
    /// About whom.
    pub person: PersonId,
    /// At most this many; 200 if not said.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// The newest lines of the trail about one person: whoever sees all of a person sees what was done with it. What was done
/// by a user, or about one, is the whole trail's to tell.
///
/// # Errors
/// `person.missing`, also for the id of anything else than a person; `permission.denied`.
pub fn trail(s: &Session, req: TrailOfPerson) -> Result<Vec<Line>> {
    s.read(Permission::PeopleSeeAll, |tx| {
        ensure_visible(tx, req.person)?;
        audit::lines(tx, Some(req.person.0), req.limit.unwrap_or(audit::LIMIT))
    })
}
