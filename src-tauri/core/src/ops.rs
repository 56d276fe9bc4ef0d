//! Every write, who may do it and what it makes stale; every permission, every role, every topic. One page to read
//! before changing what anybody may do: `tests/contract/matrix.rs` shows the difference.
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One right. Named per thing a person does, not per screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Lock, own passphrase, own settings: everyone.
    Own,
    /// Names, what people are to the association, e-mail addresses.
    PeopleSee,
    /// Telephone numbers.
    PeopleSeePhone,
    /// Where people live, and since when they belong: what a payment needs.
    PeopleSeePayer,
    /// Every field of a person but the notes, and what was done with them.
    PeopleSeeAll,
    /// Carry off everything about everybody.
    PeopleExport,
    /// Add and change people and their relations.
    PeopleWrite,
    /// Read notes (compartment `confidential`).
    NotesSee,
    /// Write notes (compartment `confidential`).
    NotesWrite,
    /// Import a list and undo an import.
    ImportRun,
    /// See how people's consents stand.
    ConsentSee,
    /// See since when, how, by whom and in which words they were given.
    ConsentSeeAll,
    /// Record and withdraw consents.
    ConsentWrite,
    /// See what the tax law keeps.
    RetentionSeeTax,
    /// See how long everything is kept, and what is past its retention period.
    RetentionSee,
    /// Erase, or decide to keep longer. Not the right to change.
    RetentionRun,
    /// Make the access report of a person.
    ReportMake,
    /// See gifts and payments (compartment `giving`).
    DonationsSee,
    /// Record gifts and payments (compartment `giving`).
    DonationsWrite,
    /// Change the settings of the association.
    SettingsWrite,
    /// Read the trail.
    TrailSee,
    /// Add, change and remove users.
    UsersManage,
    /// Re-key the vault, make a recovery sheet.
    VaultManage,
}

/// What somebody does in the association. Roles add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Keeps the member list.
    Secretary,
    /// Keeps gifts and payments.
    Treasurer,
    /// May look up how to reach people.
    Viewer,
    /// Answers privacy requests.
    Privacy,
}

impl Role {
    /// Every role there is.
    pub const ALL: &'static [Role] = &[Role::Secretary, Role::Treasurer, Role::Viewer, Role::Privacy];

    /// What the role may do, as laid down in the table of roles of the design.
    pub const fn permissions(self) -> &'static [Permission] {
        use Permission::*;
        match self {
            Role::Secretary => &[
                Own,
                PeopleSee,
                PeopleSeePhone,
                PeopleSeePayer,
                PeopleSeeAll,
                PeopleExport,
                PeopleWrite,
                NotesSee,
                NotesWrite,
                ImportRun,
                ConsentSee,
                ConsentSeeAll,
                ConsentWrite,
                RetentionSeeTax,
                RetentionSee,
                RetentionRun,
                ReportMake,
                SettingsWrite,
            ],
            Role::Treasurer => &[Own, PeopleSee, PeopleSeePayer, RetentionSeeTax, DonationsSee, DonationsWrite],
            Role::Viewer => &[Own, PeopleSee, PeopleSeePhone, ConsentSee],
            Role::Privacy => &[
                Own,
                PeopleSee,
                PeopleSeePhone,
                PeopleSeePayer,
                PeopleSeeAll,
                NotesSee,
                ConsentSee,
                ConsentSeeAll,
                ConsentWrite,
                RetentionSeeTax,
                RetentionSee,
                RetentionRun,
                ReportMake,
                TrailSee,
            ],
        }
    }
}

/// What the extra right of an administrator adds: the running of the vault, no one's data.
pub const ADMIN: &[Permission] =
    &[Permission::SettingsWrite, Permission::TrailSee, Permission::UsersManage, Permission::VaultManage];

