//! All errors: one enum, one line each. A code is never renamed and never reused. There is no prose here: the sentence
//! for a code is in `assets/locales/<lang>/errors.ftl`.
mod check;
mod or_error;

pub use check::Check;
pub use or_error::OrError;

use serde::Serialize;
use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::panic::Location;

/// The result type of the core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// How the UI presents an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something is wrong with the input; shown beside the fields.
    Invalid,
    /// The role or the passphrase does not allow it.
    Denied,
    /// It does not exist, or no longer does.
    Missing,
    /// Understood, but not possible now or in this form; shown as a calm notice.
    Refused,
    /// A fault of the program or the computer; shown with an incident number, with details in the log.
    Broken,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $kind:ident;)*) => {
        /// An error code. Its text form is stable, because scripts and support rely on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $code] $(#[$doc])* $name,)* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The stable text form, such as `vault.wrong_passphrase`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }

            /// How the UI presents it.
            pub const fn kind(self) -> Kind {
                match self { $(Code::$name => Kind::$kind,)* }
            }
        }
    };
}

// Sorted by feature; within a feature in order of addition.
codes! {
    // any field of any form
    FieldRequired = "field.required", Invalid;
    FieldEmail = "field.email", Invalid;
    FieldDate = "field.date", Invalid;
    FieldDateFuture = "field.date_future", Invalid;
    FieldDateOrder = "field.date_order", Invalid;
    FieldTooLong = "field.too_long", Invalid;
    FieldPostcode = "field.postcode", Invalid;
    FieldPhone = "field.phone", Invalid;
    FieldChoice = "field.choice", Invalid;
    FieldBsn = "field.bsn", Invalid;
    FieldAmount = "field.amount", Invalid;
    // any form
    InputInvalid = "input.invalid", Invalid;
    RequestMalformed = "request.malformed", Invalid;
    CommandUnknown = "command.unknown", Missing;
    // permissions
    PermissionDenied = "permission.denied", Denied;
    // the program and the computer
    JobCancelled = "job.cancelled", Refused;
    DiskFull = "disk.full", Refused;
    DiskReadOnly = "disk.read_only", Refused;
    FileMissing = "file.missing", Missing;
    FileDenied = "file.denied", Refused;
    FileExists = "file.exists", Refused;
    FileTokenUnknown = "file.token_unknown", Missing;
    FileInVault = "file.in_vault", Refused;
    FileNotAFile = "file.not_a_file", Refused;
    FileTooLarge = "file.too_large", Refused;
    FileNameTooLong = "file.name_too_long", Refused;
    RequestSecret = "request.secret_in_arguments", Refused;
    ScratchUnusable = "scratch.unusable", Refused;
    Internal = "internal", Broken;
    DatabaseBroken = "database.broken", Broken;
    PassphraseNone = "passphrase.none", Refused;
    PassphraseNoText = "passphrase.no_text", Invalid;
    PassphraseDiffers = "passphrase.differs", Invalid;
    // vault
    VaultNotOpen = "vault.not_open", Refused;
    VaultLocked = "vault.locked", Denied;
    VaultExists = "vault.exists", Refused;
    VaultMissing = "vault.missing", Missing;
    VaultDataMissing = "vault.data_missing", Missing;
    VaultMoved = "vault.moved", Missing;
    VaultReplaced = "vault.replaced", Refused;
    VaultDataRenamed = "vault.data_renamed", Missing;
    VaultHeaderRenamed = "vault.header_renamed", Missing;
    VaultWrongPassphrase = "vault.wrong_passphrase", Denied;
    VaultWrongPassphraseOlder = "vault.wrong_passphrase_older", Denied;
    VaultWait = "vault.wait", Denied;
    VaultHeaderDamaged = "vault.header_damaged", Refused;
    VaultDamaged = "vault.damaged", Refused;
    VaultTooNew = "vault.too_new", Refused;
    VaultInUse = "vault.in_use", Refused;
    VaultReadOnly = "vault.read_only", Refused;
    VaultWeakPassphrase = "vault.weak_passphrase", Invalid;
    VaultRecoveryGroup = "vault.recovery_group", Invalid;
    VaultRecoveryWrong = "vault.recovery_wrong", Denied;
    VaultRecoveryNone = "vault.recovery_none", Missing;
    VaultNoKeychain = "vault.no_keychain", Refused;
    VaultKeyMissing = "vault.key_missing", Denied;
    VaultNotReady = "vault.not_ready", Refused;
    VaultTooOld = "vault.too_old", Refused;
    VaultHeaderOlder = "vault.header_older", Refused;
    VaultDataOlder = "vault.data_older", Refused;
    VaultPagesReplaced = "vault.pages_replaced", Refused;
    VaultOlderCopy = "vault.older_copy", Refused;
    VaultHalvesDiffer = "vault.halves_differ", Refused;
    VaultNotFollowed = "vault.not_followed", Refused;
    VaultRosterRefused = "vault.roster_refused", Refused;
    VaultKeyRefused = "vault.key_refused", Refused;
    VaultTrailCut = "vault.trail_cut", Refused;
    VaultSheetLacks = "vault.sheet_lacks", Refused;
    VaultSheetLacksLast = "vault.sheet_lacks_last", Refused;
    VaultPartsLost = "vault.parts_lost", Refused;
    VaultSecondHeader = "vault.second_header", Refused;
    VaultHeadersDiffer = "vault.headers_differ", Refused;
    VaultOtherCopies = "vault.other_copies", Refused;
    VaultCopyStays = "vault.copy_stays", Refused;
    VaultRenewalWaits = "vault.renewal_waits", Refused;
    VaultAccessChanged = "vault.access_changed", Denied;
    VaultOlderOpened = "vault.older_opened", Refused;
    VaultForkOpened = "vault.fork_opened", Refused;
    VaultSetAside = "vault.set_aside", Refused;
    VaultMemoryLost = "vault.memory_lost", Refused;
    VaultFailedAttempts = "vault.failed_attempts", Refused;
    VaultOwnPassphraseFirst = "vault.own_passphrase_first", Refused;
    ViewInUse = "view.in_use", Refused;
    ViewNoRow = "view.no_row", Refused;
    VaultLink = "vault.link", Refused;
    // users
    UserDiffers = "user.differs", Refused;
    UserMissing = "user.missing", Missing;
    UserNotNamed = "user.not_named", Invalid;
    UserNameTaken = "user.name_taken", Invalid;
    UserLastAdmin = "user.last_admin", Refused;
    UserLastKey = "user.last_key", Refused;
    UserNotSelf = "user.not_self", Refused;
    // people
    PersonMissing = "person.missing", Missing;
    PersonAmbiguous = "person.ambiguous", Refused;
    PersonRestricted = "person.restricted", Refused;
    PersonChangedMeanwhile = "person.changed_meanwhile", Refused;
    RelationMissing = "relation.missing", Missing;
    RelationEnded = "relation.ended", Refused;
    // consent
    PurposeMissing = "purpose.missing", Missing;
    ConsentNotNeeded = "consent.not_needed", Refused;
    ConsentNotGiven = "consent.not_given", Refused;
    ConsentGuardianNeeded = "consent.guardian_needed", Refused;
    ConsentReopenOver = "consent.reopen_over", Refused;
    // drafts
    DraftTooMany = "draft.too_many", Refused;
    // import
    ImportEncrypted = "import.encrypted", Refused;
    ImportDamaged = "import.damaged", Refused;
    ImportTooLarge = "import.too_large", Refused;
    ImportUnsupported = "import.unsupported", Refused;
    ImportNothing = "import.nothing", Refused;
    ImportSheetMissing = "import.sheet_missing", Missing;
    ImportMissing = "import.missing", Missing;
    ImportUndoTooLate = "import.undo_too_late", Refused;
    ImportUndone = "import.undone", Refused;
    ImportNoName = "import.no_name", Invalid;
    ImportBlocked = "import.blocked", Refused;
    // retention and erasure
    ErasureConfirm = "erasure.confirm", Invalid;
    ErasureNotDue = "erasure.not_due", Refused;
    ErasureHeld = "erasure.held", Refused;
    ErasureMissing = "erasure.missing", Missing;
    ErasurePending = "erasure.pending", Refused;
    ErasureResidue = "erasure.residue", Broken;
    // export
    // demo
    DemoNotEmpty = "demo.not_empty", Refused;
    // trail
    TrailBroken = "trail.broken", Broken;
    TrailUnsigned = "trail.unsigned", Broken;
    TrailNotAllowed = "trail.not_allowed", Broken;
    // clock
    ClockDoubtful = "clock.doubtful", Refused;
}

