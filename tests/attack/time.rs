//! Somebody who can write in the folder and kept its earlier contents: old pages, old headers, a whole old vault.
use crate::scene::{ANNEKE, How, Scene, State};
use acceptance::requests::{unlock_as, withdrawal};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ChooseVault, ConsentBy, ConsentHow, Nothing, SettingsChange, WithdrawConsent};
use ledenkluis_core::error::Code;
use std::collections::BTreeSet;

const PAGE: usize = 4096;

/// Consent was given and then withdrawn. Returns both states, locked.
fn with_withdrawal() -> (Scene, State, State) {
    let mut scene = Scene::new();
    let given = scene.state();
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let withdrawal = withdrawal(scene.person, scene.photos);
    let withdrawal = WithdrawConsent { how: Some(ConsentHow::Email), by: Some(ConsentBy::Subject), ..withdrawal };
    scene.computer.ask(call::consent_withdraw, withdrawal);
    scene.lock();
    let withdrawn = scene.state();
    (scene, given, withdrawn)
}

/// The pages that differ between two states, as far as both have them.
fn differing(a: &State, b: &State) -> Vec<usize> {
    let both = a.data.len().min(b.data.len()) / PAGE;
    (0..both).filter(|n| a.data[n * PAGE..(n + 1) * PAGE] != b.data[n * PAGE..(n + 1) * PAGE]).collect()
}

/// All subsets of a few pages. Of many: each alone, all but each, and a selection of others.
fn subsets(pages: &[usize]) -> BTreeSet<Vec<usize>> {
    let chosen = |bits: u64| pages.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, p)| *p).collect();
    let (all, count) = ((1_u64 << pages.len()) - 1, pages.len());
    let few = count <= 6;
    let each = (0..count).flat_map(|i| [1 << i, all & !(1 << i)]);
    let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
    let others = (0..48).map(move |_| {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        bits & all
    });
    let picked: Vec<u64> = if few { (1..=all).collect() } else { each.chain(others).chain([all]).collect() };
    picked.into_iter().map(chosen).filter(|s: &Vec<usize>| !s.is_empty()).collect()
}

fn with_pages(now: &State, old: &State, pages: &[usize]) -> State {
    let mut mixed = now.clone();
    for page in pages {
        let at = page * PAGE..(page + 1) * PAGE;
        mixed.data[at.clone()].copy_from_slice(&old.data[at]);
    }
    mixed
}

#[test]
fn old_pages_that_undo_a_withdrawal_are_found_at_the_unlock() {
    let (mut scene, given, withdrawn) = with_withdrawal();
    let pages = differing(&given, &withdrawn);
    let subsets = subsets(&pages);
    assert!(subsets.len() > 20, "{} pages differ", pages.len());
    for subset in subsets {
        let mixed = with_pages(&withdrawn, &given, &subset);
        scene.put(&mixed);
        for how in [How::Plainly, How::OlderIsRight, How::ToLook] {
            let refused = scene.unlock(ANNEKE, how).unwrap_or_else(|| panic!("pages {subset:?} of before came in"));
            // Pages of two days can make an inconsistent database, which is reported as damage.
            let codes = [
                Code::VaultPagesReplaced,
                Code::VaultDataOlder,
                Code::VaultTrailCut,
                Code::VaultDamaged,
                Code::VaultHeaderOlder,
            ];
            assert!(codes.contains(&refused), "pages {subset:?}: {refused}");
            assert!(scene.state() == mixed, "pages {subset:?}: something was written");
        }
    }
    scene.put(&withdrawn);
    scene.is_as_before();
}

/// A journal as SQLite leaves it after a crash (file format, 3): old pages, to be restored at the next opening.
fn journal(old: &State, now: &State, pages: &[usize]) -> Vec<u8> {
    let word = |n: usize| u32::try_from(n).unwrap().to_be_bytes();
    let magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let mut bytes =
        [&magic[..], &word(pages.len()), &word(7), &word(now.data.len() / PAGE), &word(512), &word(PAGE)].concat();
    bytes.resize(512, 0);
    for number in pages {
        let page = &old.data[number * PAGE..(number + 1) * PAGE];
        let sum =
            (1..PAGE).rev().filter(|i| (PAGE - i).is_multiple_of(200)).map(|i| usize::from(page[i])).sum::<usize>();
        bytes.extend([&word(number + 1)[..], page, &word(sum + 7)].concat());
    }
    bytes
}

/// Whether SQLite takes this for a journal of that file: it restores pages without knowing their key.
#[expect(clippy::disallowed_methods, reason = "files of the test's own, and SQLite without the program")]
fn is_rolled_back(state: &State, journal: &[u8]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data.db");
    std::fs::write(&data, &state.data).unwrap();
    std::fs::write(folder.path().join("data.db-journal"), journal).unwrap();
    let conn = rusqlite::Connection::open(&data).unwrap();
    let _ = conn.query_row("SELECT count(*) FROM sqlite_master", [], |r| r.get::<_, i64>(0));
    drop(conn);
    std::fs::read(&data).unwrap() != state.data
}

