//! What comes through the front door, and what somebody who can write in the folder of a vault leaves there.
use crate::mutate::Mutator;
use crate::targets::Target;
use acceptance::requests::unlock_as;
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::types::{Nothing, Unlock};
use ledenkluis_core::api::{self, call};
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;

/// A request as it comes from the page, read and then asked.
pub(crate) struct Request;

const REQUESTS: &[&str] = &[
    r#"{"q":"berg","limit":50,"offset":0,"tab":"members"}"#,
    r#"{"person":"019375d2-0000-7000-8000-000000000001","limit":10}"#,
    r#"{"surname":"Berg","emails":[{"label":"","address":"a@b.nl"}],"relations":[{"kind":"member","started_on":"2020-01-01","ended":false}]}"#,
    r#"{"passphrase":"a b c","user":null,"read_only":true,"groups":["2DEHX","0A1B2"]}"#,
    r#"{"columns":["given_name",null,"consent_photos"],"sheet":0,"header_row":1,"file":"019375d2-0000-7000-8000-000000000001"}"#,
];

impl Target for Request {
    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8> {
        if mutator.once_in(2) {
            let text = *mutator.pick(REQUESTS);
            return mutator.change_json(text, &["\"\\u0000\"", "1e999", "[[[]]]", "{\"a\":{\"a\":1}}"]).into_bytes();
        }
        let mut text = mutator.pick(REQUESTS).as_bytes().to_vec();
        let other = mutator.pick(REQUESTS).as_bytes();
        mutator.change(
            &mut text,
            other,
            &[b"{", b"}", b"[", b"]", b"\"", b"\\u0000", b"\\uD800", b":null", b",", b"1e999", b"{\"a\":", b"[["],
        );
        text
    }

    fn run(&mut self, input: &[u8]) {
        if let Ok(request) = api::read_request(input) {
            // Every command decodes it.
            for command in api::commands() {
                std::hint::black_box(api::holds_secret(command.name, &request));
            }
        }
    }
}

/// A vault with its header, or the newest roster in it, as somebody who can write in the folder leaves it: with the right sum, since that
/// needs no key. Each run makes a vault of its own. What only a key can sign is not attacked here but in `tests/attack/rules.rs`.
pub(crate) struct Header {
    computer: Computer,
    header: String,
    roster: Option<String>,
}

impl Header {
    pub(crate) fn new(is_roster: bool) -> Self {
        let mut computer = Computer::new();
        computer.create(&[Role::Secretary]);
        computer.add("Henk Smit", Role::Viewer);
        computer.lock();
        let header = fs::read_to_string(computer.folder().join("header.json")).expect("a header");
        let value: Value = serde_json::from_str(&header).expect("JSON");
        let newest = value["chain"].as_array().and_then(|chain| chain.last()).expect("a roster");
        let roster = is_roster.then(|| newest["roster"].as_str().expect("a text").to_owned());
        Header { computer, header, roster }
    }
}

/// The header with the sum over its other bytes, as the program writes it.
fn summed(header: &str) -> Vec<u8> {
    const BEFORE: &str = "\"sum\":\"";
    let Some((start, rest)) = header.split_once(BEFORE) else { return header.as_bytes().to_vec() };
    let rest = rest.split_once('"').map_or("", |(_, rest)| rest);
    let sum = Sha256::digest(format!("{start}{BEFORE}\"{rest}"));
    let hex: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{start}{BEFORE}{hex}\"{rest}").into_bytes()
}

fn to_look() -> Unlock {
    Unlock { read_only: true, ..unlock_as("Anneke Vos", PASSPHRASE) }
}

impl Target for Header {
    fn pace(&self) -> u64 {
        5
    }

    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8> {
        let words: &[&[u8]] = &[
            b"{",
            b"}",
            b"[",
            b"]",
            b"null",
            b"\"",
            b"00",
            b",",
            b"\"format\":",
            b"-1",
            b"\"user\"",
            b"\"sheet\"",
            b"\"confidential\"",
        ];
        let text = self.roster.as_ref().unwrap_or(&self.header);
        let changed = if mutator.once_in(4) {
            let mut bytes = text.as_bytes().to_vec();
            mutator.change(&mut bytes, text.as_bytes(), words);
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            mutator.change_json(text, &["\"confidential\"", "\"secretary\"", "\"viewer\"", "2", "{\"user\":\"\"}"])
        };
        match &self.roster {
            // In the header it is a text.
            Some(roster) => summed(&self.header.replacen(&json!(roster).to_string(), &json!(changed).to_string(), 1)),
            None => summed(&changed),
        }
    }

    fn run(&mut self, input: &[u8]) {
        let folder = self.computer.folder();
        for name in ["header.json", "header.bak"] {
            fs::write(folder.join(name), input).expect("a folder");
        }
        let app = self.computer.app();
        let _ = call::vault_state(app, Nothing {});
        // The wait after a wrong passphrase would stop everything but the first.
        let _ = fs::remove_file(folder.join("attempts.json"));
        let _ = call::vault_unlock(app, to_look());
        if app.open().is_some() {
            let _ = call::vault_lock(app, Nothing {});
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without this, every input would be refused for its sum and nothing behind it would be reached.
    #[test]
    fn an_unchanged_header_is_the_one_that_the_program_wrote() {
        let mut target = Header::new(false);
        assert_eq!(summed(&target.header), target.header.as_bytes());
        target.computer.enter(to_look());
        let target = Header::new(true);
        assert!(target.header.contains(&json!(target.roster.expect("a roster")).to_string()));
    }
}
