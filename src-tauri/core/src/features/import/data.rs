//! Imports as personal data: which imports added or completed a person, and which fields they filled, not the values.
use super::filled::Filled;
use super::store::{self, Provenance};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Datum, Erased, FIELD_FROM_HERE, PersonData, Record, Scope, Value};
use crate::kernel::session::{ReadTx, WriteTx};
use uuid::Uuid;

/// What imports store about a person.
pub struct ImportData;

impl PersonData for ImportData {
    fn name(&self) -> &'static str {
        "import"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["import_person", "import_field"]
    }

    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>> {
        let mut records = vec![];
        for import in store::provenance(tx, person)? {
            let fields = store::fields(tx, import.id, person)?;
            records.push(record(&import, &fields));
        }
        let block = Block {
            holder: "import".into(),
            title: "holder-import".into(),
            purposes: vec![],
            source: "source-program".into(),
            records,
        };
        Ok(if block.records.is_empty() { vec![] } else { vec![block] })
    }

    fn subjects(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Uuid>> {
        Ok(store::provenance(tx, person)?.into_iter().map(|import| import.id.0).collect())
    }

    fn count(&self, _: &ReadTx<'_>, _: PersonId, _: Scope) -> Result<Vec<(String, u32)>> {
        Ok(vec![])
    }

    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, _: Scope) -> Result<Erased> {
        let mut erased = Erased::default();
        for (table, n) in
            [("import_field", store::forget_fields(tx, person)?), ("import_person", store::forget(tx, person)?)]
        {
            erased.rows(table, if n > 0 { vec![person.0] } else { vec![] });
        }
        Ok(erased)
    }

    fn scrub(&self, tx: &WriteTx<'_>, strings: &[String]) -> Result<()> {
        store::forget_names(tx, strings)
    }
}

fn record(import: &Provenance, fields: &[Filled]) -> Record {
    let what = if import.created { "source-list-added" } else { "source-list-completed" };
    let mut record = vec![
        Datum::new("source-list-file", Value::Text(import.file_name.clone())),
        Datum::new("source-list-on", Value::Instant(import.at)),
        Datum::new("source-list-what", Value::Word(what.into())),
    ];
    record.extend(fields.iter().map(|f| Datum::new(FIELD_FROM_HERE, Value::Word(f.label()))));
    record.extend(import.undone_at.map(|at| Datum::new("source-list-undone", Value::Instant(at))));
    record
}
