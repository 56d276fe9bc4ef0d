//! Search in memory: nothing on disk to erase, typing errors found. Pure machinery that knows no person; a feature fills an
//! index after unlock and it goes with the session.
mod fold;
mod index;

pub use fold::fold;
pub use index::Index;
