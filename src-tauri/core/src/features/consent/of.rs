//! The current consents of one person, and their full history.
use super::{By, Event, How, State, store};
use crate::error::Result;
use crate::features::people::{self, ByPerson, RelationKind};
use crate::features::purposes::{self, Purpose};
use crate::kernel::id::{ConsentEventId, PersonId, PurposeId};
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::{Date, Timestamp};
use crate::ops::{Permission, Topic};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// One purpose, with this person's consent state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ConsentRow {
    /// The same id in every vault.
    pub purpose: PurposeId,
    /// The purpose's stable name: `newsletter_members`.
    pub key: String,
    /// Its name in Dutch.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// The current state; `not_asked` if nobody has answered yet.
    pub state: State,
    /// The day of the last choice. This and the next three are only for roles that may see more than the state.
    pub since: Option<Date>,
    /// How the choice reached the association.
    pub how: Option<How>,
    /// The version of the question that was answered; `null` also where no question was put.
    pub text_version: Option<u32>,
    /// Who made the choice.
    pub by: Option<By>,
    /// Does this purpose ask for consent? Otherwise a person can only object to it.
    pub asks_consent: bool,
    /// Is it one of the usual questions? Then the list and the first page of a person show it, answered or not.
    pub usual: bool,
}

/// One event in a person's consent history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ConsentLine {
    /// The event's own id, not that of the purpose.
    pub id: ConsentEventId,
    /// The same id in every vault.
    pub purpose: PurposeId,
    /// The purpose's stable name: `newsletter_members`.
    pub key: String,
    /// The state from then on.
    pub state: State,
    /// Does this purpose ask for consent? Otherwise a person can only object to it.
    pub asks_consent: bool,
    /// The day of the choice.
    pub on: Date,
    /// How the choice reached the association.
    pub how: How,
    /// Who made the choice.
    pub by: By,
    /// Free remark; only for roles that may record consents.
    pub remark: Option<String>,
    /// The version of the question; `null` where none was put.
    pub text_version: Option<u32>,
    /// The exact words of the question, if one was put.
    pub text: Option<String>,
    /// Does it undo a withdrawal? Then it repeats the state from before.
    pub undoes: bool,
    /// When it was recorded, which may be later than `on`.
    pub recorded_at: Timestamp,
    /// The name of the user who recorded it, also if they have left.
    pub recorded_by: Option<String>,
}

/// A member may object to the newsletter; anybody else is asked for consent.
pub(super) const NEWSLETTER: [&str; 2] = ["newsletter_members", "newsletter_others"];
pub(super) const PHOTOS: [&str; 2] = ["photos_portrait", "photos_social"];

/// Does this purpose apply to this person? The newsletter has one purpose for members and one for others; every other
/// purpose applies to everybody.
fn concerns(purpose: &Purpose, member: bool) -> bool {
    let [members, others] = NEWSLETTER;
    purpose.key != if member { others } else { members }
}

/// The current consents of a person: every purpose that they can consent or object to, and every purpose that has an
/// earlier answer.
///
/// # Errors
/// `person.missing`, `permission.denied`.
pub fn of(s: &Session, req: ByPerson) -> Result<Vec<ConsentRow>> {
    s.read(Permission::ConsentSee, |tx| {
        people::ensure_visible(tx, req.person)?;
        let last = last_of(store::list(tx, req.person)?);
        let member = people::relations_of(tx, req.person)?
            .iter()
            .any(|r| r.kind == RelationKind::Member && !r.is_over(tx.today()));
        let asked = |p: &&Purpose| (p.asks_consent() || p.opt_out) && concerns(p, member);
        let rows = purposes::all()?.iter().filter(|p| asked(p) || last.contains_key(&p.id));
        let full = tx.may(Permission::ConsentSeeAll);
        Ok(rows.map(|p| row(p, last.get(&p.id))).map(|row| if full { row } else { row.state_only() }).collect())
    })
}

impl ConsentRow {
    /// The state alone, without when, how and by whom: `guardian` would reveal that the person is a child.
    fn state_only(self) -> Self {
        ConsentRow { since: None, how: None, text_version: None, by: None, ..self }
    }
}