impl Code {
    /// The id of its sentence in `errors.ftl`: `error-vault-wrong-passphrase`.
    pub fn text_id(self) -> String {
        format!("error-{}", self.as_str().replace(['.', '_'], "-"))
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An error in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name as in the request: `surname`, `emails.0.address`.
    pub field: String,
    /// What is wrong with that field.
    pub code: Code,
}

/// An error with its arguments. The cause and the place in the code go to the log, never to the UI.
pub struct Error(Box<Inner>);

struct Inner {
    code: Code,
    args: BTreeMap<&'static str, String>,
    fields: Vec<FieldError>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    place: &'static Location<'static>,
}

impl Error {
    /// An error without arguments.
    #[track_caller]
    pub fn new(code: Code) -> Self {
        Error(Box::new(Inner { code, args: BTreeMap::new(), fields: vec![], source: None, place: Location::caller() }))
    }

    /// `internal`: a fault of the program or the computer, with its cause for the log.
    #[track_caller]
    pub fn broken(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Error::new(Code::Internal).because(source)
    }

    /// Adds an argument for the sentence. Never personal data, because arguments may end up in a log.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.0.args.insert(name, value.to_string());
        self
    }

    /// Adds the cause, for the log.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The code, which decides the sentence and how the UI presents it.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The errors of single fields, if this is about input.
    pub fn fields(&self) -> &[FieldError] {
        &self.0.fields
    }