/// Beside data that is as it was locked, a journal restores nothing: it is not used.
#[test]
fn a_journal_beside_data_that_is_as_it_was_locked_brings_nothing_back() {
    let (mut scene, given, withdrawn) = with_withdrawal();
    let path = scene.computer.folder().join("data.db-journal");
    for subset in subsets(&differing(&given, &withdrawn)).into_iter().step_by(5) {
        scene.put(&withdrawn);
        std::fs::write(&path, journal(&given, &withdrawn, &subset)).unwrap();
        scene.is_as_before();
    }
}

/// SQLite itself restores the old pages; the result is not the data that was locked, and a refusal leaves the files as
/// they were.
#[test]
fn old_pages_that_a_journal_would_bring_back_are_found_too() {
    let (mut scene, given, withdrawn) = with_withdrawal();
    let pages = differing(&given, &withdrawn);
    let path = scene.computer.folder().join("data.db-journal");
    let mut rolled_back = 0;
    for subset in subsets(&pages).into_iter().filter(|subset| subset.len() > 1) {
        // One page is changed already, so that the journal is needed.
        let mixed = with_pages(&withdrawn, &given, &subset[..1]);
        let journal = journal(&given, &withdrawn, &subset);
        scene.put(&mixed);
        std::fs::write(&path, &journal).unwrap();
        rolled_back += usize::from(is_rolled_back(&mixed, &journal));
        let refused = scene.unlock(ANNEKE, How::OlderIsRight);
        let refused = refused.unwrap_or_else(|| panic!("a journal brought pages {subset:?} of before in"));
        let codes = [Code::VaultPagesReplaced, Code::VaultDataOlder, Code::VaultTrailCut, Code::VaultDamaged];
        assert!(codes.contains(&refused), "pages {subset:?}: {refused}");
        assert!(scene.state() == mixed, "pages {subset:?}: a refused unlock changed the data");
        assert!(std::fs::read(&path).unwrap() == journal, "pages {subset:?}: a refused unlock took the journal");
    }
    assert!(rolled_back > 0, "SQLite takes none of these for a journal");
    let _ = std::fs::remove_file(path);
    scene.put(&withdrawn);
    scene.is_as_before();
}

/// A write-ahead log as SQLite makes it (file format, 4): its sums need no key.
fn write_ahead_log(old: &State, now: &State, pages: &[usize]) -> Vec<u8> {
    let word = |n: usize| u32::try_from(n).unwrap().to_be_bytes();
    let salts = [[7_u8, 7, 7, 7], [9, 9, 9, 9]].concat();
    let add = |sums: (u32, u32), bytes: &[u8]| {
        bytes.chunks(8).fold(sums, |(a, b), pair| {
            let at = |i: usize| u32::from_be_bytes(pair[i..i + 4].try_into().unwrap());
            let a = a.wrapping_add(at(0)).wrapping_add(b);
            (a, b.wrapping_add(at(4)).wrapping_add(a))
        })
    };
    let both = |(a, b): (u32, u32)| [a.to_be_bytes(), b.to_be_bytes()].concat();
    let mut log = [&[0x37, 0x7f, 0x06, 0x83][..], &word(3_007_000), &word(PAGE), &word(1), &salts].concat();
    let mut sums = add((0, 0), &log);
    log.extend(both(sums));
    for number in pages {
        let page = &old.data[number * PAGE..(number + 1) * PAGE];
        let head = [word(number + 1), word(now.data.len() / PAGE)].concat();
        sums = add(add(sums, &head), page);
        log.extend([&head[..], &salts, &both(sums), page].concat());
    }
    log
}

/// SQLite reads pages from such a file by its name alone, whatever the database says of its journal.
#[test]
fn old_pages_in_a_write_ahead_log_are_never_read() {
    for how in [How::ToLook, How::Plainly] {
        let (mut scene, given, withdrawn) = with_withdrawal();
        let path = scene.computer.folder().join("data.db-wal");
        std::fs::write(&path, write_ahead_log(&given, &withdrawn, &differing(&given, &withdrawn))).unwrap();
        assert_eq!(scene.unlock(ANNEKE, how), None, "the file is none of ours, and keeps nobody out");
        scene.lock();
        assert!(!path.exists());
        scene.is_as_before();
    }
}

