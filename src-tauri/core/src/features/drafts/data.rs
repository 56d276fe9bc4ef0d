//! Drafts as a holder of personal data: what was typed about a person is data about them, saved or not.
use super::{list, store};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Record, Scope, Value};
use crate::kernel::session::{ReadTx, WriteTx};

/// Finds, exports and erases drafts.
pub struct DraftsData;

impl PersonData for DraftsData {
    fn name(&self) -> &'static str {
        "drafts"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["draft"]
    }

    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>> {
        let records: Vec<Record> = store::about(tx, person)?.iter().map(|row| record(tx, row)).collect();
        if records.is_empty() {
            return Ok(vec![]);
        }
        Ok(vec![Block {
            holder: "drafts".into(),
            title: "holder-drafts".into(),
            purposes: vec!["member_admin".into()],
            source: "source-entered".into(),
            records,
        }])
    }

    fn count(&self, tx: &ReadTx<'_>, person: PersonId, _: Scope) -> Result<Vec<(String, u32)>> {
        let n = u32::try_from(store::about(tx, person)?.len()).unwrap_or(u32::MAX);
        Ok(if n == 0 { vec![] } else { vec![("erased-draft".to_owned(), n)] })
    }

    /// Deletes every draft: others may mention this person too, and nobody can tell.
    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, _: Scope) -> Result<Erased> {
        let mut erased = Erased::default();
        erased.add("erased-draft", "draft", store::about(tx, person)?.into_iter().map(|row| row.id.0).collect());
        store::delete_all(tx)?;
        Ok(erased)
    }
}

fn record(tx: &ReadTx<'_>, row: &store::Sealed) -> Record {
    let typed = list::opened(tx, row).map_or(Value::Sealed, |content| Value::Text(words(&content)));
    vec![Datum::new("draft-field-at", Value::Instant(row.at)), Datum::new("draft-field-input", typed)]
}

/// The values that were filled in, without field names, each between quotation marks.
fn words(content: &str) -> String {
    fn collect(value: &serde_json::Value, all: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) if !text.trim().is_empty() => all.push(text.trim().to_owned()),
            serde_json::Value::Array(many) => many.iter().for_each(|one| collect(one, all)),
            serde_json::Value::Object(fields) => fields.values().for_each(|one| collect(one, all)),
            _ => {}
        }
    }
    let mut all = vec![];
    match serde_json::from_str(content) {
        Ok(value) => collect(&value, &mut all),
        Err(_) => all.push(content.to_owned()),
    }
    all.iter().map(|one| format!("\u{201c}{one}\u{201d}")).collect::<Vec<_>>().join(", ")
}
