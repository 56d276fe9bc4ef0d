//! The number formats of an Office Open XML workbook.
use super::parts::Workbook;
use crate::number::{NumberFormat, built_in};
use crate::refusal::Result;
use crate::work::Work;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The number formats of a workbook, each parsed once.
pub(crate) struct Formats<'a> {
    workbook: &'a Workbook,
    ready: HashMap<u32, NumberFormat>,
    work: Work,
}

impl<'a> Formats<'a> {
    /// Formats are parsed when they are first needed.
    pub(crate) fn new(workbook: &'a Workbook, work: Work) -> Self {
        Formats { workbook, ready: HashMap::new(), work }
    }

    pub(crate) fn of(&mut self, style: usize) -> Result<&NumberFormat> {
        let styles = &self.workbook.styles;
        let id = styles.cells.get(style).map_or(0, |s| s.0);
        let own = styles.codes.get(&id).map(String::as_str);
        // A code in the file wins, except the American codes that stand for formats in the computer's language.
        let own = own.filter(|c| id >= 164 || !matches!(*c, "General" | "mm-dd-yy" | "m/d/yy h:mm"));
        self.taken_apart(id, own.unwrap_or_else(|| built_in::code(id)))
    }

    /// The format for a date whose cell has no date format.
    pub(crate) fn of_days(&mut self) -> Result<&NumberFormat> {
        self.taken_apart(14, built_in::code(14))
    }

    fn taken_apart(&mut self, id: u32, code: &str) -> Result<&NumberFormat> {
        let format = match self.ready.entry(id) {
            Entry::Occupied(ready) => ready.into_mut(),
            Entry::Vacant(place) => place.insert(NumberFormat::paid(code, &self.work)?),
        };
        format.pay(&self.work)?;
        Ok(format)
    }
}
