//! Who is who: compares a record with those that are known and answers *the same*, *ask* or *another*, with reasons. For
//! the import, for people who are twice in the vault, and for the hint "May already exist".
//!
//! A record is folded into its traits (`traits`), the index (`index`, `keys`) gives the candidates, each field is compared
//! (`given`, `surname`, `birth`, `contact`, `habits`), the weights are added up (`score`, `weights`), and a whole list is
//! decided together, because two of its rows are not the same person (`edges`, `rows`, `assign`).
//!
//! "The same" is only said where nothing contradicts it. Nothing here reads the database or knows the words of a screen.
mod answer;
mod assign;
mod birth;
mod call_names;
mod contact;
mod directory;
mod edges;
mod finding;
mod given;
mod habits;
mod index;
mod keys;
mod of_person;
mod place;
mod prior;
mod reach;
mod record;
mod rows;
mod score;
mod sound;
mod surname;
mod traits;
mod weights;

pub use answer::Because;
pub(crate) use answer::{Answer, Decision, Likeness};
pub(crate) use directory::{Directory, List};
pub(crate) use of_person::record_of;
pub(crate) use record::Record;

#[cfg(test)]
mod tests;
