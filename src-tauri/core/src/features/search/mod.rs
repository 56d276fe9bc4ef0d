//! Search in memory: nothing on disk that would have to be erased, and typing errors are tolerated. It knows nothing
//! about people. A feature fills an index after the unlock, and it is dropped with the session.
mod builder;
mod fold;
mod index;

pub use builder::Builder;
pub use fold::fold;
pub use index::Index;
