//! Why a file is refused.
use std::error::Error;
use std::fmt;
use std::panic::Location;

/// The result of reading.
pub type Result<T, E = Refusal> = std::result::Result<T, E>;

/// The kinds of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The file is encrypted.
    Encrypted,
    /// The format is supported, but the file is not well formed.
    Damaged,
    /// Larger than any list, or it demands more work or memory than a file of its size may.
    TooLarge,
    /// The format is not supported.
    Unsupported,
    /// The file is empty.
    Nothing,
    /// Reading was cancelled.
    Cancelled,
}

impl Why {
    /// The stable name: `too_large`.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Encrypted => "encrypted",
            Why::Damaged => "damaged",
            Why::TooLarge => "too_large",
            Why::Unsupported => "unsupported",
            Why::Nothing => "nothing",
            Why::Cancelled => "cancelled",
        }
    }
}

/// Why a file was refused. Its text gives the kind, the place in the source that decided, and the cause.
pub struct Refusal(Box<Inner>);

struct Inner {
    why: Why,
    limit: Option<(&'static str, u64)>,
    cause: Option<Box<dyn Error + Send + Sync>>,
    place: &'static Location<'static>,
}

impl Refusal {
    #[track_caller]
    pub(crate) fn new(why: Why) -> Self {
        Refusal(Box::new(Inner { why, limit: None, cause: None, place: Location::caller() }))
    }

    /// Adds which limit is exceeded.
    pub(crate) fn over(mut self, what: &'static str, most: impl TryInto<u64>) -> Self {
        self.0.limit = most.try_into().ok().map(|most| (what, most));
        self
    }

    pub(crate) fn because(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// The kind of refusal.
    pub fn why(&self) -> Why {
        self.0.why
    }

    /// The limit that the file exceeds: what, and how much is allowed, as in `("rows", 250_000)`.
    pub fn limit(&self) -> Option<(&'static str, u64)> {
        self.0.limit
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}:{}", self.0.why.as_str(), self.0.place.file(), self.0.place.line())?;
        self.0.cause.as_ref().map_or(Ok(()), |cause| write!(f, ": {cause}"))
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Refusal {}

/// The refusal for anything over a limit.
#[track_caller]
pub(crate) fn too_large() -> Refusal {
    Refusal::new(Why::TooLarge)
}
