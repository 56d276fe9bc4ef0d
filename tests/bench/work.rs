//! The actions to measure, on a real vault with the minimum key derivation cost, and the baseline of each.
use crate::measure::{Spent, once};
use crate::memory;
use crate::plain::Plain;
use acceptance::requests::{day, erasure, into_file, list_in, new_vault, report, surnamed, until};
use acceptance::{Calls, Computer, PASSPHRASE};
use argon2::{Algorithm, Argon2, Params, Version};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    DemoRequest, DueRequest, KdfRequest, NewPerson, NewRelation, NewVault, Nothing, PeopleFilter, PersonRow,
    RelationKind, ReportRequest,
};
use ledenkluis_core::app::write_whole;
use ledenkluis_core::kernel::db;
use ledenkluis_core::kernel::db::Mode;
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::ops::Role;
use std::fmt::Write;
use std::path::PathBuf;

/// Words and beginnings of words that are there.
pub(crate) const EXACT: &[&str] =
    &["berg", "anneke", "mul", "veldrade", "pieter m", "9999", "0600", "yildiz", "hendriks"];

/// Words with a typing error.
pub(crate) const MISTYPED: &[&str] = &["vissre", "hendirks", "anekke", "veldarde", "yilidz"];

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
        let kdf = Some(KdfRequest { memory_mib: FLOOR.0, passes: FLOOR.1 });
        let request = new_vault("Harmonie Kunst na Arbeid", "Anneke Vos", &[Role::Secretary], PASSPHRASE);
        computer.ask(call::vault_create, NewVault { kdf, ..request });
        std::fs::create_dir_all(computer.path("")).expect("a folder");
        Work { computer, plain: Plain::new(), saved: 0, page: Spent::default(), paper: vec![] }
    }

    pub(crate) fn fill(&mut self, people: u32) {
        self.computer.ask(call::demo_fill, DemoRequest { people, seed: 1 });
    }

    /// People as the list shows them.
    pub(crate) fn rows(&mut self, limit: u32) -> Vec<PersonRow> {
        self.computer.ask(call::people_list, PeopleFilter { limit: Some(limit), ..PeopleFilter::default() }).rows
    }

    /// Gives the baseline an unencrypted copy of the vault's current database.
    pub(crate) fn copy(&mut self) {
        let data = self.computer.folder().join("data.db");
        let session = self.computer.app().session().expect("an open vault");
        let key = session.keys().get(Compartment::Main).expect("the main key").1.clone();
        self.plain.copy(&data, &key);
    }

    /// From the locked vault to the first page, without the preceding lock.
    pub(crate) fn unlock_alone(&mut self) -> Spent {
        self.computer.lock();
        let door = once(|| drop(self.computer.become_user("Anneke Vos")));
        self.page = once(|| self.first_page());
        door + self.page
    }

    /// From the open vault to its first page, without the unlock.
    pub(crate) fn first_page_of_all(&mut self) -> Spent {
        self.computer.lock();
        self.computer.become_user("Anneke Vos");
        once(|| self.first_page())
    }

    /// The first search in an open list.
    pub(crate) fn first_search(&mut self) -> Spent {
        self.first_page_of_all();
        once(|| self.search("berg"))
    }

    /// How much memory the list and the search take, and the size of the data: in bytes. Leaves the vault locked.
    pub(crate) fn grown(&mut self) -> (u64, u64) {
        self.computer.lock();
        let folder = self.computer.folder();
        let data = std::fs::metadata(folder.join("data.db")).expect("the vault").len();
        (memory::grown(&folder), data)
    }

    /// What the list shows, read from the vault's own file.
    pub(crate) fn every_shown_field(&mut self) -> Spent {
        self.every_field(&[
            "SELECT given_name, initials, prefix, surname, partner_surname, member_number, city FROM person",
            "SELECT address FROM email",
            "SELECT number FROM phone",
            "SELECT kind, started_on, ended_on FROM relation",
        ])
    }

    /// What the index has to read, from the vault's own file.
    pub(crate) fn every_searched_field(&mut self) -> Spent {
        self.every_field(&[
            "SELECT given_name, initials, prefix, surname, partner_surname, member_number, street, postcode, city FROM person",
            "SELECT address FROM email",
            "SELECT number FROM phone",
        ])
    }

    fn every_field(&mut self, all: &[&str]) -> Spent {
        let session = self.computer.app().session().expect("an open vault");
        let key = session.keys().get(Compartment::Main).expect("the main key").1.clone();
        let data = db::open(&self.computer.folder().join("data.db"), &key, Mode::ReadOnly).expect("the vault");
        let read = |sql: &str| {
            let mut stmt = data.prepare(sql).expect("a statement");
            let columns = stmt.column_count();
            let mut rows = stmt.query([]).expect("rows");
            let mut bytes = 0;
            while let Some(row) = rows.next().expect("a row") {
                bytes += (0..columns).map(|at| row.get::<_, String>(at).map_or(0, |text| text.len())).sum::<usize>();
            }
            assert!(bytes > 0, "{sql}");
        };
        once(|| all.iter().for_each(|sql| read(sql)))
    }

    /// What unlocking did before there were rosters, seals and a memory of what was seen: the key derivation, a check
    /// of every page, and one row. The time of the same first page is added.
    pub(crate) fn unlock_as_before(&mut self) -> Spent {
        let session = self.computer.app().session().expect("an open vault");
        let key = session.keys().get(Compartment::Main).expect("the main key").1.clone();
        let data = self.computer.folder().join("data.db");
        self.computer.lock();
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
        let spent = once(|| self.computer.lock());
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

    pub(crate) fn key_derived(&mut self) -> Spent {
        once(|| self.passphrase_alone())
    }

    fn passphrase_alone(&mut self) {
        let params = Params::new(FLOOR.0 * 1024, FLOOR.1, FLOOR.2, Some(32)).expect("a cost");
        let mut key = [0; 32];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password_into(PASSPHRASE.as_bytes(), &[7; 16], &mut key).expect("a key");
    }

    pub(crate) fn first_page(&mut self) {
        self.computer.ask(call::people_list, PeopleFilter { limit: Some(50), ..PeopleFilter::default() });
    }

    pub(crate) fn search(&mut self, q: &str) {
        self.computer
            .ask(call::people_list, PeopleFilter { q: Some(q.into()), limit: Some(50), ..PeopleFilter::default() });
    }

    pub(crate) fn due(&mut self) {
        self.computer.ask(call::retention_due, DueRequest::default());
    }

    pub(crate) fn consents(&mut self) {
        self.computer.ask(call::consent_overview, Nothing {});
    }

    pub(crate) fn today(&mut self) {
        self.computer.ask(call::today_overview, Nothing {});
    }

    pub(crate) fn rules(&mut self) {
        self.computer.ask(call::retention_rules, Nothing {});
    }

    pub(crate) fn verify(&mut self) -> Spent {
        once(|| assert!(self.computer.ask(call::vault_verify, Nothing {}).ok, "the vault is whole"))
    }

    pub(crate) fn save(&mut self) {
        self.saved += 1;
        self.computer.ask(call::people_create, surnamed(&format!("Proef {}", self.saved)));
    }

    /// Makes the report about the first person in the list.
    pub(crate) fn report(&mut self) {
        let person = self.rows(1)[0].id;
        let files = ["report.pdf", "report.json"].map(|name| self.computer.path(name));
        let target = |path: &PathBuf, w: &mut Work| into_file(w.computer.app().admit_to_replace(path.clone()));
        let (pdf, data) = (target(&files[0], self), target(&files[1], self));
        self.computer.ask(call::export_report, ReportRequest { pdf, data, ..report(person) });
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
        let started_on = Some(day("2001-01-01"));
        let relation = NewRelation { started_on, ..until(RelationKind::Member, "2009-12-31") };
        let person =
            self.computer.ask(call::people_create, NewPerson { relations: vec![relation], ..surnamed(&surname) });
        let done = self.computer.ask(call::erasure_run, erasure(person, &surname));
        assert_eq!(done.problem, None, "the cleaning was finished");
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
        let file = self.computer.app().admit(list.to_owned());
        let preview = self.computer.ask(call::import_open, list_in(file));
        let done = self.computer.ask(call::import_run, preview.request);
        assert!(done.new > 4_000, "{}", done.new);
    }
}
