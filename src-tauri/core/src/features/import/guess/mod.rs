//! Guesses what a list is: where its headings are, which rows are records, and what its columns mean. Works on text
//! alone and knows nothing of vaults or people.
pub(super) mod answer;
pub(super) mod dates;
pub(super) mod header;
mod heading;
pub(super) mod mapping;
pub(super) mod meaning;
mod moment;
pub(super) mod names;
pub(super) mod nothing;
mod plain;
pub(super) mod protected;
mod purposes;
pub(super) mod relation;
mod series;
pub(super) mod shape;
mod tail;
mod titles;
mod top;
mod words;
mod written;

#[cfg(test)]
mod dates_tests;
#[cfg(test)]
mod header_tests;
#[cfg(test)]
mod names_tests;
#[cfg(test)]
mod relation_tests;
