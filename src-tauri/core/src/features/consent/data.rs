//! Consents as a holder of personal data: reported with the exact words, and erased with the person.
use super::{Event, How, State, of, store};
use crate::error::Result;
use crate::features::purposes;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Record, Scope, Value};
use crate::kernel::session::{ReadTx, WriteTx};

/// Exports and erases what this feature knows about a person.
pub struct ConsentData;

impl PersonData for ConsentData {
    fn name(&self) -> &'static str {
        "consent"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["consent_event"]
    }

    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>> {
        let events = store::list(tx, person)?;
        if events.is_empty() {
            return Ok(vec![]);
        }
        let records = events.iter().map(|e| record(tx, e)).collect::<Result<_>>()?;
        let source = if events.iter().all(|e| e.how == How::Import) { "source-imported" } else { "source-subject" };
        // A refused or withdrawn consent serves no purpose any more; the events themselves are kept as proof.
        let holds = of::last_of(events);
        let given = |p: &&purposes::Purpose| holds.get(&p.id).is_some_and(|e| e.state == State::Given);
        let mut used_for: Vec<String> = purposes::all()?.iter().filter(given).map(|p| p.key.clone()).collect();
        used_for.push("consent_proof".to_owned());
        Ok(vec![Block {
            holder: "consent".into(),
            title: "holder-consent".into(),
            purposes: used_for,
            source: source.into(),
            records,
        }])
    }

    fn count(&self, tx: &ReadTx<'_>, person: PersonId, _: Scope) -> Result<Vec<(String, u32)>> {
        let n = u32::try_from(store::list(tx, person)?.len()).unwrap_or(u32::MAX);
        Ok(if n == 0 { vec![] } else { vec![("erased-consent".into(), n)] })
    }

    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, _: Scope) -> Result<Erased> {
        let mut erased = Erased::default();
        let events = store::delete(tx, person)?.into_iter().map(|id| id.0).collect();
        erased.add("erased-consent", "consent_event", events);
        Ok(erased)
    }
}

// Leaves out who recorded it: that is personal data of the volunteer, not of this person.
fn record(tx: &ReadTx<'_>, e: &Event) -> Result<Record> {
    let purpose = purposes::get(e.purpose)?;
    let word = |label: &str, id: String| Datum::new(format!("consent-field-{label}"), Value::Word(id));
    let state = match e.state {
        State::Given => "yes",
        State::Refused => "no",
        State::Withdrawn if purpose.opt_out => "objected",
        State::Withdrawn => "withdrawn",
        State::NotAsked if purpose.opt_out => "objected-not",
        State::NotAsked => "not-asked",
        State::Unknown => "unknown",
    };
    let mut record = vec![
        word("purpose", purpose.text_id()),
        word("state", format!("consent-{state}")),
        Datum::new("consent-field-on", Value::Date(e.chosen_on)),
        word("how", format!("consent-how-{}", e.how.as_str().replace('_', "-"))),
        word("by", format!("paper-consent-by-{}", e.by.as_str().replace('_', "-"))),
    ];
    if e.undoes.is_some() {
        record.push(word("undoes", "consent-history-undoes".to_owned()));
    }
    if let Some(asked) = &e.asked {
        record.push(Datum::new("consent-field-version", Value::Text(asked.version.to_string())));
        record.push(word("language", format!("settings-language-{}", asked.language.tag())));
        record
            .extend(store::find_text(tx, e.purpose, asked)?.map(|t| Datum::new("consent-field-text", Value::Text(t))));
    }
    record.extend(Datum::text("consent-field-remark", &e.remark));
    record.push(Datum::new("consent-field-recorded", Value::Instant(e.recorded_at)));
    Ok(record)
}
