//! All writes with their permission and the topics they make stale, and all permissions, roles and topics. Read this
//! file before changing what anyone may do; `tests/contract/matrix.rs` shows the effect of a change.
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A permission. Each is for something a user does, not for a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Lock the vault, change one's own passphrase and settings: everyone has this.
    Own,
    /// See names, relations to the association and e-mail addresses.
    PeopleSee,
    /// See telephone numbers.
    PeopleSeePhone,
    /// See addresses and the start of relations, which handling payments requires.
    PeopleSeePayer,
    /// See every field of a person except the notes, and the trail of that person.
    PeopleSeeAll,
    /// Export all data about all people.
    PeopleExport,
    /// Add and change people and their relations.
    PeopleWrite,
    /// Read notes (compartment `confidential`).
    NotesSee,
    /// Write notes (compartment `confidential`).
    NotesWrite,
    /// Import a list and undo an import.
    ImportRun,
    /// See the current consents of people.
    ConsentSee,
    /// See when, how, by whom and in which words consents were given.
    ConsentSeeAll,
    /// Record and withdraw consents.
    ConsentWrite,
    /// See what tax law requires the association to keep.
    RetentionSeeTax,
    /// See all retention periods, and what is past its period.
    RetentionSee,
    /// Erase people, or decide to keep them longer. Does not include changing their data.
    RetentionRun,
    /// Make the access report about a person.
    ReportMake,
    /// See gifts and payments (compartment `giving`).
    DonationsSee,
    /// Record gifts and payments (compartment `giving`).
    DonationsWrite,
    /// Change the association's settings.
    SettingsWrite,
    /// Read the trail.
    TrailSee,
    /// Add, change and remove users.
    UsersManage,
    /// Re-key the vault and make a recovery sheet.
    VaultManage,
}

/// A user's role in the association. A user with several roles has the permissions of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Maintains the member list.
    Secretary,
    /// Manages gifts and payments.
    Treasurer,
    /// May look up contact details.
    Viewer,
    /// Handles privacy requests.
    Privacy,
}

impl Role {
    /// All roles.
    pub const ALL: &'static [Role] = &[Role::Secretary, Role::Treasurer, Role::Viewer, Role::Privacy];

    /// The permissions of the role.
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

/// The extra permissions of an administrator: managing the vault, but no access to personal data.
pub const ADMIN: &[Permission] =
    &[Permission::SettingsWrite, Permission::TrailSee, Permission::UsersManage, Permission::VaultManage];

/// The permissions of all these roles together, with `Own`, and for an administrator with `ADMIN`.
pub fn permissions(roles: &[Role], admin: bool) -> BTreeSet<Permission> {
    let mut all: BTreeSet<_> = roles.iter().flat_map(|r| r.permissions()).copied().collect();
    all.insert(Permission::Own);
    if admin {
        all.extend(ADMIN);
    }
    all
}

/// What a read depends on and what a write makes stale. The UI reloads by topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
pub enum Topic {
    /// Whether the vault is open, and for whom.
    Vault,
    /// The users of the vault.
    Users,
    /// The association's settings.
    Settings,
    /// People, their contact data and relations.
    People,
    /// Purposes of processing.
    Purposes,
    /// Consents and objections.
    Consent,
    /// Gifts and payments.
    Donations,
    /// Drafts: what users typed and did not save.
    Drafts,
    /// Decisions to keep data longer than its retention period.
    Retention,
    /// Erasures and their proofs.
    Erasure,
    /// Imports of lists.
    Import,
    /// Disclosures: the access reports that were made.
    Disclosure,
    /// The audit log.
    Trail,
}

impl Topic {
    /// All topics.
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

    /// The topic of a table; `None` for a table without one, which a debug build refuses to write.
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
        /// A write, or a read that must leave a row in the trail.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Op { $(#[doc = $code] $(#[$doc])* $name,)* }

        impl Op {
            /// All ops.
            pub const ALL: &'static [Op] = &[$(Op::$name,)*];

            /// The stable text form in the trail, such as `person.create`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Op::$name => $code,)* }
            }

            /// The permission it needs.
            pub const fn needs(self) -> Permission {
                match self { $(Op::$name => Permission::$needs,)* }
            }

            /// The topics it makes stale. Every op adds a row to the trail, so the trail is always among them.
            pub const fn touches(self) -> &'static [Topic] {
                match self { $(Op::$name => &[$(Topic::$topic,)* Topic::Trail],)* }
            }

            /// Whether the subject of its row in the trail is a person. Other ops have another subject or none.
            pub const fn is_about_a_person(self) -> bool {
                match self { $(Op::$name => matches!(concat!($(stringify!($person))?).as_bytes(), b"person"),)* }
            }
        }
    };
}

// Sorted by feature. A read that leaves a row in the trail touches no topic but the trail. `about person` marks ops on a single
// person.
ops! {
    // vault
    VaultCreate = "vault.create", needs Own, touches [Vault, Users, Settings];
    VaultUnlock = "vault.unlock", needs Own, touches [Vault, Users, Settings];
    VaultAttempts = "vault.attempts", needs Own, touches [Vault];
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
    RelationChange = "relation.change", needs PeopleWrite, touches [People], about person;
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
    /// What the program does by itself or for its own sake: rows that tell a reader of the trail little.
    pub const TECHNICAL: [Op; 6] =
        [Op::DraftKeep, Op::DraftDrop, Op::SettingsLook, Op::VaultRekey, Op::VaultMigrate, Op::ErasureCheck];

    /// The id of its name in `ops.ftl`: `op-person-create`.
    pub fn text_id(self) -> String {
        format!("op-{}", self.as_str().replace(['.', '_'], "-"))
    }
}
