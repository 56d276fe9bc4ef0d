//! The format, written from its description alone. Fields are in the order of the file, because every byte counts.
use crate::forge;
use serde::{Deserialize, Serialize};
use std::path::Path;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    pub(crate) format: u32,
    pub(crate) vault: String,
    pub(crate) replica: String,
    pub(crate) association: String,
    pub(crate) names_hidden: bool,
    pub(crate) names: Vec<Name>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) keys: Vec<SealedKey>,
    pub(crate) chain: Vec<Signed>,
    pub(crate) seal: Option<Seal>,
    pub(crate) proof: String,
    pub(crate) sum: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Name {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) name_tag: u8,
}

/// The owner of a slot: a user, a computer of a user, or a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Of {
    User(String),
    Device(String),
    Sheet(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub(crate) id: String,
    pub(crate) of: Of,
    pub(crate) lock: Lock,
    pub(crate) seen: u64,
    pub(crate) wrapped: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub(crate) enum Lock {
    Passphrase { cost: Cost, salt: String },
    Secret { salt: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cost {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedKey {
    pub(crate) to: Of,
    pub(crate) compartment: String,
    pub(crate) version: u32,
    pub(crate) sealed: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Signed {
    pub(crate) roster: String,
    pub(crate) signatures: Vec<Signature>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Signature {
    pub(crate) by: Of,
    pub(crate) signature: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seal {
    pub(crate) pages: Pages,
    pub(crate) content: String,
    pub(crate) schema: u32,
    pub(crate) trail: u64,
    pub(crate) trail_hash: String,
    pub(crate) roster: u64,
    pub(crate) by: String,
    pub(crate) signature: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pages {
    pub(crate) count: u64,
    pub(crate) hash: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Roster {
    pub(crate) vault: String,
    pub(crate) number: u64,
    pub(crate) before: String,
    pub(crate) users: Vec<User>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) compartments: Vec<Compartment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) roles: Vec<String>,
    pub(crate) admin: bool,
    pub(crate) first_passphrase: bool,
    pub(crate) keys: Public,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sheet {
    pub(crate) id: String,
    pub(crate) state: String,
    pub(crate) keys: Public,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Public {
    pub(crate) seal: String,
    pub(crate) sign: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Compartment {
    pub(crate) compartment: String,
    pub(crate) version: u32,
    pub(crate) commitment: String,
    pub(crate) holders: Vec<Of>,
    pub(crate) renew: bool,
}

impl Header {
    pub(crate) fn read(path: &Path) -> Header {
        let bytes = std::fs::read(path).unwrap();
        let header: Header = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(header.bytes(), bytes, "this description of the format is the program's");
        header
    }

    /// The bytes of the file, with the right checksum.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let blank = serde_json::to_vec(&Header { sum: String::new(), ..self.clone() }).unwrap();
        let sum = hex::encode(forge::sha256(&[&blank]));
        serde_json::to_vec(&Header { sum, ..self.clone() }).unwrap()
    }

    /// Makes the proof, as anybody with the main key can.
    pub(crate) fn prove(&mut self, main: &[u8; 32]) {
        let blank = Header { proof: String::new(), sum: String::new(), ..self.clone() };
        let key = forge::hkdf(main, &forge::uuid(&self.vault), "ledenkluis/header/2");
        self.proof = hex::encode(forge::hmac(&key, &serde_json::to_vec(&blank).unwrap()));
    }

    pub(crate) fn roster(&self) -> Roster {
        Roster::of(self.chain.last().unwrap())
    }

    pub(crate) fn slot(&self, of: &Of) -> Option<&Slot> {
        self.slots.iter().find(|s| s.of == *of)
    }

    pub(crate) fn id_of(&self, name: &str) -> String {
        self.names.iter().find(|n| n.name == name).unwrap_or_else(|| panic!("nobody is called {name}")).id.clone()
    }

    /// A valid next roster, before any change is made to it.
    pub(crate) fn next_roster(&self) -> Roster {
        let last = self.chain.last().unwrap();
        let before = Roster::of(last);
        Roster { number: before.number + 1, before: last.hash(), ..before }
    }
}

impl Roster {
    pub(crate) fn of(signed: &Signed) -> Roster {
        let roster: Roster = serde_json::from_str(&signed.roster).unwrap();
        assert_eq!(
            serde_json::to_string(&roster).unwrap(),
            signed.roster,
            "this description of the roster is the program's"
        );
        roster
    }

    pub(crate) fn user(&mut self, id: &str) -> &mut User {
        self.users.iter_mut().find(|u| u.id == id).unwrap()
    }

    pub(crate) fn compartment(&mut self, name: &str) -> &mut Compartment {
        self.compartments.iter_mut().find(|c| c.compartment == name).unwrap()
    }

    pub(crate) fn keys_of(&self, holder: &Of) -> &Public {
        match holder {
            Of::User(id) | Of::Device(id) => &self.users.iter().find(|u| u.id == *id).unwrap().keys,
            Of::Sheet(id) => &self.sheets.iter().find(|s| s.id == *id).unwrap().keys,
        }
    }

    /// Gives a compartment to a holder, in the order that the format requires.
    pub(crate) fn give(&mut self, compartment: &str, to: Of) {
        let holders = &mut self.compartment(compartment).holders;
        holders.push(to);
        holders.sort();
        holders.dedup();
    }
}

impl Signed {
    pub(crate) fn hash(&self) -> String {
        hex::encode(forge::sha256(&[b"ledenkluis/roster/2|", self.roster.as_bytes()]))
    }
}

impl Seal {
    /// The message that is signed.
    pub(crate) fn message(&self, vault: &str) -> Vec<u8> {
        let blank = serde_json::to_string(&Seal { signature: String::new(), ..self.clone() }).unwrap();
        format!("ledenkluis/seal/2|{vault}|{blank}").into_bytes()
    }
}
