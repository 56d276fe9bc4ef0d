//! What `tidy` finds.

/// A violation: the place and the rule.
pub(crate) struct Breach {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) rule: String,
}

impl Breach {
    pub(crate) fn new(path: &str, line: usize, rule: impl Into<String>) -> Self {
        Self { path: path.to_string(), line, rule: rule.into() }
    }
}
