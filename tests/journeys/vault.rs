//! The vault: made, locked, opened in every possible way, and refused in every possible way without touching its files.
use acceptance::requests::{at_home, named, new_vault, secret, surnamed, unlock, unlock_as};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ChangePassphrase, ChooseVault, KdfRequest, Me, NewPerson, NewVault, Nothing, PeopleFilter, Unlock, UnlockDevice,
    VaultNames, VaultPhase, VaultVerdict,
};
use ledenkluis_core::app::{App, NoDeviceKeys, write_whole};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use std::fs;
use std::path::Path;

const NEW: &str = "zolder pinda kraan trompet";

fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    write_whole(path, bytes.as_ref()).unwrap();
}

fn anneke(computer: &mut Computer, passphrase: &str) -> Me {
    computer.enter(unlock_as("Anneke Vos", passphrase))
}

fn refusal(computer: &mut Computer) -> Code {
    computer.refused(call::vault_unlock, unlock_as("Anneke Vos", PASSPHRASE))
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x20;
    put(path, bytes);
}

#[test]
fn a_vault_is_made_locked_and_unlocked_again() {
    let mut computer = Computer::new();
    assert_eq!(computer.ask(call::vault_state, Nothing {}).phase, VaultPhase::None);
    computer.create(&[Role::Secretary]);
    let state = computer.ask(call::vault_state, Nothing {});
    assert_eq!((state.phase, state.association.as_deref()), (VaultPhase::Open, Some("Harmonie Kunst na Arbeid")));
    let me = state.me.unwrap();
    assert_eq!(me.name, "Anneke Vos");
    assert!(me.admin);
    computer.ask(call::people_create, surnamed("Berg"));

    computer.lock();
    let state = computer.ask(call::vault_state, Nothing {});
    assert_eq!((state.phase, state.me), (VaultPhase::Locked, None));
    assert_eq!(state.users[0].name, "Anneke Vos");
    assert_eq!(computer.refused(call::people_list, PeopleFilter::default()), Code::VaultLocked);

    computer.restart();
    assert_eq!(computer.ask(call::vault_state, Nothing {}).phase, VaultPhase::Locked, "the last vault is found again");
    let me = anneke(&mut computer, PASSPHRASE);
    assert_eq!(me.roles, [Role::Secretary]);
    assert_eq!(computer.ask(call::people_list, PeopleFilter::default()).total, 1);
    assert_eq!(computer.ask(call::vault_verify, Nothing {}), VaultVerdict { ok: true, findings: vec![] });
}

#[test]
fn a_place_in_the_folder_of_a_cloud_service_is_reported() {
    let mut computer = Computer::new();
    let mut place = |name: &str| {
        let path = computer.path(name);
        let token = computer.app().admit(path);
        computer.ask(call::vault_place, ChooseVault { place: token }).cloud
    };
    assert_eq!(place("Documenten"), None);
    assert_eq!(place("Dropbox/kluis").as_deref(), Some("Dropbox"));
    let token = {
        let path = computer.path("Dropbox/kluis");
        computer.app().admit(path)
    };
    let made = NewVault { place: Some(token), ..new_vault("Harmonie", "A", &[Role::Viewer], PASSPHRASE) };
    computer.ask(call::vault_create, made);
    assert_eq!(computer.ask(call::vault_state, Nothing {}).cloud.as_deref(), Some("Dropbox"));
    computer.lock();
    assert_eq!(computer.ask(call::vault_choose, ChooseVault { place: token }).cloud.as_deref(), Some("Dropbox"));
}

#[test]
fn no_vault_is_made_over_another_or_with_a_weak_passphrase() {
    let mut computer = Computer::with_vault();
    let again = new_vault("Harmonie Kunst na Arbeid", "A", &[Role::Viewer], NEW);
    assert_eq!(computer.refused(call::vault_create, again), Code::VaultExists);
    let weak = computer
        .refusal(call::vault_create, NewVault { kdf: None, ..new_vault("Anders", "A", &[Role::Viewer], "welkom") });
    assert_eq!(weak.fields()[0].code, Code::VaultWeakPassphrase);
}

#[test]
fn after_a_wrong_passphrase_the_next_attempt_must_wait_even_after_a_restart() {
    let mut computer = Computer::with_vault();
    computer.lock();
    let before = fs::read(computer.folder().join("header.json")).unwrap();
    let try_wrong = |c: &mut Computer| c.refused(call::vault_unlock, unlock(NEW));
    assert_eq!(try_wrong(&mut computer), Code::VaultWrongPassphrase);
    assert_eq!(refusal(&mut computer), Code::VaultWait);
    computer.wait(1);
    assert_eq!(try_wrong(&mut computer), Code::VaultWrongPassphrase);
    computer.restart();
    assert_eq!(computer.ask(call::vault_state, Nothing {}).wait_seconds, 2);
    computer.wait(1);
    assert_eq!(refusal(&mut computer), Code::VaultWait);
    computer.wait(1);
    anneke(&mut computer, PASSPHRASE);
    assert_eq!(fs::read(computer.folder().join("header.json")).unwrap(), before);
    // An unknown name gets the same refusal as a wrong passphrase.
    assert_eq!(computer.refused(call::vault_unlock, unlock_as("Niemand", PASSPHRASE)), Code::VaultWrongPassphrase);
}

