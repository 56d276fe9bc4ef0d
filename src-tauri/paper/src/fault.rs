//! What can go wrong when a document is rendered. The content is never the cause: each fault is a bug in this program
//! or in one of its libraries.
use std::error::Error;
use std::fmt;
use std::panic::Location;

/// The result of everything here that can fail.
pub type Result<T> = std::result::Result<T, Fault>;

/// Which step failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A built-in font cannot be parsed or subset.
    Font,
    /// A page shows a glyph that the plan of the fonts does not have.
    Glyph,
    /// The document cannot be serialised to compute its id.
    Identity,
    /// The PDF writer failed or gave a warning.
    Writer,
}

impl Reason {
    /// A stable name for logs: never renamed, never reused.
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Font => "font",
            Reason::Glyph => "glyph",
            Reason::Identity => "identity",
            Reason::Writer => "writer",
        }
    }
}

/// Why there is no PDF: the step, the place in the source, and the cause if a library gave one.
#[derive(Debug)]
pub struct Fault {
    reason: Reason,
    place: &'static Location<'static>,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl Fault {
    #[track_caller]
    pub(crate) fn new(reason: Reason, cause: Option<Box<dyn Error + Send + Sync>>) -> Self {
        Fault { reason, place: Location::caller(), cause }
    }

    /// Which step failed.
    pub fn reason(&self) -> Reason {
        self.reason
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}:{}", self.reason.as_str(), self.place.file(), self.place.line())?;
        self.cause.as_ref().map_or(Ok(()), |cause| write!(f, ": {cause}"))
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}

/// Turns a missing value or an error into a `Fault`.
pub(crate) trait OrFault<T> {
    /// Returns the value, or a fault of this step.
    fn or_fault(self, reason: Reason) -> Result<T>;
}

impl<T> OrFault<T> for Option<T> {
    #[track_caller]
    fn or_fault(self, reason: Reason) -> Result<T> {
        match self {
            Some(value) => Ok(value),
            None => Err(Fault::new(reason, None)),
        }
    }
}

impl<T, E: Into<Box<dyn Error + Send + Sync>>> OrFault<T> for std::result::Result<T, E> {
    #[track_caller]
    fn or_fault(self, reason: Reason) -> Result<T> {
        match self {
            Ok(value) => Ok(value),
            Err(cause) => Err(Fault::new(reason, Some(cause.into()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_which_step_failed_where_and_why() {
        let fault = Err::<(), _>(std::io::Error::other("full")).or_fault(Reason::Writer).unwrap_err();
        let line = fault.to_string();
        assert!(line.starts_with("writer at ") && line.contains("fault.rs:") && line.ends_with(": full"), "{line}");
        assert!(None::<()>.or_fault(Reason::Font).unwrap_err().source().is_none());
    }
}
