//! The list of people with everyone's usual consents: who may get the newsletter, and whose photo may be shown.
use super::of::{NEWSLETTER, PHOTOS};
use super::{State, store};
use crate::error::Result;
use crate::features::people::{self, Filter, Page, RelationKind, RowConsent};
use crate::features::purposes::{self, Purpose};
use crate::kernel::id::{ConsentEventId, PersonId, PurposeId};
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Permission, Topic};
use std::collections::{HashMap, HashSet};

/// The current states for the listed purposes, read once for everyone and cached until a consent changes.
struct Standing(HashMap<(PersonId, PurposeId), State>);

/// One page of the list, with consents if the role may see them.
///
/// # Errors
/// `permission.denied`.
pub fn list(s: &Session, filter: Filter) -> Result<Page> {
    let mut page = people::list(s, filter)?;
    if !s.may(Permission::ConsentSee) || page.rows.is_empty() {
        return Ok(page);
    }
    s.read(Permission::ConsentSee, |tx| {
        let standing = tx.cached(&[Topic::Consent], standing)?;
        let [members, others] = [purposes::by_key(NEWSLETTER[0])?, purposes::by_key(NEWSLETTER[1])?];
        let photos = [purposes::by_key(PHOTOS[0])?, purposes::by_key(PHOTOS[1])?];
        for row in &mut page.rows {
            let member = row.relations.iter().any(|r| r.kind == RelationKind::Member && !r.ended);
            let listed = [if member { members } else { others }].into_iter().chain(photos);
            row.consents = listed.map(|p| state(&standing, row.id, p)).collect();
        }
        Ok(page)
    })
}

fn state(standing: &Standing, person: PersonId, purpose: &Purpose) -> RowConsent {
    let state = standing.0.get(&(person, purpose.id)).copied().unwrap_or(State::NotAsked);
    RowConsent { purpose: purpose.key.clone(), state: state.as_str(), asks_consent: purpose.asks_consent() }
}

fn standing(tx: &ReadTx<'_>) -> Result<Standing> {
    let keys = NEWSLETTER.iter().chain(&PHOTOS);
    let ids: Vec<PurposeId> = keys.map(|key| purposes::by_key(key).map(|p| p.id)).collect::<Result<_>>()?;
    let events = store::brief(tx, &ids)?;
    let undone: HashSet<ConsentEventId> = events.iter().filter_map(|e| e.undoes).collect();
    let holding = events.into_iter().filter(|e| !undone.contains(&e.id));
    Ok(Standing(holding.map(|e| ((e.person, e.purpose), e.state)).collect()))
}
