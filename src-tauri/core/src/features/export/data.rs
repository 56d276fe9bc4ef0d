//! Disclosures as personal data.
use super::store;
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::{Block, Erased, PersonData, Scope};
use crate::kernel::session::{ReadTx, WriteTx};

/// The disclosures to a person.
pub struct DisclosureData;

impl PersonData for DisclosureData {
    fn name(&self) -> &'static str {
        "export"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["disclosure"]
    }

    /// Empty, because the report has its own chapter for recipients.
    fn export(&self, _: &ReadTx<'_>, _: PersonId) -> Result<Vec<Block>> {
        Ok(vec![])
    }

    fn count(&self, tx: &ReadTx<'_>, person: PersonId, _: Scope) -> Result<Vec<(String, u32)>> {
        let n = u32::try_from(store::list(tx, person)?.len()).unwrap_or(u32::MAX);
        Ok(if n == 0 { vec![] } else { vec![("erased-disclosure".to_owned(), n)] })
    }

    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, _: Scope) -> Result<Erased> {
        let mut erased = Erased::default();
        let disclosures = store::list(tx, person)?.into_iter().map(|d| d.id.0).collect();
        erased.add("erased-disclosure", "disclosure", disclosures);
        store::delete(tx, person)?;
        Ok(erased)
    }
}
