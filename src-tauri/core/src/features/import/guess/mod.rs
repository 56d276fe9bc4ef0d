//! Guesses what a list is: where its headings are, which rows are records, and what its columns mean. Works on text
//! alone and knows nothing of vaults or people.
pub(super) mod dates;
pub(super) mod header;
mod heading;
pub(super) mod mapping;
pub(super) mod meaning;
pub(super) mod names;
mod plain;
pub(super) mod protected;
mod series;
pub(super) mod shape;
mod tail;
mod top;
mod words;

#[cfg(test)]
mod header_tests;
