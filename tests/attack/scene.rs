//! The association under attack. Anneke is administrator and secretary, Bert is treasurer, Henk is a viewer. One member
//! has a note and a gift and consented to photographs. The vault is locked.
use crate::forge::{self, Key};
use crate::format::Header;
use crate::insider::Insider;
use acceptance::requests::{answer, day, gift, secret, surnamed, unlock_as, until};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::types::{
    ByPerson, NewPerson, NewRelation, Nothing, PersonId, PurposeId, RecoveryConfirm, RecoveryRequest, RelationKind,
    Unlock,
};
use ledenkluis_core::api::{Answer, call};
use ledenkluis_core::app::App;
use ledenkluis_core::error::{Code, Result};
use ledenkluis_core::ops::Role;
use std::path::PathBuf;

pub(crate) const ANNEKE: &str = "Anneke Vos";
pub(crate) const BERT: &str = "Bert Dam";
pub(crate) const HENK: &str = "Henk Smit";
pub(crate) const NOTE: &str = "speelt klarinet";

/// The vault's folder at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) first: Vec<u8>,
    pub(crate) second: Vec<u8>,
    pub(crate) data: Vec<u8>,
}

impl State {
    pub(crate) fn header(&self) -> Header {
        serde_json::from_slice(&self.first).unwrap()
    }

    /// The headers of this moment with the data of another.
    pub(crate) fn with_data_of(&self, other: &State) -> State {
        State { data: other.data.clone(), ..self.clone() }
    }
}

/// How somebody unlocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Plainly,
    /// They confirm that this vault, older than what the computer remembers, is the right one.
    OlderIsRight,
    /// Read-only.
    ToLook,
}

impl How {
    pub(crate) fn to(self, request: Unlock) -> Unlock {
        Unlock { older_is_right: self == How::OlderIsRight, read_only: self == How::ToLook, ..request }
    }
}

pub(crate) struct Scene {
    pub(crate) computer: Computer,
    pub(crate) folder: PathBuf,
    pub(crate) person: PersonId,
    pub(crate) photos: PurposeId,
}

impl Scene {
    pub(crate) fn new() -> Scene {
        let mut computer = Computer::with_vault();
        let folder = computer.folder();
        let membership =
            NewRelation { started_on: Some(day("2009-09-01")), ..until(RelationKind::Member, "2015-10-31") };
        let member = NewPerson { note: NOTE.to_owned(), relations: vec![membership], ..surnamed("Berg") };
        let person = computer.ask(call::people_create, member);
        let photos = computer.purpose("photos_portrait");
        computer.ask(call::consent_record, answer(person, photos, true, "2024-01-02"));
        computer.add(BERT, Role::Treasurer);
        computer.add(HENK, Role::Viewer);
        let mut scene = Scene { computer, folder, person, photos };
        scene.computer.become_user(BERT);
        scene.computer.ask(call::donations_record, gift(person, "2026-03-01", 2500));
        scene.computer.become_user(HENK);
        scene.computer.become_user(ANNEKE);
        scene.lock();
        scene
    }

    pub(crate) fn lock(&mut self) {
        self.computer.lock();
    }

    pub(crate) fn phrase_of(&self, name: &str) -> String {
        if name == ANNEKE { PASSPHRASE.to_owned() } else { self.computer.phrase_of(name) }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("data.db")
    }

    pub(crate) fn header(&self) -> Header {
        Header::read(&self.folder.join("header.json"))
    }

    pub(crate) fn state(&self) -> State {
        let read = |name: &str| std::fs::read(self.folder.join(name)).unwrap();
        State { first: read("header.json"), second: read("header.bak"), data: read("data.db") }
    }

    /// Puts a state of the folder in place, as anybody who may write there can.
    pub(crate) fn put(&self, state: &State) {
        for (name, bytes) in [("header.json", &state.first), ("header.bak", &state.second), ("data.db", &state.data)] {
            write(&self.folder.join(name), bytes);
        }
    }

    /// Writes a header to both files.
    pub(crate) fn put_header(&self, header: &Header) {
        for name in ["header.json", "header.bak"] {
            write(&self.folder.join(name), &header.bytes());
        }
    }

