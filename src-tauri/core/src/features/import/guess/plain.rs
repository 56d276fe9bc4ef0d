//! Headings in the form in which they are compared.

/// Only the letters and digits of a heading, in lower case.
pub(crate) fn plain(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
