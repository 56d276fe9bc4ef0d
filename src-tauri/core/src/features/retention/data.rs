//! Decisions to keep somebody longer, as a holder of personal data: the access report shows them.
use super::store;
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, PersonData, Scope, Value};
use crate::kernel::session::{ReadTx, WriteTx};

/// Exports and erases what this feature knows about a person.
pub struct RetentionData;

impl PersonData for RetentionData {
    fn name(&self) -> &'static str {
        "retention"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["keep_longer"]
    }

    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>> {
        let Some(kept) = store::find(tx, person)? else { return Ok(vec![]) };
        let record = vec![
            Datum::new("retention-field-until", Value::Date(kept.until)),
            Datum::new("retention-field-reason", Value::Text(kept.reason)),
            Datum::new("retention-field-decided", Value::Instant(kept.changed_at)),
        ];
        Ok(vec![Block {
            holder: "retention".into(),
            title: "holder-retention".into(),
            purposes: vec![],
            source: "source-entered".into(),
            records: vec![record],
        }])
    }

    fn count(&self, tx: &ReadTx<'_>, person: PersonId, _: Scope) -> Result<Vec<(String, u32)>> {
        Ok(store::find(tx, person)?.map(|_| ("erased-keep-longer".to_owned(), 1)).into_iter().collect())
    }

    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, _: Scope) -> Result<Erased> {
        let mut erased = Erased::default();
        if store::delete(tx, person)? > 0 {
            erased.add("erased-keep-longer", "keep_longer", vec![person.0]);
        }
        Ok(erased)
    }
}
