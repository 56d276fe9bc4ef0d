//! Requests that many tests make. A test states what matters to it and takes the rest from here.
use ledenkluis_core::api::types::{
    AssociationKind, ConsentBy, ConsentHow, DonationKind, ImportOpen, KdfRequest, Name, NewDonation, NewEmail,
    NewPerson, NewRelation, NewVault, PeopleFilter, PeopleTab, PersonId, PurposeId, RecordConsent, RecoveryRequest,
    RelationKind, ReportKind, ReportRequest, RunErasure, Target, Unlock, UnlockRecovery, WithdrawConsent,
};
use ledenkluis_core::app::{Date, FileToken, Passphrase};
use ledenkluis_core::ops::Role;
use ledenkluis_core::text::Language;

/// A day, written as `2026-11-24`.
#[track_caller]
pub fn day(written: &str) -> Date {
    written.parse().expect("a day")
}

/// A passphrase, or a group of a recovery sheet.
pub fn secret(text: impl Into<String>) -> Passphrase {
    Passphrase::new(text.into())
}

/// The groups of a recovery sheet.
pub fn secrets(groups: &[String]) -> Vec<Passphrase> {
    groups.iter().map(secret).collect()
}

/// An id that nobody and nothing has.
pub fn nobody<T: std::str::FromStr<Err: std::fmt::Debug>>() -> T {
    "00000000-0000-7000-8000-0000000000ff".parse().expect("an id")
}

/// The lowest cost of a key derivation, so that tests are fast.
pub const CHEAP: KdfRequest = KdfRequest { memory_mib: 1, passes: 1 };

/// A vault of an association, with its first user.
pub fn new_vault(association: &str, user: &str, roles: &[Role], passphrase: &str) -> NewVault {
    NewVault {
        place: None,
        association: association.to_owned(),
        kind: AssociationKind::Association,
        privacy_email: String::new(),
        country: "NL".to_owned(),
        language: Language::Nl,
        user_name: user.to_owned(),
        roles: roles.to_vec(),
        passphrase: secret(passphrase),
        kdf: Some(CHEAP),
    }
}

/// Unlocking as the only user.
pub fn unlock(passphrase: &str) -> Unlock {
    Unlock {
        user: None,
        name: None,
        passphrase: secret(passphrase),
        read_only: false,
        older_is_right: false,
        clock_is_right: false,
        is_closed_elsewhere: false,
    }
}

/// Unlocking as this user.
pub fn unlock_as(name: &str, passphrase: &str) -> Unlock {
    Unlock { name: Some(name.to_owned()), ..unlock(passphrase) }
}

/// Unlocking with a recovery sheet, as the first administrator.
pub fn unlock_by_sheet(groups: &[String], new_passphrase: &str) -> UnlockRecovery {
    UnlockRecovery {
        user: None,
        groups: secrets(groups),
        new_passphrase: secret(new_passphrase),
        older_is_right: false,
        is_closed_elsewhere: false,
    }
}

/// A new recovery sheet, for whoever has this passphrase.
pub fn sheet_of(passphrase: impl Into<String>) -> RecoveryRequest {
    RecoveryRequest { passphrase: secret(passphrase), groups: None }
}

/// A person of whom only the surname is known.
pub fn surnamed(surname: &str) -> NewPerson {
    named("", surname)
}

/// A person with a name and nothing else.
pub fn named(given_name: &str, surname: &str) -> NewPerson {
    let name = Name { given_name: given_name.to_owned(), surname: surname.to_owned(), ..Name::default() };
    NewPerson { name, ..NewPerson::default() }
}

/// An e-mail address at home.
pub fn at_home(address: &str) -> NewEmail {
    NewEmail { label: "home".to_owned(), address: address.to_owned() }
}

/// A relation without an end, since this day.
pub fn since(kind: RelationKind, started_on: &str) -> NewRelation {
    NewRelation { started_on: Some(day(started_on)), ..running(kind) }
}

/// A relation without an end, since nobody knows when.
pub fn running(kind: RelationKind) -> NewRelation {
    NewRelation { kind, started_on: None, ended_on: None, ended: false }
}

/// A relation that ended on this day.
pub fn until(kind: RelationKind, ended_on: &str) -> NewRelation {
    NewRelation { ended_on: Some(day(ended_on)), ..over(kind) }
}

/// A relation that ended, nobody knows when.
pub fn over(kind: RelationKind) -> NewRelation {
    NewRelation { ended: true, ..running(kind) }
}

/// The people that this search finds.
pub fn search(typed: &str) -> PeopleFilter {
    PeopleFilter { q: Some(typed.to_owned()), ..PeopleFilter::default() }
}

/// The people on this tab.
pub fn on_tab(tab: PeopleTab) -> PeopleFilter {
    PeopleFilter { tab: Some(tab), ..PeopleFilter::default() }
}

/// A list to import, as the program would read it.
pub fn list_in(file: FileToken) -> ImportOpen {
    ImportOpen { file, sheet: None, header_row: None }
}

/// An answer on paper of the person themselves.
pub fn answer(person: PersonId, purpose: PurposeId, given: bool, on: &str) -> RecordConsent {
    RecordConsent {
        person,
        purpose,
        given,
        on: day(on),
        how: ConsentHow::Paper,
        by: ConsentBy::Subject,
        remark: String::new(),
        language: None,
    }
}

/// A withdrawal, without how or by whom.
pub fn withdrawal(person: PersonId, purpose: PurposeId) -> WithdrawConsent {
    WithdrawConsent { person, purpose, how: None, by: None, remark: String::new() }
}

/// A gift without a remark.
pub fn gift(person: PersonId, on: &str, amount_cents: i64) -> NewDonation {
    NewDonation { person, kind: DonationKind::Gift, on: day(on), amount_cents, remark: String::new() }
}

/// A membership fee without a remark.
pub fn contribution(person: PersonId, on: &str, amount_cents: i64) -> NewDonation {
    NewDonation { kind: DonationKind::Contribution, ..gift(person, on, amount_cents) }
}

/// An access report about this person, for printing.
pub fn report(person: PersonId) -> ReportRequest {
    ReportRequest { person, kind: ReportKind::Access, language: None, pdf: Target::Print, data: Target::Print }
}

/// A file to write to.
pub fn into_file(file: FileToken) -> Target {
    Target::File { file }
}

/// The erasure of this person, confirmed by these words.
pub fn erasure(person: PersonId, confirm: &str) -> RunErasure {
    RunErasure { persons: vec![person], confirm: confirm.to_owned() }
}
