//! How much memory the list and the search take: measured in a process of its own, because one that did them before has
//! the memory already.
use acceptance::PASSPHRASE;
use acceptance::requests::unlock_as;
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ChooseVault, PeopleFilter, Unlock};
use ledenkluis_core::app::{App, NoDeviceKeys, SystemClock, TimeOrderedIds};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// The word by which this program is told to be that other process.
pub(crate) const WORD: &str = "memory";

/// Bytes that the list and the search of a locked vault take.
pub(crate) fn grown(vault: &Path) -> u64 {
    let this = std::env::current_exe().expect("this program");
    let said = Command::new(this).arg(WORD).arg(vault).output().expect("the other process").stdout;
    String::from_utf8_lossy(&said).trim().parse().expect("a number of bytes")
}

/// What the other process does.
pub(crate) fn print(vault: &Path) {
    let scratch = tempfile::tempdir().expect("a folder");
    // A copy: its clock is another than that of the bench, and the vault would remember.
    let copy = scratch.path().join("copy.kluis");
    std::fs::create_dir(&copy).expect("a folder");
    for entry in std::fs::read_dir(vault).expect("the vault").map(|entry| entry.expect("an entry")) {
        std::fs::copy(entry.path(), copy.join(entry.file_name())).expect("a copy");
    }
    let (clock, ids) = (Arc::new(SystemClock), Arc::new(TimeOrderedIds));
    let home = scratch.path().join("home");
    let mut app = App::with(clock, ids, home, scratch.path(), Arc::new(NoDeviceKeys)).expect("an application");
    let place = app.admit(copy);
    call::vault_choose(&mut app, ChooseVault { place }).expect("the vault");
    let own = Unlock { read_only: true, clock_is_right: true, ..unlock_as("Anneke Vos", PASSPHRASE) };
    call::vault_unlock(&mut app, own).expect("an open vault");
    let before = resident();
    for q in [None, Some("vissre".to_owned())] {
        call::people_list(&mut app, PeopleFilter { q, limit: Some(50), ..PeopleFilter::default() }).expect("the list");
    }
    println!("{}", resident().saturating_sub(before));
}

/// The memory of this program that is in use, in bytes; zero where the system does not tell.
fn resident() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let resident = pages.and_then(|text| text.split_whitespace().nth(1)?.parse::<u64>().ok());
    resident.unwrap_or(0) * 4096
}