/// What a user with these roles may do.
pub fn permissions(roles: &[Role], admin: bool) -> BTreeSet<Permission> {
    let mut all: BTreeSet<_> = roles.iter().flat_map(|r| r.permissions()).copied().collect();
    all.insert(Permission::Own);
    if admin {
        all.extend(ADMIN);
    }
    all
}

/// What the background work may do: derived from the roles so that a new permission is a decision here too.
pub const SYSTEM: &[Permission] = &[Permission::Own, Permission::RetentionSeeTax, Permission::RetentionSee];

/// What a read is made of and what a write makes stale. The page reloads by these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
pub enum Topic {
    /// Is the vault open, and for whom.
    Vault,
    /// Who may open it.
    Users,
    /// Settings.
    Settings,
    /// People, their contact data and relations.
    People,
    /// Purposes of processing.
    Purposes,
    /// Consents.
    Consent,
    /// Gifts and payments.
    Donations,
    /// What somebody typed and did not save.
    Drafts,
    /// Retention: holds and decisions to keep.
    Retention,
    /// Erasures and their proofs.
    Erasure,
    /// Imports.
    Import,
    /// Disclosures: reports and exports made.
    Disclosure,
    /// The trail.
    Trail,
}

impl Topic {
    /// Every topic there is.
    pub const ALL: &'static [Topic] = &[
        Topic::Vault,
        Topic::Users,
        Topic::Settings,
        Topic::People,
        Topic::Purposes,
        Topic::Consent,
        Topic::Donations,
        Topic::Drafts,
        Topic::Retention,
        Topic::Erasure,
        Topic::Import,
        Topic::Disclosure,
        Topic::Trail,
    ];

    /// The topic that a table belongs to; `None` for a table that no one has placed yet, which a debug build refuses.
    pub fn of(table: &str) -> Option<Topic> {
        Some(match table {
            "setting" => Topic::Settings,
            "user_account" | "roster" => Topic::Users,
            "trail" => Topic::Trail,
            "person" | "email" | "phone" | "relation" | "person_note" => Topic::People,
            "donation" => Topic::Donations,
            "draft" => Topic::Drafts,
            "consent_text" | "consent_event" | "consent_erasing" => Topic::Consent,
            "keep_longer" => Topic::Retention,
            "erasure" | "erasure_record" | "tally" => Topic::Erasure,
            "disclosure" | "disclosure_number" => Topic::Disclosure,
            "import" | "import_person" | "import_field" => Topic::Import,
            _ => return None,
        })
    }
}

macro_rules! ops {
    ($($(#[$doc:meta])* $name:ident = $code:literal, needs $needs:ident, touches [$($topic:ident),*] $(, about $person:ident)?;)*) => {
        /// A write, or a read that must leave a trace.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Op { $(#[doc = $code] $(#[$doc])* $name,)* }

        impl Op {
            /// Every op there is.
            pub const ALL: &'static [Op] = &[$(Op::$name,)*];

            /// The stable text form in the trail, such as `person.create`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Op::$name => $code,)* }
            }

            /// Who may do it.
            pub const fn needs(self) -> Permission {
                match self { $(Op::$name => Permission::$needs,)* }
            }

            /// What it makes stale.
            pub const fn touches(self) -> &'static [Topic] {
                match self { $(Op::$name => &[$(Topic::$topic,)*],)* }
            }

            /// Is the subject of its row in the trail a person? Of an import, an erasure or a draft it is something else.
            pub const fn is_about_a_person(self) -> bool {
                match self { $(Op::$name => matches!(concat!($(stringify!($person))?).as_bytes(), b"person"),)* }
            }
        }
    };
}

