//! Packed files of XML parts.
pub(crate) mod package;
pub(crate) mod xml;
