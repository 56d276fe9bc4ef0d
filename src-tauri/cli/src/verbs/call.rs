//! Any command of `api.rs`, with its request as JSON.
use super::Stop;
use crate::args::Common;
use crate::open::Run;
use crate::usage::Wrong;
use ledenkluis_core::api::{self, Kind};
use ledenkluis_core::error::{Code, OrError, Result};
use ledenkluis_core::text::Text;
use serde_json::Value;
use std::path::Path;

/// Commands that open a vault themselves: nobody is signed in for them.
const DOORS: &[&str] =
    &["vault_create", "vault_choose", "vault_unlock", "vault_unlock_device", "vault_unlock_recovery"];

/// Calls it. A command that nobody knows is refused by the core.
pub(super) fn call(
    common: &Common,
    dir: &Path,
    command: &str,
    request: Option<&str>,
    words: Text,
) -> Result<Value, Stop> {
    let kind = api::commands().iter().find(|c| c.name == command).map(|c| c.kind);
    let only_looks = matches!(kind, None | Some(Kind::Look | Kind::Read));
    if common.today.is_some() && !only_looks {
        return Err(Stop::Usage(Wrong::not_reading(words)));
    }
    let text = match request {
        None => "{}".to_owned(),
        Some("-") => std::io::read_to_string(std::io::stdin()).map_err(ledenkluis_core::error::Error::from)?,
        Some(text) => text.to_owned(),
    };
    let request = serde_json::from_str(&text).or_missing(Code::RequestMalformed)?;
    let mut run = match DOORS.contains(&command) {
        true if command == "vault_create" => Run::new()?,
        true => Run::closed(dir)?,
        // A viewer who only looks leaves the vault to others; whoever writes holds it.
        false => Run::open(common, dir, kind == Some(Kind::Write) || common.today.is_none(), words)?,
    };
    let request = with_files(&run, request);
    Ok(run.call(command, request)?)
}

/// `{"path": "list.xlsx"}` anywhere in the request becomes the token of that file: the core takes no paths.
fn with_files(run: &Run, request: Value) -> Value {
    match request {
        Value::Object(map) => match map.get("path").and_then(Value::as_str) {
            Some(path) if map.len() == 1 => run.admit(Path::new(path)),
            _ => map.into_iter().map(|(key, value)| (key, with_files(run, value))).collect(),
        },
        Value::Array(list) => list.into_iter().map(|value| with_files(run, value)).collect(),
        other => other,
    }
}