#[test]
fn every_kind_of_damage_has_its_own_code_and_leaves_the_files_as_they_are() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.lock();
    let (headers, data) = ([folder.join("header.json"), folder.join("header.bak")], folder.join("data.db"));
    let (whole_header, whole_data) = (fs::read(&headers[0]).unwrap(), fs::read(&data).unwrap());
    let all = || [&headers[0], &headers[1], &data].map(|path| fs::read(path).ok());
    let mut check = |code: Code, spoil: &dyn Fn()| {
        spoil();
        let spoilt = all();
        assert_eq!(refusal(&mut computer), code);
        assert_eq!(all(), spoilt, "{code}: the files are untouched");
        headers.iter().for_each(|header| put(header, &whole_header));
        put(&data, &whole_data);
    };
    let both = |bytes: &[u8]| headers.iter().for_each(|header| put(header, bytes));
    let replaced = |from: &str, to: &str| {
        let text = String::from_utf8(whole_header.clone()).unwrap();
        assert!(text.contains(from));
        both(text.replace(from, to).as_bytes());
    };
    check(Code::VaultDamaged, &|| flip(&data, 5000));
    check(Code::VaultHalvesDiffer, &|| flip(&data, 100));
    check(Code::VaultDamaged, &|| put(&data, b""));
    check(Code::VaultDataMissing, &|| fs::remove_file(&data).unwrap());
    check(Code::VaultHeaderDamaged, &|| headers.iter().for_each(|header| fs::remove_file(header).unwrap()));
    check(Code::VaultHeaderDamaged, &|| both(b"{"));
    check(Code::VaultHeaderDamaged, &|| replaced("\"association\":\"Harmonie", "\"association\":\"Fanfare"));
    check(Code::VaultTooNew, &|| both(br#"{"format":3,"anything":"new"}"#));
    check(Code::VaultTooOld, &|| both(br#"{"format":1,"anything":"old"}"#));
    anneke(&mut computer, PASSPHRASE);
}

#[test]
fn a_flipped_bit_in_any_page_is_found_at_the_unlock_before_anything_is_written() {
    let mut computer = Computer::with_vault();
    for n in 0..20 {
        computer.ask(call::people_create, surnamed(&format!("Berg {n}")));
    }
    let data = computer.folder().join("data.db");
    computer.lock();
    let whole = fs::read(&data).unwrap();
    assert!(whole.len() > 20 * 4096);
    for page in 0..whole.len() / 4096 {
        flip(&data, page * 4096 + 2000);
        let damaged = fs::read(&data).unwrap();
        // SQLCipher checks the key on the first page, so damage there cannot be told from a file under another key.
        let code = if page == 0 { Code::VaultHalvesDiffer } else { Code::VaultDamaged };
        assert_eq!(refusal(&mut computer), code, "page {}", page + 1);
        assert_eq!(fs::read(&data).unwrap(), damaged, "page {}", page + 1);
        put(&data, &whole);
    }
    anneke(&mut computer, PASSPHRASE);
}

#[test]
fn the_window_makes_no_vault_whose_passphrase_is_cheap_to_guess() {
    let home = tempfile::tempdir().unwrap();
    let (vaults, scratch) = (home.path().join("home"), home.path().join("scratch"));
    let mut app = App::new(vaults, &scratch, std::sync::Arc::new(NoDeviceKeys)).unwrap();
    let mut refused = |memory_mib: u32, passes: u32| {
        let kdf = Some(KdfRequest { memory_mib, passes });
        let made = NewVault { kdf, ..new_vault("Harmonie", "A", &[Role::Viewer], PASSPHRASE) };
        call::vault_create(&mut app, made).err().map(|e| e.fields()[0].field.clone())
    };
    assert_eq!(refused(63, 3).as_deref(), Some("kdf"));
    assert_eq!(refused(64, 2).as_deref(), Some("kdf"));
    assert_eq!(refused(64, 3), None);
}

#[test]
fn a_vault_that_is_open_elsewhere_can_only_be_opened_read_only() {
    let mut first = Computer::with_vault();
    let mut second = first.second_program();
    let refused = second.refusal(call::vault_unlock, unlock(PASSPHRASE));
    assert_eq!(refused.code(), Code::VaultInUse);
    assert!(refused.view().args["since"].parse::<i64>().unwrap() > 0);
    assert!(second.ask(call::vault_state, Nothing {}).in_use.is_some());

    second.enter(Unlock { read_only: true, ..unlock(PASSPHRASE) });
    assert!(second.ask(call::vault_state, Nothing {}).read_only);
    assert_eq!(second.refused(call::people_create, surnamed("Berg")), Code::VaultReadOnly);
    first.ask(call::people_create, surnamed("Dijk"));
    assert_eq!(second.ask(call::people_list, PeopleFilter::default()).total, 1);

    first.lock();
    second.enter(unlock(PASSPHRASE));
    second.ask(call::people_create, surnamed("Berg"));
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let mut computer = Computer::with_vault();
    let header = computer.folder().join("header.json");
    let old_header = fs::read_to_string(&header).unwrap();
    let wrong = ChangePassphrase { old: secret(NEW), new: secret(NEW) };
    assert_eq!(computer.refused(call::vault_change_passphrase, wrong), Code::VaultWrongPassphrase);
    computer.wait(60);
    computer.choose_passphrase(PASSPHRASE, NEW);
    assert_ne!(fs::read_to_string(&header).unwrap(), old_header);
    computer.lock();
    assert_eq!(refusal(&mut computer), Code::VaultWrongPassphrase);
    computer.wait(60);
    anneke(&mut computer, NEW);
}

#[test]
fn names_can_be_hidden_at_the_door() {
    let mut computer = Computer::with_vault();
    computer.ask(call::vault_names, VaultNames { hidden: true });
    let header = fs::read_to_string(computer.folder().join("header.json")).unwrap();
    assert!(!header.contains("Anneke"));
    computer.lock();
    assert!(computer.ask(call::vault_state, Nothing {}).users.is_empty());
    assert_eq!(anneke(&mut computer, PASSPHRASE).name, "Anneke Vos");
    computer.ask(call::vault_names, VaultNames { hidden: false });
    assert!(computer.ask(call::vault_state, Nothing {}).users.is_empty(), "an open vault lists no users");
    computer.lock();
    assert_eq!(computer.ask(call::vault_state, Nothing {}).users[0].name, "Anneke Vos");
}

#[test]
fn this_computer_can_remember_and_forget() {
    let mut computer = Computer::with_vault();
    let user = computer.ask(call::vault_state, Nothing {}).me.unwrap().user;
    let by_device = UnlockDevice { user, older_is_right: false, is_closed_elsewhere: false };
    computer.lock();
    assert_eq!(computer.refused(call::vault_unlock_device, by_device), Code::VaultNoKeychain);
    anneke(&mut computer, PASSPHRASE);
    computer.ask(call::vault_remember, computer.remember(true));
    computer.restart();
    assert_eq!(computer.ask(call::vault_state, Nothing {}).device_users, [user]);
    assert_eq!(computer.ask(call::vault_unlock_device, by_device).name, "Anneke Vos");

    computer.keychain.clear();
    computer.restart();
    assert_eq!(computer.refused(call::vault_unlock_device, by_device), Code::VaultNoKeychain);
    anneke(&mut computer, PASSPHRASE);
    computer.ask(call::vault_remember, computer.remember(true));
    computer.ask(call::vault_remember, computer.remember(false));
    computer.lock();
    assert_eq!(computer.refused(call::vault_unlock_device, by_device), Code::VaultNoKeychain);
}

#[test]
fn a_computer_without_a_keychain_says_so_and_changes_nothing() {
    let mut computer = Computer::with_vault();
    assert!(computer.ask(call::vault_state, Nothing {}).keychain);
    computer.keychain.gone.store(true, std::sync::atomic::Ordering::Relaxed);
    let mut next_time = computer.second_program();
    assert!(!next_time.ask(call::vault_state, Nothing {}).keychain);
    let header = fs::read(computer.folder().join("header.json")).unwrap();
    assert_eq!(computer.refused(call::vault_remember, computer.remember(true)), Code::VaultNoKeychain);
    assert_eq!(fs::read(computer.folder().join("header.json")).unwrap(), header);
}

#[test]
fn nothing_about_a_person_can_be_read_in_the_folder() {
    let mut computer = Computer::with_vault();
    computer.ask(
        call::people_create,
        NewPerson {
            emails: vec![at_home("sientje@voorbeeld.nl")],
            note: "vergeet altijd haar klarinet".into(),
            ..named("Sientje", "Dwarsligger")
        },
    );
    for entry in fs::read_dir(computer.folder()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for word in ["Sientje", "Dwarsligger", "klarinet", "sientje@", PASSPHRASE, "SQLite format"] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word}");
        }
    }
}
