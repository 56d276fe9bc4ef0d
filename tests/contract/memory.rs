//! After a lock no secret is left in the memory of the program: no passphrase, not even a wrong one, no key and no
//! person. The test searches its own memory through `/proc`; `tests/window/memory.rs` does the same to the real window.
use acceptance::memory::{Mark, count};
use acceptance::requests::{gift, new_vault, search, surnamed, unlock};
use acceptance::{Calls, Computer};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ByPerson, NewDonation, NewPerson, PersonId};
use ledenkluis_core::ops::Role;
use std::process::Command;

/// The window starts itself with this setting: glibc then overwrites the memory that C code frees, such as SQLite's
/// pages.
const TUNABLES: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.perturb=255");

/// Builds texts while the test runs, so that they are not already in the program file.
fn made_up(word: &str, n: usize) -> String {
    format!("{word}{}{n:03}", "qz".repeat(3))
}

#[test]
fn after_a_lock_no_secret_is_left_in_memory() {
    if std::env::var(TUNABLES.0).is_ok_and(|with| with == TUNABLES.1) {
        return look();
    }
    let name = "memory::after_a_lock_no_secret_is_left_in_memory";
    let mut again = Command::new(std::env::current_exe().unwrap());
    let done =
        again.args(["--exact", name, "--nocapture", "--test-threads=1"]).env(TUNABLES.0, TUNABLES.1).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

fn look() {
    let mut computer = Computer::new();
    let mut marks: Vec<(String, Mark)> = vec![];
    let mut mark = |what: &str, text: &str| marks.extend(Mark::text(text).map(|mark| (what.to_owned(), mark)));
    let roles = [Role::Secretary, Role::Treasurer, Role::Privacy];
    let request = new_vault("Harmonie", &made_up("Anneke", 0), &roles, &made_up("wachtzin kachel wolk", 1));
    mark("the passphrase", &made_up("wachtzin kachel wolk", 1));
    mark("a wrong passphrase", &made_up("wachtzin fiets tafel", 2));
    computer.ask(call::vault_create, request);
    let people: Vec<PersonId> = (0..40).map(|n| add_person(&mut computer, n)).collect();
    mark("a surname", &made_up("Zomerdijk", 7));
    // The search index folds its words.
    mark("a word of the index", &made_up("zomerdijk", 8));
    mark("a note", &made_up("vertrouwelijk", 9));
    mark("a remark with a gift", &made_up("nalatenschap", 3));
    computer.lock();
    computer.wait(60);
    computer.refusal(call::vault_unlock, unlock(&made_up("wachtzin fiets tafel", 2)));
    computer.wait(60);
    computer.enter(unlock(&made_up("wachtzin kachel wolk", 1)));
    for &person in &people {
        computer.ask(call::people_get, ByPerson { person });
        computer.ask(call::donations_list, ByPerson { person });
    }
    computer.ask(call::people_list, search(&made_up("zomerdyk", 5)));
    for (compartment, _, key) in computer.app().session().unwrap().keys().iter() {
        marks.push((format!("the key of {}", compartment.as_str()), Mark::bytes(key.expose())));
    }
    drop(people);
    let found = |marks: &[(String, Mark)]| -> Vec<(String, usize)> {
        let only: Vec<Mark> = marks.iter().map(|(_, mark)| mark.clone()).collect();
        let counts = count(std::process::id(), &only).unwrap();
        marks.iter().map(|(what, _)| what.clone()).zip(counts).filter(|(_, n)| *n > 0).collect()
    };
    let open = found(&marks);
    for what in ["a surname", "a word of the index", "the key of main", "the key of confidential", "the key of giving"]
    {
        assert!(open.iter().any(|(found, _)| found == what), "looking finds {what} while the vault is open: {open:?}");
    }
    computer.lock();
    computer.leave();
    let left = found(&marks);
    assert!(left.is_empty(), "after the lock: {left:?}");
}

fn add_person(computer: &mut Computer, n: usize) -> PersonId {
    let member = NewPerson { note: made_up("vertrouwelijk", n), ..surnamed(&made_up("Zomerdijk", n)) };
    let person = computer.ask(call::people_create, member);
    let gift = NewDonation { remark: made_up("nalatenschap", n), ..gift(person, "2026-03-01", 2_500) };
    computer.ask(call::donations_record, gift);
    person
}
