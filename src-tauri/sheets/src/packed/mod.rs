//! Packages: zip files with XML parts.
pub(crate) mod package;
pub(crate) mod xml;
