//! The features, in layers. A feature may use the layers above its own, nothing else: this list is the rule, and
//! `cargo xtask tidy` holds the `use` lines against it.

// what every feature may stand on
pub mod audit;
pub mod search;
pub mod settings;

// the door
pub mod vault;

// who comes in
pub mod users;

// what the association knows
pub mod people;
pub mod purposes;

// what hangs on people and purposes
pub mod consent;
pub mod donations;
pub mod drafts;

// what may no longer be kept, counted over all of that
pub mod retention;

// across all of it, by person_data
pub mod erasure;
pub mod export;

// the work
pub mod demo;
pub mod import;
pub mod today;
