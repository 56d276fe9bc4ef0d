//! What imports remember of a person: which import made or completed him. No value of his; it goes when he goes.
use super::store;
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Erased, PersonData, Scope};
use crate::kernel::session::{ReadTx, WriteTx};

/// The holder.
pub struct ImportData;

impl PersonData for ImportData {
    fn name(&self) -> &'static str {
        "import"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["import_person", "import_field"]
    }

    // That a person came from a list stands with his own data, as their source.
    fn export(&self, _: &ReadTx<'_>, _: PersonId) -> Result<Vec<Block>> {
        Ok(vec![])
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
