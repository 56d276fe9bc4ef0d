//! The recovery sheet: made, confirmed by typing groups back, used, and void when it should be.
use acceptance::requests::{gift, secret, secrets, surnamed, unlock, unlock_by_sheet};
use acceptance::{Calls, Computer, PASSPHRASE, paper};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ChangeUser, Compartment, NewPerson, Nothing, PeopleFilter, PersonId, RecoveryConfirm, RecoveryGroup,
    RecoveryRequest, RecoverySave, Target, UnlockRecovery, UserId,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use std::fs;

const NEW: &str = "zolder pinda kraan trompet";

fn groups(computer: &mut Computer) -> Vec<String> {
    computer.ask(call::vault_recovery_text, computer.sheet()).groups
}

fn typed(a: &str, b: &str) -> RecoveryConfirm {
    RecoveryConfirm { a: secret(a), b: secret(b) }
}

/// Types two groups back. The caller does not know which two are asked for, so it tries every pair; returns how many
/// pairs were accepted.
fn type_back(computer: &mut Computer, sheet: &[String]) -> usize {
    let pairs = (0..8).flat_map(|a| (a + 1..8).map(move |b| (a, b)));
    let asked = pairs.map(|(a, b)| typed(&sheet[a], &sheet[b]));
    asked.filter(|pair| call::vault_recovery_confirm(computer.app(), pair.clone()).is_ok()).count()
}

fn is_confirmed(computer: &mut Computer) -> bool {
    computer.ask(call::settings_get, Nothing {}).recovery_confirmed
}

/// Unlocking with a sheet as this user.
fn by_sheet_as(user: UserId, groups: &[String], new_passphrase: &str) -> UnlockRecovery {
    UnlockRecovery { user: Some(user), ..unlock_by_sheet(groups, new_passphrase) }
}

#[test]
fn the_sheet_opens_the_vault_sets_a_passphrase_and_works_until_there_is_another() {
    let mut computer = Computer::with_vault();
    computer.ask(call::people_create, NewPerson { note: "speelt klarinet".into(), ..surnamed("Berg") });
    let sheet = groups(&mut computer);
    assert_eq!(sheet.len(), 8);
    computer.lock();
    computer.enter_by_sheet(unlock_by_sheet(&sheet, NEW));
    let person = computer.ask(call::people_list, PeopleFilter::default()).rows[0].id;
    assert_eq!(computer.ask(call::people_note, ByPerson { person }).text.as_deref(), Some("speelt klarinet"));

    computer.lock();
    assert_eq!(computer.refused(call::vault_unlock, unlock(PASSPHRASE)), Code::VaultWrongPassphrase);
    computer.wait(60);
    computer.enter(unlock(NEW));
    assert!(!is_confirmed(&mut computer), "it was used, so another one must be made");
    computer.enter_by_sheet(unlock_by_sheet(&sheet, NEW));
    let next = groups(&mut computer);
    assert_eq!(type_back(&mut computer, &next), 1);
    computer.lock();
    assert_eq!(computer.refused(call::vault_unlock_recovery, unlock_by_sheet(&sheet, NEW)), Code::VaultRecoveryWrong);
    computer.wait(60);
    computer.enter_by_sheet(unlock_by_sheet(&next, NEW));
}

#[test]
fn a_mistyped_group_is_named_and_another_vaults_sheet_is_refused() {
    let mut computer = Computer::with_vault();
    let mut sheet = groups(&mut computer);
    computer.lock();
    let other = groups(&mut Computer::with_vault());
    assert_eq!(computer.refused(call::vault_unlock_recovery, unlock_by_sheet(&other, NEW)), Code::VaultRecoveryWrong);
    computer.wait(60);
    assert!(computer.ask(call::vault_recovery_group, RecoveryGroup { index: 2, group: secret(&sheet[2]) }).right);
    assert!(!computer.ask(call::vault_recovery_group, RecoveryGroup { index: 3, group: secret(&sheet[2]) }).right);
    sheet[4] = sheet[5].clone();
    let refused = computer.refusal(call::vault_unlock_recovery, unlock_by_sheet(&sheet, NEW));
    assert_eq!((refused.code(), refused.view().args["n"].as_str()), (Code::VaultRecoveryGroup, "5"));
}

