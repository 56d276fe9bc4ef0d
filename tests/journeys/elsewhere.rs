//! A vault that is gone or was replaced: the folder moved, the USB stick is out, an older copy lies in its place. Each
//! has its own code, and a correct passphrase is not simply called wrong.
use acceptance::requests::{surnamed, unlock};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{Me, Nothing, PeopleFilter, Unlock, VaultPhase};
use ledenkluis_core::app::write_whole;
use ledenkluis_core::error::Code;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const NEW: &str = "zolder pinda kraan trompet";

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn put(files: &BTreeMap<PathBuf, Vec<u8>>) {
    files.iter().for_each(|(path, bytes)| write_whole(path, bytes).unwrap());
}

#[test]
fn a_vault_whose_folder_moved_while_it_was_open_says_so_and_goes_on_when_it_is_back() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    let away = folder.with_extension("elsewhere");
    fs::rename(&folder, &away).unwrap();
    assert_eq!(computer.refused(call::people_create, surnamed("Okafor")), Code::VaultMoved);
    fs::rename(&away, &folder).unwrap();
    computer.ask(call::people_create, surnamed("Okafor"));
    assert_eq!(computer.ask(call::people_list, PeopleFilter::default()).total, 1);
}

#[test]
fn after_a_start_the_program_waits_for_a_vault_on_a_stick_that_is_out() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.lock();
    let away = folder.with_extension("elsewhere");
    fs::rename(&folder, &away).unwrap();
    computer.restart();
    let state = computer.ask(call::vault_state, Nothing {});
    let problem = state.problem.as_ref().map(|refused| refused.code.clone());
    assert_eq!((state.phase, problem), (VaultPhase::Locked, Some(Code::VaultMissing.as_str().to_owned())));
    let is_place = |place: &String| folder.ends_with(place) || place.ends_with("kluis");
    assert!(state.place.as_ref().is_some_and(is_place), "{state:?}");
    assert_eq!(computer.refused(call::vault_unlock, unlock(PASSPHRASE)), Code::VaultMissing);
    fs::rename(&away, &folder).unwrap();
    assert_eq!(computer.ask(call::vault_state, Nothing {}).problem, None);
    computer.enter(unlock(PASSPHRASE));
}

#[test]
fn at_an_older_copy_todays_passphrase_is_not_just_called_wrong() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.lock();
    let before = files(&folder);
    computer.enter(unlock(PASSPHRASE));
    computer.choose_passphrase(PASSPHRASE, NEW);
    computer.lock();
    assert_eq!(computer.refused(call::vault_unlock, unlock(PASSPHRASE)), Code::VaultWrongPassphrase);
    put(&before);
    computer.wait(60);
    assert_eq!(computer.refused(call::vault_unlock, unlock(NEW)), Code::VaultWrongPassphraseOlder);
    computer.wait(60);
    assert_eq!(computer.refused(call::vault_unlock, unlock(PASSPHRASE)), Code::VaultOlderCopy);
}

#[test]
fn an_empty_passphrase_is_no_attempt() {
    let mut computer = Computer::with_vault();
    computer.lock();
    for _ in 0..2 {
        assert_eq!(computer.refused(call::vault_unlock, unlock("")), Code::InputInvalid);
    }
    let me = computer.enter(unlock(PASSPHRASE));
    assert!(me.told.is_empty());
}

#[test]
fn what_a_read_only_session_was_told_the_secretary_is_told_too() {
    let mut computer = Computer::with_vault();
    let told = |me: &Me| me.told.iter().any(|finding| finding.code == Code::VaultFailedAttempts.as_str());
    computer.lock();
    computer.refusal(call::vault_unlock, unlock(NEW));
    computer.wait(60);
    for (read_only, expected) in [(true, true), (true, true), (false, true), (false, false)] {
        let me = computer.enter(Unlock { read_only, ..unlock(PASSPHRASE) });
        assert_eq!(told(&me), expected, "read-only: {read_only}");
        computer.lock();
    }
}

#[test]
fn a_file_of_the_vault_under_another_name_is_named() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.lock();
    fs::rename(folder.join("data.db"), folder.join("data (1).db")).unwrap();
    let refused = computer.refusal(call::vault_unlock, unlock(PASSPHRASE));
    assert_eq!((refused.code(), refused.view().args["names"].as_str()), (Code::VaultDataRenamed, "data (1).db"));
    fs::rename(folder.join("data (1).db"), folder.join("data.db")).unwrap();
    fs::copy(folder.join("data.db"), folder.join("data-LAPTOP.db")).unwrap();
    let me = computer.enter(unlock(PASSPHRASE));
    assert_eq!(me.told[0].args["names"], "data-LAPTOP.db", "{me:?}");
}
