//! Recording a choice, with the exact words of the question.
use super::{Asked, By, Event, How, State, of, store};
use crate::error::{Check, Code, Error, Result};
use crate::features::people;
use crate::features::purposes::{self, Purpose};
use crate::features::settings;
use crate::kernel::id::{ConsentEventId, ImportId, PersonId, PurposeId};
use crate::kernel::session::{Done, ReadTx, Session, WriteTx};
use crate::kernel::time::Date;
use crate::ops::Op;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// Below this age a guardian consents (UAVG art. 5).
pub(crate) const OF_AGE: u32 = 16;
pub(super) const REMARK: usize = 1_000;

/// A person's yes or no to a purpose.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordConsent {
    /// Whose choice it is.
    pub person: PersonId,
    /// A purpose that asks for consent or, for a no, one that a person can object to.
    pub purpose: PurposeId,
    /// True for a yes. A no after a yes is stored as a withdrawal, and so is an objection.
    pub given: bool,
    /// The day of the choice; not in the future, and not before the person's birth.
    pub on: Date,
    /// How the choice reached the association; not `import` or `not_recorded`.
    pub how: How,
    /// Who made the choice; not `not_recorded`. Below 16 only a guardian can say yes.
    #[serde(default)]
    pub by: By,
    /// Free remark, at most 1,000 characters.
    #[serde(default)]
    pub remark: String,
    /// The language of the question; the association's own if left out.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<Language>,
}

/// Records a choice, with the exact words of the question.
///
/// # Errors
/// `consent.not_needed`, `consent.guardian_needed`, `person.missing`, `person.restricted`, `purpose.missing`,
/// `input.invalid`, `permission.denied`.
pub fn record(s: &mut Session, req: RecordConsent) -> Result<Done<()>> {
    s.write(Op::ConsentRecord, |tx| {
        let purpose = said(tx, &req)?;
        Ok(tx.changed(req.person, ()).fields(&[&purpose.key]))
    })
}

/// The step behind `record`; returns the purpose.
///
/// # Errors
/// As `record`.
pub(crate) fn said(tx: &WriteTx<'_>, req: &RecordConsent) -> Result<&'static Purpose> {
    let purpose = purposes::get(req.purpose)?;
    let person = people::standing(tx, req.person)?;
    people::ensure_free(person.restricted)?;
    let objects = purpose.opt_out && !req.given;
    if !purpose.asks_consent() && !objects {
        return Err(Error::new(Code::ConsentNotNeeded));
    }
    Check::new()
        .ensure("on", req.on <= tx.today(), Code::FieldDateFuture)
        .ensure("on", person.birth_date.is_none_or(|born| born <= req.on), Code::FieldDateOrder)
        .ensure("how", !matches!(req.how, How::Import | How::NotRecorded), Code::FieldChoice)
        .ensure("by", req.by != By::NotRecorded, Code::FieldChoice)
        .at_most("remark", &req.remark, REMARK)
        .done()?;
    // A child may say no or withdraw a yes; only a guardian may say yes.
    let child = person.birth_date.is_some_and(|born| born.years_until(req.on) < OF_AGE);
    if req.given && child && req.by == By::Subject {
        return Err(Error::new(Code::ConsentGuardianNeeded));
    }
    let before = state(tx, req.person, req.purpose)?;
    let state = match (req.given, objects || before == State::Given) {
        (true, _) => State::Given,
        (false, true) => State::Withdrawn,
        (false, false) => State::Refused,
    };
    let settings = settings::read_all(tx)?;
    let language = req.language.unwrap_or(settings.language);
    let said = Said { state, on: req.on, how: req.how, by: req.by, remark: req.remark.trim().to_owned() };
    add(tx, req.person, purpose, Some((language, &settings.association)), said)?;
    Ok(purpose)
}

pub(super) fn state(tx: &ReadTx<'_>, person: PersonId, purpose: PurposeId) -> Result<State> {
    Ok(of::last_of(store::list(tx, person)?).get(&purpose).map_or(State::NotAsked, |e| e.state))
}

/// A choice, without the words of the question.
pub(super) struct Said {
    pub(super) state: State,
    pub(super) on: Date,
    pub(super) how: How,
    pub(super) by: By,
    pub(super) remark: String,
}

/// Adds an event. `asked` is the language of the question and the association that asked: the exact words are then
/// stored beside the event. Without it, no question was put.
pub(super) fn add(
    tx: &WriteTx<'_>,
    person: PersonId,
    purpose: &Purpose,
    asked: Option<(Language, &str)>,
    said: Said,
) -> Result<ConsentEventId> {
    let mut question = None;
    if let (Some((language, association)), Some(text)) = (asked, purpose.text()) {
        let words = text.words(language, association);
        let asked = Asked { version: text.version, language, hash: purposes::hash(&words) };
        store::insert_text(tx, purpose.id, &asked, &words)?;
        question = Some(asked);
    }
    let id: ConsentEventId = tx.make_id();
    store::insert(
        tx,
        &Event {
            id,
            person,
            purpose: purpose.id,
            state: said.state,
            chosen_on: said.on,
            how: said.how,
            by: said.by,
            remark: said.remark,
            asked: question,
            undoes: None,
            recorded_at: tx.now(),
            recorded_by: Some(tx.user()),
        },
    )?;
    Ok(id)
}

/// The step for an import. A tick in a list is no proof, so it becomes `unknown` and permits nothing. It never replaces
/// an earlier answer or objection. Returns whether anything was recorded.
///
/// # Errors
/// `purpose.missing`; `consent.not_needed` for a purpose that does not ask for consent.
pub(crate) fn mark_unknown(tx: &WriteTx<'_>, person: PersonId, purpose_key: &str) -> Result<bool> {
    let purpose = purposes::by_key(purpose_key)?;
    if !purpose.asks_consent() {
        return Err(Error::new(Code::ConsentNotNeeded));
    }
    if state(tx, person, purpose.id)? != State::NotAsked {
        return Ok(false);
    }
    from_list(tx, person, purpose, State::Unknown)?;
    Ok(true)
}

/// Adds an event from a list, which says neither when, nor by whom, nor in which words.
pub(super) fn from_list(tx: &WriteTx<'_>, person: PersonId, purpose: &Purpose, state: State) -> Result<ConsentEventId> {
    let said = Said { state, on: tx.today(), how: How::Import, by: By::NotRecorded, remark: String::new() };
    add(tx, person, purpose, None, said)
}

/// Does a person's yes to this purpose stand?
///
/// # Errors
/// `purpose.missing`.
pub(crate) fn is_given(tx: &ReadTx<'_>, person: PersonId, purpose_key: &str) -> Result<bool> {
    Ok(state(tx, person, purposes::by_key(purpose_key)?.id)? == State::Given)
}

/// The step for undoing an import: what it recorded of a person goes, as if it had never been read. For a person about
/// whom nothing was recorded since, as the caller made sure. Returns how many answers went.
///
/// # Errors
/// When the database fails.
pub(crate) fn take_back_of_list(tx: &WriteTx<'_>, person: PersonId, import: ImportId) -> Result<usize> {
    store::delete_of_list(tx, person, import)
}
