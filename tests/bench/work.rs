//! The actions to measure, on a real vault with the minimum key derivation cost, and the baseline of each.
use crate::measure::{Spent, once};
use crate::plain::Plain;
use acceptance::{Computer, PASSPHRASE};
use argon2::{Algorithm, Argon2, Params, Version};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::files::write_whole;
use ledenkluis_core::kernel::sealed::Compartment;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;

/// Search words: correct, misspelt and partial.
pub(crate) const WORDS: [&str; 10] =
    ["berg", "anneke", "mul", "veldrade", "vissre", "pieter m", "9999", "0600", "yildiz", "hendriks"];

/// The minimum key derivation cost of a vault: memory in MiB, passes, lanes.
const FLOOR: (u32, u32, u32) = (64, 3, 4);

/// A vault, its unencrypted counterpart, and room for files.
pub(crate) struct Work {
    computer: Computer,
    pub(crate) plain: Plain,
    saved: u32,
    page: Spent,
    paper: Vec<Vec<u8>>,
}

impl Work {
    pub(crate) fn new() -> Self {
        let mut computer = Computer::new();
        let kdf = json!({ "memory_mib": FLOOR.0, "passes": FLOOR.1 });
        let request = json!({
            "association": "Harmonie Kunst na Arbeid", "user_name": "Anneke Vos", "roles": ["secretary"],
            "passphrase": PASSPHRASE, "kdf": kdf,
        });
        computer.call("vault_create", request);
        std::fs::create_dir_all(computer.path("")).expect("a folder");
        Work { computer, plain: Plain::new(), saved: 0, page: Spent::default(), paper: vec![] }
    }

    pub(crate) fn fill(&mut self, people: u32) {
        self.computer.call("demo_fill", json!({ "people": people, "seed": 1 }));
    }

    /// People as the list shows them.
    pub(crate) fn rows(&mut self, limit: u32) -> Vec<Value> {
        let page = self.computer.call("people_list", json!({ "limit": limit }));
        page["rows"].as_array().cloned().unwrap_or_default()
    }

    /// Gives the baseline an unencrypted copy of the vault's current database.
    pub(crate) fn copy(&mut self) {
        let data = self.computer.folder().join("data.db");
        let session = self.computer.app().session().expect("an open vault");
        let key = session.keys().get(Compartment::Main).expect("the main key").1.clone();
        self.plain.copy(&data, &key);
    }

    /// Locks the vault, unlocks it and shows the first page.
    pub(crate) fn unlock(&mut self) {
        self.computer.call("vault_lock", json!({}));
        self.computer.become_user("Anneke Vos");
        self.first_page();
    }

    /// From the locked vault to the first page, without the preceding lock.
    pub(crate) fn unlock_alone(&mut self) -> Spent {
        self.computer.call("vault_lock", json!({}));
        let door = once(|| drop(self.computer.become_user("Anneke Vos")));
        self.page = once(|| self.first_page());
        door + self.page
    }

    /// What unlocking did before there were rosters, seals and a memory of what was seen: the key derivation, a check
    /// of every page, and one row. The time of the same first page is added.
    pub(crate) fn unlock_as_before(&mut self) -> Spent {
        let session = self.computer.app().session().expect("an open vault");
        let key = session.keys().get(Compartment::Main).expect("the main key").1.clone();
        let data = self.computer.folder().join("data.db");
        self.computer.call("vault_lock", json!({}));
        let locked_away = std::fs::read(&data).expect("the vault");
        let door = once(|| {
            self.passphrase_alone();
            let vault = db::open(&data, &key, Mode::ReadWrite).expect("the vault");
            vault.execute_batch("UPDATE user_account SET unlocked_at = unlocked_at").expect("a row");
        });
        // Restore the file: the program would report pages that were written outside it.
        write_whole(&data, &locked_away).expect("the vault as it was");
        door + self.page
    }

    /// Only the lock. What changed since the last lock is the row of the unlock.
    pub(crate) fn lock_alone(&mut self) -> Spent {
        let spent = once(|| drop(self.computer.call("vault_lock", json!({}))));
        self.computer.become_user("Anneke Vos");
        spent
    }

