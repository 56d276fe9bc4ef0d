//! Import: brings a list of people into the vault. Reading (`read`) knows nothing of people; `mapping` guesses what the
//! columns mean; `inspect` shows both without a vault.
mod dates;
mod header;
mod inspect;
mod mapping;
mod meaning;
mod names;
mod protected;
mod read;
mod shape;

pub use dates::DateOrder;
pub use inspect::{InspectRequest, Inspection, SheetView, Warning, inspect};
pub use mapping::Column;
pub use meaning::{Field, Meaning};

#[cfg(test)]
mod tests;
