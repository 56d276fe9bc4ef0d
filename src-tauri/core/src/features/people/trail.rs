//! The trail about one person, and the whole trail with the name of the person or user that each row is about.
use super::view::listed;
use super::{ensure_visible, store};
use crate::error::{Code, Result};
use crate::features::audit::{self, About, Line};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Op, Permission};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use uuid::Uuid;

/// Which rows of the trail to show.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TrailOfPerson")]
pub struct TrailOfPerson {
    /// The person that the rows are about.
    pub person: PersonId,
    /// At most this many rows; 200 if left out.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// The newest rows of the trail about one person, newest first, for roles that may see every field of a person: also
/// those about something that this person was part of, such as an import. Rows about users are only in the whole trail.
///
/// # Errors
/// `person.missing`, also for an id that is not a person's; `permission.denied`.
pub fn trail(s: &Session, req: TrailOfPerson) -> Result<Vec<Line>> {
    s.read(Permission::PeopleSeeAll, |tx| {
        ensure_visible(tx, req.person)?;
        lines_of(tx, req.person, req.limit.unwrap_or(audit::LIMIT))
    })
}

/// The newest rows about a person and about whatever else their data came with.
pub(crate) fn lines_of(tx: &ReadTx<'_>, person: PersonId, limit: u32) -> Result<Vec<Line>> {
    let mut lines = audit::lines(tx, Some(person.0), limit)?;
    for holder in tx.holders() {
        for subject in holder.subjects(tx, person)? {
            lines.extend(audit::lines(tx, Some(subject), limit)?);
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.seq));
    lines.truncate(limit as usize);
    Ok(lines)
}

/// The newest rows of the whole trail, newest first, each with the name of the person or user that it is about.
///
/// # Errors
/// `permission.denied`.
pub fn whole_trail(s: &Session, req: audit::ListRequest) -> Result<Vec<Line>> {
    s.read(Permission::TrailSee, |tx| {
        let mut lines = audit::newest(tx, req)?;
        let users: HashMap<Uuid, String> = tx.user_names()?.into_iter().map(|(id, name)| (id.0, name)).collect();
        let mut people = HashMap::new();
        for line in &mut lines {
            let Some(subject) = line.subject else { continue };
            if !Op::ALL.iter().any(|op| op.as_str() == line.op && op.is_about_a_person()) {
                line.about = users.get(&subject).cloned().map_or(About::Nobody, About::Named);
            } else if tx.may(Permission::PeopleSee) {
                line.about = match people.entry(subject) {
                    Entry::Occupied(known) => About::clone(known.get()),
                    Entry::Vacant(new) => new.insert(as_listed(tx, PersonId(subject))?).clone(),
                };
            }
        }
        Ok(lines)
    })
}

/// The person as the lists of this role show them; the trail counts as a list.
fn as_listed(tx: &ReadTx<'_>, person: PersonId) -> Result<About> {
    match store::get(tx, person) {
        Ok(record) if listed(tx, record.restricted) => Ok(About::Named(record.name.display())),
        Ok(_) => Ok(About::NotListed),
        Err(e) if e.code() == Code::PersonMissing => Ok(About::Erased),
        Err(e) => Err(e),
    }
}