#[test]
fn a_printed_sheet_that_was_not_typed_back_leaves_the_previous_one_in_force() {
    let mut computer = Computer::with_vault();
    let old = groups(&mut computer);
    let asked = computer.ask(call::vault_recovery_make, computer.sheet());
    assert!(asked.lacks.is_empty());
    assert_eq!(computer.refused(call::vault_recovery_confirm, typed("AAAAA", "BBBBB")), Code::VaultRecoveryNone);
    let written = computer.ask(call::vault_recovery_save, RecoverySave { target: Target::Print });
    assert!(written.pages >= 1);
    let wrong = computer.refusal(call::vault_recovery_confirm, typed(&old[0], &old[1]));
    assert_eq!(
        (wrong.code(), wrong.view().args["n"].as_str()),
        (Code::VaultRecoveryGroup, asked.ask[0].to_string().as_str())
    );
    assert!(!computer.ask(call::settings_get, Nothing {}).recovery_confirmed);
    // Nothing was confirmed, so the previous sheet still opens the vault.
    computer.lock();
    computer.enter_by_sheet(unlock_by_sheet(&old, NEW));
}

#[test]
fn a_sheet_is_confirmed_by_typing_two_groups_back_and_the_previous_one_is_void() {
    let mut computer = Computer::with_vault();
    let old = groups(&mut computer);
    let new = groups(&mut computer);
    assert!(!is_confirmed(&mut computer));
    assert_eq!(type_back(&mut computer, &old), 0);
    assert!(!is_confirmed(&mut computer));
    assert_eq!(type_back(&mut computer, &new), 1);
    assert!(is_confirmed(&mut computer));
    computer.lock();
    assert_eq!(computer.refused(call::vault_unlock_recovery, unlock_by_sheet(&old, NEW)), Code::VaultRecoveryWrong);
    computer.wait(60);
    computer.enter_by_sheet(unlock_by_sheet(&new, NEW));
}

#[test]
fn a_sheet_lacks_what_its_maker_does_not_hold() {
    let mut computer = Computer::with_vault();
    computer.add("Bert Dam", Role::Treasurer);
    computer.become_user("Anneke Vos");
    assert_eq!(computer.ask(call::vault_recovery_make, computer.sheet()).lacks, [Compartment::Giving]);
    // The printed sheet says so, also when it is printed again.
    for _ in 0..2 {
        assert!(printed(&mut computer).contains("Metditbladopentuniet:giftenenbetalingen."));
    }
    assert_eq!(computer.ask(call::vault_recovery_text, computer.sheet()).lacks, [Compartment::Giving]);
}

/// The words on the printed sheet, without white space.
fn printed(computer: &mut Computer) -> String {
    let written = computer.ask(call::vault_recovery_save, RecoverySave { target: Target::Print });
    paper::words_of(&fs::read(written.path).unwrap()).split_whitespace().collect()
}

#[test]
fn a_sheet_that_opens_everything_names_nothing_that_it_does_not_open() {
    let mut computer = Computer::with_vault();
    assert!(computer.ask(call::vault_recovery_text, computer.sheet()).lacks.is_empty());
    computer.ask(call::vault_recovery_make, computer.sheet());
    let words = printed(&mut computer);
    assert!(words.contains("Herstelblad") && !words.contains("Metditbladopentuniet"), "{words}");
}

/// Makes a sheet that does not open the gifts, because only the treasurers can. Returns the groups on the sheet, the
/// first treasurer, and a person with a gift.
fn sheet_without_gifts(computer: &mut Computer, treasurers: &[&str]) -> (Vec<String>, UserId, PersonId) {
    let founder = computer.create(&[Role::Secretary, Role::Treasurer]).user_id;
    let person = computer.ask(call::people_create, surnamed("Berg"));
    let gift = gift(person, "2026-01-01", 2500);
    computer.ask(call::donations_record, gift);
    let added: Vec<UserId> = treasurers.iter().map(|name| computer.add(name, Role::Treasurer)).collect();
    computer.ask(call::users_change, ChangeUser { admin: true, ..computer.roles_of(founder, &[Role::Secretary]) });
    let made = computer.ask(call::vault_recovery_text, computer.sheet());
    assert_eq!(made.lacks, [Compartment::Giving]);
    (made.groups, added[0], person)
}

