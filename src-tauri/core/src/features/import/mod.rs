//! Import: brings a list of people into the vault. Reading (`read`) knows nothing of people; `mapping` guesses what the
//! columns mean; `inspect` shows both without a vault.
mod check;
mod data;
mod dates;
mod header;
mod heading;
mod inspect;
mod many;
mod mapping;
mod matching;
mod meaning;
mod names;
mod plan;
mod preview;
mod protected;
mod read;
mod request;
mod row;
mod run;
mod series;
mod shape;
mod store;
mod tail;
mod top;
mod undo;
mod words;

pub use check::{Checked, Fact, ProblemsRequest, Sample, check, problems};
pub use data::ImportData;
pub use dates::DateOrder;
pub use inspect::{InspectRequest, Inspection, SheetView, Warning, inspect};
pub use mapping::Column;
pub use meaning::{Field, Meaning};
pub use preview::{OpenRequest, Preview, PreviewColumn, SheetChoice, TopRow, open};
pub use request::{ImportRequest, Problem};
pub use run::{ImportRow, Imported, list, run};
pub use undo::{UndoRequest, Undone, undo};

#[cfg(test)]
mod account_tests;
#[cfg(test)]
mod header_tests;
#[cfg(test)]
mod tests;