    /// The line for the log: code, place and cause. No arguments, in case one contains personal data.
    pub fn log_line(&self) -> String {
        let cause = self.0.source.as_ref().map(|s| format!(": {s}")).unwrap_or_default();
        format!("{} at {}:{}{cause}", self.0.code, self.0.place.file(), self.0.place.line())
    }

    /// What the UI may see of this error.
    pub fn view(&self) -> ErrorView {
        ErrorView {
            code: self.0.code.as_str().to_owned(),
            kind: self.0.code.kind(),
            args: self.0.args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
            fields: self
                .0
                .fields
                .iter()
                .map(|f| FieldView { field: f.field.clone(), code: f.code.to_string() })
                .collect(),
            incident: None,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.code.fmt(f)
    }
}
impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.log_line())
    }
}
impl StdError for Error {}

/// An error as the UI and the command line see it: no prose, no cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ErrorView {
    /// The stable code: `vault.wrong_passphrase`.
    pub code: String,
    /// How the UI presents it.
    pub kind: Kind,
    /// Arguments for the sentence, by name; never personal data.
    pub args: BTreeMap<String, String>,
    /// Errors of single fields; empty unless this is about input.
    pub fields: Vec<FieldView>,
    /// The number of the cause in the log; only for `broken`.
    pub incident: Option<String>,
}

/// An error in one field, as the UI sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FieldView {
    /// The field's name as in the request.
    pub field: String,
    /// The stable code: `field.required`.
    pub code: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_stands_twice() {
        let mut all: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        all.sort_unstable();
        let n = all.len();
        all.dedup();
        assert_eq!(all.len(), n);
    }
}
