//! Headings as they are compared.

/// A heading without anything but letters and digits, in small letters.
pub(crate) fn plain(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