fn row(p: &Purpose, event: Option<&Event>) -> ConsentRow {
    let event = event.filter(|e| e.state != State::NotAsked);
    ConsentRow {
        purpose: p.id,
        key: p.key.clone(),
        name: p.nl.clone(),
        name_en: p.en.clone(),
        state: event.map_or(State::NotAsked, |e| e.state),
        since: event.map(|e| e.chosen_on),
        how: event.map(|e| e.how),
        text_version: event.and_then(|e| e.asked.as_ref()).map(|a| a.version),
        by: event.map(|e| e.by),
        asks_consent: p.asks_consent(),
        usual: NEWSLETTER.iter().chain(&PHOTOS).any(|key| p.key == *key),
    }
}

/// Everything that happened to a person's consents, newest first.
///
/// # Errors
/// `person.missing`, `permission.denied`.
pub fn history(s: &Session, req: ByPerson) -> Result<Vec<ConsentLine>> {
    s.read(Permission::ConsentSeeAll, |tx| {
        people::ensure_visible(tx, req.person)?;
        let users: HashMap<_, _> = tx.user_names()?.into_iter().collect();
        let mut events = store::list(tx, req.person)?;
        events.reverse();
        let line = |e: Event| {
            let purpose = purposes::get(e.purpose)?;
            Ok(ConsentLine {
                key: purpose.key.clone(),
                asks_consent: purpose.asks_consent(),
                text: e.asked.as_ref().map(|a| store::find_text(tx, e.purpose, a)).transpose()?.flatten(),
                text_version: e.asked.map(|a| a.version),
                recorded_by: e.recorded_by.and_then(|u| users.get(&u).cloned()),
                remark: tx.may(Permission::ConsentWrite).then_some(e.remark),
                id: e.id,
                purpose: e.purpose,
                state: e.state,
                on: e.chosen_on,
                how: e.how,
                by: e.by,
                undoes: e.undoes.is_some(),
                recorded_at: e.recorded_at,
            })
        };
        events.into_iter().map(line).collect()
    })
}

/// The events without those that were undone. An event that undoes another has the day of the older choice, so the
/// order alone would not put it last.
pub(super) fn holding(mut events: Vec<Event>) -> Vec<Event> {
    let undone: HashSet<ConsentEventId> = events.iter().filter_map(|e| e.undoes).collect();
    if !undone.is_empty() {
        events.retain(|e| !undone.contains(&e.id));
    }
    events
}

/// The last event for each purpose, which is the current one. Of two on one day, the one recorded later counts.
pub(super) fn last_of(events: Vec<Event>) -> HashMap<PurposeId, Event> {
    holding(events).into_iter().map(|e| (e.purpose, e)).collect()
}

/// A purpose, its current state, and since when.
pub(crate) type Stand = (&'static Purpose, State, Date);

/// The current states of one person, without the purposes that nobody asked about.
pub(crate) fn standing(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Stand>> {
    last_of(store::list(tx, person)?)
        .into_values()
        .filter(|e| e.state != State::NotAsked)
        .map(|e| Ok((purposes::get(e.purpose)?, e.state, e.chosen_on)))
        .collect()
}

/// The current states of everyone, in the same way.
pub(crate) fn standing_of_all(tx: &ReadTx<'_>) -> Result<Arc<HashMap<PersonId, Vec<Stand>>>> {
    tx.cached(&[Topic::Consent], read_standing_of_all)
}

fn read_standing_of_all(tx: &ReadTx<'_>) -> Result<HashMap<PersonId, Vec<Stand>>> {
    let mut last: HashMap<(PersonId, PurposeId), Event> = HashMap::new();
    for event in holding(store::all(tx)?) {
        last.insert((event.person, event.purpose), event);
    }
    let mut all: HashMap<PersonId, Vec<Stand>> = HashMap::new();
    for ((person, purpose), event) in last.into_iter().filter(|(_, e)| e.state != State::NotAsked) {
        all.entry(person).or_default().push((purposes::get(purpose)?, event.state, event.chosen_on));
    }
    Ok(all)
}
