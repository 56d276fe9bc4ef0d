//! The check of a form.
use super::{Code, Error, FieldError, Result};

/// Collects the errors of a form, so that all of them are reported at once.
#[derive(Default)]
pub struct Check(Vec<FieldError>);

impl Check {
    /// No errors yet.
    pub fn new() -> Self {
        Check::default()
    }

    /// Adds an error unless `ok`.
    #[must_use]
    pub fn ensure(mut self, field: impl Into<String>, ok: bool, code: Code) -> Self {
        if !ok {
            self.0.push(FieldError { field: field.into(), code });
        }
        self
    }

    /// Requires more than white space.
    #[must_use]
    pub fn required(self, field: impl Into<String>, value: &str) -> Self {
        self.ensure(field, !value.trim().is_empty(), Code::FieldRequired)
    }

    /// Allows at most `max` characters.
    #[must_use]
    pub fn at_most(self, field: impl Into<String>, value: &str, max: usize) -> Self {
        self.ensure(field, value.chars().count() <= max, Code::FieldTooLong)
    }

    /// Fails if there are any errors.
    ///
    /// # Errors
    /// `input.invalid` with every faulty field.
    #[track_caller]
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut error = Error::new(Code::InputInvalid);
        error.0.fields = self.0;
        Err(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_of_a_form_are_told_at_once() {
        let error = Check::new().required("surname", " ").at_most("note", "abc", 2).done().err();
        let fields: Vec<_> = error.iter().flat_map(Error::fields).map(|f| (f.field.as_str(), f.code)).collect();
        assert_eq!(fields, [("surname", Code::FieldRequired), ("note", Code::FieldTooLong)]);
    }
}