// Sorted by feature. A read that leaves a trace touches nothing. What it is about is said where that is one person.
ops! {
    // vault
    VaultCreate = "vault.create", needs Own, touches [Vault, Users, Settings];
    VaultUnlock = "vault.unlock", needs Own, touches [Vault, Users, Settings];
    VaultRecoveryMake = "vault.recovery_make", needs VaultManage, touches [Vault, Users, Settings];
    VaultRecoverySave = "vault.recovery_save", needs VaultManage, touches [Vault, Users, Settings];
    VaultRecoveryConfirm = "vault.recovery_confirm", needs VaultManage, touches [Vault, Users, Settings];
    VaultRecoveryUse = "vault.recovery_use", needs Own, touches [Vault, Users, Settings];
    VaultChangePassphrase = "vault.change_passphrase", needs Own, touches [Vault, Users];
    VaultRemember = "vault.remember", needs Own, touches [Vault, Users];
    VaultNames = "vault.names", needs VaultManage, touches [Vault, Settings];
    VaultClockRight = "vault.clock_right", needs Own, touches [Vault, Retention, Settings];
    VaultMigrate = "vault.migrate", needs Own, touches [Vault];
    VaultRekey = "vault.rekey", needs Own, touches [Vault, Users, People, Donations, Drafts, Import];
    // users
    UserAdd = "user.add", needs UsersManage, touches [Users, Vault];
    UserChange = "user.change", needs UsersManage, touches [Users, Vault];
    UserRemove = "user.remove", needs UsersManage, touches [Users, Vault];
    UserSettle = "user.settle", needs Own, touches [Users];
    // settings
    SettingsSet = "settings.set", needs SettingsWrite, touches [Settings, Vault];
    SettingsLook = "settings.look", needs Own, touches [Settings, Vault];
    // people
    NoteView = "note.view", needs NotesSee, touches [], about person;
    PeopleExport = "people.export", needs PeopleExport, touches [];
    PersonCreate = "person.create", needs PeopleWrite, touches [People], about person;
    PersonChange = "person.change", needs PeopleWrite, touches [People], about person;
    RelationStart = "relation.start", needs PeopleWrite, touches [People], about person;
    RelationEnd = "relation.end", needs PeopleWrite, touches [People], about person;
    RelationReopen = "relation.reopen", needs PeopleWrite, touches [People], about person;
    // export
    ExportReport = "export.report", needs ReportMake, touches [Disclosure], about person;
    // donations
    DonationView = "donation.view", needs DonationsSee, touches [], about person;
    DonationRecord = "donation.record", needs DonationsWrite, touches [Donations, Retention], about person;
    // drafts
    DraftKeep = "draft.keep", needs Own, touches [Drafts];
    DraftDrop = "draft.drop", needs Own, touches [Drafts];
    // consent
    ConsentRecord = "consent.record", needs ConsentWrite, touches [Consent], about person;
    ConsentWithdraw = "consent.withdraw", needs ConsentWrite, touches [Consent], about person;
    ConsentReopen = "consent.reopen", needs ConsentWrite, touches [Consent], about person;
    // retention
    RetentionKeep = "retention.keep", needs RetentionRun, touches [Retention], about person;
    RetentionUnkeep = "retention.unkeep", needs RetentionRun, touches [Retention], about person;
    // erasure
    ErasureRun = "erasure.run", needs RetentionRun, touches [People, Consent, Donations, Drafts, Retention, Erasure, Import, Disclosure, Users], about person;
    ErasureCheck = "erasure.check", needs RetentionRun, touches [Erasure];
    ErasureProof = "erasure.proof", needs RetentionSee, touches [];
    // import
    ImportProblems = "import.problems", needs ImportRun, touches [];
    ImportRun = "import.run", needs ImportRun, touches [People, Consent, Import];
    ImportUndo = "import.undo", needs ImportRun, touches [People, Consent, Donations, Drafts, Retention, Erasure, Disclosure, Import];
    // demo
    DemoFill = "demo.fill", needs VaultManage, touches [People, Consent, Donations, Settings, Vault];
}

impl Op {
    /// The id of its name in `ops.ftl`: `op-person-create`.
    pub fn text_id(self) -> String {
        format!("op-{}", self.as_str().replace(['.', '_'], "-"))
    }
}
