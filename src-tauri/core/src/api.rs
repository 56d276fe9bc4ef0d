//! Every command, on one page: what it takes, what it answers, what it is made of or makes stale, and who may.
//!
//! Each has two doors, and behind both the same step. `call::people_list(&mut app, request)` takes and answers the types of the table:
//! it is for callers that link the core. `dispatch(&mut app, "people_list", json)` takes and answers JSON: it is for the page, for
//! `kluis call` and for whoever writes a script.
mod command;
mod request;
mod shared;
#[rustfmt::skip]
pub mod types;
mod typescript;

use crate::app::{App, Progress, Turn, vault as door};
use crate::error::{Code, Error, ErrorView, OrError, Result};
use crate::features::{
    audit, consent, demo, donations, drafts, erasure, export, import, people, purposes, retention, settings, today,
    users, vault,
};
use crate::kernel::files::Written;
use crate::kernel::id::{DonationId, PersonId, RelationId, UserId};
use crate::kernel::nothing::Nothing;
use crate::kernel::secret::{comes_upon_one, wipe_stack};
use crate::kernel::session::Session;
use crate::ops::{Op, Permission, Topic};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use command::{Answer, Command, Kind, Reply};
pub use request::read_request;
pub use shared::Shared;

use command::Answers;

macro_rules! kind {
    (look) => {
        Kind::Look
    };
    (act) => {
        Kind::Act
    };
    (read) => {
        Kind::Read
    };
    (write) => {
        Kind::Write
    };
    (view) => {
        Kind::View
    };
}
macro_rules! permission {
    (read, $needs:ident [$($topic:ident),*]) => {
        Some(Permission::$needs)
    };
    (write, $op:ident) => {
        Some(Op::$op.needs())
    };
    (view, $op:ident [$($topic:ident),*]) => {
        Some(Op::$op.needs())
    };
    ($kind:ident, [$($topic:ident),*]) => {
        None
    };
}
macro_rules! topics {
    (write, $op:ident) => { Op::$op.touches() };
    ($kind:ident, $($needs:ident)? [$($topic:ident),*]) => { &[$(Topic::$topic),*] as &'static [Topic] };
}
// Before a request is even looked at: may it be asked? A write or a view that may not leaves its row in the trail.
macro_rules! allow {
    (read, $app:ident, $needs:ident [$($topic:ident),*]) => {
        $app.session()?.allow_read(Permission::$needs)?
    };
    (write, $app:ident, $op:ident) => {
        $app.session()?.allow(Op::$op)?
    };
    (view, $app:ident, $op:ident [$($topic:ident),*]) => {
        $app.session()?.allow(Op::$op)?
    };
    ($kind:ident, $app:ident, [$($topic:ident),*]) => {};
}
macro_rules! run {
    (look, $app:ident, $req:expr, $f:expr, $topics:expr) => {
        $f(&*$app, $req)?.answer(&[])
    };
    (act, $app:ident, $req:expr, $f:expr, $topics:expr) => {
        $f($app, $req)?.answer($topics)
    };
    (read, $app:ident, $req:expr, $f:expr, $topics:expr) => {
        $f($app.session()?, $req)?.answer(&[])
    };
    (view, $app:ident, $req:expr, $f:expr, $topics:expr) => {
        $f($app.session_mut()?, $req)?.answer(&[])
    };
    (write, $app:ident, $req:expr, $f:expr, $topics:expr) => {{
        let done = $f($app.session_mut()?, $req)?;
        done.value.answer(done.touches)
    }};
}

macro_rules! commands {
    ($($kind:ident $name:ident($req:ty) -> $res:ty: ($($meta:tt)*) = $f:expr;)*) => {
        /// What both doors lead to. Permission is checked before the request is decoded.
        mod step {
            use super::*;
            $(pub(super) fn $name(app: &mut App, request: impl FnOnce() -> Result<$req>) -> Result<Answer<$res>> {
                own_passphrase_first(app, kind!($kind), stringify!($name))?;
                allow!($kind, app, $($meta)*);
                let request = request()?;
                Ok(run!($kind, app, request, $f, topics!($kind, $($meta)*)))
            })*
        }

        /// Every command as a function.
        pub mod call {
            use super::*;
            $(
                #[doc = concat!("`", stringify!($name), "`, as its row of the table says.")]
                ///
                /// # Errors
                /// Every refusal of the core.
                pub fn $name(app: &mut App, request: $req) -> Result<Answer<$res>> {
                    let turn = app.progress().ask();
                    in_turn(app, turn, stringify!($name), |app| step::$name(app, || Ok(request)))
                }
            )*
        }

        /// May the signed-in user ask this? For a caller that has to understand what was typed before there is a request: whoever may
        /// not ask is told that first, and a write or a view that they may not leaves its row in the trail.
        pub mod may {
            use super::*;
            $(
                #[doc = concat!("May the signed-in user ask `", stringify!($name), "`?")]
                ///
                /// # Errors
                /// The refusal that `call` would give before it looks at the request.
                pub fn $name(app: &mut App) -> Result<()> {
                    let turn = app.progress().ask();
                    in_turn(app, turn, stringify!($name), |app| {
                        own_passphrase_first(app, kind!($kind), stringify!($name))?;
                        allow!($kind, app, $($meta)*);
                        Ok(())
                    })
                }
            )*
        }

        fn run(app: &mut App, command: &str, request: Value) -> Result<Reply> {
            match command {
                $(stringify!($name) => reply(step::$name(app, || decode(request))?),)*
                _ => Err(Error::new(Code::CommandUnknown)),
            }
        }

        /// Every command there is, in the order of the table.
        pub fn commands() -> Vec<Command> {
            vec![$(Command {
                name: stringify!($name),
                kind: kind!($kind),
                request: typescript::name::<$req>(),
                answer: typescript::name::<$res>(),
                permission: permission!($kind, $($meta)*),
                topics: topics!($kind, $($meta)*).to_vec(),
            }),*]
        }

        /// Does this request hold a secret? Then it must not come from where others can see it. Told by the types, so that a
        /// new command is no exception.
        pub fn holds_secret(command: &str, request: &Value) -> bool {
            match command {
                $(stringify!($name) => comes_upon_one(|| <$req>::deserialize(request).is_ok()),)*
                _ => false,
            }
        }

        fn declare(types: &mut typescript::Declarations) {
            $(types.add::<$req>(); types.add::<$res>();)*
        }
    };
}

// look, act: (topics).  read: (permission, topics).  write: (op), which has both.  view: (op, topics), a read whose trail row
// says who looked.
commands! {
    // vault: the door
    look vault_state(Nothing) -> vault::VaultState: ([Vault, Users, Settings]) = door::state;
    look vault_place(door::ChooseVault) -> vault::Place: ([]) = door::place;
    look vault_words(vault::WordsRequest) -> vault::Words: ([]) = door::words;
    look vault_strength(vault::StrengthRequest) -> vault::Strength: ([]) = door::strength;
    look vault_recovery_group(vault::RecoveryGroup) -> vault::RecoveryGroupRight: ([]) = door::recovery_group;
    act vault_create(vault::NewVault) -> vault::VaultMade: ([Vault]) = door::create;
    act vault_choose(door::ChooseVault) -> vault::VaultState: ([Vault]) = door::choose;
    act vault_choose_version(door::ChooseVersion) -> vault::VaultState: ([Vault]) = door::choose_version;
    act vault_unlock(vault::Unlock) -> vault::Me: ([Vault]) = door::unlock;
    act vault_unlock_device(door::UnlockDevice) -> vault::Me: ([Vault]) = door::unlock_device;
    act vault_unlock_recovery(vault::UnlockRecovery) -> vault::Me: ([Vault]) = door::unlock_recovery;
    act vault_remember(vault::Remember) -> Nothing: ([Vault]) = door::remember;
    act vault_lock(Nothing) -> Nothing: ([Vault]) = door::lock;
    // vault: from within
    write vault_change_passphrase(vault::ChangePassphrase) -> Nothing: (VaultChangePassphrase) = vault::change_passphrase;
    write vault_recovery_make(vault::RecoveryRequest) -> vault::RecoveryAsked: (VaultRecoveryMake) = vault::recovery_make;
    write vault_recovery_save(vault::RecoverySave) -> Written: (VaultRecoverySave) = vault::recovery_save;
    write vault_recovery_confirm(vault::RecoveryConfirm) -> Nothing: (VaultRecoveryConfirm) = vault::recovery_confirm;
    write vault_recovery_text(vault::RecoveryRequest) -> vault::RecoveryText: (VaultRecoveryMake) = vault::recovery_text;
    write vault_clock_right(Nothing) -> Nothing: (VaultClockRight) = vault::clock_right;
    write vault_names(vault::NamesRequest) -> Nothing: (VaultNames) = vault::names;
    read vault_verify(Nothing) -> vault::VaultVerdict: (Own [Vault, Trail]) = |s, _| vault::verify(s);
    // users
    read users_list(Nothing) -> Vec<users::UserRow>: (UsersManage [Users]) = |s, _| users::list(s);
    read users_administrators(Nothing) -> Vec<String>: (Own [Users]) = |s, _| users::administrators(s);
    write users_add(users::NewUser) -> UserId: (UserAdd) = users::add;
    write users_change(users::ChangeUser) -> Nothing: (UserChange) = users::change;
    write users_remove(users::RemoveUser) -> Nothing: (UserRemove) = users::remove;
    // settings
    read settings_get(Nothing) -> settings::Settings: (Own [Settings]) = |s, _| settings::get(s);
    write settings_set(settings::Change) -> Nothing: (SettingsSet) = settings::set;
    write settings_look(settings::Look) -> Nothing: (SettingsLook) = settings::look;
    // people
    read people_list(people::Filter) -> people::Page: (PeopleSee [People, Consent]) = consent::list;
    read people_place(people::PlaceRequest) -> people::Place: (PeopleSee [People]) = people::place;
    read people_get(people::ByPerson) -> people::PersonView: (PeopleSee [People]) = people::get;
    view people_note(people::ByPerson) -> people::PersonNote: (NoteView [People]) = people::note;
    view people_export(people::Filter) -> people::PeopleExport: (PeopleExport [People]) = people::export;
    read people_doubles(Nothing) -> Vec<people::Double>: (PeopleSeeAll [People]) = |s, _| people::doubles(s);
    read people_similar(people::SimilarRequest) -> people::Similar: (PeopleSee [People]) = people::similar;
    write people_create(people::NewPerson) -> PersonId: (PersonCreate) = people::create;
    write people_change(people::ChangePerson) -> Nothing: (PersonChange) = people::change;
    write people_start_relation(people::StartRelation) -> RelationId: (RelationStart) = people::start_relation;
    write people_end_relation(people::EndRelation) -> Nothing: (RelationEnd) = people::end_relation;
    write people_reopen_relation(people::ReopenRelation) -> Nothing: (RelationReopen) = people::reopen_relation;
    write people_change_relation(people::ChangeRelation) -> Nothing: (RelationChange) = people::change_relation;
    // donations
    view donations_list(people::ByPerson) -> Vec<donations::DonationView>: (DonationView [Donations]) = donations::list;
    write donations_record(donations::NewDonation) -> DonationId: (DonationRecord) = donations::record;
    // drafts
    read drafts_list(Nothing) -> Vec<drafts::Draft>: (Own [Drafts]) = |s, _| drafts::list(s);
    write drafts_keep(drafts::NewDraft) -> Nothing: (DraftKeep) = drafts::keep;
    write drafts_drop(drafts::ByPlace) -> Nothing: (DraftDrop) = drafts::drop_one;
    // purposes
    read purposes_list(Nothing) -> Vec<purposes::PurposeRow>: (Own [Purposes, Settings]) = |s, _| purposes::list(s);
    // consent
    read consent_of(people::ByPerson) -> Vec<consent::ConsentRow>: (ConsentSee [Consent, People]) = consent::of;
    read consent_history(people::ByPerson) -> Vec<consent::ConsentLine>: (ConsentSeeAll [Consent, People]) = consent::history;
    read consent_overview(Nothing) -> Vec<consent::ConsentCount>: (ConsentSee [Consent, People]) = |s, _| consent::overview(s);
    write consent_record(consent::RecordConsent) -> Nothing: (ConsentRecord) = consent::record;
    write consent_withdraw(consent::WithdrawConsent) -> Nothing: (ConsentWithdraw) = consent::withdraw;
    write consent_reopen(consent::ReopenConsent) -> Nothing: (ConsentReopen) = consent::reopen;
    // retention
    read retention_due(retention::DueRequest) -> retention::RetentionDue: (RetentionSeeTax [People, Retention, Consent, Donations]) = retention::due;
    read retention_preview(people::ByPerson) -> retention::ErasurePreview: (RetentionSeeTax [People, Retention, Consent, Donations]) = retention::preview;
    read retention_keep_bars(people::ByPerson) -> Vec<retention::KeepBar>: (RetentionSeeTax [People, Retention, Consent, Donations]) = retention::keep_bars;
    read retention_until(retention::UntilRequest) -> Vec<retention::KeptUntil>: (RetentionSee [People, Retention, Consent, Donations]) = retention::until;
    read retention_after_end(retention::AfterEndRequest) -> retention::AfterEnd: (RetentionSee [People, Retention, Consent, Donations]) = retention::after_end;
    read retention_rules(Nothing) -> retention::Rules: (RetentionSeeTax [People, Retention, Consent, Donations]) = |s, _| retention::rules(s);
    write retention_keep(retention::KeepLonger) -> Nothing: (RetentionKeep) = retention::keep;
    write retention_unkeep(people::ByPerson) -> Nothing: (RetentionUnkeep) = retention::unkeep;
    // export
    write export_report(export::ReportRequest) -> export::ReportMade: (ExportReport) = export::report;
    // erasure
    read erasure_list(Nothing) -> Vec<erasure::ErasureRow>: (RetentionSee [Erasure]) = |s, _| erasure::list(s);
    write erasure_run(erasure::RunErasure) -> erasure::ErasureDone: (ErasureRun) = erasure::run;
    write erasure_proof(erasure::ByErasure) -> Written: (ErasureProof) = erasure::print_proof;
    // audit
    read audit_list(audit::ListRequest) -> Vec<audit::Line>: (TrailSee [Trail, People]) = people::whole_trail;
    read audit_of(people::TrailOfPerson) -> Vec<audit::Line>: (PeopleSeeAll [Trail]) = people::trail;
    read audit_verify(Nothing) -> audit::Verdict: (TrailSee [Trail]) = |s, _| audit::verify(s);
    // today
    read today_overview(Nothing) -> today::Overview: (Own [People, Consent, Retention, Donations, Settings, Vault]) = |s, _| today::overview(s);
    // import
    look import_inspect(import::InspectRequest) -> import::Inspection: ([]) = |app: &App, req: import::InspectRequest| import::inspect(&app.path_of(req.file)?, req.sheet, &app.progress());
    read import_open(import::OpenRequest) -> import::Preview: (ImportRun [Import]) = import::open;
    read import_check(import::ImportRequest) -> import::Checked: (ImportRun [People, Import]) = import::check;
    read import_rows(import::ImportRequest) -> Vec<import::RowOutcome>: (ImportRun [People, Import]) = import::rows;
    write import_run(import::ImportRequest) -> import::Imported: (ImportRun) = import::run;
    write import_problems(import::ProblemsRequest) -> Written: (ImportProblems) = import::problems;
    write import_undo(import::UndoRequest) -> import::Undone: (ImportUndo) = import::undo;
    read import_list(Nothing) -> Vec<import::ImportRow>: (ImportRun [Import]) = |s, _| import::list(s);
    // demo
    write demo_fill(demo::DemoRequest) -> demo::Filled: (DemoFill) = demo::fill;
}

/// What somebody can do whose passphrase another one chose: choose an own one, on a screen in their own language and size.
/// The door they can always use: see who may come in, and lock.
const BEFORE_AN_OWN_PASSPHRASE: &[&str] = &["vault_change_passphrase", "settings_get", "settings_look"];

/// Remembering somebody on this computer goes on from the passphrase, so it is none of the door's.
const AFTER_AN_OWN_PASSPHRASE: &[&str] = &["vault_remember"];

fn own_passphrase_first(app: &App, kind: Kind, command: &str) -> Result<()> {
    let free = match kind {
        Kind::Look | Kind::Act => !AFTER_AN_OWN_PASSPHRASE.contains(&command),
        Kind::Read | Kind::View | Kind::Write => BEFORE_AN_OWN_PASSPHRASE.contains(&command),
    };
    let waits = app.open().is_some_and(Session::wants_own_passphrase);
    if waits && !free { Err(Error::new(Code::VaultOwnPassphraseFirst)) } else { Ok(()) }
}

/// `types.ts`: every type that a command takes or answers.
///
/// # Errors
/// The names that two different types have.
pub fn typescript_types() -> Result<String, Vec<String>> {
    let mut types = typescript::Declarations::default();
    declare(&mut types);
    typescript::types(types)
}

/// `api.ts`: every command, grouped by feature.
pub fn typescript_api() -> String {
    typescript::api(&commands(), AFTER_AN_OWN_PASSPHRASE)
}

/// `api/types.rs`: every type that a command takes or answers, for callers that link the core.
pub fn rust_types() -> String {
    let mut types = typescript::Declarations::default();
    declare(&mut types);
    typescript::rust(types)
}

/// Runs one command. The request and the answer are JSON; a request that does not fit is refused.
///
/// # Errors
/// Every refusal of the core, in the form that may cross to a page.
pub fn dispatch(app: &mut App, command: &str, request: Value) -> Result<Reply, ErrorView> {
    try_dispatch(app, command, request).map_err(|e| e.view())
}

/// As `dispatch`, with the cause of a fault still in it: for the shell's log.
///
/// # Errors
/// Every refusal of the core.
pub fn try_dispatch(app: &mut App, command: &str, request: Value) -> Result<Reply> {
    let turn = app.progress().ask();
    dispatch_in_turn(app, turn, command, request)
}

/// The command that locks. It never waits for what runs, nor is it refused because somebody locks.
pub(crate) const LOCK: &str = "vault_lock";

/// As `try_dispatch`, for a request that came in at `turn` and may have been cancelled since.
///
/// # Errors
/// Every refusal of the core; `job.cancelled`.
pub(crate) fn dispatch_in_turn(app: &mut App, turn: Turn, command: &str, request: Value) -> Result<Reply> {
    in_turn(app, turn, command, |app| run(app, command, request))
}

fn in_turn<T>(app: &mut App, turn: Turn, command: &str, step: impl FnOnce(&mut App) -> Result<T>) -> Result<T> {
    let progress = app.progress();
    // Whatever became of the job, also if it panicked: no job runs any more.
    let _finished = Finished(progress.clone());
    if let (Err(refused), true) = (progress.begin(turn), command != LOCK) {
        return Err(refused);
    }
    let done = step(app).map_err(|why| moved(app, why));
    app.remember_written();
    app.drop_lost();
    wipe_stack();
    done
}

/// A vault whose folder is not there any more while it is open: the stick was taken out, or somebody gave the folder another name.
/// The system says all kinds of things then, and none of them is the cause.
fn moved(app: &App, why: Error) -> Error {
    let by_the_system = [
        Code::DiskReadOnly,
        Code::DatabaseBroken,
        Code::FileMissing,
        Code::FileDenied,
        Code::VaultMissing,
        Code::VaultReplaced,
    ];
    let is_gone = app.open().is_some_and(|session| !session.folder().is_dir());
    if is_gone && by_the_system.contains(&why.code()) { Error::new(Code::VaultMoved).because(why) } else { why }
}

struct Finished(Progress);

impl Drop for Finished {
    fn drop(&mut self) {
        self.0.finish();
    }
}

fn decode<T: DeserializeOwned>(request: Value) -> Result<T> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).or_refuse(Code::RequestMalformed)
}

fn reply<T: Serialize>(answer: Answer<T>) -> Result<Reply> {
    Ok(Reply { value: serde_json::to_value(answer.value).or_broken()?, touches: answer.touches })
}
