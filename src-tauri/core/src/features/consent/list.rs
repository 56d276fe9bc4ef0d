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
use std::sync::{Mutex, PoisonError};

/// The current states for the purposes of the list, by person.
type States = HashMap<PersonId, Vec<(PurposeId, State)>>;

/// The states of whoever was listed since a consent last changed. A page does not wait until those of everyone are read.
#[derive(Default)]
struct Listed(Mutex<States>);

/// Of more people than this it is quicker to read the events of everyone than those of each.
const FEW: usize = 500;

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
        let listed = tx.cached(&[Topic::Consent], |_| Ok(Listed::default()))?;
        let mut states = listed.0.lock().unwrap_or_else(PoisonError::into_inner);
        add_missing(tx, &mut states, page.rows.iter().map(|row| row.id))?;
        let [members, others] = [purposes::by_key(NEWSLETTER[0])?, purposes::by_key(NEWSLETTER[1])?];
        let photos = [purposes::by_key(PHOTOS[0])?, purposes::by_key(PHOTOS[1])?];
        for row in &mut page.rows {
            let member = row.relations.iter().any(|r| r.kind == RelationKind::Member && !r.ended);
            let listed = [if member { members } else { others }].into_iter().chain(photos);
            let of_row = states.get(&row.id).map_or(&[][..], Vec::as_slice);
            row.consents = listed.map(|p| state(of_row, p)).collect();
        }
        Ok(page)
    })
}

fn state(states: &[(PurposeId, State)], purpose: &Purpose) -> RowConsent {
    let state = states.iter().find(|(id, _)| *id == purpose.id).map_or(State::NotAsked, |(_, state)| *state);
    RowConsent { purpose: purpose.key.clone(), state: state.as_str(), asks_consent: purpose.asks_consent() }
}

/// Reads the states of those in the list whose states are not known yet.
fn add_missing(tx: &ReadTx<'_>, states: &mut States, listed: impl Iterator<Item = PersonId>) -> Result<()> {
    let missing: Vec<PersonId> = listed.filter(|person| !states.contains_key(person)).collect();
    let keys = NEWSLETTER.iter().chain(&PHOTOS);
    let ids: Vec<PurposeId> = keys.map(|key| purposes::by_key(key).map(|p| p.id)).collect::<Result<_>>()?;
    states.extend(missing.iter().map(|person| (*person, vec![])));
    if missing.len() > FEW {
        let missing: HashSet<PersonId> = missing.into_iter().collect();
        add(states, store::brief(tx, &ids)?.into_iter().filter(|e| missing.contains(&e.person)).collect());
        return Ok(());
    }
    for person in missing {
        add(states, store::brief_of(tx, person, &ids)?);
    }
    Ok(())
}

/// Adds the last state of these events, oldest first, that was not undone.
fn add(states: &mut States, events: Vec<store::Brief>) {
    let undone: HashSet<ConsentEventId> = events.iter().filter_map(|e| e.undoes).collect();
    for event in events.into_iter().filter(|e| !undone.contains(&e.id)) {
        let of_person = states.entry(event.person).or_default();
        match of_person.iter_mut().find(|(purpose, _)| *purpose == event.purpose) {
            Some((_, state)) => *state = event.state,
            None => of_person.push((event.purpose, event.state)),
        }
    }
}
