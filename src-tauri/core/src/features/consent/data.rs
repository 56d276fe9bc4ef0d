//! Consents as personal data: shown with the exact words, and erased with the person.
use super::{Event, How, State, store};
use crate::error::Result;
use crate::features::purposes;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Record, Scope, Value};
use crate::kernel::session::{ReadTx, WriteTx};

/// The holder.
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
        let mut keys: Vec<String> = vec![];
        let mut records = vec![];
        for event in &events {
            let purpose = purposes::get(event.purpose)?;
            if !keys.contains(&purpose.key) {
                keys.push(purpose.key.clone());
            }
            records.push(record(tx, event, &purpose.text_id())?);
        }
        let imported = events.iter().all(|e| e.how == How::Import);
        Ok(vec![Block {
            holder: "consent".into(),
            title: "holder-consent".into(),
            purposes: keys,
            source: if imported { "source-imported" } else { "source-subject" }.into(),
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

fn record(tx: &ReadTx<'_>, e: &Event, purpose_text: &str) -> Result<Record> {
    let word = |label: &str, id: String| Datum::new(format!("consent-field-{label}"), Value::Word(id));
    let state = match e.state {
        State::Given => "yes",
        State::Refused => "no",
        State::Withdrawn => "withdrawn",
        State::NotAsked => "not-asked",
        State::Unknown => "unknown",
    };
    let mut record = vec![
        word("purpose", purpose_text.to_owned()),
        word("state", format!("consent-{state}")),
        Datum::new("consent-field-on", Value::Date(e.chosen_on)),
        word("how", format!("consent-how-{}", e.how.as_str().replace('_', "-"))),
        word("by", format!("consent-record-by-{}", e.by.as_str())),
    ];
    if let Some(asked) = &e.asked {
        record.push(Datum::new("consent-field-version", Value::Text(asked.version.to_string())));
        record
            .extend(store::find_text(tx, e.purpose, asked)?.map(|t| Datum::new("consent-field-text", Value::Text(t))));
    }
    record.extend(Datum::text("consent-field-remark", &e.remark));
    record.push(Datum::new("consent-field-recorded", Value::Instant(e.recorded_at)));
    Ok(record)
}
