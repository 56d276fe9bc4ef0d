//! What was done with the data of one person, and by whom; and of all that was done, about whom.
use super::view::listed;
use super::{ensure_visible, store};
use crate::error::{Code, Result};
use crate::features::audit::{self, Line};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Op, Permission};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

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

/// The newest lines of the whole trail, newest first, each with the name of whom it is about.
///
/// # Errors
/// `permission.denied`.
pub fn whole_trail(s: &Session, req: audit::ListRequest) -> Result<Vec<Line>> {
    s.read(Permission::TrailSee, |tx| {
        let mut lines = audit::lines(tx, None, req.limit.unwrap_or(audit::LIMIT))?;
        let mut found: HashMap<Uuid, Option<String>> =
            tx.user_names()?.into_iter().map(|(id, name)| (id.0, Some(name))).collect();
        for line in &mut lines {
            let Some(subject) = line.subject else { continue };
            let about = match found.get(&subject) {
                Some(about) => about.clone(),
                None => found.entry(subject).or_insert(name_of(tx, PersonId(subject))?).clone(),
            };
            line.about_erased = about.is_none() && tx.may(Permission::PeopleSee) && is_about_a_person(&line.op);
            line.about = about;
        }
        Ok(lines)
    })
}

/// The name, if it is a person who stands in the lists of this role: the trail is one of them.
fn name_of(tx: &ReadTx<'_>, person: PersonId) -> Result<Option<String>> {
    if !tx.may(Permission::PeopleSee) {
        return Ok(None);
    }
    match store::get(tx, person) {
        Ok(record) => Ok(listed(tx, record.restricted).then(|| record.name.display())),
        Err(e) if e.code() == Code::PersonMissing => Ok(None),
        Err(e) => Err(e),
    }
}

/// Is the subject of such a line a person? Of an import, an erasure or a draft it is something else.
fn is_about_a_person(op: &str) -> bool {
    const OPS: &[Op] = &[
        Op::NoteView,
        Op::PersonCreate,
        Op::PersonChange,
        Op::RelationStart,
        Op::RelationEnd,
        Op::RelationReopen,
        Op::DonationView,
        Op::DonationRecord,
        Op::ConsentRecord,
        Op::ConsentWithdraw,
        Op::ConsentReopen,
        Op::RetentionKeep,
        Op::RetentionUnkeep,
        Op::ExportReport,
    ];
    OPS.iter().any(|one| one.as_str() == op)
}
