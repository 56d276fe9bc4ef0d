//! The list that is open in the wizard. It is parsed once: the file is read again for every choice that the user makes,
//! so that a changed file is noticed, but as long as its content is the same only the plan is made anew.
use super::guess::header::Layout;
use crate::error::Result;
use crate::kernel::session::Session;
use crate::ops::Permission;
use ledenkluis_sheets::{Format, Sheet};
use std::sync::{Arc, Mutex, PoisonError};

/// What a file contains, and the layout of each sheet.
pub(super) struct Parsed {
    pub(super) format: Format,
    pub(super) sheets: Vec<Arc<Sheet>>,
    /// The most likely layout, for each sheet.
    pub(super) layouts: Vec<Layout>,
}

/// One list at most, with the SHA-256 of its file. Another list takes its place, the end of an import drops it, and so
/// does a lock, as it drops everything that a session keeps.
#[derive(Default)]
pub(super) struct OpenList(Mutex<Option<([u8; 32], Arc<Parsed>)>>);

impl OpenList {
    /// The place for the open list in a session.
    ///
    /// # Errors
    /// `permission.denied`.
    pub(super) fn of(s: &Session) -> Result<Arc<OpenList>> {
        // It depends on no topic: what is in a file does not change with the vault.
        s.read(Permission::ImportRun, |tx| tx.cached(&[], |_| Ok(OpenList::default())))
    }

    /// The list of this file; `parse` reads it if it is not the open one.
    ///
    /// # Errors
    /// What `parse` refuses; then no list is open.
    pub(super) fn get(&self, hash: [u8; 32], parse: impl FnOnce() -> Result<Parsed>) -> Result<Arc<Parsed>> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, parsed)) = open.as_ref().filter(|(own, _)| *own == hash) {
            return Ok(Arc::clone(parsed));
        }
        // Before the next one is parsed: both together could need twice the memory.
        *open = None;
        let parsed = Arc::new(parse()?);
        *open = Some((hash, Arc::clone(&parsed)));
        Ok(parsed)
    }

    pub(super) fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Code, Error};
    use std::cell::Cell;

    #[test]
    fn one_list_is_kept_and_no_second_one() {
        let (open, parses) = (OpenList::default(), Cell::new(0));
        let get = |hash: u8| {
            let parse = || {
                parses.set(parses.get() + 1);
                Ok(Parsed { format: Format::Csv, sheets: vec![], layouts: vec![] })
            };
            Arc::downgrade(&open.get([hash; 32], parse).unwrap())
        };
        let first = get(1);
        assert_eq!((get(1).as_ptr(), parses.get()), (first.as_ptr(), 1));
        get(2);
        assert!(first.upgrade().is_none(), "the first list is gone from memory");
        let last = get(1);
        assert_eq!(parses.get(), 3);
        open.close();
        assert!(last.upgrade().is_none());
        get(1);
        assert_eq!(parses.get(), 4);
    }

    #[test]
    fn while_a_list_is_parsed_no_other_is_kept_and_a_refused_one_is_not_either() {
        let open = OpenList::default();
        let parsed = || Parsed { format: Format::Csv, sheets: vec![], layouts: vec![] };
        let first = Arc::downgrade(&open.get([1; 32], || Ok(parsed())).unwrap());
        let refused = open.get([2; 32], || {
            assert!(first.upgrade().is_none());
            Err(Error::new(Code::ImportDamaged))
        });
        assert!(refused.is_err());
        assert!(open.get([2; 32], || Ok(parsed())).is_ok(), "parsed again");
    }
}
