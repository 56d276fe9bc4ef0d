//! Any command of `api.rs`, with its request as JSON.
use crate::answer::Stop;
use crate::args::Common;
use crate::given;
use crate::open::{Opening, Run};
use crate::usage::Wrong;
use ledenkluis_core::api::{self, Kind};
use ledenkluis_core::error::{Code, Result};
use ledenkluis_core::text::Text;
use serde_json::{Value, json};
use std::path::Path;

/// A request is never longer: the longest that can be meant names what each of the 16,384 columns of a list becomes, or a hundred
/// thousand people.
const MOST: u64 = 4 << 20;

/// Commands that open a vault themselves: nobody is signed in for them.
const DOORS: &[&str] =
    &["vault_create", "vault_choose", "vault_unlock", "vault_unlock_device", "vault_unlock_recovery"];

pub(super) struct Asked<'a> {
    pub(super) command: &'a str,
    /// The request as it was typed; `-` for the standard input.
    pub(super) request: Option<&'a str>,
    /// Where it comes from instead.
    pub(super) descriptor: Option<u32>,
    /// Whether documents may replace what is there.
    pub(super) replace: bool,
}

/// Calls it. A command that nobody knows is refused by the core.
pub(super) fn call(common: &Common, dir: &Path, asked: &Asked<'_>, words: Text) -> Result<Value, Stop> {
    let command = asked.command;
    let kind = api::commands().iter().find(|c| c.name == command).map(|c| c.kind);
    let only_looks = matches!(kind, None | Some(Kind::Look | Kind::Read));
    if common.today.is_some() && !only_looks {
        return Err(Stop::Usage(Wrong::not_reading(words)));
    }
    let request = request(asked, words)?;
    let mut run = match DOORS.contains(&command) {
        true if command == "vault_create" => Run::new()?,
        true => Run::closed(dir)?,
        false => Run::open(common, dir, opening(kind, common), words)?,
    };
    let request = with_files(&run, request, asked.replace);
    Ok(run.call(command, request)?)
}

/// Whoever writes holds the vault; whoever reads leaves it to who has it open.
fn opening(kind: Option<Kind>, common: &Common) -> Opening {
    match kind {
        Some(Kind::Write | Kind::Act) => Opening::Writes,
        _ if common.today.is_some() => Opening::Looks,
        _ => Opening::WritesIfFree,
    }
}

/// The request. What everybody on this computer can see, the arguments, must hold no secret.
fn request(asked: &Asked<'_>, words: Text) -> Result<Value, Stop> {
    match (asked.descriptor, asked.request) {
        (Some(number), _) => Ok(api::read_request(&given::descriptor(number, MOST)?)?),
        (None, Some("-")) => Ok(api::read_request(&given::standard_input(MOST)?)?),
        (None, None) => Ok(json!({})),
        (None, Some(typed)) => {
            let request = api::read_request(typed.as_bytes())?;
            if api::holds_secret(asked.command, &request) {
                Err(Stop::Usage(Wrong::seen(Code::RequestSecret, "kluis call", words)))
            } else {
                Ok(request)
            }
        }
    }
}

/// `{"path": "list.xlsx"}` anywhere in the request becomes the token of that file: the core takes no paths.
fn with_files(run: &Run, request: Value, replace: bool) -> Value {
    match request {
        Value::Object(map) => match map.get("path").and_then(Value::as_str) {
            Some(path) if map.len() == 1 => json!(run.admit_to_write(Path::new(path), replace)),
            _ => map.into_iter().map(|(key, value)| (key, with_files(run, value, replace))).collect(),
        },
        Value::Array(list) => list.into_iter().map(|value| with_files(run, value, replace)).collect(),
        other => other,
    }
}
