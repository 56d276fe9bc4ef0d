//! What comes through the front door, and what somebody who can write in the folder of a vault leaves there.
use crate::mutate::Mutator;
use crate::targets::Target;
use acceptance::{Computer, PASSPHRASE};
use ledenkluis_core::api;
use serde_json::{Value, json};
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

/// A vault with its header, or the newest roster in it, as somebody who can write in the folder leaves it.
pub(crate) struct Header {
    computer: Computer,
    header: Value,
    is_roster: bool,
}

impl Header {
    pub(crate) fn new(is_roster: bool) -> Self {
        let mut computer = Computer::new();
        computer.create(&["secretary"]);
        computer.add("Henk Smit", "viewer");
        computer.call("vault_lock", json!({}));
        let bytes = fs::read(computer.folder().join("header.json")).expect("a header");
        let header = serde_json::from_slice(&bytes).expect("JSON");
        Header { computer, header, is_roster }
    }
}

impl Target for Header {
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
        let change = |mutator: &mut Mutator, text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            mutator.change(&mut bytes, text.as_bytes(), words);
            bytes
        };
        if !self.is_roster {
            return change(mutator, &self.header.to_string());
        }
        let mut header = self.header.clone();
        let newest = header["chain"].as_array_mut().and_then(|chain| chain.last_mut()).expect("a roster");
        let changed = change(mutator, newest["roster"].as_str().expect("its text"));
        newest["roster"] = Value::String(String::from_utf8_lossy(&changed).into_owned());
        header.to_string().into_bytes()
    }

    fn run(&mut self, input: &[u8]) {
        let folder = self.computer.folder();
        for name in ["header.json", "header.bak"] {
            fs::write(folder.join(name), input).expect("a folder");
        }
        let app = self.computer.app();
        let _ = api::dispatch(app, "vault_state", json!({}));
        // The wait after a wrong passphrase would stop everything but the first.
        let _ = fs::remove_file(folder.join("attempts.json"));
        let _ = api::dispatch(
            app,
            "vault_unlock",
            json!({ "passphrase": PASSPHRASE, "name": "Anneke Vos", "read_only": true }),
        );
        if app.open().is_some() {
            let _ = api::dispatch(app, "vault_lock", json!({}));
        }
    }
}