    pub(crate) fn insider(&self, name: &str) -> Insider {
        let header = self.header();
        Insider::by_passphrase(&header, &header.id_of(name), &self.phrase_of(name)).expect("their own passphrase")
    }

    /// Unlocks as this user; returns the code of the refusal, if there is one.
    pub(crate) fn unlock(&mut self, name: &str, how: How) -> Option<Code> {
        let request = how.to(unlock_as(name, &self.phrase_of(name)));
        self.attempt(call::vault_unlock, request)
    }

    /// Gives a command, long enough after the one before; returns the code of the refusal, if there is one.
    pub(crate) fn attempt<Q, A>(
        &mut self,
        command: impl FnOnce(&mut App, Q) -> Result<Answer<A>>,
        request: Q,
    ) -> Option<Code> {
        self.computer.wait(3600);
        command(self.computer.app(), request).err().map(|e| e.code())
    }

    /// Asserts that this unlock is refused with one of these codes and that nothing in the folder changes.
    #[track_caller]
    pub(crate) fn kept_out(&mut self, name: &str, codes: &[Code], why: &str) {
        let before = self.state();
        for how in [How::Plainly, How::OlderIsRight] {
            let refused = self.unlock(name, how).unwrap_or_else(|| panic!("{why}: {name} came in"));
            assert!(codes.contains(&refused), "{why}: {name} was refused with {refused}");
            assert!(self.state() == before, "{why}: something moved");
        }
    }

    /// Makes a recovery sheet and confirms it, after which the earlier sheets are void. The command does not say which
    /// two groups it asks for, so every pair is tried.
    pub(crate) fn new_sheet(&mut self, request: RecoveryRequest) -> Vec<String> {
        let groups = self.computer.ask(call::vault_recovery_text, request).groups;
        let pairs = (0..8).flat_map(|a| (a + 1..8).map(move |b| (a, b)));
        let typed = pairs.map(|(a, b)| RecoveryConfirm { a: secret(&groups[a]), b: secret(&groups[b]) });
        let confirm = |pair| call::vault_recovery_confirm(self.computer.app(), pair).is_ok();
        assert_eq!(typed.map(confirm).filter(|taken| *taken).count(), 1, "one pair was asked for");
        groups
    }

    /// The sealed values as stored in the data.
    pub(crate) fn blobs(&self, main: &Key) -> Vec<Blob> {
        let conn = forge::database(&self.data(), main).expect("the main key");
        let mut blobs = vec![];
        for (compartment, table, id) in [("giving", "donation", "id"), ("confidential", "person_note", "person")] {
            let mut stmt = conn.prepare(&format!("SELECT {id}, sealed FROM {table}")).unwrap();
            let rows =
                stmt.query_map([], |r| Ok(Blob { compartment, table, row: r.get(0)?, bytes: r.get(1)? })).unwrap();
            blobs.extend(rows.map(Result::unwrap));
        }
        assert_eq!(blobs.len(), 2, "a gift and a note");
        blobs
    }

    #[track_caller]
    pub(crate) fn note_is_as_before(&mut self) {
        assert_eq!(self.computer.ask(call::people_note, ByPerson { person: self.person }).text.as_deref(), Some(NOTE));
    }

    /// Asserts that everybody can unlock, the note reads as written, and the vault is intact.
    #[track_caller]
    pub(crate) fn is_as_before(&mut self) {
        for name in [HENK, BERT, ANNEKE] {
            // If an attack was opened by choice, this computer now takes the original for an older vault.
            let how = if name == HENK { How::OlderIsRight } else { How::Plainly };
            assert_eq!(self.unlock(name, how), None, "{name}");
        }
        self.note_is_as_before();
        assert!(self.computer.ask(call::vault_verify, Nothing {}).findings.is_empty());
        self.lock();
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blob {
    pub(crate) compartment: &'static str,
    pub(crate) table: &'static str,
    pub(crate) row: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
}

fn write(path: &std::path::Path, bytes: &[u8]) {
    ledenkluis_core::app::write_whole(path, bytes).unwrap();
}