#[test]
fn a_sheet_is_refused_for_the_only_user_who_opens_what_it_lacks() {
    let mut computer = Computer::new();
    let (sheet, bert, person) = sheet_without_gifts(&mut computer, &["Bert Dam"]);
    computer.lock();
    let as_bert = by_sheet_as(bert, &sheet, NEW);
    let refused = computer.refusal(call::vault_unlock_recovery, as_bert);
    assert_eq!((refused.code(), refused.view().args["compartments"].as_str()), (Code::VaultSheetLacksLast, "giving"));
    // Bert's own passphrase still opens the vault and the gifts.
    computer.become_user("Bert Dam");
    assert_eq!(computer.ask(call::donations_list, ByPerson { person }).len(), 1);
}

#[test]
fn a_user_who_loses_a_part_because_the_sheet_lacks_it_is_told_so() {
    let mut computer = Computer::new();
    let (sheet, bert, person) = sheet_without_gifts(&mut computer, &["Bert Dam", "Carla Eik"]);
    computer.become_user("Bert Dam");
    computer.lock();
    computer.enter_by_sheet(by_sheet_as(bert, &sheet, NEW));
    let told = computer.ask(call::vault_state, Nothing {}).me.unwrap().told;
    assert_eq!((told.len(), told[0].code.as_str()), (1, Code::VaultPartsLost.as_str()));
    assert_eq!(told[0].args["compartments"], "giving");
    assert_eq!(computer.refused(call::donations_list, ByPerson { person }), Code::VaultKeyMissing);
}

#[test]
fn after_a_recovery_the_task_is_back_and_a_new_sheet_opens_everything() {
    let mut computer = Computer::with_vault();
    let first = groups(&mut computer);
    assert_eq!(type_back(&mut computer, &first), 1);
    let person = computer.ask(call::people_create, NewPerson { note: "speelt klarinet".into(), ..surnamed("Berg") });
    let bert = computer.add("Bert Dam", Role::Treasurer);
    computer.become_user("Bert Dam");
    let gift = gift(person, "2026-01-01", 2500);
    computer.ask(call::donations_record, gift);

    computer.enter_by_sheet(unlock_by_sheet(&first, NEW));
    assert!(!is_confirmed(&mut computer), "the sheet is used up");
    let second = groups(&mut computer);
    assert_eq!(type_back(&mut computer, &second), 1);
    assert!(is_confirmed(&mut computer));

    computer.enter_by_sheet(by_sheet_as(bert, &second, "kraan trompet zolder pinda"));
    assert_eq!(computer.ask(call::donations_list, ByPerson { person }).len(), 1);
    computer.enter_by_sheet(unlock_by_sheet(&second, NEW));
    assert_eq!(computer.ask(call::people_note, ByPerson { person }).text.as_deref(), Some("speelt klarinet"));
}

#[test]
fn with_the_previous_sheet_nothing_is_lost() {
    let mut computer = Computer::with_vault();
    let sheet = groups(&mut computer);
    computer.add("Bert Dam", Role::Treasurer);
    let less = computer.refusal(call::vault_recovery_make, computer.sheet());
    assert_eq!((less.code(), less.view().args["compartments"].as_str()), (Code::VaultSheetLacks, "giving"));
    assert_eq!(computer.refused(call::vault_recovery_text, computer.sheet()), Code::VaultSheetLacks);
    let with_sheet = RecoveryRequest { groups: Some(secrets(&sheet)), ..computer.sheet() };
    assert!(computer.ask(call::vault_recovery_make, with_sheet).lacks.is_empty());
    computer.lock();
    computer.enter_by_sheet(unlock_by_sheet(&sheet, NEW));
    assert!(computer.ask(call::vault_recovery_make, computer.sheet()).lacks.is_empty());
}
