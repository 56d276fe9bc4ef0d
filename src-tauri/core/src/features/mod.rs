//! The features, in layers. A feature may use the layers above its own and nothing else. This list is the rule, and
//! `cargo xtask tidy` checks the `use` lines against it.

// foundations for every feature
pub mod audit;
pub mod search;
pub mod settings;

// unlocking and keys
pub mod vault;

// the users of a vault
pub mod users;

// what the association records
pub mod people;
pub mod purposes;

// what belongs to people and purposes
pub mod consent;
pub mod donations;
pub mod drafts;

// what may no longer be kept, judged over all of that
pub mod retention;

// everything about a person, through person_data
pub mod erasure;
pub mod export;

// daily work
pub mod demo;
pub mod import;
pub mod today;