    /// SQLCipher's own check of the same file.
    pub(crate) fn every_page(&mut self) -> Spent {
        let session = self.computer.app().session().expect("an open vault");
        let key = session.keys().get(Compartment::Main).expect("the main key").1.clone();
        let data = db::open(&self.computer.folder().join("data.db"), &key, Mode::ReadOnly).expect("the vault");
        once(|| data.execute_batch("PRAGMA cipher_integrity_check").expect("a check"))
    }

    pub(crate) fn passphrase_alone(&mut self) {
        let params = Params::new(FLOOR.0 * 1024, FLOOR.1, FLOOR.2, Some(32)).expect("a cost");
        let mut key = [0; 32];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password_into(PASSPHRASE.as_bytes(), &[7; 16], &mut key).expect("a key");
    }

    pub(crate) fn first_page(&mut self) {
        self.computer.call("people_list", json!({ "limit": 50 }));
    }

    pub(crate) fn search(&mut self, q: &str) {
        self.computer.call("people_list", json!({ "q": q, "limit": 50 }));
    }

    pub(crate) fn due(&mut self) {
        self.computer.call("retention_due", json!({}));
    }

    pub(crate) fn save(&mut self) {
        self.saved += 1;
        self.computer.call("people_create", json!({ "surname": format!("Proef {}", self.saved) }));
    }

    /// Makes the report about the first person in the list.
    pub(crate) fn report(&mut self) {
        let person = self.rows(1)[0]["id"].clone();
        let files = ["report.pdf", "report.json"].map(|name| self.computer.path(name));
        let target = |path: &PathBuf, w: &mut Work| json!({ "to": "file", "file": w.computer.app().admit_to_replace(path.clone()) });
        let (pdf, data) = (target(&files[0], self), target(&files[1], self));
        self.computer.call("export_report", json!({ "person": person, "pdf": pdf, "data": data }));
        self.paper = files.iter().map(|path| std::fs::read(path).expect("a document")).collect();
    }

    pub(crate) fn two_files(&mut self) {
        let paper = std::mem::take(&mut self.paper);
        paper.iter().for_each(|bytes| self.plain.durable_file(bytes));
        self.paper = paper;
    }

    /// Creates a person whose membership ended long ago, and erases them.
    pub(crate) fn erase(&mut self) {
        self.saved += 1;
        let surname = format!("Vertrokken {}", self.saved);
        let relation =
            json!([{ "kind": "member", "started_on": "2001-01-01", "ended_on": "2009-12-31", "ended": true }]);
        let person = self.computer.call("people_create", json!({ "surname": surname, "relations": relation }));
        let done = self.computer.call("erasure_run", json!({ "persons": [person], "confirm": surname }));
        assert_eq!(done["problem"], Value::Null, "the cleaning was finished");
    }

    /// Writes a list of people who are not in the vault.
    pub(crate) fn list(&mut self, people: u32) -> PathBuf {
        let mut text =
            String::from("Lidnr;Voornaam;Tussenvoegsel;Achternaam;Adres;Postcode;Woonplaats;Telefoon;E-mail\n");
        for n in 0..people {
            let letters: String =
                (0..4).map(|place| char::from(b'a' + u8::try_from(n / 10_u32.pow(place) % 10).unwrap_or(0))).collect();
            let _ = writeln!(
                text,
                "L{n};Nieuw{letters};van;Lid{letters};Laan {n};1234 AB;Veldrade;06{:08};l{n}@voorbeeld.nl",
                10_000_000 + n
            );
        }
        let path = self.computer.path("list.csv");
        ledenkluis_core::app::write_whole(&path, text.as_bytes()).expect("a list");
        path
    }

    pub(crate) fn import(&mut self, list: &std::path::Path) {
        let file = json!(self.computer.app().admit(list.to_owned()));
        let preview = self.computer.call("import_open", json!({ "file": file, "sheet": null }));
        let done = self.computer.call("import_run", preview["request"].clone());
        assert!(done["new"].as_u64() > Some(4_000), "{}", done["new"]);
    }
}