/// The same, beside the header of before a session that only opened the vault.
#[test]
fn old_pages_beside_the_header_of_before_a_mere_look_are_found() {
    let (mut scene, given, withdrawn) = with_withdrawal();
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    scene.lock();
    let today = scene.state();
    // The pages of the log went on; those of the consent did not.
    let later = differing(&withdrawn, &today);
    let of_before: Vec<_> = differing(&given, &withdrawn).into_iter().filter(|page| !later.contains(page)).collect();
    assert!(!of_before.is_empty(), "no page belongs to the withdrawal alone");
    for subset in subsets(&of_before) {
        let mixed = with_pages(&State { data: today.data.clone(), ..withdrawn.clone() }, &given, &subset);
        scene.put(&mixed);
        assert!(scene.unlock(ANNEKE, How::Plainly).is_some(), "pages {subset:?} of before came in");
        assert!(scene.state() == mixed, "pages {subset:?}: something was written");
    }
    scene.put(&today);
    scene.is_as_before();
}

/// With the old header, the data looks like what a crash would leave. But this computer has seen a later lock.
#[test]
fn old_pages_beside_the_header_of_their_day_are_found_on_this_computer() {
    let (mut scene, given, withdrawn) = with_withdrawal();
    assert_eq!(given.header().chain.len(), withdrawn.header().chain.len(), "nothing changed in who belongs");
    let pages = differing(&given, &withdrawn);
    // Also without any: then only the header is old.
    let singles = pages.iter().map(|p| vec![*p]).chain([vec![]]);
    for subset in singles {
        let mixed = with_pages(&State { data: withdrawn.data.clone(), ..given.clone() }, &given, &subset);
        scene.put(&mixed);
        let refused =
            scene.unlock(ANNEKE, How::Plainly).unwrap_or_else(|| panic!("pages {subset:?} of before came in"));
        let codes = [
            Code::VaultHeaderOlder,
            Code::VaultOlderCopy,
            Code::VaultDamaged,
            Code::VaultTrailCut,
            Code::VaultPagesReplaced,
            Code::VaultDataOlder,
        ];
        assert!(codes.contains(&refused), "pages {subset:?}: {refused}");
        assert!(scene.state() == mixed, "pages {subset:?}: something was written");
    }
    scene.put(&withdrawn);
    scene.is_as_before();
}

/// A copy in which somebody worked elsewhere: it is not shorter, but lacks the last row that this computer saw.
#[test]
fn a_vault_that_was_continued_elsewhere_is_reported_as_that() {
    let (mut scene, given, _) = with_withdrawal();
    scene.put(&given);
    let mut other = Computer::new();
    let place = other.app().admit(scene.folder.clone());
    other.ask(call::vault_choose, ChooseVault { place });
    other.wait(864_000);
    let request = unlock_as(ANNEKE, PASSPHRASE);
    other.enter(request.clone());
    for name in ["Berg", "Dam", "Vos", "Zee"] {
        other.ask(call::settings_set, SettingsChange { association: Some(name.into()), ..SettingsChange::default() });
    }
    other.lock();
    let elsewhere = scene.state();
    let refused = scene.computer.refusal(call::vault_unlock, request);
    assert_eq!((refused.code(), refused.view().args["forked"].as_str()), (Code::VaultOlderCopy, "true"));
    assert!(!refused.view().args.contains_key("rows"), "nothing is missing at the end: {:?}", refused.view().args);
    assert!(scene.state() == elsewhere, "nothing was written");
    assert_eq!(scene.unlock(ANNEKE, How::OlderIsRight), None);
}

#[test]
fn a_whole_earlier_vault_is_reported_and_opened_by_choice() {
    let (mut scene, given, withdrawn) = with_withdrawal();
    scene.put(&given);
    let request = unlock_as(ANNEKE, PASSPHRASE);
    let refused = scene.computer.refusal(call::vault_unlock, request.clone());
    assert_eq!(refused.code(), Code::VaultOlderCopy);
    assert!(refused.view().args["rows"].parse::<i64>().unwrap() > 0, "what would be lost: {:?}", refused.view().args);
    assert!(!refused.view().args.contains_key("forked"), "it is older and no other: {:?}", refused.view().args);
    assert!(scene.state() == given, "nothing was written");
    let looks = scene.unlock(ANNEKE, How::ToLook);
    assert_eq!(looks, Some(Code::VaultOlderCopy), "read-only as well");
    assert_eq!(scene.unlock(ANNEKE, How::OlderIsRight), None);
    assert!(scene.computer.ask(call::vault_verify, Nothing {}).findings.is_empty());
    scene.lock();
    // Once chosen, it is the vault, and the later one is refused.
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    scene.lock();
    scene.put(&withdrawn);
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), Some(Code::VaultOlderCopy));
    // A computer that never saw the later vault cannot notice. That is a known limit.
    scene.put(&given);
    let mut other = Computer::new();
    let place = other.app().admit(scene.folder.clone());
    other.ask(call::vault_choose, ChooseVault { place });
    other.wait(864_000);
    other.enter(request);
}
