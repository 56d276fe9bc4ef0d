//! Import: brings a list of people into the vault. `ledenkluis-sheets` reads the file and knows nothing of people;
//! `guess` finds out what the columns mean; `inspect` shows both without a vault.
mod address;
mod alike;
mod check;
mod data;
mod doubt;
mod fact;
mod filled;
mod guess;
mod history;
mod inspect;
mod list;
mod many;
mod matching;
mod oddities;
mod open_list;
mod outcome;
mod phones;
mod plan;
mod power;
mod preview;
mod read;
mod reading;
mod request;
mod row;
mod run;
mod standing;
mod store;
mod undo;
mod who;
mod wrapper;

pub use check::{Checked, ImportFields, ProblemsRequest, check, problems};
pub use data::ImportData;
pub use doubt::{Differing, DoubtRow, RowDifference};
pub use fact::{Fact, Sample};
pub use guess::dates::DateOrder;
pub use guess::mapping::Column;
pub use guess::meaning::{Field, Meaning};
pub use history::list;
pub use inspect::{InspectRequest, Inspection, SheetView, inspect};
pub use oddities::Warning;
pub use outcome::{Outcome, RowOutcome, rows};
pub use preview::{OpenRequest, Preview, PreviewColumn, SheetChoice, TopRow, open};
#[cfg(feature = "testing")]
pub use read::parses;
pub use request::{ImportRequest, Problem, RowAnswer, RowDecision};
pub use run::{Imported, run};
pub use store::ImportRow;
pub use undo::{UndoRequest, Undone, undo};

#[cfg(test)]
mod account_tests;
#[cfg(test)]
mod tests;
